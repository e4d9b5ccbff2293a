//! What fails when something does.

use itsm::configuration::{Fate, Impact, LifeState, Node, Question, fate_sentence, impact};

use crate::bench::{Bench, it, need, service};

/// Service 1 needs 2 of items 1, 2, 3; each of them needs item 4; service 2 needs service 1.
fn wifi() -> Bench {
    let mut bench = Bench::begin();
    bench.needs(service(1), vec![need(2, &[it(1), it(2), it(3)])]);
    for number in [1, 2, 3] {
        bench.needs(it(number), vec![need(1, &[it(4)])]);
    }
    bench.needs(service(2), vec![need(1, &[service(1)])]);
    bench
}

fn fails(bench: &Bench, down: &[Node]) -> Impact {
    impact(bench.desk.configuration(), &Question::of(down.iter().copied()))
}

#[test]
fn one_of_three_may_fail_where_two_are_enough_and_the_service_is_degraded() {
    let bench = wifi();
    let found = fails(&bench, &[it(1)]);
    assert!(matches!(found.fate(service(1)), Fate::Degraded(_)));
    assert_eq!(found.fate(service(2)), &Fate::NotImpacted);
    let words = fate_sentence(&bench.desk, &found, service(1));
    assert_eq!(words, "Service 1 goes on with less to spare: Item 1 is out; the next failure takes it down.");
}

#[test]
fn two_of_three_take_it_down_and_what_needs_it() {
    let bench = wifi();
    let found = fails(&bench, &[it(1), it(2)]);
    assert!(found.fate(service(1)).is_out());
    assert!(found.fate(service(2)).is_out());
    let words = fate_sentence(&bench.desk, &found, service(1));
    assert_eq!(words, "Service 1 fails: it needs at least 2 of Item 1, Item 2 and Item 3; out are Item 1 and Item 2.");
}

#[test]
fn a_shared_cause_goes_round_the_redundancy_and_the_chain_names_it() {
    let bench = wifi();
    let found = fails(&bench, &[it(4)]);
    assert_eq!(found.chain(service(2)), [service(2), service(1), it(1), it(4)]);
    let words = fate_sentence(&bench.desk, &found, service(2));
    assert_eq!(words, "Service 2 fails: it needs Service 1, which needs Item 1, which needs Item 4.");
    let words = fate_sentence(&bench.desk, &found, service(1));
    assert_eq!(
        words,
        "Service 1 fails: it needs at least 2 of Item 1, Item 2 and Item 3; out are Item 1, Item 2 and Item 3, as Item 1 needs Item 4."
    );
}

#[test]
fn looking_only_so_far_stops_there() {
    let bench = wifi();
    let at = |depth| {
        let question = Question { depth: Some(depth), ..Question::of([it(4)]) };
        impact(bench.desk.configuration(), &question).out().count()
    };
    assert_eq!([at(0), at(1), at(2), at(3), at(9)], [1, 4, 5, 6, 6]);
}

#[test]
fn what_somebody_says_goes_on_goes_on_and_carries_others() {
    let bench = wifi();
    let question = Question { kept_up: [service(1)].into(), ..Question::of([it(4)]) };
    let found = impact(bench.desk.configuration(), &question);
    assert_eq!(found.fate(service(1)), &Fate::KeptUp);
    assert_eq!(found.fate(service(2)), &Fate::NotImpacted);
}

#[test]
fn a_ring_holds_itself_up_until_something_outside_fails() {
    let mut bench = Bench::begin();
    bench.needs(it(1), vec![need(1, &[it(2)]), need(1, &[it(3)])]);
    bench.needs(it(2), vec![need(1, &[it(1)])]);
    assert_eq!(fails(&bench, &[]).touched().count(), 0);
    assert_eq!(fails(&bench, &[it(3)]).out().count(), 3);
}

#[test]
fn being_a_part_carries_no_failure() {
    let mut bench = Bench::begin();
    bench.does(itsm::configuration::Command::PutInto {
        item: crate::bench::item(2),
        whole: Some(crate::bench::item(1)),
    });
    bench.becomes(1, LifeState::Live);
    assert_eq!(fails(&bench, &[it(1)]).out().count(), 1);
    assert_eq!(fails(&bench, &[it(2)]).out().count(), 1);
}

#[test]
fn what_needs_nothing_never_fails_by_itself() {
    let bench = Bench::begin();
    assert_eq!(fails(&bench, &[it(1)]).fate(service(1)), &Fate::NotImpacted);
}
