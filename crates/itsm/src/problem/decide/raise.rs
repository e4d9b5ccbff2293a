//! Raising a problem, and correcting what is known of it.

use std::collections::BTreeSet;

use super::allowed::{Action, check};
use super::{Steps, on};
use crate::desk::{Context, Desk, Happening};
use crate::directory::EntryId;
use crate::fields::{last_of_each_field, on_scale, summary, trimmed};
use crate::ids::{IncidentId, ProblemId};
use crate::incident;
use crate::problem::command::{Amendment, Statement};
use crate::problem::event::Event;
use crate::problem::record::Problem;
use crate::refusal::Refusal;
use crate::retire::offered;

pub(super) fn raise(
    desk: &Desk,
    mut statement: Statement,
    from: Vec<IncidentId>,
    context: &Context,
) -> Result<Steps, Refusal> {
    statement.summary = summary(statement.summary)?;
    statement.description = trimmed(statement.description);
    on_scale(desk, statement.impact, "impact")?;
    on_scale(desk, statement.urgency, "urgency")?;
    let directory = desk.directory();
    offered(desk, &directory.services, statement.service, None, EntryId::Service, "service")?;
    offered(desk, &directory.items, statement.item, None, EntryId::Item, "configuration item")?;
    offered(desk, &directory.categories, statement.category, None, EntryId::Category, "category")?;
    offered(desk, &directory.groups, statement.group, None, EntryId::Group, "group")?;
    offered(desk, &directory.people, statement.assignee, None, EntryId::Person, "person")?;
    let id = desk.next_problem(context.tag);
    number_is_free(desk, id)?;
    let mut steps = vec![on(id, Event::Raised(Box::new(statement)))];
    for incident in BTreeSet::from_iter(from) {
        incident::may_link_problem(desk, incident)?;
        steps.push(Happening::Incident(incident, incident::Event::ProblemLinked(Some(id))));
    }
    Ok(steps)
}

pub(super) fn number_is_free(desk: &Desk, id: ProblemId) -> Result<(), Refusal> {
    if desk.problems.contains_key(&id) {
        return Err(Refusal::Rule {
            rule: "its number is taken",
            because: "one number for two problems would mix their histories",
        });
    }
    Ok(())
}

pub(super) fn amend(desk: &Desk, id: ProblemId, changes: Vec<Amendment>) -> Result<Steps, Refusal> {
    let problem = check(desk, id, Action::Amend)?;
    let fits = |change| {
        let change = checked(desk, problem, change)?;
        keeps_its_cause(problem, &change).map(|()| change)
    };
    let mut last = last_of_each_field(changes.into_iter().map(fits).collect::<Result<Vec<_>, Refusal>>()?);
    last.retain(|change| !says_nothing_new(problem, change));
    if last.is_empty() {
        return Err(Refusal::Missing { field: "a change", because: "everything is already as you wrote it" });
    }
    Ok(last.into_iter().map(|change| on(id, Event::Amended(change))).collect())
}

/// The amendment with its texts trimmed, if its value may stand in the record.
fn checked(desk: &Desk, now: &Problem, change: Amendment) -> Result<Amendment, Refusal> {
    let directory = desk.directory();
    match change {
        Amendment::Summary(text) => return summary(text).map(Amendment::Summary),
        Amendment::Description(text) => return Ok(Amendment::Description(trimmed(text))),
        Amendment::Symptom(text) => return Ok(Amendment::Symptom(trimmed(text))),
        Amendment::Cause(text) => return Ok(Amendment::Cause(trimmed(text))),
        Amendment::Workaround(text) => return Ok(Amendment::Workaround(trimmed(text))),
        Amendment::ErrorCode(text) => return Ok(Amendment::ErrorCode(trimmed(text))),
        Amendment::Service(id) => offered(desk, &directory.services, id, now.service, EntryId::Service, "service")?,
        Amendment::Item(id) => offered(desk, &directory.items, id, now.item, EntryId::Item, "configuration item")?,
        Amendment::Category(id) => {
            offered(desk, &directory.categories, id, now.category, EntryId::Category, "category")?
        }
        Amendment::Impact(level) => on_scale(desk, level, "impact")?,
        Amendment::Urgency(level) => on_scale(desk, level, "urgency")?,
    }
    Ok(change)
}

/// A known error, or a problem whose fix has begun, stands on its cause.
pub(super) fn keeps_its_cause(problem: &Problem, change: &Amendment) -> Result<(), Refusal> {
    let stands_on_it = problem.known_error_since.is_some() || problem.state > super::super::State::RootCauseAnalysis;
    match change {
        Amendment::Cause(text) if text.is_empty() && stands_on_it => Err(Refusal::Missing {
            field: "root cause",
            because: "known error and fix stand on it; analyse it again if it was wrong",
        }),
        _ => Ok(()),
    }
}

fn says_nothing_new(problem: &Problem, change: &Amendment) -> bool {
    let analysis = &problem.analysis;
    match change {
        Amendment::Summary(text) => problem.summary == *text,
        Amendment::Description(text) => problem.description == *text,
        Amendment::Service(id) => problem.service == *id,
        Amendment::Item(id) => problem.item == *id,
        Amendment::Category(id) => problem.category == *id,
        Amendment::Impact(level) => problem.impact == *level,
        Amendment::Urgency(level) => problem.urgency == *level,
        Amendment::Symptom(text) => analysis.symptom == *text,
        Amendment::Cause(text) => analysis.cause == *text,
        Amendment::Workaround(text) => analysis.workaround == *text,
        Amendment::ErrorCode(text) => analysis.error_code == *text,
    }
}
