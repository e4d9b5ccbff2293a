//! A shift as the rules read it: the player's acts with their times, and questions about records, faults, knowledge and
//! losses that several rules ask.

mod about;
mod faults;
mod known;
mod losses;
mod records;
mod waits;

pub(super) use about::case_of;
pub(super) use faults::Fault;
pub(super) use records::End;
use waits::with_waits;

use super::spans::Time;
use super::{Finding, Rule, Subject};
use crate::scenario::{Contact, Key, LocalTime, Pool, Scenario, World};
use crate::shift::{Act, CaseTruth, CommandId, Entry, EntryId, Happened, Truth, WorldEvent};

/// An act of the player, from its beginning to its end.
#[derive(Clone, Debug)]
pub(super) struct Did<'a> {
    pub act: &'a Act,
    pub from: Time,
    pub to: Time,
    /// The entry with which it began.
    pub begun: EntryId,
    /// The entry with which it ended.
    pub id: EntryId,
    pub command: CommandId,
}

impl Did<'_> {
    /// Minutes that it took.
    pub fn minutes(&self) -> f64 {
        (self.to - self.from).num_seconds() as f64 / 60.0
    }
}

/// See the module.
pub(super) struct Reading<'a> {
    pub entries: &'a [Entry],
    pub truth: &'a Truth,
    /// In order; where the player let time pass, that is an act as well.
    pub acts: Vec<Did<'a>>,
}

impl<'a> Reading<'a> {
    pub fn of(entries: &'a [Entry], truth: &'a Truth) -> Self {
        let acts = entries.iter().filter_map(|entry| done(entry, entries)).collect();
        Self { entries, truth, acts: with_waits(acts, entries, truth) }
    }

    pub fn pool(&self) -> &'a Pool {
        &self.truth.files.pool
    }

    pub fn firm(&self) -> &'a World {
        &self.truth.files.world
    }

    pub fn scenario(&self) -> &'a Scenario {
        &self.truth.files.scenario
    }

    /// When the shift ended.
    pub fn end(&self) -> Time {
        self.truth.to
    }

    /// The instant of a local time of the scenario.
    pub fn instant(&self, local: LocalTime) -> Time {
        instant(self.truth, local)
    }

    pub fn case(&self, case: &str) -> Option<&'a CaseTruth> {
        self.truth.cases.get(case)
    }

    /// The contact of the scenario, if the case is one that it names.
    pub fn contact(&self, case: &str) -> Option<&'a Contact> {
        self.scenario().contacts.iter().find(|contact| contact.key == *case)
    }

    /// The player's acts about a case, in order.
    pub fn about<'b, 'k>(&'b self, case: &'k str) -> impl Iterator<Item = &'b Did<'a>> + use<'a, 'b, 'k> {
        self.acts.iter().filter(move |did| case_of(did.act).is_some_and(|key| *key == *case))
    }

    /// What the world did, in order.
    pub fn events(&self) -> impl Iterator<Item = (&'a Entry, &'a WorldEvent)> + use<'a> {
        self.entries.iter().filter_map(|entry| match &entry.what {
            Happened::World(event) => Some((entry, event)),
            _ => None,
        })
    }

    /// The entry with which a case came.
    pub fn arrival(&self, case: &str) -> Option<EntryId> {
        self.events()
            .find(|(_, event)| matches!(event, WorldEvent::Arrived { case: key } if *key == *case))
            .map(|(entry, _)| entry.id)
    }

    /// The player's last act that had ended by then: what is shown for something that was not done.
    pub fn moment(&self, time: Time) -> EntryId {
        let act = self.acts.iter().rev().find(|did| did.to <= time).map(|did| did.id);
        act.or_else(|| self.entries.first().map(|entry| entry.id)).unwrap_or_default()
    }

    /// A finding that rests on its decisive entry alone as yet.
    pub fn finding(&self, rule: &Rule, subject: Subject, at: EntryId) -> Finding {
        let failure = self.failure(subject.key()).clone();
        let level = rule.said.weight.level;
        Finding { rule: rule.code, subject, failure, at, evidence: vec![at], claims: vec![], level, parts: vec![] }
    }

    /// A finding about a case, which rests on its arrival as well.
    pub fn about_case(&self, rule: &Rule, case: &Key, at: EntryId) -> Finding {
        self.finding(rule, Subject::Case(case.clone()), at).because(self.arrival(case))
    }

    /// A finding about the failure behind a case.
    pub fn about_failure(&self, rule: &Rule, case: &Key, at: EntryId) -> Finding {
        let failure = Subject::Failure(self.failure(case).clone());
        self.finding(rule, failure, at).because(self.arrival(case))
    }
}

fn instant(truth: &Truth, local: LocalTime) -> Time {
    let minutes = i64::from(local.0) - i64::from(truth.files.scenario.clock.from.0);
    truth.from + chrono::TimeDelta::minutes(minutes)
}

/// An act that has come to its end, joined with its beginning: the last of the same before.
fn done<'a>(entry: &'a Entry, entries: &'a [Entry]) -> Option<Did<'a>> {
    let Happened::Act(act) = &entry.what else { return None };
    let began = |earlier: &&Entry| matches!(&earlier.what, Happened::Began(same) if same == act);
    let begun = entries.iter().rev().skip_while(|later| later.id >= entry.id).find(began).unwrap_or(entry);
    Some(Did { act, from: begun.at, to: entry.at, begun: begun.id, id: entry.id, command: entry.command })
}
