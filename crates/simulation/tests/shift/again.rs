//! The same scenario, seed and acts give the same shift, bit for bit; and a clone goes on the same way.

use proptest::prelude::*;
use simulation::shift::{Act, Policy, Shift};

use super::{SCENARIOS, lost, played, shift};

fn acts(shift: &Shift) -> Vec<Act> {
    shift.acts().cloned().collect()
}

#[test]
fn a_shift_played_twice_is_the_same() {
    for name in SCENARIOS {
        for policy in [Policy::FirstCome, Policy::Expert] {
            let (one, other) = (played(name, policy, 7), played(name, policy, 7));
            assert_eq!(one.hash(), other.hash(), "{name}");
            assert_eq!(one.entries(), other.entries(), "{name}");
            assert_ne!(one.hash(), played(name, policy, 8).hash(), "{name}");
        }
    }
}

/// Changes only when a change of all shifts is meant; the browser tests ask the same of wasm.
#[test]
fn the_hash_of_a_known_shift_is_kept() {
    let hashes: Vec<String> =
        SCENARIOS.iter().map(|name| format!("{name} {:016x}", played(name, Policy::CarefulNovice, 1).hash())).collect();
    let kept = include_str!("hashes.txt");
    assert_eq!(
        hashes.join("\n"),
        kept.trim_end(),
        "write these into tests/shift/hashes.txt if all shifts are to change"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A fork at any instant goes the way of what it was forked from.
    #[test]
    fn a_clone_goes_on_the_same_way(scenario in 0..SCENARIOS.len(), seed in 0..1000_u64, after in 0..60_usize) {
        let mut one = shift(SCENARIOS[scenario], seed);
        for _ in 0..after {
            if one.is_over() {
                break;
            }
            let act = Policy::CarefulNovice.next(&one);
            if one.act(act).is_err() {
                break;
            }
        }
        let mut other = one.clone();
        Policy::FirstCome.play(&mut one);
        Policy::FirstCome.play(&mut other);
        prop_assert_eq!(one.hash(), other.hash());
        prop_assert_eq!(acts(&one), acts(&other));
        prop_assert_eq!(lost(&one).to_bits(), lost(&other).to_bits());
    }

    /// What a page shows can always be made, and says nothing that is hidden of who rings.
    #[test]
    fn a_view_can_be_had_at_any_instant(scenario in 0..SCENARIOS.len(), seed in 0..1000_u64) {
        let mut shift = shift(SCENARIOS[scenario], seed);
        for _ in 0..300 {
            let view = shift.view();
            prop_assert!(view.is_some());
            let text = serde_json::to_string(&view).unwrap();
            let back: Option<simulation::shift::view::View> = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(back, view);
            if shift.is_over() {
                return Ok(());
            }
            let act = Policy::FirstCome.next(&shift);
            if shift.act(act).is_err() && shift.act(Act::Wait { until: None }).is_err() {
                prop_assert!(shift.act(Act::Finish).is_ok());
            }
        }
    }
}
