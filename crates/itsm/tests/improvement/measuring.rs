use std::sync::Arc;

use itsm::improvement::{Amendment, Amount, Command as Ask, Measure, Reading, Statement, is_reached, progress};

use crate::bench::*;

fn named() -> Measure {
    Measure::Named { name: Arc::from("Days to first login"), unit: Arc::from("days") }
}

fn value(whole: i64, on: i64) -> Reading {
    Reading::Value { amount: Amount::whole(whole), on: day(on) }
}

#[test]
fn nothing_is_approved_without_measure_baseline_and_target() {
    let mut bench = Bench::begin();
    let id = bench.assessed(idea());
    assert!(bench.refuses(Ask::Approve(id)).starts_with("Needs a measure"));
    bench.does(amend(id, Amendment::Measure(Some(reopened()))));
    assert!(bench.refuses(Ask::Approve(id)).starts_with("Needs a baseline"));
    bench.does(amend(id, Amendment::Baseline(Some(days(1, 28)))));
    assert!(bench.refuses(Ask::Approve(id)).starts_with("Needs a target"));
    bench.does(amend(id, Amendment::Target(Some(Amount::whole(2)))));
    bench.does(Ask::Approve(id));
}

#[test]
fn a_target_that_was_approved_does_not_move() {
    let mut bench = Bench::begin();
    let id = bench.under_way();
    let easier = amend(id, Amendment::Target(Some(Amount::whole(50))));
    assert!(bench.refuses(easier).starts_with("Not yet, what it is compared with stays"));
    assert!(bench.refuses(amend(id, Amendment::Measure(Some(named())))).contains("stays"));
    assert!(bench.refuses(amend(id, Amendment::Baseline(Some(days(2, 3))))).contains("stays"));
}

#[test]
fn what_the_desk_works_out_is_not_typed_and_what_is_typed_is_not_worked_out() {
    let mut bench = Bench::begin();
    let typed = Statement { baseline: Some(value(3, 5)), ..complete() };
    let register = |statement| Ask::Register { statement: Box::new(statement), from: None };
    assert!(bench.refuses(register(typed)).contains("choose the days, not a value"));
    let worked_out = Statement { measure: Some(named()), ..complete() };
    assert!(bench.refuses(register(worked_out)).contains("write the value"));
    let of_nothing = Statement { measure: None, ..complete() };
    assert!(bench.refuses(register(of_nothing)).starts_with("Needs a measure"));
    let backwards = Statement { baseline: Some(days(28, 1)), ..complete() };
    assert!(bench.refuses(register(backwards)).contains("the last day comes before the first"));
}

#[test]
fn another_measure_takes_baseline_and_target_with_it() {
    let mut bench = Bench::begin();
    let id = bench.registered(complete());
    // In whatever order they are named.
    let changes = vec![
        Amendment::Target(Some(Amount::whole(1))),
        Amendment::Baseline(Some(value(9, 20))),
        Amendment::Measure(Some(named())),
    ];
    bench.does(Ask::Amend { improvement: id, changes });
    assert_eq!((bench.see(id).baseline, bench.see(id).target), (Some(value(9, 20)), Some(Amount::whole(1))));
    bench.does(amend(id, Amendment::Measure(Some(reopened()))));
    assert_eq!((bench.see(id).baseline, bench.see(id).target), (None, None));
}

#[test]
fn a_review_compares_evidence() {
    let mut bench = Bench::begin();
    let id = bench.assessed(complete());
    let measure = |reading| Ask::Measure { improvement: id, reading };
    assert!(bench.refuses(measure(days(30, 57))).ends_with("Write it down as the baseline."));
    bench.does(Ask::Approve(id));
    bench.does(Ask::Start(id));
    assert!(bench.refuses(Ask::Review(id)).starts_with("Needs a measured value"));
    assert!(bench.refuses(measure(days(60, 400))).starts_with("Check day"));
    assert!(bench.refuses(measure(value(1, 60))).contains("choose the days"));
    bench.does(measure(days(60, 87)));
    bench.does(Ask::Review(id));
    bench.does(measure(days(61, 88)));
    assert_eq!(bench.see(id).measured.len(), 2);
}

#[test]
fn amounts_are_read_and_written_exactly() {
    let read = |text: &str| Amount::read(text).map(|amount| amount.0);
    assert_eq!(
        [read("81.5"), read(" 2,25 % "), read("-3"), read("0")],
        [Some(81_500), Some(2_250), Some(-3_000), Some(0)]
    );
    assert_eq!([read(""), read("1.2345"), read("1e3"), read("."), read("9999999999")], [None; 5]);
    for text in ["81.5", "-0.25", "7", "0", "1000"] {
        assert_eq!(Amount::read(text).unwrap().plain(), text);
    }
    assert_eq!(Amount::percent(1, 3).map(Amount::plain).as_deref(), Some("33.333"));
    assert_eq!(Amount::percent(0, 0), None);
}

#[test]
fn a_target_is_reached_in_its_own_direction() {
    let amount = Amount::whole;
    assert!(is_reached(amount(80), amount(95), amount(96)) && !is_reached(amount(80), amount(95), amount(94)));
    assert!(is_reached(amount(9), amount(2), amount(1)) && !is_reached(amount(9), amount(2), amount(3)));
    assert_eq!(progress(amount(80), amount(90), amount(85)), Some(50));
    assert_eq!(progress(amount(9), amount(1), amount(11)), Some(-25));
    assert_eq!(progress(amount(5), amount(5), amount(5)), None);
}
