//! Security: who asks, what may be given, and who has to hear of it.

use super::*;
use crate::scenario::{ContactKind, Refuse};
use crate::shift::{Correction, Intent, Logged, RefuseReason};

/// Acts that give access, or tell what is confidential, with their case.
fn grants<'b, 'a>(reading: &'b Reading<'a>) -> Vec<(&'b Did<'a>, &'a Key)> {
    let gives = |did: &'b Did<'a>| match did.act {
        Act::Fix { case, fix } => {
            let sensitive = reading.pool().fixes.get(fix).is_some_and(|fix| fix.verify);
            (sensitive || is_demand(reading, case)).then_some((did, case))
        }
        Act::Fulfil { case, .. } => {
            let offer = reading
                .case(case)
                .and_then(|case| case.offer.as_ref())
                .and_then(|offer| reading.pool().offers.get(offer));
            (offer.is_some_and(|offer| offer.verify) || is_demand(reading, case)).then_some((did, case))
        }
        _ => None,
    };
    reading.acts.iter().filter_map(gives).collect()
}

/// Whether a contact demands what it would be unsafe to give.
fn is_demand(reading: &Reading, case: &str) -> bool {
    let named = reading.contact(case).is_some_and(|contact| contact.unsafe_to_give.is_some());
    named || reading.case(case).is_some_and(|case| case.truth.refuse == Some(Refuse::Security))
}

/// Whether a false caller stands behind a contact.
fn is_attack(reading: &Reading, case: &str) -> bool {
    reading.is_false(case) || reading.case(case).is_some_and(|case| case.truth.kind == ContactKind::Security)
}

/// The first check of who somebody is, at any of their contacts.
fn verified<'b, 'a>(reading: &'b Reading<'a>, case: &str) -> Option<&'b Did<'a>> {
    let who = &reading.case(case)?.who;
    let same = |contact: &Key| reading.case(contact).is_some_and(|other| other.who == *who);
    reading.acts.iter().find(|did| matches!(did.act, Act::Verify { contact, .. } if same(contact)))
}

/// Access was given, and nobody had verified who asked. The first time at a contact.
pub(super) fn identity(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found: Vec<Finding> = vec![];
    for (did, case) in grants(reading) {
        let before = verified(reading, case).is_some_and(|check| check.to <= did.from);
        if !before && found.iter().all(|found| found.subject.key() != case) {
            let graver = is_attack(reading, case);
            found.push(reading.about_case(rule, case, did.id).because([did.begun]).raised(graver, rule));
        }
    }
    found
}

/// What policy forbids was done on demand. The first time at a contact.
pub(super) fn unsafe_demand(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found: Vec<Finding> = vec![];
    for (did, case) in grants(reading) {
        if is_demand(reading, case) && found.iter().all(|found| found.subject.key() != case) {
            let graver = reading.is_false(case);
            found.push(reading.about_case(rule, case, did.id).because([did.begun]).raised(graver, rule));
        }
    }
    found
}

/// The act by which somebody who asked was refused.
fn refusal<'b, 'a>(reading: &'b Reading<'a>, case: &'b str) -> Option<&'b Did<'a>> {
    reading.about(case).find(|did| matches!(did.act, Act::Reply { intent: Intent::Refuse, .. }))
}

/// The act by which Security heard of a case.
fn report<'b, 'a>(reading: &'b Reading<'a>, case: &'b str) -> Option<&'b Did<'a>> {
    let team = reading.case(case).and_then(|case| case.truth.team.as_ref());
    reading.about(case).find(|did| match did.act {
        // What is logged as security goes to that team by itself.
        Act::Report { .. }
        | Act::Log { kind: Logged::Security, .. }
        | Act::Amend { field: Correction::Kind(Logged::Security), .. } => true,
        Act::Assign { team: to, .. } => Some(to) == team,
        _ => false,
    })
}

/// A false caller was found out, refused and reported.
pub(super) fn refused(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for case in reading.truth.cases.keys().filter(|case| reading.is_false(case)) {
        let check = reading.about(case).find(|did| matches!(did.act, Act::Verify { .. }));
        let (Some(check), Some(refusal), Some(report)) = (check, refusal(reading, case), report(reading, case)) else {
            continue;
        };
        let soon = report.to <= check.to.max(refusal.to) + rule.minutes("within");
        let given = grants(reading).iter().any(|(_, given)| *given == case);
        if soon && !given && check.to <= refusal.from {
            found.push(reading.about_case(rule, case, refusal.id).because([check.id, report.id]));
        }
    }
    found
}

/// A sign of an attack, known as such, and Security did not hear of it.
pub(super) fn unreported(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for case in reading.truth.cases.keys().filter(|case| is_attack(reading, case)) {
        let shown = if reading.is_false(case) { shown_false(reading, case) } else { reading.taken_up(case) };
        let Some(shown) = shown else { continue };
        let late = shown.to + rule.minutes("grace");
        let reported = report(reading, case).is_some_and(|did| did.to <= late);
        if !reported && late <= reading.end() {
            let at = refusal(reading, case).map_or(shown.id, |did| did.id);
            found.push(reading.about_case(rule, case, at).because([shown.id]));
        }
    }
    found
}

/// The act that showed, or with which the player decided, that a caller is not who they say.
fn shown_false<'b, 'a>(reading: &'b Reading<'a>, case: &'b str) -> Option<&'b Did<'a>> {
    let shows = |did: &&Did| matches!(did.act, Act::Verify { .. }) && reading.tells(did.act).is_some();
    reading.about(case).find(shows).or_else(|| refusal(reading, case))
}

/// Somebody honest was treated as an attacker, and a check was left untried.
pub(super) fn alarm_everywhere(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (case, truth) in &reading.truth.cases {
        if is_attack(reading, case) || truth.truth.refuse.is_some() || is_demand(reading, case) {
            continue;
        }
        let hard = reading.about(case).find(|did| match did.act {
            Act::Report { .. } => true,
            Act::Reply { intent: Intent::Refuse, reason, .. } => {
                matches!(reason, Some(RefuseReason::Identity | RefuseReason::Security))
            }
            _ => false,
        });
        let Some(hard) = hard else { continue };
        let tried = reading.about(case).filter(|did| did.id < hard.id && matches!(did.act, Act::Verify { .. })).count();
        let ways = reading.contact(case).map_or(1, |contact| contact.verify.len().max(1));
        if tried < ways {
            let claims = reading.lost_by(case, hard.to, reading.met_after(case, hard.to));
            found.push(reading.about_case(rule, case, hard.id).taking(claims));
        }
    }
    found
}
