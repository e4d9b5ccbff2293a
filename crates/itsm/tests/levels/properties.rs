//! Whatever is asked, in whatever order.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::availability::{Command as AskService, Outage};
use itsm::promise::{self, Command as Ask, Health, Party, Promise, Review, ReviewAction, Stage};
use itsm::supplier::{self, Command as AskSupplier, Contract, State};
use itsm::{Command, Desk, Event, Key, PromiseId, RecordId, SupplierId, apply, decide};
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{self, ADA, Bench, MAIL, NETWORK, SHOP, TAG, at, hours, teaches_briefly};

fn promise() -> impl Strategy<Value = PromiseId> {
    (1..4u32).prop_map(|number| PromiseId(Key { number, tag: TAG }))
}

fn supplier() -> impl Strategy<Value = SupplierId> {
    (1..3u32).prop_map(|number| SupplierId(Key { number, tag: TAG }))
}

fn text() -> impl Strategy<Value = Arc<str>> {
    prop_oneof![8 => Just("Two floors"), 1 => Just(" "), 1 => Just("")].prop_map(Arc::from)
}

fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    (0..60_i64).prop_map(|hour| at("02 08:00") + hours(hour))
}

fn terms() -> impl Strategy<Value = Box<promise::Terms>> {
    let party = prop_oneof![
        3 => Just(Party::Customer("Sales".into())),
        2 => Just(Party::Group(NETWORK)),
        1 => supplier().prop_map(Party::Supplier),
        1 => text().prop_map(Party::Customer),
    ];
    (party, 1..9_i64, moment(), prop::option::of(moment()), select(vec![MAIL, SHOP])).prop_map(
        |(party, target, valid_from, valid_until, service)| {
            let terms = bench::terms(party, hours(target));
            Box::new(promise::Terms { valid_from, valid_until, services: vec![service], ..terms })
        },
    )
}

fn ask() -> impl Strategy<Value = Ask> {
    let review = (text(), text(), moment(), prop::option::of(select(Health::ALL.to_vec()))).prop_map(
        |(attendees, minutes, held_at, outcome)| {
            let actions = vec![ReviewAction { what: "Ask".into(), owner: ADA, due: held_at }];
            Box::new(Review { held_at, attendees, minutes, outcome, actions })
        },
    );
    prop_oneof![
        2 => terms().prop_map(Ask::Draft),
        2 => (promise(), terms()).prop_map(|(promise, terms)| Ask::Redraft { promise, terms }),
        3 => promise().prop_map(Ask::Agree),
        3 => (promise(), terms(), text()).prop_map(|(promise, terms, because)| Ask::Revise { promise, terms, because }),
        1 => (promise(), moment(), text()).prop_map(|(promise, from, because)| Ask::End { promise, from, because }),
        3 => (promise(), review).prop_map(|(promise, review)| Ask::Review { promise, review }),
        2 => (promise(), 0..2u16, 0..2u16)
            .prop_map(|(promise, review, action)| Ask::FinishAction { promise, review, action }),
        1 => (promise(), text()).prop_map(|(promise, text)| Ask::Note { promise, text }),
    ]
}

fn ask_supplier() -> impl Strategy<Value = AskSupplier> {
    let contract = || {
        (text(), prop::option::of(promise()), prop::option::of(moment())).prop_map(|(title, promise, until)| {
            Box::new(Contract { title, promise, valid_until: until, ..bench::contract() })
        })
    };
    let name = select(vec!["Carrier", "Cloud", ""]);
    let profile = name.prop_map(|name| Box::new(bench::profile(name)));
    prop_oneof![
        2 => profile.clone().prop_map(AskSupplier::Add),
        1 => (supplier(), profile).prop_map(|(supplier, profile)| AskSupplier::Correct { supplier, profile }),
        2 => (supplier(), contract()).prop_map(|(supplier, contract)| AskSupplier::Sign { supplier, contract }),
        1 => (supplier(), 0..2u16, contract())
            .prop_map(|(supplier, place, contract)| AskSupplier::ChangeContract { supplier, place, contract }),
        2 => supplier().prop_map(AskSupplier::Activate),
        1 => (supplier(), text()).prop_map(|(supplier, because)| AskSupplier::End { supplier, because }),
        1 => (supplier(), text())
            .prop_map(|(supplier, text)| AskSupplier::Rate { supplier, health: Health::Amber, text }),
    ]
}

fn ask_service() -> impl Strategy<Value = AskService> {
    let service = || select(vec![MAIL, SHOP]);
    let outage = (moment(), prop::option::of(moment()), any::<bool>()).prop_map(|(from, until, planned)| {
        let note = "Power".into();
        Box::new(Outage { from, until, planned, items: vec![], note, incident: None, withdrawn: false })
    });
    prop_oneof![
        3 => (service(), outage).prop_map(|(service, outage)| AskService::NoteOutage { service, outage }),
        2 => (service(), 0..4u16, moment())
            .prop_map(|(service, outage, at)| AskService::Restore { service, outage, at }),
        1 => (service(), 0..4u16, text())
            .prop_map(|(service, outage, because)| AskService::Withdraw { service, outage, because }),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Command>> {
    let step = prop_oneof![
        4 => ask().prop_map(Command::Promise),
        2 => ask_supplier().prop_map(Command::Supplier),
        2 => ask_service().prop_map(Command::Service),
    ];
    prop::collection::vec(step, 1..80).prop_map(|steps| {
        let add = Command::Supplier(AskSupplier::Add(Box::new(bench::profile("Carrier"))));
        let draft = Command::Promise(Ask::Draft(Box::new(bench::sla(hours(4)))));
        [add, draft].into_iter().chain(steps).collect()
    })
}

fn play(steps: Vec<Command>) -> Bench {
    let mut bench = Bench::begin();
    for step in steps {
        bench.now += TimeDelta::minutes(30);
        let before = bench.desk.clone();
        let _ = bench.ask(step);
        only_allowed_moves(&before, &bench.desk);
        holds(&bench.desk);
    }
    bench
}

/// Both life cycles as tables, written apart from the rules in the source.
fn only_allowed_moves(before: &Desk, after: &Desk) {
    for now in after.promises().all() {
        let Ok(earlier) = before.promises().get(now.id) else {
            assert_eq!(now.stage, Stage::Draft);
            continue;
        };
        let allowed = matches!(
            (earlier.stage, now.stage),
            (Stage::Draft, _) | (Stage::Agreed, Stage::Agreed | Stage::Ended) | (Stage::Ended, Stage::Ended)
        );
        assert!(allowed, "{:?} became {:?}", earlier.stage, now.stage);
        let kept = earlier.versions.iter().zip(&now.versions).all(|(one, other)| one == other);
        assert!(kept || earlier.stage == Stage::Draft, "what was agreed stays as it was");
    }
    for now in after.suppliers().all() {
        let Ok(earlier) = before.suppliers().get(now.id) else {
            assert_eq!(now.state, State::Candidate);
            continue;
        };
        assert!(earlier.state <= now.state, "{:?} became {:?}", earlier.state, now.state);
    }
}

fn holds(desk: &Desk) {
    desk.promises().all().for_each(holds_for);
    for supplier in desk.suppliers().all() {
        assert!(supplier.state != State::Active || !supplier.contracts.is_empty());
        assert!(!supplier.profile.name.trim().is_empty());
    }
    for service in [MAIL, SHOP] {
        let lasting = desk
            .availability(service)
            .map_or(0, |known| known.counted().filter(|(_, outage)| outage.until.is_none()).count());
        assert!(lasting <= 1, "a service cannot be gone twice at once");
    }
}

fn holds_for(promise: &Promise) {
    assert!(!promise.versions.is_empty());
    assert!(promise.stage != Stage::Draft || promise.versions.len() == 1);
    assert_eq!(promise.ended_from.is_some(), promise.stage == Stage::Ended);
    let same_party = promise.versions.iter().all(|version| Some(&version.terms.party) == promise.party());
    assert!(same_party, "{promise:?}");
    assert!(promise.versions.is_sorted_by_key(|version| version.terms.valid_from));
    for held in &promise.reviews {
        assert_eq!(held.done.len(), held.review.actions.len());
    }
}

fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Desk {
    let mut desk = Desk::default();
    events.into_iter().for_each(|event| apply(&mut desk, event));
    desk
}

fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { usual } else { ProptestConfig { cases: 48, ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn only_allowed_moves_happen_and_every_invariant_holds(steps in steps()) {
        let bench = play(steps);
        prop_assert_eq!(&fold(&bench.journal), &bench.desk);
    }

    #[test]
    fn why_not_and_decide_agree_and_every_refusal_is_short(
        steps in steps(),
        asks in prop::collection::vec(ask(), 1..30),
        of_suppliers in prop::collection::vec(ask_supplier(), 1..30),
    ) {
        let bench = play(steps);
        for ask in asks {
            let action = match &ask {
                Ask::Agree(id) => Some((*id, promise::Action::Agree)),
                Ask::Redraft { promise, .. } => Some((*promise, promise::Action::Redraft)),
                Ask::Revise { promise, .. } => Some((*promise, promise::Action::Revise)),
                Ask::End { promise, .. } => Some((*promise, promise::Action::End)),
                Ask::Review { promise, .. } => Some((*promise, promise::Action::Review)),
                Ask::FinishAction { promise, .. } => Some((*promise, promise::Action::FinishAction)),
                Ask::Note { promise, .. } => Some((*promise, promise::Action::Note)),
                Ask::Draft(_) => None,
            };
            let tried = decide(&bench.desk, Command::Promise(ask), &bench.context());
            let _ = tried.as_ref().inspect_err(|refusal| teaches_briefly(refusal));
            let why_not = action.and_then(|(id, action)| promise::why_not(&bench.desk, id, action));
            prop_assert!(why_not.is_none() || tried.err() == why_not, "{:?}", why_not);
        }
        for ask in of_suppliers {
            let activates = if let AskSupplier::Activate(id) = &ask { Some(*id) } else { None };
            let tried = decide(&bench.desk, Command::Supplier(ask), &bench.context());
            let _ = tried.as_ref().inspect_err(|refusal| teaches_briefly(refusal));
            if let Some(id) = activates {
                prop_assert_eq!(tried.err(), supplier::why_not(&bench.desk, id, supplier::Action::Activate));
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
