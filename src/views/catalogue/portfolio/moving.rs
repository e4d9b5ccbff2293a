//! Letting a service stand somewhere else: at once where nothing is to be said, else by a form that asks for what the
//! gate needs, or for the reason.

use itsm::catalogue::{Action, Check, Command as Ask, Status, needs_a_reason};
use itsm::{Command, ServiceId};
use leptos::prelude::*;

use super::Wanted;
use super::card::card_id;
use crate::browser::dom;
use crate::session::Session;
use crate::ui::{Field, TextArea, Toaster};
use crate::views::asking::{Asking, FormFrame};
use crate::views::undo;

/// Moves services.
#[derive(Clone, Copy)]
pub struct Mover {
    /// What is dragged, and from where.
    pub dragged: RwSignal<Option<(ServiceId, Status)>>,
    open: RwSignal<Option<Wanted>>,
    session: Session,
    toaster: Toaster,
}

impl Mover {
    /// One that asks in the board's dialog.
    pub fn new(open: RwSignal<Option<Wanted>>) -> Self {
        Self {
            dragged: RwSignal::new(None),
            open,
            session: expect_context::<Session>(),
            toaster: expect_context::<Toaster>(),
        }
    }

    fn needs(self, id: ServiceId, to: Status) -> Needs {
        let read = self.session.peek(|workspace| {
            let listing = workspace.desk().portfolio().listing(id)?;
            Some(Needs {
                missing: listing.missing(to).collect(),
                reason: needs_a_reason(listing.status, to),
                may: listing.status.may_become(to),
                is_there: listing.status == to,
            })
        });
        read.flatten().unwrap_or_default()
    }

    /// Why it cannot go there, where no form could help.
    pub fn refused(self, id: ServiceId, to: Status) -> Option<String> {
        let needs = self.needs(id, to);
        if needs.may && !needs.missing.is_empty() {
            return None;
        }
        self.session.refuses(id, Action::Move(to)).map(|refusal| refusal.sentence())
    }

    /// Moves it, asks for what is needed first, or says why not.
    pub fn ask(self, id: ServiceId, to: Status) {
        let needs = self.needs(id, to);
        if needs.is_there {
            return;
        }
        if let Some(why) = self.refused(id, to) {
            return self.toaster.bad(why);
        }
        if needs.reason || !needs.missing.is_empty() {
            return self.open.set(Some(Wanted::Move(id, to)));
        }
        let go = Ask::Move { service: id, to, because: "".into() };
        match self.session.give(Command::Catalogue(go)) {
            Ok(_) => {
                undo::confirm(self.session, self.toaster, "Moved to “".to_owned() + to.word() + "”");
                follow(id);
            }
            Err(refusal) => self.toaster.bad(refusal.sentence()),
        }
    }
}

/// Takes the focus to where the card is now.
fn follow(id: ServiceId) {
    dom::soon(move || {
        dom::focus_id(&card_id(id));
    });
}

/// What a step needs.
#[derive(Clone, Debug, Default)]
struct Needs {
    missing: Vec<Check>,
    reason: bool,
    may: bool,
    is_there: bool,
}

/// The form that asks for what a step needs.
#[component]
pub fn MoveForm(id: ServiceId, to: Status, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let needs = Mover { dragged: RwSignal::new(None), open: RwSignal::new(None), session, toaster }.needs(id, to);
    let reason = RwSignal::new(String::new());
    let ticks: Vec<(Check, RwSignal<String>)> =
        needs.missing.iter().map(|check| (*check, RwSignal::new(String::new()))).collect();
    let first = needs.missing.first().map(|check| {
        ["Needs ", check.word(), ": ", check.because(), ". Say where it stands, and it is ticked."].concat()
    });
    let error = RwSignal::new(None::<String>);
    let rows: Vec<_> = ticks
        .iter()
        .copied()
        .map(|(check, words)| {
            view! {
                <Field label=check.word() hint=check.asks() required=true><TextArea value=words rows=2 /></Field>
            }
        })
        .collect();
    let ticks = StoredValue::new(ticks);
    let submit = move || {
        let mut at = None;
        let given = session.give_in_turn(|turn| {
            for (check, words) in ticks.get_value() {
                let done = turn.desk().portfolio().listing(id).is_some_and(|listing| listing.done.contains_key(&check));
                if !done {
                    at = Some(check);
                    let words = Some(words.get_untracked().into());
                    turn.decide(Command::Catalogue(Ask::Tick { service: id, check, words }))?;
                }
            }
            at = None;
            let go = Ask::Move { service: id, to, because: reason.get_untracked().into() };
            turn.decide(Command::Catalogue(go))
        });
        match (at, given) {
            (Some(check), Err(refusal)) => return error.set(Some([check.word(), ". ", &refusal.sentence()].concat())),
            (_, given) => {
                error.set(None);
                asking.given(given, "Moved to “".to_owned() + to.word() + "”");
            }
        }
        follow(id);
    };
    let shown = Signal::derive(move || error.get().or_else(|| asking.error_beside(&["a reason"]).get()));
    let why = needs.reason.then(|| {
        view! {
            <Field label="Reason" hint="For those who worked on it." required=true error=asking.error_of("a reason")>
                <TextArea value=reason rows=2 />
            </Field>
        }
    });
    let label = if needs.missing.is_empty() { "Move it" } else { "Tick and move" };
    view! {
        <FormFrame form=asking label error=shown submit>
            {first.map(|text| view! { <p>{text}</p> })}
            {rows}
            {why}
        </FormFrame>
    }
    .into_any()
}
