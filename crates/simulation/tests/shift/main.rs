//! Shifts played by the built-in policies: that good practice pays, that tricks do not, that a shift is the same again.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod again;
#[path = "../../examples/common/app.rs"]
mod app;
mod ladder;

use std::sync::{Arc, OnceLock};

pub use app::PLAYABLE as SCENARIOS;
use simulation::scenario::Files;
use simulation::shift::{Beginning, Loss, Policy, Records, Shift};

/// A scenario's files and the desk that it begins with, read once.
pub fn scenario(name: &str) -> &'static (Arc<Files>, Records) {
    static ALL: OnceLock<Vec<(Arc<Files>, Records)>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let of = |name: &&str| {
            let files = app::files(name);
            let records = Shift::records_of(&files).unwrap();
            (files, records)
        };
        SCENARIOS.iter().map(of).collect()
    });
    &all[SCENARIOS.iter().position(|one| *one == name).unwrap()]
}

/// A shift at its beginning.
pub fn shift(name: &str, seed: u64) -> Shift {
    let (files, records) = scenario(name);
    Shift::begin_with(files.clone(), records, &Beginning { seed, help: None }).unwrap()
}

/// A shift as a policy plays it.
pub fn played(name: &str, policy: Policy, seed: u64) -> Shift {
    let mut shift = shift(name, seed).quietly();
    policy.play(&mut shift);
    assert!(shift.is_over(), "{name}, {policy:?}, seed {seed}");
    shift
}

/// What users lose, in working minutes.
pub fn lost(shift: &Shift) -> f64 {
    shift.truth().losses.iter().map(Loss::minutes).sum()
}
