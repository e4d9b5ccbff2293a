//! Changes as they are carried out, recorded or not, and turned back.

use super::change_advice::{brought, carried};
use super::change_raised::{Raised, moved, raised};
use super::*;
use crate::scenario::{Change, ChangeIs, ChangeType, Reason};

/// What the player carries out: a change of the scenario or one that was raised.
fn implemented<'b, 'a>(reading: &'b Reading<'a>) -> Vec<(&'b Did<'a>, &'a Key)> {
    let begun = |did: &'b Did<'a>| match did.act {
        Act::Implement { change } => Some((did, change)),
        _ => None,
    };
    reading.acts.iter().filter_map(begun).collect()
}

fn form<'a>(reading: &Reading<'a>, change: &Key) -> Option<&'a Change> {
    reading.scenario().changes.iter().find(|form| form.key == *change)
}

/// Carried out in a freeze, and nobody who may had allowed it.
pub(super) fn in_freeze(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (did, change) in implemented(reading) {
        let own = raised(reading).into_iter().find(|raised| raised.key == *change);
        let items = form(reading, change).map(|form| &form.items[..]).or(own.as_ref().map(|raised| raised.items));
        let covers = |service: &Key| {
            let of = |item: &Key| reading.firm().items.get(item).is_some_and(|item| item.service == *service);
            items.is_some_and(|items| items.iter().any(of))
        };
        let frozen = reading.scenario().freezes.iter().any(|freeze| {
            let within = reading.instant(freeze.from) <= did.from && did.from < reading.instant(freeze.to);
            within && freeze.services.iter().any(covers)
        });
        let allowed = reading
            .events()
            .filter(|(entry, _)| entry.at <= did.from)
            .any(|(_, event)| matches!(event, WorldEvent::Approved { case, yes: true, .. } if case == change));
        let ends_major = own.is_some_and(|raised| {
            reading.case(raised.case).is_some_and(|case| case.truth.major) && !reading.is_met(raised.case, did.from)
        });
        if frozen && !allowed && !ends_major {
            let claims = form(reading, change).map(|form| brought(reading, form)).unwrap_or_default();
            found.push(
                reading.finding(rule, Subject::Change(change.clone()), did.id).because([did.begun]).taking(claims),
            );
        }
    }
    found
}

/// Carried out without any way back.
pub(super) fn no_back_out(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (did, change) in implemented(reading) {
        let own = raised(reading).into_iter().find(|raised| raised.key == *change);
        let none = match (form(reading, change), own) {
            (Some(form), _) => {
                form.kind != ChangeType::Standard
                    && form.plan.back_out.is_empty()
                    && !asked_for_way_back(reading, change)
            }
            (None, Some(raised)) => raised.kind != ChangeType::Standard && raised.back_out.is_empty(),
            (None, None) => false,
        };
        if none {
            let claims = form(reading, change).map(|form| brought(reading, form)).unwrap_or_default();
            found.push(
                reading.finding(rule, Subject::Change(change.clone()), did.id).because([did.begun]).taking(claims),
            );
        }
    }
    found
}

/// Whether the player's advice made a way back a condition.
fn asked_for_way_back(reading: &Reading, change: &Key) -> bool {
    let asks = |act: &Act| matches!(act, Act::Assess { reasons, .. } if reasons.contains(&Reason::NoBackOut));
    reading.about(change).any(|did| asks(did.act))
}

/// Something was changed, and no change says so.
pub(super) fn unrecorded(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    if !reading.scenario().you.may("change") {
        return vec![];
    }
    let mut found = vec![];
    for did in &reading.acts {
        let Act::Fix { case, fix } = did.act else { continue };
        let is_change = reading.pool().fixes.get(fix).is_some_and(|fix| fix.change.is_some());
        let own = raised(reading).into_iter().any(|change| change.fix == fix && in_time(&change, did, rule));
        let of_others = reading.scenario().changes.iter().any(|change| {
            change.does.fix.as_ref() == Some(fix)
                && [ChangeIs::Authorised, ChangeIs::Done]
                    .iter()
                    .any(|is| moved(reading, &change.key, *is).is_some_and(|at| at <= did.to))
        });
        if is_change && !own && !of_others {
            found.push(reading.about_case(rule, case, did.id).because([did.begun]));
        }
    }
    found
}

/// Whether a change was there before, or, as an emergency, written down soon after.
fn in_time(change: &Raised, fix: &Did, rule: &Rule) -> bool {
    let soon = fix.to + rule.minutes("after");
    change.did.to <= fix.from || (change.kind == ChangeType::Emergency && change.did.to <= soon)
}

/// Turned back soon after it showed that it had brought a failure.
pub(super) fn backed_out(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for did in &reading.acts {
        let Act::Backout { change } = did.act else { continue };
        let Some(form) = form(reading, change).filter(|form| carried(reading, &form.key).is_some()) else { continue };
        for failure in &form.does.starts {
            let reports = reading.cases_of(failure).into_iter();
            let report = reports
                .filter_map(|(key, _)| reading.taken_up(key))
                .filter(|report| report.to <= did.to)
                .min_by_key(|report| report.to);
            let Some(report) = report.filter(|report| did.from <= report.to + rule.minutes("grace")) else { continue };
            let over = reading.over(failure);
            if over < reading.end() {
                let until = (reading.instant(form.window.1) + super::change_raised::NORMAL_DECISION).min(reading.end());
                let spared = reading.would_lose(failure, over, until);
                let finding =
                    reading.finding(rule, Subject::Change(change.clone()), did.id).because([report.id]).taking(spared);
                found.push(Finding { failure: failure.clone(), ..finding });
            }
        }
    }
    found
}
