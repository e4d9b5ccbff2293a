//! What a service level clock shows.

use chrono::{DateTime, TimeDelta, Utc};

use crate::incident::HoldReason;

/// Both clocks of an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// Until the desk's first reaction.
    pub response: Reading,
    /// Until the service is restored.
    pub resolution: Reading,
}

impl Clocks {
    /// Whether either clock has breached its target, finally or so far.
    pub fn is_breached(&self) -> bool {
        self.response.is_breached() || self.resolution.is_breached()
    }

    /// When, if nothing happens to the incident before, one of its clocks will breach: for a heap that wakes what
    /// has to be shown anew.
    pub fn next_change(&self) -> Option<DateTime<Utc>> {
        let (response, resolution) = (self.response.next_change(), self.resolution.next_change());
        response.into_iter().chain(resolution).min()
    }
}

/// What one clock shows at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Whether it runs, and if not, why.
    pub standing: Standing,
    /// How much business time was agreed.
    pub target: Option<TimeDelta>,
    /// Business time that counted so far: open, not paused, not after the stop.
    pub elapsed: TimeDelta,
    /// The same stretches by the wall clock, closed hours included.
    pub elapsed_calendar: TimeDelta,
    /// When it breached, or will if nothing happens before. `None` without a target, once it stopped in time, and
    /// while it is paused before a breach: then the instant moves.
    pub breach_at: Option<DateTime<Utc>>,
    /// When it would have breached by the first priority and without any pause: what was promised at the opening.
    pub original_breach_at: Option<DateTime<Utc>>,
    /// How it stands against the target. `None` without a target and for what was cancelled.
    pub verdict: Option<Verdict>,
    /// When it stopped, if it has.
    pub stopped_at: Option<DateTime<Utc>>,
    /// From which share of the target on it warns, in percent.
    pub(super) warn_at_percent: u8,
}

/// Whether a clock runs. A pause and closed hours are told apart: the one needs somebody, the other only morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was agreed for this priority or for the time when it was opened.
    NoTarget,
    /// It counts at this instant.
    Running,
    /// It will count at the next opening.
    OutsideHours,
    /// The incident is on hold for a reason that pauses the clock.
    Paused(HoldReason),
    /// What it measures has happened (or will never).
    Stopped,
}

/// How a clock stands against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Met or breached.
    pub outcome: Outcome,
    /// Whether nothing that happens to the incident can change it any more; otherwise it says how things stand so
    /// far. The resolution clock's is final once the incident is closed, the response clock's once the desk has
    /// responded. Another agreement or matrix judges both anew until the incident is closed, and never after.
    pub is_final: bool,
}

/// See [`Verdict`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// In time; who stops a clock at the breach instant itself is in time.
    Met,
    /// Too late: the breach instant was passed, or reached while the clock still ran.
    Breached,
}

impl Reading {
    /// Whether the target is breached, finally or so far.
    pub fn is_breached(&self) -> bool {
        self.verdict.is_some_and(|verdict| verdict.outcome == Outcome::Breached)
    }

    /// The share of the target that is used up, in percent; beyond 100 after a breach.
    pub fn percent(&self) -> Option<f64> {
        self.target.map(|target| 100.0 * self.elapsed.as_seconds_f64() / target.as_seconds_f64())
    }

    /// The business time left; negative after a breach.
    pub fn time_left(&self) -> Option<TimeDelta> {
        self.target.map(|target| target - self.elapsed)
    }

    /// Whether a clock that has not stopped is close to its breach.
    pub fn is_warning(&self) -> bool {
        let may_still_breach = self.stopped_at.is_none() && !self.is_breached();
        may_still_breach && self.percent().is_some_and(|percent| percent >= f64::from(self.warn_at_percent))
    }

    /// When this clock, running now, will breach; `None` if it does not run or has breached.
    pub fn next_change(&self) -> Option<DateTime<Utc>> {
        let runs = matches!(self.standing, Standing::Running | Standing::OutsideHours);
        self.breach_at.filter(|_| runs && !self.is_breached())
    }
}
