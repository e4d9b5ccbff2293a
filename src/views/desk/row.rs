//! One row of the queue. Its cells come from a memo, so that a change elsewhere paints nothing here.

use itsm::incident::State;
use itsm::{IncidentId, Key, Matrix};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::standing::Breach;

use super::badges;
use crate::route::Route;
use crate::session::{Session, Zone};
use crate::ui::{BadgeCell, Cell, PriorityCell, TextCell};
use crate::views::words;

#[derive(Clone, PartialEq)]
struct Row {
    number: String,
    title: String,
    priority: u8,
    state: State,
    group: String,
    assignee: String,
    caller: String,
    opened: String,
    breach: Breach,
    target: String,
}

fn row(workspace: &Workspace, id: IncidentId, now: chrono::DateTime<chrono::Utc>, zone: Zone) -> Option<Row> {
    let desk = workspace.desk();
    let incident = desk.incident(id).ok()?;
    let directory = desk.directory();
    let standing = workspace.standing(id);
    let breach = standing.at(now);
    let target = match (breach, standing.breaches_at()) {
        // The one clock was missed, the other still runs: what is lost comes first.
        (Breach::Breached, Some(at)) if at > now => "Missed".to_owned(),
        (Breach::DueSoon | Breach::Within, Some(at)) => "in ".to_owned() + &words::short_span(at - now),
        (Breach::Breached, Some(at)) => words::short_span(now - at) + " over",
        (Breach::Breached, None) => "Missed".to_owned(),
        _ => badges::breach_word(breach).to_owned(),
    };
    Some(Row {
        number: desk.incident_number(id),
        title: workspace::title::title(workspace, id),
        priority: incident.priority(desk.matrix()).0,
        state: incident.state,
        group: incident.group.map_or("–", |id| directory.group(id)).to_owned(),
        assignee: incident.assignee.map_or("–", |id| directory.person(id)).to_owned(),
        caller: incident.caller.map_or("–", |id| directory.person(id)).to_owned(),
        opened: words::short_date_time(zone.local(incident.opened_at), zone.local(now)),
        breach,
        target,
    })
}

/// What the row of an incident says, in the order of the columns.
pub fn texts(
    workspace: &Workspace,
    id: IncidentId,
    now: chrono::DateTime<chrono::Utc>,
    zone: Zone,
) -> Option<[String; 9]> {
    let row = row(workspace, id, now, zone)?;
    let priority = "P".to_owned() + &row.priority.to_string();
    let state = badges::state_label(row.state);
    Some([row.number, priority, state, row.title, row.target, row.group, row.assignee, row.caller, row.opened])
}

/// The cells of the row in which `key` stands. The elements are made once; what they say follows key and record.
pub fn cells(session: Session, key: Signal<Key>) -> AnyView {
    let zone = session.zone();
    let row = Memo::new(move |_| {
        let now = session.now.get();
        session.read(|workspace| row(workspace, IncidentId(key.get()), now, zone)).flatten()
    });
    let text = move |pick: fn(&Row) -> &str| {
        Signal::derive(move || row.with(|row| row.as_ref().map(|row| pick(row).to_owned()).unwrap_or_default()))
    };
    let number = text(|row| &row.number);
    let state = move || row.with(|row| row.as_ref().map_or(State::New, |row| row.state));
    let breach = move || row.with(|row| row.as_ref().map_or(Breach::NoTarget, |row| row.breach));
    view! {
        <Cell class="cell-number">
            <a href=move || Route::Incident(number.get()).href() tabindex="-1">{number}</a>
        </Cell>
        <PriorityCell
            class="cell-priority"
            level=Signal::derive(move || row.with(|row| row.as_ref().map_or(Matrix::LOWEST, |row| row.priority)))
        />
        <BadgeCell
            class="cell-state"
            tone=Signal::derive(move || badges::state_tone(state()))
            picture=Signal::derive(move || badges::state_picture(state()))
            label=Signal::derive(move || badges::state_label(state()))
        />
        <TextCell class="cell-title" text=text(|row| &row.title) />
        <BadgeCell
            class="cell-clock"
            tone=Signal::derive(move || badges::breach_tone(breach()))
            picture=Signal::derive(move || badges::breach_picture(breach()))
            label=text(|row| &row.target)
        />
        <TextCell class="cell-group" text=text(|row| &row.group) />
        <TextCell class="cell-assignee" text=text(|row| &row.assignee) />
        <TextCell class="cell-caller" text=text(|row| &row.caller) />
        <TextCell class="cell-opened" text=text(|row| &row.opened) />
    }
    .into_any()
}
