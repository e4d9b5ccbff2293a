//! Logging an incident, and correcting what is known of it.

use std::sync::Arc;

use super::Steps;
use super::allowed::{Action, check};
use super::fields::{self, NO_CALLER, needs_caller, on_scale};
use crate::desk::{Context, Desk};
use crate::directory::EntryId;
use crate::fields::last_of_each_field;
use crate::ids::IncidentId;
use crate::incident::command::{Amendment, Report};
use crate::incident::event::Event;
use crate::incident::record::Incident;
use crate::incident::state::State;
use crate::priority::Level;
use crate::refusal::Refusal;
use crate::retire::offered;

pub(super) fn log(desk: &Desk, mut report: Report, context: &Context) -> Result<Steps, Refusal> {
    report.summary = fields::summary(report.summary)?;
    report.description = fields::trimmed(report.description);
    if needs_caller(report.channel, report.caller) {
        return Err(NO_CALLER);
    }
    on_scale(desk, report.impact, "impact")?;
    on_scale(desk, report.urgency, "urgency")?;
    let directory = desk.directory();
    offered(desk, &directory.people, report.caller, None, EntryId::Person, "caller")?;
    offered(desk, &directory.services, report.service, None, EntryId::Service, "service")?;
    offered(desk, &directory.items, report.item, None, EntryId::Item, "configuration item")?;
    offered(desk, &directory.categories, report.category, None, EntryId::Category, "category")?;
    offered(desk, &directory.groups, report.group, None, EntryId::Group, "group")?;
    offered(desk, &directory.people, report.assignee, None, EntryId::Person, "person")?;
    if let Some(earlier) = report.follows {
        follows_an_ended_one(desk.incident(earlier)?)?;
    }
    numbered(desk, report, context)
}

/// The incident that a caller's reply opens when the one it answers is over.
pub(super) fn follow_up(desk: &Desk, ended: &Incident, text: Arc<str>, context: &Context) -> Result<Steps, Refusal> {
    let report = Report {
        summary: summary_of(ended, &text),
        description: text,
        channel: ended.channel,
        caller: ended.caller,
        service: ended.service,
        item: ended.item,
        category: ended.category,
        impact: nearest(desk, ended.impact),
        urgency: nearest(desk, ended.urgency),
        group: ended.group,
        // Whoever had it may be gone; the team decides anew.
        assignee: None,
        follows: Some(ended.id),
    };
    numbered(desk, report, context)
}

/// An import may lack a summary; then the first line of the reply has to do.
fn summary_of(ended: &Incident, reply: &str) -> Arc<str> {
    if ended.summary.trim().is_empty() {
        Arc::from(reply.lines().next().unwrap_or(reply).trim_end())
    } else {
        ended.summary.clone()
    }
}

/// The matrix may have shrunk since the level was chosen.
fn nearest(desk: &Desk, level: Level) -> Level {
    Level(level.0.clamp(1, desk.matrix().size()))
}

fn numbered(desk: &Desk, report: Report, context: &Context) -> Result<Steps, Refusal> {
    let id = desk.next_incident(context.tag);
    number_is_free(desk, id)?;
    Ok(vec![(id, Event::Logged(Box::new(report)))])
}

pub(super) fn number_is_free(desk: &Desk, id: IncidentId) -> Result<(), Refusal> {
    if desk.incidents.contains_key(&id) {
        return Err(Refusal::Rule {
            rule: "its number is taken",
            because: "one number for two incidents would mix their histories",
        });
    }
    Ok(())
}

fn follows_an_ended_one(earlier: &Incident) -> Result<(), Refusal> {
    if matches!(earlier.state, State::Closed | State::Cancelled) {
        return Ok(());
    }
    Err(Refusal::NotFrom {
        state: earlier.state.word(),
        because: "the earlier incident has not ended, and its history belongs in one place",
        instead: "Reply to it, or reopen it",
    })
}

pub(super) fn amend(desk: &Desk, id: IncidentId, changes: Vec<Amendment>) -> Result<Steps, Refusal> {
    let incident = check(desk, id, Action::Amend)?;
    let mut events = Vec::with_capacity(changes.len());
    let (mut channel, mut caller) = (incident.channel, incident.caller);
    for change in last_of_each_field(changes) {
        let change = fields::amendment(desk, incident, change)?;
        match change {
            Amendment::Channel(next) => channel = next,
            Amendment::Caller(next) => caller = next,
            _ => {}
        }
        if !says_nothing_new(incident, &change) {
            events.push((id, Event::Amended(change)));
        }
    }
    // An import without a caller can still be amended; only losing the caller here is refused.
    if needs_caller(channel, caller) && !needs_caller(incident.channel, incident.caller) {
        return Err(NO_CALLER);
    }
    if events.is_empty() {
        return Err(Refusal::Missing { field: "a change", because: "everything is already as you wrote it" });
    }
    Ok(events)
}

fn says_nothing_new(incident: &Incident, change: &Amendment) -> bool {
    match change {
        Amendment::Summary(text) => incident.summary == *text,
        Amendment::Description(text) => incident.description == *text,
        Amendment::Channel(channel) => incident.channel == *channel,
        Amendment::Caller(id) => incident.caller == *id,
        Amendment::Service(id) => incident.service == *id,
        Amendment::Item(id) => incident.item == *id,
        Amendment::Category(id) => incident.category == *id,
        Amendment::Impact(level) => incident.impact == *level,
        Amendment::Urgency(level) => incident.urgency == *level,
    }
}
