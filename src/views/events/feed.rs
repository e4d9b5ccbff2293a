//! What came in, the newest first: one line for each cause, with how often it came and what was done.

use itsm::RecordId;
use itsm::monitoring::{Alert, Severity};
use learning::Term;
use leptos::prelude::*;
use workspace::Workspace;

use super::{badges, rules_page};
use crate::route::{Practice, Route};
use crate::session::Session;
use crate::ui::{Kind, LinkButton, Panel};
use crate::views::record::{Line, Mark, RecordList};
use crate::views::words;

const CHIPS: &[&str] = &["Open", "Exceptions", "Warnings", "Informational", "All"];

/// The page.
#[component]
pub fn EventsPage() -> impl IntoView {
    let actions = || {
        view! {
            <LinkButton label="Rules" kind=Kind::Quiet href=rules_page().href() />
            {Line::begin("Report an event", Practice::Events.form())}
        }
    };
    let empty = (
        "No events yet",
        "An event is a change of state that matters. Report one, or paste what your monitoring tool wrote: the rules decide what becomes an incident.",
    );
    view! { <RecordList title="Events" lines=lines chips=CHIPS empty actions below=|| view! { <Words /> } /> }
        .into_any()
}

fn lines(workspace: &Workspace) -> Vec<Line> {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let mut alerts: Vec<&Alert> = workspace.desk().alerts().all().collect();
    alerts.sort_by_key(|alert| std::cmp::Reverse((alert.last_at, alert.id)));
    let when = |at| words::date_time(zone.local(at));
    alerts.into_iter().map(|alert| line(workspace, alert, when(alert.last_at))).collect()
}

fn line(workspace: &Workspace, alert: &Alert, last: String) -> Line {
    let desk = workspace.desk();
    let number = desk.alerts().number(alert.id);
    let severity = alert.severity;
    let incidents: Vec<String> = desk.incidents_of_alert(alert.id).map(|id| desk.incident_number(id)).collect();
    let led = if incidents.is_empty() { String::new() } else { "Led to ".to_owned() + &incidents.join(", ") };
    let item = alert.item.map(|id| desk.directory().item(id).to_owned()).unwrap_or_default();
    let marks = vec![
        Mark {
            tone: badges::tone(severity),
            picture: Some(badges::picture(severity)),
            label: severity.word().to_owned(),
        },
        Mark {
            tone: badges::state_tone(alert.state),
            picture: Some(badges::state_picture(alert.state)),
            label: alert.state.word().to_owned(),
        },
    ];
    let times = words::count(alert.count as usize, "time", "times") + ", last " + &last;
    Line {
        id: RecordId::Alert(alert.id),
        href: Practice::Events.at(number.clone()).href(),
        number,
        title: alert.message.to_string(),
        priority: None,
        marks,
        texts: vec![alert.source.to_string(), item, times, led, alert.verdict.sentence()],
        shown_by: vec![
            alert.state.is_open(),
            severity == Severity::Exception,
            severity == Severity::Warning,
            severity == Severity::Informational,
            true,
        ],
    }
}

/// What the words mean, in the edition in force.
#[component]
fn Words() -> impl IntoView {
    let session = expect_context::<Session>();
    let edition = Memo::new(move |_| session.settings.with(|settings| settings.edition));
    let term = move |term: Term| {
        let meaning = term.meaning(edition.get());
        view! { <div><dt>{meaning.term}</dt><dd>{meaning.text}</dd></div> }
    };
    let terms = move || [Term::Event, Term::Alert, Term::Incident].map(term).collect_view();
    view! {
        <div class="events-words">
            <Panel title="Event, alert, incident">
                <dl class="terms">{terms}</dl>
                <p class="hint">"Not every event is an incident, and a hundred messages of one cause are one. "<a href=Route::Help.href()>"More words"</a></p>
            </Panel>
        </div>
    }
    .into_any()
}
