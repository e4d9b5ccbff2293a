//! Records that are there when the shift begins.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::improvement;
use itsm::knowledge::Content;
use itsm::{Command as Any, Refusal};

use super::super::written::wish;
use super::super::{NewIncident, NewProblem, NewRequest};
use super::{Build, known, told};
use crate::scenario::{ArticleState, Channel, Fault, Key, Severity, Start, StartKind, StartState};
use crate::shift::{HoldFor, SolutionCode};

/// Where nobody has weighed it.
const LOW: u8 = 3;

pub(super) fn make(build: &mut Build<'_>) -> Result<(), String> {
    let mut records: Vec<(DateTime<Utc>, &Start)> = Vec::new();
    for record in &build.files.scenario.start {
        let opened = build.times.before(&record.opened);
        let opened = opened.ok_or_else(|| format!("\"{}\" is no time such as \"-4 10:30\".", record.opened))?;
        records.push((opened, record));
    }
    records.sort_by_key(|(opened, _)| *opened);
    for (opened, record) in records {
        let made = match record.kind {
            StartKind::Incident => incident(build, record, opened),
            StartKind::Request => request(build, record, opened),
            StartKind::Problem => problem(build, record, opened),
            StartKind::Alert => alert(build, record, opened),
            StartKind::Article => article(build, record, opened),
            StartKind::Improvement => improvement(build, record, opened),
        };
        made.map_err(told("record", &record.key))?;
    }
    Ok(())
}

impl Build<'_> {
    /// So long after a record was opened, before the shift.
    fn later(&self, opened: DateTime<Utc>, minutes: i64) -> DateTime<Utc> {
        self.past(opened + TimeDelta::minutes(minutes))
    }

    fn fault_of(&self, record: &Start) -> Option<&Fault> {
        let key = record.fault.as_ref()?;
        let hidden = self.files.scenario.hidden.faults.iter().find(|hidden| hidden.key == *key);
        self.files.pool.faults.get(hidden.map_or(key, |hidden| &hidden.fault))
    }

    fn team_of(&self, record: &Start) -> Key {
        record.team.clone().unwrap_or_else(|| self.files.scenario.you.team.clone())
    }

    fn weight(&self, record: &Start) -> (u8, u8) {
        let (truth, fault) = (record.truth.as_ref(), self.fault_of(record));
        let impact = record.impact.or(truth.and_then(|truth| truth.impact)).or(fault.map(|fault| fault.impact));
        let urgency = record.urgency.or(truth.and_then(|truth| truth.urgency)).or(fault.map(|fault| fault.urgency));
        (impact.unwrap_or(LOW), urgency.unwrap_or(LOW))
    }
}

/// What is at fault is not known: service and category are.
fn incident(build: &mut Build<'_>, record: &Start, opened: DateTime<Utc>) -> Result<(), Refusal> {
    let (impact, urgency) = build.weight(record);
    let caller = build.person(record.who.as_ref());
    let fault = build.fault_of(record);
    let new = NewIncident {
        case: record.key.clone(),
        summary: record.summary.clone(),
        text: String::new(),
        channel: if caller.is_some() { Channel::Phone } else { Channel::Monitoring },
        caller,
        service: fault.map(|fault| fault.service.clone()),
        item: None,
        category: fault.map(|fault| fault.category.clone()),
        impact,
        urgency,
        team: Some(build.team_of(record)),
        follows: None,
    };
    let (by, key) = (build.by.clone(), &record.key);
    build.records.log_incident(opened, &by, new)?;
    if record.state == StartState::New {
        return Ok(());
    }
    build.records.start(build.later(opened, 5), &by, key)?;
    match record.state {
        StartState::OnHold => build.records.hold(build.later(opened, 20), &by, key, hold(record), ""),
        StartState::Resolved | StartState::Closed => end_incident(build, record, opened),
        _ => Ok(()),
    }
}

fn end_incident(build: &mut Build<'_>, record: &Start, opened: DateTime<Utc>) -> Result<(), Refusal> {
    let (by, key) = (build.by.clone(), &record.key);
    let solution = record.solution.as_deref().unwrap_or("It works again.");
    let code = code(record, solution);
    build.records.resolve(build.later(opened, 25), &by, key, code, solution, false)?;
    if record.state == StartState::Closed {
        build.records.close(build.later(opened, 24 * 60), &by, key)?;
    }
    Ok(())
}

/// What has a fault that is still there was not solved for good.
fn code(record: &Start, solution: &str) -> SolutionCode {
    if solution.to_lowercase().starts_with("no fault found") {
        SolutionCode::NoFaultFound
    } else if record.fault.is_some() {
        SolutionCode::Workaround
    } else {
        SolutionCode::Solution
    }
}

fn hold(record: &Start) -> HoldFor {
    match record.hold.as_deref() {
        Some("problem") => HoldFor::Problem,
        Some("supplier") => HoldFor::Supplier,
        Some("change") => HoldFor::Change,
        Some("evidence") => HoldFor::Evidence,
        _ => HoldFor::Caller,
    }
}

fn request(build: &mut Build<'_>, record: &Start, opened: DateTime<Utc>) -> Result<(), Refusal> {
    let files = build.files;
    let offer = record.offer.as_ref().and_then(|key| files.pool.offers.get(key));
    let offer = offer.ok_or(Refusal::NoSuch { what: "offer" })?;
    let caller = build.person(record.who.as_ref());
    let requester = build.records.cast.people.some(caller.as_ref())?;
    let approver = build.records.approver_of(Some(offer), requester);
    let (by, key) = (build.by.clone(), &record.key);
    let new = NewRequest {
        case: key.clone(),
        summary: record.summary.clone(),
        text: String::new(),
        channel: Channel::Portal,
        caller,
        offer,
        approver: approver.clone(),
    };
    build.records.log_request(opened, &by, new)?;
    if record.state == StartState::New {
        return Ok(());
    }
    if let Some(approver) = approver {
        build.records.answer_request(build.later(opened, 40), &approver, key, true, "")?;
    }
    if matches!(record.state, StartState::Resolved | StartState::Closed) {
        for (minutes, task) in (60..).step_by(60).zip(&offer.tasks) {
            build.records.finish_task(build.later(opened, minutes), &by, key, &task.key)?;
        }
        return Ok(());
    }
    build.records.start(build.later(opened, 60), &by, key)?;
    if record.state == StartState::OnHold {
        build.records.hold(build.later(opened, 90), &by, key, hold(record), "")?;
    }
    Ok(())
}

fn problem(build: &mut Build<'_>, record: &Start, opened: DateTime<Utc>) -> Result<(), Refusal> {
    let (impact, urgency) = build.weight(record);
    let fault = build.fault_of(record);
    let behind = fault.and_then(|fault| fault.problem.as_ref());
    let cause = behind.map_or(record.summary.clone(), |behind| behind.cause.clone());
    let way = behind.and_then(|one| one.workaround.as_ref()).and_then(|fix| build.files.pool.fixes.get(fix));
    let way = way.map_or(String::new(), |fix| fix.label.clone());
    let new = NewProblem {
        key: record.key.clone(),
        summary: record.summary.clone(),
        text: String::new(),
        from: Vec::new(),
        service: fault.map(|fault| fault.service.clone()),
        item: None,
        category: fault.map(|fault| fault.category.clone()),
        impact,
        urgency,
    };
    let (by, key, team) = (build.by.clone(), &record.key, build.team_of(record));
    build.records.raise_problem(opened, &by, new)?;
    if record.state == StartState::New {
        return Ok(());
    }
    build.records.assign(build.later(opened, 30), &by, key, Some(&team), Some(&by))?;
    build.records.start(build.later(opened, 60), &by, key)?;
    if matches!(record.state, StartState::InProgress | StartState::OnHold) {
        return Ok(());
    }
    build.records.known_error(build.later(opened, 24 * 60), &by, key, &cause, &way)?;
    if record.state == StartState::KnownError {
        return Ok(());
    }
    let fix = record.solution.as_deref().unwrap_or("The cause is gone.");
    build.records.resolve_problem(build.later(opened, 48 * 60), &by, key, fix)?;
    if record.state == StartState::Closed {
        build.records.close(build.later(opened, 72 * 60), &by, key)?;
    }
    Ok(())
}

fn alert(build: &mut Build<'_>, record: &Start, opened: DateTime<Utc>) -> Result<(), Refusal> {
    let item = record.truth.as_ref().and_then(|truth| truth.item.clone());
    let item = item.or_else(|| build.fault_of(record).and_then(|fault| fault.at.first().cloned()));
    let (by, key) = (build.by.clone(), &record.key);
    build.records.alert(opened, key, item.as_ref(), Severity::Exception, &record.summary)?;
    match record.state {
        StartState::InProgress | StartState::OnHold => build.records.acknowledge(build.later(opened, 5), &by, key),
        StartState::Resolved | StartState::Closed => {
            let because = record.solution.as_deref().unwrap_or("It works again.");
            build.records.close_alert(build.later(opened, 25), &by, key, because)
        }
        _ => Ok(()),
    }
}

fn article(build: &mut Build<'_>, record: &Start, opened: DateTime<Utc>) -> Result<(), Refusal> {
    let title = Arc::<str>::from(record.summary.as_str());
    let body = Arc::from(record.solution.as_deref().unwrap_or(&record.summary));
    let content = Content { title, body, ..Content::default() };
    let state = match record.state {
        StartState::Resolved | StartState::Closed => ArticleState::Published,
        _ => ArticleState::Draft,
    };
    let by = build.person(record.who.as_ref()).unwrap_or_else(|| build.by.clone());
    let context = build.records.context(opened, &by)?;
    known::write(build, &context, &record.key, content, state)
}

fn improvement(build: &mut Build<'_>, record: &Start, opened: DateTime<Utc>) -> Result<(), Refusal> {
    let by = build.person(record.who.as_ref()).unwrap_or_else(|| build.by.clone());
    let context = build.records.context(opened, &by)?;
    let statement = improvement::Statement { owner: Some(context.actor), ..wish(&record.summary, "") };
    let command = improvement::Command::Register { statement: Box::new(statement), from: None };
    let registered = build.records.begin_record(&context, Any::Improvement(command))?;
    build.records.name(&record.key, registered);
    let itsm::RecordId::Improvement(id) = registered else { return Ok(()) };
    match record.state {
        StartState::New => Ok(()),
        StartState::Closed | StartState::Resolved => {
            let because = Arc::from(record.solution.as_deref().unwrap_or("It is done otherwise by now."));
            let command = improvement::Command::Cancel { improvement: id, because };
            build.records.give(&context, Any::Improvement(command)).map(drop)
        }
        _ => build.records.give(&context, Any::Improvement(improvement::Command::Accept(id))).map(drop),
    }
}
