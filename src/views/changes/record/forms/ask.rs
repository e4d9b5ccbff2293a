//! Ask for authorisation: who is asked follows from type and risk, which people is chosen here.

use itsm::change::{Asked, Command as Ask};
use itsm::{ChangeId, Command};
use leptos::prelude::*;

use crate::session::Session;
use crate::views::asking::{Asking, FormFrame};
use crate::views::changes::parts::{Boards, Seats};

/// The form.
#[component]
pub fn AskForm(id: ChangeId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let found = session.peek(|workspace| {
        let change = workspace.desk().changes().get(id).ok()?;
        let band = change.risk.weighed()?.band().word().to_lowercase();
        Some((change.authority(), [change.kind.word(), " change, ", &band, " risk."].concat()))
    });
    let (asked, why): (&'static [Asked], String) = found.flatten().unwrap_or((&[], String::new()));
    let seats: Vec<Seats> = asked.iter().map(|_| Seats::empty()).collect();
    let chosen = seats.clone();
    let submit = move || {
        let boards = chosen.iter().map(|seats| seats.board()).collect();
        asking.give(Command::Change(Ask::Ask { change: id, boards }), "They are asked");
    };
    let error =
        Signal::derive(move || asking.error_of("approvers").get().or_else(|| asking.error_of("delegates").get()));
    view! {
        <FormFrame form=asking label="Ask them" error=asking.error_beside(&["approvers", "delegates"]) submit>
            <p class="form-note">{why}" Nobody approves their own: leave out who wants it and who sees it through."</p>
            <Boards asked seats error />
        </FormFrame>
    }
    .into_any()
}
