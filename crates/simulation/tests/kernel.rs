//! The kernel: order, refusals, streams of chance, and the same run again from any instant.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use chrono::TimeDelta;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use simulation::trace::TraceBytes;
use simulation::{Fired, Kernel, Purpose, SimTime, Stream, Traced, Unschedulable};

/// A small world: calls come, and each is answered and now and then comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Happening {
    Call,
    Answered { after_seconds: f64 },
}

impl Traced for Happening {
    fn write(&self, bytes: &mut TraceBytes) {
        match self {
            Self::Call => bytes.whole(0),
            Self::Answered { after_seconds } => bytes.whole(1).number(*after_seconds),
        };
    }
}

const CALLS: Purpose = Purpose::named("time between calls");
const WORK: Purpose = Purpose::named("time to answer");
const MOOD: Purpose = Purpose::named("whether a caller comes back");

fn start() -> SimTime {
    SimTime::try_from(1_772_438_400_000).unwrap()
}

fn world(seed: u64) -> Kernel<Happening> {
    let mut kernel = Kernel::new(start(), seed);
    kernel.schedule_in(TimeDelta::zero(), Happening::Call).unwrap();
    kernel
}

fn seconds(value: f64) -> TimeDelta {
    TimeDelta::milliseconds((value * 1000.0) as i64)
}

fn play(kernel: &mut Kernel<Happening>) -> Fired<Happening> {
    let fired = kernel.step().unwrap();
    match fired.event {
        Happening::Call => {
            let next = kernel.stream(CALLS).exponential(90.0);
            kernel.schedule_in(seconds(next), Happening::Call).unwrap();
            let after_seconds = kernel.stream(WORK).log_normal(300.0, 0.8);
            kernel.schedule_in(seconds(after_seconds), Happening::Answered { after_seconds }).unwrap();
        }
        Happening::Answered { .. } => {
            if kernel.stream(MOOD).chance(0.1) {
                kernel.schedule_in(TimeDelta::minutes(5), Happening::Call).unwrap();
            }
        }
    }
    fired
}

fn played(seed: u64, steps: usize) -> Kernel<Happening> {
    let mut kernel = world(seed);
    for _ in 0..steps {
        play(&mut kernel);
    }
    kernel
}

#[test]
fn earlier_goes_first_and_at_one_instant_who_was_scheduled_first() {
    let mut kernel = Kernel::<u64>::new(start(), 0);
    for (minutes, event) in [(5, 0), (1, 1), (5, 2), (0, 3), (1, 4)] {
        kernel.schedule_in(TimeDelta::minutes(minutes), event).unwrap();
    }
    let order: Vec<u64> = std::iter::from_fn(|| kernel.step()).map(|fired| fired.event).collect();
    assert_eq!(order, [3, 1, 4, 0, 2]);
    assert_eq!(kernel.now().since(start()), TimeDelta::minutes(5));
}

#[test]
fn the_past_and_what_no_calendar_reaches_are_refused() {
    let mut kernel = Kernel::<u64>::new(start(), 0);
    let now = kernel.now();
    assert_eq!(kernel.schedule_in(TimeDelta::seconds(-1), 0), Err(Unschedulable::Past { now }));
    assert_eq!(kernel.schedule_in(TimeDelta::MAX, 0), Err(Unschedulable::Beyond));
    assert!(kernel.schedule(now, 0).is_ok());
    assert_eq!(kernel.pending(), 1);
}

#[test]
fn what_is_cancelled_does_not_happen() {
    let mut kernel = Kernel::<u64>::new(start(), 0);
    let first = kernel.schedule_in(TimeDelta::minutes(1), 1).unwrap();
    kernel.schedule_in(TimeDelta::minutes(2), 2).unwrap();
    assert_eq!(kernel.cancel(first), Some(1));
    assert_eq!(kernel.cancel(first), None);
    let fired = kernel.step().unwrap();
    assert_eq!(fired.event, 2);
    assert_eq!(kernel.cancel(fired.place), None);
}

#[test]
fn waiting_moves_the_clock_no_further_than_asked_and_never_back() {
    let mut kernel = Kernel::<u64>::new(start(), 0);
    let at = |minutes| start().plus(TimeDelta::minutes(minutes)).unwrap();
    kernel.schedule(at(10), 1).unwrap();
    assert_eq!(kernel.step_until(at(9)), None);
    assert_eq!(kernel.now(), at(9));
    assert_eq!(kernel.step_until(at(3)), None);
    assert_eq!(kernel.now(), at(9));
    assert_eq!(kernel.step_until(at(10)).unwrap().event, 1);
}

/// Every run that was ever saved or shared hangs on this number, here and in the browser. It changes only when a
/// change of all runs is meant.
#[test]
fn the_small_world_has_the_hash_it_always_had() {
    let kernel = played(42, 10_000);
    assert_eq!(
        (format!("{:016x}", kernel.hash()), kernel.now().millis()),
        ("9dfbbe9c4918843c".to_owned(), 1_772_446_234_481)
    );
}

#[test]
fn a_noted_command_changes_the_hash_and_so_does_when_it_came() {
    let (mut without, mut early, mut late) = (played(1, 50), played(1, 49), played(1, 50));
    early.note("resolve");
    play(&mut early);
    late.note("resolve");
    let hashes = [&mut without, &mut early, &mut late].map(|kernel| kernel.hash());
    assert!(hashes[0] != hashes[1] && hashes[1] != hashes[2] && hashes[0] != hashes[2]);
}

#[test]
fn a_saved_kernel_that_cannot_be_is_refused() {
    let saved = serde_json::to_value(played(1, 20)).unwrap();
    let mut late = saved.clone();
    late["now"] = serde_json::json!(start().millis() + 1_000_000_000);
    assert!(serde_json::from_value::<Kernel<Happening>>(late).is_err());
    let mut twice = saved;
    twice["queue"]["next_number"] = serde_json::json!(1);
    assert!(serde_json::from_value::<Kernel<Happening>>(twice).is_err());
}

#[test]
fn draws_have_the_means_they_should() {
    let mut stream = Stream::new(7, Purpose::named("test"));
    let mut mean = |draw: fn(&mut Stream) -> f64| (0..200_000).map(|_| draw(&mut stream)).sum::<f64>() / 200_000.0;
    for (found, expected) in [
        (mean(Stream::unit), 0.5),
        (mean(|stream| stream.exponential(3.0)), 3.0),
        (mean(|stream| stream.normal(3.0, 2.0)), 3.0),
        (mean(|stream| stream.normal(0.0, 2.0).abs()), 2.0 * (2.0 / std::f64::consts::PI).sqrt()),
        (mean(|stream| stream.log_normal(3.0, 0.8)), 3.0),
        (mean(|stream| f64::from(stream.below(7))), 3.0),
        (mean(|stream| f64::from(u8::from(stream.chance(0.2)))), 0.2),
        (mean(|stream| stream.weighted(&[1.0, 0.0, 3.0]).unwrap() as f64), 1.5),
    ] {
        assert!((found - expected).abs() < 0.03, "{found} instead of {expected}");
    }
    assert_eq!((stream.below(0), stream.below(1)), (0, 0));
    assert_eq!((stream.weighted(&[]), stream.weighted(&[0.0, -1.0]), stream.pick::<u8>(&[])), (None, None, None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_same_seed_gives_the_same_run_and_another_another(seed: u64, steps in 1..300_usize) {
        prop_assert_eq!(played(seed, steps), played(seed, steps));
        prop_assert_ne!(played(seed, steps).hash(), played(seed ^ 1, steps + 1).hash());
    }

    #[test]
    fn a_run_saved_anywhere_goes_on_the_same(seed: u64, before in 0..200_usize, after in 0..200_usize) {
        let saved = serde_json::to_string(&played(seed, before)).unwrap();
        let mut resumed: Kernel<Happening> = serde_json::from_str(&saved).unwrap();
        prop_assert_eq!(&serde_json::to_string(&resumed).unwrap(), &saved);
        let mut forked = played(seed, before).clone();
        let mut whole = played(seed, before);
        for _ in 0..after {
            let fired = play(&mut whole);
            prop_assert_eq!(&play(&mut resumed), &fired);
            prop_assert_eq!(&play(&mut forked), &fired);
        }
        prop_assert_eq!(resumed.hash(), whole.hash());
        prop_assert_eq!(forked, whole);
    }

    #[test]
    fn one_more_draw_for_one_purpose_shuffles_no_other(seed: u64, more in 1..50_usize) {
        let (mut plain, mut other) = (played(seed, 10), played(seed, 10));
        for _ in 0..more {
            other.stream(MOOD).bits();
            other.stream(Purpose::numbered("a new purpose", 3)).bits();
        }
        for purpose in [CALLS, WORK, Purpose::numbered("a new purpose", 4)] {
            prop_assert_eq!(plain.stream(purpose.clone()).bits(), other.stream(purpose).bits());
        }
        prop_assert_ne!(plain.stream(MOOD).bits(), other.stream(MOOD).bits());
    }

    #[test]
    fn what_is_drawn_is_in_its_range(seed: u64, limit in 1..=u32::MAX) {
        let mut stream = Stream::new(seed, Purpose::named("test"));
        for _ in 0..100 {
            prop_assert!((0.0..1.0).contains(&stream.unit()));
            prop_assert!(stream.below(limit) < limit);
            let wait = stream.exponential(2.0);
            prop_assert!(wait >= 0.0 && wait.is_finite() && wait.is_sign_positive());
            prop_assert!(stream.log_normal(5.0, 1.2) > 0.0);
        }
    }
}
