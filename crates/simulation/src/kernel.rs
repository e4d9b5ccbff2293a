//! The kernel of a simulation: a clock that only events move, and what they need.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::clock::BeyondTime;
use crate::{EventQueue, Purpose, Scheduled, SimTime, Stream, Streams, Trace, Traced};

/// Simulated time, what is going to happen in it, its chances, and the hash of what has happened.
///
/// A plain value: saved and read again (or cloned) at any instant between two events, it goes on the same way. Which
/// events there are, and what they do, is the business of whoever drives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    try_from = "Saved<E>",
    into = "Saved<E>",
    bound(serialize = "E: Clone + Serialize"),
    bound(deserialize = "E: Deserialize<'de>")
)]
pub struct Kernel<E> {
    now: SimTime,
    queue: EventQueue<SimTime, E>,
    streams: Streams,
    trace: Trace,
}

/// An event whose time has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fired<E> {
    /// When, and as which of the scheduled ones.
    pub place: Scheduled<SimTime>,
    /// What happens.
    pub event: E,
}

/// Why an event cannot be scheduled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unschedulable {
    /// The clock has passed its time.
    Past {
        /// What the clock says.
        now: SimTime,
    },
    /// No calendar reaches its time.
    Beyond,
}

impl std::fmt::Display for Unschedulable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Past { now } => write!(f, "it is {} already: nothing can happen before", now.utc()),
            Self::Beyond => BeyondTime.fmt(f),
        }
    }
}

impl std::error::Error for Unschedulable {}

impl<E> Kernel<E> {
    /// A world in which nothing is going to happen yet.
    pub fn new(start: SimTime, seed: u64) -> Self {
        Self { now: start, queue: EventQueue::default(), streams: Streams::new(seed), trace: Trace::default() }
    }

    /// What the simulated clock says.
    pub fn now(&self) -> SimTime {
        self.now
    }

    /// When the next event is due.
    pub fn next_at(&self) -> Option<SimTime> {
        self.queue.next_at()
    }

    /// How many events are scheduled.
    pub fn pending(&self) -> usize {
        self.queue.len()
    }

    /// The chances of one purpose.
    pub fn stream(&mut self, purpose: Purpose) -> &mut Stream {
        self.streams.of(purpose)
    }

    /// Lets an event happen at an instant, after all that was scheduled for it before.
    ///
    /// # Errors
    /// [`Unschedulable::Past`] for an instant that is over. The present one is not.
    pub fn schedule(&mut self, at: SimTime, event: E) -> Result<Scheduled<SimTime>, Unschedulable> {
        if at < self.now {
            return Err(Unschedulable::Past { now: self.now });
        }
        Ok(self.queue.schedule(at, event))
    }

    /// Lets an event happen after a while, which may be nothing.
    ///
    /// # Errors
    /// [`Unschedulable`] for a negative span, or one that no calendar reaches.
    pub fn schedule_in(&mut self, span: TimeDelta, event: E) -> Result<Scheduled<SimTime>, Unschedulable> {
        let at = self.now.plus(span).map_err(|BeyondTime| Unschedulable::Beyond)?;
        self.schedule(at, event)
    }

    /// Takes an event back; `None` if it has happened or was taken back before.
    pub fn cancel(&mut self, place: Scheduled<SimTime>) -> Option<E> {
        self.queue.cancel(place)
    }

    /// Makes something that came from outside (a command) part of the hash, at the present instant.
    pub fn note(&mut self, happened: &(impl Traced + ?Sized)) {
        self.trace.add(&(self.now, happened));
    }

    /// The hash of all that has happened and was noted: the same for the same run.
    pub fn hash(&self) -> u64 {
        self.trace.hash()
    }
}

impl<E: Traced> Kernel<E> {
    /// Moves the clock to the next event and hands it out; `None` when nothing is left.
    pub fn step(&mut self) -> Option<Fired<E>> {
        let (place, event) = self.queue.pop()?;
        self.now = place.at;
        self.trace.add(&((place.at, place.number), &event));
        Some(Fired { place, event })
    }

    /// The next event due by `until`, that instant included. When there is none, the clock stands at `until` and the
    /// answer is `None`; it never goes back.
    pub fn step_until(&mut self, until: SimTime) -> Option<Fired<E>> {
        if self.next_at().is_some_and(|at| at <= until) {
            return self.step();
        }
        self.now = self.now.max(until);
        None
    }
}

#[derive(Serialize, Deserialize)]
#[serde(bound(serialize = "E: Clone + Serialize", deserialize = "E: Deserialize<'de>"))]
struct Saved<E> {
    now: SimTime,
    queue: EventQueue<SimTime, E>,
    streams: Streams,
    trace: Trace,
}

impl<E> From<Kernel<E>> for Saved<E> {
    fn from(Kernel { now, queue, streams, trace }: Kernel<E>) -> Self {
        Self { now, queue, streams, trace }
    }
}

impl<E> TryFrom<Saved<E>> for Kernel<E> {
    type Error = &'static str;

    fn try_from(Saved { now, queue, streams, trace }: Saved<E>) -> Result<Self, Self::Error> {
        if queue.next_at().is_some_and(|at| at < now) {
            return Err("an event is scheduled for an instant that is over");
        }
        Ok(Self { now, queue, streams, trace })
    }
}
