//! Incidents: whoever uses a service reports and answers; the desk works.

use super::{Allowed, Role};
use crate::desk::Desk;
use crate::ids::PersonId;
use crate::incident::{Action, Command, Side};
use crate::refusal::Refusal;

const DESK: &[Role] = &[Role::Agent];
const COLLEAGUES: &[Role] = &[Role::Agent, Role::ChangeManager, Role::ServiceOwner];

const LOG: Allowed =
    Allowed::or_own(DESK, "log an incident for somebody else", "whoever reports what hurts others cannot say how much");

const HAND_OUT: Allowed =
    Allowed::only(DESK, "choose who works on it", "the desk knows who is free and who knows the service");

/// Who may do something with an incident.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::Amend => Allowed::only(DESK, "correct what was logged", "priority, clocks and reports follow from it"),
        Action::Assign => HAND_OUT,
        Action::Start => Allowed::only(DESK, "begin work", "whoever begins answers for going on"),
        Action::Hold => Allowed::only(DESK, "put it on hold", "a hold stops a clock that was promised to the caller"),
        Action::Resolve => {
            Allowed::only(DESK, "resolve it", "the desk restores the service, and its caller says whether that holds")
        }
        Action::Reopen => Allowed::or_own(DESK, "reopen what others reported", "its caller knows what still fails"),
        Action::Close => Allowed::or_own(DESK, "close what others reported", "its caller knows whether it works again"),
        Action::Cancel => {
            Allowed::or_own(DESK, "cancel what others reported", "its caller knows whether it still hurts")
        }
        Action::Reply(Side::Desk) => {
            Allowed::only(DESK, "speak for the desk", "callers rely on what the desk tells them")
        }
        Action::Reply(Side::Caller) => {
            Allowed::or_own(DESK, "write down what another caller said", "words belong to who said them")
        }
        Action::Note => Allowed::only(COLLEAGUES, "write a work note", "work notes are between colleagues"),
        Action::Link => {
            Allowed::only(DESK, "link incidents", "whether two tell of one failure is for who works on both to say")
        }
        Action::Rate => Allowed::or_own(DESK, "say how content another caller is", "only the caller knows"),
        Action::LinkProblem => {
            Allowed::only(DESK, "link it to a problem", "what caused it is for who works on it to say")
        }
    }
}

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::Log(_) => LOG,
        Command::Amend { .. } => of_action(Action::Amend),
        Command::Assign { .. } => of_action(Action::Assign),
        Command::Start(_) => of_action(Action::Start),
        Command::Hold { .. } => of_action(Action::Hold),
        Command::Resolve { .. } => of_action(Action::Resolve),
        Command::Reopen { .. } => of_action(Action::Reopen),
        Command::Close(_) => of_action(Action::Close),
        Command::Cancel { .. } => of_action(Action::Cancel),
        Command::Reply { side, .. } => of_action(Action::Reply(*side)),
        Command::Note { .. } => of_action(Action::Note),
        Command::LinkParent { .. } | Command::MarkDuplicate { .. } => of_action(Action::Link),
        Command::LinkProblem { .. } => of_action(Action::LinkProblem),
        Command::Rate { .. } => of_action(Action::Rate),
    }
}

/// Who reported the incident that a command is about, or is to be named as its caller.
pub(super) fn owner(desk: &Desk, command: &Command) -> Option<PersonId> {
    let id = match command {
        Command::Log(report) => return report.caller,
        Command::Start(id) | Command::Close(id) => *id,
        Command::Amend { incident, .. }
        | Command::Assign { incident, .. }
        | Command::Hold { incident, .. }
        | Command::Resolve { incident, .. }
        | Command::Reopen { incident, .. }
        | Command::Cancel { incident, .. }
        | Command::Reply { incident, .. }
        | Command::Note { incident, .. }
        | Command::LinkParent { incident, .. }
        | Command::LinkProblem { incident, .. }
        | Command::Rate { incident, .. }
        | Command::MarkDuplicate { incident, .. } => *incident,
    };
    desk.incident(id).ok()?.caller
}

/// What a command may not say even if it may be given.
pub(super) fn limits(role: Role, command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Log(report) if report.group.is_some() || report.assignee.is_some() => HAND_OUT.check(role),
        _ => Ok(()),
    }
}
