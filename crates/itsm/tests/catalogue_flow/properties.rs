//! Whatever workflow somebody draws, and however it is ordered and fulfilled.

use itsm::approval::Rule;
use itsm::catalogue::Order;
use itsm::catalogue::form::{Answer, Answers, Condition};
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When, dry_run, path};
use itsm::request::{Command as Ask, Request, State, TaskState};
use itsm::service_level::Compiled;
use itsm::{Command, Desk, PersonId, RecordId, RequestId, apply};
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{
    AGENT, BUYER, Bench, INES, LARGE, MANAGER, MODEL, OWNER, SMALL, USERS, WORKPLACE, an_order, content, hours, monday,
    step,
};

fn condition() -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![
        select(vec![SMALL, LARGE]).prop_map(|choice| Condition::Chosen(MODEL, choice)),
        (0..12i64).prop_map(|least| Condition::AtLeast(USERS, least)),
        Just(Condition::Answered(USERS)),
    ];
    leaf.prop_recursive(3, 8, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| Condition::Not(Box::new(inner))),
            prop::collection::vec(inner.clone(), 0..3).prop_map(Condition::All),
            prop::collection::vec(inner, 0..3).prop_map(Condition::Any),
        ]
    })
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        3 => Just(When::Always),
        2 => condition().prop_map(When::Answers),
        1 => (0..400_000u64).prop_map(When::CostsMoreThan),
    ]
}

fn kind() -> impl Strategy<Value = StepKind> {
    let approver = prop_oneof![
        Just(Approver::Manager),
        Just(Approver::Owner),
        select(vec![BUYER, INES, AGENT]).prop_map(Approver::Person)
    ];
    let rule = select(vec![Rule::All, Rule::Any, Rule::Majority, Rule::Quorum(1), Rule::Quorum(3)]);
    let task = (0..9i64).prop_map(|takes| Task { name: "Do it".into(), group: Some(WORKPLACE), takes: hours(takes) });
    prop_oneof![
        2 => (prop::collection::vec(approver, 1..3), rule, 0..5i64)
            .prop_map(|(by, rule, takes)| StepKind::Approval { by, rule, takes: hours(takes) }),
        3 => prop::collection::vec(task, 0..4).prop_map(StepKind::Tasks),
        2 => Just(StepKind::Automatic),
    ]
}

/// At most five approvals, as a request has no more rounds.
fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((when(), kind()), 0..7).prop_map(|steps| {
        let mut approvals = 0;
        let named = steps.into_iter().zip(1..).map(|((when, what), number)| step(number, "A step", when, what));
        let few = |step: &Step| {
            approvals += usize::from(step.is_approval());
            !step.is_approval() || approvals <= 5
        };
        named.filter(few).collect()
    })
}

fn answers() -> impl Strategy<Value = Answers> {
    (select(vec![SMALL, LARGE]), prop::option::of(1..12i64)).prop_map(|(choice, users)| {
        let users = users.map(|users| (USERS, Answer::Number(users)));
        [(MODEL, Answer::Choice(choice))].into_iter().chain(users).collect()
    })
}

/// Answers every round and does every task, in an order that `picks` choose, until nothing is left to do.
fn fulfil(bench: &mut Bench, id: RequestId, picks: &[prop::sample::Index]) {
    for pick in picks.iter().cycle().take(200) {
        let request = bench.see(id);
        let asked: Vec<PersonId> = request.asked().map(|(_, round, _)| round.waiting().collect()).unwrap_or_default();
        let mut open = Vec::new();
        for (item, place) in request.items.iter().zip(0..) {
            for task in &item.tasks {
                match request.task_state(item, task) {
                    TaskState::Ready => open.push(Ask::StartTask { request: id, item: place, task: task.id }),
                    TaskState::InProgress => {
                        let words = "".into();
                        open.push(Ask::FinishTask { request: id, item: place, task: task.id, words });
                    }
                    _ => {}
                }
            }
        }
        if !asked.is_empty() {
            bench.answers(asked[pick.index(asked.len())], id);
        } else if open.is_empty() {
            return;
        } else {
            let ask = open.swap_remove(pick.index(open.len()));
            bench.ask(Command::Request(ask)).unwrap();
        }
        nothing_waits_by_itself(bench.see(id));
        parallel_tasks_start_together(bench.see(id));
    }
}

fn nothing_waits_by_itself(request: &Request) {
    for item in &request.items {
        for task in item.tasks.iter().filter(|task| task.automatic) {
            assert!(request.task_state(item, task) != TaskState::Ready, "{task:?} waits");
        }
    }
}

/// Tasks that depend on the same ones have all come to their turn, or none has.
fn parallel_tasks_start_together(request: &Request) {
    for item in &request.items {
        for stage in item.stages() {
            let created = stage.iter().filter(|task| request.task_state(item, task) == TaskState::Created).count();
            assert!(created == 0 || created == stage.len(), "{stage:?}");
        }
    }
}

/// Fewer cases than usual, for the inner loop; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { usual } else { ProptestConfig { cases: 96, ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn path_and_dry_run_agree(steps in steps(), answers in answers(), quantity in 1..5u16) {
        let content = content(steps);
        let offering = &content.offerings[0];
        let path = path(offering, &answers, quantity);
        let run = dry_run(&content, offering, &answers, quantity, Compiled::standard().calendar(), monday());
        let visits: Vec<_> = run.stops.iter().map(|stop| stop.visit.clone()).collect();
        prop_assert_eq!(&visits, &path.visits);
        prop_assert_eq!(run.cost, path.cost);
        for stop in &run.stops {
            prop_assert_eq!(stop.span.is_some(), stop.visit.is_taken);
        }
        let calendar = Compiled::standard().calendar();
        prop_assert_eq!(calendar.between(monday(), run.done_at.unwrap()), run.total());
    }

    #[test]
    fn an_order_asks_exactly_the_rounds_of_its_path_and_nobody_their_own(
        steps in steps(), answers in answers(), quantity in 1..5u16, requester in select(vec![INES, OWNER, BUYER]),
    ) {
        let content = content(steps.clone());
        let path = path(&content.offerings[0], &answers, quantity);
        let asked_by_path = path.taken().filter(|step| step.is_approval()).count();
        let mut bench = Bench::with(steps);
        let id = bench.order(Order { requester, quantity, answers: answers.clone(), ..an_order() }).unwrap();
        let request = bench.see(id);
        prop_assert_eq!(request.rounds.is_empty(), asked_by_path == 0);
        prop_assert!(request.rounds.len() <= asked_by_path);
        for round in &request.rounds {
            prop_assert!(!round.approvers.contains(&requester));
            prop_assert!(round.approvers.iter().all(|one| [MANAGER, OWNER, BUYER, AGENT, INES].contains(one)));
        }
        let planned: usize = path.taken().map(|step| match &step.what {
            StepKind::Tasks(tasks) => tasks.len(),
            StepKind::Automatic => 1,
            StepKind::Approval { .. } => 0,
        }).sum();
        prop_assert_eq!(request.items[0].tasks.len(), planned.max(1));
    }

    #[test]
    fn every_order_can_be_fulfilled_and_nothing_that_happens_by_itself_ever_waits(
        steps in steps(), answers in answers(), picks in prop::collection::vec(any::<prop::sample::Index>(), 1..20),
    ) {
        let mut bench = Bench::with(steps);
        let id = bench.order(Order { answers, ..an_order() }).unwrap();
        nothing_waits_by_itself(bench.see(id));
        fulfil(&mut bench, id, &picks);
        prop_assert_eq!(bench.state(id), State::Done);
        let mut again = Desk::default();
        bench.journal.iter().for_each(|event| apply(&mut again, event));
        prop_assert_eq!(&again, &bench.desk);
        let of_it = |event: &&itsm::Event| event.what.record() == Some(RecordId::Request(id));
        let mut alone = Desk::default();
        bench.journal.iter().filter(of_it).for_each(|event| apply(&mut alone, event));
        prop_assert_eq!(alone.requests().get(id), Ok(bench.see(id)));
    }
}
