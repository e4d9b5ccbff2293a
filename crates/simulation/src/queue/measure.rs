//! What is measured while a queue runs: sums by batch of customers, after a warm-up.

use super::{Moment, Span, Visit};

/// What is looked at: customers `warm_up` and later, in `batches` of `size` each, by their order of arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub warm_up: u64,
    pub batches: u32,
    pub size: u64,
}

impl Window {
    /// The batch of the customer of that number; `None` before and after the window.
    fn batch(self, number: u64) -> Option<usize> {
        let batch = number.checked_sub(self.warm_up)?.checked_div(self.size)?;
        (batch < u64::from(self.batches)).then(|| usize::try_from(batch).ok()).flatten()
    }

    /// How many customers it is about.
    pub fn customers(self) -> u64 {
        u64::from(self.batches).saturating_mul(self.size)
    }

    /// The number of the first customer after it.
    fn end(self) -> u64 {
        self.warm_up.saturating_add(self.customers())
    }
}

/// Sums of one batch.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Batch {
    /// Customers whose visit is known.
    pub visits: u64,
    pub waited: u64,
    pub left: u64,
    pub waiting_time: f64,
    /// From the arrival of its first customer to that of the next batch's.
    pub length: f64,
    /// Customers waiting, summed over that time.
    pub queue_time: f64,
}

/// The batches of a run as they grow.
pub(super) struct Measure {
    window: Window,
    pub batches: Vec<Batch>,
    known: u64,
}

impl Measure {
    pub fn new(window: Window) -> Self {
        Self { window, batches: vec![Batch::default(); window.batches as usize], known: 0 }
    }

    /// Whether the next customer after the window has come, and every one in it has been served or has left.
    pub fn complete(&self, arrived: u64) -> bool {
        self.known >= self.window.customers() && arrived > self.window.end()
    }

    pub fn see(&mut self, visit: &Visit) {
        let number = visit.customer.number;
        let Some(batch) = self.window.batch(number).and_then(|batch| self.batches.get_mut(batch)) else { return };
        let waited = visit.waited();
        self.known += 1;
        batch.visits += 1;
        batch.waited += u64::from(waited > Span::ZERO);
        batch.left += u64::from(visit.left());
        batch.waiting_time += waited.value();
    }

    /// Between two instants, with so many arrived before, so many waited.
    pub fn pass(&mut self, from: Moment, to: Moment, arrived: u64, waiting: usize) {
        let last = arrived.checked_sub(1).and_then(|number| self.window.batch(number));
        let Some(batch) = last.and_then(|batch| self.batches.get_mut(batch)) else { return };
        let length = to.since(from).value();
        batch.length += length;
        batch.queue_time += length * waiting as f64;
    }
}
