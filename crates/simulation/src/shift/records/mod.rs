//! The desk behind a shift: an ordinary desk, worked through its own commands, in which everything goes by the keys of
//! the scenario.
//!
//! A *case* is a contact, a record or change that was there at the start, or what was raised in the shift; its record
//! is found by its key. The desk's rules decide what is refused; nothing here knows better. `cast` is who and what
//! there is by key, `when` turns local time into instants, `build` makes the desk as the shift finds it, `view` is for the
//! page, `read` for conditions; the other files give commands, practice by practice.

mod alerts;
mod board;
mod build;
mod cast;
mod changes;
mod ends;
mod incidents;
mod links;
mod majors;
mod new;
mod problems;
mod read;
mod requests;
mod reroute;
mod view;
mod when;
mod work;
mod written;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::{AlertId, Command, Context, Desk, Event, RecordId, Refusal, Role};

use cast::Cast;
pub use new::{NewChange, NewIncident, NewProblem, NewRequest};

use crate::scenario::{Files, Key};

/// See the module. A clone costs a small part of a beginning.
#[derive(Clone, Debug)]
pub struct Records {
    desk: Desk,
    cast: Arc<Cast>,
    /// The record of each case.
    cases: BTreeMap<Key, RecordId>,
    /// The case of each record; a case whose record became another one has several.
    keys: BTreeMap<RecordId, Key>,
    /// What a tool sent, by case: it stays when an incident is raised from it.
    alerts: BTreeMap<Key, AlertId>,
    /// The tasks of requests, in order, by the offer's keys.
    tasks: BTreeMap<Key, Arc<[Key]>>,
    /// What has happened since it was last asked for.
    events: Vec<Event>,
}

impl Records {
    /// The desk as the shift finds it: names, what is agreed, items, articles, known errors, and the records that are
    /// there. All of it happened before `start`, by the desk's own commands; [`Self::take`] gives it first.
    ///
    /// # Errors
    /// What the desk refuses, in words: the files do not fit together.
    pub fn begin(files: &Files, start: DateTime<Utc>) -> Result<Self, String> {
        build::begin(files, start)
    }

    /// The desk.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// What has happened since the last call, in order.
    pub fn take(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    /// The record of a case, if it has one.
    pub fn record(&self, case: &Key) -> Option<RecordId> {
        self.cases.get(case).copied()
    }

    /// The case of a record.
    pub fn case_of(&self, record: RecordId) -> Option<&Key> {
        self.keys.get(&record)
    }

    /// The case of the known error behind a fault of the pool, if it was known before the shift.
    pub fn known_error_of(&self, fault: &Key) -> Option<&Key> {
        self.cast.known.get(fault)
    }

    fn new(cast: Cast) -> Self {
        Self {
            desk: Desk::default(),
            cast: Arc::new(cast),
            cases: BTreeMap::new(),
            keys: BTreeMap::new(),
            alerts: BTreeMap::new(),
            tasks: BTreeMap::new(),
            events: Vec::new(),
        }
    }

    /// Somebody acts at an instant.
    fn context(&self, now: DateTime<Utc>, by: &Key) -> Result<Context, Refusal> {
        Ok(Context { now, actor: self.cast.person(by)?, role: Role::Everyone, tag: 0 })
    }

    /// Gives one command; says what happened with it. Nothing changes if it is refused.
    fn give(&mut self, context: &Context, command: Command) -> Result<&[Event], Refusal> {
        let events = itsm::decide(&self.desk, command, context)?;
        let before = self.events.len();
        for event in events {
            itsm::apply(&mut self.desk, &event);
            self.events.push(event);
        }
        Ok(self.events.get(before..).unwrap_or_default())
    }

    /// Gives a command with which a record begins.
    fn begin_record(&mut self, context: &Context, command: Command) -> Result<RecordId, Refusal> {
        let begun = self.give(context, command)?.iter().find(|event| event.what.begins_record());
        begun.and_then(|event| event.what.record()).ok_or(Refusal::NoSuch { what: "record" })
    }

    /// Several commands as one: if one is refused, none was given. Names are given to records only after it.
    fn at_once<T>(&mut self, steps: impl FnOnce(&mut Self) -> Result<T, Refusal>) -> Result<T, Refusal> {
        let (desk, told) = (self.desk.clone(), self.events.len());
        let done = steps(self);
        if done.is_err() {
            self.desk = desk;
            self.events.truncate(told);
        }
        done
    }

    /// From now on this is the case's record.
    fn name(&mut self, case: &Key, record: RecordId) {
        self.cases.insert(case.clone(), record);
        self.keys.insert(record, case.clone());
    }

    /// The record of a case, or the refusal that says it has none.
    fn of(&self, case: &Key) -> Result<RecordId, Refusal> {
        self.record(case).ok_or(Refusal::NoSuch { what: "record" })
    }
}
