//! Tells a shift as a policy plays it: `cargo run -p simulation --example story -- SCENARIO POLICY [SEED]`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::indexing_slicing)]

#[path = "common/app.rs"]
mod app;

use std::collections::BTreeMap;

use simulation::shift::{Beginning, Happened, Policy, Shift};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let name = args.first().expect("a scenario");
    let policy: Policy = serde_json::from_value(args.get(1).expect("a policy").clone().into()).expect("a policy");
    let seed = args.get(2).map_or(0, |seed| seed.parse().expect("a number"));
    let files = app::files(name);
    let mut shift = Shift::begin(files, &Beginning { seed, help: None }).unwrap();
    policy.play(&mut shift);
    for entry in shift.entries() {
        let at = entry.at.format("%d %H:%M");
        match &entry.what {
            Happened::Act(act) => println!("{at} > {}", serde_json::to_string(act).unwrap()),
            Happened::World(event) => println!("{at}       {}", serde_json::to_string(event).unwrap()),
            Happened::Began(_) | Happened::Desk(_) => {}
        }
    }
    let mut lost: BTreeMap<String, f64> = BTreeMap::new();
    for loss in shift.truth().losses {
        *lost
            .entry(format!("{} ({}, {} x {})", loss.case, loss.failure, loss.stake.people, loss.stake.share))
            .or_default() += loss.minutes();
    }
    println!("{lost:#?} {:.0}", lost.values().sum::<f64>());
}
