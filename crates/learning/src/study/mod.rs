//! What somebody who learns has done: what they read, marked and noted, how drills went, which advice and assessments
//! they asked for, which value streams they drew, how far they walked with a service.
//!
//! A [`Study`] is folded from what was [`Did`], in the order in which it was done. Folding cannot fail: what names
//! nothing that is still taught is kept, so that a later version can show it again.

mod did;
mod practised;
mod reading_list;
mod stored;
mod walked;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

pub use did::{Did, MOST_NOTE_LETTERS, Unfit};
pub use practised::Drilled;
pub use reading_list::reading_list;
pub use stored::{read, store};
pub use walked::WalkStep;

use crate::advisor::Answers;
use crate::knowledge::{ConceptId, QuestionId, SituationId, StatementId};
use crate::maturity::Assessment;
use crate::walk::Walk;

/// What somebody has done so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Study {
    read: BTreeSet<ConceptId>,
    marked: BTreeSet<ConceptId>,
    notes: BTreeMap<ConceptId, String>,
    told: BTreeMap<StatementId, Vec<bool>>,
    chosen: BTreeMap<SituationId, u8>,
    advised: Vec<(NaiveDate, Answers)>,
    assessed: Vec<Assessment>,
    streams: BTreeMap<u32, String>,
    checked: BTreeMap<String, BTreeMap<QuestionId, bool>>,
    /// Dropped walks keep their number, without the walk.
    walks: BTreeMap<u32, Option<Walk>>,
}

impl Study {
    /// Takes in what was done.
    pub fn apply(&mut self, did: Did) {
        match did {
            Did::Read { concept, on: true } => drop(self.read.insert(concept)),
            Did::Read { concept, on: false } => drop(self.read.remove(&concept)),
            Did::Marked { concept, on: true } => drop(self.marked.insert(concept)),
            Did::Marked { concept, on: false } => drop(self.marked.remove(&concept)),
            Did::Noted { concept, text } if text.is_empty() => drop(self.notes.remove(&concept)),
            Did::Noted { concept, text } => drop(self.notes.insert(concept, text)),
            Did::Told { statement, right } => self.told.entry(statement).or_default().push(right),
            Did::Chose { situation, choice } => drop(self.chosen.insert(situation, choice)),
            Did::Advised { on, answers } => self.advised.push((on, answers)),
            Did::Assessed(assessment) => self.assessed.push(assessment),
            Did::Checked { service, answers } if answers.is_empty() => drop(self.checked.remove(&service)),
            Did::Checked { service, answers } => drop(self.checked.insert(service, answers)),
            Did::Drew { stream, text } if text.is_empty() => drop(self.streams.remove(&stream)),
            Did::Drew { stream, text } => drop(self.streams.insert(stream, text)),
            Did::Walked { walk, step } => self.walked(walk, step),
        }
    }

    fn walked(&mut self, number: u32, step: WalkStep) {
        match step {
            WalkStep::Began { name, on, workspace } => {
                self.walks.insert(number, Some(Walk::new(&name, on, &workspace)));
            }
            WalkStep::Answered { decision, on, answer } => {
                if let Some(Some(walk)) = self.walks.get_mut(&number) {
                    walk.set(&decision, answer, on);
                }
            }
            WalkStep::Dropped => drop(self.walks.insert(number, None)),
        }
    }

    /// Whether a concept was read.
    pub fn has_read(&self, concept: &str) -> bool {
        self.read.contains(concept)
    }

    /// What was read.
    pub fn read(&self) -> impl Iterator<Item = &ConceptId> {
        self.read.iter()
    }

    /// Whether a concept has a bookmark.
    pub fn has_marked(&self, concept: &str) -> bool {
        self.marked.contains(concept)
    }

    /// What has a bookmark.
    pub fn marked(&self) -> impl Iterator<Item = &ConceptId> {
        self.marked.iter()
    }

    /// The note at a concept; empty if there is none.
    pub fn note(&self, concept: &str) -> &str {
        self.notes.get(concept).map_or("", String::as_str)
    }

    /// All notes.
    pub fn notes(&self) -> impl Iterator<Item = (&ConceptId, &str)> {
        self.notes.iter().map(|(concept, text)| (concept, text.as_str()))
    }

    /// Whether a statement of the drill was told rightly the last time; `None` if it never was asked.
    pub fn told(&self, statement: &str) -> Option<bool> {
        self.told.get(statement).and_then(|times| times.last().copied())
    }

    /// Which choice was made in a situation the last time.
    pub fn chosen(&self, situation: &str) -> Option<u8> {
        self.chosen.get(situation).copied()
    }

    /// What was answered to the advisor, the earliest first.
    pub fn advised(&self) -> &[(NaiveDate, Answers)] {
        &self.advised
    }

    /// The assessments of maturity, the earliest first.
    pub fn assessed(&self) -> &[Assessment] {
        &self.assessed
    }

    /// The services that were looked at, with what was answered.
    pub fn checked(&self) -> impl Iterator<Item = (&str, &BTreeMap<QuestionId, bool>)> {
        self.checked.iter().map(|(service, answers)| (service.as_str(), answers))
    }

    /// The value streams that were drawn, in their stored form.
    pub fn streams(&self) -> impl Iterator<Item = (u32, &str)> {
        self.streams.iter().map(|(stream, text)| (*stream, text.as_str()))
    }

    /// A number that no stream has had.
    pub fn fresh_stream(&self) -> u32 {
        self.streams.keys().next_back().map_or(1, |last| last.saturating_add(1))
    }
    /// The walks with a service, the earliest number first.
    pub fn walks(&self) -> impl Iterator<Item = (u32, &Walk)> {
        self.walks.iter().filter_map(|(number, walk)| walk.as_ref().map(|walk| (*number, walk)))
    }

    /// The walk with this number.
    pub fn walk(&self, number: u32) -> Option<&Walk> {
        self.walks.get(&number).and_then(Option::as_ref)
    }

    /// A number that no walk has had, neither one that was dropped.
    pub fn fresh_walk(&self) -> u32 {
        self.walks.keys().next_back().map_or(1, |last| last.saturating_add(1))
    }
}
