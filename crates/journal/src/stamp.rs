//! Hybrid logical time: an order of commands that a wrong wall clock cannot change.
//!
//! A new stamp is later than every stamp its tab has made or seen: it takes the wall clock if that is
//! ahead of them all, else the latest time seen with the next count. So a clock that goes back a year
//! reorders nothing. A tab whose clock is far ahead takes the others along in time, but no further than
//! to its own stamp (from there they only count), and never beyond [`FURTHEST_MILLIS`]: a stamp later
//! than that is kept and sorts last, but nobody follows it. Nothing but the order depends on a stamp, so
//! following costs nothing, whereas not following would sort a command before what it is about.

/// A tab: random for each page load, as session storage is copied when a tab is duplicated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TabId(pub u64);

/// Hybrid logical time of a command; its order is the order of the journal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stamp {
    /// Wall time in milliseconds since 1970, or the latest seen where that is later.
    pub millis: u64,
    /// Counts the commands of one millisecond.
    pub count: u32,
    /// Who gave it: breaks ties the same way everywhere.
    pub tab: TabId,
}

/// The latest time that any clock is followed to: in the year 2286.
pub const FURTHEST_MILLIS: u64 = 9_999_999_999_999;
/// The highest count that is followed, so that counting on from it cannot overflow.
pub const FURTHEST_COUNT: u32 = u32::MAX / 2;

/// A tab's clock.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clock {
    millis: u64,
    count: u32,
    used: bool,
}

impl Stamp {
    /// Whether a clock follows this stamp.
    pub(crate) fn is_followed(self) -> bool {
        self.millis <= FURTHEST_MILLIS && self.count <= FURTHEST_COUNT
    }
}

impl Clock {
    /// Takes note of a stamp, so that the next one is later if it may be followed.
    pub fn observe(&mut self, stamp: Stamp) {
        if stamp.is_followed() && (!self.used || (stamp.millis, stamp.count) > (self.millis, self.count)) {
            *self = Self { millis: stamp.millis, count: stamp.count, used: true };
        }
    }

    /// The stamp of a command given now; it counts once it is observed.
    pub fn next(&self, wall_millis: u64, tab: TabId) -> Stamp {
        let wall = wall_millis.min(FURTHEST_MILLIS);
        if !self.used || wall > self.millis {
            Stamp { millis: wall, count: 0, tab }
        } else {
            Stamp { millis: self.millis, count: self.count.saturating_add(1), tab }
        }
    }

    /// How far the latest stamp is ahead of the wall clock, in milliseconds.
    pub fn ahead_of(&self, wall_millis: u64) -> u64 {
        self.millis.saturating_sub(wall_millis)
    }

    /// Takes note of a stamp of our own, whatever it is.
    pub fn took(&mut self, stamp: Stamp) {
        if (stamp.millis, stamp.count) > (self.millis, self.count) || !self.used {
            *self = Self { millis: stamp.millis, count: stamp.count, used: true };
        }
    }
}
