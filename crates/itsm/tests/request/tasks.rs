//! Fulfilment: tasks in sequence and in parallel, waiting.

use itsm::incident::Side;
use itsm::request::{Command as Ask, ItemState, PendingReason, Plan, State, TaskId, TaskState};
use itsm::{GroupId, Key};

use crate::bench::{
    AGENT, Bench, FIRST, SECOND, TAG, THIRD, WORKPLACE, finish, give_up, plan, sequence_then_parallel, words,
};

#[test]
fn what_depends_on_a_task_is_ready_when_it_is_done_and_the_rest_runs_in_parallel() {
    let mut bench = Bench::begin();
    let request = bench.free(sequence_then_parallel());
    let states = |bench: &Bench| [FIRST, SECOND, THIRD].map(|task| bench.task_state(request, task));
    use TaskState::*;
    assert_eq!(states(&bench), [Ready, Created, Created]);
    let early = bench.refuses(Ask::StartTask { request, item: 0, task: SECOND });
    assert!(early.contains("the tasks it depends on come first"), "{early}");
    bench.finishes(request, FIRST);
    assert_eq!(states(&bench), [Done, Ready, Ready]);
    bench.starts(request, SECOND);
    bench.starts(request, THIRD);
    assert_eq!(states(&bench), [Done, InProgress, InProgress]);
    bench.does(finish(request, THIRD));
    assert_eq!(bench.item_state(request), ItemState::InProgress);
    bench.does(finish(request, SECOND));
    assert_eq!((bench.item_state(request), bench.see(request).state()), (ItemState::ClosedComplete, State::Done));
    assert_eq!(bench.see(request).ended_at, Some(bench.now));
}

#[test]
fn a_task_that_is_not_possible_leads_to_an_incomplete_item_once_nothing_is_left_to_do() {
    let mut bench = Bench::begin();
    let request = bench.free(sequence_then_parallel());
    bench.finishes(request, FIRST);
    let blank = Ask::GiveUpTask { request, item: 0, task: SECOND, because: words(" ") };
    assert!(bench.refuses(blank).starts_with("Needs reason"));
    bench.does(give_up(request, SECOND));
    assert_eq!(bench.item_state(request), ItemState::InProgress, "the parallel one can still be done");
    bench.finishes(request, THIRD);
    assert_eq!((bench.item_state(request), bench.see(request).state()), (ItemState::ClosedIncomplete, State::Done));
}

#[test]
fn what_depends_on_an_impossible_task_never_begins_however_far_behind_it() {
    let mut bench = Bench::begin();
    let request = bench.free(vec![plan("Order", &[]), plan("Set up", &[FIRST]), plan("Hand over", &[SECOND])]);
    bench.does(give_up(request, FIRST));
    assert_eq!([SECOND, THIRD].map(|task| bench.task_state(request, task)), [TaskState::Dropped; 2]);
    assert_eq!(bench.item_state(request), ItemState::ClosedIncomplete);
}

#[test]
fn a_request_is_done_when_the_last_of_its_items_is_closed() {
    let mut bench = Bench::begin();
    let two = vec![crate::bench::wanted(vec![]), crate::bench::wanted(vec![plan("Order", &[])])];
    let form = itsm::request::Form { approvals: vec![], items: two, ..crate::bench::form() };
    let request = bench.logged(form);
    bench.does(Ask::AssignTask { request, item: 0, task: FIRST, group: None, assignee: Some(AGENT) });
    bench.finishes(request, FIRST);
    assert_eq!(bench.see(request).state(), State::InFulfilment);
    bench.does(Ask::StartTask { request, item: 1, task: FIRST });
    bench.does(Ask::FinishTask { request, item: 1, task: FIRST, words: words("") });
    assert_eq!(bench.see(request).state(), State::Done);
}

#[test]
fn a_task_begins_with_an_owner_and_is_begun_before_it_is_done() {
    let mut bench = Bench::begin();
    let request = bench.free(vec![Plan { name: words("Order it"), ..Plan::default() }]);
    let start = Ask::StartTask { request, item: 0, task: FIRST };
    assert!(bench.refuses(start.clone()).starts_with("Needs a group or person"));
    assert!(bench.refuses(finish(request, FIRST)).contains("Begin it first"));
    bench.does(Ask::AssignTask { request, item: 0, task: FIRST, group: Some(WORKPLACE), assignee: None });
    bench.does(start.clone());
    assert!(bench.refuses(start).starts_with("Not while In progress"));
    let nobody = Ask::AssignTask { request, item: 0, task: FIRST, group: None, assignee: None };
    assert!(bench.refuses(nobody).starts_with("Needs a group or person"));
    // A person alone keeps the team.
    bench.does(Ask::AssignTask { request, item: 0, task: FIRST, group: None, assignee: Some(AGENT) });
    assert_eq!(bench.see(request).items[0].tasks[0].group, Some(WORKPLACE));
    let unknown = Ask::AssignTask { request, item: 0, task: FIRST, group: Some(GroupId::imported(9)), assignee: None };
    assert_eq!(bench.refuses(unknown), "This group is not in the workspace.");
}

#[test]
fn an_item_waits_with_a_reason_and_no_task_of_it_goes_on_meanwhile() {
    let mut bench = Bench::begin();
    let request = bench.free(sequence_then_parallel());
    let hold = |reason| Ask::Hold { request, item: 0, reason, note: words("Which desk?") };
    assert!(bench.refuses(hold(PendingReason::Supplier)).starts_with("Not while Approved"));
    bench.starts(request, FIRST);
    assert_eq!(bench.does(hold(PendingReason::Supplier)).len(), 2, "its note, too");
    assert_eq!(bench.item_state(request), ItemState::Pending(PendingReason::Supplier));
    assert!(bench.refuses(finish(request, FIRST)).contains("Go on with the item first"));
    bench.does(Ask::Reply { request, side: Side::Caller, text: words("By the window") });
    assert_eq!(bench.item_state(request), ItemState::Pending(PendingReason::Supplier), "it does not wait for them");
    bench.does(Ask::Resume { request, item: 0 });
    bench.does(finish(request, FIRST));
    assert!(bench.refuses(Ask::Resume { request, item: 0 }).starts_with("Not while In progress"));
}

#[test]
fn the_requesters_reply_lifts_a_wait_for_them() {
    let mut bench = Bench::begin();
    let request = bench.free(sequence_then_parallel());
    bench.starts(request, FIRST);
    bench.does(Ask::Hold { request, item: 0, reason: PendingReason::Requester, note: words("") });
    bench.does(Ask::Reply { request, side: Side::Desk, text: words("Which desk?") });
    assert_eq!(bench.item_state(request), ItemState::Pending(PendingReason::Requester));
    bench.does(Ask::Reply { request, side: Side::Caller, text: words("By the window") });
    assert_eq!(bench.item_state(request), ItemState::InProgress);
}

#[test]
fn tasks_can_be_added_while_the_item_is_open_and_may_wait_for_others() {
    let mut bench = Bench::begin();
    let request = bench.free(vec![plan("Order", &[])]);
    bench.does(Ask::AddTask { request, item: 0, task: plan("Take the old one away", &[FIRST]) });
    let added = TaskId(Key { number: 2, tag: TAG });
    assert_eq!(bench.task_state(request, added), TaskState::Created);
    let unknown = Ask::AddTask { request, item: 0, task: plan("Dream", &[THIRD]) };
    assert_eq!(bench.refuses(unknown), "This task is not in the workspace.");
    assert_eq!(
        bench.refuses(Ask::AddTask { request, item: 9, task: plan("Dream", &[]) }),
        "This requested item is not in the workspace."
    );
    bench.finishes(request, FIRST);
    bench.finishes(request, added);
    assert!(bench.refuses(Ask::AddTask { request, item: 0, task: plan("More", &[]) }).starts_with("Not while Done"));
}

#[test]
fn stages_show_what_runs_in_sequence_and_what_in_parallel() {
    let mut bench = Bench::begin();
    let mut tasks = sequence_then_parallel();
    tasks.push(plan("Hand it over", &[SECOND]));
    tasks.push(plan("Tell the team", &[]));
    let request = bench.free(tasks);
    let stages = bench.see(request).items[0].stages();
    let names: Vec<Vec<&str>> = stages.iter().map(|stage| stage.iter().map(|task| &*task.name).collect()).collect();
    assert_eq!(names, [vec!["Order it", "Tell the team"], vec!["Set it up", "Register it"], vec!["Hand it over"]]);
}
