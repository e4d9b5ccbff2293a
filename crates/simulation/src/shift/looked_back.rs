//! What a look back asks of a shift: how many acts came before something, and what things are called.

use chrono::{DateTime, Utc};

use super::play::Shift;
use super::{Entry, EntryId, Happened};
use crate::SimTime;
use crate::scenario::{Key, LocalTime};

impl Shift {
    /// How many acts were taken, waits and what one went on with among them: as many as are stored of a run.
    pub fn acts_taken(&self) -> usize {
        self.taken.len()
    }

    /// How many acts were taken before the one in whose course this was written down. Whoever does so many again comes
    /// to the instant before it; of an act, to the instant at which it was begun.
    pub fn acts_before(&self, entry: EntryId) -> usize {
        self.acts_until(self.begun(entry)).saturating_sub(1)
    }

    /// How many acts have to be done again until this is written down, or the last one before the end if less is not
    /// enough: then it can be seen.
    pub(crate) fn acts_to_see(&self, entry: EntryId) -> usize {
        self.acts_until(entry).min(self.taken.len().saturating_sub(1))
    }

    fn acts_until(&self, entry: EntryId) -> usize {
        self.taken.partition_point(|first| *first <= entry)
    }

    /// Where an act was begun that ended with this entry; the entry itself where it is no such end.
    pub(crate) fn begun(&self, entry: EntryId) -> EntryId {
        let place = usize::try_from(entry.0).unwrap_or(usize::MAX);
        let until = self.entries.get(..=place).unwrap_or_default();
        let Some(Entry { what: Happened::Act(ended), .. }) = until.last() else { return entry };
        let began = |earlier: &&Entry| matches!(&earlier.what, Happened::Began(act) if act == ended);
        until.iter().rev().find(began).map_or(entry, |earlier| earlier.id)
    }

    /// What was written down there.
    pub(crate) fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(usize::try_from(id.0).ok()?)
    }

    /// The local time of an instant, to the minute.
    pub(crate) fn local(&self, at: DateTime<Utc>) -> LocalTime {
        self.plan.local(SimTime::from_utc(at))
    }

    /// What a case, a change or a problem is called.
    pub(crate) fn title_of(&self, key: &Key) -> Option<String> {
        let case = self.state.cases.get(key).map(|case| case.title.clone());
        let change = || self.state.changes.get(key).map(|change| change.summary.clone());
        let problem = || self.see_problem(key).map(|problem| problem.title);
        case.or_else(change).or_else(problem).filter(|title| !title.is_empty())
    }

    /// The case in which a failure was first seen: itself, if it is one.
    pub(crate) fn first_case_of(&self, failure: &Key) -> Option<&Key> {
        let of_it =
            self.state.cases.iter().filter(|(key, case)| {
                case.has_come() && (*key == failure || case.planned.fault.as_ref() == Some(failure))
            });
        of_it.min_by_key(|(_, case)| case.order).map(|(key, _)| key)
    }

    /// What a fault of the scenario is called.
    pub(crate) fn fault_called(&self, failure: &Key) -> Option<&str> {
        self.pool_fault(Some(failure)).map(|fault| fault.name.as_str())
    }

    /// The last that was written down before the next act was taken.
    pub(crate) fn last_before_next_act(&self, entry: EntryId) -> Option<&Entry> {
        let next = *self.taken.get(self.acts_until(entry))?;
        self.entry(EntryId(next.0.checked_sub(1)?))
    }
}
