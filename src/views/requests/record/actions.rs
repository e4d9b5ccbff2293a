//! What can be done with a request as a whole.

use itsm::RequestId;
use itsm::request::{Action, State};
use leptos::prelude::*;
use preferences::Action as Key;

use super::forms::Wanted;
use crate::session::Session;
use crate::views::record::{Act, ActionRow};

/// The row of actions. What belongs to one item, task or approval has its place there.
#[component]
pub fn Actions(id: RequestId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let state = Memo::new(move |_| {
        session.read(|workspace| workspace.desk().requests().get(id).ok().map(|request| request.state())).flatten()
    });
    let acts = move || {
        let refusal = |action: Action| session.refuses(id, action);
        if !state.get().is_some_and(State::is_open) {
            return vec![];
        }
        vec![
            Act::asks("Edit", refusal(Action::Amend), open, Wanted::Amend).key(Key::Edit),
            Act::asks("Re-route", refusal(Action::Reroute), open, Wanted::Reroute),
            Act::asks("Cancel request", refusal(Action::Cancel), open, Wanted::Cancel).quiet().key(Key::Cancel),
        ]
    };
    view! { <ActionRow acts /> }.into_any()
}
