//! What may be done with an improvement as it stands.

use crate::desk::Desk;
use crate::ids::ImprovementId;
use crate::improvement::record::Improvement;
use crate::improvement::state::Stage;
use crate::refusal::Refusal;

/// Something that can be done with one improvement, without the words and values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Correct a descriptive field.
    Amend,
    /// Say that it is worth a look.
    Accept,
    /// Work out effort, benefit, baseline and target.
    Assess,
    /// Say that it is to be done.
    Approve,
    /// Carry it out.
    Start,
    /// Let it wait.
    Hold,
    /// Go on with what waited.
    Resume,
    /// Note what the measure says.
    Measure,
    /// Compare it with what was wanted.
    Review,
    /// Go on after a review.
    Continue,
    /// Finish it.
    Close,
    /// Take it back.
    Cancel,
    /// Take a step of the guided path.
    Take,
    /// Write a note.
    Note,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 14] = [
        Action::Amend,
        Action::Accept,
        Action::Assess,
        Action::Approve,
        Action::Start,
        Action::Hold,
        Action::Resume,
        Action::Measure,
        Action::Review,
        Action::Continue,
        Action::Close,
        Action::Cancel,
        Action::Take,
        Action::Note,
    ];
}

/// Why `action` cannot be done with this improvement now, or `None` where a form may open. Only what the form itself
/// asks for is left for [`crate::decide`] to check.
pub fn why_not(desk: &Desk, improvement: ImprovementId, action: Action) -> Option<Refusal> {
    check(desk, improvement, action).err()
}

/// The improvement, if `action` may be done with it.
pub(super) fn check(desk: &Desk, id: ImprovementId, action: Action) -> Result<&Improvement, Refusal> {
    let improvement = desk.improvements.get(id)?;
    state_allows(improvement, action)?;
    match action {
        Action::Accept => owned(improvement)?,
        Action::Approve => comparable(improvement)?,
        Action::Start => dated(improvement)?,
        Action::Review => measured(improvement)?,
        _ => {}
    }
    Ok(improvement)
}

/// Whether the life cycle allows `action`. Source: ServiceNow's life cycle of an improvement.
fn state_allows(improvement: &Improvement, action: Action) -> Result<(), Refusal> {
    use Stage::*;
    let stage = improvement.state.stage();
    let (because, instead) = match (action, stage) {
        (Action::Note, _) => return Ok(()),
        (_, Closed) => ("what became of it is history that others learn from", "Register the next improvement"),
        (_, Cancelled) => ("it was taken back, so nobody works on it", "Register a new one if it is wanted after all"),
        (Action::Amend | Action::Take | Action::Cancel, _) => return Ok(()),
        (Action::Accept, New)
        | (Action::Assess, Accepted)
        | (Action::Approve, Assess)
        | (Action::Start, Approved)
        | (Action::Hold | Action::Review, InProgress)
        | (Action::Resume, OnHold)
        | (Action::Measure, InProgress | OnHold | Review)
        | (Action::Continue | Action::Close, Review) => return Ok(()),
        (Action::Accept, _) => ("it has been accepted already", "Go on with its next step"),
        (Action::Assess, New) => ("nobody has said that it is worth a look", "Accept it first"),
        (Action::Assess, _) => ("it has been assessed already", "Go on with its next step"),
        (Action::Approve, New | Accepted) => ("what it costs and brings is not worked out", "Assess it first"),
        (Action::Approve, _) => ("it has been approved already", "Go on with its next step"),
        (Action::Start, New | Accepted | Assess) => {
            ("nobody has decided that it is to be done", "Have it approved first")
        }
        (Action::Start, OnHold) => ("it has begun, and waits", "Resume it"),
        (Action::Start, _) => ("it has begun", "Go on with its next step"),
        (Action::Hold, OnHold) => ("it waits already", "Resume it when it can go on"),
        (Action::Hold, Review) => ("its work is done; only the comparison is left", "Finish the review"),
        (Action::Hold, _) => ("nothing is under way that could wait", "Start it first, or cancel it"),
        (Action::Resume, _) => ("it does not wait", "Go on with its next step"),
        (Action::Measure, _) => ("what is measured before the work is the baseline", "Write it down as the baseline"),
        (Action::Review, OnHold) => ("it waits, so nothing new can be compared", "Resume it first"),
        (Action::Review, Review) => ("the review has begun", "Close it, or continue it"),
        (Action::Review, _) => ("nothing was done yet that could be compared", "Carry it out first"),
        (Action::Continue, OnHold) => ("it has not been reviewed", "Resume it"),
        (Action::Continue, _) => ("only what was reviewed can turn out unfinished", "Go on with its next step"),
        (Action::Close, _) => ("whether it helped has not been looked at", "Review it first, or cancel it"),
    };
    Err(Refusal::NotFrom { state: stage.word(), because, instead })
}

fn owned(improvement: &Improvement) -> Result<(), Refusal> {
    missing(improvement.owner.is_none(), "an owner", "an improvement that belongs to everybody is done by nobody")
}

/// What the steps "where are we now" and "where do we want to be" give.
fn comparable(improvement: &Improvement) -> Result<(), Refusal> {
    missing(improvement.measure.is_none(), "a measure", "without one, whether it helped stays a matter of opinion")?;
    missing(improvement.baseline.is_none(), "a baseline", "nobody can show a gain over what was never measured")?;
    missing(improvement.target.is_none(), "a target", "without one nobody knows when it is good enough")
}

/// What the step "how do we get there" gives.
fn dated(improvement: &Improvement) -> Result<(), Refusal> {
    missing(improvement.due.is_none(), "a due date", "work without a date gives way to everything that has one")
}

/// What the step "did we get there" looks at.
fn measured(improvement: &Improvement) -> Result<(), Refusal> {
    let because = "a review compares evidence; without a value it would be an opinion";
    missing(improvement.measured.is_empty(), "a measured value", because)
}

fn missing(is_missing: bool, field: &'static str, because: &'static str) -> Result<(), Refusal> {
    if is_missing { Err(Refusal::Missing { field, because }) } else { Ok(()) }
}
