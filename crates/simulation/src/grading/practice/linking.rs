//! Incidents that belong together, and such as do not.

use std::collections::BTreeSet;

use super::priority::work_begins;
use super::*;
use crate::scenario::LinkKind;

/// The same person told of the same failure twice, and the two records stayed apart.
pub(super) fn duplicate(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (case, truth) in &reading.truth.cases {
        let Some(known) = reading.known_since(case).filter(|_| reading.record_since(case).is_some()) else { continue };
        let time = known + rule.minutes("grace");
        let twin = reading.truth.cases.iter().find(|(other, earlier)| {
            let told = truth.truth.duplicate_of.as_ref() == Some(*other);
            let again = reading.same_fault(case, other) && earlier.who == truth.who && earlier.at < truth.at;
            *other != case
                && (told || again)
                && truth.truth.reopens.as_ref() != Some(*other)
                && reading.is_open(other, known)
        });
        let Some((twin, _)) = twin else { continue };
        let apart = reading.top(case, time) != reading.top(twin, time);
        if apart && time <= reading.end() && reading.is_open(case, time) && reading.is_open(twin, time) {
            let claims = spent(reading, case, known);
            let at = reading.moment(time);
            found.push(
                reading.about_case(rule, case, at).because(reading.logged(case).map(|did| did.id)).taking(claims),
            );
        }
    }
    found
}

/// What the player's own work on a case cost those who waited.
fn spent(reading: &Reading, case: &str, from: Time) -> Vec<Claim> {
    reading.about(case).filter(|did| did.from >= from).flat_map(|did| reading.waited(did.from, did.to)).collect()
}

/// Reports of one failure by several people that do not hang together.
pub(super) fn parent(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for failure in reading.truth.faults.keys() {
        let reports: Vec<&Key> = reading
            .cases_of(failure)
            .into_iter()
            .map(|(key, _)| key)
            .filter(|key| reading.logged(key).is_some() && reading.known_since(key).is_some())
            .collect();
        let people: BTreeSet<_> = reports.iter().filter_map(|key| reading.case(key)).map(|case| &case.who).collect();
        if people.len() < 2 {
            continue;
        }
        let second =
            reports.iter().filter_map(|key| reading.known_since(key)).collect::<BTreeSet<_>>().into_iter().nth(1);
        for case in &reports {
            let Some(known) = reading.known_since(case).max(second).max(reading.record_since(case)) else { continue };
            let time = known + rule.minutes("grace");
            let root = root(reading, &reports, time);
            let apart = reading.top(case, time) != reading.top(root, time);
            if apart && time <= reading.end() && reading.is_open(case, time) {
                let at = reading.moment(time);
                let evidence =
                    reports.iter().filter_map(|key| reading.logged(key)).map(|did| did.id).filter(|id| *id <= at);
                let claims = spent(reading, case, known);
                found.push(reading.about_case(rule, case, at).because(evidence).taking(claims));
            }
        }
    }
    found
}

/// The record of a failure that has most below it; the earliest of equals.
fn root<'a>(reading: &Reading<'a>, reports: &[&'a Key], time: Time) -> &'a Key {
    let below = |top: &Key| reports.iter().filter(|key| reading.top(key, time) == top).count();
    let tops = reports.iter().map(|key| reading.top(key, time));
    tops.rev().max_by_key(|top| below(top)).or_else(|| reports.first().copied()).unwrap_or(&reading.scenario().id)
}

/// Hung on a failure with which it has nothing to do.
pub(super) fn wrong(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for link in reading.links().filter(|link| matches!(link.kind, LinkKind::Parent | LinkKind::Duplicate)) {
        let foreign = match (reading.fault(link.case), reading.fault(link.to)) {
            (Some(own), Some(other)) => own.key != other.key,
            (None, Some(_)) => reading.case(link.case).is_some_and(|case| case.offer.is_some()),
            _ => false,
        };
        let truth = reading.case(link.case).map(|case| [&case.truth.parent, &case.truth.duplicate_of]);
        let meant = truth.is_some_and(|links| links.contains(&&Some(link.to.clone())));
        let again = reading.links().find(|later| later.did.id > link.did.id && later.case == link.case);
        let away = again.map_or(reading.end(), |later| later.did.to);
        let along = reading.ends().into_iter().any(|end| end.along && end.case == link.case && end.did.to <= away);
        let stayed = away - link.did.to >= rule.minutes("stays") && reading.is_open(link.case, link.did.to);
        if foreign && !meant && (along || stayed) {
            let until = away.min(work_begins(reading, reading.failure(link.case), link.did.to));
            let claims = reading.lost_by(link.case, link.did.to, until);
            found.push(reading.about_case(rule, link.case, link.did.id).taking(claims));
        }
    }
    found
}

/// A new record beside a resolved one that should have been taken up again.
pub(super) fn not_reopened(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (case, truth) in &reading.truth.cases {
        let (Some(old), Some(logged)) = (&truth.truth.reopens, reading.logged(case)) else { continue };
        let resolved = reading.ends().into_iter().rfind(|end| end.case == old && end.did.to <= logged.from);
        let Some(resolved) = resolved.filter(|_| !reading.is_open(old, logged.from)) else { continue };
        let soon = logged.to + rule.minutes("grace");
        let joined = reading.above(case, soon) == Some(old) || reading.is_open(old, soon);
        let cancelled = reading.about(case).any(|did| matches!(did.act, Act::Cancel { .. }) && did.to <= soon);
        if matches!(logged.act, Act::Log { .. }) && !joined && !cancelled {
            found.push(reading.about_case(rule, case, logged.id).because([resolved.did.id]));
        }
    }
    found
}
