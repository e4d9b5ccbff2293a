//! What every part of the play screen works with: what is seen, what is chosen, and the hands that act.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use simulation::scenario::Key;
use simulation::shift::view::{Case, ChangeView, Choice, Coaching, Group, Pile, View};
use simulation::shift::{Act, Stopped};

use super::forms::Form;
use crate::browser::dom;

/// Where the focus goes when its place is gone: the heading of what is open.
pub const OPEN: &str = "shift-open";
/// The knowledge search, for the key that goes there.
pub const KNOWLEDGE: &str = "shift-knowledge";
/// The list of contacts.
pub const INBOX: &str = "shift-inbox";

/// In a narrower window the acts are folded away until one asks for them.
const WIDE_PIXELS: f64 = 700.0;

/// Hears what came of an act.
pub type Then = Box<dyn FnOnce(Result<Stopped, String>)>;
/// Hears what the coach says.
pub type Said = Box<dyn FnOnce(Option<Coaching>)>;

/// What acts in the shift. The page gives the run's own; an example gives one that only notes.
#[derive(Clone)]
pub struct Hands {
    /// Does something, and says what came of it.
    pub act: Rc<dyn Fn(Act, Then)>,
    /// Asks the coach about a case, or about the whole desk.
    pub coach: Rc<dyn Fn(Option<Key>, Said)>,
    /// Goes away; the shift stays as it is.
    pub leave: Rc<dyn Fn()>,
}

/// A pane of a narrow window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The inbox.
    Inbox,
    /// What is open.
    Ticket,
    /// What helps.
    LookUp,
}

/// The desk of one shift. Copies are the same.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What is seen; replaced whole after each act.
    pub view: RwSignal<Option<Arc<View>>>,
    /// The case or change that is open.
    pub open: RwSignal<Option<Key>>,
    /// The details that are asked for.
    pub form: RwSignal<Option<Form>>,
    /// The group of acts that is shown; none is folded away.
    pub group: RwSignal<Option<Group>>,
    /// The pane of a narrow window.
    pub pane: RwSignal<Pane>,
    /// The tab of what helps.
    pub tab: RwSignal<usize>,
    /// Whether what helps is drawn out, where it has no place of its own.
    pub drawer: RwSignal<bool>,
    /// Whether an act is being carried out.
    pub busy: RwSignal<bool>,
    /// Whether the clock runs by itself.
    pub live: RwSignal<bool>,
    /// Why the last press did nothing.
    pub why: RwSignal<Option<String>>,
    /// What the coach said, and of how much of it one wants to know.
    pub coaching: RwSignal<Option<Coaching>>,
    hands: StoredValue<Hands, LocalStorage>,
}

impl Desk {
    /// A desk, with something open: whom one talks to, else the first that waits.
    pub fn new(view: RwSignal<Option<Arc<View>>>, hands: Hands) -> Self {
        let first = view.with_untracked(|view| {
            let view = view.as_deref()?;
            let first = |pile| view.cases.iter().find(|case| case.pile == pile).map(|case| case.key.clone());
            view.talking_to.clone().or_else(|| [Pile::Mine, Pile::New].into_iter().find_map(first))
        });
        let pane = if first.is_some() { Pane::Ticket } else { Pane::Inbox };
        Self {
            view,
            open: RwSignal::new(first),
            form: RwSignal::new(None),
            group: RwSignal::new((dom::window_width() >= WIDE_PIXELS).then_some(Group::Talk)),
            pane: RwSignal::new(pane),
            tab: RwSignal::new(0),
            drawer: RwSignal::new(false),
            busy: RwSignal::new(false),
            live: RwSignal::new(false),
            why: RwSignal::new(None),
            coaching: RwSignal::new(None),
            hands: StoredValue::new_local(hands),
        }
    }

    /// A part of what is seen; whoever shows it is painted again only when that part differs.
    pub fn part<T>(self, part: impl Fn(&View) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.view.with(|view| view.as_deref().map(&part).unwrap_or_default()))
    }

    /// A part of what is seen now, for a form: it stays as it was when the form was opened.
    pub fn now<T: Default>(self, part: impl Fn(&View) -> T) -> T {
        self.view.with_untracked(|view| view.as_deref().map(part).unwrap_or_default())
    }

    /// The case that is open.
    pub fn case(self) -> Memo<Option<Case>> {
        Memo::new(move |_| {
            let open = self.open.get()?;
            self.view.with(|view| view.as_deref()?.cases.iter().find(|case| case.key == open).cloned())
        })
    }

    /// The change that is open.
    pub fn change(self) -> Memo<Option<ChangeView>> {
        Memo::new(move |_| {
            let open = self.open.get()?;
            self.view.with(|view| view.as_deref()?.changes.iter().find(|change| change.key == open).cloned())
        })
    }

    /// A case as it is now.
    pub fn case_now(self, key: &Key) -> Option<Case> {
        self.now(|view| view.cases.iter().find(|case| case.key == *key).cloned())
    }

    /// Turns to a case or a change. Reading costs nothing, so what nobody has read yet is opened.
    pub fn turn_to(self, key: &Key) {
        if self.open.with_untracked(|open| open.as_ref() != Some(key)) {
            self.form.set(None);
            self.coaching.set(None);
            self.why.set(None);
            self.open.set(Some(key.clone()));
        }
        self.pane.set(Pane::Ticket);
        self.drawer.set(false);
        let reads = self
            .case_now(key)
            .and_then(|case| case.acts.into_iter().find(|offer| offer.act == *"open" && offer.refused.is_none())?.does);
        if let Some(act) = reads {
            self.act(act);
        }
        dom::soon(|| {
            dom::focus_id(OPEN);
        });
    }

    /// Does something. The focus stays where it is, or goes to what is open if its place is gone.
    pub fn act(self, act: Act) {
        self.act_all(vec![act]);
    }

    /// Does several things, one after the other, for as long as nothing comes between.
    pub fn act_all(self, acts: Vec<Act>) {
        self.act_then(acts, |_| ());
    }

    /// Does several things; `then` hears whether all of it was possible.
    pub fn act_then(self, acts: Vec<Act>, then: impl FnOnce(bool) + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.why.set(None);
        self.busy.set(true);
        let place = dom::focused_id().unwrap_or_default();
        let then = move |possible| {
            then(possible);
            dom::soon(move || {
                // What had the focus may have been made anew under its name, or be gone.
                if dom::is_focus_lost() && !dom::focus_id(&place) {
                    dom::focus_id(OPEN);
                }
            });
        };
        self.next(acts.into_iter(), Box::new(then));
    }

    fn next(self, mut acts: std::vec::IntoIter<Act>, then: Box<dyn FnOnce(bool)>) {
        let Some(act) = acts.next() else { return self.done(then, true) };
        let Some(hands) = self.hands.try_get_value() else { return };
        let turns_to = match &act {
            Act::Answer { contact } => Some(contact.clone()),
            _ => None,
        };
        let hear = move |result: Result<Stopped, String>| match result {
            Err(why) => {
                self.why.try_set(Some(why));
                self.done(then, false);
            }
            Ok(stopped) => {
                if let Some(contact) = turns_to {
                    self.form.try_set(None);
                    self.coaching.try_set(None);
                    self.open.try_set(Some(contact));
                    self.pane.try_set(Pane::Ticket);
                }
                if stopped == Stopped::Done { self.next(acts, then) } else { self.done(then, true) }
            }
        };
        (hands.act)(act, Box::new(hear));
    }

    fn done(self, then: Box<dyn FnOnce(bool)>, possible: bool) {
        if self.busy.try_set(false).is_none() {
            then(possible);
        }
    }

    /// Asks the coach about what is open.
    pub fn ask_coach(self) {
        let about = self.open.get_untracked();
        let Some(hands) = self.hands.try_get_value() else { return };
        let hear = move |said: Option<Coaching>| {
            if said.is_none() {
                self.why.try_set(Some("The coach has nothing to say about this now.".to_owned()));
            }
            self.coaching.try_set(said);
        };
        (hands.coach)(about, Box::new(hear));
    }

    /// Leaves the shift; it stays as it is.
    pub fn leave(self) {
        if let Some(hands) = self.hands.try_get_value() {
            (hands.leave)();
        }
    }
}

/// Hands that do nothing but note what they were asked to do: for examples and tests.
pub fn noting(acts: Rc<RefCell<Vec<Act>>>) -> Hands {
    Hands {
        act: Rc::new(move |act, then| {
            acts.borrow_mut().push(act);
            then(Ok(Stopped::Done));
        }),
        coach: Rc::new(|case, said| {
            said(Some(Coaching {
                case,
                question: "Who else could have this?".to_owned(),
                concept: None,
                idea: "One cause can call, chat and beep. Where people sit often says more than what they hold."
                    .to_owned(),
                show: None,
            }));
        }),
        leave: Rc::new(|| {}),
    }
}

/// The name of something that may be chosen.
pub fn name_of(choices: &[Choice], key: &Key) -> String {
    choices.iter().find(|choice| choice.key == *key).map_or_else(|| key.to_string(), |choice| choice.label.clone())
}
