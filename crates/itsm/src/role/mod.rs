//! Whose part somebody plays: what they may do.
//!
//! One file a practice says for each of its commands who may give it and why only they; every match names every
//! command, so that a new one must decide. Roles are looked at when something is decided here, never when an event
//! arrives late from another tab (`legal`): what was allowed when it was done stays done.
//!
//! Whoever works at the desk acts for others. All other roles are users of services, too: of what they reported
//! themselves they may do what any caller may ([`Allowed::or_own`]).

mod availability;
mod catalogue;
mod change;
mod configuration;
mod deed;
mod desk;
mod improvement;
mod incident;
mod knowledge;
mod link;
mod major;
mod monitoring;
mod problem;
mod promise;
mod request;
mod supplier;
mod undo;
mod words;

pub use change::answering as answering_changes;
pub use deed::{Acting, Deed, why_not};
pub use request::of_tasks as of_request_tasks;
pub use undo::may_take_back;
pub(crate) use words::joined;

use crate::desk::{Command, Context, Desk};
use crate::ids::PersonId;
use crate::refusal::Refusal;

/// A role at the desk. One person may play them one after the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// All of them: a desk of one.
    #[default]
    Everyone,
    /// Uses services: reports what is wrong, asks for things, says how content they are.
    Requester,
    /// Works at the desk or in a support team.
    Agent,
    /// Is asked whether a request or a change may go ahead.
    Approver,
    /// Sees changes through, from their assessment to their review.
    ChangeManager,
    /// Answers for a service: its agreements, its improvement, what its items are.
    ServiceOwner,
}

/// Who may do something, and why only they. The words make one sentence: "Only an agent may hand it over: …".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The roles that may; empty for all of them.
    pub may: &'static [Role],
    /// Whether the others may with what they reported or asked for themselves.
    pub or_own: bool,
    /// What they may do ("resolve an incident").
    pub what: &'static str,
    /// The reason a teacher would give.
    pub because: &'static str,
}

impl Allowed {
    /// What everybody may.
    pub const ALL: Allowed = Allowed { may: &[], or_own: false, what: "", because: "" };

    /// What only these roles may.
    pub(crate) const fn only(may: &'static [Role], what: &'static str, because: &'static str) -> Self {
        Self { may, or_own: false, what, because }
    }

    /// What these roles may, and all others with what is their own.
    pub(crate) const fn or_own(may: &'static [Role], what: &'static str, because: &'static str) -> Self {
        Self { may, or_own: true, what, because }
    }

    /// Whether a role may do it with every record.
    pub fn always(self, role: Role) -> bool {
        role == Role::Everyone || self.may.is_empty() || self.may.contains(&role)
    }

    /// Whether a role may do it with some record; the refusal names the roles that may.
    pub fn check(self, role: Role) -> Result<(), Refusal> {
        if self.or_own || self.always(role) { Ok(()) } else { Err(self.refusal()) }
    }

    /// Whether a role may do it, acting as somebody, with a record of `owner`.
    pub fn check_own(self, role: Role, actor: PersonId, owner: Option<PersonId>) -> Result<(), Refusal> {
        let is_own = self.or_own && owner == Some(actor);
        if is_own || self.always(role) { Ok(()) } else { Err(self.refusal()) }
    }

    fn refusal(self) -> Refusal {
        Refusal::Role { may: self.may, what: self.what, because: self.because }
    }
}

/// Who may give a command.
pub fn allowed(command: &Command) -> Allowed {
    match command {
        Command::Incident(command) => incident::of(command),
        Command::Problem(command) => problem::of(command),
        Command::Change(command) => change::of(command),
        Command::Request(command) => request::of(command),
        Command::Article(command) => knowledge::of(command),
        Command::Improvement(command) => improvement::of(command),
        Command::Alert(command) => monitoring::of(command),
        Command::Promise(command) => promise::of(command),
        Command::Supplier(command) => supplier::of(command),
        Command::Item(command) => configuration::of(command),
        Command::Service(command) => availability::of(command),
        Command::Major(command) => major::of(command),
        Command::Schedule(_) => change::PLAN,
        Command::Link(command) => link::of(command),
        Command::Catalogue(command) => catalogue::of(command),
        Command::Enter(entry) => desk::of_name(entry.id()),
        Command::Retire(id) | Command::BringBack(id) => desk::of_name(*id),
        Command::SetMatrix(_) => desk::MATRIX,
        Command::SetAgreement(_) => desk::AGREEMENT,
        Command::SaveView(..) | Command::DropView(_) => desk::VIEW,
        Command::SaveTemplate(..) | Command::DropTemplate(_) => desk::TEMPLATE,
        Command::MoveClock(_) => Allowed::ALL,
    }
}

/// Whether a role may ask for a command with some record; the refusal names the role that may.
pub fn may(role: Role, command: &Command) -> Result<(), Refusal> {
    allowed(command).check(role)
}

/// Whether the one who acts may give this very command: by their role, or because it is about what is their own.
pub fn may_give(desk: &Desk, command: &Command, context: &Context) -> Result<(), Refusal> {
    allowed(command).check_own(context.role, context.actor, owner(desk, command))?;
    match command {
        Command::Incident(command) => incident::limits(context.role, command),
        _ => Ok(()),
    }
}

/// Whose the record is that a command is about: who reported it, or is to be named as its caller.
fn owner(desk: &Desk, command: &Command) -> Option<PersonId> {
    match command {
        Command::Incident(command) => incident::owner(desk, command),
        Command::Request(command) => request::owner(desk, command),
        Command::Improvement(command) => improvement::owner(desk, command),
        _ => None,
    }
}
