//! What is going to happen, in order.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Events that wait for their time, earliest first; events of the same time in the order they were scheduled.
///
/// `K` is the time, and may carry a rank for kinds of events that go first at one instant. An ordered map rather than a
/// heap: an event can be cancelled without a trace, and a saved queue has only one form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    try_from = "Saved<K, E>",
    into = "Saved<K, E>",
    bound(serialize = "K: Ord + Copy + Serialize, E: Clone + Serialize"),
    bound(deserialize = "K: Ord + Copy + Deserialize<'de>, E: Deserialize<'de>")
)]
pub struct EventQueue<K, E> {
    pending: BTreeMap<Scheduled<K>, E>,
    next_number: u64,
}

/// An event's place in the queue; what one cancels it by. The number is given once in the life of a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Scheduled<K> {
    /// When it happens.
    pub at: K,
    /// How many were scheduled before it.
    pub number: u64,
}

impl<K: Ord + Copy, E> Default for EventQueue<K, E> {
    fn default() -> Self {
        Self { pending: BTreeMap::new(), next_number: 0 }
    }
}

impl<K: Ord + Copy, E> EventQueue<K, E> {
    /// Adds an event behind all that are due by then.
    pub fn schedule(&mut self, at: K, event: E) -> Scheduled<K> {
        let place = Scheduled { at, number: self.next_number };
        self.next_number += 1;
        self.pending.insert(place, event);
        place
    }

    /// Takes an event out before its time; `None` if it is no longer there.
    pub fn cancel(&mut self, place: Scheduled<K>) -> Option<E> {
        self.pending.remove(&place)
    }

    /// When the next event is due.
    pub fn next_at(&self) -> Option<K> {
        self.pending.first_key_value().map(|(place, _)| place.at)
    }

    /// Takes out the next event.
    pub fn pop(&mut self) -> Option<(Scheduled<K>, E)> {
        self.pending.pop_first()
    }

    /// How many events wait.
    pub fn len(&self) -> usize {
        self.pending.len()
    }

    /// Whether nothing is going to happen.
    pub fn is_empty(&self) -> bool {
        self.pending.is_empty()
    }
}

/// No queue has lived for so many events; a saved one that says so would run out of numbers.
const MOST_EVENTS: u64 = 1 << 62;

#[derive(Serialize, Deserialize)]
struct Saved<K, E> {
    next_number: u64,
    pending: Vec<(Scheduled<K>, E)>,
}

impl<K: Ord + Copy, E> From<EventQueue<K, E>> for Saved<K, E> {
    fn from(queue: EventQueue<K, E>) -> Self {
        Self { next_number: queue.next_number, pending: queue.pending.into_iter().collect() }
    }
}

impl<K: Ord + Copy, E> TryFrom<Saved<K, E>> for EventQueue<K, E> {
    type Error = &'static str;

    fn try_from(saved: Saved<K, E>) -> Result<Self, Self::Error> {
        let mut numbers: Vec<u64> = saved.pending.iter().map(|(place, _)| place.number).collect();
        numbers.sort_unstable();
        let given = numbers.last().is_none_or(|last| *last < saved.next_number) && saved.next_number <= MOST_EVENTS;
        if !given || !numbers.is_sorted_by(|a, b| a < b) {
            return Err("the events' numbers are not those of one queue");
        }
        Ok(Self { pending: saved.pending.into_iter().collect(), next_number: saved.next_number })
    }
}
