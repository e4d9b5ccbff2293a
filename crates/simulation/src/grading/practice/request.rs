//! Requests: told from incidents, approved where that is asked for, and served.

use chrono::TimeDelta;

use super::*;
use crate::scenario::{Approval, Channel, ContactKind, Offer};
use crate::shift::{Correction, Logged};

/// What a team needs to give back what is not its own.
const HAND_BACK: TimeDelta = TimeDelta::minutes(2);

fn kind(reading: &Reading, case: &str) -> Option<ContactKind> {
    reading.case(case).map(|case| case.truth.kind)
}

fn offer<'a>(reading: &Reading<'a>, case: &str) -> Option<&'a Offer> {
    let own = reading.case(case).and_then(|case| case.offer.as_ref());
    let asked = reading.contact(case).and_then(|contact| contact.unsafe_to_give.as_ref());
    own.or(asked).and_then(|offer| reading.pool().offers.get(offer))
}

/// Records that are kept as another kind than they are, some time after that was known: with that instant.
fn kept_as<'a>(reading: &Reading<'a>, rule: &Rule, truly: ContactKind, kept: Logged) -> Vec<(&'a Key, Time)> {
    let due = |case: &'a Key| {
        let logged = reading.logged(case)?;
        let time = logged.to.max(reading.known_since(case)?) + rule.minutes("grace");
        let wrong = reading.kind_at(case, time) == Some(kept) && reading.is_open(case, time);
        (time <= reading.end() && wrong && !reading.is_met(case, time)).then_some((case, time))
    };
    let cases = reading.truth.cases.keys().filter(|case| kind(reading, case) == Some(truly));
    cases.filter_map(due).collect()
}

/// When the kind of a record was put right; the end of the shift if never.
fn put_right(reading: &Reading, case: &str) -> Time {
    let right = reading.about(case).find(|did| matches!(did.act, Act::Amend { field: Correction::Kind(_), .. }));
    right.map_or_else(|| reading.end(), |did| did.to)
}

/// A request, handled as an incident.
pub(super) fn as_incident(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let kept = kept_as(reading, rule, ContactKind::Request, Logged::Incident).into_iter();
    kept.filter_map(|(case, _)| {
        let logged = reading.logged(case)?;
        let served = reading.met_after(case, logged.to);
        let delay = put_right(reading, case).min(served) - logged.to;
        let claims = reading.lost_by(case, served - delay, served);
        Some(reading.about_case(rule, case, logged.id).taking(claims))
    })
    .collect()
}

/// An incident, handled as a request.
pub(super) fn incident_as_request(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let kept = kept_as(reading, rule, ContactKind::Incident, Logged::Request).into_iter();
    let no_other = |(case, time): &(&Key, Time)| {
        let who = reading.case(case).map(|case| &case.who);
        reading.cases_of(reading.failure(case)).into_iter().all(|(other, truth)| {
            other == *case || Some(&truth.who) != who || reading.kind_at(other, *time) != Some(Logged::Incident)
        })
    };
    kept.filter(no_other)
        .filter_map(|(case, time)| {
            let claims = reading.lost_by(case, time, put_right(reading, case));
            Some(reading.about_case(rule, case, reading.logged(case)?.id).taking(claims))
        })
        .collect()
}

/// Given without the approval that it needs.
pub(super) fn no_approval(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found: Vec<Finding> = vec![];
    for did in &reading.acts {
        let (Act::Fulfil { case, .. } | Act::Fix { case, .. }) = did.act else { continue };
        let needs = offer(reading, case).is_some_and(|offer| offer.approval == Approval::Manager);
        let same = |other: &Key| {
            let offer = |key| reading.case(key).and_then(|case| case.offer.as_ref());
            other == case || (offer(other).is_some() && offer(other) == offer(case))
        };
        let approved = reading
            .events()
            .filter(|(entry, _)| entry.at <= did.from)
            .any(|(_, event)| matches!(event, WorldEvent::Approved { case: key, yes: true, .. } if same(key)));
        let new = found.iter().all(|found| found.subject.key() != case);
        // What is there from the days before was approved then.
        let own = reading.arrival(case).is_some();
        if needs && own && !approved && new {
            found.push(reading.about_case(rule, case, did.id).because([did.begun]));
        }
    }
    found
}

/// Approval was asked for what nobody has to approve.
pub(super) fn needless_approval(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for did in &reading.acts {
        let Act::AskApproval { case, .. } = did.act else { continue };
        if offer(reading, case).is_some_and(|offer| offer.approval == Approval::None) {
            let answer = reading.events().find(|(entry, event)| {
                entry.id > did.id && matches!(event, WorldEvent::Approved { case: key, .. } if key == case)
            });
            let until = answer.map_or_else(|| reading.end(), |(entry, _)| entry.at);
            let claims = reading.lost_by(case, did.to, until);
            found.push(reading.about_case(rule, case, did.id).taking(claims));
        }
    }
    found
}

/// Called done, or taken back, and the person has not got it.
pub(super) fn unserved(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found: Vec<Finding> = vec![];
    for did in &reading.acts {
        let (Act::Resolve { case, .. } | Act::Cancel { case, .. }) = did.act else { continue };
        let asked = kind(reading, case) == Some(ContactKind::Request) && reading.kind_at(case, did.to).is_some();
        let allowed =
            reading.case(case).is_some_and(|case| case.truth.refuse.is_none() && case.truth.duplicate_of.is_none());
        let refused =
            reading.about(case).any(|did| matches!(did.act, Act::Reply { intent: crate::shift::Intent::Refuse, .. }));
        if asked && allowed && !refused && !reading.is_met(case, did.to) && !ordered(reading, case, did.to) {
            let claims = reading.lost_by(case, did.to, reading.met_after(case, did.to));
            found.push(reading.about_case(rule, case, did.id).taking(claims));
        }
    }
    found
}

/// Whether anything was done by then that brings what was asked for.
fn ordered(reading: &Reading, case: &str, time: Time) -> bool {
    reading.about(case).filter(|did| did.to <= time).any(|did| match did.act {
        Act::Fulfil { .. } => true,
        Act::Assign { team, .. } => reading.teams(case).contains(team),
        _ => false,
    })
}

/// It came on a form for something else, was asked about, and was put on its way at once.
pub(super) fn rerouted(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (case, truth) in &reading.truth.cases {
        let wrong_form = truth.channel == Channel::Portal && truth.truth.kind == ContactKind::Incident;
        let (Some(known), Some(logged)) = (reading.known_since(case), reading.logged(case)) else { continue };
        let soon = known.max(truth.at) + rule.minutes("within");
        let own_mistake = matches!(logged.act, Act::Log { kind: Logged::Request, .. });
        let right = logged.to <= soon && reading.kind_at(case, logged.to) == Some(Logged::Incident);
        let asked = reading.about(case).find(|did| matches!(did.act, Act::Ask { .. }) && did.to <= logged.from);
        let Some(asked) = asked else { continue };
        if wrong_form && right && !own_mistake {
            let team = truth.truth.team.as_ref().and_then(|team| reading.firm().teams.get(team));
            let pick_up = team.map_or(0.0, |team| team.pick_up.median);
            let back = HAND_BACK + TimeDelta::seconds((pick_up * 60.0) as i64);
            let served = reading.met_after(case, logged.to);
            let spared = reading.would_lose_by(case, served, served + back);
            found.push(reading.about_case(rule, case, logged.id).because([asked.id]).taking(spared));
        }
    }
    found
}
