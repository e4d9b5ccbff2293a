//! A stream's figures by owner and by activity.

use super::activity::Activity;
use super::measures::StepMeasures;
use super::quantity::Name;
use super::steps::Stream;
use super::visits::Chances;

/// What an owner has to carry.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnerLoad {
    /// The team or role.
    pub owner: Name,
    /// How many people it has for this stream.
    pub people: u16,
    /// How many of the steps are its.
    pub steps: usize,
    /// Work on an item in all its steps, in minutes.
    pub touch: f64,
    /// How many items it can carry in a week: people × working minutes a week ÷ touch. It assumes that its people do
    /// nothing else and are never idle, so it is an upper bound. `None` if it has no work on them.
    pub items_a_week: Option<f64>,
}

/// How an activity is visited. Values are per item that enters the stream.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivityTotal {
    /// Which.
    pub activity: Activity,
    /// How many steps belong to it.
    pub steps: usize,
    /// How often an item comes into it, from another activity or from outside; rework counted.
    pub entries: f64,
    /// Work, in minutes.
    pub touch: f64,
    /// Waiting, in minutes.
    pub wait: f64,
}

pub(super) fn owner_loads(stream: &Stream, steps: &[StepMeasures]) -> Vec<OwnerLoad> {
    let loads = stream.owners().into_iter().map(|owner| {
        let own = || stream.steps().iter().zip(steps).filter(|(placed, _)| placed.step.owner == *owner);
        let touch: f64 = own().map(|(_, figures)| figures.touch).sum();
        let people = stream.people(owner).get();
        let minutes = f64::from(people) * stream.hours().minutes_a_week();
        OwnerLoad {
            owner: owner.clone(),
            people,
            steps: own().count(),
            touch,
            items_a_week: (touch > 0.0).then(|| minutes / touch),
        }
    });
    loads.collect()
}

pub(super) fn activity_totals(stream: &Stream, chances: &Chances, steps: &[StepMeasures]) -> Vec<ActivityTotal> {
    let totals = stream.vocabulary().activities().iter().map(|&activity| {
        let all = || stream.steps().iter().zip(steps).enumerate();
        let own = || all().filter(|(_, (placed, _))| placed.step.activity == activity);
        let into = |place: usize| {
            let others = all().filter(|(_, (placed, _))| placed.step.activity != activity);
            others.map(|(from, (_, figures))| figures.visits * chances.between(from, place)).sum::<f64>()
        };
        ActivityTotal {
            activity,
            steps: own().count(),
            entries: own().map(|(place, _)| chances.start(place) + into(place)).sum(),
            touch: own().map(|(_, (_, figures))| figures.touch).sum(),
            wait: own().map(|(_, (_, figures))| figures.wait).sum(),
        }
    });
    totals.collect()
}

pub(super) fn path(stream: &Stream) -> Vec<Activity> {
    let mut path: Vec<_> = stream.steps().iter().map(|placed| placed.step.activity).collect();
    path.dedup();
    path
}
