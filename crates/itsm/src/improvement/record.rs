//! What is known of one improvement. Every field follows from its events; none is set by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::measure::{Amount, Measure, Reading};
use super::path::{Model, Step, Taken};
use super::state::State;
use crate::ids::{ImprovementId, PersonId};
use crate::priority::Priority;

/// How much, from 1 (little) to 5 (a great deal).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scale(u8);

impl Scale {
    /// The middle.
    pub const MIDDLE: Scale = Scale(3);

    /// A step of the scale; `None` beyond it.
    pub fn new(step: u8) -> Option<Self> {
        (1..=5).contains(&step).then_some(Self(step))
    }

    /// Every step.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=5).map(Self)
    }

    /// Which step, from 1 to 5.
    pub fn step(self) -> u8 {
        self.0
    }
}

/// What comes first: benefit less effort. Two steps or more to the good is 1, one is 2, as much as it costs is 3, one
/// step to the bad is 4, more is 5. The rule is ours: the field only says that effort and benefit decide.
pub fn priority(effort: Scale, benefit: Scale) -> Priority {
    Priority(match i16::from(benefit.0) - i16::from(effort.0) {
        2.. => 1,
        1 => 2,
        0 => 3,
        -1 => 4,
        _ => 5,
    })
}

/// A look at the measure while or after the improvement is carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// What was seen.
    pub reading: Reading,
    /// When it was noted.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: PersonId,
}

/// One improvement, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Improvement {
    /// Which one.
    pub id: ImprovementId,
    /// What it is about, in one line.
    pub summary: Arc<str>,
    /// Why it is worth doing.
    pub why: Arc<str>,
    /// What it costs.
    pub effort: Scale,
    /// What it brings.
    pub benefit: Scale,
    /// Who answers for it.
    pub owner: Option<PersonId>,
    /// By what it is judged.
    pub measure: Option<Measure>,
    /// How good it was before.
    pub baseline: Option<Reading>,
    /// How good it is to become.
    pub target: Option<Amount>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Where it stands.
    pub state: State,
    /// Steps of the guided path that were taken.
    pub path: BTreeMap<Step, Taken>,
    /// Looks at the measure, oldest first.
    pub measured: Vec<Measured>,
    /// What was learned, once it is closed; why it was taken back, once it is cancelled.
    pub ending: Option<Arc<str>>,
    /// When it was registered.
    pub opened_at: DateTime<Utc>,
    /// Who registered it.
    pub opened_by: PersonId,
    /// When anything last happened to it.
    pub changed_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
}

impl Improvement {
    /// What comes first; see [`priority`].
    pub fn priority(&self) -> Priority {
        priority(self.effort, self.benefit)
    }

    /// Whether the day by which it was to be done has passed without its end.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.state.is_open() && self.due.is_some_and(|due| due < today)
    }

    /// The first step of a path that is not taken yet.
    pub fn next_step(&self, model: Model) -> Option<Step> {
        Step::all(model).find(|step| !self.path.contains_key(step))
    }

    /// The first earlier step of the same path that is not taken, if there is one.
    pub fn skips(&self, step: Step) -> Option<Step> {
        Step::all(step.model())
            .take_while(|before| before.place() < step.place())
            .find(|before| !self.path.contains_key(before))
    }
}
