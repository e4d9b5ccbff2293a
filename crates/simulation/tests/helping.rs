//! The one hint that nobody asked for: for somebody who waits beside work, once, and never where help is off.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../examples/common/app.rs"]
mod app;

use app::files;
use simulation::scenario::Begins;
use simulation::shift::{Act, Beginning, Policy, Shift};

/// The clock and the hint after each act of a shift.
fn hints(help: Begins, mut next: impl FnMut(&Shift) -> Act) -> Vec<(String, Option<String>)> {
    let mut shift = Shift::begin(files("first-morning"), &Beginning { seed: 3, help: Some(help) }).unwrap();
    let mut hints = vec![];
    while !shift.is_over() {
        let act = next(&shift);
        if shift.act(act).is_err() && shift.act(Act::Wait { until: None }).is_err() {
            shift.act(Act::Finish).unwrap();
        }
        hints.extend(shift.view().map(|view| (String::from(view.now), view.help.hint)));
    }
    hints
}

fn given(hints: &[(String, Option<String>)]) -> Vec<&(String, Option<String>)> {
    hints.iter().filter(|(_, hint)| hint.is_some()).collect()
}

#[test]
fn who_waits_beside_a_ring_is_asked_once_what_stands_still() {
    let hints = hints(Begins::Hints, |_| Act::Wait { until: None });
    let given = given(&hints);
    let [(at, Some(hint))] = given.as_slice() else { panic!("{given:?}") };
    assert!(at.as_str() < "08:20", "{at}");
    assert!(hint.ends_with('?'), "{hint}");
}

#[test]
fn where_help_is_off_nobody_is_hinted_at() {
    assert!(given(&hints(Begins::None, |_| Act::Wait { until: None })).is_empty());
}

#[test]
fn who_works_as_an_expert_needs_no_hint() {
    assert!(given(&hints(Begins::Hints, |shift| Policy::Expert.next(shift))).is_empty());
}
