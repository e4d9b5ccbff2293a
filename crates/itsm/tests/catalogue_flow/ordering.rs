//! What an order becomes, and which orders are refused.

use chrono::NaiveDate;
use itsm::approval::Rule;
use itsm::catalogue::form::{Answer, Answers};
use itsm::catalogue::workflow::{Approver, StepKind, When};
use itsm::catalogue::{Content, Order, Status};
use itsm::request::State;
use itsm::{Happening, PersonId, Refusal, Role};

use crate::bench::{
    AGENT, BUYER, Bench, INES, LAPTOP, LARGE, MANAGER, MODEL, NETWORK, OWNER, SMALL, USERS, an_order, approval, chose,
    content, hours, step, tasks, usual,
};

fn rounds(bench: &mut Bench, order: Order) -> Vec<(String, Vec<PersonId>)> {
    let id = bench.order(order).unwrap();
    bench.see(id).rounds.iter().map(|round| (round.name.to_string(), round.approvers.clone())).collect()
}

fn refused(bench: &mut Bench, order: Order) -> String {
    bench.order(order).unwrap_err().sentence()
}

#[test]
fn an_order_becomes_a_request_with_rounds_items_price_promise_and_answers() {
    let mut bench = Bench::with(usual());
    let id = bench.order(Order { quantity: 2, answers: chose(LARGE), ..an_order() }).unwrap();
    let request = bench.see(id);
    assert_eq!(&*request.summary, "2 × Standard laptop");
    assert_eq!((request.state(), request.target), (State::AwaitingApproval, Some(hours(8))));
    assert_eq!((request.total(), request.items[0].quantity), (Some(260_000), 2));
    let order = request.order.as_deref().unwrap();
    assert_eq!((order.service, order.version, order.quantity), (LAPTOP, 1, 2));
    assert_eq!(order.answers, chose(LARGE));
    assert_eq!(request.service, Some(LAPTOP));
}

#[test]
fn only_what_was_asked_is_kept_of_the_answers() {
    let mut bench = Bench::with(vec![]);
    let mut answers = chose(SMALL);
    answers.insert(USERS, Answer::Number(3));
    let id = bench.order(Order { answers, ..an_order() }).unwrap();
    assert_eq!(bench.see(id).order.as_deref().unwrap().answers, chose(SMALL));
}

#[test]
fn rounds_follow_the_steps_that_are_taken() {
    let limit = StepKind::Approval { by: vec![Approver::Person(BUYER)], rule: Rule::Any, takes: hours(1) };
    let mut steps = usual();
    steps.push(step(9, "Purchasing", When::CostsMoreThan(150_000), limit));
    let mut bench = Bench::with(steps);
    let two = vec![("Line manager".to_owned(), vec![MANAGER]), ("Owner".to_owned(), vec![OWNER])];
    assert_eq!(rounds(&mut bench, an_order()), two);
    let three = [two, vec![("Purchasing".to_owned(), vec![BUYER])]].concat();
    assert_eq!(rounds(&mut bench, Order { quantity: 2, ..an_order() }), three);
}

#[test]
fn where_the_owner_orders_their_manager_decides_in_their_place() {
    let mut bench = Bench::with(vec![approval(1, "Owner", &[Approver::Owner])]);
    bench.actor = OWNER;
    assert_eq!(rounds(&mut bench, Order { requester: OWNER, ..an_order() }), [("Owner".to_owned(), vec![MANAGER])]);
    let sentence = refused(&mut bench, Order { requester: OWNER, manager: None, ..an_order() });
    assert!(sentence.contains("manager"), "{sentence}");
    let own = bench.order(Order { requester: OWNER, manager: Some(OWNER), ..an_order() });
    assert!(matches!(own, Err(Refusal::Invalid { field: "manager", .. })));
}

#[test]
fn a_round_that_would_ask_the_same_people_again_is_asked_once() {
    let steps = vec![approval(1, "Line manager", &[Approver::Manager]), approval(2, "Owner", &[Approver::Owner])];
    let mut bench = Bench::with(steps);
    let found = rounds(&mut bench, Order { requester: OWNER, ..an_order() });
    assert_eq!(found, [("Line manager".to_owned(), vec![MANAGER])]);
}

#[test]
fn where_a_named_person_orders_the_owner_decides_and_for_whom_it_is_does_not_count() {
    let steps = || vec![approval(1, "Purchasing", &[Approver::Person(BUYER)])];
    let mut bench = Bench::with(steps());
    let by_buyer = Order { requester: BUYER, manager: None, ..an_order() };
    assert_eq!(rounds(&mut bench, by_buyer.clone())[0].1, [OWNER]);
    assert_eq!(rounds(&mut bench, Order { beneficiary: Some(BUYER), manager: None, ..an_order() })[0].1, [OWNER]);
    let for_owner = Order { beneficiary: Some(OWNER), manager: Some(MANAGER), ..by_buyer };
    assert_eq!(rounds(&mut bench, for_owner)[0].1, [MANAGER]);
}

#[test]
fn the_manager_is_named_only_where_somebody_asks_them() {
    let mut bench = Bench::with(vec![approval(1, "Owner", &[Approver::Owner])]);
    assert!(bench.order(Order { manager: None, ..an_order() }).is_ok());
    let mut bench = Bench::with(vec![approval(1, "Line manager", &[Approver::Manager])]);
    let missing = bench.order(Order { manager: None, ..an_order() });
    assert!(matches!(missing, Err(Refusal::Missing { field: "manager", .. })));
}

#[test]
fn an_approval_nobody_can_give_is_refused_and_not_left_out() {
    let mut content = content(vec![approval(1, "Owner", &[Approver::Manager, Approver::Owner])]);
    content.owner = None;
    let mut bench = Bench::begin();
    bench.offer(LAPTOP, content);
    assert!(refused(&mut bench, an_order()).contains("owner"));
}

#[test]
fn a_quorum_is_never_more_than_who_is_left_to_ask() {
    let by = vec![Approver::Owner, Approver::Manager];
    let what = StepKind::Approval { by, rule: Rule::Quorum(2), takes: hours(1) };
    let mut bench = Bench::with(vec![step(1, "Two of them", When::Always, what)]);
    let id = bench.order(Order { requester: OWNER, ..an_order() }).unwrap();
    assert_eq!((&bench.see(id).rounds[0].approvers, bench.see(id).rounds[0].rule), (&vec![MANAGER], Rule::Quorum(1)));
}

#[test]
fn a_required_question_needs_an_answer_and_an_answer_has_to_be_one_of_the_question() {
    let mut bench = Bench::with(vec![]);
    let nothing = bench.order(Order { answers: Answers::new(), ..an_order() });
    assert!(matches!(nothing, Err(Refusal::Missing { field: "an answer", .. })));
    let other = Answers::from([(MODEL, Answer::Text("Large".into()))]);
    assert!(matches!(bench.order(Order { answers: other, ..an_order() }), Err(Refusal::Missing { .. })));
    let mut few = chose(LARGE);
    few.insert(USERS, Answer::Number(0));
    assert!(matches!(bench.order(Order { answers: few, ..an_order() }), Err(Refusal::Invalid { .. })));
}

#[test]
fn nothing_and_more_than_anybody_has_cannot_be_ordered() {
    let mut bench = Bench::with(vec![]);
    for quantity in [0, 10_001, u16::MAX] {
        let order = bench.order(Order { quantity, ..an_order() });
        assert!(matches!(order, Err(Refusal::Invalid { field: "quantity", .. })));
    }
}

#[test]
fn what_is_not_offered_today_cannot_be_ordered() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 3, day);
    type Set = fn(&mut Content, Option<NaiveDate>);
    let cases: [(&str, Set, u32, bool); 4] = [
        ("first day", |content, day| content.valid_from = day, 3, false),
        ("first day", |content, day| content.valid_from = day, 2, true),
        ("no longer", |content, day| content.valid_to = day, 1, false),
        ("no longer", |content, day| content.valid_to = day, 2, true),
    ];
    for (word, set, date, may) in cases {
        let mut bench = Bench::begin();
        let mut content = content(vec![]);
        set(&mut content, day(date));
        bench.offer(LAPTOP, content);
        let order = bench.order(an_order());
        assert_eq!(order.is_ok(), may, "{word} {date}");
        assert!(may || order.unwrap_err().sentence().contains(word));
    }
    let mut bench = Bench::with(vec![]);
    let retired = itsm::catalogue::Event::Moved { to: Status::Retired, because: "".into() };
    bench.tell(Happening::Catalogue(LAPTOP, retired));
    assert!(refused(&mut bench, an_order()).contains("not offered"));
}

#[test]
fn an_order_goes_by_the_published_version_and_not_by_the_draft() {
    let mut bench = Bench::with(vec![]);
    let edit = itsm::catalogue::Edit::Workflow(
        crate::bench::STANDARD,
        Box::new(itsm::catalogue::workflow::Workflow { steps: usual() }),
    );
    bench.tell(Happening::Catalogue(LAPTOP, itsm::catalogue::Event::Edited(edit)));
    let id = bench.order(an_order()).unwrap();
    assert_eq!((bench.state(id), bench.see(id).rounds.len()), (State::InFulfilment, 0));
}

#[test]
fn without_steps_the_team_that_supports_it_fulfils_it_in_one_task() {
    let mut bench = Bench::with(vec![]);
    let id = bench.order(an_order()).unwrap();
    let tasks = &bench.see(id).items[0].tasks;
    assert_eq!((tasks.len(), tasks[0].group), (1, Some(NETWORK)));
}

#[test]
fn a_task_without_a_team_goes_to_the_team_that_supports_the_service() {
    let mut one = crate::bench::task("Set it up", 1);
    one.group = None;
    let mut bench = Bench::with(vec![tasks(1, "Prepare", vec![one])]);
    let id = bench.order(an_order()).unwrap();
    assert_eq!(bench.see(id).items[0].tasks[0].group, Some(NETWORK));
}

#[test]
fn everybody_orders_for_themselves_and_only_the_desk_for_others() {
    let mut bench = Bench::with(vec![]);
    bench.role = Role::Requester;
    bench.actor = INES;
    assert!(bench.order(an_order()).is_ok());
    bench.actor = BUYER;
    assert!(matches!(bench.order(an_order()), Err(Refusal::Role { .. })));
    (bench.actor, bench.role) = (AGENT, Role::Agent);
    assert!(bench.order(an_order()).is_ok());
}
