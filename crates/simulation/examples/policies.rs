//! Plays scenarios by the built-in policies over many seeds, and says how many working minutes users lose.
//!
//! `cargo run --release -p simulation --example policies [-- SCENARIO] [--seeds N] [--nine-hours]`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::indexing_slicing)]

#[path = "common/app.rs"]
mod app;

use std::time::Instant;

use simulation::shift::{Beginning, Loss, Policy, Shift};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.iter().any(|arg| arg == "--nine-hours") {
        return nine_hours();
    }
    let seeds =
        args.iter().position(|arg| arg == "--seeds").and_then(|at| args.get(at + 1)).map_or(30, |n| n.parse().unwrap());
    let only: Vec<&String> = args.iter().filter(|arg| app::PLAYABLE.contains(&arg.as_str())).collect();
    for name in app::PLAYABLE.iter().filter(|name| only.is_empty() || only.iter().any(|one| one == *name)) {
        let files = app::files(name);
        let records = Shift::records_of(&files).unwrap();
        println!("{name}");
        for policy in Policy::LADDER.into_iter().chain(Policy::GAMES) {
            let started = Instant::now();
            let mut lost = vec![];
            let (mut acts, mut events) = (0, 0);
            for seed in 0..seeds {
                let beginning = Beginning { seed, help: None };
                let mut shift = Shift::begin_with(files.clone(), &records, &beginning).unwrap().quietly();
                policy.play(&mut shift);
                lost.push(shift.truth().losses.iter().map(Loss::minutes).sum::<f64>());
                acts += shift.acts().count();
                events += shift.entries().len();
            }
            lost.sort_by(f64::total_cmp);
            let mean = lost.iter().sum::<f64>() / lost.len() as f64;
            let millis = started.elapsed().as_secs_f64() * 1000.0 / lost.len() as f64;
            let (low, high) = (lost[lost.len() / 10], lost[lost.len() * 9 / 10]);
            println!(
                "  {:<18} {mean:8.0}  ({low:.0} to {high:.0})  {} acts, {} entries, {millis:.2} ms",
                format!("{policy:?}"),
                acts / lost.len(),
                events / lost.len()
            );
        }
    }
}

/// How long nine hours take: the password storm made into a day of callers.
fn nine_hours() {
    let mut scenario: serde_json::Value = serde_json::from_str(&app::text("password-storm.json")).unwrap();
    scenario["clock"]["to"] = "16:30".into();
    scenario["demand"][0]["count"] = serde_json::json!([110, 130]);
    scenario["demand"][0]["window"] = serde_json::json!(["07:35", "16:20"]);
    scenario["demand"][0]["profile"] = "flat".into();
    let files = app::files_of(&scenario.to_string());
    let records = Shift::records_of(&files).unwrap();
    for policy in [Policy::FirstCome, Policy::CarefulNovice, Policy::Expert] {
        let mut millis: Vec<f64> = (0..20)
            .map(|seed| {
                let started = Instant::now();
                let beginning = Beginning { seed, help: None };
                let mut shift = Shift::begin_with(files.clone(), &records, &beginning).unwrap().quietly();
                policy.play(&mut shift);
                assert!(shift.is_over());
                started.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        millis.sort_by(f64::total_cmp);
        println!("nine hours, {policy:?}: {:.1} ms (median of 20; most {:.1}); limit 50", millis[10], millis[19]);
    }
}
