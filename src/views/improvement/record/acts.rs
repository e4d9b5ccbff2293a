//! What can be done with an improvement now, the next step first.

use itsm::improvement::{Action, Command as Ask, Stage};
use itsm::{Command, ImprovementId};
use leptos::prelude::*;

use super::forms::{self, Wanted};
use crate::session::Session;
use crate::views::record::{Act, ActionRow, FormDialog};

/// The row, and the dialog of what needs more than a press.
#[component]
pub fn Acts(id: ImprovementId) -> impl IntoView {
    let session = expect_context::<Session>();
    let open = RwSignal::new(None::<Wanted>);
    let acts = move || {
        let found = session.read(|workspace| {
            let desk = workspace.desk();
            let stage = desk.improvements().get(id).ok()?.state.stage();
            Some((stage, Action::ALL.map(|action| (action, session.refuses(id, action)))))
        });
        let Some((stage, refusals)) = found.flatten() else { return vec![] };
        let refusal = |action: Action| refusals.iter().find(|(of, _)| *of == action).and_then(|(_, why)| why.clone());
        let now = |label, action, ask: Ask, done| Act::now(label, refusal(action), Command::Improvement(ask), done);
        let asks = |label, action, wanted| Act::asks(label, refusal(action), open, wanted);
        let mut acts = match stage {
            Stage::New => vec![now("Accept", Action::Accept, Ask::Accept(id), "Accepted").primary()],
            Stage::Accepted => {
                vec![now("Assess", Action::Assess, Ask::Assess(id), "Its assessment has begun").primary()]
            }
            Stage::Assess => vec![now("Approve", Action::Approve, Ask::Approve(id), "Approved").primary()],
            Stage::Approved => vec![now("Start", Action::Start, Ask::Start(id), "Work has begun").primary()],
            Stage::InProgress => vec![
                now("Review", Action::Review, Ask::Review(id), "The review has begun").primary(),
                asks("Measure", Action::Measure, Wanted::Measure),
                asks("Put on hold", Action::Hold, Wanted::Hold),
            ],
            Stage::OnHold => vec![
                now("Resume", Action::Resume, Ask::Resume(id), "Work goes on").primary(),
                asks("Measure", Action::Measure, Wanted::Measure),
            ],
            Stage::Review => vec![
                asks("Close", Action::Close, Wanted::Close).primary(),
                asks("Measure", Action::Measure, Wanted::Measure),
                asks("Not done yet", Action::Continue, Wanted::Continue),
            ],
            Stage::Closed | Stage::Cancelled => vec![],
        };
        if !matches!(stage, Stage::Closed | Stage::Cancelled) {
            acts.push(asks("Edit details", Action::Amend, Wanted::Amend).quiet());
            acts.push(asks("Cancel improvement", Action::Cancel, Wanted::Cancel).quiet());
        }
        acts
    };
    view! {
        <ActionRow acts />
        <FormDialog open title=Wanted::title form=move |wanted, asking| forms::form(id, wanted, asking) />
    }
    .into_any()
}
