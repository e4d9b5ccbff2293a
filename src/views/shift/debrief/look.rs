//! What every part of the debrief works with: what is told, what is chosen, and the hands that act.

use std::rc::Rc;
use std::sync::Arc;

use learning::{Edition, Topic};
use leptos::prelude::*;
use simulation::debrief::{Debrief, Ranges};
use simulation::scenario::Key;
use simulation::shift::view::View;

use super::words;
use crate::browser::dom;

/// Where the focus goes once the question is answered: the sentence.
pub const RESULT: &str = "debrief-result";
/// The desk at an instant.
pub const INSTANT: &str = "debrief-instant";

/// Hears what was seen at an instant.
pub type Seen = Box<dyn FnOnce(Option<View>)>;

/// Hears why something cannot be done.
pub type Refused = Box<dyn FnOnce(String)>;

/// Hears how many minutes a run lost, if that can be known.
pub type Lost = Box<dyn FnOnce(Option<f64>)>;

/// What acts for the page. A test gives hands that only note.
#[derive(Clone)]
pub struct Hands {
    /// Shows what was seen after the first acts.
    pub seek: Rc<dyn Fn(usize, Seen)>,
    /// Makes a run of the first acts and goes there; hears why that cannot be done.
    pub fork: Rc<dyn Fn(usize, Refused)>,
    /// Hands out the run as a file for others to replay; `Err` with a sentence.
    pub replay_file: Rc<dyn Fn() -> Result<(), String>>,
    /// Works out how many minutes another run lost.
    pub lost: Rc<dyn Fn(String, Lost)>,
    /// Opens what there is to learn.
    pub learn: Rc<dyn Fn(Topic)>,
}

/// What was said before the results were seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This contact, one would handle differently.
    Contact(Key),
    /// None of them.
    None,
    /// Nothing was said.
    Skipped,
}

/// How far it is worked out what others get out of the same shift.
#[derive(Clone, Debug, PartialEq)]
pub enum Compared {
    /// So many of so many shifts are played.
    Playing(u32, u32),
    /// Here it is.
    Here(Arc<Ranges>),
    /// It cannot be had; the sentence says why.
    Failed(String),
}

/// What is seen of the desk at an instant.
#[derive(Clone, Debug, PartialEq)]
pub enum Instant {
    /// None was asked for.
    Unasked,
    /// It is on its way.
    Coming,
    /// Here it is, after so many acts.
    Here(usize, Arc<View>),
    /// There is nothing to be seen.
    Nothing,
}

/// One looking back. Copies are the same.
#[derive(Clone, Copy)]
pub struct Look {
    debrief: StoredValue<Arc<Debrief>>,
    /// When it was after how many acts.
    stops: StoredValue<Vec<(usize, f64)>>,
    /// How many acts the run has.
    pub acts: usize,
    /// The reader's edition.
    pub edition: Signal<Edition>,
    /// What was said before; `None` until then.
    pub answer: RwSignal<Option<Answer>>,
    /// What others get out of the same shift.
    pub compared: RwSignal<Compared>,
    /// After how many acts one looks at the desk.
    pub act: RwSignal<Option<usize>>,
    /// What one sees there.
    pub instant: RwSignal<Instant>,
    /// After how many acts one is about to play on, and what the clock says there.
    pub play_on: RwSignal<Option<(usize, String)>>,
    /// Whether everything that is folded away is open, for paper.
    pub unfolded: RwSignal<bool>,
    hands: StoredValue<Hands, LocalStorage>,
    /// Only the instant that was asked for last is shown.
    asked: StoredValue<u32>,
}

impl Look {
    /// Looks back at a run of so many acts.
    pub fn new(debrief: Arc<Debrief>, acts: usize, edition: Signal<Edition>, hands: Hands) -> Self {
        Self {
            stops: StoredValue::new(words::stops(&debrief)),
            debrief: StoredValue::new(debrief),
            acts,
            edition,
            answer: RwSignal::new(None),
            compared: RwSignal::new(Compared::Playing(0, 0)),
            act: RwSignal::new(None),
            instant: RwSignal::new(Instant::Unasked),
            play_on: RwSignal::new(None),
            unfolded: RwSignal::new(false),
            hands: StoredValue::new_local(hands),
            asked: StoredValue::new(0),
        }
    }

    /// What is told.
    pub fn debrief(self) -> Arc<Debrief> {
        self.debrief.get_value()
    }

    /// Says before the results are seen what one would do differently.
    pub fn say(self, answer: Answer) {
        self.answer.set(Some(answer));
        dom::soon(|| {
            dom::focus_id(RESULT);
        });
    }

    /// Looks at the desk after the first acts.
    pub fn show(self, act: usize) {
        let act = act.min(self.acts);
        if self.act.get_untracked() == Some(act) {
            return;
        }
        self.act.set(Some(act));
        self.asked.update_value(|asked| *asked = asked.wrapping_add(1));
        let asked = self.asked.get_value();
        // What was seen before stays until the next is there: the page does not flicker while one drags.
        if !matches!(self.instant.get_untracked(), Instant::Here(..)) {
            self.instant.set(Instant::Coming);
        }
        let Some(hands) = self.hands.try_get_value() else { return };
        // Whoever drags passes many instants: only where one rests is looked at.
        dom::soon(move || {
            if self.asked.try_get_value() != Some(asked) {
                return;
            }
            let seen = move |view: Option<View>| {
                if self.asked.try_get_value() == Some(asked) {
                    let instant = view.map_or(Instant::Nothing, |view| Instant::Here(act, Arc::new(view)));
                    self.instant.try_set(instant);
                }
            };
            (hands.seek)(act, Box::new(seen));
        });
    }

    /// Looks at the desk after the first acts, and takes the reader there.
    pub fn show_me(self, act: usize) {
        self.show(act);
        dom::soon(|| {
            dom::show_id(INSTANT);
            dom::focus_id(INSTANT);
        });
    }

    /// Plays on after the first acts; hears why that cannot be done.
    pub fn fork(self, act: usize, because: impl FnOnce(String) + 'static) {
        if let Some(hands) = self.hands.try_get_value() {
            (hands.fork)(act, Box::new(because));
        }
    }

    /// Hands out the run as a file.
    pub fn replay_file(self) -> Result<(), String> {
        self.hands.try_get_value().map_or(Ok(()), |hands| (hands.replay_file)())
    }

    /// Opens what there is to learn about a concept, if it is one that is taught.
    pub fn learn(self, topic: Topic) {
        if let Some(hands) = self.hands.try_get_value() {
            (hands.learn)(topic);
        }
    }

    /// The time after so many acts, in minutes since the shift began: as the desk says, once it is here.
    pub fn minutes_after(self, act: usize) -> f64 {
        self.instant.with(|instant| match instant {
            Instant::Here(of, view) if *of == act => self.debrief.with_value(|debrief| words::since(debrief, view.now)),
            _ => self.stops.with_value(|stops| words::minutes_after(stops, act)),
        })
    }

    /// The same as it stands on the clock.
    pub fn clock_after(self, act: usize) -> String {
        let minutes = self.minutes_after(act);
        self.debrief.with_value(|debrief| words::at(debrief, minutes))
    }

    /// After how many acts the desk was as it was at a time, in minutes since the shift began.
    pub fn act_at(self, minutes: f64) -> usize {
        self.stops.with_value(|stops| words::act_at(stops, minutes)).min(self.acts)
    }

    /// How many minutes an earlier run lost, worked out by playing it again.
    pub fn lost_in(self, run: &str, then: Lost) {
        if let Some(hands) = self.hands.try_get_value() {
            (hands.lost)(run.to_owned(), then);
        }
    }
}
