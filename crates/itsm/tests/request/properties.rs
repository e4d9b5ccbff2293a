//! Whatever is asked, in whatever order.

use std::sync::Arc;

use itsm::incident::Side;
use itsm::request::{
    Action, Command as Ask, Form, ItemState, Origin, PendingReason, Plan, Progress, Request, State, Target, TaskAction,
    TaskId, TaskState, why_not, why_not_task,
};
use itsm::satisfaction::Score;
use itsm::{Command, Desk, Event, IncidentId, Key, Level, PersonId, RecordId, RequestId, apply};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{
    AGENT, Bench, DELEGATE, FIRST, MANAGER, NEWCOMER, OWNER, REQUESTER, SECOND, TAG, THIRD, WORKPLACE, form, plan,
    sequence_then_parallel, step, wanted,
};

fn request() -> impl Strategy<Value = RequestId> {
    (1..5u32).prop_map(|number| RequestId(Key { number, tag: TAG }))
}

fn text() -> impl Strategy<Value = Arc<str>> {
    prop_oneof![8 => Just("By the window"), 2 => Just(" Soon \n"), 1 => Just(" "), 1 => Just("")].prop_map(Arc::from)
}

fn person() -> impl Strategy<Value = PersonId> {
    select(vec![AGENT, REQUESTER, MANAGER, OWNER, DELEGATE, NEWCOMER, PersonId::imported(99)])
}

fn task() -> impl Strategy<Value = TaskId> {
    select(vec![FIRST, FIRST, SECOND, THIRD, TaskId(Key { number: 4, tag: TAG })])
}

fn item() -> impl Strategy<Value = u16> {
    prop_oneof![6 => Just(0u16), 3 => Just(1), 1 => Just(2)]
}

fn log() -> impl Strategy<Value = Ask> {
    let rounds = prop_oneof![
        2 => Just(vec![]),
        2 => Just(vec![step("Line manager", &[MANAGER])]),
        1 => Just(vec![step("Line manager", &[MANAGER]), step("Owner", &[OWNER, DELEGATE])]),
        1 => person().prop_map(|person| vec![step("Somebody", &[person])]),
    ];
    let items = prop_oneof![
        Just(vec![wanted(sequence_then_parallel())]),
        Just(vec![wanted(vec![plan("Order", &[]), plan("Set up", &[FIRST])]), wanted(vec![plan("Cable", &[])])]),
        Just(vec![wanted(vec![])]),
    ];
    let from = option::weighted(0.1, (1..3u32).prop_map(|number| IncidentId(Key { number, tag: TAG })));
    (text(), rounds, items, option::weighted(0.2, person()), from).prop_map(
        |(summary, approvals, items, beneficiary, from)| Ask::Log {
            form: Box::new(Form { summary, approvals, items, beneficiary, ..form() }),
            from: from.map(|incident| Origin { incident, because: "Nothing is broken".into() }),
        },
    )
}

fn ask() -> impl Strategy<Value = Ask> {
    let tasks = prop_oneof![
        4 => (request(), item(), task()).prop_map(|(request, item, task)| Ask::StartTask { request, item, task }),
        4 => (request(), item(), task(), text())
            .prop_map(|(request, item, task, words)| Ask::FinishTask { request, item, task, words }),
        1 => (request(), item(), task(), text())
            .prop_map(|(request, item, task, because)| Ask::GiveUpTask { request, item, task, because }),
        2 => (request(), item(), task(), option::of(Just(WORKPLACE)), option::of(person())).prop_map(
            |(request, item, task, group, assignee)| Ask::AssignTask { request, item, task, group, assignee }
        ),
        1 => (request(), item(), text(), option::of(task())).prop_map(|(request, item, name, after)| {
            let task = Plan { name, depends_on: after.into_iter().collect(), ..plan("", &[]) };
            Ask::AddTask { request, item, task }
        }),
        2 => (request(), item(), select(PendingReason::ALL.to_vec()), text())
            .prop_map(|(request, item, reason, note)| Ask::Hold { request, item, reason, note }),
        2 => (request(), item()).prop_map(|(request, item)| Ask::Resume { request, item }),
    ];
    let incident = Target::Incident { impact: Level(2), urgency: Level(2), category: None, group: None };
    let target = prop_oneof![2 => Just(incident), 1 => Just(Target::Change)];
    let score = (1..=5u8).prop_filter_map("on the scale", Score::new);
    let rest = prop_oneof![
        2 => log(),
        6 => (request(), prop::bool::weighted(0.8), text())
            .prop_map(|(request, approves, because)| Ask::Answer { request, approves, because }),
        2 => (request(), person(), option::of(person()))
            .prop_map(|(request, approver, to)| Ask::Delegate { request, approver, to }),
        2 => (request(), select(vec![Side::Desk, Side::Caller]), text())
            .prop_map(|(request, side, text)| Ask::Reply { request, side, text }),
        1 => (request(), text()).prop_map(|(request, text)| Ask::Note { request, text }),
        1 => (request(), text()).prop_map(|(request, because)| Ask::Cancel { request, because }),
        1 => (request(), target, text()).prop_map(|(request, to, because)| Ask::Reroute { request, to, because }),
        2 => (request(), score, text()).prop_map(|(request, score, words)| Ask::Rate { request, score, words }),
    ];
    prop_oneof![1 => tasks, 1 => rest]
}

/// Who asks, and for what.
fn steps() -> impl Strategy<Value = Vec<(PersonId, Ask)>> {
    let who = prop_oneof![3 => Just(AGENT), 3 => Just(MANAGER), 3 => Just(OWNER), 1 => person()];
    let first = prop::collection::vec(log(), 2..4);
    (first, prop::collection::vec((who, ask()), 1..120))
        .prop_map(|(first, steps)| first.into_iter().map(|log| (AGENT, log)).chain(steps).collect())
}

fn play(steps: Vec<(PersonId, Ask)>) -> Bench {
    let mut bench = Bench::begin();
    bench.incident();
    for (actor, step) in steps {
        let before = bench.desk.clone();
        let told = refused(&bench.desk, &step);
        bench.actor = actor;
        let answer = bench.ask(Command::Request(step.clone()));
        if let Some(why) = told {
            assert_eq!(answer.clone().err(), Some(why), "the button said so beforehand: {step:?}");
        }
        only_allowed_moves(&before, &bench.desk);
        bench.desk.requests().all().for_each(holds);
    }
    bench
}

/// What a button says before anything is asked.
fn refused(desk: &Desk, ask: &Ask) -> Option<itsm::Refusal> {
    let task = |request, item, task, action| why_not_task(desk, request, item, task, action);
    match *ask {
        Ask::StartTask { request, item, task: of } => task(request, item, of, TaskAction::Start),
        Ask::FinishTask { request, item, task: of, .. } => task(request, item, of, TaskAction::Finish),
        Ask::GiveUpTask { request, item, task: of, .. } => task(request, item, of, TaskAction::GiveUp),
        Ask::AssignTask { request, item, task: of, .. } => task(request, item, of, TaskAction::Assign),
        Ask::AddTask { request, item, .. } => why_not(desk, request, Action::AddTask(item)),
        Ask::Hold { request, item, .. } => why_not(desk, request, Action::Hold(item)),
        Ask::Resume { request, item } => why_not(desk, request, Action::Resume(item)),
        Ask::Answer { request, .. } => why_not(desk, request, Action::Answer),
        Ask::Delegate { request, .. } => why_not(desk, request, Action::Delegate),
        Ask::Reply { request, side, .. } => why_not(desk, request, Action::Reply(side)),
        Ask::Note { request, .. } => why_not(desk, request, Action::Note),
        Ask::Cancel { request, .. } => why_not(desk, request, Action::Cancel),
        Ask::Reroute { request, .. } => why_not(desk, request, Action::Reroute),
        Ask::Rate { request, .. } => why_not(desk, request, Action::Rate),
        Ask::Log { .. } | Ask::Amend { .. } => None,
    }
}

/// The life cycles as tables, written apart from the rules in the source.
fn only_allowed_moves(before: &Desk, after: &Desk) {
    for request in after.requests().all() {
        let Ok(earlier) = before.requests().get(request.id) else {
            assert!(matches!(request.state(), State::AwaitingApproval | State::InFulfilment));
            continue;
        };
        use State::*;
        let allowed = match (earlier.state(), request.state()) {
            (one, other) if one == other => true,
            (AwaitingApproval, InFulfilment | Rejected) => true,
            (InFulfilment, Done) => true,
            (AwaitingApproval | InFulfilment, Rerouted | Cancelled) => true,
            _ => false,
        };
        assert!(allowed, "{:?} became {:?}", earlier.state(), request.state());
        for (place, item) in request.items.iter().enumerate() {
            let was = earlier.item_state(&earlier.items[place]);
            let is = request.item_state(item);
            assert!(item_may(was, is), "{was:?} became {is:?}");
            for task in &item.tasks {
                if let Some(before) = earlier.items[place].task(task.id) {
                    let was = earlier.task_state(&earlier.items[place], before);
                    let is = request.task_state(item, task);
                    assert!(task_may(was, is), "{was:?} became {is:?}");
                }
            }
        }
    }
}

fn item_may(was: ItemState, is: ItemState) -> bool {
    use ItemState::*;
    match (was, is) {
        (one, other) if one == other => true,
        (WaitingForApproval, Approved | ClosedRejected | Cancelled) => true,
        (Approved, InProgress | Cancelled | ClosedIncomplete) => true,
        (InProgress, Pending(_) | ClosedComplete | ClosedIncomplete | Cancelled) => true,
        (Pending(_), InProgress | Cancelled) => true,
        _ => false,
    }
}

fn task_may(was: TaskState, is: TaskState) -> bool {
    use TaskState::*;
    match (was, is) {
        (one, other) if one == other => true,
        (Created, Ready | Dropped | NotPossible) => true,
        (Ready, InProgress | Dropped | NotPossible) => true,
        (InProgress, Done | NotPossible | Dropped) => true,
        _ => false,
    }
}

fn holds(request: &Request) {
    let state = request.state();
    assert_eq!(request.ended_at.is_some(), !state.is_open(), "{request:?}");
    assert!(request.rating.is_none() || state == State::Done);
    assert!(request.fulfilment_has_begun() <= (request.approved_at().is_some()), "{request:?}");
    assert!(!request.summary.trim().is_empty() && !request.items.is_empty());
    let waits = request.items.iter().any(|item| item.pending == Some(PendingReason::Requester)) && state.is_open();
    assert_eq!(request.waits.last().is_some_and(|wait| wait.until.is_none()), waits, "{request:?}");
    for round in &request.rounds {
        for vote in round.votes.values() {
            assert!(vote.by != request.requester && Some(vote.by) != request.beneficiary, "nobody approves their own");
            assert!(vote.approves || !vote.because.trim().is_empty());
        }
    }
    for item in &request.items {
        assert!(item.quantity > 0 && !item.tasks.is_empty() && !item.name.trim().is_empty());
        let all_done = item.tasks.iter().all(|task| matches!(task.progress, Progress::Done { .. }));
        assert_eq!(request.item_state(item) == ItemState::ClosedComplete, all_done, "{request:?}");
        for task in &item.tasks {
            assert!(!task.name.trim().is_empty());
            let begun = matches!(request.task_state(item, task), TaskState::InProgress | TaskState::Done);
            let is_done = |id: &TaskId| matches!(item.task(*id).unwrap().progress, Progress::Done { .. });
            assert!(!begun || task.depends_on.iter().all(is_done), "{task:?}");
            if let Progress::NotPossible { because, .. } = &task.progress {
                assert!(!because.trim().is_empty());
            }
        }
    }
}

fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Desk {
    let mut desk = Desk::default();
    events.into_iter().for_each(|event| apply(&mut desk, event));
    desk
}

/// Fewer cases than usual, for the inner loop; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { usual } else { ProptestConfig { cases: 96, ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn only_allowed_moves_happen_and_every_invariant_holds(steps in steps()) {
        play(steps);
    }

    #[test]
    fn the_events_applied_equal_the_decided_state_also_record_by_record(steps in steps()) {
        let bench = play(steps);
        prop_assert_eq!(&fold(&bench.journal), &bench.desk);
        for request in bench.desk.requests().all() {
            let of_it = |event: &&Event| event.what.record() == Some(RecordId::Request(request.id));
            let alone = fold(bench.journal.iter().filter(of_it));
            prop_assert_eq!(alone.requests().get(request.id), Ok(request));
        }
    }

    #[test]
    fn events_in_any_order_never_panic_and_legal_ones_keep_every_invariant(
        steps in steps(),
        seed in prop::collection::vec(any::<prop::sample::Index>(), 0..60),
    ) {
        let bench = play(steps);
        let mut desk = Desk::default();
        let mut rest = bench.journal.clone();
        for index in seed {
            if rest.is_empty() { break; }
            let event = rest.remove(index.index(rest.len()));
            if desk.legal(&event).is_ok() {
                apply(&mut desk, &event);
                desk.requests().all().for_each(holds);
            }
        }
    }
}
