//! Incidents: who gets them, and a way round that leaves the cause to a problem.

use std::collections::BTreeSet;

use super::*;
use crate::grading::reading::Fault;
use crate::scenario::Works;
use crate::shift::SolutionCode;

/// Given to a team that cannot help, though there was something to learn.
pub(super) fn wrong(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for did in &reading.acts {
        let Act::Assign { case, team } = did.act else { continue };
        let right = reading.teams(case);
        let own = *team == reading.scenario().you.team;
        let told = !reading.telling_questions(case).is_empty() || reading.fault(case).is_none();
        if own || right.is_empty() || right.contains(team) || !told || team_helped(reading, case, team, did.id) {
            continue;
        }
        let next = reading.acts.iter().find(|later| {
            later.id > did.id
                && matches!(later.act, Act::Assign { case: key, team } if key == case && right.contains(team))
        });
        let claims = reading.lost(reading.failure(case), did.to, next.map_or_else(|| reading.end(), |did| did.to));
        found.push(reading.about_case(rule, case, did.id).because(handed_back(reading, case, did.id)).taking(claims));
    }
    found
}

fn team_helped(reading: &Reading, case: &Key, team: &Key, after: EntryId) -> bool {
    reading.events().filter(|(entry, _)| entry.id > after).any(|(_, event)| match event {
        WorldEvent::TeamDone { case: key, team: by } => key == case && by == team,
        WorldEvent::Tried { case: key, helped: true, by: Some(by), .. } => key == case && by == team,
        _ => false,
    })
}

fn handed_back(reading: &Reading, case: &Key, after: EntryId) -> Option<EntryId> {
    let back = |event: &WorldEvent| matches!(event, WorldEvent::HandedBack { case: key, .. } if key == case);
    reading.events().find(|(entry, event)| entry.id > after && back(event)).map(|(entry, _)| entry.id)
}

/// Kept at the desk, which can do nothing about it. One finding a failure.
pub(super) fn kept(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut found = vec![];
    for (case, truth) in &reading.truth.cases {
        let failure = reading.failure(case);
        let beyond = reading.is_incident(case)
            && truth.fault.is_some()
            && !reading.teams(case).contains(&reading.scenario().you.team)
            && reading.own_remedies(case).is_empty();
        let Some(late) = reading.known_since(case).map(|known| known + rule.minutes("grace")).filter(|_| beyond) else {
            continue;
        };
        let given = given(reading, failure);
        let over = reading.over(failure);
        if given.is_some_and(|given| given <= late)
            || late >= over
            || reading.is_met(case, late)
            || !seen.insert(failure)
        {
            continue;
        }
        let delay = given.unwrap_or_else(|| reading.end()).min(over) - late;
        let at = reading.moment(late);
        let taken = reading.taken_up(case).map(|did| did.id);
        let claims = reading.lost(failure, over - delay, over);
        found.push(reading.about_case(rule, case, at).because(taken).taking(claims));
    }
    found
}

/// When a failure first went to anybody else.
fn given(reading: &Reading, failure: &Key) -> Option<Time> {
    let own = &reading.scenario().you.team;
    let gives = |did: &&Did| match did.act {
        Act::Assign { case, team } => reading.failure(case) == failure && team != own,
        Act::Swarm { case, .. } | Act::Supplier { case, .. } | Act::Report { case } => reading.failure(case) == failure,
        _ => false,
    };
    reading.acts.iter().find(gives).map(|did| did.to)
}

/// Restored by a way round, resolved as that, and the cause left to a problem.
pub(super) fn restored(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut found = vec![];
    for end in reading.ends().into_iter().filter(|end| end.code == SolutionCode::Workaround) {
        let Some(fault) = reading.fault(end.case).filter(|fault| fault.recurs() && !gone_by(fault, end.did.to)) else {
            continue;
        };
        let ways = reading.fixes_of(fault.key).filter(|(did, _)| did.to <= end.did.to && reading.helped(did));
        let round = ways.filter(|(_, fix)| reading.works(end.case, fix) == Works::Workaround).last();
        let problem = reading
            .problem_links()
            .into_iter()
            .find(|(did, case)| reading.failure(case) == fault.key && did.to <= end.did.to + rule.minutes("within"));
        let (Some((round, _)), Some((problem, _))) = (round, problem) else { continue };
        if seen.insert(fault.key) {
            let lasting = reading.over(fault.key).max(end.did.to);
            let claims = reading.would_lose_by(end.case, end.did.to, lasting);
            found.push(reading.about_case(rule, end.case, round.id).because([end.did.id, problem.id]).taking(claims));
        }
    }
    found
}

/// Whether a fault was gone for good by an instant.
fn gone_by(fault: &Fault, time: Time) -> bool {
    fault.live.gone && fault.live.ended.iter().max().is_some_and(|ended| *ended <= time)
}
