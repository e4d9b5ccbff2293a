//! What policies get out of the same shift, over many seeds.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Range, Ranges, measures};
use crate::grading;
use crate::scenario::{Files, Key};
use crate::shift::{Beginning, Policy, Records, Shift};

/// The most seeds that are played, whoever asks.
const MOST_SEEDS: u32 = 1_000;
const LOW: f64 = 0.1;
const MIDDLE: f64 = 0.5;
const HIGH: f64 = 0.9;

/// Policies at play, one shift after another, so that whoever lets them play can do something else between two.
pub struct Ranging {
    files: Arc<Files>,
    records: Records,
    beginning: Beginning,
    seeds: u32,
    done: u32,
    /// By place of the policy: what was lost, seed by seed.
    lost: BTreeMap<Policy, Vec<f64>>,
    /// By key of the measure: what the expert came to.
    expert: Vec<(Key, Vec<f64>)>,
}

impl Ranging {
    /// Prepares so many seeds: the one that was played and those that follow it; at least that one.
    ///
    /// # Errors
    /// What in the files does not fit together, in words.
    pub fn new(files: Arc<Files>, beginning: &Beginning, seeds: u32) -> Result<Self, String> {
        let records = Shift::records_of(&files)?;
        let (beginning, seeds) = (beginning.clone(), within(seeds));
        Ok(Self { files, records, beginning, seeds, done: 0, lost: BTreeMap::new(), expert: vec![] })
    }

    /// How many shifts are played.
    pub fn done(&self) -> u32 {
        self.done
    }

    /// How many there are to play.
    pub fn of(&self) -> u32 {
        self.seeds * Policy::LADDER.len() as u32
    }

    /// Whether it was begun for so many seeds.
    pub fn is_for(&self, seeds: u32) -> bool {
        self.seeds == within(seeds)
    }

    /// Plays the next shift, if one is left.
    ///
    /// # Errors
    /// What in the files does not fit together, in words.
    pub fn step(&mut self) -> Result<(), String> {
        if self.done >= self.of() {
            return Ok(());
        }
        let ladder = Policy::LADDER.len() as u32;
        let Some(policy) = Policy::LADDER.get((self.done % ladder) as usize).copied() else { return Ok(()) };
        let seed = self.beginning.seed.wrapping_add(u64::from(self.done / ladder));
        let beginning = Beginning { seed, help: self.beginning.help };
        let mut shift = Shift::begin_with(self.files.clone(), &self.records, &beginning)?.quietly();
        policy.play(&mut shift);
        let measured = grading::measures(shift.entries(), &shift.truth());
        self.lost.entry(policy).or_default().push(measured.lost_minutes);
        if policy == Policy::Expert {
            self.note(measures::six(&measured));
        }
        self.done += 1;
        Ok(())
    }

    fn note(&mut self, measured: Vec<super::Measure>) {
        for measure in measured {
            let Some(value) = measure.yours else { continue };
            match self.expert.iter_mut().find(|(key, _)| *key == measure.key) {
                Some((_, values)) => values.push(value),
                None => self.expert.push((measure.key, vec![value])),
            }
        }
    }

    /// What came of it, once all is played.
    pub fn ranges(&self) -> Option<Ranges> {
        if self.done < self.of() {
            return None;
        }
        let range = |policy: &Policy| {
            let lost = self.lost.get(policy)?;
            let at = |part| percentile(lost, part);
            Some(Range {
                policy: *policy,
                same_seed: lost.first().copied()?,
                low: at(LOW)?,
                middle: at(MIDDLE)?,
                high: at(HIGH)?,
            })
        };
        let expert = self.expert.iter();
        let expert =
            expert.filter_map(|(key, values)| Some((key.clone(), percentile(values, LOW)?, percentile(values, HIGH)?)));
        Some(Ranges {
            seeds: self.seeds,
            policies: Policy::LADDER.iter().filter_map(range).collect(),
            expert: expert.collect(),
        })
    }
}

impl Ranges {
    /// Plays all of it at once. `each` hears how many of how many shifts are played.
    ///
    /// # Errors
    /// What in the files does not fit together, in words.
    pub fn of(
        files: Arc<Files>,
        beginning: &Beginning,
        seeds: u32,
        mut each: impl FnMut(u32, u32),
    ) -> Result<Self, String> {
        let mut ranging = Ranging::new(files, beginning, seeds)?;
        loop {
            if let Some(ranges) = ranging.ranges() {
                return Ok(ranges);
            }
            ranging.step()?;
            each(ranging.done(), ranging.of());
        }
    }
}

/// As many seeds as are played if so many are asked for.
fn within(seeds: u32) -> u32 {
    seeds.clamp(1, MOST_SEEDS)
}

/// The value below which so much of all lies, between two of them by their distance; `None` of nothing.
fn percentile(values: &[f64], part: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = part.clamp(0.0, 1.0) * sorted.len().checked_sub(1)? as f64;
    let below = *sorted.get(place.floor() as usize)?;
    let above = sorted.get(place.ceil() as usize).copied().unwrap_or(below);
    Some(below + (above - below) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_lies_between_its_neighbours() {
        let values = [30.0, 10.0, 20.0];
        assert_eq!(percentile(&values, 0.5), Some(20.0));
        assert_eq!(percentile(&values, 0.1), Some(12.0));
        assert_eq!(percentile(&values, 1.0), Some(30.0));
        assert_eq!(percentile(&[4.0], 0.9), Some(4.0));
        assert_eq!(percentile(&[], 0.9), None);
    }
}
