//! How often an item visits each step: the stream as an absorbing Markov chain.
//!
//! States are the steps; absorbed is who has left the stream. From a step, the share that is sent back goes to its target;
//! the rest flows on to the next step that it takes: it takes step `j` with that step's share, else passes by and the same
//! is asked at `j + 1`. A chain has no memory: whether an item takes a step is asked anew each time the flow reaches it.
//!
//! Expected visits are `v = s (I − Q)⁻¹` with `s` the chance to start at a step and `Q` the chances to go from step to step
//! (Kemeny and Snell, *Finite Markov Chains*, 1960). They are solved by eliminating one state after the other with sums,
//! products and quotients of positive numbers only (Grassmann, Taksar and Heyman, *Operations Research* 33, 1985): nothing
//! cancels, so that even a stream in which 99.9 % come back is exact to the last digits.

use super::steps::{Placed, Rework, Stream};

/// Chances to go from step to step (at most 40 × 40).
#[derive(Clone, Debug)]
pub(super) struct Chances {
    size: usize,
    /// Row by row.
    next: Vec<f64>,
    /// The chance to enter the stream at a step.
    start: Vec<f64>,
    /// The chance to be done after a step.
    done: Vec<f64>,
}

fn at(values: &[f64], index: usize) -> f64 {
    values.get(index).copied().unwrap_or(0.0)
}

fn add(values: &mut [f64], index: usize, more: f64) {
    if let Some(value) = values.get_mut(index) {
        *value += more;
    }
}

impl Chances {
    /// The chances of a stream.
    pub(super) fn of(stream: &Stream) -> Self {
        let steps = stream.steps();
        let size = steps.len();
        let mut chances = Self { size, next: vec![0.0; size * size], start: vec![0.0; size], done: vec![0.0; size] };
        for (place, chance) in onward(steps, 0).0 {
            add(&mut chances.start, place, chance);
        }
        for (from, Placed { step, .. }) in steps.iter().enumerate() {
            let stays = step.rework.map_or(1.0, |rework| rework.share.rest());
            let (taken, none) = onward(steps, from + 1);
            for (place, chance) in taken {
                add(&mut chances.next, from * size + place, stays * chance);
            }
            add(&mut chances.done, from, stays * none);
            if let Some(Rework { to, share }) = step.rework
                && let Some(place) = stream.place(to)
            {
                add(&mut chances.next, from * size + place, share.get());
            }
        }
        chances
    }

    /// The chance to go from one step to another.
    pub(super) fn between(&self, from: usize, to: usize) -> f64 {
        at(&self.next, from * self.size + to)
    }

    /// The chance to enter the stream at a step.
    pub(super) fn start(&self, place: usize) -> f64 {
        at(&self.start, place)
    }

    /// How often an item visits each step, in order.
    pub(super) fn visits(&self) -> Vec<f64> {
        let size = self.size;
        let mut chain = self.clone();
        let mut leaves = vec![1.0; size];
        // Watch the chain only on the steps before `last`: what went through `last` goes on as it leaves it.
        for last in (0..size).rev() {
            let leaving = (0..last).map(|to| chain.between(last, to)).sum::<f64>() + at(&chain.done, last);
            if let Some(leave) = leaves.get_mut(last) {
                *leave = leaving;
            }
            for from in 0..last {
                let through = chain.between(from, last) / leaving;
                for to in 0..last {
                    let more = through * chain.between(last, to);
                    add(&mut chain.next, from * size + to, more);
                }
                let more = through * at(&chain.done, last);
                add(&mut chain.done, from, more);
            }
            let through = chain.start(last) / leaving;
            for to in 0..last {
                let more = through * chain.between(last, to);
                add(&mut chain.start, to, more);
            }
        }
        let mut visits: Vec<f64> = Vec::with_capacity(size);
        for (place, leaving) in leaves.into_iter().enumerate() {
            let arrives: f64 = visits.iter().enumerate().map(|(from, visit)| visit * chain.between(from, place)).sum();
            visits.push((chain.start(place) + arrives) / leaving);
        }
        visits
    }
}

/// Where the flow goes from a place on, with the chances, and the chance that it takes no further step.
fn onward(steps: &[Placed], from: usize) -> (Vec<(usize, f64)>, f64) {
    let mut reaches = 1.0;
    let mut taken = Vec::new();
    for (place, Placed { step, .. }) in steps.iter().enumerate().skip(from) {
        taken.push((place, reaches * step.taken.get()));
        reaches *= step.taken.rest();
    }
    (taken, reaches)
}
