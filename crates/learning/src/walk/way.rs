//! The same decisions as each edition sees them: stages, the steps of a value stream, or the eight activities.

use super::plan::{Plan, Stage};
use crate::edition::{Confidence, Edition};
use crate::knowledge::{ConceptId, Provenance};

/// The decisions as a value stream in the words of ITIL 4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream {
    /// What to know before relying on it.
    pub note: String,
    /// How we know.
    pub provenance: Provenance,
    /// Its steps, in order.
    pub steps: Vec<StreamStep>,
}

/// A step of the stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamStep {
    /// What it is called by.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The activity of the value chain that it uses.
    pub activity: ConceptId,
    /// What happens in it.
    pub says: String,
    /// The decisions it takes.
    pub decisions: Vec<String>,
}

/// The decisions by the activities of Version 5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activities {
    /// What to know before relying on it.
    pub note: String,
    /// How we know.
    pub provenance: Provenance,
    /// The eight.
    pub list: Vec<Activity>,
}

/// One of the eight activities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Its concept.
    pub id: ConceptId,
    /// What it is about.
    pub says: String,
    /// The decisions that show most in it.
    pub decisions: Vec<String>,
}

/// A part of the walk, as an edition sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is called by: the id of a stage, a step or an activity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub says: String,
    /// What is easily taken wrongly.
    pub note: Option<String>,
    /// The concept behind it.
    pub concept: Option<ConceptId>,
    /// Its decisions.
    pub decisions: Vec<String>,
    /// Whether it is reported only, not settled.
    pub is_reported: bool,
}

impl Plan {
    /// The walk in the words of an edition: the five stages of version 3, the steps of the stream of ITIL 4, or the
    /// eight activities of Version 5.
    pub fn way(&self, edition: Edition) -> Vec<Part> {
        match edition {
            Edition::V3 => self.stages.iter().map(stage).collect(),
            Edition::V4 => self.stream.steps.iter().map(|one| step(one, is_reported(self.stream.provenance))).collect(),
            Edition::V5 => {
                let is_reported = is_reported(self.activities.provenance);
                self.activities.list.iter().map(|one| activity(one, is_reported)).collect()
            }
        }
    }
}

fn is_reported(provenance: Provenance) -> bool {
    provenance.confidence == Confidence::Reported
}

fn stage(stage: &Stage) -> Part {
    let name = stage.names.get(&Edition::V3);
    Part {
        id: stage.id.clone(),
        name: name.map_or(&stage.id, |name| &name.text).clone(),
        says: stage.intro.clone(),
        note: name.and_then(|name| name.note.clone()),
        concept: stage.concepts.first().cloned(),
        decisions: stage.decisions.iter().map(|decision| decision.id.clone()).collect(),
        is_reported: name.is_some_and(|name| name.confidence == Confidence::Reported),
    }
}

fn step(step: &StreamStep, is_reported: bool) -> Part {
    Part {
        id: step.id.clone(),
        name: step.name.clone(),
        says: step.says.clone(),
        note: None,
        concept: Some(step.activity.clone()),
        decisions: step.decisions.clone(),
        is_reported,
    }
}

fn activity(activity: &Activity, is_reported: bool) -> Part {
    let id = activity.id.as_str();
    Part {
        id: id.to_owned(),
        name: capitalised(id.strip_prefix("v5-").unwrap_or(id)),
        says: activity.says.clone(),
        note: None,
        concept: Some(activity.id.clone()),
        decisions: activity.decisions.clone(),
        is_reported,
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
