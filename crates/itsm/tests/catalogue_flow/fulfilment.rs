//! What becomes of an ordered request: rounds, parallel tasks, what happens by itself.

use itsm::Happening;
use itsm::request::{Command as Ask, Event as Told, State, TaskAction, TaskState, why_not_task};

use crate::bench::{Bench, MANAGER, OWNER, an_order, automatic, task, tasks, usual};

fn done_by(events: &[itsm::Event]) -> usize {
    events.iter().filter(|event| matches!(event.what, Happening::Request(_, Told::TaskDone { .. }))).count()
}

#[test]
fn two_approvals_then_tasks_at_once_then_a_step_by_itself_then_the_last() {
    use TaskState::{Created, Done, Ready};
    let mut bench = Bench::with(usual());
    let id = bench.order(an_order()).unwrap();
    bench.answers(MANAGER, id);
    assert_eq!(bench.tasks(id, 0), [Created; 4]);
    bench.answers(OWNER, id);
    assert_eq!(bench.tasks(id, 0), [Ready, Ready, Created, Created], "parallel tasks start together");
    bench.finishes(id, 0);
    assert_eq!(bench.tasks(id, 0), [Done, Ready, Created, Created]);
    let events = bench.finishes(id, 1);
    assert_eq!((bench.tasks(id, 0), done_by(&events)), (vec![Done, Done, Done, Ready], 2), "in one command");
    bench.finishes(id, 3);
    assert_eq!(bench.state(id), State::Done);
    let promise = bench.desk.promise_of(bench.see(id), bench.now).unwrap();
    assert!(!promise.is_late);
}

#[test]
fn without_approvals_what_comes_first_by_itself_happens_when_it_is_ordered() {
    let mut bench =
        Bench::with(vec![automatic(1, "Account"), automatic(2, "Mail"), tasks(3, "Do", vec![task("Do", 1)])]);
    let id = bench.order(an_order()).unwrap();
    assert_eq!(bench.tasks(id, 0), [TaskState::Done, TaskState::Done, TaskState::Ready]);
}

#[test]
fn an_order_that_needs_nobody_is_done_at_once() {
    let mut bench = Bench::with(vec![automatic(1, "Account"), automatic(2, "Mail")]);
    let id = bench.order(an_order()).unwrap();
    assert_eq!((bench.state(id), bench.see(id).ended_at), (State::Done, Some(bench.now)));
}

#[test]
fn the_last_approval_lets_happen_what_comes_first_by_itself() {
    let mut steps = usual();
    steps.insert(2, automatic(8, "Account"));
    let mut bench = Bench::with(steps);
    let id = bench.order(an_order()).unwrap();
    assert_eq!(done_by(&bench.answers(MANAGER, id)), 0);
    assert_eq!(done_by(&bench.answers(OWNER, id)), 1);
}

#[test]
fn what_happens_by_itself_is_begun_by_nobody() {
    let mut bench = Bench::with(usual());
    let id = bench.order(an_order()).unwrap();
    bench.answers(MANAGER, id);
    bench.answers(OWNER, id);
    let mail = bench.see(id).items[0].tasks[2].id;
    let early = why_not_task(&bench.desk, id, 0, mail, TaskAction::Start);
    assert!(early.unwrap().sentence().contains("depends on"));
}

#[test]
fn nothing_happens_by_itself_after_something_that_was_not_possible() {
    let mut bench = Bench::with(vec![tasks(1, "Do", vec![task("Do", 1)]), automatic(2, "Mail")]);
    let id = bench.order(an_order()).unwrap();
    let first = bench.see(id).items[0].tasks[0].id;
    let events = bench.does(Ask::GiveUpTask { request: id, item: 0, task: first, because: "No longer made".into() });
    assert_eq!(done_by(&events), 0);
    assert_eq!(bench.tasks(id, 0), [TaskState::NotPossible, TaskState::Dropped]);
}

#[test]
fn what_two_tabs_left_behind_anybody_may_say_has_happened() {
    let mut bench = Bench::with(vec![tasks(1, "Both", vec![task("One", 1), task("Other", 1)]), automatic(2, "Mail")]);
    let id = bench.order(an_order()).unwrap();
    // Each tab finished one task, and did not know of the other's.
    for place in 0..2 {
        let task = bench.see(id).items[0].tasks[place].id;
        bench.does(Ask::StartTask { request: id, item: 0, task });
    }
    for place in 0..2 {
        let task = bench.see(id).items[0].tasks[place].id;
        bench.tell(Happening::Request(id, Told::TaskDone { item: 0, task, words: "".into() }));
    }
    let mail = bench.see(id).items[0].tasks[2].id;
    assert_eq!(bench.tasks(id, 0)[2], TaskState::Ready);
    assert!(why_not_task(&bench.desk, id, 0, mail, TaskAction::Start).is_some());
    bench.does(Ask::Note { request: id, text: "In stock".into() });
    assert_eq!(bench.state(id), State::Done, "the next command on it lets it happen");
}

#[test]
fn a_step_without_a_task_is_skipped_as_the_check_says() {
    let steps = vec![tasks(1, "Nothing", vec![]), tasks(2, "Do", vec![task("Do", 1)])];
    let mut bench = Bench::with(steps);
    let id = bench.order(an_order()).unwrap();
    assert_eq!(bench.tasks(id, 0), [TaskState::Ready]);
    let reason = itsm::catalogue::lint::rule("step-no-task").unwrap().reason;
    assert!(reason.contains("skipped"), "{reason}");
}
