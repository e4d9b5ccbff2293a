//! Plays scenarios by the built-in policies, and says what the rules find: how often, and how many minutes go back to it.
//!
//! `cargo run --release -p simulation --example grades [-- SCENARIO…] [--seeds N] [--tell]`: with `--tell` each finding
//! of the expert and of the careful novice, with its decisive act.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

#[path = "common/app.rs"]
mod app;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use simulation::grading::{Code, Kind, Rules, grade, measures};
use simulation::scenario::Files;
use simulation::shift::{Beginning, Policy, Shift};

/// What is found of one policy, summed over seeds.
#[derive(Default)]
struct Sum {
    found: BTreeMap<Code, (usize, f64)>,
    lost: f64,
    explained: f64,
    grading: Duration,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let seeds: u64 =
        args.iter().position(|arg| arg == "--seeds").and_then(|at| args.get(at + 1)).map_or(5, |n| n.parse().unwrap());
    let rules = Rules::read(&app::content("grading/rules.json")).unwrap();
    let tell = args.iter().any(|arg| arg == "--tell");
    let named = args.iter().any(|arg| app::PLAYABLE.contains(&arg.as_str()));
    for name in app::PLAYABLE.iter().filter(|name| !named || args.iter().any(|arg| arg == *name)) {
        let files = app::files(name);
        println!("{name}");
        for policy in Policy::LADDER.into_iter().chain(Policy::GAMES) {
            let told = tell && matches!(policy, Policy::Expert | Policy::CarefulNovice);
            let sum = (0..seeds).fold(Sum::default(), |sum, seed| add(sum, &files, policy, seed, &rules, told));
            say(policy, &sum, seeds as f64, &rules);
        }
    }
}

fn add(mut sum: Sum, files: &Arc<Files>, policy: Policy, seed: u64, rules: &Rules, told: bool) -> Sum {
    let mut shift = Shift::begin(files.clone(), &Beginning { seed, help: None }).unwrap().quietly();
    policy.play(&mut shift);
    let truth = shift.truth();
    let started = Instant::now();
    let graded = grade(shift.entries(), &truth, rules);
    sum.grading += started.elapsed();
    for finding in &graded {
        if told && let Some(entry) = shift.entries().iter().find(|entry| entry.id == finding.at) {
            println!("      {} {} {:.0}: {:?}", finding.rule, finding.subject.key(), finding.minutes(), entry.what);
        }
        let entry = sum.found.entry(finding.rule).or_default();
        *entry = (entry.0 + 1, entry.1 + finding.minutes());
        if rules.get(finding.rule).unwrap().said.kind == Kind::Fault {
            sum.explained += finding.minutes();
        }
    }
    sum.lost += measures(shift.entries(), &truth).lost_minutes;
    sum
}

fn say(policy: Policy, sum: &Sum, seeds: f64, rules: &Rules) {
    let millis = sum.grading.as_secs_f64() * 1000.0 / seeds;
    println!(
        "  {policy:?}: {:.0} minutes lost, {:.0} explained, graded in {millis:.0} ms",
        sum.lost / seeds,
        sum.explained / seeds
    );
    for kind in [Kind::Fault, Kind::Strength] {
        let of = sum.found.iter().filter(|(code, _)| rules.get(**code).unwrap().said.kind == kind);
        let words: Vec<String> = of
            .map(|(code, (times, minutes))| {
                format!("{code} {:.1}×{:.0}", *times as f64 / seeds, minutes / *times as f64)
            })
            .collect();
        println!("    {kind:?}: {}", words.join(", "));
    }
}
