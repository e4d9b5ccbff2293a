//! What the file says: the stages with their decisions, and what stands around them.

use std::collections::BTreeMap;

use super::decision::Decision;
use super::stored;
use super::way::{Activities, Stream};
use crate::edition::{Confidence, Edition};
use crate::knowledge::{ConceptId, DoIt, Source, Unreadable};

/// The walk as it is laid out for everybody.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Where questions and checks come from.
    pub source: Source,
    /// What the reader should know before relying on it.
    pub note: String,
    /// The service of the guided sample.
    pub sample: Sample,
    /// Which decisions may be set aside, and how.
    pub set_aside: SetAside,
    /// What is written or chosen in the workspace along the way.
    pub record_kinds: Vec<RecordKind>,
    /// The five stages, in order.
    pub stages: Vec<Stage>,
    /// The same decisions as a value stream.
    pub stream: Stream,
    /// The same decisions by the eight activities.
    pub activities: Activities,
    /// What the answers add up to, in the order of the chapters.
    pub dossier: Vec<Artefact>,
}

/// The service that the guided sample walks with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its name.
    pub service: String,
    /// What it is about.
    pub about: String,
}

/// What it takes to set a decision aside: some services have no supplier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// A reason has so many words.
    pub at_least_words: usize,
    /// The decisions that may be set aside.
    pub decisions: Vec<String>,
    /// What is asked for instead.
    pub says: String,
}

impl SetAside {
    /// Whether this decision may be set aside.
    pub fn allows(&self, decision: &str) -> bool {
        self.decisions.iter().any(|one| one == decision)
    }
}

/// A kind of record that a decision writes or chooses in the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordKind {
    /// What it is called by: `portfolio`, `agreement`.
    pub id: String,
    /// Where one does it.
    pub do_it: DoIt,
    /// What it is.
    pub about: String,
    /// The states it can be in, the earliest first; may be empty.
    pub states: Vec<String>,
    /// The fields that a check may ask for.
    pub fields: Vec<String>,
}

/// A stage of the walk: decisions that are taken together.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// What it is called by: `strategy`.
    pub id: String,
    /// Its name in version 3, and what stands for it in the others.
    pub names: BTreeMap<Edition, Named>,
    /// What it is about.
    pub intro: String,
    /// The concepts behind it; first the stage of version 3.
    pub concepts: Vec<ConceptId>,
    /// The gates of the portfolio that it fulfils.
    pub ticks: Vec<String>,
    /// The state that the service has in the portfolio at its end.
    pub moves_to: String,
    /// The decision whose day the move waits for.
    pub moves_when: Option<String>,
    /// Its decisions, in order.
    pub decisions: Vec<Decision>,
}

/// What an edition calls something, or says in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name, or a sentence.
    pub text: String,
    /// Where it can be read up.
    pub source: Source,
    /// How sure we are.
    pub confidence: Confidence,
    /// What is easily taken wrongly.
    pub note: Option<String>,
}

/// A document that answers add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artefact {
    /// Its name: `business case`.
    pub artefact: String,
    /// The stage it is written in.
    pub stage: String,
    /// The gates of the portfolio it is shown at; may be empty.
    pub gates: Vec<String>,
    /// What it tells.
    pub opens: String,
}

impl Plan {
    /// Reads the file; an error says where and why it cannot be read.
    ///
    /// # Errors
    /// If it is damaged, of another version, or does not fit together.
    pub fn read(text: &str) -> Result<Plan, Unreadable> {
        stored::read(text)
    }

    /// The decision with this id.
    pub fn decision(&self, id: &str) -> Option<&Decision> {
        self.decisions().find(|decision| decision.id == id)
    }

    /// Every decision, in the order of the stages.
    pub fn decisions(&self) -> impl Iterator<Item = &Decision> {
        self.stages.iter().flat_map(|stage| &stage.decisions)
    }

    /// The stage that a decision belongs to.
    pub fn stage_of(&self, decision: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.decisions.iter().any(|one| one.id == decision))
    }

    /// The kind of record with this id.
    pub fn record_kind(&self, id: &str) -> Option<&RecordKind> {
        self.record_kinds.iter().find(|kind| kind.id == id)
    }
}
