//! Major incidents: seen in time, needed, told about, looked back at.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::*;

/// What the procedure brings the end nearer, as long as no scenario says it: by judgement.
const SPEED_UP: TimeDelta = TimeDelta::minutes(30);
/// When the next word is due where none was named.
const NEXT_WORD: TimeDelta = TimeDelta::minutes(30);

/// Failures that truly are major, with the instant from which that was known.
fn true_majors<'a>(reading: &Reading<'a>) -> Vec<(&'a Key, &'a Key, Time)> {
    let mut seen = BTreeSet::new();
    let mut cases: Vec<_> = reading.truth.cases.iter().filter(|(_, case)| case.truth.major).collect();
    cases.sort_by_key(|(key, _)| reading.known_since(key));
    let known = cases.into_iter().filter_map(|(key, _)| Some((reading.failure(key), key, reading.known_since(key)?)));
    known.filter(|(failure, ..)| seen.insert(*failure)).collect()
}

/// When a failure was declared a major incident, and by which act.
fn declared<'b, 'a>(reading: &'b Reading<'a>, failure: &Key) -> Option<&'b Did<'a>> {
    let declares = |act: &Act| matches!(act, Act::Major { case } if reading.failure(case) == failure);
    reading.acts.iter().find(|did| declares(did.act))
}

/// When the major way was left again, or the failure was over.
fn left(reading: &Reading, failure: &Key, from: Time) -> Time {
    let leaves = |act: &Act| matches!(act, Act::Standdown { case } if reading.failure(case) == failure);
    let stood = reading.acts.iter().find(|did| did.from >= from && leaves(did.act)).map(|did| did.to);
    stood.unwrap_or_else(|| reading.over(failure).max(from))
}

/// Declared late, or never.
pub(super) fn late(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (failure, case, known) in true_majors(reading) {
        let due = known + rule.minutes("grace");
        let act = declared(reading, failure);
        let over = reading.over(failure);
        if due >= over || act.is_some_and(|did| did.to <= due) {
            continue;
        }
        let delay = (act.map_or(over, |did| did.to).min(over) - due).min(SPEED_UP);
        let at = act.map_or_else(|| reading.moment(due), |did| did.id);
        let taken = reading.taken_up(case).map(|did| did.id);
        let claims = reading.lost(failure, over - delay, over);
        found.push(reading.about_failure(rule, case, at).because(taken).taking(claims));
    }
    found
}

/// Declared where nothing is major, and not taken back soon.
pub(super) fn needless(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for did in &reading.acts {
        let Act::Major { case } = did.act else { continue };
        let failure = reading.failure(case);
        let major = reading.cases_of(failure).iter().any(|(_, case)| case.truth.major);
        let stood = reading.acts.iter().find(|later| {
            later.id > did.id && matches!(later.act, Act::Standdown { case: key } if reading.failure(key) == failure)
        });
        let until = stood.map_or_else(|| reading.end(), |did| did.to);
        if major || until <= did.to + rule.minutes("grace") {
            continue;
        }
        let acts = reading.acts.iter().filter(|act| act.id >= did.id && act.from <= until);
        let acts = acts.filter(|act| case_of(act.act).is_some_and(|about| reading.failure(about) == failure));
        let claims = acts.flat_map(|act| reading.waited_if(act.from, act.to, |key| reading.failure(key) != failure));
        let claims = claims.collect();
        found.push(reading.about_case(rule, case, did.id).because(stood.map(|did| did.id)).taking(claims));
    }
    found
}

/// A true one runs, and nobody is told when word is due.
pub(super) fn silent(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (failure, case, _) in true_majors(reading) {
        let Some(act) = declared(reading, failure) else { continue };
        let over = left(reading, failure, act.to);
        let mut due = act.to + rule.minutes("plan");
        for did in reading.acts.iter().filter(|did| did.to >= act.to) {
            let Act::Broadcast { case: about, until, .. } = did.act else { continue };
            if reading.failure(about) != failure || did.to > due {
                continue;
            }
            due = until.map_or(did.to + NEXT_WORD, |until| reading.instant(until)).max(did.to);
        }
        if due < over {
            let chases = reading.events().filter(|(entry, event)| {
                entry.at >= due && matches!(event, WorldEvent::Chased { case } if reading.failure(case) == failure)
            });
            let evidence = chases.map(|(entry, _)| entry.id).chain([act.id]);
            found.push(reading.about_failure(rule, case, reading.moment(due)).because(evidence));
        }
    }
    found
}

/// It was over long before the end, and nobody asked what is to be learned.
pub(super) fn no_look_back(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (failure, case, _) in true_majors(reading) {
        let Some(act) = declared(reading, failure) else { continue };
        let over = left(reading, failure, act.to);
        let of = |about: &Key| reading.failure(about) == failure;
        let looked = reading.acts.iter().any(|did| match did.act {
            Act::Improve { case } => of(case),
            Act::Problem { from } => from.iter().any(of),
            Act::Handover { items, .. } => items.iter().any(of),
            _ => false,
        });
        if !looked && over + rule.minutes("within") <= reading.end() {
            found.push(reading.about_case(rule, case, reading.moment(over)).because([act.id]));
        }
    }
    found
}

/// Declared in time, and truly one.
pub(super) fn in_time(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (failure, case, known) in true_majors(reading) {
        let Some(act) = declared(reading, failure).filter(|did| did.to <= known + rule.minutes("grace")) else {
            continue;
        };
        let over = reading.over(failure);
        let spared = reading.would_lose(failure, over, over + SPEED_UP);
        found.push(reading.about_failure(rule, case, act.id).taking(spared));
    }
    found
}
