//! How each incident stands to its service level: kept for all of them, so that a queue of 25,000 can be
//! filtered and sorted at once; "breached" then moves with time alone.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use chrono::{DateTime, Utc};
use itsm::{Desk, IncidentId};

mod clocks;

pub(crate) use clocks::Reader;

/// How an incident stands, response and resolution taken together: the worse of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Breach {
    /// No service level applies.
    NoTarget,
    /// Every target was met, and no clock runs any more.
    Met,
    /// The clock waits with the incident.
    Paused,
    /// The clock runs, and there is time.
    Within,
    /// The clock runs, and most of the time is used.
    DueSoon,
    /// A target was missed.
    Breached,
}

impl Breach {
    /// Every class, the most pressing first.
    pub const ALL: [Breach; 6] =
        [Breach::Breached, Breach::DueSoon, Breach::Within, Breach::Paused, Breach::Met, Breach::NoTarget];
}

/// One clock, as far as time alone can move it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// No target applies.
    #[default]
    NoTarget,
    /// Stopped in time.
    Met,
    /// Stopped, or waiting, beyond its target.
    Missed,
    /// Waits, within its target.
    Paused,
    /// Runs.
    Running {
        /// When the warning begins.
        warns_at: DateTime<Utc>,
        /// When the target is missed.
        breaches_at: DateTime<Utc>,
    },
}

/// Both clocks of an incident.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// From opening to the first reaction.
    pub response: Clock,
    /// From opening to the restored service.
    pub resolution: Clock,
}

impl Clock {
    /// What the clock shows at `now`.
    pub fn at(self, now: DateTime<Utc>) -> Breach {
        match self {
            Clock::NoTarget => Breach::NoTarget,
            Clock::Met => Breach::Met,
            Clock::Missed => Breach::Breached,
            Clock::Paused => Breach::Paused,
            Clock::Running { breaches_at, .. } if breaches_at <= now => Breach::Breached,
            Clock::Running { warns_at, .. } if warns_at <= now => Breach::DueSoon,
            Clock::Running { .. } => Breach::Within,
        }
    }

    fn moments(self) -> Option<[DateTime<Utc>; 2]> {
        match self {
            Clock::Running { warns_at, breaches_at } => Some([warns_at, breaches_at]),
            _ => None,
        }
    }
}

impl Standing {
    /// How the incident stands at `now`: the worse of its clocks.
    pub fn at(self, now: DateTime<Utc>) -> Breach {
        self.response.at(now).max(self.resolution.at(now))
    }

    /// When the next target will be missed (or the first running one was), if a clock runs.
    pub fn breaches_at(self) -> Option<DateTime<Utc>> {
        let ends = [self.response, self.resolution].into_iter().filter_map(Clock::moments).map(|[_, end]| end);
        ends.min()
    }

    /// The instants after `now` at which the class may change.
    fn turns_after(self, now: DateTime<Utc>) -> impl Iterator<Item = DateTime<Utc>> {
        let moments = [self.response, self.resolution].into_iter().filter_map(Clock::moments).flatten();
        moments.filter(move |moment| *moment > now)
    }
}

/// The standings of all incidents, and a heap of the instants at which they turn.
#[derive(Default)]
pub(crate) struct Standings {
    /// `None` until the first [`Self::advance`], and after the rules have changed.
    known: Option<Known>,
}

struct Known {
    now: DateTime<Utc>,
    of: BTreeMap<IncidentId, Standing>,
    /// Entries whose incident has been looked at since are simply found out of date when their time comes.
    turns: BinaryHeap<Reverse<(DateTime<Utc>, IncidentId)>>,
}

impl Standings {
    /// How an incident stands.
    pub fn of(&self, id: IncidentId) -> Standing {
        self.known.as_ref().and_then(|known| known.of.get(&id)).copied().unwrap_or_default()
    }

    /// All standings, unless none are known.
    pub fn all(&self) -> Option<&BTreeMap<IncidentId, Standing>> {
        self.known.as_ref().map(|known| &known.of)
    }

    /// The instant of the last [`Self::advance`].
    pub fn now(&self) -> Option<DateTime<Utc>> {
        self.known.as_ref().map(|known| known.now)
    }

    /// Looks at incidents again whose records may have changed.
    pub fn touch(&mut self, desk: &Desk, ids: &BTreeSet<IncidentId>) {
        let Some(known) = &mut self.known else { return };
        let reader = clocks::Reader::of(desk);
        ids.iter().for_each(|id| known.look_at(&reader, desk, *id));
    }

    /// Forgets everything: the rules have changed.
    pub fn forget(&mut self) {
        self.known = None;
    }

    /// Lets time pass to `now`. Gives the incidents whose class may have changed; all of them at first, and
    /// when time went back.
    pub fn advance(&mut self, desk: &Desk, now: DateTime<Utc>) -> Vec<IncidentId> {
        match &mut self.known {
            Some(known) if known.now <= now => known.advance(now),
            _ => {
                let known = Known::of(desk, now);
                let all = known.of.keys().copied().collect();
                self.known = Some(known);
                all
            }
        }
    }
}

impl Known {
    fn of(desk: &Desk, now: DateTime<Utc>) -> Self {
        let reader = clocks::Reader::of(desk);
        let of: BTreeMap<_, _> = desk.incidents().map(|incident| (incident.id, reader.read(incident))).collect();
        let turns = of
            .iter()
            .flat_map(|(id, standing)| standing.turns_after(now).map(|turn| Reverse((turn, *id))))
            .collect::<Vec<_>>()
            .into();
        Self { now, of, turns }
    }

    fn look_at(&mut self, reader: &clocks::Reader, desk: &Desk, id: IncidentId) {
        let Ok(incident) = desk.incident(id) else {
            self.of.remove(&id);
            return;
        };
        let standing = reader.read(incident);
        self.turns.extend(standing.turns_after(self.now).map(|turn| Reverse((turn, id))));
        self.of.insert(id, standing);
    }

    fn advance(&mut self, now: DateTime<Utc>) -> Vec<IncidentId> {
        let before = std::mem::replace(&mut self.now, now);
        let mut changed = BTreeSet::new();
        while let Some(Reverse((turn, id))) = self.turns.peek().copied() {
            if turn > now {
                break;
            }
            self.turns.pop();
            let standing = self.of.get(&id).copied().unwrap_or_default();
            if standing.at(before) != standing.at(now) {
                changed.insert(id);
            }
        }
        changed.into_iter().collect()
    }
}
