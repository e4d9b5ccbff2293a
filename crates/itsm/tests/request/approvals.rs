//! Approvals in order.

use itsm::request::{Command as Ask, Form, ItemState, State, TaskState, why_not_answer};

use crate::bench::{AGENT, Bench, DELEGATE, FIRST, MANAGER, NEWCOMER, OWNER, REQUESTER, form, step};

#[test]
fn the_manager_is_asked_first_and_the_owner_only_then() {
    let mut bench = Bench::begin();
    let id = bench.waiting();
    let (place, round, since) = bench.see(id).asked().unwrap();
    assert_eq!((place, &*round.name, since), (0, "Line manager", bench.see(id).opened_at));
    let too_early = bench.answers(OWNER, id, true).unwrap_err().sentence();
    assert!(too_early.contains("only those who are asked may answer"), "{too_early}");
    bench.answers(MANAGER, id, true).unwrap();
    let approved = bench.now;
    let (place, round, since) = bench.see(id).asked().unwrap();
    assert_eq!((place, &*round.name, since), (1, "Budget owner", approved));
    assert_eq!(bench.item_state(id), ItemState::WaitingForApproval);
    bench.answers(OWNER, id, true).unwrap();
    assert_eq!((bench.see(id).state(), bench.item_state(id)), (State::InFulfilment, ItemState::Approved));
    assert_eq!(bench.see(id).approved_at(), Some(bench.now));
}

#[test]
fn tasks_begin_only_after_the_approval() {
    let mut bench = Bench::begin();
    let request = bench.waiting();
    assert_eq!(bench.task_state(request, FIRST), TaskState::Created);
    let why = bench.refuses(Ask::StartTask { request, item: 0, task: FIRST });
    assert!(why.contains("its approval comes first"), "{why}");
    bench.answers(MANAGER, request, true).unwrap();
    bench.answers(OWNER, request, true).unwrap();
    assert_eq!(bench.task_state(request, FIRST), TaskState::Ready);
    bench.starts(request, FIRST);
}

#[test]
fn a_refusal_rejects_at_once_with_a_reason_and_asks_nobody_else() {
    let mut bench = Bench::begin();
    let request = bench.waiting();
    bench.actor = MANAGER;
    let blank = Ask::Answer { request, approves: false, because: " ".into() };
    assert!(bench.refuses(blank).starts_with("Needs reason"));
    bench.answers(MANAGER, request, false).unwrap();
    assert_eq!((bench.see(request).state(), bench.item_state(request)), (State::Rejected, ItemState::ClosedRejected));
    assert_eq!(bench.task_state(request, FIRST), TaskState::Dropped);
    assert_eq!(bench.see(request).ended_at, Some(bench.now));
    assert!(bench.see(request).asked().is_none());
    assert!(bench.answers(OWNER, request, true).unwrap_err().sentence().starts_with("Not while Rejected"));
}

#[test]
fn nobody_approves_their_own_nor_what_is_for_them_even_as_a_delegate() {
    let mut bench = Bench::begin();
    let request = bench.logged(Form { beneficiary: Some(NEWCOMER), ..form() });
    for person in [REQUESTER, NEWCOMER] {
        let why = bench.answers(person, request, true).unwrap_err().sentence();
        assert!(why.contains("nobody approves their own"), "{why}");
        let why = bench.refuses(Ask::Delegate { request, approver: MANAGER, to: Some(person) });
        assert!(why.contains("nobody approves their own"), "{why}");
    }
}

#[test]
fn a_delegate_answers_in_the_place_of_an_approver() {
    let mut bench = Bench::begin();
    let request = bench.waiting();
    assert!(why_not_answer(&bench.desk, request, DELEGATE).is_some());
    bench.does(Ask::Delegate { request, approver: MANAGER, to: Some(DELEGATE) });
    assert_eq!(why_not_answer(&bench.desk, request, DELEGATE), None);
    bench.answers(DELEGATE, request, true).unwrap();
    let vote = &bench.see(request).rounds[0].votes[&MANAGER];
    assert_eq!((vote.by, vote.approves), (DELEGATE, true));
    let late = bench.refuses(Ask::Delegate { request, approver: MANAGER, to: None });
    assert!(late.contains("yet to answer"), "{late}");
}

#[test]
fn a_delegate_can_be_taken_back_and_is_another_person() {
    let mut bench = Bench::begin();
    let request = bench.waiting();
    let own = Ask::Delegate { request, approver: MANAGER, to: Some(MANAGER) };
    assert!(bench.refuses(own).contains("nobody stands in for themselves"));
    assert!(bench.refuses(Ask::Delegate { request, approver: AGENT, to: None }).starts_with("Check approver"));
    bench.does(Ask::Delegate { request, approver: MANAGER, to: Some(DELEGATE) });
    bench.does(Ask::Delegate { request, approver: MANAGER, to: None });
    assert!(bench.answers(DELEGATE, request, true).is_err());
}

#[test]
fn the_others_are_not_asked_once_the_rule_is_met() {
    let mut bench = Bench::begin();
    let mut any = step("Team leads", &[MANAGER, OWNER]);
    any.rule = itsm::approval::Rule::Any;
    let request = bench.logged(Form { approvals: vec![any], ..form() });
    bench.answers(OWNER, request, true).unwrap();
    assert_eq!(bench.see(request).state(), State::InFulfilment);
    assert!(bench.answers(MANAGER, request, false).unwrap_err().sentence().starts_with("Not while In fulfilment"));
}
