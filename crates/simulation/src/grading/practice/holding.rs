//! Clocks that are paused: for what, and for how long.

use super::*;
use crate::shift::{HoldFor, Logged};

/// An incident on hold for what nobody waits for.
pub(super) fn untrue(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    held_untruly(reading, rule, |kind| matches!(kind, Logged::Incident | Logged::Security))
}

/// A request on hold for what nobody waits for.
pub(super) fn request_untrue(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    held_untruly(reading, rule, |kind| kind == Logged::Request)
}

fn held_untruly(reading: &Reading, rule: &Rule, which: impl Fn(Logged) -> bool) -> Vec<Finding> {
    let held = holds(reading).into_iter();
    let held = held.filter(|(did, case, _)| reading.kind_at(case, did.to).is_some_and(&which));
    held.filter(|(did, case, reason)| !is_true(reading, case, *reason, did.to))
        .map(|(did, case, _)| {
            let claims = reading.lost_by(case, did.to, next_about(reading, case, did));
            reading.about_case(rule, case, did.id).taking(claims)
        })
        .collect()
}

fn holds<'b, 'a>(reading: &'b Reading<'a>) -> Vec<(&'b Did<'a>, &'a Key, HoldFor)> {
    let hold = |did: &'b Did<'a>| match did.act {
        Act::Hold { case, reason } => Some((did, case, *reason)),
        _ => None,
    };
    reading.acts.iter().filter_map(hold).collect()
}

/// When the player next did something about a case; the end of the shift if never.
fn next_about(reading: &Reading, case: &str, after: &Did) -> Time {
    reading.about(case).find(|did| did.id > after.id).map_or_else(|| reading.end(), |did| did.from)
}

/// Whether what is named is waited for.
fn is_true(reading: &Reading, case: &Key, reason: HoldFor, time: Time) -> bool {
    let failure = reading.failure(case);
    let about = |wanted: fn(&Act) -> bool| {
        reading.acts.iter().any(|did| {
            did.to <= time && wanted(did.act) && case_of(did.act).is_some_and(|about| reading.failure(about) == failure)
        })
    };
    match reason {
        HoldFor::Caller => asks_without_answer(reading, case, time),
        HoldFor::Supplier => about(|act| matches!(act, Act::Supplier { .. } | Act::Press { .. })),
        HoldFor::Change => about(|act| matches!(act, Act::Change { .. })) || change_pending(reading, failure),
        HoldFor::Problem => {
            reading.problem_links().iter().any(|(did, key)| did.to <= time && reading.failure(key) == failure)
                || reading
                    .fault(case)
                    .is_some_and(|fault| fault.form.problem.as_ref().is_some_and(|problem| problem.known))
        }
        HoldFor::Evidence => about(|act| matches!(act, Act::Diagnose { .. } | Act::Ask { .. })),
    }
}

/// Whether a question, or a wish for approval, is out and nobody has answered.
fn asks_without_answer(reading: &Reading, case: &Key, time: Time) -> bool {
    let live = reading.case(case).is_some_and(|case| case.channel.is_live());
    reading.about(case).filter(|did| did.to <= time).any(|did| {
        let out = match did.act {
            Act::Ask { .. } => !live,
            Act::AskApproval { .. } | Act::Confirm { .. } => true,
            _ => false,
        };
        out && answer_after(reading, case, did).is_none_or(|at| at > time)
    })
}

fn answer_after(reading: &Reading, case: &Key, asked: &Did) -> Option<Time> {
    reading.events().filter(|(entry, _)| entry.id > asked.id).find_map(|(entry, event)| match event {
        WorldEvent::Said { case: key, .. } | WorldEvent::Approved { case: key, .. } if key == case => Some(entry.at),
        WorldEvent::Revealed { case: Some(key), .. } if key == case => Some(entry.at),
        _ => None,
    })
}

/// Whether a change of the scenario would end the failure.
fn change_pending(reading: &Reading, failure: &Key) -> bool {
    reading.scenario().changes.iter().any(|change| change.does.stops.contains(failure))
}

/// On hold for something true, and left there when that was over.
pub(super) fn over(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (did, case, reason) in holds(reading) {
        if !is_true(reading, case, reason, did.to) {
            continue;
        }
        let Some((over, entry)) = wait_over(reading, case, reason, did) else { continue };
        let late = over + rule.minutes("grace");
        let next = next_about(reading, case, did);
        if next > late && late < reading.end() && !reading.is_met(case, late) && was_free(reading, case, over, late) {
            let claims = reading.lost(reading.failure(case), late, next);
            found.push(reading.about_case(rule, case, reading.moment(late)).because([did.id, entry]).taking(claims));
        }
    }
    found
}

/// When what was waited for came.
fn wait_over(reading: &Reading, case: &Key, reason: HoldFor, hold: &Did) -> Option<(Time, EntryId)> {
    let failure = reading.failure(case);
    let came = |event: &WorldEvent| match (reason, event) {
        (HoldFor::Caller, WorldEvent::Said { case: key, .. } | WorldEvent::Approved { case: key, .. }) => key == case,
        (HoldFor::Caller | HoldFor::Evidence, WorldEvent::Revealed { case: Some(key), .. }) => key == case,
        (HoldFor::Supplier, WorldEvent::Supplier { .. }) => true,
        (HoldFor::Change, WorldEvent::Change { is, .. }) => *is == crate::scenario::ChangeIs::Done,
        (_, WorldEvent::FaultGone { fault, .. }) => fault == failure,
        _ => false,
    };
    let after = reading.events().filter(|(entry, _)| entry.id > hold.id);
    after.filter(|(_, event)| came(event)).map(|(entry, _)| (entry.at, entry.id)).next()
}

/// Whether the player waited, or was on something less pressing, at some time in a stretch.
pub(super) fn was_free(reading: &Reading, case: &str, from: Time, to: Time) -> bool {
    let own = reading.true_priority(case);
    reading.acts.iter().filter(|did| did.from < to && did.to > from).any(|did| match case_of(did.act) {
        Some(about) => reading.true_priority(about) > own,
        None => matches!(did.act, Act::Wait { .. }),
    })
}

/// On hold for the lasting fix, though a way round was described and open.
pub(super) fn waited_for_fix(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (did, case, reason) in holds(reading) {
        let ways = reading.described(case).into_iter().filter(|(fix, _)| reading.may_fix(fix));
        let quickest = ways.map(|(_, minutes)| minutes).min_by(f64::total_cmp);
        let waits = matches!(reason, HoldFor::Problem | HoldFor::Change) && !reading.is_met(case, did.to);
        if let (true, Some(minutes)) = (waits, quickest) {
            let from = did.to + chrono::TimeDelta::seconds((minutes * 60.0) as i64);
            let to = reading.met_after(case, did.to);
            if from < to {
                let claims = reading.lost(reading.failure(case), from, to);
                found.push(reading.about_case(rule, case, did.id).taking(claims));
            }
        }
    }
    found
}
