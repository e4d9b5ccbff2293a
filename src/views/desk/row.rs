//! One row of the queue. Its cells come from a memo, so that a change elsewhere paints nothing here.

use chrono::{DateTime, Utc};
use itsm::incident::{Incident, State};
use itsm::{IncidentId, Key, Matrix};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::columns::Column;
use workspace::standing::Breach;

use super::badges;
use crate::route::Route;
use crate::session::{Session, Zone};
use crate::ui::{BadgeCell, Cell, PriorityCell, TextCell};
use crate::views::words;

/// Says what columns show, at an instant and in a zone.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// What it is about.
    pub workspace: &'a Workspace,
    /// The desk's present.
    pub now: DateTime<Utc>,
    /// Where times are shown.
    pub zone: Zone,
}

impl Teller<'_> {
    /// What a column says of an incident; a dash where there is nothing.
    pub fn text(&self, incident: &Incident, column: Column) -> String {
        let desk = self.workspace.desk();
        let names = desk.directory();
        let or_dash = |text: Option<&str>| text.unwrap_or("–").to_owned();
        let moment = |at: Option<DateTime<Utc>>| at.map_or_else(|| or_dash(None), |at| self.moment(at));
        let level = |level| badges::level_word(level, desk.matrix().size());
        match column {
            Column::Number => desk.incident_number(incident.id),
            Column::Priority => "P".to_owned() + &incident.priority(desk.matrix()).0.to_string(),
            Column::State => badges::state_label(incident.state),
            Column::Summary => workspace::title::title(self.workspace, incident.id),
            Column::Target => self.target(incident.id),
            Column::Group => or_dash(incident.group.map(|id| names.group(id))),
            Column::Person => or_dash(incident.assignee.map(|id| names.person(id))),
            Column::Caller => or_dash(incident.caller.map(|id| names.person(id))),
            Column::Category => or_dash(incident.category.map(|id| names.category(id))),
            Column::Service => or_dash(incident.service.map(|id| names.service(id))),
            Column::Item => or_dash(incident.item.map(|id| names.item(id))),
            Column::Opened => self.moment(incident.opened_at),
            Column::Changed => self.moment(incident.changed_at),
            Column::Resolved => moment(incident.resolution.as_ref().map(|resolution| resolution.at)),
            Column::Closed => moment(incident.closed_at),
            Column::Age => words::short_span(self.now - incident.opened_at),
            Column::Impact => level(incident.impact),
            Column::Urgency => level(incident.urgency),
            Column::Channel => incident.channel.word().to_owned(),
            Column::Hold => match incident.state {
                State::OnHold(reason) => reason.word().trim_start_matches("awaiting ").to_owned(),
                _ => or_dash(None),
            },
            Column::Reopened => incident.reopened.to_string(),
            Column::Reassigned => incident.reassigned.to_string(),
            Column::Parent => incident.parent.map_or_else(|| or_dash(None), |id| desk.incident_number(id)),
        }
    }

    fn moment(&self, at: DateTime<Utc>) -> String {
        words::short_date_time(self.zone.local(at), self.zone.local(self.now))
    }

    fn target(&self, id: IncidentId) -> String {
        let standing = self.workspace.standing(id);
        let breach = standing.at(self.now);
        match (breach, standing.breaches_at()) {
            // The one clock was missed, the other still runs: what is lost comes first.
            (Breach::Breached, Some(at)) if at > self.now => "Missed".to_owned(),
            (Breach::DueSoon | Breach::Within, Some(at)) => "in ".to_owned() + &words::short_span(at - self.now),
            (Breach::Breached, Some(at)) => words::short_span(self.now - at) + " over",
            (Breach::Breached, None) => "Missed".to_owned(),
            _ => badges::breach_word(breach).to_owned(),
        }
    }
}

#[derive(Clone, PartialEq)]
struct Row {
    priority: u8,
    state: State,
    breach: Breach,
    /// What each column says.
    texts: Vec<String>,
}

fn row(teller: Teller, id: IncidentId, columns: &[Column]) -> Option<Row> {
    let desk = teller.workspace.desk();
    let incident = desk.incident(id).ok()?;
    Some(Row {
        priority: incident.priority(desk.matrix()).0,
        state: incident.state,
        breach: teller.workspace.standing(id).at(teller.now),
        texts: columns.iter().map(|column| teller.text(incident, *column)).collect(),
    })
}

/// The class of a column's cells. On a phone, some of them make the card.
fn class(column: Column) -> &'static str {
    match column {
        Column::Number => "cell-number vtable-first",
        Column::Priority => "cell-priority",
        Column::State => "cell-state",
        Column::Summary => "cell-title",
        Column::Target => "cell-clock",
        Column::Group => "cell-group",
        Column::Person => "cell-assignee",
        Column::Caller => "cell-caller",
        Column::Opened => "cell-opened",
        Column::Reopened | Column::Reassigned => "cell-other number",
        _ => "cell-other",
    }
}

/// The cells of the row in which `key` stands. The elements are made once for the columns there are; what they say
/// follows key and record.
pub fn cells(session: Session, key: Signal<Key>, columns: Memo<Vec<Column>>) -> AnyView {
    let zone = session.zone();
    let row = Memo::new(move |_| {
        let now = session.now.get();
        let told = |workspace: &Workspace| {
            columns.with(|columns| row(Teller { workspace, now, zone }, IncidentId(key.get()), columns))
        };
        session.read(told).flatten()
    });
    (move || columns.get().into_iter().enumerate().map(|(place, column)| cell(row, place, column)).collect_view())
        .into_any()
}

fn cell(row: Memo<Option<Row>>, place: usize, column: Column) -> AnyView {
    let text = Signal::derive(move || {
        row.with(|row| row.as_ref().and_then(|row| row.texts.get(place)).cloned().unwrap_or_default())
    });
    let state = move || row.with(|row| row.as_ref().map_or(State::New, |row| row.state));
    let breach = move || row.with(|row| row.as_ref().map_or(Breach::NoTarget, |row| row.breach));
    let class = class(column);
    match column {
        Column::Number => view! {
            <Cell class>
                <a href=move || Route::Incident(text.get()).href() tabindex="-1">{text}</a>
            </Cell>
        }
        .into_any(),
        Column::Priority => view! {
            <PriorityCell class level=Signal::derive(move || row.with(|row| row.as_ref().map_or(Matrix::LOWEST, |row| row.priority))) />
        }
        .into_any(),
        Column::State => view! {
            <BadgeCell
                class
                tone=Signal::derive(move || badges::state_tone(state()))
                picture=Signal::derive(move || badges::state_picture(state()))
                label=text
            />
        }
        .into_any(),
        Column::Target => view! {
            <BadgeCell
                class
                tone=Signal::derive(move || badges::breach_tone(breach()))
                picture=Signal::derive(move || badges::breach_picture(breach()))
                label=text
            />
        }
        .into_any(),
        _ => view! { <TextCell class text /> }.into_any(),
    }
}
