//! A stream and its steps. What belongs together is checked wherever a stream comes into being.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU16;

use super::activity::{Activity, Vocabulary};
use super::quantity::{Minutes, Name, ReturnShare, StepId, TakenShare, WorkingHours};
use super::refusal::Refusal;

/// The most steps: beyond that a map is no longer read.
pub const MOST_STEPS: usize = 40;

/// Part of a step's output goes back to an earlier step, which does its work again; from there it flows on as before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rework {
    /// The earlier step.
    pub to: StepId,
    /// Which share of the items that leave this step goes back.
    pub share: ReturnShare,
}

/// What happens in a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is done.
    pub name: Name,
    /// The activity of the stream's vocabulary that it belongs to.
    pub activity: Activity,
    /// The team or role that does it.
    pub owner: Name,
    /// Work on one item, in minutes. Every visit takes as long.
    pub touch: Minutes,
    /// What an item waits before the step, in minutes of working time. It waits again when it comes back.
    pub wait: Minutes,
    /// What goes back from here, if anything.
    pub rework: Option<Rework>,
    /// The share of the items that take the step when the flow reaches it; the others pass by. An item that is sent back
    /// to the step takes it in any case. Two steps are taken independently of each other: put what only goes together
    /// into one step.
    pub taken: TakenShare,
}

/// A step with its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which step.
    pub id: StepId,
    /// What happens.
    pub step: Step,
}

/// A value stream. Ids are unique, activities are of its vocabulary, rework goes to earlier steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream {
    pub(super) name: Name,
    pub(super) vocabulary: Vocabulary,
    pub(super) hours: WorkingHours,
    /// Owners with more than one person.
    pub(super) people: BTreeMap<Name, NonZeroU16>,
    pub(super) steps: Vec<Placed>,
}

impl Stream {
    /// A stream without steps.
    pub fn new(name: Name, vocabulary: Vocabulary) -> Self {
        Self { name, vocabulary, hours: WorkingHours::default(), people: BTreeMap::new(), steps: Vec::new() }
    }

    /// What it is called.
    pub fn name(&self) -> &Name {
        &self.name
    }

    /// Whose activities it is told in.
    pub fn vocabulary(&self) -> Vocabulary {
        self.vocabulary
    }

    /// How long its owners work.
    pub fn hours(&self) -> WorkingHours {
        self.hours
    }

    /// Its steps in order.
    pub fn steps(&self) -> &[Placed] {
        &self.steps
    }

    /// A step.
    pub fn step(&self, id: StepId) -> Option<&Step> {
        self.steps.iter().find(|placed| placed.id == id).map(|placed| &placed.step)
    }

    /// The place of a step, from 0.
    pub fn place(&self, id: StepId) -> Option<usize> {
        self.steps.iter().position(|placed| placed.id == id)
    }

    /// Its owners in the order in which they first appear.
    pub fn owners(&self) -> Vec<&Name> {
        let mut seen = BTreeSet::new();
        self.steps.iter().map(|placed| &placed.step.owner).filter(|owner| seen.insert(*owner)).collect()
    }

    /// How many people an owner has for this stream; one unless said otherwise.
    pub fn people(&self, owner: &Name) -> NonZeroU16 {
        self.people.get(owner).copied().unwrap_or(NonZeroU16::MIN)
    }

    /// An id that none of these streams uses. Hand in all versions that may be compared with each other, so that a step
    /// added to one is never taken for another one's.
    pub fn fresh_id<'a>(streams: impl IntoIterator<Item = &'a Stream>) -> StepId {
        let used: BTreeSet<_> =
            streams.into_iter().flat_map(|stream| &stream.steps).map(|placed| placed.id.0).collect();
        let beyond = used.last().map_or(Some(1), |last| last.checked_add(1));
        // Only a file can bring the highest number of all; then there is a gap below it.
        StepId(beyond.or_else(|| (1..u32::MAX).find(|id| !used.contains(id))).unwrap_or(u32::MAX))
    }

    /// Checks what belongs together, after an edit or reading; one owner is spelled in one way.
    pub(super) fn checked(mut self) -> Result<Self, Refusal> {
        if self.steps.len() > MOST_STEPS {
            return Err(Refusal::TooManySteps);
        }
        let mut seen: Vec<(StepId, &Name)> = Vec::new();
        for Placed { id, step } in &self.steps {
            if seen.iter().any(|(other, _)| other == id) {
                return Err(Refusal::IdInUse(*id));
            }
            if step.activity.vocabulary() != self.vocabulary {
                return Err(Refusal::OtherVocabulary { activity: step.activity, vocabulary: self.vocabulary });
            }
            if let Some(Rework { to, .. }) = step.rework
                && !seen.iter().any(|(other, _)| *other == to)
            {
                return Err(match self.step(to) {
                    Some(later) => Refusal::NotEarlier { step: step.name.clone(), to: later.name.clone() },
                    None => Refusal::ReturnsNowhere { step: step.name.clone(), to },
                });
            }
            seen.push((*id, &step.name));
        }
        self.spell_owners_alike();
        Ok(self)
    }

    /// "Service Desk" and "Service desk" are one owner: the first spelling stands. Who owns nothing is forgotten.
    fn spell_owners_alike(&mut self) {
        let mut spellings: Vec<Name> = Vec::new();
        for placed in &mut self.steps {
            match spellings.iter().find(|known| known.means(&placed.step.owner)) {
                Some(known) => placed.step.owner = known.clone(),
                None => spellings.push(placed.step.owner.clone()),
            }
        }
        let people = std::mem::take(&mut self.people);
        let spelled = people.into_iter().filter_map(|(owner, count)| {
            let known = spellings.iter().find(|known| known.means(&owner))?;
            (count > NonZeroU16::MIN).then(|| (known.clone(), count))
        });
        self.people = spelled.collect();
    }
}
