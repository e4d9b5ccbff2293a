use itsm::change::{Command as Ask, OrderPlan, OrderState, why_not_order};

use crate::bench::*;
use OrderState::{Accepted, Cancelled, Closed, InProgress, Ready};

#[test]
fn a_work_order_goes_one_step_at_a_time() {
    let mut bench = Bench::begin();
    let id = bench.begun();
    let order = bench.order(id, &[]);
    assert!(bench.refuses(go(id, order, Closed, "Done")).contains("one step at a time"));
    for step in [Accepted, Ready, InProgress] {
        bench.does(go(id, order, step, ""));
    }
    assert!(bench.refuses(go(id, order, Closed, "")).starts_with("Needs note"));
    bench.does(go(id, order, Closed, "All cables pulled"));
    assert!(bench.refuses(go(id, order, Cancelled, "Late")).starts_with("Not while Closed"));
}

#[test]
fn a_work_order_needs_a_title_and_somebody_who_accepts_it() {
    let mut bench = Bench::begin();
    let id = bench.new_one();
    let add = |plan| Ask::AddOrder { change: id, plan };
    assert!(bench.refuses(add(OrderPlan { title: " ".into(), ..order_plan(&[]) })).starts_with("Needs title"));
    let order = bench.see(id).next_order(TAG);
    bench.does(add(OrderPlan { group: None, ..order_plan(&[]) }));
    assert!(bench.refuses(go(id, order, Accepted, "")).starts_with("Needs a group or a person"));
}

#[test]
fn work_orders_in_sequence_wait_and_those_beside_each_other_do_not() {
    let mut bench = Bench::begin();
    let id = bench.begun();
    let first = bench.order(id, &[]);
    let beside = bench.order(id, &[]);
    let second = bench.order(id, &[first]);
    for order in [first, beside, second] {
        bench.does(go(id, order, Accepted, ""));
    }
    bench.does(go(id, beside, Ready, ""));
    assert!(bench.refuses(go(id, second, Ready, "")).contains("what comes before it is open"));
    bench.does(go(id, first, Cancelled, "Done by the supplier"));
    bench.does(go(id, second, Ready, ""));
}

#[test]
fn work_orders_cannot_wait_for_each_other() {
    let mut bench = Bench::begin();
    let id = bench.new_one();
    let first = bench.order(id, &[]);
    let second = bench.order(id, &[first]);
    let third = bench.order(id, &[second]);
    for after in [first, second, third] {
        let amend = Ask::AmendOrder { change: id, order: first, plan: order_plan(&[after]) };
        assert!(bench.refuses(amend).starts_with("Check after"));
    }
}

#[test]
fn nothing_is_touched_before_the_change_is_carried_out() {
    let mut bench = Bench::begin();
    let id = bench.scheduled();
    let order = bench.order(id, &[]);
    bench.does(go(id, order, Accepted, ""));
    bench.does(go(id, order, Ready, ""));
    assert!(bench.refuses(go(id, order, InProgress, "")).contains("its change has to be in Implement"));
    bench.does(Ask::Implement(id));
    assert_eq!(why_not_order(&bench.desk, id, order, InProgress), None);
}

#[test]
fn a_change_is_not_reviewed_while_work_orders_are_open() {
    let mut bench = Bench::begin();
    let id = bench.begun();
    let order = bench.order(id, &[]);
    assert!(bench.refuses(Ask::BeginReview(id)).contains("its open work orders come first"));
    bench.does(go(id, order, Cancelled, "Not needed"));
    bench.does(Ask::BeginReview(id));
    assert!(bench.refuses(Ask::AddOrder { change: id, plan: order_plan(&[]) }).starts_with("Not while Review"));
}
