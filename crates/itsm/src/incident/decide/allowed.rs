//! What may be done with an incident as it stands: its state, its owner, its children.

use crate::desk::Desk;
use crate::ids::IncidentId;
use crate::incident::command::Side;
use crate::incident::record::Incident;
use crate::incident::state::{Stage, State};
use crate::refusal::Refusal;
use crate::satisfaction::NOBODY;

/// Something that can be done with one incident, without the words and values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Correct a descriptive field.
    Amend,
    /// Hand it to a team or a person.
    Assign,
    /// Begin work, or take it up again.
    Start,
    /// Wait for somebody or something.
    Hold,
    /// Say that the service is restored.
    Resolve,
    /// Say that it is not restored after all.
    Reopen,
    /// Finish it for good.
    Close,
    /// Take it back.
    Cancel,
    /// Say something in public.
    Reply(Side),
    /// Write a work note.
    Note,
    /// Link it to a parent or an original, or take such a link away.
    Link,
    /// Link it to the problem that causes it, or take that link away.
    LinkProblem,
    /// Say how content the caller is.
    Rate,
}

/// Why `action` cannot be done with this incident now, or `None` where a form may open. Only what the form
/// itself asks for (a solution, a reason, a team) is left for [`crate::decide`] to check.
pub fn why_not(desk: &Desk, incident: IncidentId, action: Action) -> Option<Refusal> {
    check(desk, incident, action).err()
}

/// The incident, if `action` may be done with it.
pub(super) fn check(desk: &Desk, id: IncidentId, action: Action) -> Result<&Incident, Refusal> {
    let incident = desk.incident(id)?;
    state_allows(incident.state, action)?;
    match action {
        Action::Start => owned(incident, "work begins when somebody owns it; otherwise everybody waits for everybody")?,
        Action::Resolve => owned(incident, "somebody has to answer for what was done, should the caller ask")?,
        Action::Rate if incident.caller.is_none() => return Err(NOBODY),
        Action::Close => children_are_done(desk, id).and_then(|()| crate::major::looked_back(desk, id))?,
        _ => {}
    }
    Ok(incident)
}

/// Whether the life cycle allows `action` in `state`; [`State::may_become`] in words.
pub(super) fn state_allows(state: State, action: Action) -> Result<(), Refusal> {
    let (because, instead) = match (action, state.stage()) {
        (Action::Note | Action::Reply(Side::Caller), _) => return Ok(()),
        // Trends are found in what is over; a cancelled one was never a failure.
        (Action::LinkProblem, stage) if stage != Stage::Cancelled => return Ok(()),
        (Action::Rate, Stage::Resolved | Stage::Closed) => return Ok(()),
        (Action::Rate, Stage::Cancelled) => {
            ("nothing was done that the caller could judge", "Nothing is asked about it")
        }
        (Action::Rate, Stage::New | Stage::InProgress | Stage::OnHold) => {
            ("nobody can judge what is not restored yet", "Ask once it is resolved")
        }
        (Action::Reply(Side::Desk), Stage::Closed | Stage::Cancelled) => {
            ("the conversation about it has ended", "Log a new incident that follows it")
        }
        (_, Stage::Closed) => ("a closed incident is history that reports count on", FOLLOW_UP),
        (_, Stage::Cancelled) => ("it was taken back, so nobody works on it", FOLLOW_UP),
        (Action::Start, Stage::InProgress) => ("work has already begun", "Put it on hold, or resolve it"),
        (Action::Start, Stage::Resolved) => ("the service counts as restored", "Reopen it if that is not so"),
        (Action::Assign, Stage::Resolved) => ("its work is done, and whoever did it stays named", "Reopen it first"),
        (Action::Hold, Stage::Resolved) => ("nothing is left to wait for", "Reopen it if the service failed again"),
        (Action::Resolve, Stage::Resolved) => ("the service counts as restored", "Reopen it if that is not so"),
        (Action::Cancel, Stage::Resolved) => {
            ("work was done on it, and the figures should show that", "Close it once the caller agrees")
        }
        (Action::Reopen, Stage::New | Stage::InProgress | Stage::OnHold) => {
            ("it is still open, so there is nothing to take back", "Go on with it, or write a note")
        }
        (Action::Close, Stage::New | Stage::InProgress | Stage::OnHold) => {
            ("closing confirms that the service is restored, and nobody has said so", "Resolve it first")
        }
        _ => return Ok(()),
    };
    Err(Refusal::NotFrom { state: state.word(), because, instead })
}

const FOLLOW_UP: &str = "The caller's reply opens a new, linked incident";

fn owned(incident: &Incident, because: &'static str) -> Result<(), Refusal> {
    if incident.group.is_none() && incident.assignee.is_none() {
        return Err(Refusal::Missing { field: "an assignment group or person", because });
    }
    Ok(())
}

fn children_are_done(desk: &Desk, id: IncidentId) -> Result<(), Refusal> {
    if desk.dependants(id).any(|child| child.parent == Some(id) && child.state.is_open()) {
        return Err(Refusal::Rule {
            rule: "its open children come first",
            because: "their callers still wait, and a closed parent would tell everybody that all is well",
        });
    }
    Ok(())
}
