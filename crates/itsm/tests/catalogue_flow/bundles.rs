//! Bundles: several things in one order.

use itsm::catalogue::workflow::Approver;
use itsm::catalogue::{Content, Order};
use itsm::request::TaskState;

use crate::bench::{
    BUYER, Bench, DOCK, INES, LAPTOP, MANAGER, OWNER, STANDARD, an_order, approval, automatic, content, task, tasks,
};

fn dock(steps: Vec<itsm::catalogue::workflow::Step>) -> Content {
    let mut dock = content(steps);
    dock.name = "Dock".into();
    dock.owner = Some(BUYER);
    dock.offerings[0].name = "Docking station".into();
    dock
}

fn bundle() -> Content {
    let mut bundle = content(vec![approval(1, "Line manager", &[Approver::Manager]), automatic(2, "Mail")]);
    bundle.offerings[0].includes = vec![(DOCK, STANDARD)];
    bundle
}

#[test]
fn what_a_bundle_includes_becomes_further_items_with_the_tasks_of_their_own_workflows() {
    let mut bench = Bench::begin();
    bench.offer(LAPTOP, bundle());
    bench.offer(DOCK, dock(vec![tasks(1, "Cable it", vec![task("Cable it", 1)])]));
    let id = bench.order(Order { quantity: 3, ..an_order() }).unwrap();
    let items: Vec<(&str, u16, Option<u64>)> =
        bench.see(id).items.iter().map(|item| (&*item.name, item.quantity, item.price)).collect();
    assert_eq!(items, [("Standard laptop", 3, Some(100_000)), ("Docking station", 3, None)]);
    bench.answers(MANAGER, id);
    assert_eq!((bench.tasks(id, 0), bench.tasks(id, 1)), (vec![TaskState::Done], vec![TaskState::Ready]));
}

#[test]
fn a_bundle_is_no_way_around_the_approval_of_what_is_in_it() {
    let mut bench = Bench::begin();
    bench.offer(LAPTOP, bundle());
    bench.offer(DOCK, dock(vec![approval(1, "Owner of docks", &[Approver::Owner])]));
    let id = bench.order(an_order()).unwrap();
    let asked: Vec<_> = bench.see(id).rounds.iter().flat_map(|round| round.approvers.clone()).collect();
    assert_eq!(asked, [MANAGER, BUYER]);
    assert!(!asked.contains(&OWNER) && !asked.contains(&INES));
}

#[test]
fn a_bundle_with_something_that_is_not_offered_is_refused() {
    let mut bench = Bench::begin();
    bench.offer(LAPTOP, bundle());
    assert!(bench.order(an_order()).unwrap_err().sentence().contains("not offered"));
}

#[test]
fn a_bundle_that_includes_itself_somewhere_ends() {
    let mut bench = Bench::begin();
    bench.offer(LAPTOP, bundle());
    let mut round = dock(vec![]);
    round.offerings[0].includes = vec![(LAPTOP, STANDARD), (DOCK, STANDARD)];
    bench.offer(DOCK, round);
    let id = bench.order(an_order()).unwrap();
    assert_eq!(bench.see(id).items.len(), 2);
}
