//! Promises: kept, broken, moved in time, or made so that nothing can go wrong; and answers that say nothing.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::holding::was_free;
use super::*;
use crate::shift::Intent;

/// What a call takes by which somebody asks where it stands: taking it, and a word.
const CHASE: TimeDelta = TimeDelta::minutes(2);

/// A promise of the player, with its time.
struct Promised<'b, 'a> {
    did: &'b Did<'a>,
    case: &'a Key,
    by: Time,
}

fn promises<'b, 'a>(reading: &'b Reading<'a>) -> Vec<Promised<'b, 'a>> {
    let promise = |did: &'b Did<'a>| match did.act {
        Act::Promise { contact, until, .. } => Some(Promised { did, case: contact, by: reading.instant(*until) }),
        _ => None,
    };
    reading.acts.iter().filter_map(promise).collect()
}

/// The promise to a caller that was running at an instant.
fn running<'b, 'a>(reading: &'b Reading<'a>, case: &Key, time: Time) -> Option<Promised<'b, 'a>> {
    promises(reading).into_iter().rfind(|promise| promise.case == case && promise.did.to <= time)
}

fn about(reading: &Reading, rule: &Rule, case: &Key, at: EntryId) -> Finding {
    reading.finding(rule, Subject::Promise(case.clone()), at).because(reading.arrival(case))
}

/// A promise that would not have held was moved before its time, and then kept.
pub(super) fn told_early(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let all = promises(reading);
    let mut found = vec![];
    for (index, first) in all.iter().enumerate() {
        let moved_before =
            all.iter().take(index).any(|earlier| earlier.case == first.case && earlier.by > first.did.from);
        let next = all.iter().skip(index + 1).find(|later| later.case == first.case && later.by > first.by);
        let Some(next) = next.filter(|next| next.did.to <= first.by && !moved_before) else { continue };
        let broken = reading.events().any(|(entry, event)| {
            entry.id > next.did.id && matches!(event, WorldEvent::PromiseBroken { case } if case == first.case)
        });
        if !broken && !reading.is_met(first.case, first.by) {
            let spared = reading.would_lose_by(first.case, first.by, first.by + CHASE);
            found.push(about(reading, rule, first.case, next.did.id).because([first.did.id]).taking(spared));
        }
    }
    found
}

/// Broken, and not a word within the slack.
pub(super) fn broken(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (entry, event) in reading.events() {
        let WorldEvent::PromiseBroken { case } = event else { continue };
        let Some(promise) = running(reading, case, entry.at) else { continue };
        let slack = entry.at + rule.minutes("slack");
        let word = reading.about(case).any(|did| {
            let speaks = matches!(did.act, Act::Reply { .. } | Act::Confirm { .. } | Act::Answer { .. });
            speaks && did.from >= entry.at && did.from <= slack
        });
        if !word {
            let chase = reading.events().find(|(later, event)| {
                later.id > entry.id && matches!(event, WorldEvent::Chased { case: key } if key == case)
            });
            let claims = chase.map(|(chase, _)| reading.waited(chase.at, chase.at + CHASE)).unwrap_or_default();
            let evidence = [Some(entry.id), chase.map(|(chase, _)| chase.id)].into_iter().flatten();
            found.push(about(reading, rule, case, promise.did.id).because(evidence).taking(claims));
        }
    }
    found
}

/// Kept over a time in which something more pressing came between. Of several to one person the first.
pub(super) fn kept(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut last: BTreeMap<&Key, Time> = BTreeMap::new();
    let mut found = vec![];
    for (entry, event) in reading.events() {
        let WorldEvent::PromiseKept { case } = event else { continue };
        let (Some(promise), Some(truth)) = (running(reading, case, entry.at), reading.case(case)) else { continue };
        let ahead = promise.by - promise.did.to >= rule.minutes("away");
        let again = last.get(&truth.who).is_some_and(|before| entry.at - *before < rule.minutes("apart"));
        let between = reading.acts.iter().find(|did| {
            let about = case_of(did.act).and_then(|about| Some((about, reading.case(about)?)));
            did.from > promise.did.to
                && did.from < entry.at
                && about.is_some_and(|(key, other)| {
                    other.at > promise.did.to && reading.true_priority(key) < reading.true_priority(case)
                })
        });
        if let (true, false, Some(between)) = (ahead, again, between) {
            last.insert(&truth.who, entry.at);
            let spared = reading.would_lose_by(case, promise.by, promise.by + CHASE);
            found.push(about(reading, rule, case, promise.did.id).because([between.id, entry.id]).taking(spared));
        }
    }
    found
}

/// More than twice as far as what truth names as fitting: comfort for oneself.
pub(super) fn empty(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for promise in promises(reading) {
        let Some(case) = reading.case(promise.case) else { continue };
        let fits = case.truth.promise.map(|until| reading.instant(until)).filter(|fits| *fits > promise.did.to);
        let latest = fits.or_else(|| latest_end(reading, promise.case, promise.did.to));
        if latest.is_some_and(|latest| promise.by - promise.did.to > (latest - promise.did.to) * 2) {
            let met = reading.met_after(promise.case, promise.did.to);
            let claims = reading.lost_by(promise.case, latest.unwrap_or(met), promise.by.min(met));
            found.push(about(reading, rule, promise.case, promise.did.id).taking(claims));
        }
    }
    found
}

/// When those who can end it end it at the latest, by their usual times.
fn latest_end(reading: &Reading, case: &Key, from: Time) -> Option<Time> {
    let team = reading.firm().teams.get(&reading.fault(case)?.form.team)?;
    let longest = reading.remedies(case).into_iter().map(|(_, minutes)| minutes).max_by(f64::total_cmp)?;
    Some(from + TimeDelta::seconds(((team.pick_up.p90 + longest) * 60.0) as i64))
}

/// A word that we have it, no time named, and then nothing, though the player was free.
pub(super) fn hollow(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found: Vec<Finding> = vec![];
    for did in &reading.acts {
        let Act::Reply { contact, intent: Intent::Acknowledge, .. } = did.act else { continue };
        let late = did.to + rule.minutes("idle");
        let failure = reading.failure(contact);
        let next = reading.acts.iter().find(|later| {
            later.id > did.id
                && case_of(later.act).is_some_and(|about| about == contact || reading.failure(about) == failure)
        });
        let since = next.map_or_else(|| reading.end(), |next| next.from);
        let promised = running(reading, contact, did.to + rule.minutes("begins")).is_some();
        let idle = since > late && was_free(reading, contact, did.to, late) && !reading.is_met(contact, late);
        let begun = super::priority::work_begins(reading, failure, reading.truth.from) <= did.to;
        if idle && !promised && !begun && found.iter().all(|found| found.subject.key() != contact) {
            let claims = reading.lost_by(contact, late, since);
            found.push(reading.about_case(rule, contact, did.id).taking(claims));
        }
    }
    found
}
