//! Whatever is asked, in whatever order.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use itsm::incident::{Command as AskIncident, HoldReason};
use itsm::problem::{
    Action, Amendment, Bone, Command as Ask, Message, Problem, ResolutionCode, State, Statement, Why, why_not,
};
use itsm::{Command, Desk, Event, IncidentId, Key, Level, PersonId, ProblemId, RecordId, apply, decide};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{self, Bench, LEAD, NETWORK, TAG, teaches_briefly};

fn problem() -> impl Strategy<Value = ProblemId> {
    (1..4u32).prop_map(|number| ProblemId(Key { number, tag: TAG }))
}

fn incident() -> impl Strategy<Value = IncidentId> {
    (1..5u32).prop_map(|number| IncidentId(Key { number, tag: TAG }))
}

fn text() -> impl Strategy<Value = Arc<str>> {
    prop_oneof![8 => Just("Lease time"), 2 => Just(" Pool \n"), 1 => Just(" "), 1 => Just("")].prop_map(Arc::from)
}

fn amendment() -> impl Strategy<Value = Amendment> {
    prop_oneof![
        4 => text().prop_map(Amendment::Cause),
        1 => text().prop_map(Amendment::Summary),
        1 => text().prop_map(Amendment::Symptom),
        1 => text().prop_map(Amendment::Workaround),
        1 => text().prop_map(Amendment::ErrorCode),
        1 => text().prop_map(Amendment::Description),
        1 => (0..5u8).prop_map(|level| Amendment::Impact(Level(level))),
        1 => (0..5u8).prop_map(|level| Amendment::Urgency(Level(level))),
    ]
}

fn ask() -> impl Strategy<Value = Ask> {
    let lead = || option::weighted(0.8, select(vec![LEAD, PersonId::imported(99)]));
    prop_oneof![
        1 => (text(), lead(), prop::collection::vec(incident(), 0..3)).prop_map(|(summary, assignee, from)| {
            Ask::Raise { statement: Box::new(Statement { summary, assignee, ..bench::statement() }), from }
        }),
        3 => (problem(), prop::collection::vec(amendment(), 0..3))
            .prop_map(|(problem, changes)| Ask::Amend { problem, changes }),
        2 => (problem(), option::of(Just(NETWORK)), lead())
            .prop_map(|(problem, group, assignee)| Ask::Assign { problem, group, assignee }),
        3 => problem().prop_map(Ask::Assess),
        3 => problem().prop_map(Ask::Analyse),
        3 => problem().prop_map(Ask::BeginFix),
        3 => (problem(), text(), any::<bool>())
            .prop_map(|(problem, fix, resolve_awaiting)| Ask::Resolve { problem, fix, resolve_awaiting }),
        1 => (problem(), text()).prop_map(|(problem, because)| Ask::AcceptRisk { problem, because }),
        1 => (problem(), problem()).prop_map(|(problem, of)| Ask::MarkDuplicate { problem, of }),
        1 => (problem(), text()).prop_map(|(problem, because)| Ask::Cancel { problem, because }),
        2 => (problem(), text()).prop_map(|(problem, because)| Ask::Reanalyse { problem, because }),
        2 => problem().prop_map(Ask::Close),
        2 => problem().prop_map(Ask::DeclareKnownError),
        1 => (problem(), text())
            .prop_map(|(problem, text)| Ask::Communicate { problem, what: Message::Workaround, text }),
        1 => (problem(), text()).prop_map(|(problem, text)| Ask::Note { problem, text }),
        1 => (problem(), prop::collection::vec(text(), 0..11)).prop_map(|(problem, answers)| {
            let why = |answer: Arc<str>| Why { evidence: answer.clone(), answer };
            Ask::DrawWhys { problem, whys: answers.into_iter().map(why).collect() }
        }),
        1 => (problem(), prop::collection::vec((text(), prop::collection::vec(text(), 0..4)), 0..10)).prop_map(
            |(problem, bones)| {
                let bones = bones.into_iter().map(|(name, causes)| Bone { name, causes }).collect();
                Ask::DrawBones { problem, bones }
            }
        ),
    ]
}

fn of_incident() -> impl Strategy<Value = AskIncident> {
    prop_oneof![
        1 => Just(AskIncident::Log(Box::new(bench::report()))),
        3 => (incident(), option::weighted(0.9, problem()))
            .prop_map(|(incident, problem)| AskIncident::LinkProblem { incident, problem }),
        3 => incident()
            .prop_map(|incident| AskIncident::Hold { incident, reason: HoldReason::Problem, note: "".into() }),
        1 => incident().prop_map(AskIncident::Start),
        1 => incident().prop_map(AskIncident::Close),
        1 => (incident(), text()).prop_map(|(incident, because)| AskIncident::Cancel { incident, because }),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Command>> {
    let step = prop_oneof![3 => ask().prop_map(Command::Problem), 1 => of_incident().prop_map(Command::Incident)];
    prop::collection::vec(step, 1..120).prop_map(|steps| {
        let log = || Command::Incident(AskIncident::Log(Box::new(bench::report())));
        let raise = || Command::Problem(bench::raise(vec![]));
        [log(), log(), raise(), raise()].into_iter().chain(steps).collect()
    })
}

fn play(steps: Vec<Command>) -> Bench {
    let mut bench = Bench::begin();
    for step in steps {
        let before = bench.desk.clone();
        let _ = bench.ask(step);
        only_allowed_moves(&before, &bench.desk);
        holds(&bench.desk);
    }
    bench
}

/// The life cycle as a table, written apart from the rules in the source.
fn only_allowed_moves(before: &Desk, after: &Desk) {
    use State::*;
    for problem in after.problems() {
        let Ok(earlier) = before.problem(problem.id) else {
            assert_eq!(problem.state, New);
            continue;
        };
        let accepted = earlier.resolution.as_ref().is_some_and(|end| end.code == ResolutionCode::RiskAccepted);
        let allowed = match (earlier.state, problem.state) {
            (one, other) if one == other => true,
            (New, Assess) | (Assess, RootCauseAnalysis) | (RootCauseAnalysis, FixInProgress) => true,
            (FixInProgress, Resolved | RootCauseAnalysis) | (Resolved, Closed | RootCauseAnalysis) => true,
            (New | Assess | RootCauseAnalysis | FixInProgress, Closed) => true,
            (Closed, RootCauseAnalysis) => accepted,
            _ => false,
        };
        assert!(allowed, "{:?} became {:?}", earlier.state, problem.state);
    }
}

fn holds(desk: &Desk) {
    for problem in desk.problems() {
        holds_for(desk, problem);
    }
    let mut linked: BTreeMap<ProblemId, BTreeSet<IncidentId>> = BTreeMap::new();
    for incident in desk.incidents() {
        if let Some(problem) = incident.problem {
            linked.entry(problem).or_default().insert(incident.id);
        }
    }
    for problem in desk.problems() {
        let found: BTreeSet<_> = desk.incidents_of_problem(problem.id).map(|incident| incident.id).collect();
        assert_eq!(found, linked.remove(&problem.id).unwrap_or_default());
    }
}

fn holds_for(desk: &Desk, problem: &Problem) {
    let code = problem.resolution.as_ref().map(|end| end.code);
    assert_eq!(problem.resolution.is_some(), !problem.state.is_open(), "{problem:?}");
    assert_eq!(problem.closed_at.is_some(), problem.state == State::Closed);
    assert_eq!(problem.duplicate_of.is_some(), code == Some(ResolutionCode::Duplicate));
    assert!(problem.state != State::Resolved || code == Some(ResolutionCode::FixApplied));
    assert!(problem.state == State::Closed || problem.state == State::New || problem.assignee.is_some());
    assert!(!problem.summary.trim().is_empty());
    assert!(problem.resolution.as_ref().is_none_or(|end| !end.notes.trim().is_empty()));
    let stands_on_cause = matches!(problem.state, State::FixInProgress | State::Resolved) || problem.is_known_error();
    assert!(!stands_on_cause || !problem.analysis.cause.is_empty(), "{problem:?}");
    assert!(problem.analysis.whys.iter().all(|why| !why.answer.trim().is_empty()));
    if let Some(original) = problem.duplicate_of {
        assert!(desk.problem(original).is_ok());
    }
}

fn action_of(ask: &Ask) -> Option<(ProblemId, Action)> {
    Some(match ask {
        Ask::Assess(id) => (*id, Action::Assess),
        Ask::Analyse(id) => (*id, Action::Analyse),
        Ask::BeginFix(id) => (*id, Action::BeginFix),
        Ask::Close(id) => (*id, Action::Close),
        Ask::DeclareKnownError(id) => (*id, Action::DeclareKnownError),
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
        for problem in bench.desk.problems() {
            let own = bench.journal.iter().filter(|event| event.what.record() == Some(RecordId::Problem(problem.id)));
            let alone = fold(own);
            prop_assert_eq!(alone.problem(problem.id).unwrap(), problem);
        }
    }

    #[test]
    fn why_not_and_decide_agree_and_every_refusal_is_short(
        steps in steps(),
        asks in prop::collection::vec(ask(), 1..40),
    ) {
        let bench = play(steps);
        for problem in bench.desk.problems() {
            Action::ALL.into_iter().filter_map(|action| why_not(&bench.desk, problem.id, action)).for_each(|refusal| teaches_briefly(&refusal));
        }
        for ask in asks {
            let tried = decide(&bench.desk, Command::Problem(ask.clone()), &bench.context());
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
        let records: BTreeSet<RecordId> = bench.journal.iter().filter_map(|event| event.what.record()).collect();
        for record in records {
            desk.forget(record);
            let own = bench.journal.iter().filter(|event| event.what.record() == Some(record));
            own.for_each(|event| apply(&mut desk, event));
        }
        prop_assert_eq!(&desk, &bench.desk);
    }
}
