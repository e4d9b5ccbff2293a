//! What can be done about a major incident now, the next step first.

use itsm::IncidentId;
use itsm::incident::{self, Command as AskIncident};
use itsm::major::{Action, Standing, standing, why_not};
use leptos::prelude::*;

use super::forms::{self, Wanted};
use super::shown;
use crate::browser::location::Location;
use crate::session::Session;
use crate::views::record::{Act, ActionRow, FormDialog};

/// The row, and the dialog of what needs more than a press.
#[component]
pub fn Acts(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let open = RwSignal::new(None::<Wanted>);
    let acts = move || {
        let found = session.read(|workspace| {
            let desk = workspace.desk();
            let is_closed = desk.incident(id).is_ok_and(|one| one.closed_at.is_some());
            let close = incident::why_not(desk, id, incident::Action::Close);
            (standing(desk, id), Action::ALL.map(|action| (action, why_not(desk, id, action))), close, is_closed)
        });
        let Some((standing, refusals, close, is_closed)) = found else { return vec![] };
        let refusal = |action: Action| refusals.iter().find(|(of, _)| *of == action).and_then(|(_, why)| why.clone());
        let asks = |label, action, wanted| Act::asks(label, refusal(action), open, wanted);
        match standing {
            None => vec![asks("Propose as a major incident", Action::Propose, Wanted::Propose).primary()],
            Some(Standing::Candidate) => vec![
                asks("Accept", Action::Accept, Wanted::Accept).primary(),
                asks("Reject", Action::Reject, Wanted::Reject),
            ],
            Some(Standing::Running) => vec![
                asks("Tell an update", Action::Update, Wanted::Update).primary(),
                asks("Write the timeline", Action::Log, Wanted::Log),
                asks("Note a swarm", Action::Log, Wanted::Swarm),
                asks("Name who does what", Action::GivePart, Wanted::GivePart),
                asks("Plan communication", Action::Plan, Wanted::Plan),
                asks("Demote", Action::Demote, Wanted::Demote).quiet(),
            ],
            Some(Standing::Ended) => {
                let mut acts = vec![
                    asks("Look back", Action::LookBack, Wanted::LookBack).primary(),
                    asks("Write the timeline", Action::Log, Wanted::Log),
                ];
                if !is_closed {
                    acts.push(asks("Tell an update", Action::Update, Wanted::Update));
                    let ask = itsm::Command::Incident(AskIncident::Close(id));
                    acts.push(Act::now("Close the incident", close, ask, "Closed"));
                }
                let number = shown::number(session, id);
                acts.push(Act::new("Open the report", None, move || location.go(&shown::report(&number))));
                acts.push(asks("Waive looking back", Action::Waive, Wanted::Waive).quiet());
                acts
            }
            Some(Standing::Rejected | Standing::Demoted) => {
                vec![asks("Propose it again", Action::Propose, Wanted::Propose)]
            }
        }
    };
    view! {
        <ActionRow acts />
        <FormDialog open title=Wanted::title form=move |wanted, asking| forms::form(id, wanted, asking) />
    }
    .into_any()
}
