//! Working on a change: who sees it through, when it is done, what came of it, how it ends.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::allowed::{Action, check};
use super::raise::ordered;
use super::{Steps, on};
use crate::change::caused;
use crate::change::event::Event;
use crate::change::record::{Change, Findings, Span};
use crate::change::state::{ChangeType, CloseCode, State};
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::fields::{filled, trimmed};
use crate::ids::{ChangeId, GroupId, PersonId};
use crate::refusal::Refusal;
use crate::retire::offered;

/// A command that brings nothing but the change.
pub(super) fn simple(desk: &Desk, id: ChangeId, action: Action, event: Event) -> Result<Steps, Refusal> {
    check(desk, id, action)?;
    Ok(vec![on(id, event)])
}

pub(super) fn assign(
    desk: &Desk,
    id: ChangeId,
    group: Option<GroupId>,
    assignee: Option<PersonId>,
) -> Result<Steps, Refusal> {
    let change = check(desk, id, Action::Assign)?;
    let directory = desk.directory();
    offered(desk, &directory.groups, group, change.group, EntryId::Group, "group")?;
    offered(desk, &directory.people, assignee, change.assignee, EntryId::Person, "person")?;
    // A person alone keeps the team; only nobody at all takes it from the team too.
    let group = if assignee.is_some() { group.or(change.group) } else { group };
    if (group, assignee) == (change.group, change.assignee) {
        return Err(Refusal::Invalid { field: "group and person", because: "they are as now; nothing would change" });
    }
    stays_led(change, assignee)?;
    Ok(vec![on(id, Event::Assigned { group, assignee })])
}

/// From its assessment on, a change has somebody who sees it through, and nobody who is asked about it.
pub(super) fn stays_led(change: &Change, assignee: Option<PersonId>) -> Result<(), Refusal> {
    let Some(person) = assignee else {
        return if change.state == State::New {
            Ok(())
        } else {
            Err(Refusal::Missing {
                field: "a person who sees it through",
                because: "it is under way, and without one it would be forgotten",
            })
        };
    };
    let is_asked = |round: &crate::approval::Round| {
        round.approvers.contains(&person) || round.delegates.values().any(|delegate| *delegate == person)
    };
    if change.state == State::Authorize && change.rounds.iter().any(is_asked) {
        return Err(Refusal::Rule {
            rule: "they are asked to approve it",
            because: "nobody approves their own; choose somebody else, or withdraw it first",
        });
    }
    Ok(())
}

pub(super) fn withdraw(desk: &Desk, id: ChangeId, because: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Withdraw)?;
    let because = filled(because, "reason", "those who were asked wonder why their answer is not wanted any more")?;
    Ok(vec![on(id, Event::SentBack { because: Some(because) })])
}

pub(super) fn schedule(desk: &Desk, id: ChangeId, planned: Span, now: DateTime<Utc>) -> Result<Steps, Refusal> {
    let change = check(desk, id, Action::Schedule)?;
    ordered(planned)?;
    // An emergency change begins at once, often before the form is filled in.
    let first = if change.kind == ChangeType::Emergency { planned.end } else { planned.start };
    if first <= now {
        return Err(Refusal::Invalid {
            field: if change.kind == ChangeType::Emergency { "planned end" } else { "planned start" },
            because: "it is past, and a schedule tells others what is to come",
        });
    }
    if change.state == State::Scheduled && change.planned == Some(planned) {
        return Err(Refusal::Invalid { field: "planned start", because: "it is as now; nothing would change" });
    }
    Ok(vec![on(id, Event::Scheduled(planned))])
}

pub(super) fn review(desk: &Desk, id: ChangeId, findings: Findings) -> Result<Steps, Refusal> {
    let change = check(desk, id, Action::Review)?;
    let findings = Findings { lessons: trimmed(findings.lessons), ..findings };
    if !findings.caused_incidents && caused(desk, id).next().is_some() {
        return Err(Refusal::Invalid {
            field: "incidents caused",
            because: "incidents are linked as caused by it; unlink them if that is wrong",
        });
    }
    if change.review.as_ref().is_some_and(|review| review.findings == findings) {
        return Err(Refusal::Missing { field: "a change", because: "the review is already as you wrote it" });
    }
    Ok(vec![on(id, Event::Reviewed(findings))])
}

pub(super) fn close(desk: &Desk, id: ChangeId, code: CloseCode, notes: Arc<str>) -> Result<Steps, Refusal> {
    let change = check(desk, id, Action::Close)?;
    let notes = filled(notes, "close notes", "a code alone does not tell what was done, or what is left")?;
    code_fits(change, code)?;
    Ok(vec![on(id, Event::Closed { code, notes })])
}

/// The close code cannot say otherwise than the review.
pub(super) fn code_fits(change: &Change, code: CloseCode) -> Result<(), Refusal> {
    let Some(review) = &change.review else { return Ok(()) };
    let found = &review.findings;
    let because = match code {
        CloseCode::BackedOut if !found.backed_out => "the review says that it was not backed out",
        CloseCode::Successful | CloseCode::SuccessfulWithIssues | CloseCode::Failed if found.backed_out => {
            "the review says that it was backed out"
        }
        CloseCode::Successful | CloseCode::SuccessfulWithIssues if !found.objectives_met => {
            "the review says that it did not do what it was for"
        }
        CloseCode::Successful if found.caused_incidents => "the review says that it caused incidents",
        CloseCode::Failed if found.objectives_met => "the review says that it does what it was for",
        _ => return Ok(()),
    };
    Err(Refusal::Invalid { field: "close code", because })
}

pub(super) fn cancel(desk: &Desk, id: ChangeId, because: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Cancel)?;
    let because = filled(because, "reason", "whoever waits for it, or planned around it, will ask")?;
    Ok(vec![on(id, Event::Cancelled { because })])
}

pub(super) fn note(desk: &Desk, id: ChangeId, text: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Note)?;
    let text = filled(text, "text", "an empty note tells your colleagues nothing")?;
    Ok(vec![on(id, Event::Noted { text })])
}
