//! Changes of others: the player's advice on them.

use super::change_raised::moved;
use super::*;
use crate::scenario::{Change, ChangeIs, Reason, Verdict};

/// The player's last advice on each change of the scenario.
fn advice<'b, 'a>(reading: &'b Reading<'a>) -> Vec<(&'b Did<'a>, &'a Change, Verdict)> {
    let last = |change: &'a Change| {
        let given = reading.about(&change.key).filter_map(|did| match did.act {
            Act::Assess { verdict, .. } => Some((did, change, *verdict)),
            _ => None,
        });
        given.last()
    };
    reading.scenario().changes.iter().filter_map(last).collect()
}

/// Whether a change was carried out, by whomever.
pub(super) fn carried(reading: &Reading, change: &Key) -> Option<Time> {
    let own = reading.about(change).find(|did| matches!(did.act, Act::Implement { .. })).map(|did| did.to);
    own.into_iter().chain(moved(reading, change, ChangeIs::Done)).min()
}

/// Minutes lost by the failures that a change brought.
pub(super) fn brought(reading: &Reading, change: &Change) -> Vec<Claim> {
    change.does.starts.iter().flat_map(|fault| reading.lost(fault, reading.truth.from, reading.end())).collect()
}

/// Advised more lightly than what was known asks for, and it was carried out.
pub(super) fn risk_low(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let other_rules = |change: &Change| {
        change.truth.reasons.iter().any(|reason| matches!(reason, Reason::Conflict | Reason::WrongType))
    };
    let lighter = advice(reading).into_iter().filter(|(_, change, verdict)| {
        *verdict < change.truth.verdict && !other_rules(change) && carried(reading, &change.key).is_some()
    });
    lighter
        .map(|(did, change, _)| {
            reading.finding(rule, Subject::Change(change.key.clone()), did.id).taking(brought(reading, change))
        })
        .collect()
}

/// Let go, or carried out, against another change that the schedule showed.
pub(super) fn conflict(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (did, change, verdict) in advice(reading) {
        let clashes =
            change.truth.reasons.contains(&Reason::Conflict) && matches!(verdict, Verdict::Go | Verdict::GoIf);
        let other = reading.scenario().changes.iter().find(|other| {
            other.key != change.key
                && other.window.0 < change.window.1
                && change.window.0 < other.window.1
                && carried(reading, &other.key).is_some()
        });
        if let (true, Some(_), Some(_)) = (clashes, other, carried(reading, &change.key)) {
            let claims = brought(reading, change);
            found.push(reading.finding(rule, Subject::Change(change.key.clone()), did.id).taking(claims));
        }
    }
    found
}
