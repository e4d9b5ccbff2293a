//! The fields of a request.

use itsm::RequestId;
use itsm::request::Ending;
use leptos::prelude::*;
use workspace::Workspace;

use super::badges;
use crate::session::Session;
use crate::views::record::FactsPanel;
use crate::views::words;

/// The panel.
#[component]
pub fn Facts(id: RequestId) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let lines = move |workspace: &Workspace| {
        let desk = workspace.desk();
        let Ok(request) = desk.requests().get(id) else { return vec![] };
        let directory = desk.directory();
        let now = session.now.get();
        let when = |at| words::date_time(zone.local(at));
        let person = |id| directory.person(id).to_owned();
        let promise = desk.promise_of(request, now).map(|standing| when(standing.by));
        let within = request.target.map(|target| words::business_span(target) + " of working time");
        let because = match &request.ending {
            Some(Ending::Cancelled { because } | Ending::Rerouted { because, .. }) => because.to_string(),
            None => String::new(),
        };
        vec![
            ("Description", request.description.to_string()),
            ("Requester", person(request.requester)),
            ("For", request.beneficiary.map(person).unwrap_or_default()),
            ("Kind", request.kind.word().to_owned()),
            ("Service", request.service.map(|id| directory.service(id).to_owned()).unwrap_or_default()),
            ("Channel", request.channel.word().to_owned()),
            ("Price", request.total().map(|total| badges::price(total, "")).unwrap_or_default()),
            ("Promised within", within.unwrap_or_default()),
            ("Promised by", promise.unwrap_or_default()),
            ("Logged by", person(request.opened_by)),
            ("Last change", when(request.changed_at)),
            ("Ended", request.ended_at.map(when).unwrap_or_default()),
            ("Reason", because),
        ]
    };
    view! { <FactsPanel lines /> }.into_any()
}
