//! A shift in the browser is the same as natively, bit for bit: the hashes are those that `crates/simulation` keeps.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use simulation::scenario::Files;
use simulation::shift::{Beginning, Policy, Shift};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const WORLD: &str = include_str!("../../public/content/scenarios/world.json");
const POOL: &str = include_str!("../../public/content/scenarios/pool.json");
const KEPT: &str = include_str!("../../crates/simulation/tests/shift/hashes.txt");
const SCENARIOS: [(&str, &str); 6] = [
    ("first-morning", include_str!("../../public/content/scenarios/first-morning.json")),
    ("incident-or-request", include_str!("../../public/content/scenarios/incident-or-request.json")),
    ("password-storm", include_str!("../../public/content/scenarios/password-storm.json")),
    ("recurring-printer", include_str!("../../public/content/scenarios/recurring-printer.json")),
    ("patch-tuesday", include_str!("../../public/content/scenarios/patch-tuesday.json")),
    ("data-centre-cooling", include_str!("../../public/content/scenarios/data-centre-cooling.json")),
];

fn hash(text: &str) -> u64 {
    let files = Arc::new(Files::read(WORLD, POOL, text).unwrap());
    let mut shift = Shift::begin(files, &Beginning { seed: 1, help: None }).unwrap().quietly();
    Policy::CarefulNovice.play(&mut shift);
    shift.hash()
}

#[wasm_bindgen_test]
fn every_scenario_is_the_same_here_as_natively() {
    let here: Vec<String> = SCENARIOS.iter().map(|(name, text)| format!("{name} {:016x}", hash(text))).collect();
    assert_eq!(here.join("\n"), KEPT.trim_end());
}
