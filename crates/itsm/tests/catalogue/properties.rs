//! Whatever is asked, in whatever order.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::catalogue::{
    Action, Check, Command as Ask, Review, ServiceCategory, ServiceCategoryId, Settings, Status, why_not,
};
use itsm::{Command, Desk, Directory, Event, Key, PersonId, RecordId, ServiceId, apply};
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{Bench, MAIL, READER, TAG, WRITER, teaches_briefly};
use crate::some::{content, edit};

fn service() -> impl Strategy<Value = ServiceId> {
    prop_oneof![1 => Just(MAIL), 5 => (2..4u32).prop_map(|number| ServiceId(Key { number, tag: TAG }))]
}

fn text() -> impl Strategy<Value = Arc<str>> {
    prop_oneof![8 => Just("Because it is better"), 1 => Just(" "), 1 => Just("")].prop_map(Arc::from)
}

fn category_id() -> impl Strategy<Value = ServiceCategoryId> {
    (1..5u32).prop_map(|number| ServiceCategoryId(Key { number, tag: TAG }))
}

#[derive(Clone, Debug)]
enum Step {
    Ask(Ask),
    /// In so many days.
    Publish(ServiceId, Option<i64>, Arc<str>),
    Wait(i64),
    Become(PersonId),
}

fn of_all() -> impl Strategy<Value = Ask> {
    let name = || select(vec!["Workplace", "Devices", "Access", ""]).prop_map(Arc::from);
    let category = (name(), prop::option::of(category_id())).prop_map(|(name, parent)| ServiceCategory {
        name,
        parent,
        ..ServiceCategory::default()
    });
    prop_oneof![
        1 => any::<bool>().prop_map(|needs_review| Ask::Set(Box::new(Settings { needs_review, ..Settings::default() }))),
        3 => (prop::option::of(category_id()), category).prop_map(|(id, category)| Ask::SaveCategory(id, category)),
        1 => category_id().prop_map(Ask::DropCategory),
        1 => name().prop_map(|name| Ask::SaveAudience(None, name)),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let check = || select(Check::ALL.to_vec());
    let ask = prop_oneof![
        1 => (prop::option::of(service()), content())
            .prop_map(|(service, content)| Ask::Draft { service, content: Box::new(content) }),
        6 => (service(), prop::collection::vec(edit(), 1..3)).prop_map(|(service, edits)| Ask::Edit { service, edits }),
        6 => (service(), check(), text())
            .prop_map(|(service, check, words)| Ask::Tick { service, check, words: Some(words) }),
        1 => (service(), check()).prop_map(|(service, check)| Ask::Tick { service, check, words: None }),
        9 => (service(), select(Status::ALL.to_vec()), text())
            .prop_map(|(service, to, because)| Ask::Move { service, to, because }),
        2 => service().prop_map(Ask::Submit),
        3 => (service(), any::<bool>(), text())
            .prop_map(|(service, approves, words)| Ask::Review { service, approves, words }),
        1 => service().prop_map(Ask::Unschedule),
        1 => (service(), 1..4u32).prop_map(|(service, version)| Ask::Restore { service, version }),
        1 => (service(), text()).prop_map(|(service, text)| Ask::Comment { service, text }),
        1 => (service(), 0..3u16, any::<bool>())
            .prop_map(|(service, comment, settled)| Ask::Settle { service, comment, settled }),
        2 => of_all(),
    ];
    prop_oneof![
        16 => ask.prop_map(Step::Ask),
        4 => (service(), prop::option::of(-1..4i64), text())
            .prop_map(|(service, from, note)| Step::Publish(service, from, note)),
        2 => (0..5i64).prop_map(Step::Wait),
        2 => select(vec![WRITER, READER]).prop_map(Step::Become),
    ]
}

fn play(steps: Vec<Step>) -> Bench {
    let mut bench = Bench::begin();
    bench.standing("First", Status::Active);
    bench.standing("Second", Status::Launched);
    for step in steps {
        let ask = match step {
            Step::Ask(ask) => ask,
            Step::Publish(service, from, note) => {
                Ask::Publish { service, from: from.map(|days| bench.days(days)), note }
            }
            Step::Wait(days) => {
                bench.now += TimeDelta::days(days);
                continue;
            }
            Step::Become(person) => {
                bench.actor = person;
                continue;
            }
        };
        let before = bench.desk.clone();
        let action = action_of(&ask);
        let asked = bench.ask(Command::Catalogue(ask));
        if let Some((id, action)) = action {
            assert_eq!(why_not(&before, id, action, bench.now), asked.err(), "{action:?}");
        }
        only_allowed_moves(&before, &bench.desk);
        holds_at(&bench.desk, bench.now);
        names_are_told_apart(&bench.desk);
    }
    bench
}

/// Commands that bring nothing that a form asks for: a button knows all about them beforehand.
fn action_of(ask: &Ask) -> Option<(ServiceId, Action)> {
    Some(match ask {
        Ask::Submit(id) => (*id, Action::Submit),
        Ask::Unschedule(id) => (*id, Action::Unschedule),
        Ask::Move { service, to, because } if !because.trim().is_empty() => (*service, Action::Move(*to)),
        _ => return None,
    })
}

/// The life cycle, written apart from the rules in the source.
fn only_allowed_moves(before: &Desk, after: &Desk) {
    use Status::*;
    for listing in after.portfolio().listings() {
        let Some(earlier) = before.portfolio().listing(listing.id) else {
            assert_eq!(listing.status, InStudy);
            continue;
        };
        let allowed = match (earlier.status, listing.status) {
            (one, other) if one == other => true,
            (InStudy, to) => matches!(to, InDesign | Rejected),
            (InDesign, to) => matches!(to, InTest | InStudy | Rejected),
            (InTest, to) => matches!(to, Active | InDesign | Rejected),
            (Rejected, to) => to == InStudy,
            (Active, to) => matches!(to, Launched | InTest | Retired),
            (Launched, to) => matches!(to, Retired | Active),
            (Retired, to) => matches!(to, Obsolete | Active),
            (Obsolete, _) => false,
        };
        assert!(allowed, "{:?} became {:?}", earlier.status, listing.status);
        let gates = listing.status.asks_for().iter().all(|check| listing.done.contains_key(check));
        assert!(listing.status <= earlier.status || gates, "a gate was passed without what it asks for");
        for version in &earlier.versions {
            let now = listing.version(version.number).unwrap();
            assert!(now.withdrawn || now == version, "a version never changes");
        }
    }
}

fn holds_at(desk: &Desk, now: DateTime<Utc>) {
    for listing in desk.portfolio().listings() {
        let numbers: Vec<u32> = listing.versions.iter().map(|version| version.number).collect();
        assert_eq!(numbers, (1..).take(numbers.len()).collect::<Vec<u32>>());
        assert!(listing.versions.iter().all(|version| version.from >= version.at));
        let kept: Vec<_> = listing.versions.iter().filter(|version| !version.withdrawn).collect();
        assert!(kept.windows(2).all(|pair| pair[0].from <= pair[1].from), "a later version is offered later");
        assert!(kept.iter().filter(|version| version.from > now).count() <= 1, "one is scheduled at most");
        assert!(listing.status != Status::Launched || listing.published(now).is_some());
        assert!(listing.done.values().all(|done| !done.words.trim().is_empty()));
        if let Review::Approved { by } | Review::Returned { by, .. } = &listing.review {
            assert!(!listing.writers.contains(by), "nobody reviews what they wrote");
        }
        assert!(!listing.draft.name.trim().is_empty());
    }
}

fn names_are_told_apart(desk: &Desk) {
    let names: Vec<String> = desk.directory().services.values().map(|name| name.to_lowercase()).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
    let drafts: Vec<String> =
        desk.portfolio().listings().map(|listing| listing.draft.name.trim().to_lowercase()).collect();
    assert_eq!(drafts.iter().collect::<BTreeSet<_>>().len(), drafts.len(), "{drafts:?}");
    let categories = desk.portfolio().categories();
    for (id, category) in categories {
        let mut above = category.parent;
        for _ in 0..categories.len() {
            assert_ne!(above, Some(*id), "a category stands in itself");
            above = above.and_then(|id| categories[&id].parent);
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
    if std::env::var_os("PROPTEST_CASES").is_some() { usual } else { ProptestConfig { cases: 64, ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn only_allowed_moves_happen_and_every_invariant_holds(steps in prop::collection::vec(step(), 1..100)) {
        play(steps);
    }

    #[test]
    fn the_events_applied_equal_the_decided_state_and_forgetting_leaves_no_trace(
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let bench = play(steps);
        prop_assert_eq!(&fold(&bench.journal), &bench.desk);
        let mut again = bench.desk.clone();
        let records: BTreeSet<RecordId> = bench.journal.iter().filter_map(|event| event.what.record()).collect();
        for record in records {
            again.forget(record);
            bench.journal.iter().filter(|event| event.what.record() == Some(record)).for_each(|event| apply(&mut again, event));
        }
        again.forget_shared(Directory::default());
        bench.journal.iter().filter(|event| event.what.record().is_none()).for_each(|event| apply(&mut again, event));
        prop_assert_eq!(&again, &bench.desk);
    }

    #[test]
    fn what_comes_from_another_tab_is_applied_only_where_it_is_legal_and_breaks_nothing(
        one in prop::collection::vec(step(), 1..50),
        other in prop::collection::vec(step(), 1..50),
    ) {
        let mut both: Vec<Event> = play(one).journal.into_iter().chain(play(other).journal).collect();
        both.sort_by_key(|event| event.at);
        let mut desk = Desk::default();
        for event in both {
            if desk.legal(&event).is_ok() {
                let before = desk.clone();
                apply(&mut desk, &event);
                holds_at(&desk, event.at);
                only_allowed_moves(&before, &desk);
            }
        }
    }

    #[test]
    fn every_reason_for_a_button_is_short(steps in prop::collection::vec(step(), 1..50)) {
        let bench = play(steps);
        for listing in bench.desk.portfolio().listings() {
            let reasons = Action::all().filter_map(|action| why_not(&bench.desk, listing.id, action, bench.now));
            reasons.for_each(|refusal| teaches_briefly(&refusal));
        }
    }
}
