//! A shift that was played comes out the same when it is played again from what is stored of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "../examples/common/app.rs"]
mod app;

use std::sync::Arc;

use app::files;
use simulation::scenario::{Begins, Files, Key};
use simulation::shift::view::View;
use simulation::shift::{Act, Beginning, Policy, Replay, Shift};

/// What somebody did in a shift, and how that stands then: all that was not refused, as a page stores it.
fn played(files: &Arc<Files>, beginning: &Beginning, policy: Policy) -> (Vec<Act>, Shift) {
    let mut shift = Shift::begin(files.clone(), beginning).unwrap();
    let mut acts = vec![];
    for _ in 0..400 {
        let wanted = [policy.next(&shift), Act::Wait { until: None }, Act::Finish];
        let done = wanted.into_iter().find(|act| shift.act(act.clone()).is_ok());
        acts.extend(done);
        if shift.is_over() {
            return (acts, shift);
        }
    }
    shift.act(Act::Finish).unwrap();
    acts.push(Act::Finish);
    (acts, shift)
}

#[test]
fn a_replay_file_comes_to_the_same_shift_act_by_act() {
    for scenario in ["first-morning", "password-storm", "patch-tuesday"] {
        let files = files(scenario);
        let beginning = Beginning { seed: 20_260_317, help: Some(Begins::Hints) };
        let (acts, shift) = played(&files, &beginning, Policy::CarefulNovice);
        assert!(acts.len() > 5, "{scenario}: {}", acts.len());
        let replay = Replay {
            scenario: Key::new(scenario),
            seed: beginning.seed,
            help: beginning.help,
            acts,
            hash: format!("{:016x}", shift.hash()),
        };
        let read = Replay::read(&replay.write().unwrap()).unwrap();
        assert_eq!(read, replay);
        let again = Beginning { seed: read.seed, help: read.help };
        let mut again = Shift::begin(files.clone(), &again).unwrap();
        for (at, act) in read.acts.into_iter().enumerate() {
            let name = format!("{act:?}");
            again.act(act).unwrap_or_else(|refused| panic!("{scenario}: act {at}, {name}: {refused}"));
        }
        assert_eq!(format!("{:016x}", again.hash()), read.hash, "{scenario}");
        assert_eq!(again.entries(), shift.entries(), "{scenario}");
    }
}

#[test]
fn what_is_refused_leaves_no_trace() {
    let files = files("first-morning");
    let mut shift = Shift::begin(files, &Beginning::default()).unwrap();
    let (hash, entries, view) = (shift.hash(), shift.entries().len(), shift.view());
    for act in
        [Act::CarryOn, Act::Answer { contact: Key::new("nobody") }, Act::Swarm { case: Key::new("x"), teams: vec![] }]
    {
        assert!(shift.act(act).is_err());
    }
    assert_eq!((shift.hash(), shift.entries().len(), shift.view()), (hash, entries, view));
}

#[test]
fn what_one_sees_survives_the_way_from_the_worker_to_the_page() {
    let files = files("first-morning");
    let (_, shift) = played(&files, &Beginning::default(), Policy::CarefulNovice);
    let begun = Shift::begin(files, &Beginning::default()).unwrap();
    for shift in [begun, shift] {
        let view = shift.view();
        let text = serde_json::to_string(&view).unwrap();
        assert_eq!(serde_json::from_str::<Option<View>>(&text).unwrap(), view);
    }
}
