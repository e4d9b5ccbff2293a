//! One row of the queue. Its cells come from a memo, so that a change elsewhere paints nothing here.

use itsm::IncidentId;
use itsm::incident::State;
use leptos::prelude::*;
use workspace::Workspace;
use workspace::standing::Breach;

use super::badges;
use crate::route::Route;
use crate::session::{Session, Zone};
use crate::ui::{Badge, Cell, PriorityBars};
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
        (Breach::DueSoon | Breach::Within, Some(at)) => "in ".to_owned() + &words::span(at - now),
        (Breach::Breached, Some(at)) => words::span(now - at) + " over",
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
        opened: words::date_time(zone.local(incident.opened_at)),
        breach,
        target,
    })
}

/// The cells of an incident's row. One memo and one effect a row: dozens of rows come and go while scrolling.
pub fn cells(session: Session, id: IncidentId) -> AnyView {
    let zone = session.zone();
    let row = Memo::new(move |_| {
        let now = session.now.get();
        session.read(|workspace| row(workspace, id, now, zone)).flatten()
    });
    (move || row.get().map(cells_of)).into_any()
}

fn cells_of(row: Row) -> AnyView {
    let href = Route::Incident(row.number.clone()).href();
    view! {
        <Cell class="cell-number"><a href=href tabindex="-1">{row.number}</a></Cell>
        <Cell class="cell-priority"><PriorityBars level=row.priority /></Cell>
        <Cell class="cell-state">
            <Badge
                plain=true
                tone=badges::state_tone(row.state)
                picture=Some(badges::state_picture(row.state))
                label=workspace::say::state(row.state)
            />
        </Cell>
        <Cell class="cell-title">{row.title}</Cell>
        <Cell class="cell-clock">
            <Badge
                plain=true
                tone=badges::breach_tone(row.breach)
                picture=Some(badges::breach_picture(row.breach))
                label=row.target
            />
        </Cell>
        <Cell class="cell-group">{row.group}</Cell>
        <Cell class="cell-assignee">{row.assignee}</Cell>
        <Cell class="cell-caller">{row.caller}</Cell>
        <Cell class="cell-opened">{row.opened}</Cell>
    }
    .into_any()
}
