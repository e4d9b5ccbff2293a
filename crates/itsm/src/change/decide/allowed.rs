//! What may be done with a change as it stands: its state, its type, who sees it through, its work orders.

use crate::approval::Outcome;
use crate::change::record::Change;
use crate::change::state::{ChangeType, State};
use crate::desk::Desk;
use crate::ids::ChangeId;
use crate::refusal::Refusal;

/// Something that can be done with one change, without the words and values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Correct what describes it.
    Amend,
    /// Correct its plans, its risk, or what it touches.
    Plan,
    /// Hand it to a team or a person.
    Assign,
    /// Begin to assess it.
    Assess,
    /// Put it to its change authority.
    Ask,
    /// Take it back from its change authority.
    Withdraw,
    /// Set its time, or move it.
    Schedule,
    /// Begin to carry it out.
    Implement,
    /// Look at what came of it.
    BeginReview,
    /// Write down what the review found.
    Review,
    /// Finish it.
    Close,
    /// Take it back.
    Cancel,
    /// Write a work note.
    Note,
    /// Add a work order.
    AddOrder,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 14] = [
        Action::Amend,
        Action::Plan,
        Action::Assign,
        Action::Assess,
        Action::Ask,
        Action::Withdraw,
        Action::Schedule,
        Action::Implement,
        Action::BeginReview,
        Action::Review,
        Action::Close,
        Action::Cancel,
        Action::Note,
        Action::AddOrder,
    ];
}

/// Why `action` cannot be done with this change now, or `None` where a form may open. Only what the form itself asks
/// for is left for [`crate::decide`] to check.
pub fn why_not(desk: &Desk, change: ChangeId, action: Action) -> Option<Refusal> {
    check(desk, change, action).err()
}

/// The change, if `action` may be done with it.
pub(super) fn check(desk: &Desk, id: ChangeId, action: Action) -> Result<&Change, Refusal> {
    let change = desk.changes.get(id)?;
    state_allows(change, action)?;
    match action {
        Action::Assess | Action::Implement => led(change)?,
        Action::Ask => {
            led(change)?;
            assessed(change)?;
        }
        Action::Schedule => {
            led(change)?;
            authorised(change)?;
        }
        Action::BeginReview => orders_are_done(change)?,
        Action::Close => reviewed(change)?,
        _ => {}
    }
    Ok(change)
}

/// Whether the life cycle allows `action`. Source: ServiceNow's change life cycle; see [`State`].
pub(super) fn state_allows(change: &Change, action: Action) -> Result<(), Refusal> {
    use State::*;
    let is_standard = change.kind == ChangeType::Standard;
    let (because, instead) = match (action, change.state) {
        (Action::Note, _) => return Ok(()),
        (_, Closed) => ("a closed change is history that reports count on", "Raise a new one if more is to be done"),
        (_, Cancelled) => ("it was taken back", "Raise a new one if it is wanted after all"),
        (Action::Assess | Action::Ask, _) if is_standard => {
            return Err(Refusal::Rule {
                rule: "it is a standard change",
                because: "its template was assessed and authorised once, for every use",
            });
        }
        (Action::Assess, New) | (Action::Ask, Assess) => return Ok(()),
        (Action::Assess, _) => ("it has been assessed", "Go on"),
        (Action::Ask, New) => ("nobody has weighed its risk", "Assess it first"),
        (Action::Ask, Authorize) => ("it is asked already", "Wait for the answers, or withdraw it"),
        (Action::Ask, _) => ("it is authorised", "Go on"),
        (Action::Withdraw, Authorize | Scheduled) if !is_standard => return Ok(()),
        (Action::Withdraw, _) => ("it is not with a change authority", "Amend it as it stands"),
        (Action::Schedule, New) if is_standard => return Ok(()),
        (Action::Schedule, Authorize | Scheduled) => return Ok(()),
        (Action::Schedule, New | Assess) => ("nobody has authorised it", "Put it to its change authority first"),
        (Action::Schedule, _) => ("it has begun", "Say in its review whether it was on time"),
        (Action::Implement, Scheduled) => return Ok(()),
        (Action::Implement, Implement | Review) => ("it has begun", "Go on"),
        (Action::Implement, _) => ("what has no authorised time surprises others", "Schedule it first"),
        (Action::BeginReview, Implement) => return Ok(()),
        (Action::BeginReview, Review) => ("it is in review", "Write down what it found"),
        (Action::BeginReview, _) => ("nothing has been carried out", "Implement it first"),
        (Action::Review | Action::Close, Review) => return Ok(()),
        (Action::Review, _) => ("there is nothing to look back on yet", "Implement it first"),
        (Action::Close, Implement) => ("nobody has looked at what came of it", "Review it first"),
        (Action::Close, _) => ("nothing has been carried out", "Cancel it if it is not wanted"),
        (Action::Cancel, Review) => ("it was carried out, and that cannot be taken back", "Close it with its outcome"),
        (Action::Plan, Implement | Review) => {
            ("what was authorised is what is done", "Note what was done otherwise, and say so in the review")
        }
        (Action::AddOrder, Review) => ("its work is over", "Raise a new change for what is left"),
        (Action::Amend | Action::Plan | Action::Assign | Action::AddOrder | Action::Cancel, _) => return Ok(()),
    };
    Err(Refusal::NotFrom { state: change.state.word(), because, instead })
}

fn led(change: &Change) -> Result<(), Refusal> {
    if change.assignee.is_none() {
        return Err(Refusal::Missing {
            field: "a person who sees it through",
            because: "a change that belongs to everybody is watched by nobody",
        });
    }
    Ok(())
}

/// Whether its change authority has what it needs to decide.
pub(super) fn assessed(change: &Change) -> Result<(), Refusal> {
    if change.risk.weighed().is_none() {
        return Err(Refusal::Missing {
            field: "an assessment of its risk",
            because: "how much is at risk says who may authorise it",
        });
    }
    super::raise::written(&change.plans)
}

fn authorised(change: &Change) -> Result<(), Refusal> {
    if change.state != State::Authorize || change.authorisation() == Some(Outcome::Approved) {
        return Ok(());
    }
    Err(Refusal::Rule {
        rule: "its approval comes first",
        because: "a time in the schedule promises others that it is authorised",
    })
}

pub(super) fn orders_are_done(change: &Change) -> Result<(), Refusal> {
    if change.open_orders().next().is_some() {
        return Err(Refusal::Rule {
            rule: "its open work orders come first",
            because: "what is still being done cannot be reviewed; close or cancel them",
        });
    }
    Ok(())
}

/// Standard changes are reviewed only where somebody wants to know.
fn reviewed(change: &Change) -> Result<(), Refusal> {
    if change.kind != ChangeType::Standard && change.review.is_none() {
        return Err(Refusal::Missing {
            field: "a review",
            because: "the next change is safer if somebody asks what this one taught",
        });
    }
    Ok(())
}
