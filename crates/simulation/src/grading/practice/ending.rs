//! Incidents: called resolved, or taken back.

use super::priority::work_begins;
use super::*;
use crate::grading::reading::End;
use crate::scenario::{Channel, Works};
use crate::shift::{Logged, SolutionCode};

/// Ends of what was kept as an incident.
fn incident_ends<'b, 'a>(reading: &'b Reading<'a>) -> Vec<End<'b, 'a>> {
    let kept = |end: &End| matches!(reading.kind_at(end.case, end.did.to), Some(Logged::Incident | Logged::Security));
    reading.ends().into_iter().filter(|end| reading.case(end.case).is_some() && kept(end)).collect()
}

/// When the matter of a case was taken up again after its end.
fn taken_up_again(reading: &Reading, case: &Key, from: Time) -> Time {
    let who = reading.case(case).map(|case| &case.who);
    let again = |did: &&Did| match did.act {
        Act::Reopen { case: key, .. } => key == case,
        Act::Log { contact, .. } => {
            contact != case
                && reading.failure(contact) == reading.failure(case)
                && reading.case(contact).map(|case| &case.who) == who
        }
        _ => false,
    };
    reading.acts.iter().filter(|did| did.from >= from).find(again).map_or_else(|| reading.end(), |did| did.to)
}

/// Called resolved while its people could not work.
pub(super) fn unsolved(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let ends = incident_ends(reading).into_iter();
    let false_end = |end: &End| {
        end.code != SolutionCode::Duplicate && reading.is_incident(end.case) && !reading.is_met(end.case, end.did.to)
    };
    ends.filter(false_end)
        .map(|end| {
            let claims = reading.lost_by(end.case, end.did.to, taken_up_again(reading, end.case, end.did.to));
            reading.about_case(rule, end.case, end.did.id).taking(claims)
        })
        .collect()
}

/// The people can work, and the code tells another story than how.
pub(super) fn code_untrue(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for end in incident_ends(reading) {
        let own = !end.along && reading.fault(end.case).is_some() && reading.is_met(end.case, end.did.to);
        if let Some(evidence) = own.then(|| contradiction(reading, &end)).flatten() {
            found.push(reading.about_case(rule, end.case, end.did.id).because(evidence));
        }
    }
    found
}

/// What speaks against the code of an end, if anything does.
fn contradiction(reading: &Reading, end: &End) -> Option<Vec<EntryId>> {
    let failure = reading.failure(end.case);
    let before = |did: &&Did| did.to <= end.did.to;
    let by_player = reading.fixes_of(failure).filter(|(did, _)| reading.helped(did)).map(|(did, _)| did).filter(before);
    let by_player: Vec<EntryId> = by_player.map(|did| did.id).collect();
    let about = |wanted: fn(&Act) -> bool| {
        reading.acts.iter().any(|did| {
            wanted(did.act) && case_of(did.act).is_some_and(|case| reading.failure(case) == failure) && before(&did)
        })
    };
    match end.code {
        SolutionCode::Solution => {
            let help = reading.help_for(failure);
            let (_, last) = help.iter().rev().find(|(time, _)| *time <= end.did.to)?;
            (reading.works(end.case, last) == Works::Workaround).then_some(by_player)
        }
        SolutionCode::NoFaultFound => {
            let shown = reading.acts.iter().filter(before).filter(|did| {
                case_of(did.act).is_some_and(|case| reading.failure(case) == failure)
                    && reading.tells(did.act).is_some()
            });
            let shown: Vec<EntryId> = shown.map(|did| did.id).collect();
            (!shown.is_empty()).then_some(shown)
        }
        SolutionCode::ByCaller => (!by_player.is_empty()).then_some(by_player),
        SolutionCode::ByChange => {
            let changed = about(|act| matches!(act, Act::Change { .. }))
                || reading.acts.iter().any(|did| matches!(did.act, Act::Implement { .. }) && before(&did))
                || reading.events().any(|(_, event)| matches!(event, WorldEvent::Change { .. }));
            (!changed).then(Vec::new)
        }
        SolutionCode::ByProblem => {
            let linked = reading.problem_links().iter().any(|(_, case)| reading.failure(case) == failure);
            (!linked).then(Vec::new)
        }
        SolutionCode::Workaround | SolutionCode::Duplicate => None,
    }
}

/// Called resolved, and the caller was never asked.
pub(super) fn unconfirmed(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    if !reading.scenario().you.may("confirm") {
        return vec![];
    }
    let mut found = vec![];
    for end in incident_ends(reading) {
        let person =
            reading.case(end.case).is_some_and(|case| !matches!(case.channel, Channel::Monitoring | Channel::Team));
        let patience = end.did.to + rule.minutes("patience");
        let asked = reading.about(end.case).any(|did| matches!(did.act, Act::Confirm { .. }) && did.to <= patience);
        if person && !asked && end.code != SolutionCode::Duplicate {
            let claims = reading.lost_by(end.case, end.did.to, taken_up_again(reading, end.case, end.did.to));
            found.push(reading.about_case(rule, end.case, end.did.id).taking(claims));
        }
    }
    found
}

/// Taken back while somebody could not work, and nothing else is there for them.
pub(super) fn cancelled_alive(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for did in &reading.acts {
        let Act::Cancel { case, .. } = did.act else { continue };
        let failure = reading.failure(case);
        let other = reading.cases_of(failure).into_iter().any(|(key, other)| {
            let own = reading.case(case).is_some_and(|case| case.who == other.who);
            key != case && own && reading.is_open(key, did.to)
        });
        if reading.is_incident(case) && !reading.is_met(case, did.to) && !other {
            let claims = reading.lost_by(case, did.to, work_begins(reading, failure, did.to));
            found.push(reading.about_case(rule, case, did.id).taking(claims));
        }
    }
    found
}
