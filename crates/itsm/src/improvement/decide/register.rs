//! Registering an improvement, and correcting what is known of it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::allowed::{Action, check};
use super::{Steps, on};
use crate::desk::{Context, Desk, Happening, RecordId};
use crate::directory::EntryId;
use crate::fields::{filled, last_of_each_field, summary, trimmed};
use crate::ids::ImprovementId;
use crate::improvement::command::{Amendment, Statement};
use crate::improvement::event::Event;
use crate::improvement::measure::{Amount, Measure, Reading, Scope};
use crate::improvement::record::Improvement;
use crate::improvement::state::Stage;
use crate::link::{self, Kind, Link, Relation};
use crate::refusal::Refusal;
use crate::retire::offered;

pub(super) fn register(
    desk: &Desk,
    mut statement: Statement,
    from: Option<RecordId>,
    context: &Context,
) -> Result<Steps, Refusal> {
    statement.summary = summary(statement.summary)?;
    statement.why = trimmed(statement.why);
    offered(desk, &desk.directory().people, statement.owner, None, EntryId::Person, "owner")?;
    statement.measure = statement.measure.map(|measure| measurable(desk, measure, None)).transpose()?;
    if let Some(reading) = statement.baseline {
        fits(statement.measure.as_ref(), reading, "baseline")?;
    }
    if let Some(target) = statement.target {
        reachable(statement.measure.as_ref(), target)?;
    }
    let id = desk.improvements.next(context.tag);
    desk.improvements.is_free(id)?;
    let mut steps = vec![on(id, Event::Registered(Box::new(statement)))];
    if let Some(from) = from {
        steps.push(Happening::Link(from, link::Event::Linked(origin(desk, from, id)?)));
    }
    Ok(steps)
}

fn origin(desk: &Desk, from: RecordId, id: ImprovementId) -> Result<Link, Refusal> {
    if desk.card(from).is_none() {
        return Err(Refusal::NoSuch { what: from.kind().word() });
    }
    if !Relation::LedTo.fits(from.kind(), Kind::Improvement) {
        return Err(Refusal::Invalid { field: "origin", because: "such a record does not lead to an improvement" });
    }
    Ok(Link { relation: Relation::LedTo, to: RecordId::Improvement(id) })
}

pub(super) fn amend(desk: &Desk, id: ImprovementId, changes: Vec<Amendment>) -> Result<Steps, Refusal> {
    let mut now = check(desk, id, Action::Amend)?.clone();
    let mut changes = last_of_each_field(changes);
    // Baseline and target are of the new measure, whatever the order in which they were named.
    changes.sort_by_key(|change| !matches!(change, Amendment::Measure(_)));
    let mut steps = vec![];
    for change in changes {
        let change = checked(desk, &now, change)?;
        if says_nothing_new(&now, &change) {
            continue;
        }
        keeps_what_was_decided(&now, &change)?;
        if matches!(change, Amendment::Measure(_)) {
            (now.baseline, now.target) = (None, None);
        }
        if let Amendment::Measure(measure) = &change {
            now.measure = measure.clone();
        }
        steps.push(on(id, Event::Amended(change)));
    }
    if steps.is_empty() {
        return Err(Refusal::Missing { field: "a change", because: "everything is already as you wrote it" });
    }
    Ok(steps)
}

fn checked(desk: &Desk, now: &Improvement, change: Amendment) -> Result<Amendment, Refusal> {
    Ok(match change {
        Amendment::Summary(text) => Amendment::Summary(summary(text)?),
        Amendment::Why(text) => Amendment::Why(trimmed(text)),
        Amendment::Owner(id) => {
            offered(desk, &desk.directory().people, id, now.owner, EntryId::Person, "owner")?;
            Amendment::Owner(id)
        }
        Amendment::Measure(measure) => {
            let measure = measure.map(|measure| measurable(desk, measure, now.measure.as_ref())).transpose()?;
            Amendment::Measure(measure)
        }
        Amendment::Baseline(Some(reading)) => {
            fits(now.measure.as_ref(), reading, "baseline")?;
            Amendment::Baseline(Some(reading))
        }
        Amendment::Target(Some(target)) => {
            reachable(now.measure.as_ref(), target)?;
            Amendment::Target(Some(target))
        }
        other => other,
    })
}

fn says_nothing_new(now: &Improvement, change: &Amendment) -> bool {
    match change {
        Amendment::Summary(text) => now.summary == *text,
        Amendment::Why(text) => now.why == *text,
        Amendment::Effort(scale) => now.effort == *scale,
        Amendment::Benefit(scale) => now.benefit == *scale,
        Amendment::Owner(owner) => now.owner == *owner,
        Amendment::Measure(measure) => now.measure == *measure,
        Amendment::Baseline(reading) => now.baseline == *reading,
        Amendment::Target(amount) => now.target == *amount,
        Amendment::Due(day) => now.due == *day,
    }
}

/// What later steps stand on stays: an owner once it is accepted, the comparison once it is approved, a date once it
/// has begun. A target that moves after the approval can always be met.
pub(super) fn keeps_what_was_decided(now: &Improvement, change: &Amendment) -> Result<(), Refusal> {
    let stage = now.state.stage();
    let fixed = "baseline and target were approved; one that moves can always be met";
    match change {
        Amendment::Owner(None) if stage != Stage::New => Err(Refusal::Missing {
            field: "an owner",
            because: "it has been accepted, and without an owner it would be forgotten",
        }),
        Amendment::Measure(_) | Amendment::Baseline(_) | Amendment::Target(_) if stage >= Stage::Approved => {
            Err(Refusal::Rule { rule: "what it is compared with stays", because: fixed })
        }
        Amendment::Due(None) if stage >= Stage::InProgress => Err(Refusal::Missing {
            field: "a due date",
            because: "it has begun, and work without a date gives way to everything",
        }),
        _ => Ok(()),
    }
}

/// The measure with its texts trimmed, if it can be taken. What it counts now may stay though it is retired.
fn measurable(desk: &Desk, measure: Measure, now: Option<&Measure>) -> Result<Measure, Refusal> {
    let directory = desk.directory();
    let scope = match now {
        Some(Measure::Desk(_, scope)) => *scope,
        _ => Scope::Everything,
    };
    match &measure {
        Measure::Named { name, unit } => {
            let name = filled(name.clone(), "the measure's name", "nobody can repeat a measurement without a name")?;
            let unit: Arc<str> = trimmed(unit.clone());
            return Ok(Measure::Named { name, unit });
        }
        Measure::Desk(_, Scope::Everything) => {}
        Measure::Desk(_, Scope::Group(id)) => {
            let now = if let Scope::Group(id) = scope { Some(id) } else { None };
            offered(desk, &directory.groups, Some(*id), now, EntryId::Group, "group")?;
        }
        Measure::Desk(_, Scope::Service(id)) => {
            let now = if let Scope::Service(id) = scope { Some(id) } else { None };
            offered(desk, &directory.services, Some(*id), now, EntryId::Service, "service")?;
        }
        Measure::Desk(_, Scope::Category(id)) => {
            let now = if let Scope::Category(id) = scope { Some(id) } else { None };
            offered(desk, &directory.categories, Some(*id), now, EntryId::Category, "category")?;
        }
    }
    Ok(measure)
}

/// Whether a reading is one of the measure.
pub(super) fn fits(measure: Option<&Measure>, reading: Reading, field: &'static str) -> Result<(), Refusal> {
    let Some(measure) = measure else {
        return Err(Refusal::Missing { field: "a measure", because: "a value means nothing without what it is of" });
    };
    if !measure.takes(reading) {
        let because = match measure {
            Measure::Desk(..) => "the desk works this measure out; choose the days, not a value",
            Measure::Named { .. } => "nobody but you measures this; write the value",
        };
        return Err(Refusal::Invalid { field, because });
    }
    match reading {
        Reading::Days { first, last } if last < first => {
            Err(Refusal::Invalid { field, because: "the last day comes before the first" })
        }
        Reading::Value { amount, .. } => in_range(amount, field),
        Reading::Days { .. } => Ok(()),
    }
}

fn reachable(measure: Option<&Measure>, target: Amount) -> Result<(), Refusal> {
    if measure.is_none() {
        return Err(Refusal::Missing { field: "a measure", because: "a target means nothing without what it is of" });
    }
    in_range(target, "target")
}

fn in_range(amount: Amount, field: &'static str) -> Result<(), Refusal> {
    if amount.0.unsigned_abs() > Amount::MOST.unsigned_abs() {
        return Err(Refusal::Invalid { field, because: "it is beyond a thousand million; choose a larger unit" });
    }
    Ok(())
}

/// The last local day that anything can have been measured on, wherever on Earth.
pub(super) fn last_day(context: &Context) -> NaiveDate {
    let today = context.now.date_naive();
    today.succ_opt().unwrap_or(today)
}
