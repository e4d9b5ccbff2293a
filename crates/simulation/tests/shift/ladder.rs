//! Better practice loses fewer minutes, on the same seeds; and nothing is gained by tricks.

use simulation::shift::Policy;

use super::{SCENARIOS, lost, played};

/// As many as a run of the tests can wait for; `scripts/bench` plays 200.
const SEEDS: u64 = 30;
/// Student's t for 95 % of both sides and 29 degrees of freedom.
const T: f64 = 2.045;

/// How much more the first loses than the second, seed by seed: the mean, and half of its 95 % interval.
fn paired(more: &[f64], less: &[f64]) -> (f64, f64) {
    let differences: Vec<f64> = more.iter().zip(less).map(|(more, less)| more - less).collect();
    let count = differences.len() as f64;
    let mean = differences.iter().sum::<f64>() / count;
    let variance = differences.iter().map(|one| (one - mean) * (one - mean)).sum::<f64>() / (count - 1.0);
    (mean, T * (variance / count).sqrt())
}

fn losses(name: &str, policy: Policy) -> Vec<f64> {
    (0..SEEDS).map(|seed| lost(&played(name, policy, seed))).collect()
}

#[test]
fn an_expert_beats_a_careful_novice_who_beats_first_come_which_beats_nothing() {
    for name in SCENARIOS {
        let ladder = [Policy::Nothing, Policy::FirstCome, Policy::CarefulNovice, Policy::Expert];
        let all = ladder.map(|policy| losses(name, policy));
        for (place, pair) in all.windows(2).enumerate() {
            let (mean, half) = paired(&pair[0], &pair[1]);
            let (worse, better) = (ladder[place], ladder[place + 1]);
            assert!(mean - half > 0.0, "{name}: {worse:?} loses {mean:.0} ± {half:.0} more than {better:?}");
        }
    }
}

#[test]
fn no_trick_is_worth_it() {
    for name in SCENARIOS {
        let honest = losses(name, Policy::CarefulNovice);
        for trick in Policy::GAMES {
            let (mean, half) = paired(&losses(name, trick), &honest);
            assert!(mean - half > 0.0, "{name}: {trick:?} loses {mean:.0} ± {half:.0} more than a careful novice");
        }
    }
}
