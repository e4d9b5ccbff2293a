//! Two versions of a stream: what was changed, what came of it, and at which step.
//!
//! Steps are matched by id. How a difference is shared out among the steps is our own choice; for each measure the shares
//! add up to the whole difference.

use super::measures::Measures;
use super::quantity::{Name, StepId};
use super::steps::{Step, Stream};

/// A figure of the whole stream that two versions are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Work, in minutes an item.
    Touch,
    /// Waiting, in minutes an item.
    Wait,
    /// Lead time, in minutes an item.
    Lead,
    /// Touch ÷ lead, from 0 to 1.
    FlowEfficiency,
    /// Changes of owner an item.
    HandOffs,
    /// Rolled percent complete and accurate, from 0 to 1.
    FirstPassYield,
}

/// What one step has to do with a difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The step.
    pub step: StepId,
    /// Its name, in the later version if it is there.
    pub name: Name,
    /// Its share of the difference, in the measure's unit.
    pub difference: f64,
    /// Of this, what comes from more or fewer visits (other rework, another share of items, added or removed) rather
    /// than from longer or shorter ones: mean minutes × difference of visits. 0 for measures that are no times.
    pub by_visits: f64,
}

/// A measure in both versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Which measure.
    pub measure: Measure,
    /// Before. `None` where the measure has no value.
    pub before: Option<f64>,
    /// After.
    pub after: Option<f64>,
    /// The steps it comes from, the largest first; none if a side has no value.
    pub sources: Vec<Source>,
}

/// What about a step is different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// Its name.
    Name,
    /// Its place among the steps that both versions have.
    Place,
    /// Its activity.
    Activity,
    /// Its owner.
    Owner,
    /// Its touch time.
    Touch,
    /// The wait before it.
    Wait,
    /// How much goes back from it, and where to.
    Rework,
    /// The share of the items that take it.
    Taken,
}

/// What was done with a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another in these aspects.
    Changed(Vec<Aspect>),
}

/// A step that is not the same in both versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepChange {
    /// The step.
    pub step: StepId,
    /// Its name, in the later version if it is there.
    pub name: Name,
    /// What was done.
    pub change: Change,
}

/// Two versions side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The earlier version's figures.
    pub before: Measures,
    /// The later version's figures.
    pub after: Measures,
    /// Measure by measure.
    pub differences: Vec<Difference>,
    /// Steps that were added, removed or changed: first those of the earlier version in its order, then new ones.
    pub changes: Vec<StepChange>,
}

impl Difference {
    /// After − before.
    pub fn difference(&self) -> Option<f64> {
        Some(self.after? - self.before?)
    }
}

impl Comparison {
    /// A measure in both versions.
    pub fn of(&self, measure: Measure) -> Option<&Difference> {
        self.differences.iter().find(|difference| difference.measure == measure)
    }

    /// How many items a week each version can carry ([`Measures::limit`]), before and after.
    pub fn items_a_week(&self) -> (Option<f64>, Option<f64>) {
        let carried = |measures: &Measures| measures.limit().and_then(|load| load.items_a_week);
        (carried(&self.before), carried(&self.after))
    }
}

/// A step's figures in one version; of a step that is not there, nothing but the minutes that it has in the other.
struct Figures {
    visits: f64,
    touch: f64,
    wait: f64,
    hand_offs: f64,
    passes: f64,
}

struct Pair {
    id: StepId,
    name: Name,
    before: Figures,
    after: Figures,
}

/// Compares two versions. They need not be told in the same vocabulary.
pub fn compare(before: &Stream, after: &Stream) -> Comparison {
    let (old, new) = (Measures::of(before), Measures::of(after));
    let pairs = pairs(before, &old, after, &new);
    let whole =
        |measure, before, after, sources| Difference { measure, before: Some(before), after: Some(after), sources };
    let touch = timed(&pairs, |figures| figures.touch);
    let wait = timed(&pairs, |figures| figures.wait);
    let lead = timed(&pairs, |figures| figures.touch + figures.wait);
    let efficiency = Difference {
        measure: Measure::FlowEfficiency,
        before: old.flow_efficiency,
        after: new.flow_efficiency,
        sources: efficiency(&pairs, &old, &new),
    };
    let hand_offs = pairs.iter().map(|pair| plain(pair, pair.after.hand_offs - pair.before.hand_offs));
    let differences = vec![
        whole(Measure::Touch, old.touch, new.touch, touch),
        whole(Measure::Wait, old.wait, new.wait, wait),
        whole(Measure::Lead, old.lead, new.lead, lead),
        efficiency,
        whole(Measure::HandOffs, old.hand_offs, new.hand_offs, ranked(hand_offs)),
        whole(Measure::FirstPassYield, old.first_pass_yield, new.first_pass_yield, first_pass(&pairs)),
    ];
    Comparison { differences, changes: changes(before, after), before: old, after: new }
}

fn pairs(before: &Stream, old: &Measures, after: &Stream, new: &Measures) -> Vec<Pair> {
    let added = after.steps().iter().filter(|placed| before.step(placed.id).is_none());
    let all = before.steps().iter().chain(added).map(|placed| {
        let id = placed.id;
        let latest = after.step(id).unwrap_or(&placed.step);
        Pair {
            id,
            name: latest.name.clone(),
            before: figures(before.step(id), latest, old, id),
            after: figures(after.step(id), &placed.step, new, id),
        }
    });
    all.collect()
}

fn figures(step: Option<&Step>, other: &Step, measures: &Measures, id: StepId) -> Figures {
    let minutes = step.unwrap_or(other);
    let (touch, wait) = (minutes.touch.get(), minutes.wait.get());
    match measures.step(id) {
        Some(own) => Figures { visits: own.visits, touch, wait, hand_offs: own.hand_offs, passes: own.passes },
        None => Figures { visits: 0.0, touch, wait, hand_offs: 0.0, passes: 1.0 },
    }
}

fn plain(pair: &Pair, difference: f64) -> Source {
    Source { step: pair.id, name: pair.name.clone(), difference, by_visits: 0.0 }
}

fn timed(pairs: &[Pair], minutes: impl Fn(&Figures) -> f64) -> Vec<Source> {
    ranked(pairs.iter().map(|pair| {
        let (before, after) = (minutes(&pair.before), minutes(&pair.after));
        Source {
            by_visits: (before + after) / 2.0 * (pair.after.visits - pair.before.visits),
            ..plain(pair, after * pair.after.visits - before * pair.before.visits)
        }
    }))
}

/// With touch T and lead L, T′/L′ − T/L = Σ (Δtouch × L − Δlead × T) ÷ (L × L′), exactly.
fn efficiency(pairs: &[Pair], old: &Measures, new: &Measures) -> Vec<Source> {
    if old.lead <= 0.0 || new.lead <= 0.0 {
        return Vec::new();
    }
    ranked(pairs.iter().map(|pair| {
        let (before, after) = (&pair.before, &pair.after);
        let touch = after.touch * after.visits - before.touch * before.visits;
        let lead = touch + after.wait * after.visits - before.wait * before.visits;
        plain(pair, (touch - lead * (old.touch / old.lead)) / new.lead)
    }))
}

/// A product has no sum: the steps are changed one after the other, those of the earlier version in its order, then new
/// ones, and each is charged with what the product does at its turn.
fn first_pass(pairs: &[Pair]) -> Vec<Source> {
    let mut product: f64 = pairs.iter().map(|pair| pair.before.passes).product();
    let mut done = 1.0;
    ranked(pairs.iter().enumerate().map(|(place, pair)| {
        done *= pair.after.passes;
        let next = done * pairs.iter().skip(place + 1).map(|later| later.before.passes).product::<f64>();
        let difference = next - product;
        product = next;
        plain(pair, difference)
    }))
}

/// The largest first, in either direction; without what is nothing but rounding.
fn ranked(sources: impl Iterator<Item = Source>) -> Vec<Source> {
    let mut sources: Vec<_> = sources.filter(|source| source.difference.abs() > 1e-9).collect();
    sources.sort_by(|one, other| other.difference.abs().total_cmp(&one.difference.abs()));
    sources
}

fn changes(before: &Stream, after: &Stream) -> Vec<StepChange> {
    let moved = moved(before, after);
    let old = before.steps().iter().filter_map(|placed| {
        let Some(now) = after.step(placed.id) else {
            return Some(StepChange { step: placed.id, name: placed.step.name.clone(), change: Change::Removed });
        };
        let aspects = aspects(&placed.step, now, moved.contains(&placed.id));
        let change = Change::Changed(aspects.clone());
        (!aspects.is_empty()).then(|| StepChange { step: placed.id, name: now.name.clone(), change })
    });
    let added = after.steps().iter().filter(|placed| before.step(placed.id).is_none());
    let added =
        added.map(|placed| StepChange { step: placed.id, name: placed.step.name.clone(), change: Change::Added });
    old.chain(added).collect()
}

fn aspects(was: &Step, is: &Step, moved: bool) -> Vec<Aspect> {
    let all = [
        (Aspect::Name, was.name != is.name),
        (Aspect::Place, moved),
        (Aspect::Activity, was.activity != is.activity),
        (Aspect::Owner, !was.owner.means(&is.owner)),
        (Aspect::Touch, was.touch != is.touch),
        (Aspect::Wait, was.wait != is.wait),
        (Aspect::Rework, was.rework != is.rework),
        (Aspect::Taken, was.taken != is.taken),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(aspect, _)| aspect).collect()
}

/// The fewest steps that have to move to get from one order to the other: all but a longest run that kept its order.
fn moved(before: &Stream, after: &Stream) -> Vec<StepId> {
    // For each step, the longest run of kept steps that ends with it.
    let mut runs: Vec<(usize, Vec<StepId>)> = Vec::new();
    for placed in before.steps() {
        let Some(place) = after.place(placed.id) else { continue };
        let earlier = runs.iter().filter(|(end, _)| *end < place).map(|(_, run)| run);
        let mut run =
            earlier.fold(Vec::new(), |best: Vec<_>, run| if run.len() > best.len() { run.clone() } else { best });
        run.push(placed.id);
        runs.push((place, run));
    }
    let kept = runs
        .iter()
        .map(|(_, run)| run)
        .fold(&[][..], |best: &[StepId], run| if run.len() > best.len() { run } else { best });
    runs.iter().filter_map(|(_, run)| run.last()).filter(|id| !kept.contains(id)).copied().collect()
}
