//! What can be done about a major incident now, the next step first.

use itsm::IncidentId;
use itsm::incident::{self, Command as AskIncident};
use itsm::major::{Action, Standing, standing};
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
            let close = session.refuses(id, incident::Action::Close);
            let has_looked = desk.majors().get(&id).is_some_and(|major| major.look_back.is_some());
            (
                standing(desk, id),
                Action::ALL.map(|action| (action, session.refuses(id, action))),
                close,
                is_closed,
                has_looked,
            )
        });
        let Some((standing, refusals, close, is_closed, has_looked)) = found else { return vec![] };
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
                let number = shown::number(session, id);
                let report = Act::new("Open the report", None, move || location.go(&shown::report(&number)));
                let look_back = asks("Look back", Action::LookBack, Wanted::LookBack);
                let mut acts = vec![];
                if is_closed {
                    acts.extend([report.primary(), look_back]);
                } else {
                    let ask = itsm::Command::Incident(AskIncident::Close(id));
                    let close = Act::now("Close the incident", close, ask, "Closed");
                    let first = if has_looked { [close.primary(), look_back] } else { [look_back.primary(), close] };
                    acts.extend(first);
                    acts.push(report);
                    acts.push(asks("Tell an update", Action::Update, Wanted::Update));
                }
                acts.push(asks("Write the timeline", Action::Log, Wanted::Log));
                if !has_looked {
                    acts.push(asks("Waive looking back", Action::Waive, Wanted::Waive).quiet());
                }
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
