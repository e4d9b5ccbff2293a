//! The item at fault, and the supplier without whom it cannot end.

use super::*;
use crate::shift::Logged;

/// The record ends with another item than the one that was found at fault.
pub(super) fn wrong(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for end in reading.ends() {
        let incident = reading.kind_at(end.case, end.did.to) == Some(Logged::Incident);
        let Some(fault) = reading.fault(end.case).filter(|_| incident && !end.along) else { continue };
        let Some(item) = fault.live.item.as_ref() else { continue };
        let names = |case: &str| reading.item_at(case, end.did.to).is_some_and(|named| related(reading, named, item));
        let top = reading.top(end.case, end.did.to);
        let mut told = reading.acts.iter().filter(|did| {
            let about = case_of(did.act).is_some_and(|case| reading.failure(case) == fault.key);
            about && did.to <= end.did.to && reading.tells(did.act).is_some()
        });
        let alerted =
            reading.cases_of(fault.key).into_iter().find(|(key, case)| reading.is_alert(key) && case.at <= end.did.to);
        let told = told.next().map(|did| did.id).or_else(|| reading.arrival(alerted?.0));
        if let (Some(told), false, false) = (told, names(end.case), names(top)) {
            found.push(reading.about_case(rule, end.case, end.did.id).because([told]));
        }
    }
    found
}

/// Whether an item is the one, needs it, or is needed by it.
fn related(reading: &Reading, one: &Key, other: &Key) -> bool {
    let needs = |item: &Key, needed: &Key| {
        reading.firm().items.get(item).is_some_and(|item| item.needs.iter().any(|need| need.of.contains(needed)))
    };
    one == other || needs(one, other) || needs(other, one)
}

/// Only a supplier can end it, and was called late.
pub(super) fn supplier_late(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for failure in reading.truth.faults.keys() {
        let cases = reading.cases_of(failure);
        let first =
            cases.iter().filter_map(|(key, _)| Some((*key, reading.known_since(key)?))).min_by_key(|(_, at)| *at);
        let Some((case, known)) = first.filter(|(case, _)| needs_supplier(reading, case)) else { continue };
        let late = known + rule.minutes("grace");
        let calls = |did: &&Did| match did.act {
            Act::Supplier { case, .. } => reading.failure(case) == failure,
            _ => false,
        };
        let called = reading.acts.iter().find(calls);
        let over = reading.over(failure);
        if late >= over || called.is_some_and(|did| did.from <= late) {
            continue;
        }
        let delay = called.map_or_else(|| reading.end(), |did| did.from).min(over) - late;
        let at = called.map_or_else(|| reading.moment(late), |did| did.id);
        let claims = reading.lost(failure, over - delay, over);
        let taken = reading.taken_up(case).map(|did| did.id);
        found.push(reading.about_failure(rule, case, at).because(taken).taking(claims));
    }
    found
}

/// Whether every lasting fix is a supplier's.
fn needs_supplier(reading: &Reading, case: &str) -> bool {
    let Some(fault) = reading.fault(case) else { return false };
    let lasting = fault.form.fixes.iter().filter(|(_, remedy)| remedy.works == crate::scenario::Works::Lasting);
    let by_supplier: Vec<bool> =
        lasting.map(|(fix, _)| reading.pool().fixes.get(fix).is_some_and(|fix| fix.supplier.is_some())).collect();
    !by_supplier.is_empty() && by_supplier.into_iter().all(|by| by)
}
