//! Runs a query over all incidents, and counts what each filter would leave.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use itsm::incident::Stage;
use itsm::{GroupId, IncidentId, Matrix, Priority};

use super::Query;
use super::filter::{Filter, Kind, Missed};
use super::grouping::Section;
use super::order::Order;
use crate::Workspace;
use crate::standing::Breach;

/// How many incidents there are of each kind. Each kind is counted with all *other* filters in force, so that
/// a number says what choosing it would show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By where they stand.
    pub stages: BTreeMap<Stage, usize>,
    /// By how pressing they are.
    pub priorities: BTreeMap<Priority, usize>,
    /// By team; `None` stands for "no team".
    pub groups: BTreeMap<Option<GroupId>, usize>,
    /// By how they stand to their service level.
    pub breaches: BTreeMap<Breach, usize>,
    /// With every filter in force.
    pub matching: usize,
    /// With no filter in force.
    pub all: usize,
}

/// The incidents a query asks for, in its order, and the counts beside its filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Which incidents.
    pub ids: Vec<IncidentId>,
    /// Where they are grouped: the groups, one after the other over all of `ids`.
    pub sections: Vec<Section>,
    /// How many of each kind.
    pub counts: Counts,
}

/// The incidents a query asks for, in its order. Breaches are judged at `now`.
pub fn run(workspace: &Workspace, query: &Query, now: DateTime<Utc>) -> Vec<IncidentId> {
    answer(workspace, query, now).ids
}

/// How many of each kind there are. Breaches are judged at `now`.
pub fn counts(workspace: &Workspace, query: &Query, now: DateTime<Utc>) -> Counts {
    answer(workspace, query, now).counts
}

/// Both at once, in one pass.
pub fn answer(workspace: &Workspace, query: &Query, now: DateTime<Utc>) -> Answer {
    let filter = Filter::of(workspace, query, now);
    let order = Order::of(workspace, query, now);
    let mut tally = Tally::default();
    let mut ranked = order.list();
    let mut matching = 0;
    for line in workspace.lines(filter.reads_texts()) {
        let Some((kind, missed)) = filter.look(&line) else { continue };
        tally.add(&kind, line.incident.group, &missed);
        if missed.count() == 0 {
            matching += 1;
            order.add(&mut ranked, &line);
        }
    }
    let counts = Counts { matching, all: workspace.incident_count(), ..tally.counts() };
    let (ids, sections) = order.sorted(ranked);
    Answer { ids, sections, counts }
}

/// How many incidents each of several queries asks for, in one pass.
pub fn count_each(workspace: &Workspace, queries: &[Query], now: DateTime<Utc>) -> Vec<usize> {
    let filters: Vec<Filter> = queries.iter().map(|query| Filter::of(workspace, query, now)).collect();
    let mut counts = vec![0; filters.len()];
    for line in workspace.lines(filters.iter().any(Filter::reads_texts)) {
        for (filter, count) in filters.iter().zip(&mut counts) {
            *count += usize::from(filter.look(&line).is_some_and(|(_, missed)| missed.count() == 0));
        }
    }
    counts
}

/// Counts that grow by one incident at a time. The kinds that there are few of have a place each: 25,000 look-ups in
/// a map would take most of the time.
#[derive(Default)]
struct Tally {
    stages: [usize; Stage::ALL.len()],
    priorities: [usize; Matrix::LOWEST as usize + 1],
    groups: BTreeMap<Option<GroupId>, usize>,
    breaches: [usize; Breach::ALL.len()],
}

impl Tally {
    /// Counts an incident under each kind that no *other* filter keeps it out of.
    fn add(&mut self, kind: &Kind, group: Option<GroupId>, missed: &Missed) {
        let missed_any = missed.count();
        let others = |this: bool| missed_any == usize::from(this);
        if others(missed.stage) {
            one_more(&mut self.stages, kind.stage as usize);
        }
        if others(missed.priority) {
            one_more(&mut self.priorities, kind.priority.0.into());
        }
        if others(missed.group) {
            *self.groups.entry(group).or_default() += 1;
        }
        if others(missed.breach) {
            one_more(&mut self.breaches, kind.breach as usize);
        }
    }

    fn counts(self) -> Counts {
        let levels = (0..=Matrix::LOWEST).map(Priority);
        Counts {
            stages: present(Stage::ALL, &self.stages, |stage| stage as usize),
            priorities: present(levels, &self.priorities, |level| level.0.into()),
            groups: self.groups,
            breaches: present(Breach::ALL, &self.breaches, |breach| breach as usize),
            ..Counts::default()
        }
    }
}

fn one_more(counts: &mut [usize], place: usize) {
    if let Some(count) = counts.get_mut(place) {
        *count += 1;
    }
}

/// The kinds that there are any of.
fn present<K: Copy + Ord>(
    kinds: impl IntoIterator<Item = K>,
    counts: &[usize],
    place: impl Fn(K) -> usize,
) -> BTreeMap<K, usize> {
    let count = |kind| counts.get(place(kind)).copied().filter(|count| *count > 0).map(|count| (kind, count));
    kinds.into_iter().filter_map(count).collect()
}
