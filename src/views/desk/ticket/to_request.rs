//! What was logged as an incident and is really a request: the way to its form.

use itsm::IncidentId;
use itsm::incident::Action;
use leptos::prelude::*;

use crate::browser::location::Location;
use crate::route::{Practice, Route, Spot};
use crate::session::Session;
use crate::ui::{CommandButton, Kind};

/// The button. The form that it leads to asks why, and cancels the incident when the request is logged.
#[component]
pub fn ToRequest(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let refusal = Signal::derive(move || session.why_not(id, Action::Cancel));
    let go = move |()| {
        let number = session.peek(|workspace| workspace.desk().incident_number(id)).unwrap_or_default();
        location.go(&Route::Practice(Practice::Requests, Spot::New("from=".to_owned() + &number)));
    };
    view! { <CommandButton label="Make it a request" kind=Kind::Quiet refusal on_press=go /> }.into_any()
}
