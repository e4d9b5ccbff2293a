//! Incidents: how they are weighed, and in which order they are worked on.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::*;
use crate::shift::{Correction, Logged};

/// Weighed higher than what was known.
pub(super) fn high(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    weighed(
        reading,
        rule,
        |given, right| given < right,
        |case, _| {
            let meanwhile = reading.about(case).filter(|did| !matches!(did.act, Act::Answer { .. } | Act::Open { .. }));
            let above = |other: &Key| reading.true_priority(other) < reading.true_priority(case);
            meanwhile.flat_map(|did| reading.waited_if(did.from, did.to, above)).collect()
        },
    )
}

/// Weighed lower than what was known, and nobody had begun.
pub(super) fn low(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let begun = |case: &Key, time| work_begins(reading, reading.failure(case), reading.truth.from) <= time;
    let mut found = weighed(
        reading,
        rule,
        |given, right| given > right,
        |case, from| {
            let failure = reading.failure(case);
            reading.lost(failure, from, work_begins(reading, failure, from))
        },
    );
    found.retain(|finding| {
        let case = finding.subject.key();
        weighed_from(reading, rule, case).is_some_and(|time| !reading.is_met(case, time) && !begun(case, time))
    });
    found
}

/// The instant from which a record's priority is looked at.
fn weighed_from(reading: &Reading, rule: &Rule, case: &str) -> Option<Time> {
    Some(reading.record_since(case)?.max(reading.known_since(case)?) + rule.minutes("grace"))
}

fn weighed(
    reading: &Reading,
    rule: &Rule,
    wrong: impl Fn(u8, u8) -> bool,
    claims: impl Fn(&Key, Time) -> Vec<Claim>,
) -> Vec<Finding> {
    let mut found = vec![];
    for case in reading.truth.cases.keys().filter(|case| reading.weight(case).is_some()) {
        let Some(time) = weighed_from(reading, rule, case).filter(|time| *time <= reading.end()) else { continue };
        let kept = matches!(reading.kind_at(case, time), Some(Logged::Incident | Logged::Security));
        let given = reading.priority_at(case, time).filter(|_| kept && reading.is_open(case, time));
        if given.is_some_and(|given| wrong(given, reading.true_priority(case)))
            && let Some(set) = last_weighing(reading, case, time)
        {
            found.push(reading.about_case(rule, case, set).taking(claims(case, time)));
        }
    }
    found
}

/// The act that gave a record the priority that it has at an instant.
fn last_weighing(reading: &Reading, case: &str, time: Time) -> Option<EntryId> {
    let sets = |act: &Act| {
        matches!(act, Act::Log { .. } | Act::Amend { field: Correction::Impact(_) | Correction::Urgency(_), .. })
    };
    reading.about(case).filter(|did| did.to <= time && sets(did.act)).last().map(|did| did.id)
}

/// When somebody who can help begins with a failure, from an instant on; the end of the shift if never.
pub(super) fn work_begins(reading: &Reading, failure: &Key, from: Time) -> Time {
    if reading.with_teams(failure).iter().any(|(since, until)| *since <= from && from < *until) {
        return from;
    }
    let begins = |did: &&Did| match did.act {
        Act::Assign { case, team } => reading.failure(case) == failure && reading.teams(case).contains(team),
        Act::Fix { case, fix } => reading.failure(case) == failure && reading.restores(case, fix),
        Act::Supplier { case, .. } | Act::Fulfil { case, .. } | Act::Swarm { case, .. } => {
            reading.failure(case) == failure
        }
        _ => false,
    };
    reading
        .acts
        .iter()
        .filter(|did| did.to >= from)
        .find(begins)
        .map_or_else(|| reading.end(), |did| did.from.max(from))
}

/// Somebody who said little was asked, weighed as it is, and served next.
pub(super) fn quiet_first(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut found = vec![];
    for did in &reading.acts {
        let Act::Ask { contact, .. } = did.act else { continue };
        let many = reading.case(contact).is_some_and(|case| case.stake.people as usize >= rule.count("others"));
        let soon = did.to + rule.minutes("within");
        let right = reading.levels_at(contact, soon).is_some_and(|levels| reading.weight(contact) == Some(levels));
        let told = reading.tells(did.act).is_some();
        if !(many && told && right) || reading.fault(contact).is_none() || !served_next(reading, contact, did) {
            continue;
        }
        if seen.insert(contact) {
            let over = reading.over(reading.failure(contact));
            let spared = reading.would_lose(reading.failure(contact), over, over + passed(reading, contact, did.to));
            found.push(reading.about_case(rule, contact, did.id).taking(spared));
        }
    }
    found
}

/// Whether the next act that is more than writing down is about the same failure.
fn served_next(reading: &Reading, case: &Key, asked: &Did) -> bool {
    let writing = |act: &Act| {
        matches!(act, Act::Log { .. } | Act::Amend { .. } | Act::Ask { .. } | Act::Open { .. } | Act::Link { .. })
    };
    let next = reading.acts.iter().find(|did| did.id > asked.id && !writing(did.act));
    next.and_then(|did| case_of(did.act)).is_some_and(|about| reading.failure(about) == reading.failure(case))
}

/// What those who came earlier took afterwards: the queue that was passed.
fn passed(reading: &Reading, case: &str, from: Time) -> TimeDelta {
    let Some(came) = reading.case(case).map(|case| case.at) else { return TimeDelta::zero() };
    let earlier =
        |did: &&Did| case_of(did.act).and_then(|about| reading.case(about)).is_some_and(|about| about.at < came);
    reading.acts.iter().filter(|did| did.from >= from).filter(earlier).map(|did| did.to - did.from).sum()
}

/// Time went to the less pressing while the more pressing waited for the player. One finding a failure.
pub(super) fn order(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut found = vec![];
    for did in reading.acts.iter().filter(|did| did.to - did.from >= rule.minutes("least")) {
        let about = match did.act {
            Act::Wait { .. } => None,
            act => Some(act),
        };
        let own = about.and_then(case_of).map_or(u8::MAX, |case| reading.true_priority(case));
        for (case, truth) in &reading.truth.cases {
            let pressing = truth.at <= did.from && reading.true_priority(case) < own && could_go_on(reading, case, did);
            if pressing && seen.insert(reading.failure(case)) {
                let failure = reading.failure(case);
                let claims = reading.lost(failure, did.from, work_begins(reading, failure, did.from));
                found.push(reading.about_case(rule, case, did.id).because([did.begun]).taking(claims));
            }
        }
    }
    found
}

/// Whether a case waited for the player when an act began, with something to do that took no longer.
fn could_go_on(reading: &Reading, case: &Key, act: &Did) -> bool {
    let own_team = &reading.scenario().you.team;
    let known = reading.known_since(case).is_some_and(|known| known <= act.from);
    let done = reading.is_met(case, act.from) || !reading.is_incident(case);
    let begun = work_begins(reading, reading.failure(case), reading.truth.from) <= act.from;
    let same = case_of(act.act).is_some_and(|about| reading.failure(about) == reading.failure(case));
    let open = reading.own_remedies(case).iter().any(|(_, minutes)| *minutes <= act.minutes())
        || reading.teams(case).iter().any(|team| *team != own_team);
    known && !done && !begun && !same && open
}
