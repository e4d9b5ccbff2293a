//! Edits. Each gives a new stream, or a refusal and nothing has happened.

use std::num::NonZeroU16;

use super::quantity::{Name, StepId, WorkingHours};
use super::refusal::Refusal;
use super::steps::{Placed, Rework, Step, Stream};

impl Stream {
    /// The same under another name.
    #[must_use]
    pub fn renamed(&self, name: Name) -> Self {
        Self { name, ..self.clone() }
    }

    /// The same with other working hours.
    #[must_use]
    pub fn with_hours(&self, hours: WorkingHours) -> Self {
        Self { hours, ..self.clone() }
    }

    /// Puts a step at a place from 0; at the number of steps it becomes the last. For `id` see
    /// [`fresh_id`](Self::fresh_id).
    ///
    /// # Errors
    /// No such place, the id is in use, the stream is full, an activity of the other edition, rework to a step that is
    /// not earlier.
    pub fn add(&self, id: StepId, at: usize, step: Step) -> Result<Self, Refusal> {
        if at > self.steps.len() {
            return Err(Refusal::NoSuchPlace { steps: self.steps.len() + 1 });
        }
        let mut next = self.clone();
        next.steps.insert(at, Placed { id, step });
        next.checked()
    }

    /// Takes a step out.
    ///
    /// # Errors
    /// No such step, or others send work back to it.
    pub fn remove(&self, id: StepId) -> Result<Self, Refusal> {
        let step = self.step(id).ok_or(Refusal::NoSuchStep(id))?;
        let by: Vec<_> = self
            .steps
            .iter()
            .filter(|placed| placed.step.rework.is_some_and(|Rework { to, .. }| to == id))
            .map(|placed| placed.step.name.clone())
            .collect();
        if !by.is_empty() {
            return Err(Refusal::StillNeeded { step: step.name.clone(), by });
        }
        let mut next = self.clone();
        next.steps.retain(|placed| placed.id != id);
        next.checked()
    }

    /// Moves a step to a place, counted from 0 in the order that comes of it.
    ///
    /// # Errors
    /// No such step or place, or rework would no longer go to an earlier step.
    pub fn move_to(&self, id: StepId, at: usize) -> Result<Self, Refusal> {
        let from = self.place(id).ok_or(Refusal::NoSuchStep(id))?;
        if at >= self.steps.len() {
            return Err(Refusal::NoSuchPlace { steps: self.steps.len() });
        }
        let mut next = self.clone();
        let placed = next.steps.remove(from);
        next.steps.insert(at, placed);
        next.checked()
    }

    /// Puts what happens in a step in place of what happened there. Id and place stay.
    ///
    /// # Errors
    /// No such step, an activity of the other edition, rework to a step that is not earlier.
    pub fn change(&self, id: StepId, step: Step) -> Result<Self, Refusal> {
        let mut next = self.clone();
        let placed = next.steps.iter_mut().find(|placed| placed.id == id).ok_or(Refusal::NoSuchStep(id))?;
        placed.step = step;
        next.checked()
    }

    /// Says how many people an owner has for this stream.
    ///
    /// # Errors
    /// Nobody of that name owns a step.
    pub fn with_people(&self, owner: &Name, people: NonZeroU16) -> Result<Self, Refusal> {
        let known = self.owners().into_iter().find(|known| known.means(owner)).cloned();
        let known = known.ok_or_else(|| Refusal::NoSuchOwner(owner.clone()))?;
        let mut next = self.clone();
        next.people.insert(known, people);
        next.checked()
    }

    /// Gives an owner another name, in all its steps. A name that another owner has makes the two one; the people of the
    /// larger count.
    ///
    /// # Errors
    /// Nobody of that name owns a step.
    pub fn rename_owner(&self, owner: &Name, name: &Name) -> Result<Self, Refusal> {
        let known = self.owners().into_iter().find(|known| known.means(owner)).cloned();
        let known = known.ok_or_else(|| Refusal::NoSuchOwner(owner.clone()))?;
        let mut next = self.clone();
        let mut people = next.people.remove(&known).unwrap_or(NonZeroU16::MIN);
        // Another spelling of the new name gives way to it, too.
        for other in self.owners().into_iter().filter(|other| other.means(name)) {
            people = people.max(next.people.remove(other).unwrap_or(NonZeroU16::MIN));
        }
        for placed in &mut next.steps {
            if placed.step.owner == known || placed.step.owner.means(name) {
                placed.step.owner = name.clone();
            }
        }
        next.people.insert(name.clone(), people);
        next.checked()
    }
}
