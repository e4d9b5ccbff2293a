//! Whatever is asked, in whatever order.

use std::sync::Arc;

use itsm::incident::{Command as AskIncident, State};
use itsm::major::{Action, Command as Ask, Part, Plan, Review, Status, What, why_not};
use itsm::{Command, Desk, Event, IncidentId, Key, PersonId, RecordId, apply, decide};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{self, Bench, CALLER, MANAGER, TAG, teaches_briefly};

fn incident() -> impl Strategy<Value = IncidentId> {
    (1..4u32).prop_map(|number| IncidentId(Key { number, tag: TAG }))
}

fn text() -> impl Strategy<Value = Arc<str>> {
    prop_oneof![8 => Just("Mail is down"), 2 => Just(" Down \n"), 1 => Just(" "), 1 => Just("")].prop_map(Arc::from)
}

fn ask() -> impl Strategy<Value = Ask> {
    let id = incident;
    let person = || option::weighted(0.8, select(vec![MANAGER, CALLER, PersonId::imported(99)]));
    let what = prop_oneof![
        select(vec![What::Found, What::Done, What::Decided]),
        prop::collection::vec(select(vec![MANAGER, CALLER]), 0..4).prop_map(What::Swarmed),
    ];
    prop_oneof![
        4 => (id(), text()).prop_map(|(incident, because)| Ask::Propose { incident, because }),
        4 => (id(), person()).prop_map(|(incident, manager)| Ask::Accept { incident, manager }),
        1 => (id(), text()).prop_map(|(incident, because)| Ask::Reject { incident, because }),
        1 => (id(), text()).prop_map(|(incident, because)| Ask::Demote { incident, because }),
        2 => (id(), select(Part::ALL.to_vec()), person())
            .prop_map(|(incident, part, person)| Ask::GivePart { incident, part, person }),
        2 => (id(), text(), 0..600u32).prop_map(|(incident, audience, every_minutes)| {
            Ask::Plan { incident, plan: Plan { audience, channel: "Phone".into(), every_minutes } }
        }),
        2 => (id(), text()).prop_map(|(incident, text)| Ask::Update { incident, text }),
        2 => (id(), what, text(), -5000..20i64).prop_map(|(incident, what, text, minutes)| {
            Ask::Log { incident, what, text, when: Bench::begin().now + chrono::TimeDelta::minutes(minutes) }
        }),
        2 => (id(), text()).prop_map(|(incident, learned)| {
            Ask::LookBack { incident, review: Box::new(Review { learned, ..Review::default() }) }
        }),
        1 => (id(), text()).prop_map(|(incident, because)| Ask::Waive { incident, because }),
    ]
}

fn of_incident() -> impl Strategy<Value = AskIncident> {
    prop_oneof![
        4 => incident().prop_map(bench::resolve),
        4 => incident().prop_map(AskIncident::Close),
        1 => (incident(), text()).prop_map(|(incident, because)| AskIncident::Reopen { incident, because }),
        1 => (incident(), option::of(incident()))
            .prop_map(|(incident, parent)| AskIncident::LinkParent { incident, parent }),
        1 => (incident(), text()).prop_map(|(incident, because)| AskIncident::Cancel { incident, because }),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Command>> {
    let step = prop_oneof![3 => ask().prop_map(Command::Major), 1 => of_incident().prop_map(Command::Incident)];
    prop::collection::vec(step, 1..100).prop_map(|steps| {
        let log = || Command::Incident(AskIncident::Log(Box::new(bench::report())));
        [log(), log(), log()].into_iter().chain(steps).collect()
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
    use Status::*;
    for (id, major) in after.majors() {
        let earlier = before.majors().get(id).map(|major| &major.status);
        let allowed = match (earlier, &major.status) {
            (None, Candidate) => true,
            (Some(one), other) if one == other => true,
            (Some(Candidate), Accepted | Rejected(_)) | (Some(Accepted), Demoted(_)) => true,
            (Some(Rejected(_) | Demoted(_)), Candidate) => true,
            _ => false,
        };
        assert!(allowed, "{earlier:?} became {:?}", major.status);
    }
}

fn holds(desk: &Desk) {
    for (id, major) in desk.majors() {
        let incident = desk.incident(*id).unwrap();
        let is_accepted = major.status == Status::Accepted;
        assert!(!is_accepted || (major.manager.is_some() && major.accepted_at.is_some()));
        assert!(!is_accepted || incident.state != State::Closed || major.look_back.is_some(), "{major:?}");
        assert!(!major.because.trim().is_empty());
        assert!(!matches!(&major.status, Status::Rejected(text) | Status::Demoted(text) if text.trim().is_empty()));
        assert!(major.moments.is_sorted_by_key(|moment| moment.at));
        assert!(major.plan.as_ref().is_none_or(|(plan, _)| (1..=480).contains(&plan.every_minutes)));
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
        for (id, major) in bench.desk.majors() {
            let own = bench.journal.iter().filter(|event| event.what.record() == Some(RecordId::Incident(*id)));
            let alone = fold(own);
            prop_assert_eq!(&alone.majors()[id], major);
        }
    }

    #[test]
    fn a_form_that_opens_is_refused_only_for_what_it_asks_and_every_refusal_is_short(
        steps in steps(),
        asks in prop::collection::vec(ask(), 1..40),
    ) {
        let bench = play(steps);
        for incident in bench.desk.incidents() {
            Action::ALL.into_iter().filter_map(|action| why_not(&bench.desk, incident.id, action)).for_each(|refusal| teaches_briefly(&refusal));
        }
        for ask in asks {
            let action = match &ask {
                Ask::Propose { incident, .. } => Some((*incident, Action::Propose)),
                Ask::Accept { incident, .. } => Some((*incident, Action::Accept)),
                Ask::Update { incident, .. } => Some((*incident, Action::Update)),
                Ask::LookBack { incident, .. } => Some((*incident, Action::LookBack)),
                _ => None,
            };
            let tried = decide(&bench.desk, Command::Major(ask), &bench.context());
            if let Err(refusal) = &tried {
                teaches_briefly(refusal);
            }
            if let Some(refusal) = action.and_then(|(id, action)| why_not(&bench.desk, id, action)) {
                prop_assert_eq!(tried, Err(refusal));
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
        let ids: Vec<_> = desk.majors().keys().map(|id| RecordId::Incident(*id)).collect();
        for id in ids {
            desk.forget(id);
            bench.journal.iter().filter(|event| event.what.record() == Some(id)).for_each(|event| apply(&mut desk, event));
        }
        prop_assert_eq!(desk.majors(), bench.desk.majors());
    }
}
