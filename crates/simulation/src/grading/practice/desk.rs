//! The service desk: asking before acting, and seeing what belongs together.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::*;
use crate::scenario::Works;

const ASK: TimeDelta = TimeDelta::minutes(1);

/// A useless fix while a question that was open, and shorter, would have told something. The first of a contact.
pub(super) fn acted_unasked(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut found = vec![];
    for did in &reading.acts {
        let Act::Fix { case, fix } = did.act else { continue };
        let useless = reading.fault(case).is_some()
            && matches!(reading.works(case, fix), Works::No | Works::Worse)
            && did.to - did.from > ASK;
        if useless && seen.insert(case) && !unasked(reading, case, did.from).is_empty() {
            let claims = reading.waited(did.from + ASK, did.to);
            found.push(reading.about_case(rule, case, did.id).because([did.begun]).taking(claims));
        }
    }
    found
}

/// Questions that were open at an instant and would have revealed what was not known.
fn unasked<'a>(reading: &Reading<'a>, case: &str, time: Time) -> Vec<&'a Key> {
    let open = |question: &&Key| {
        reading.asked(case, question).is_none_or(|did| did.to > time)
            && reading.would_reveal(case, question).is_some_and(|fact| !reading.is_known(fact, time))
    };
    reading.telling_questions(case).into_iter().filter(open).collect()
}

/// Acts that could tell nothing new, beyond the first few of a contact.
pub(super) fn asked_on(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for case in reading.truth.cases.keys() {
        let idle: Vec<&Did> = reading.about(case).filter(|did| is_idle(reading, case, did)).collect();
        let beyond = idle.get(rule.count("free")..).unwrap_or_default();
        if let Some(first) = beyond.first() {
            let claims = beyond.iter().flat_map(|did| reading.waited(did.from, did.to)).collect();
            let evidence = idle.iter().map(|did| did.id);
            found.push(reading.about_case(rule, case, first.id).because(evidence).taking(claims));
        }
    }
    found
}

fn is_idle(reading: &Reading, case: &str, did: &Did) -> bool {
    let tells_nothing = || reading.tells(did.act).is_none_or(|fact| reading.is_known(fact, did.from));
    let before = |alike: fn(&Act) -> bool| reading.about(case).any(|earlier| earlier.id < did.id && alike(earlier.act));
    match did.act {
        Act::Ask { .. } | Act::Diagnose { .. } => tells_nothing(),
        Act::Verify { .. } => tells_nothing() && before(|act| matches!(act, Act::Verify { .. })),
        Act::Search { .. } => reading.described(case).is_empty() || before(|act| matches!(act, Act::Search { .. })),
        _ => false,
    }
}

/// Two contacts of one failure were asked what tells, and joined, before monitoring told it.
pub(super) fn pattern(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found: Vec<Finding> = vec![];
    for link in reading.links().filter(|link| reading.fault(link.case).is_some()) {
        let failure = reading.failure(link.case);
        let alert =
            reading.cases_of(failure).into_iter().find(|(key, _)| reading.is_alert(key)).map(|(_, case)| case.at);
        if alert.is_some_and(|alert| alert <= link.did.to) || found.iter().any(|found| found.failure == *failure) {
            continue;
        }
        let Some(asks) = joined(reading, failure, link.case, link.did.to) else { continue };
        let gain = alert.and_then(|alert| Some((alert - first_given(reading, failure)?).max(TimeDelta::zero())));
        let over = reading.over(failure);
        let claims = reading.would_lose(failure, over, over + gain.unwrap_or_default());
        found.push(reading.about_failure(rule, link.case, link.did.id).because(asks).taking(claims));
    }
    found
}

/// The asks that told something at the linked case and at another of the failure that hangs on the same.
fn joined(reading: &Reading, failure: &Key, case: &Key, time: Time) -> Option<[EntryId; 2]> {
    let telling = |case: &str| {
        let asks = reading.about(case).filter(|did| did.to <= time && matches!(did.act, Act::Ask { .. }));
        asks.filter(|did| reading.tells(did.act).is_some()).map(|did| did.id).next()
    };
    let top = reading.top(case, time);
    let others = reading.cases_of(failure).into_iter().map(|(key, _)| key);
    let mut others = others.filter(|key| *key != case && reading.top(key, time) == top);
    Some([telling(case)?, others.find_map(|key| telling(key))?])
}

/// When a failure was first given to a team that can end it.
fn first_given(reading: &Reading, failure: &Key) -> Option<Time> {
    reading
        .acts
        .iter()
        .find(|did| match did.act {
            Act::Assign { case, team } => reading.failure(case) == failure && reading.teams(case).contains(team),
            _ => false,
        })
        .map(|did| did.to)
}
