//! What a stream's figures say.
//!
//! Definitions are common practice of Lean value stream mapping, as in M. Rother and J. Shook, *Learning to See* (1998: the
//! map, process and lead time), and K. Martin and M. Osterling, *Value Stream Mapping* (2014: activity ratio, rolled percent
//! complete and accurate), unless an item says otherwise. They are told without rework there; weighing each step by its
//! expected visits is ours.

use super::activity::Activity;
use super::quantity::{Name, StepId};
use super::steps::Stream;
use super::totals::{ActivityTotal, OwnerLoad, activity_totals, owner_loads, path};
use super::visits::Chances;

/// The figures of a step, per item that enters the stream.
#[derive(Clone, Debug, PartialEq)]
pub struct StepMeasures {
    /// Which step.
    pub id: StepId,
    /// How often an item visits it: 1 without rework if all items take it.
    pub visits: f64,
    /// Work, in minutes: visits × touch time.
    pub touch: f64,
    /// Waiting before it, in minutes: visits × wait time.
    pub wait: f64,
    /// How often it takes an item over from another owner.
    pub hand_offs: f64,
    /// How often an item is sent back to it.
    pub returns: f64,
    /// The chance that an item does not come back from here on its way: 1 − share taken × share sent back.
    pub passes: f64,
    /// Work on an item for each of the owner's people, in minutes.
    pub touch_a_person: f64,
}

/// The step that work piles up at.
#[derive(Clone, Debug, PartialEq)]
pub struct Bottleneck {
    /// Which step; the earliest of equals.
    pub step: StepId,
    /// Its owner.
    pub owner: Name,
    /// Work on an item for each of the owner's people, in minutes.
    pub touch_a_person: f64,
}

/// The figures of a stream, per item that enters it. Times are minutes of working time.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// Work: the sum over the steps of visits × touch time. Also called process or value-creating time, though not all
    /// of it creates value.
    pub touch: f64,
    /// Waiting: the sum of visits × wait time.
    pub wait: f64,
    /// From entering to leaving: touch + wait.
    pub lead: f64,
    /// Flow efficiency (activity ratio): touch ÷ lead, from 0 to 1. `None` if nothing takes time.
    pub flow_efficiency: Option<f64>,
    /// How often an item goes on to a step of another owner, rework counted. Entering the stream is none.
    pub hand_offs: f64,
    /// Rolled percent complete and accurate (first pass yield): the share of the items that pass without being sent back
    /// once, the product of the steps' [`passes`](StepMeasures::passes). A share counts at the step that finds the fault;
    /// counted at the step that made it, the product is the same.
    pub first_pass_yield: f64,
    /// Step by step, in order.
    pub steps: Vec<StepMeasures>,
    /// Owner by owner, in the order in which they first appear.
    pub owners: Vec<OwnerLoad>,
    /// Each activity of the vocabulary, also those that are not visited.
    pub activities: Vec<ActivityTotal>,
    /// The activities in the order of the steps; an activity that goes on is named once, one that comes again, again.
    pub path: Vec<Activity>,
    /// The step with the most work per item and person. The usual definition is the step with the longest cycle time;
    /// an owner of several steps is better judged by [`limit`](Self::limit).
    pub bottleneck: Option<Bottleneck>,
    /// The step with the longest expected wait before it; the earliest of equals.
    pub longest_wait: Option<StepId>,
}

impl Measures {
    /// Reckons the figures of a stream.
    pub fn of(stream: &Stream) -> Self {
        let chances = Chances::of(stream);
        let visits = chances.visits();
        let steps = step_measures(stream, &chances, &visits);
        let touch: f64 = steps.iter().map(|step| step.touch).sum();
        let wait: f64 = steps.iter().map(|step| step.wait).sum();
        let lead = touch + wait;
        let most_touch = first_largest(steps.iter().map(|step| (step.id, step.touch_a_person)));
        let bottleneck = most_touch.and_then(|(id, touch_a_person)| {
            let owner = stream.step(id)?.owner.clone();
            Some(Bottleneck { step: id, owner, touch_a_person })
        });
        Self {
            touch,
            wait,
            lead,
            flow_efficiency: (lead > 0.0).then(|| touch / lead),
            hand_offs: steps.iter().map(|step| step.hand_offs).sum(),
            first_pass_yield: steps.iter().map(|step| step.passes).product(),
            owners: owner_loads(stream, &steps),
            activities: activity_totals(stream, &chances, &steps),
            path: path(stream),
            bottleneck,
            longest_wait: first_largest(steps.iter().map(|step| (step.id, step.wait))).map(|(id, _)| id),
            steps,
        }
    }

    /// The owner who can carry the fewest items a week: that is all that the stream can carry. `None` if nobody works.
    pub fn limit(&self) -> Option<&OwnerLoad> {
        let carrying = self.owners.iter().filter_map(|load| load.items_a_week.map(|items| (load, items)));
        carrying.reduce(|least, one| if one.1 < least.1 { one } else { least }).map(|(load, _)| load)
    }

    /// The figures of a step.
    pub fn step(&self, id: StepId) -> Option<&StepMeasures> {
        self.steps.iter().find(|step| step.id == id)
    }
}

fn step_measures(stream: &Stream, chances: &Chances, visits: &[f64]) -> Vec<StepMeasures> {
    let each = stream.steps().iter().zip(visits).enumerate();
    let figures = each.map(|(place, (placed, &visits_here))| {
        let step = &placed.step;
        let touch = visits_here * step.touch.get();
        let others = stream.steps().iter().zip(visits).enumerate();
        let hand_offs = others
            .filter(|(_, (other, _))| other.step.owner != step.owner)
            .map(|(from, (_, &visit))| visit * chances.between(from, place))
            .sum();
        let sent_back = |(other, &visit): (&super::steps::Placed, &f64)| {
            other.step.rework.filter(|rework| rework.to == placed.id).map(|rework| visit * rework.share.get())
        };
        StepMeasures {
            id: placed.id,
            visits: visits_here,
            touch,
            wait: visits_here * step.wait.get(),
            hand_offs,
            returns: stream.steps().iter().zip(visits).filter_map(sent_back).sum(),
            passes: 1.0 - step.rework.map_or(0.0, |rework| step.taken.get() * rework.share.get()),
            touch_a_person: touch / f64::from(stream.people(&step.owner).get()),
        }
    });
    figures.collect()
}

/// The first of the largest, if any is above 0.
fn first_largest(values: impl Iterator<Item = (StepId, f64)>) -> Option<(StepId, f64)> {
    values.filter(|(_, value)| *value > 0.0).reduce(|most, one| if one.1 > most.1 { one } else { most })
}
