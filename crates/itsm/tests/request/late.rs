//! What was decided in another tab, against an older record.

use itsm::request::{Command as Ask, Event as What, State};
use itsm::{Command, Event, decide};

use crate::bench::{Bench, FIRST, MANAGER, finish, plan, words};

/// What another tab decided meanwhile, and hands over when it is asked to.
fn meanwhile(bench: &mut Bench, actor: itsm::PersonId, ask: Ask) -> Vec<Event> {
    let context = itsm::Context { actor, tag: 8, ..bench.context() };
    decide(&bench.desk, Command::Request(ask), &context).unwrap()
}

#[test]
fn a_seat_is_answered_for_once_whoever_was_quicker() {
    let mut bench = Bench::begin();
    let request = bench.waiting();
    let late = meanwhile(&mut bench, MANAGER, Ask::Answer { request, approves: false, because: words("No") });
    bench.answers(MANAGER, request, true).unwrap();
    assert!(bench.desk.legal(&late[0]).is_err());
}

#[test]
fn two_tabs_may_add_a_task_at_the_same_time() {
    let mut bench = Bench::begin();
    let request = bench.free(vec![plan("Order", &[])]);
    let late = meanwhile(&mut bench, MANAGER, Ask::AddTask { request, item: 0, task: plan("Tell Tom", &[FIRST]) });
    bench.does(Ask::AddTask { request, item: 0, task: plan("Take the old one away", &[FIRST]) });
    assert_eq!(bench.desk.legal(&late[0]), Ok(()));
    bench.take(late[0].clone());
    let ids: Vec<_> = bench.see(request).items[0].tasks.iter().map(|task| task.id.0).collect();
    assert_eq!((ids[1].number, ids[2].number), (2, 2));
    assert_ne!(ids[1].tag, ids[2].tag);
}

#[test]
fn a_cancellation_that_arrives_after_work_has_begun_is_not_applied() {
    let mut bench = Bench::begin();
    let request = bench.free(vec![plan("Order", &[])]);
    let late = meanwhile(&mut bench, MANAGER, Ask::Cancel { request, because: words("Found one") });
    bench.starts(request, FIRST);
    assert!(bench.desk.legal(&late[0]).is_err());
    bench.does(finish(request, FIRST));
    assert_eq!(bench.see(request).state(), State::Done);
    assert!(matches!(late[0].what, itsm::Happening::Request(_, What::Cancelled { .. })));
}
