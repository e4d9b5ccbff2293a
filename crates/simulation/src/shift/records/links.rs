//! Links between cases.

use chrono::{DateTime, Utc};
use itsm::incident::Command;
use itsm::link::{self, Link, Relation};
use itsm::{Command as Any, Refusal};

use super::Records;
use crate::scenario::Key;

impl Records {
    /// Says that an incident is a consequence of another one, or of none.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn parent(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, parent: Option<&Key>) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let (incident, parent) = (self.incident(case)?, parent.map(|case| self.incident(case)).transpose()?);
        self.give(&context, Any::Incident(Command::LinkParent { incident, parent })).map(drop)
    }

    /// Says that an incident tells of the same as another one, or of none.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn duplicate(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, of: Option<&Key>) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let (incident, of) = (self.incident(case)?, of.map(|case| self.incident(case)).transpose()?);
        self.give(&context, Any::Incident(Command::MarkDuplicate { incident, of })).map(drop)
    }

    /// Says that a problem is behind an incident, or none.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn behind(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, problem: Option<&Key>) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let (incident, problem) = (self.incident(case)?, problem.map(|case| self.problem(case)).transpose()?);
        self.give(&context, Any::Incident(Command::LinkProblem { incident, problem })).map(drop)
    }

    /// Says that a change caused an incident.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn caused_by(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, change: &Key) -> Result<(), Refusal> {
        self.link(now, by, case, Relation::CausedBy, change)
    }

    /// Says that a case led to another one.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn led_to(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, to: &Key) -> Result<(), Refusal> {
        self.link(now, by, case, Relation::LedTo, to)
    }

    fn link(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, relation: Relation, to: &Key) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let (from, to) = (self.of(case)?, self.of(to)?);
        self.give(&context, Any::Link(link::Command::Link(from, Link { relation, to }))).map(drop)
    }
}
