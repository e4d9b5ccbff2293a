//! The fields of an incident, and what another tool said of it.

use itsm::IncidentId;
use itsm::incident::{Foreign, Incident};
use leptos::prelude::*;
use workspace::Workspace;

use crate::session::{Session, Zone};
use crate::ui;
use crate::views::words;

/// Name and value of each line.
type Lines = Vec<(String, String)>;

fn line(lines: &mut Lines, name: &str, value: Option<&str>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        lines.push((name.to_owned(), value.to_owned()));
    }
}

fn of_record(workspace: &Workspace, incident: &Incident, zone: Zone) -> Lines {
    let directory = workspace.desk().directory();
    let mut lines = vec![];
    line(&mut lines, "Description", Some(&incident.description));
    line(&mut lines, "Caller", Some(incident.caller.map_or("Not known", |id| directory.person(id))));
    line(&mut lines, "Channel", Some(incident.channel.word()));
    line(&mut lines, "Assignment group", Some(incident.group.map_or("None", |id| directory.group(id))));
    line(&mut lines, "Person", Some(incident.assignee.map_or("None", |id| directory.person(id))));
    line(&mut lines, "Service", incident.service.map(|id| directory.service(id)));
    line(&mut lines, "Category", incident.category.map(|id| directory.category(id)));
    line(&mut lines, "Configuration item", incident.item.map(|id| directory.item(id)));
    line(&mut lines, "Logged by", incident.opened_by.map(|id| directory.person(id)));
    line(&mut lines, "Last change", Some(&words::date_time(zone.local(incident.changed_at))));
    line(&mut lines, "Reassigned", Some(&words::count(incident.reassigned as usize, "time", "times")));
    line(&mut lines, "Reopened", Some(&words::count(incident.reopened as usize, "time", "times")));
    if let Some(resolution) = &incident.resolution {
        line(&mut lines, "Resolution code", Some(resolution.code.word()));
        line(&mut lines, "Solution", Some(&resolution.solution));
        line(&mut lines, "Resolved by", Some(directory.person(resolution.by)));
        line(&mut lines, "Resolved", Some(&words::date_time(zone.local(resolution.at))));
    }
    line(&mut lines, "Closed", incident.closed_at.map(|at| words::date_time(zone.local(at))).as_deref());
    lines
}

fn of_source(foreign: &Foreign) -> Lines {
    let mut lines = vec![];
    line(
        &mut lines,
        "Priority there",
        foreign.priority.map(|priority| "P".to_owned() + &priority.0.to_string()).as_deref(),
    );
    let verdict = foreign.verdict.map(|met| if met { "Within agreement" } else { "Agreement missed" });
    line(&mut lines, "Its verdict", verdict);
    for (column, value) in &foreign.fields {
        line(&mut lines, column, Some(value));
    }
    lines
}

fn list(lines: Lines) -> AnyView {
    let line = |(name, value): (String, String)| view! { <ui::Fact label=name>{value}</ui::Fact> };
    view! { <ui::Facts>{lines.into_iter().map(line).collect_view()}</ui::Facts> }.into_any()
}

/// The panel.
#[component]
pub fn Facts(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let lines = Memo::new(move |_| {
        let of = |workspace: &Workspace| {
            let incident = workspace.desk().incident(id).ok()?;
            let source = incident.foreign.as_deref().map(of_source);
            Some((of_record(workspace, incident, zone), source))
        };
        session.read(of).flatten()
    });
    let ours = Signal::derive(move || lines.get().map(|(ours, _)| ours).unwrap_or_default());
    let theirs = move || lines.get().and_then(|(_, theirs)| theirs);
    view! {
        <section class="panel" aria-labelledby="facts">
            <h2 id="facts">"Details"</h2>
            {move || list(ours.get())}
        </section>
        {move || theirs().map(|theirs| view! {
            <details class="panel">
                <summary>"As the other tool had it"</summary>
                {list(theirs)}
            </details>
        })}
    }
    .into_any()
}
