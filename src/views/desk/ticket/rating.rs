//! How content the caller of an incident is.

use itsm::incident::{Command as Ask, State, why_not_rate};
use itsm::{Command, IncidentId};
use leptos::prelude::*;
use workspace::Workspace;

use crate::session::Session;
use crate::views::record::RatingPanel;

/// The panel, once the incident is resolved.
#[component]
pub fn CallerRating(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let judged = Memo::new(move |_| {
        let read = |workspace: &Workspace| {
            let incident = workspace.desk().incident(id).ok()?;
            matches!(incident.state, State::Resolved | State::Closed).then(|| incident.rating.clone())
        };
        session.read(read).flatten()
    });
    let why_not = Signal::derive(move || {
        let now = session.now.get();
        session.read(|workspace| why_not_rate(workspace.desk(), id, now).map(|why| why.sentence())).flatten()
    });
    let make = move |score, words| Command::Incident(Ask::Rate { incident: id, score, words });
    view! { <RatingPanel who="caller" judged why_not make /> }.into_any()
}
