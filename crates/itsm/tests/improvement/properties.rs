//! Whatever is asked, in whatever order.

use std::sync::Arc;

use itsm::improvement::{
    Action, Amendment, Amount, Answer, Command as Ask, DeskMeasure, Improvement, Measure, Model, Reading, Scale, Scope,
    Stage, State, Statement, Step, why_not,
};
use itsm::{Command, Desk, Event, ImprovementId, Key, PersonId, RecordId, apply, decide};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{self, Bench, OWNER, TAG, day, days, reopened, teaches_briefly};

fn improvement() -> impl Strategy<Value = ImprovementId> {
    (1..4u32).prop_map(|number| ImprovementId(Key { number, tag: TAG }))
}

fn text() -> impl Strategy<Value = Arc<str>> {
    prop_oneof![8 => Just("Ask first"), 2 => Just(" Ask \n"), 1 => Just(" "), 1 => Just("")].prop_map(Arc::from)
}

fn measure() -> impl Strategy<Value = Measure> {
    prop_oneof![
        4 => Just(reopened()),
        1 => Just(Measure::Desk(DeskMeasure::Opened, Scope::Everything)),
        1 => text().prop_map(|name| Measure::Named { name, unit: "days".into() }),
    ]
}

fn reading() -> impl Strategy<Value = Reading> {
    prop_oneof![
        4 => (1..60i64, 1..100i64).prop_map(|(first, last)| days(first, last)),
        1 => (1..100i64, 0..9i64).prop_map(|(on, whole)| Reading::Value { amount: Amount::whole(whole), on: day(on) }),
    ]
}

fn scale() -> impl Strategy<Value = Scale> {
    (1..6u8).prop_map(|step| Scale::new(step).unwrap())
}

fn amendment() -> impl Strategy<Value = Amendment> {
    prop_oneof![
        1 => text().prop_map(Amendment::Summary),
        1 => text().prop_map(Amendment::Why),
        1 => scale().prop_map(Amendment::Effort),
        1 => scale().prop_map(Amendment::Benefit),
        2 => option::weighted(0.8, select(vec![OWNER, PersonId::imported(99)])).prop_map(Amendment::Owner),
        3 => option::weighted(0.9, measure()).prop_map(Amendment::Measure),
        3 => option::weighted(0.9, reading()).prop_map(Amendment::Baseline),
        3 => option::weighted(0.9, (0..100i64).prop_map(Amount::whole)).prop_map(Amendment::Target),
        2 => option::weighted(0.9, (90..200i64).prop_map(day)).prop_map(Amendment::Due),
    ]
}

fn ask() -> impl Strategy<Value = Ask> {
    let id = improvement;
    let step = (select(vec![Model::Questions, Model::SevenSteps]), 1..8u8)
        .prop_map(|(model, place)| Step::new(model, place).unwrap());
    prop_oneof![
        1 => (text(), any::<bool>()).prop_map(|(summary, is_complete)| {
            let statement = if is_complete { bench::complete() } else { bench::idea() };
            Ask::Register { statement: Box::new(Statement { summary, ..statement }), from: None }
        }),
        3 => (id(), prop::collection::vec(amendment(), 0..4))
            .prop_map(|(improvement, changes)| Ask::Amend { improvement, changes }),
        3 => id().prop_map(Ask::Accept),
        3 => id().prop_map(Ask::Assess),
        3 => id().prop_map(Ask::Approve),
        3 => id().prop_map(Ask::Start),
        2 => (id(), text()).prop_map(|(improvement, because)| Ask::Hold { improvement, because }),
        2 => id().prop_map(Ask::Resume),
        3 => (id(), reading()).prop_map(|(improvement, reading)| Ask::Measure { improvement, reading }),
        3 => id().prop_map(Ask::Review),
        2 => (id(), text()).prop_map(|(improvement, because)| Ask::Continue { improvement, because }),
        2 => (id(), text()).prop_map(|(improvement, lessons)| Ask::Close { improvement, lessons }),
        1 => (id(), text()).prop_map(|(improvement, because)| Ask::Cancel { improvement, because }),
        3 => (id(), step, text(), text()).prop_map(|(improvement, step, text, because)| {
            Ask::Take { improvement, step, answer: Answer { text, evidence: "".into(), because } }
        }),
        1 => (id(), text()).prop_map(|(improvement, text)| Ask::Note { improvement, text }),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Ask>> {
    prop::collection::vec(ask(), 1..120).prop_map(|steps| {
        let register = || Ask::Register { statement: Box::new(bench::complete()), from: None };
        [register(), register()].into_iter().chain(steps).collect()
    })
}

fn play(steps: Vec<Ask>) -> Bench {
    let mut bench = Bench::begin();
    for step in steps {
        let before = bench.desk.clone();
        let _ = bench.ask(Command::Improvement(step));
        only_allowed_moves(&before, &bench.desk);
        holds(&bench.desk);
    }
    bench
}

/// The life cycle as a table, written apart from the rules in the source.
fn only_allowed_moves(before: &Desk, after: &Desk) {
    use Stage::*;
    for improvement in after.improvements().all() {
        let now = improvement.state.stage();
        let Ok(earlier) = before.improvements().get(improvement.id) else {
            assert_eq!(now, New);
            continue;
        };
        let allowed = match (earlier.state.stage(), now) {
            (one, other) if one == other => true,
            (New, Accepted) | (Accepted, Assess) | (Assess, Approved) | (Approved, InProgress) => true,
            (InProgress, OnHold | Review) | (OnHold | Review, InProgress) | (Review, Closed) => true,
            (New | Accepted | Assess | Approved | InProgress | OnHold | Review, Cancelled) => true,
            _ => false,
        };
        assert!(allowed, "{:?} became {now:?}", earlier.state);
    }
}

fn holds(desk: &Desk) {
    desk.improvements().all().for_each(holds_for);
}

fn holds_for(one: &Improvement) {
    let stage = one.state.stage();
    let is_over = !one.state.is_open();
    assert_eq!(one.ending.is_some(), is_over);
    assert_eq!(one.ended_at.is_some(), is_over);
    assert!(!one.summary.trim().is_empty());
    assert!(one.ending.as_ref().is_none_or(|text| !text.trim().is_empty()));
    assert!(!matches!(&one.state, State::OnHold(because) if because.trim().is_empty()));
    let went_on = stage != Stage::Cancelled;
    assert!(!went_on || stage == Stage::New || one.owner.is_some());
    let is_decided = went_on && stage >= Stage::Approved;
    assert!(!is_decided || (one.measure.is_some() && one.baseline.is_some() && one.target.is_some()), "{one:?}");
    assert!(!went_on || stage < Stage::InProgress || one.due.is_some());
    assert!(!matches!(stage, Stage::Review | Stage::Closed) || !one.measured.is_empty());
    let readings = one.measured.iter().map(|measured| measured.reading).chain(one.baseline);
    for reading in readings {
        assert!(one.measure.as_ref().is_some_and(|measure| measure.takes(reading)), "{one:?}");
    }
    assert!(one.path.values().all(|taken| !taken.answer.text.trim().is_empty()));
}

fn action_of(ask: &Ask) -> Option<(ImprovementId, Action)> {
    Some(match ask {
        Ask::Accept(id) => (*id, Action::Accept),
        Ask::Assess(id) => (*id, Action::Assess),
        Ask::Approve(id) => (*id, Action::Approve),
        Ask::Start(id) => (*id, Action::Start),
        Ask::Resume(id) => (*id, Action::Resume),
        Ask::Review(id) => (*id, Action::Review),
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
    fn the_events_applied_equal_the_decided_state_also_record_by_record(steps in steps()) {
        let bench = play(steps);
        prop_assert_eq!(&fold(&bench.journal), &bench.desk);
        for one in bench.desk.improvements().all() {
            let own = bench.journal.iter().filter(|event| event.what.record() == Some(RecordId::Improvement(one.id)));
            let alone = fold(own);
            prop_assert_eq!(alone.improvements().get(one.id).unwrap(), one);
        }
    }

    #[test]
    fn why_not_and_decide_agree_and_every_refusal_is_short(
        steps in steps(),
        asks in prop::collection::vec(ask(), 1..40),
    ) {
        let bench = play(steps);
        for one in bench.desk.improvements().all() {
            Action::ALL.into_iter().filter_map(|action| why_not(&bench.desk, one.id, action)).for_each(|refusal| teaches_briefly(&refusal));
        }
        for ask in asks {
            let tried = decide(&bench.desk, Command::Improvement(ask.clone()), &bench.context());
            if let Err(refusal) = &tried {
                teaches_briefly(refusal);
            }
            if let Some((id, action)) = action_of(&ask) {
                prop_assert_eq!(tried.err(), why_not(&bench.desk, id, action));
            }
        }
    }

    #[test]
    fn what_comes_late_is_applied_only_where_it_is_legal_and_breaks_nothing(one in steps(), other in steps()) {
        let mut bench = play(one);
        for event in play(other).journal {
            if event.what.record().is_some() && bench.desk.legal(&event).is_ok() {
                apply(&mut bench.desk, &event);
                holds(&bench.desk);
            }
        }
    }

    #[test]
    fn a_record_that_is_forgotten_and_folded_again_is_the_same(steps in steps()) {
        let bench = play(steps);
        let mut desk = bench.desk.clone();
        let ids: Vec<_> = desk.improvements().all().map(|one| RecordId::Improvement(one.id)).collect();
        for id in ids {
            desk.forget(id);
            bench.journal.iter().filter(|event| event.what.record() == Some(id)).for_each(|event| apply(&mut desk, event));
        }
        prop_assert_eq!(desk, bench.desk);
    }
}
