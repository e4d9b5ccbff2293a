//! The desk's reach: a call that nobody took, and what the next shift has to know.

use super::*;
use crate::scenario::LocalTime;
use crate::shift::Logged;

/// From this priority on something can wait for a ring.
const CAN_WAIT: u8 = 3;

/// A call rang out while nothing was done that could not wait, and nobody called back.
pub(super) fn lost_call(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (entry, event) in reading.events() {
        let WorldEvent::Lost { case } = event else { continue };
        let Some(truth) = reading.case(case) else { continue };
        let meanwhile = during(reading, truth.at, entry.at);
        let pressing = |did: &&Did| case_of(did.act).is_some_and(|about| reading.true_priority(about) < CAN_WAIT);
        let heard = heard_after(reading, case, entry.at);
        let called_back = heard.is_some_and(|at| at <= entry.at + rule.minutes("back"));
        if called_back || meanwhile.iter().any(pressing) {
            continue;
        }
        let at = meanwhile.last().map_or_else(|| reading.moment(entry.at), |did| did.id);
        let claims = reading.lost_by(case, truth.at, heard.unwrap_or_else(|| reading.end()));
        found.push(reading.about_case(rule, case, at).because([entry.id]).taking(claims));
    }
    found
}

/// The player's acts that went on in a stretch.
fn during<'b, 'a>(reading: &'b Reading<'a>, from: Time, to: Time) -> Vec<&'b Did<'a>> {
    reading.acts.iter().filter(|did| did.from < to && did.to > from).collect()
}

/// When the player next spoke with the caller, at whichever contact.
fn heard_after(reading: &Reading, case: &Key, time: Time) -> Option<Time> {
    let who = &reading.case(case)?.who;
    let speaks = |did: &&Did| match did.act {
        Act::Answer { contact } | Act::Reply { contact, .. } | Act::Confirm { contact } | Act::Ask { contact, .. } => {
            reading.case(contact).is_some_and(|other| other.who == *who)
        }
        _ => false,
    };
    reading.acts.iter().filter(|did| did.from >= time).find(speaks).map(|did| did.from)
}

/// Open at the end, or promised beyond it, and not handed over.
pub(super) fn left_out(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    if !reading.scenario().you.may("handover") {
        return vec![];
    }
    let handover = reading.acts.iter().rev().find_map(|did| match did.act {
        Act::Handover { items, promises } => Some((did.id, items, promises)),
        _ => None,
    });
    let listed = |case: &Key| {
        let tops = [case, reading.top(case, reading.end())];
        handover
            .is_some_and(|(_, items, promises)| tops.iter().any(|key| items.contains(key)) || promises.contains(case))
    };
    let at = handover.map_or_else(|| reading.moment(reading.end()), |(id, ..)| id);
    let left = reading.truth.cases.keys().filter(|case| concerns_next_shift(reading, case) && !listed(case));
    left.map(|case| {
        let claims = reading.lost_by(case, reading.end(), Time::MAX_UTC);
        reading.about_case(rule, case, at).because(reading.logged(case).map(|did| did.id)).taking(claims)
    })
    .collect()
}

fn concerns_next_shift(reading: &Reading, case: &str) -> bool {
    let end = reading.end();
    let kept = matches!(reading.kind_at(case, end), Some(Logged::Incident | Logged::Request | Logged::Security));
    let promised = |until: LocalTime| reading.instant(until) > end && !reading.is_met(case, end);
    let touched = reading.taken_up(case).is_some();
    // A request ends by its last task, without an act that says so.
    let served = reading.kind_at(case, end) == Some(Logged::Request) && reading.is_met(case, end);
    touched && ((kept && !served && reading.is_open(case, end)) || last_promise(reading, case).is_some_and(promised))
}

fn last_promise(reading: &Reading, case: &str) -> Option<LocalTime> {
    reading
        .about(case)
        .filter_map(|did| match did.act {
            Act::Promise { until, .. } => Some(*until),
            _ => None,
        })
        .last()
}
