//! What may be done about a major incident as it stands, and when late events may still be applied.

use super::event::Event;
use super::record::{LookBack, Major, Standing, Status};
use crate::desk::Desk;
use crate::ids::IncidentId;
use crate::incident::{self, Side, State};
use crate::refusal::Refusal;

/// Something that can be done, without the words and values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Say that an incident may be a major one.
    Propose,
    /// Say that it is one.
    Accept,
    /// Say that it is none.
    Reject,
    /// Say that it turned out to be none.
    Demote,
    /// Let somebody play a part.
    GivePart,
    /// Say who is told what, and how often.
    Plan,
    /// Tell those affected.
    Update,
    /// Write down what was found, done or decided.
    Log,
    /// Write down what was learned.
    LookBack,
    /// Say why nobody has to look back.
    Waive,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 10] = [
        Action::Propose,
        Action::Accept,
        Action::Reject,
        Action::Demote,
        Action::GivePart,
        Action::Plan,
        Action::Update,
        Action::Log,
        Action::LookBack,
        Action::Waive,
    ];
}

/// Where an incident stands as a major one; `None` if nobody has proposed it.
pub fn standing(desk: &Desk, id: IncidentId) -> Option<Standing> {
    let major = desk.majors.get(&id)?;
    let is_open = desk.incident(id).is_ok_and(|incident| incident.state.is_open());
    Some(match &major.status {
        Status::Candidate => Standing::Candidate,
        Status::Accepted if is_open => Standing::Running,
        Status::Accepted => Standing::Ended,
        Status::Rejected(_) => Standing::Rejected,
        Status::Demoted(_) => Standing::Demoted,
    })
}

/// Why `action` cannot be done with this incident now, or `None` where a form may open.
pub fn why_not(desk: &Desk, incident: IncidentId, action: Action) -> Option<Refusal> {
    check(desk, incident, action).err()
}

/// What is known of it, if `action` may be done.
pub(super) fn check(desk: &Desk, id: IncidentId, action: Action) -> Result<Option<&Major>, Refusal> {
    let incident = desk.incident(id)?;
    let major = desk.majors.get(&id);
    let standing = standing(desk, id);
    allows(standing, action)?;
    match action {
        Action::Propose | Action::Accept if !incident.state.is_open() => Err(Refusal::NotFrom {
            state: incident.state.word(),
            because: "a major incident is led while a service fails, and nobody waits for this one",
            instead: "Reopen it if that is not so",
        }),
        Action::Update => incident::why_not(desk, id, incident::Action::Reply(Side::Desk)).map_or(Ok(major), Err),
        Action::Waive if major.is_some_and(|major| matches!(major.look_back, Some(LookBack::Written(_)))) => {
            Err(Refusal::Rule { rule: "it is written already", because: "nothing is left that could be waived" })
        }
        _ => Ok(major),
    }
}

fn allows(standing: Option<Standing>, action: Action) -> Result<(), Refusal> {
    use Standing::*;
    let Some(now) = standing else {
        return if action == Action::Propose {
            Ok(())
        } else {
            let because = "nobody has said that this incident may be a major one; propose it";
            Err(Refusal::Missing { field: "a proposal", because })
        };
    };
    let (because, instead) = match (action, now) {
        (Action::Propose, Rejected | Demoted)
        | (Action::Accept | Action::Reject, Candidate)
        | (Action::Demote | Action::GivePart | Action::Plan, Running)
        | (Action::Update | Action::Log, Running | Ended)
        | (Action::LookBack | Action::Waive, Ended) => return Ok(()),
        (Action::Propose, Candidate) => ("it is proposed already", "Accept or reject it"),
        (Action::Propose, Running | Ended) => ("it was accepted already", "Go on with it"),
        (_, Rejected | Demoted) => ("it goes the usual way of an incident", "Propose it again if that changed"),
        (Action::Accept | Action::Reject, _) => ("it was decided already", "Demote it if that was wrong"),
        (Action::Demote, Candidate) => ("it was never accepted", "Reject it"),
        (Action::Demote, Ended) => ("it is over, and what happened stays for the report", "Write what was learned"),
        (Action::GivePart | Action::Plan, Ended) => ("it is over, and nobody waits for news", "Write what was learned"),
        (Action::LookBack | Action::Waive, Running) => {
            ("it is not over, and the service comes first", "Resolve it, then look back")
        }
        (_, Candidate) => ("nobody has decided that it is one", "Accept it first"),
    };
    Err(Refusal::NotFrom { state: now.word(), because, instead })
}

/// Whether an accepted major incident may be closed: somebody has looked back, or has said why nobody need.
pub(crate) fn looked_back(desk: &Desk, id: IncidentId) -> Result<(), Refusal> {
    let waits = |major: &&Major| major.status == Status::Accepted && major.look_back.is_none();
    match desk.majors.get(&id).filter(waits) {
        Some(_) => Err(Refusal::Rule {
            rule: "its post-incident report lacks what was learned",
            because: "a major incident that teaches nothing comes again; write it, or waive it",
        }),
        None => Ok(()),
    }
}

/// Whether an event that was decided elsewhere may still be applied.
pub(crate) fn legal(desk: &Desk, id: IncidentId, event: &Event) -> Result<(), Refusal> {
    let may = |action| check(desk, id, action).map(drop);
    match event {
        Event::Proposed { .. } => may(Action::Propose),
        Event::Accepted { .. } => may(Action::Accept),
        Event::Rejected { .. } => may(Action::Reject),
        Event::Demoted { .. } => may(Action::Demote),
        Event::PartGiven { part: super::Part::Manager, person: None } => Err(super::decide::LED),
        Event::PartGiven { .. } => may(Action::GivePart),
        Event::Planned(_) => may(Action::Plan),
        // What was told was told, even if nobody could hear it by now.
        Event::Updated { .. } => allows(standing(desk, id), Action::Update),
        Event::Logged { .. } => may(Action::Log),
        Event::LookedBack(_) => may(Action::LookBack),
        Event::Waived { .. } => may(Action::Waive),
    }
}

/// What users would see of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phase {
    /// Nobody knows yet what it is.
    Investigating,
    /// Something was found, and it is worked on.
    Identified,
    /// The service is restored.
    Restored,
}

impl Phase {
    /// How a status page says it.
    pub fn word(self) -> &'static str {
        match self {
            Phase::Investigating => "Investigating",
            Phase::Identified => "Cause found, working on it",
            Phase::Restored => "Restored",
        }
    }
}

impl Major {
    /// How far it is, as users would see it.
    pub fn phase(&self, state: State) -> Phase {
        if !state.is_open() {
            Phase::Restored
        } else if self.moments.iter().any(|moment| matches!(moment.what, super::What::Found)) {
            Phase::Identified
        } else {
            Phase::Investigating
        }
    }
}
