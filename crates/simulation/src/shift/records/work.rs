//! Working on records: who has them, what they wait for, what is said.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::incident::{self, HoldReason, Side};
use itsm::request::{self, PendingReason};
use itsm::{Command as Any, RecordId, Refusal, change, improvement, monitoring, problem};

use super::Records;
use super::requests::ITEM;
use crate::scenario::Key;
use crate::shift::HoldFor;

impl Records {
    /// Hands a record to a team, a person, or both; a person alone keeps the team. Of a request, the task whose turn it
    /// is; whoever leads a problem or sees a change through goes on unless another one is named.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn assign(
        &mut self,
        now: DateTime<Utc>,
        by: &Key,
        case: &Key,
        team: Option<&Key>,
        person: Option<&Key>,
    ) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let group = self.cast.teams.some(team)?;
        let assignee = self.cast.people.some(person)?;
        let command = match self.of(case)? {
            RecordId::Problem(problem) => {
                let assignee = assignee.or(self.desk.problem(problem)?.assignee);
                Any::Problem(problem::Command::Assign { problem, group, assignee })
            }
            RecordId::Change(change) => {
                let assignee = assignee.or(self.desk.changes().get(change)?.assignee);
                Any::Change(change::Command::Assign { change, group, assignee })
            }
            RecordId::Request(request) => {
                let task = self.turn(request).ok_or(Refusal::NoSuch { what: "task" })?.id;
                Any::Request(request::Command::AssignTask { request, item: ITEM, task, group, assignee })
            }
            _ => Any::Incident(incident::Command::Assign { incident: self.incident(case)?, group, assignee }),
        };
        self.give(&context, command).map(drop)
    }

    /// Begins work: on an incident, the task of a request whose turn it is, the assessment of a problem, which whoever
    /// acts leads if nobody does.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn start(&mut self, now: DateTime<Utc>, by: &Key, case: &Key) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let command = match self.of(case)? {
            RecordId::Problem(problem) => {
                let assess = Any::Problem(problem::Command::Assess(problem));
                return self.at_once(|records| {
                    records.lead(&context, problem)?;
                    records.give(&context, assess).map(drop)
                });
            }
            RecordId::Request(request) => {
                let task = self.turn(request).ok_or(Refusal::NoSuch { what: "task" })?.id;
                Any::Request(request::Command::StartTask { request, item: ITEM, task })
            }
            _ => Any::Incident(incident::Command::Start(self.incident(case)?)),
        };
        self.give(&context, command).map(drop)
    }

    /// Lets an incident, or what is requested, wait. A request knows fewer reasons: it waits for the nearest.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn hold(
        &mut self,
        now: DateTime<Utc>,
        by: &Key,
        case: &Key,
        reason: HoldFor,
        note: &str,
    ) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let note = Arc::from(note);
        let command = match self.of(case)? {
            RecordId::Request(request) => {
                Any::Request(request::Command::Hold { request, item: ITEM, reason: pending(reason), note })
            }
            _ => Any::Incident(incident::Command::Hold { incident: self.incident(case)?, reason: held(reason), note }),
        };
        self.give(&context, command).map(drop)
    }

    /// Goes on after a wait.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn resume(&mut self, now: DateTime<Utc>, by: &Key, case: &Key) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let command = match self.of(case)? {
            RecordId::Request(request) => Any::Request(request::Command::Resume { request, item: ITEM }),
            _ => Any::Incident(incident::Command::Start(self.incident(case)?)),
        };
        self.give(&context, command).map(drop)
    }

    /// Says something in public. A caller's words lift a wait for them; after the end of an incident they open one that
    /// follows it, which is the case's record from then on. Where nobody has a public side it is a note.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn say(
        &mut self,
        now: DateTime<Utc>,
        by: &Key,
        case: &Key,
        from_caller: bool,
        text: &str,
    ) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let side = if from_caller { Side::Caller } else { Side::Desk };
        let command = match self.of(case)? {
            RecordId::Incident(incident) => {
                Any::Incident(incident::Command::Reply { incident, side, text: Arc::from(text) })
            }
            RecordId::Request(request) => {
                Any::Request(request::Command::Reply { request, side, text: Arc::from(text) })
            }
            _ => return self.note(now, by, case, text),
        };
        let begun = self.give(&context, command)?.iter().find(|event| event.what.begins_record());
        if let Some(record) = begun.and_then(|event| event.what.record()) {
            self.name(case, record);
        }
        Ok(())
    }

    /// Writes a note for colleagues.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn note(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, text: &str) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let text = Arc::from(text);
        let command = match self.of(case)? {
            RecordId::Request(request) => Any::Request(request::Command::Note { request, text }),
            RecordId::Problem(problem) => Any::Problem(problem::Command::Note { problem, text }),
            RecordId::Change(change) => Any::Change(change::Command::Note { change, text }),
            RecordId::Alert(alert) => Any::Alert(monitoring::Command::Note { alert, text }),
            RecordId::Improvement(improvement) => Any::Improvement(improvement::Command::Note { improvement, text }),
            _ => Any::Incident(incident::Command::Note { incident: self.incident(case)?, text }),
        };
        self.give(&context, command).map(drop)
    }
}

pub(super) fn held(reason: HoldFor) -> HoldReason {
    match reason {
        HoldFor::Caller => HoldReason::Caller,
        HoldFor::Problem => HoldReason::Problem,
        HoldFor::Supplier => HoldReason::Supplier,
        HoldFor::Change => HoldReason::Change,
        HoldFor::Evidence => HoldReason::Evidence,
    }
}

/// What a request waits for: a problem is waited for as long as for what removes it, evidence comes from who asks.
pub(super) fn pending(reason: HoldFor) -> PendingReason {
    match reason {
        HoldFor::Caller | HoldFor::Evidence => PendingReason::Requester,
        HoldFor::Supplier => PendingReason::Supplier,
        HoldFor::Problem | HoldFor::Change => PendingReason::Change,
    }
}
