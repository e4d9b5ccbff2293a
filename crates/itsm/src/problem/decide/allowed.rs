//! What may be done with a problem as it stands: its state, who leads it, what is known, its incidents.

use crate::desk::Desk;
use crate::ids::ProblemId;
use crate::incident::Incident;
use crate::problem::record::{Problem, ResolutionCode};
use crate::problem::state::State;
use crate::refusal::Refusal;

/// Something that can be done with one problem, without the words and values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Correct a descriptive field or what was found.
    Amend,
    /// Hand it to a team or a person.
    Assign,
    /// Begin to assess it.
    Assess,
    /// Look for the root cause.
    Analyse,
    /// Begin to remove the cause.
    BeginFix,
    /// Say that the cause is gone.
    Resolve,
    /// Live with it.
    AcceptRisk,
    /// Say that another problem is the same.
    MarkDuplicate,
    /// Take it back.
    Cancel,
    /// Look for the cause again.
    Reanalyse,
    /// Finish it.
    Close,
    /// Say that it is a known error.
    DeclareKnownError,
    /// Tell the callers of its incidents.
    Communicate,
    /// Write a work note.
    Note,
    /// Draw the 5 Whys or the Ishikawa diagram.
    Draw,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 15] = [
        Action::Amend,
        Action::Assign,
        Action::Assess,
        Action::Analyse,
        Action::BeginFix,
        Action::Resolve,
        Action::AcceptRisk,
        Action::MarkDuplicate,
        Action::Cancel,
        Action::Reanalyse,
        Action::Close,
        Action::DeclareKnownError,
        Action::Communicate,
        Action::Note,
        Action::Draw,
    ];
}

/// Why `action` cannot be done with this problem now, or `None` where a form may open. Only what the form itself
/// asks for is left for [`crate::decide`] to check.
pub fn why_not(desk: &Desk, problem: ProblemId, action: Action) -> Option<Refusal> {
    check(desk, problem, action).err()
}

/// The problem, if `action` may be done with it.
pub(super) fn check(desk: &Desk, id: ProblemId, action: Action) -> Result<&Problem, Refusal> {
    let problem = desk.problem(id)?;
    state_allows(problem, action)?;
    match action {
        Action::Assess | Action::Analyse => led(problem)?,
        Action::BeginFix => {
            led(problem)?;
            cause_is_known(problem, "a fix for an unknown cause is a guess; find the cause first")?;
        }
        Action::Resolve => led(problem)?,
        Action::DeclareKnownError => {
            not_known_already(problem)?;
            cause_is_known(problem, "a known error is a problem whose cause has been found")?;
        }
        Action::Close => nobody_awaits(desk, id)?,
        Action::Communicate => somebody_to_tell(desk, id)?,
        _ => {}
    }
    Ok(problem)
}

/// Whether the life cycle allows `action`. Source: ServiceNow's problem life cycle, except that an assessment is
/// never skipped here.
pub(super) fn state_allows(problem: &Problem, action: Action) -> Result<(), Refusal> {
    use State::*;
    let code = problem.resolution.as_ref().map(|resolution| resolution.code);
    let (because, instead) = match (action, problem.state) {
        (Action::Note, _) => return Ok(()),
        // Its incidents go on, and so does what is known and told of it.
        (Action::Amend | Action::Communicate | Action::Reanalyse, Closed)
            if code == Some(ResolutionCode::RiskAccepted) =>
        {
            return Ok(());
        }
        (_, Closed) => ("a closed problem is history that reports count on", "Raise a new one if its incidents go on"),
        (Action::Reanalyse, New | Assess | RootCauseAnalysis) => {
            ("there is no finding yet that could be wrong", "Go on with the analysis")
        }
        (Action::Close, New | Assess | RootCauseAnalysis | FixInProgress) => {
            ("closing confirms that the fix holds, and there is none", "Resolve it, accept the risk, or cancel it")
        }
        (Action::Resolve, New | Assess | RootCauseAnalysis) => {
            ("a cause cannot be removed before it is known", "Analyse it, then begin the fix")
        }
        (Action::Assess, Assess | RootCauseAnalysis | FixInProgress) => {
            ("it has been assessed already", "Go on with the analysis")
        }
        (Action::Analyse, New) => ("whether an analysis is worth its cost is not known yet", "Assess it first"),
        (Action::Analyse, RootCauseAnalysis) => ("the analysis has begun", "Write down the cause when it is found"),
        (Action::Analyse, FixInProgress) => ("its cause is known", "Analyse it again if that was wrong"),
        (Action::BeginFix, New | Assess) => ("nobody has looked for the cause", "Analyse it first"),
        (Action::BeginFix, FixInProgress) => ("the fix has begun", "Resolve it when the cause is gone"),
        (Action::AcceptRisk, New | Assess) => ("a risk can be accepted only when it is understood", "Analyse it first"),
        (Action::DeclareKnownError, New | Assess) => {
            ("a known error has been analysed, and this one has not", "Analyse it first")
        }
        (Action::Amend | Action::Reanalyse | Action::Close | Action::Communicate | Action::Draw, Resolved) => {
            return Ok(());
        }
        (_, Resolved) => ("its cause counts as removed", "Analyse it again if that is not so"),
        _ => return Ok(()),
    };
    Err(Refusal::NotFrom { state: problem.state.word(), because, instead })
}

fn led(problem: &Problem) -> Result<(), Refusal> {
    if problem.assignee.is_none() {
        return Err(Refusal::Missing {
            field: "a person who leads it",
            because: "an analysis that belongs to everybody is done by nobody",
        });
    }
    Ok(())
}

fn cause_is_known(problem: &Problem, because: &'static str) -> Result<(), Refusal> {
    if problem.analysis.cause.is_empty() {
        return Err(Refusal::Missing { field: "root cause", because });
    }
    Ok(())
}

fn not_known_already(problem: &Problem) -> Result<(), Refusal> {
    if problem.known_error_since.is_some() {
        return Err(Refusal::Rule {
            rule: "it is a known error already",
            because: "saying it twice tells nobody more; amend its workaround instead",
        });
    }
    Ok(())
}

fn nobody_awaits(desk: &Desk, id: ProblemId) -> Result<(), Refusal> {
    if desk.incidents_of_problem(id).any(Incident::awaits_problem) {
        return Err(Refusal::Rule {
            rule: "the incidents that await it come first",
            because: "their callers still wait, and a closed problem would tell everybody that all is well",
        });
    }
    Ok(())
}

fn somebody_to_tell(desk: &Desk, id: ProblemId) -> Result<(), Refusal> {
    if desk.incidents_of_problem(id).any(|incident| incident.state.is_open()) {
        return Ok(());
    }
    Err(Refusal::Missing {
        field: "an open incident that is linked to it",
        because: "there is nobody to tell; link the incidents it explains",
    })
}
