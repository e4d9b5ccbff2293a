//! Changes afterwards: looked back at, truly, and found as a cause.

use super::change_advice::{brought, carried};
use super::change_raised::raised;
use super::*;
use crate::scenario::{ChangeType, LinkKind};

/// What a search for the cause takes where nobody asks what was changed: by judgement.
const SEARCH: chrono::TimeDelta = chrono::TimeDelta::minutes(15);

/// Every change of the shift with its kind: of the scenario, or raised.
fn changes(reading: &Reading) -> Vec<(Key, ChangeType)> {
    let given = reading.scenario().changes.iter().map(|change| (change.key.clone(), change.kind));
    given.chain(raised(reading).into_iter().map(|change| (change.key, change.kind))).collect()
}

/// Failures that a change brought and that somebody reported to the player by an instant.
fn known_failures<'a>(reading: &Reading<'a>, change: &Key, time: Time) -> Vec<&'a Key> {
    let form = reading.scenario().changes.iter().find(|form| form.key == *change);
    let starts = form.into_iter().flat_map(|form| &form.does.starts);
    let reported = |failure: &&Key| {
        reading.cases_of(failure).iter().any(|(key, _)| reading.taken_up(key).is_some_and(|did| did.to <= time))
    };
    starts.filter(reported).collect()
}

/// Carried out by the player long before the end, and nobody looked back.
pub(super) fn skipped(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (change, kind) in changes(reading) {
        let begun = reading.about(&change).filter(|did| matches!(did.act, Act::Implement { .. })).last();
        let Some(begun) = begun.filter(|did| did.to + rule.minutes("within") <= reading.end()) else { continue };
        let reviewed = reading.about(&change).any(|did| matches!(did.act, Act::Review { .. }) && did.id > begun.id);
        let handed =
            reading.acts.iter().any(|did| matches!(did.act, Act::Handover { items, .. } if items.contains(&change)));
        let calm = kind == ChangeType::Standard && known_failures(reading, &change, reading.end()).is_empty();
        if !reviewed && !handed && !calm {
            let at = begun.id;
            found.push(reading.finding(rule, Subject::Change(change.clone()), at));
        }
    }
    found
}

/// The review says otherwise than what was known to have happened.
pub(super) fn untrue(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for did in &reading.acts {
        let Act::Review { change, outcome } = did.act else { continue };
        let known = known_failures(reading, change, did.to);
        let undone = reading.about(change).any(|other| matches!(other.act, Act::Backout { .. }) && other.id < did.id);
        let form = reading.scenario().changes.iter().find(|form| form.key == *change);
        let failures = form.map(|form| &form.does.starts);
        let none = failures
            .is_none_or(|failures| failures.iter().all(|key| reading.lost(key, reading.truth.from, did.to).is_empty()));
        let alive = form.is_some_and(|form| {
            form.does.stops.iter().filter_map(|key| reading.fault_by_key(key)).any(|fault| fault.is_alive(did.to))
        });
        let late = form
            .zip(carried(reading, change))
            .is_some_and(|(form, at)| at > reading.instant(form.window.1) + chrono::TimeDelta::minutes(1));
        let incidents = if outcome.incidents { known.is_empty() && none } else { !known.is_empty() };
        if incidents || outcome.backed_out != undone || (outcome.met && alive) || (outcome.on_time && late) {
            let evidence = reading.about(change).filter(|other| other.id < did.id).map(|other| other.id);
            found.push(reading.finding(rule, Subject::Change(change.clone()), did.id).because(evidence));
        }
    }
    found
}

/// The first report was linked to the change that truly caused it.
pub(super) fn cause_found(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found: Vec<Finding> = vec![];
    for link in reading.links().filter(|link| link.kind == LinkKind::CausedBy) {
        let failure = reading.failure(link.case);
        let first = reading.cases_of(failure).first().map(|(_, case)| case.at);
        let early = first.is_some_and(|first| link.did.to <= first + rule.minutes("within"));
        if early && caused(reading, link.case, link.to) && found.iter().all(|found| found.failure != *failure) {
            let over = reading.over(failure);
            let spared = reading.would_lose(failure, over, over + SEARCH);
            found.push(reading.about_case(rule, link.case, link.did.id).taking(spared));
        }
    }
    found
}

/// Whether a change brought the failure of a case: it says so, or was carried out at the item at fault before.
fn caused(reading: &Reading, case: &Key, change: &Key) -> bool {
    let Some(fault) = reading.fault(case) else { return false };
    let Some(form) = reading.scenario().changes.iter().find(|form| form.key == *change) else { return false };
    let at_item = fault.live.item.as_ref().is_some_and(|item| form.items.contains(item));
    let before = fault.live.began.first().is_some_and(|began| {
        carried(reading, change).is_some_and(|at| at <= *began) || form.state == crate::scenario::ChangeState::Done
    });
    form.does.starts.contains(fault.key) && !brought(reading, form).is_empty() || (at_item && before)
}
