//! Crews that take turns.

use serde::{Deserialize, Serialize};

use super::Moment;

/// A cycle of crews: at each boundary a fresh one comes, and the one before takes no new customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Saved", into = "Saved")]
pub struct Rota {
    cycle: f64,
    /// Ascending, the last one is the cycle's length; never empty.
    turns: Vec<Turn>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Turn {
    ends: f64,
    servers: u32,
}

/// A turn of some cycle, counted from the one that begins at time 0. Each has a crew of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Crew {
    pub number: i64,
    pub servers: u32,
}

/// What is wrong with a rota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnfitRota {
    /// There must be as many numbers of servers as ends of turns, and at least one.
    Lengths,
    /// Ends must be above 0 and ascend, and the last must be the cycle's length.
    Ends,
}

impl std::fmt::Display for UnfitRota {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Lengths => "a schedule needs one number of servers for each of its ends, and at least one",
            Self::Ends => "a schedule's ends must be above 0 and ascend, and the last must be its cycle",
        })
    }
}

impl std::error::Error for UnfitRota {}

impl Rota {
    /// A rota by its length, the ends of its turns within it, and how many servers each turn has.
    ///
    /// # Errors
    /// [`UnfitRota`] says what does not fit.
    pub fn new(cycle: f64, ends: &[f64], servers: &[u32]) -> Result<Self, UnfitRota> {
        if ends.is_empty() || ends.len() != servers.len() {
            return Err(UnfitRota::Lengths);
        }
        let ascending = ends.first().is_some_and(|first| *first > 0.0) && ends.is_sorted_by(|a, b| a < b);
        if !ascending || !cycle.is_finite() || ends.last() != Some(&cycle) {
            return Err(UnfitRota::Ends);
        }
        let turns = ends.iter().zip(servers).map(|(ends, servers)| Turn { ends: *ends, servers: *servers }).collect();
        Ok(Self { cycle, turns })
    }

    /// The length of a cycle.
    pub fn cycle(&self) -> f64 {
        self.cycle
    }

    /// Whether some turn has a server.
    pub fn ever_works(&self) -> bool {
        self.turns.iter().any(|turn| turn.servers > 0)
    }

    /// The crew that works at an instant; at a boundary the fresh one.
    pub(super) fn crew_from(&self, at: Moment) -> Crew {
        self.crew(at, |end| end > at.value())
    }

    /// The crew that works just before an instant.
    pub(super) fn crew_until(&self, at: Moment) -> Crew {
        self.crew(at, |end| end >= at.value())
    }

    /// The next boundary after an instant.
    pub(super) fn boundary_after(&self, at: Moment) -> Option<Moment> {
        self.turns_around(at).map(|(_, end, _)| end).find(|end| *end > at.value()).and_then(Moment::new)
    }

    fn crew(&self, at: Moment, not_over: impl Fn(f64) -> bool) -> Crew {
        let found = self.turns_around(at).find(|(_, end, _)| not_over(*end));
        found.map_or(Crew { number: 0, servers: 0 }, |(number, _, servers)| Crew { number, servers })
    }

    /// Turns with their end and servers, from the cycle before the instant's to the one after it: whichever way its
    /// division was rounded, the turn that holds the instant is among them, and none before it is not over.
    fn turns_around(&self, at: Moment) -> impl Iterator<Item = (i64, f64, u32)> {
        let cycle = (at.value() / self.cycle).floor() as i64;
        let length = i64::try_from(self.turns.len()).unwrap_or(i64::MAX);
        (cycle.saturating_sub(1)..=cycle.saturating_add(1)).flat_map(move |cycle| {
            self.turns.iter().zip(0..).map(move |(turn, place)| {
                let number = cycle.saturating_mul(length).saturating_add(place);
                (number, cycle as f64 * self.cycle + turn.ends, turn.servers)
            })
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Saved {
    ends_bits: Vec<u64>,
    servers: Vec<u32>,
}

impl From<Rota> for Saved {
    fn from(rota: Rota) -> Self {
        let (ends_bits, servers) = rota.turns.iter().map(|turn| (turn.ends.to_bits(), turn.servers)).unzip();
        Self { ends_bits, servers }
    }
}

impl TryFrom<Saved> for Rota {
    type Error = UnfitRota;

    fn try_from(saved: Saved) -> Result<Self, UnfitRota> {
        let ends: Vec<f64> = saved.ends_bits.into_iter().map(f64::from_bits).collect();
        Self::new(ends.last().copied().unwrap_or_default(), &ends, &saved.servers)
    }
}
