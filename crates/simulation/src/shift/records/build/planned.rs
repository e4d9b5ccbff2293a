//! Changes that are on their way, and when nothing is changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::configuration::Owner;
use itsm::schedule::{Command, Freeze as Frozen, Scope, Span};
use itsm::{Command as Any, Refusal};

use super::super::NewChange;
use super::{Build, told};
use crate::scenario::{Change, ChangeIs, ChangeState, Freeze, Key};

pub(super) fn plan(build: &mut Build<'_>) -> Result<(), String> {
    let files = build.files;
    for change in &files.scenario.changes {
        raise(build, change).map_err(told("change", &change.key))?;
    }
    for freeze in &files.scenario.freezes {
        self::freeze(build, freeze).map_err(told("freeze", &freeze.why))?;
    }
    Ok(())
}

fn raise(build: &mut Build<'_>, change: &Change) -> Result<(), Refusal> {
    const BEFORE: TimeDelta = TimeDelta::days(5);
    let by = wanted_by(build, change);
    let is_done = change.state == ChangeState::Done;
    let window = window(build, change)?;
    let raised = build.past(if is_done { window.0 - BEFORE } else { build.start - BEFORE });
    build.records.raise_change(
        raised,
        &by,
        NewChange {
            key: change.key.clone(),
            summary: change.summary.clone(),
            kind: change.kind,
            fix: Some(change.key.clone()),
            services: services(build, &change.items),
            items: change.items.clone(),
            team: change.by.clone(),
            planned: Some(window),
            plan: &change.plan,
            from: None,
        },
    )?;
    if change.state == ChangeState::Proposed {
        return Ok(());
    }
    let decided = build.past(raised + TimeDelta::days(1));
    build.records.change_to(decided, &by, &change.key, ChangeIs::Authorised, "")?;
    if is_done {
        build.records.implement(window.0, &by, &change.key)?;
        build.records.change_to(window.1, &by, &change.key, ChangeIs::Done, "")?;
    }
    Ok(())
}

/// Who wants it, else somebody of the team that carries it out.
fn wanted_by(build: &Build<'_>, change: &Change) -> Key {
    let team = change.by.as_ref().and_then(|team| build.files.world.teams.get(team));
    let member = || build.person(team.and_then(|team| team.members.first()));
    build.person(change.who.as_ref()).or_else(member).unwrap_or_else(|| build.by.clone())
}

/// When it is done. What was done already was done, at that time of day, before anything that is there began.
fn window(build: &Build<'_>, change: &Change) -> Result<(DateTime<Utc>, DateTime<Utc>), Refusal> {
    const WRONG: Refusal = Refusal::Invalid { field: "window", because: "it is beyond all calendars" };
    let (from, to) = change.window;
    let (start, end) = build.times.at(from).zip(build.times.at(to)).ok_or(WRONG)?;
    if change.state != ChangeState::Done {
        return Ok((start, end));
    }
    let opened = build.files.scenario.start.iter().filter_map(|record| build.times.before(&record.opened));
    let first = opened.fold(build.past(build.start), DateTime::min);
    let late = end.signed_duration_since(first).max(TimeDelta::zero());
    let back = TimeDelta::days(if late > TimeDelta::zero() { late.num_days() + 1 } else { 0 });
    Ok((start - back, end - back))
}

fn services(build: &Build<'_>, items: &[Key]) -> Vec<Key> {
    let items = items.iter().filter_map(|key| build.files.world.items.get(key));
    let services: BTreeSet<Key> = items.map(|item| item.service.clone()).collect();
    services.into_iter().collect()
}

fn freeze(build: &mut Build<'_>, freeze: &Freeze) -> Result<(), Refusal> {
    let span = build.times.at(freeze.from).zip(build.times.at(freeze.to));
    let span = span.and_then(|(from, to)| Span::new(from, to));
    let span = span.ok_or(Refusal::Invalid { field: "freeze", because: "it has to end after it begins" })?;
    let services = build.records.cast.services.all(&freeze.services)?;
    let who = build.person(freeze.who.as_ref());
    let may_override = who.and_then(|key| build.records.cast.person(&key).ok()).map(Owner::Person);
    let why = Arc::<str>::from(freeze.why.as_str());
    let scope = if services.is_empty() { Scope::All } else { Scope::Services(BTreeSet::from_iter(services)) };
    let frozen = Frozen { name: why.clone(), span, scope, reason: why, may_override };
    let asked = build.records.context(build.start - TimeDelta::days(7), &build.by)?;
    build.records.give(&asked, Any::Schedule(Command::SaveFreeze(None, frozen))).map(drop)
}
