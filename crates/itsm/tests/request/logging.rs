//! Logging and correcting.

use chrono::TimeDelta;
use itsm::approval::Rule;
use itsm::request::{Amendment, Command as Ask, Form, ItemState, Kind, Plan, State, TaskState};
use itsm::{Command, EntryId, PersonId, RecordId};

use crate::bench::{
    AGENT, Bench, FIRST, MANAGER, NEWCOMER, OWNER, REQUESTER, SECOND, form, log, plan, step, wanted, words,
};

#[test]
fn a_request_has_a_number_of_its_own_and_a_card() {
    let mut bench = Bench::begin();
    let id = bench.waiting();
    let card = bench.desk.card(RecordId::Request(id)).unwrap();
    assert_eq!((card.number.as_str(), card.state, card.is_open), ("REQ0000001", "Awaiting approval", true));
    assert_eq!(bench.desk.find_record("req0000001"), Some(RecordId::Request(id)));
}

#[test]
fn nothing_can_be_logged_without_a_summary_a_requester_and_an_item() {
    let mut bench = Bench::begin();
    assert!(bench.refuses(log(Form { summary: words("  "), ..form() })).starts_with("Needs summary"));
    assert!(bench.refuses(log(Form { requester: None, ..form() })).starts_with("Needs requester"));
    assert!(bench.refuses(log(Form { items: vec![], ..form() })).starts_with("Needs an item"));
    let nameless = itsm::request::Wanted { name: words(" "), ..wanted(vec![]) };
    assert!(bench.refuses(log(Form { items: vec![nameless], ..form() })).starts_with("Needs item"));
    let none = itsm::request::Wanted { quantity: 0, ..wanted(vec![]) };
    assert!(bench.refuses(log(Form { items: vec![none], ..form() })).starts_with("Check quantity"));
    assert!(bench.desk.requests().is_empty());
}

#[test]
fn an_item_without_a_plan_gets_one_task() {
    let mut bench = Bench::begin();
    let id = bench.free(vec![]);
    assert_eq!(&*bench.see(id).items[0].tasks[0].name, "Fulfil it");
    assert_eq!(bench.task_state(id, FIRST), TaskState::Ready);
}

#[test]
fn what_is_pre_authorised_may_be_fulfilled_at_once() {
    let mut bench = Bench::begin();
    let id = bench.free(vec![plan("Order it", &[])]);
    assert_eq!((bench.see(id).state(), bench.item_state(id)), (State::InFulfilment, ItemState::Approved));
}

#[test]
fn a_task_cannot_wait_for_itself_or_for_a_later_one() {
    let mut bench = Bench::begin();
    for tasks in [vec![plan("Order", &[FIRST])], vec![plan("Order", &[SECOND]), plan("Set up", &[])]] {
        let why = bench.refuses(log(Form { items: vec![wanted(tasks)], ..form() }));
        assert!(why.contains("stands before it"), "{why}");
    }
    let nameless = Plan { name: words(""), ..Plan::default() };
    assert!(bench.refuses(log(Form { items: vec![wanted(vec![nameless])], ..form() })).starts_with("Needs task"));
}

#[test]
fn nobody_is_asked_about_their_own_request_or_about_one_that_is_for_them() {
    let mut bench = Bench::begin();
    let own =
        |approver, beneficiary| log(Form { approvals: vec![step("Line manager", &[approver])], beneficiary, ..form() });
    assert!(bench.refuses(own(REQUESTER, None)).contains("nobody approves their own"));
    assert!(bench.refuses(own(NEWCOMER, Some(NEWCOMER))).contains("nobody approves their own"));
    let nobody = Form { approvals: vec![step("Line manager", &[])], ..form() };
    assert!(bench.refuses(log(nobody)).starts_with("Needs approvers"));
    let mut quorum = step("Board", &[MANAGER, OWNER]);
    quorum.rule = Rule::Quorum(3);
    assert!(bench.refuses(log(Form { approvals: vec![quorum], ..form() })).contains("quorum"));
}

#[test]
fn for_oneself_is_the_rule_and_says_nothing() {
    let mut bench = Bench::begin();
    let id = bench.logged(Form { beneficiary: Some(REQUESTER), ..form() });
    assert_eq!(bench.see(id).beneficiary, None);
}

#[test]
fn a_promise_is_of_some_time_and_less_than_a_year() {
    let mut bench = Bench::begin();
    for target in [TimeDelta::zero(), TimeDelta::hours(-1), TimeDelta::hours(3_000)] {
        assert!(bench.refuses(log(Form { target: Some(target), ..form() })).starts_with("Check promised within"));
    }
}

#[test]
fn only_what_differs_is_amended() {
    let mut bench = Bench::begin();
    let request = bench.waiting();
    let same = vec![Amendment::Kind(Kind::Resource)];
    assert!(bench.refuses(Ask::Amend { request, changes: same }).starts_with("Needs a change"));
    let changes = vec![
        Amendment::Summary(words("Third monitor")),
        Amendment::Kind(Kind::Resource),
        Amendment::Target(Some(TimeDelta::hours(8))),
    ];
    assert_eq!(bench.does(Ask::Amend { request, changes }).len(), 2);
    assert_eq!((&*bench.see(request).summary, bench.see(request).target), ("Third monitor", Some(TimeDelta::hours(8))));
}

#[test]
fn whoever_an_open_request_waits_for_cannot_be_retired() {
    let mut bench = Bench::begin();
    bench.waiting();
    bench.actor = OWNER;
    for person in [REQUESTER, MANAGER] {
        let why = bench.ask(Command::Retire(EntryId::Person(person))).unwrap_err().sentence();
        assert!(why.contains("open requests wait for it"), "{why}");
    }
    assert!(bench.ask(Command::Retire(EntryId::Person(PersonId::imported(5)))).is_ok());
    assert!(bench.desk.practices_mention(EntryId::Person(MANAGER)));
    assert!(bench.desk.practices_mention(EntryId::Person(AGENT)), "who logged it");
}
