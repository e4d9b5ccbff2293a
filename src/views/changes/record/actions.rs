//! What can be done with a change now, the next step first.

use itsm::change::{Action, ChangeType, Command as Ask, State};
use itsm::{ChangeId, Command};
use leptos::prelude::*;
use preferences::Action as Key;

use super::forms::{ChangeDialog, Wanted};
use crate::session::Session;
use crate::views::record::{Act, ActionRow};

/// How far a change is.
#[derive(Clone, Copy, PartialEq)]
struct Reached {
    state: State,
    kind: ChangeType,
    reviewed: bool,
}

fn reached(session: Session, id: ChangeId) -> Option<Reached> {
    let read = session.read(|workspace| {
        let change = workspace.desk().changes().get(id).ok()?;
        Some(Reached { state: change.state, kind: change.kind, reviewed: change.review.is_some() })
    });
    read.flatten()
}

/// The row of actions and the dialog that they open.
#[component]
pub fn Actions(id: ChangeId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let acts = move || {
        let Some(Reached { state, kind, reviewed }) = reached(session, id) else { return vec![] };
        let refusal = |action: Action| session.refuses(id, action);
        let now = |label, action, make: fn(ChangeId) -> Ask, done| {
            Act::now(label, refusal(action), Command::Change(make(id)), done)
        };
        let asks = |label, action, wanted| Act::asks(label, refusal(action), open, wanted);
        let mut acts = match state {
            State::New if kind == ChangeType::Standard => {
                vec![asks("Schedule", Action::Schedule, Wanted::Schedule).primary()]
            }
            State::New => vec![now("Assess", Action::Assess, Ask::Assess, "The assessment has begun").primary()],
            State::Assess => vec![asks("Ask for authorisation", Action::Ask, Wanted::Ask).primary()],
            State::Authorize => vec![
                asks("Schedule", Action::Schedule, Wanted::Schedule).primary(),
                asks("Withdraw", Action::Withdraw, Wanted::Withdraw),
            ],
            State::Scheduled => vec![
                now("Implement", Action::Implement, Ask::Implement, "The implementation has begun").primary(),
                asks("Move its time", Action::Schedule, Wanted::Schedule),
            ],
            State::Implement => {
                vec![now("End and review", Action::BeginReview, Ask::BeginReview, "The review has begun").primary()]
            }
            State::Review => {
                let review = asks("Write the review", Action::Review, Wanted::Review);
                let close = asks("Close", Action::Close, Wanted::Close);
                if reviewed || kind == ChangeType::Standard {
                    vec![close.primary(), review]
                } else {
                    vec![review.primary(), close]
                }
            }
            State::Closed | State::Cancelled => return vec![],
        };
        acts.push(asks("Assign", Action::Assign, Wanted::Assign).key(Key::Assign));
        acts.push(asks("Edit", Action::Amend, Wanted::Amend).key(Key::Edit));
        if state == State::Scheduled && kind != ChangeType::Standard {
            acts.push(asks("Withdraw", Action::Withdraw, Wanted::Withdraw).quiet());
        }
        acts.push(asks("Cancel change", Action::Cancel, Wanted::Cancel).quiet());
        acts
    };
    view! {
        <ActionRow acts />
        <ChangeDialog id open />
    }
    .into_any()
}
