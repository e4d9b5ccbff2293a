//! Problems: raised when something comes again, not called solved before it is, and their way round told.

use super::*;
use crate::grading::reading::Fault;
use crate::scenario::{StartKind, Works};
use crate::shift::{BroadcastIntent, Intent};

/// When a fault came, with the records of the days before.
fn occurrences(reading: &Reading, fault: &Fault) -> Vec<Time> {
    let before = reading.scenario().start.iter();
    let before = before.filter(|start| start.kind == StartKind::Incident && start.fault.as_ref() == Some(fault.key));
    let mut times: Vec<Time> = before.map(|_| reading.truth.from).chain(fault.live.began.iter().copied()).collect();
    times.sort_unstable();
    times
}

/// It came once more, and no problem was raised.
pub(super) fn third(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for failure in reading.truth.faults.keys() {
        let Some(fault) = reading.fault_by_key(failure).filter(Fault::recurs) else { continue };
        let known = fault.form.problem.as_ref().is_some_and(|problem| problem.known);
        let raised = reading.problem_links().iter().any(|(_, case)| reading.failure(case) == failure);
        let times = occurrences(reading, &fault);
        let cases = reading.cases_of(failure);
        let seen = cases.iter().filter_map(|(key, _)| reading.logged(key).map(|did| (*key, did)));
        let seen: Vec<_> = seen.collect();
        let (Some((case, first)), Some(third)) = (seen.first(), times.get(rule.count("times").saturating_sub(1)))
        else {
            continue;
        };
        if known || raised {
            continue;
        }
        let due = (first.to.max(*third) + rule.minutes("grace")).min(reading.end());
        let later = fault.live.began.iter().filter(|began| **began >= due);
        let claims = later.flat_map(|began| reading.lost(failure, *began, over_after(&fault, *began, reading.end())));
        let evidence = seen.iter().map(|(_, did)| did.id);
        let claims = claims.collect();
        found.push(reading.about_failure(rule, case, reading.moment(due)).because(evidence).taking(claims));
    }
    found
}

fn over_after(fault: &Fault, from: Time, end: Time) -> Time {
    fault.live.ended.iter().filter(|at| **at > from).min().copied().unwrap_or(end)
}

/// A problem was raised from incidents that truly come again, before the third time in the shift.
pub(super) fn raised(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found: Vec<Finding> = vec![];
    for did in &reading.acts {
        let Act::Problem { from } = did.act else { continue };
        let Some(case) = from.first() else { continue };
        let Some(fault) = reading.fault(case).filter(Fault::recurs) else { continue };
        let soon = did.to + rule.minutes("within");
        let joined =
            reading.problem_links().into_iter().filter(|(link, key)| link.to <= soon && reading.same_fault(key, case));
        let early = fault.live.began.get(2).is_none_or(|third| did.to < *third);
        if joined.count() >= 2 && early && found.iter().all(|found| found.failure != *fault.key) {
            let claims = prevented(reading, &fault);
            found.push(reading.about_failure(rule, case, did.id).taking(claims));
        }
    }
    found
}

/// The next occurrence, which the lasting fix prevented: as long as the first, after the longest time between two.
fn prevented(reading: &Reading, fault: &Fault) -> Vec<Claim> {
    let (Some(recurs), Some(began), true) = (&fault.form.recurs, fault.live.began.first(), fault.live.gone) else {
        return vec![];
    };
    let long = over_after(fault, *began, reading.end()) - *began;
    let next = reading.over(fault.key) + chrono::TimeDelta::seconds((recurs.every.1 * 60.0) as i64);
    reading.would_lose(fault.key, next, (next + long).min(reading.end()))
}

/// A problem was called solved, or taken back, and its cause is still there.
pub(super) fn alive(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for did in &reading.acts {
        let (Act::Resolve { case: problem, .. } | Act::Cancel { case: problem, .. }) = did.act else { continue };
        let Some(fault) = fault_of_problem(reading, problem).filter(Fault::recurs) else { continue };
        let gone = fault.live.gone && !fault.is_alive(reading.end());
        let removed = reading.help_for(fault.key).into_iter().any(|(time, fix)| {
            time <= did.to && fault.form.fixes.get(fix).is_some_and(|remedy| remedy.works == Works::Lasting)
        });
        if !(removed || gone && reading.over(fault.key) <= did.to) {
            let claims = reading.lost(fault.key, did.to, reading.end());
            let finding = Finding {
                failure: fault.key.clone(),
                ..reading.finding(rule, Subject::Problem(problem.clone()), did.id).taking(claims)
            };
            found.push(finding);
        }
    }
    found
}

/// The fault behind a problem of the shift or of its start.
fn fault_of_problem<'a>(reading: &Reading<'a>, problem: &Key) -> Option<Fault<'a>> {
    let start = reading.scenario().start.iter().find(|start| start.key == *problem && start.kind == StartKind::Problem);
    match start {
        Some(start) => reading.fault_by_key(start.fault.as_ref()?),
        None => reading.fault(reading.problem_case(problem)?),
    }
}

/// A way round was written down, and those who wait were not told. One finding a failure.
pub(super) fn untold(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for did in &reading.acts {
        let Act::Known { problem, fix } = did.act else { continue };
        let Some(fault) = fault_of_problem(reading, problem) else { continue };
        if !fault.form.fixes.get(fix).is_some_and(|remedy| matches!(remedy.works, Works::Workaround | Works::Lasting)) {
            continue;
        }
        let late = did.to + rule.minutes("grace");
        let waiting = reading.cases_of(fault.key).into_iter().map(|(key, _)| key);
        let waiting: Vec<_> = waiting
            .filter(|key| reading.is_open(key, did.to) && !reading.is_alert(key))
            .filter(|key| !reading.is_met(key, late) && told(reading, key).is_none_or(|told| told > late))
            .collect();
        if waiting.is_empty() {
            continue;
        }
        let until = |key: &Key| told(reading, key).unwrap_or_else(|| reading.end()).min(reading.met_after(key, late));
        let claims = waiting.iter().flat_map(|key| reading.lost_by(key, late, until(key))).collect();
        let evidence = waiting.iter().filter_map(|key| reading.arrival(key));
        let finding = reading.finding(rule, Subject::Problem(problem.clone()), did.id).because(evidence).taking(claims);
        found.push(Finding { failure: fault.key.clone(), ..finding });
    }
    found
}

/// When the caller of a case first heard of a way round, or had it.
fn told(reading: &Reading, case: &Key) -> Option<Time> {
    let tells = |did: &&Did| match did.act {
        Act::Broadcast { case: about, intent: BroadcastIntent::Workaround, .. } => reading.same_fault(about, case),
        Act::Reply { contact, intent: Intent::Workaround, .. } => contact == case,
        Act::Fix { case: about, fix } => about == case && reading.restores(case, fix),
        _ => false,
    };
    reading.acts.iter().find(tells).map(|did| did.to)
}

/// All who waited were told a way that truly restores, before any had it.
pub(super) fn told_all(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found: Vec<Finding> = vec![];
    for did in &reading.acts {
        let Act::Broadcast { case, intent: BroadcastIntent::Workaround, .. } = did.act else { continue };
        let Some(fault) = reading.fault(case) else { continue };
        let restores =
            fault.form.fixes.values().any(|remedy| remedy.works == Works::Workaround && remedy.only_whom.is_none());
        let waiting: Vec<&Key> = reading
            .cases_of(fault.key)
            .into_iter()
            .map(|(key, _)| key)
            .filter(|key| reading.is_open(key, did.from) && !reading.is_alert(key) && !reading.is_met(key, did.from))
            .collect();
        let first = waiting.iter().all(|key| told(reading, key).is_none_or(|told| told >= did.to));
        if restores
            && first
            && waiting.len() >= rule.count("least")
            && found.iter().all(|found| found.failure != *fault.key)
        {
            let over = reading.over(fault.key);
            let spared =
                waiting.iter().flat_map(|key| reading.would_lose_by(key, reading.met_after(key, did.to), over));
            let spared = spared.collect();
            let evidence = waiting.iter().filter_map(|key| reading.arrival(key));
            found.push(reading.about_failure(rule, case, did.id).because(evidence).taking(spared));
        }
    }
    found
}
