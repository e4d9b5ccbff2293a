//! What an agreement says.

use itsm::PromiseId;
use itsm::promise::When;
use leptos::prelude::*;
use workspace::Workspace;
use workspace::query::key_text;
use workspace::rules::promises::when_text;

use super::words;
use crate::route::Practice;
use crate::session::Session;
use crate::ui::{Fact, Facts, Panel};
use crate::views::words as plain;

/// A row of targets.
type Row = [String; 4];

#[derive(Clone, Default, PartialEq)]
struct Said {
    services: Vec<(String, String)>,
    facts: Vec<(&'static str, String)>,
    targets: Vec<Row>,
    has_requests: bool,
}

fn said(workspace: &Workspace, id: PromiseId) -> Option<Said> {
    let desk = workspace.desk();
    let promise = desk.promises().get(id).ok()?;
    let terms = &promise.latest()?.terms;
    let service = |id: &itsm::ServiceId| {
        let href = Practice::Levels.at(["services/", &key_text(id.0)].concat()).href();
        (desk.directory().service(*id).to_owned(), href)
    };
    let span = |span: Option<chrono::TimeDelta>| span.map(plain::business_span).unwrap_or_default();
    let rows = terms
        .clocks
        .targets
        .iter()
        .zip(&terms.requests)
        .map(|(own, request)| [own.response, own.resolution, request.response, request.resolution].map(span));
    let pauses: Vec<&str> = terms.clocks.pause_on.reasons.iter().map(|reason| reason.word()).collect();
    let working_day = terms.clocks.calendar.working_day();
    let open: chrono::TimeDelta = terms.clocks.calendar.open_time().into_iter().sum();
    let hours = [
        &plain::business_span(open),
        " a week, ",
        &plain::business_span(working_day),
        " on a working day, ",
        &terms.clocks.calendar.zone,
    ];
    let escalation = terms.escalation.as_ref().map(|escalation| {
        let when = match escalation.when {
            When::Percent(percent) => "Once ".to_owned() + &percent.to_string() + " % of the target are used",
            When::Before(_) => when_text(escalation.when) + " of business time before the breach",
        };
        when + ": " + &escalation.tell
    });
    let every = |months: u8| {
        if months == 1 { "Every month".to_owned() } else { ["Every ", &months.to_string(), " months"].concat() }
    };
    Some(Said {
        services: terms.services.iter().map(service).collect(),
        facts: vec![
            ("Hours", hours.concat()),
            ("Pauses while", if pauses.is_empty() { "Nothing pauses it".to_owned() } else { pauses.join(", ") }),
            ("Warns", escalation.unwrap_or_default()),
            ("Availability", terms.availability.map(|target| words::target(Some(target))).unwrap_or_default()),
            ("If missed", terms.penalties.to_string()),
            ("Reviews", terms.review_months.map(every).unwrap_or_default()),
        ],
        has_requests: terms.requests.iter().any(|target| target.response.is_some() || target.resolution.is_some()),
        targets: rows.collect(),
    })
}

/// The panel.
#[component]
pub fn TermsPanel(id: PromiseId) -> impl IntoView {
    let session = expect_context::<Session>();
    let said = Memo::new(move |_| session.read(|workspace| said(workspace, id)).flatten().unwrap_or_default());
    let body = move || {
        let Said { services, facts, targets, has_requests } = said.get();
        let link = |(name, href): (String, String)| view! { <li><a href=href>{name}</a></li> };
        let shown = if has_requests { 4 } else { 2 };
        let cell = |text: String| {
            let text = if text.is_empty() { "—".to_owned() } else { text };
            view! { <td>{text}</td> }
        };
        let row = move |(place, row): (usize, Row)| {
            let cells = row.into_iter().take(shown).map(cell).collect_view();
            view! { <tr><th scope="row">"P"{(place + 1).to_string()}</th>{cells}</tr> }
        };
        let headings = ["Response", "Resolution", "Request: response", "Request: fulfilment"];
        let heads =
            headings.into_iter().take(shown).map(|heading| view! { <th scope="col">{heading}</th> }).collect_view();
        let fact = |(name, value): (&'static str, String)| view! { <Fact label=name>{value}</Fact> };
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty()).map(fact).collect_view();
        view! {
            <ul class="levels-covered" aria-label="Services it covers">{services.into_iter().map(link).collect_view()}</ul>
            <table class="levels-table">
                <caption class="hint">"Targets in business time"</caption>
                <thead><tr><th scope="col">"Priority"</th>{heads}</tr></thead>
                <tbody>{targets.into_iter().enumerate().map(row).collect_view()}</tbody>
            </table>
            <Facts>{facts}</Facts>
        }
        .into_any()
    };
    view! { <Panel title="What is agreed">{body}</Panel> }.into_any()
}
