//! Whatever is asked, in whatever order.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::TimeDelta;
use itsm::approval::Outcome;
use itsm::change::template::{Body, Command as AskTemplate, State as TemplateState};
use itsm::change::{
    Action, Amendment, Answers, Board, Change, ChangeType, CloseCode, Command as Ask, Factor, Findings, OrderId,
    OrderPlan, OrderState, Plans, Span, State, Statement, why_not, why_not_answer, why_not_order,
};
use itsm::{ChangeId, ChangeTemplateId, Command, Desk, Event, Key, PersonId, RecordId, apply, decide};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{
    self, ANA, BEN, Bench, CAT, HARMLESS, LEAD, MEDIUM, NETWORK, REQUESTER, SWITCH, TAG, WORST, teaches_briefly,
};

/// Something that somebody asks, or the next step of a change's life: asking alone would seldom come to its end.
#[derive(Clone, Debug)]
enum Step {
    Ask(PersonId, Ask),
    GoOn(ChangeId),
}

/// The next step of a change, whatever it is, and who takes it.
fn next_step(bench: &Bench, id: ChangeId) -> Option<Step> {
    let change = bench.desk.changes().get(id).ok()?;
    let ask = |ask| Some(Step::Ask(LEAD, ask));
    let schedule = || ask(Ask::Schedule { change: id, planned: bench.later(1, 2) });
    match change.state {
        State::New if change.kind == ChangeType::Standard => schedule(),
        State::New => ask(Ask::Assess(id)),
        State::Assess if change.risk.weighed().is_none() => {
            ask(bench::amend(id, Amendment::Answers(Answers::of(&MEDIUM).unwrap())))
        }
        State::Assess => {
            let not_own: Vec<PersonId> = [ANA, BEN, CAT].into_iter().filter(|one| !change.is_own(*one)).collect();
            let board = Board { approvers: not_own, ..Board::default() };
            ask(Ask::Ask { change: id, boards: vec![board; change.authority().len()] })
        }
        State::Authorize => match itsm::approval::asked(&change.rounds) {
            Some((_, round)) => Some(Step::Ask(round.waiting().next()?, bench::yes(id))),
            None => schedule(),
        },
        State::Scheduled => ask(Ask::Implement(id)),
        State::Implement => match change.open_orders().next() {
            Some(order) => ask(bench::go(id, order.id, OrderState::Cancelled, "Not needed")),
            None => ask(Ask::BeginReview(id)),
        },
        State::Review => match &change.review {
            None => ask(Ask::Review { change: id, findings: bench::fine() }),
            Some(review) => {
                let code = match (review.findings.backed_out, review.findings.objectives_met) {
                    (true, _) => CloseCode::BackedOut,
                    (false, true) => CloseCode::SuccessfulWithIssues,
                    (false, false) => CloseCode::Failed,
                };
                ask(Ask::Close { change: id, code, notes: "So it was".into() })
            }
        },
        State::Closed | State::Cancelled => None,
    }
}

fn change() -> impl Strategy<Value = ChangeId> {
    (1..4u32).prop_map(|number| ChangeId(Key { number, tag: TAG }))
}

fn template() -> impl Strategy<Value = ChangeTemplateId> {
    (1..3u32).prop_map(|number| ChangeTemplateId(Key { number, tag: TAG }))
}

fn order() -> impl Strategy<Value = OrderId> {
    (1..4u32).prop_map(|number| OrderId(Key { number, tag: TAG }))
}

fn person() -> impl Strategy<Value = PersonId> {
    select(vec![LEAD, REQUESTER, ANA, ANA, BEN, BEN, CAT, CAT])
}

fn text() -> impl Strategy<Value = Arc<str>> {
    prop_oneof![12 => Just("Swap it"), 2 => Just(" Swap\n"), 1 => Just(" "), 1 => Just("")].prop_map(Arc::from)
}

fn kind() -> impl Strategy<Value = ChangeType> {
    select(ChangeType::ALL.to_vec())
}

fn answers() -> impl Strategy<Value = Answers> {
    select([HARMLESS, HARMLESS, MEDIUM, WORST].map(|answers| Answers::of(&answers).unwrap()).to_vec())
}

fn span() -> impl Strategy<Value = Span> {
    (prop_oneof![1 => -5i64..5, 6 => 100..200i64], prop_oneof![1 => -2i64..1, 6 => 1..5i64]).prop_map(|(from, long)| {
        let start = chrono::DateTime::UNIX_EPOCH + TimeDelta::hours(from);
        Span { start, end: start + TimeDelta::hours(long) }
    })
}

fn plans() -> impl Strategy<Value = Plans> {
    prop_oneof![
        3 => Just(bench::plans()),
        1 => (text(), text(), text()).prop_map(|(implementation, test, back_out)| Plans { implementation, test, back_out }),
    ]
}

fn amendment() -> impl Strategy<Value = Amendment> {
    prop_oneof![
        1 => text().prop_map(Amendment::Summary),
        1 => text().prop_map(Amendment::Description),
        1 => kind().prop_map(Amendment::Kind),
        1 => person().prop_map(Amendment::RequestedBy),
        1 => option::of(span()).prop_map(Amendment::Planned),
        1 => prop::collection::vec(Just(SWITCH), 0..2).prop_map(Amendment::Items),
        1 => text().prop_map(Amendment::Implementation),
        1 => text().prop_map(Amendment::Test),
        1 => text().prop_map(Amendment::BackOut),
        2 => answers().prop_map(Amendment::Answers),
        1 => (select(Factor::ALL.to_vec()), option::of(0..7u8), text())
            .prop_map(|(factor, to, because)| Amendment::Raise { factor, to, because }),
    ]
}

fn boards() -> impl Strategy<Value = Vec<Board>> {
    let board = (prop::collection::vec(select(vec![ANA, BEN, CAT]), 0..4), option::weighted(0.2, person())).prop_map(
        |(approvers, delegate)| {
            let delegates = delegate.and_then(|delegate| Some((*approvers.first()?, delegate))).into_iter().collect();
            Board { approvers, delegates }
        },
    );
    prop::collection::vec(board, 1..3)
}

fn plan() -> impl Strategy<Value = OrderPlan> {
    (text(), option::weighted(0.8, Just(NETWORK)), prop::collection::btree_set(order(), 0..2))
        .prop_map(|(title, group, after)| OrderPlan { title, group, after, ..OrderPlan::default() })
}

fn findings() -> impl Strategy<Value = Findings> {
    (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), text()).prop_map(
        |(objectives_met, caused_incidents, backed_out, on_time, lessons)| Findings {
            objectives_met,
            caused_incidents,
            backed_out,
            on_time,
            lessons,
        },
    )
}

fn of_template() -> impl Strategy<Value = AskTemplate> {
    let body = || {
        (text(), option::weighted(0.9, answers()), plans())
            .prop_map(|(name, answers, plans)| Box::new(Body { name, answers, plans, ..bench::body() }))
    };
    prop_oneof![
        1 => body().prop_map(AskTemplate::Create),
        1 => (template(), body()).prop_map(|(template, body)| AskTemplate::Revise { template, body }),
        3 => (template(), boards()).prop_map(|(template, boards)| AskTemplate::Ask { template, boards }),
        4 => (template(), any::<bool>(), text())
            .prop_map(|(template, approves, because)| AskTemplate::Answer { template, approves, because }),
        1 => (template(), text()).prop_map(|(template, because)| AskTemplate::Retire { template, because }),
    ]
}

fn ask() -> impl Strategy<Value = Ask> {
    let statement =
        (text(), kind(), option::of(template()), option::weighted(0.8, answers()), plans(), option::of(span()))
            .prop_map(|(summary, kind, template, answers, plans, planned)| {
                Box::new(Statement { summary, kind, template, answers, plans, planned, ..bench::statement() })
            });
    let early = prop_oneof![
        2 => statement.prop_map(|statement| Ask::Raise { statement, from: None }),
        3 => (change(), prop::collection::vec(amendment(), 0..3)).prop_map(|(change, changes)| Ask::Amend { change, changes }),
        1 => (change(), option::of(Just(NETWORK)), option::weighted(0.8, person()))
            .prop_map(|(change, group, assignee)| Ask::Assign { change, group, assignee }),
        4 => change().prop_map(Ask::Assess),
        6 => (change(), boards()).prop_map(|(change, boards)| Ask::Ask { change, boards }),
        8 => (change(), prop::bool::weighted(0.8), text())
            .prop_map(|(change, approves, because)| Ask::Answer { change, approves, because }),
        1 => (change(), text()).prop_map(|(change, because)| Ask::Withdraw { change, because }),
    ];
    let late = prop_oneof![
        6 => (change(), span()).prop_map(|(change, planned)| Ask::Schedule { change, planned }),
        4 => change().prop_map(Ask::Implement),
        4 => change().prop_map(Ask::BeginReview),
        3 => (change(), findings()).prop_map(|(change, findings)| Ask::Review { change, findings }),
        3 => (change(), select(CloseCode::ALL.to_vec()), text())
            .prop_map(|(change, code, notes)| Ask::Close { change, code, notes }),
        1 => (change(), text()).prop_map(|(change, because)| Ask::Cancel { change, because }),
        1 => (change(), text()).prop_map(|(change, text)| Ask::Note { change, text }),
        1 => (change(), plan()).prop_map(|(change, plan)| Ask::AddOrder { change, plan }),
        1 => (change(), order(), plan()).prop_map(|(change, order, plan)| Ask::AmendOrder { change, order, plan }),
        3 => (change(), order(), select(OrderState::ALL.to_vec()), text())
            .prop_map(|(change, order, to, note)| Ask::MoveOrder { change, order, to, note }),
        2 => of_template().prop_map(Ask::Template),
    ];
    prop_oneof![early, late]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let asked = (person(), ask()).prop_map(|(person, ask)| Step::Ask(person, ask));
    let step = prop_oneof![3 => asked, 1 => change().prop_map(Step::GoOn)];
    prop::collection::vec(step, 1..160).prop_map(|steps| {
        let begin = |kind| {
            let plans = bench::plans();
            let answers = Answers::of(&HARMLESS);
            let statement = Statement { kind, plans, answers, ..bench::statement() };
            Step::Ask(LEAD, Ask::Raise { statement: Box::new(statement), from: None })
        };
        let template = Step::Ask(LEAD, Ask::Template(AskTemplate::Create(Box::new(bench::body()))));
        [begin(ChangeType::Normal), begin(ChangeType::Emergency), template].into_iter().chain(steps).collect()
    })
}

fn play(steps: Vec<Step>) -> Bench {
    let mut bench = Bench::begin();
    for step in steps {
        let before = bench.desk.clone();
        let step = match step {
            Step::GoOn(id) => next_step(&bench, id),
            asked => Some(asked),
        };
        let Some(Step::Ask(actor, ask)) = step else { continue };
        bench.actor = actor;
        let _ = bench.ask(Command::Change(ask));
        only_allowed_moves(&before, &bench.desk);
        holds(&bench.desk);
    }
    bench
}

/// The life cycles as tables, written apart from the rules in the source.
fn only_allowed_moves(before: &Desk, after: &Desk) {
    use State::*;
    for change in after.changes().all() {
        let Ok(earlier) = before.changes().get(change.id) else {
            assert_eq!(change.state, New);
            continue;
        };
        let standard = change.kind == ChangeType::Standard;
        let allowed = match (earlier.state, change.state) {
            (one, other) if one == other => true,
            (New, Assess) | (Assess, Authorize) | (Authorize, Scheduled) => !standard,
            (Authorize | Scheduled, Assess) => !standard,
            (New, Scheduled) => standard,
            (Scheduled, Implement) | (Implement, Review) | (Review, Closed) => true,
            (New | Assess | Authorize | Scheduled | Implement, Cancelled) => true,
            _ => false,
        };
        assert!(allowed, "{:?} became {:?}", earlier.state, change.state);
        let cancelled = change.state == Cancelled;
        for order in change.orders.values() {
            use OrderState::*;
            let Some(earlier) = earlier.orders.get(&order.id) else {
                assert_eq!(order.state, Created);
                continue;
            };
            let allowed = match (earlier.state, order.state) {
                (one, other) if one == other => true,
                (Created, Accepted) | (Accepted, Ready) => true,
                (Ready, InProgress) | (InProgress, Closed) => change.state == Implement,
                (Created | Accepted | Ready | InProgress, Cancelled) => true,
                _ => false,
            };
            assert!(allowed, "{:?} became {:?}, {cancelled}", earlier.state, order.state);
        }
    }
    for template in after.change_templates().all() {
        use TemplateState::*;
        let earlier = before.change_templates().get(template.id).map_or(Draft, |earlier| earlier.state);
        let allowed = match (earlier, template.state) {
            (one, other) if one == other => true,
            (Draft, Authorize) | (Authorize, Draft | InForce) | (InForce, Draft) => true,
            (Draft | Authorize | InForce, Retired) => true,
            _ => false,
        };
        assert!(allowed, "{earlier:?} became {:?}", template.state);
    }
}

fn holds(desk: &Desk) {
    desk.changes().all().for_each(holds_for);
    for template in desk.change_templates().all() {
        let approved = itsm::approval::outcome(&template.rounds) == Outcome::Approved && !template.rounds.is_empty();
        assert_eq!(approved, template.is_in_force() || (template.state == TemplateState::Retired && approved));
        assert!(template.rounds.iter().all(|round| !round.votes.values().any(|vote| vote.by == template.written_by)));
    }
}

fn holds_for(change: &Change) {
    use State::*;
    let standard = change.kind == ChangeType::Standard;
    assert!(!change.summary.trim().is_empty());
    assert_eq!(change.template.is_some(), standard);
    assert_eq!(change.closure.is_some(), matches!(change.state, Closed | Cancelled));
    assert_eq!(change.close_code().is_some(), change.state == Closed);
    assert!(change.closure.as_ref().is_none_or(|closure| !closure.notes.trim().is_empty()));
    let under_way = !matches!(change.state, New | Cancelled);
    assert!(!under_way || change.assignee.is_some(), "{change:?}");
    let authorised = matches!(change.state, Scheduled | Implement | Review | Closed);
    if authorised && !standard {
        assert_eq!(change.authorisation(), Some(Outcome::Approved), "{change:?}");
    }
    if authorised {
        let plans = &change.plans;
        assert!([&plans.implementation, &plans.test, &plans.back_out].iter().all(|plan| !plan.trim().is_empty()));
        assert!(change.risk.weighed().is_some());
        let planned = change.planned.expect("a scheduled change has a time");
        assert!(planned.start < planned.end);
    }
    if matches!(change.state, Review | Closed | Cancelled) {
        assert_eq!(change.open_orders().count(), 0);
    }
    assert_eq!(
        change.began_at.is_some() || change.state == Cancelled,
        matches!(change.state, Implement | Review | Closed | Cancelled)
    );
    let mut votes = change.rounds.iter().flat_map(|round| round.votes.values());
    assert!(change.state != Authorize || !votes.any(|vote| change.is_own(vote.by)), "{change:?}");
    let refused = change.rounds.iter().flat_map(|round| round.votes.values()).filter(|vote| !vote.approves);
    assert!(refused.clone().all(|vote| !vote.because.trim().is_empty()));
    assert!(change.state != Authorize || refused.count() == 0, "a refusal takes it back at once");
}

fn action_of(ask: &Ask) -> Option<(ChangeId, Action)> {
    Some(match ask {
        Ask::Assess(id) => (*id, Action::Assess),
        Ask::Implement(id) => (*id, Action::Implement),
        Ask::BeginReview(id) => (*id, Action::BeginReview),
        _ => return None,
    })
}

fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Desk {
    let mut desk = Desk::default();
    events.into_iter().for_each(|event| apply(&mut desk, event));
    desk
}

/// Fewer cases than usual, for the inner loop; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { usual } else { ProptestConfig { cases: 64, ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn only_allowed_moves_happen_and_every_invariant_holds(steps in steps()) {
        play(steps);
    }

    #[test]
    fn going_on_comes_to_an_end(kind in select(vec![ChangeType::Normal, ChangeType::Emergency]), answers in answers()) {
        let mut bench = Bench::begin();
        let statement = Statement { kind, plans: bench::plans(), answers: Some(answers), ..bench::statement() };
        let id = bench.raised(statement);
        for _ in 0..20 {
            let Some(Step::Ask(actor, ask)) = next_step(&bench, id) else { break };
            bench.does_as(actor, ask);
        }
        prop_assert_eq!(bench.see(id).state, State::Closed);
    }

    #[test]
    fn the_events_applied_equal_the_decided_state_also_record_by_record(steps in steps()) {
        let bench = play(steps);
        prop_assert_eq!(&fold(&bench.journal), &bench.desk);
        for change in bench.desk.changes().all() {
            let own = bench.journal.iter().filter(|event| event.what.record() == Some(RecordId::Change(change.id)));
            let alone = fold(own);
            prop_assert_eq!(alone.changes().get(change.id).unwrap(), change);
        }
    }

    #[test]
    fn why_not_and_decide_agree_and_every_refusal_is_short(
        steps in steps(),
        asks in prop::collection::vec((person(), ask()), 1..40),
    ) {
        let mut bench = play(steps);
        for change in bench.desk.changes().all() {
            Action::ALL.into_iter().filter_map(|action| why_not(&bench.desk, change.id, action)).for_each(|refusal| teaches_briefly(&refusal));
        }
        for (actor, ask) in asks {
            bench.actor = actor;
            let tried = decide(&bench.desk, Command::Change(ask.clone()), &bench.context());
            if let Err(refusal) = &tried {
                teaches_briefly(refusal);
            }
            if let Some((id, action)) = action_of(&ask) {
                prop_assert_eq!(tried.err(), why_not(&bench.desk, id, action));
            } else if let Ask::Answer { change, approves: true, .. } = ask {
                prop_assert_eq!(tried.err(), why_not_answer(&bench.desk, change, actor));
            } else if let Ask::MoveOrder { change, order, to: to @ (OrderState::Accepted | OrderState::Ready), .. } = ask {
                prop_assert_eq!(tried.err(), why_not_order(&bench.desk, change, order, to));
            }
        }
    }

    #[test]
    fn what_comes_late_is_applied_only_where_it_is_legal_and_breaks_nothing(one in steps(), other in steps()) {
        let mut bench = play(one);
        for event in play(other).journal {
            if event.what.record().is_some() && bench.desk.legal(&event).is_ok() {
                let before = bench.desk.clone();
                apply(&mut bench.desk, &event);
                only_allowed_moves(&before, &bench.desk);
                holds(&bench.desk);
            }
        }
    }

    #[test]
    fn a_record_that_is_forgotten_and_folded_again_is_the_same(steps in steps()) {
        let bench = play(steps);
        let mut desk = bench.desk.clone();
        let records: BTreeSet<RecordId> = bench.journal.iter().filter_map(|event| event.what.record()).collect();
        for record in records {
            desk.forget(record);
            let own = bench.journal.iter().filter(|event| event.what.record() == Some(record));
            own.for_each(|event| apply(&mut desk, event));
        }
        prop_assert_eq!(&desk, &bench.desk);
    }
}
