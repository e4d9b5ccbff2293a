//! Time that the player let pass. No entry says so: it is what no act fills.

use super::{Did, instant};
use crate::grading::spans::{Stretch, without};
use crate::shift::{Act, Entry, EntryId, Happened, Truth};

static WAIT: Act = Act::Wait { until: None };

/// The acts, with a wait wherever nothing was done: from the last act before it, which a replay begins from.
pub(super) fn with_waits<'a>(acts: Vec<Did<'a>>, entries: &[Entry], truth: &Truth) -> Vec<Did<'a>> {
    let breaks = truth.files.scenario.clock.breaks.iter();
    let mut filled: Vec<Stretch> = breaks.map(|(from, to)| (instant(truth, *from), instant(truth, *to))).collect();
    filled.extend(acts.iter().map(|did| (did.from, did.to)));
    filled.extend(left(entries));
    let mut all = acts;
    for (from, to) in without((truth.from, truth.to), &filled) {
        let before = all.iter().filter(|did| did.to <= from).max_by_key(|did| did.id);
        let (id, command) = before.map_or((EntryId::default(), Default::default()), |did| (did.id, did.command));
        all.push(Did { act: &WAIT, from, to, begun: id, id, command });
    }
    all.sort_by_key(|did| (did.to, did.id));
    all
}

/// Acts that were begun and left: until the next thing was begun.
fn left(entries: &[Entry]) -> Vec<Stretch> {
    let begun = |entry: &&Entry| matches!(entry.what, Happened::Began(_));
    let begun: Vec<&Entry> = entries.iter().filter(begun).collect();
    let ended = |entry: &Entry, until: EntryId| {
        let Happened::Began(act) = &entry.what else { return true };
        entries.iter().any(|later| {
            later.id > entry.id && later.id < until && matches!(&later.what, Happened::Act(same) if same == act)
        })
    };
    let pairs = begun.iter().zip(begun.iter().skip(1));
    pairs.filter(|(entry, next)| !ended(entry, next.id)).map(|(entry, next)| (entry.at, next.at)).collect()
}
