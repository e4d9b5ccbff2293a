//! Whatever is asked, in whatever order.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::knowledge::{Action, Amendment, Command as Ask, Content, State, why_not};
use itsm::{ArticleId, Command, Desk, Event, Key, PersonId, RecordId, apply};
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{Bench, READER, TAG, WRITER, content};

fn article() -> impl Strategy<Value = ArticleId> {
    (1..4u32).prop_map(|number| ArticleId(Key { number, tag: TAG }))
}

fn person() -> impl Strategy<Value = PersonId> {
    select(vec![WRITER, READER, READER, PersonId::imported(9)])
}

fn text() -> impl Strategy<Value = Arc<str>> {
    prop_oneof![8 => Just("Print head"), 2 => Just(" Ribbon \n"), 1 => Just(" "), 1 => Just("")].prop_map(Arc::from)
}

/// A command, and in days from now its instants.
#[derive(Clone, Debug)]
enum Step {
    Ask(Ask),
    Approve(ArticleId, Option<i64>, i64),
    Confirm(ArticleId, i64),
    Wait(i64),
    Become(PersonId),
}

fn step() -> impl Strategy<Value = Step> {
    let ask = prop_oneof![
        1 => text().prop_map(|title| Ask::Begin { content: Box::new(Content { title, ..content() }), from: None }),
        4 => (article(), text()).prop_map(|(article, text)| Ask::Amend { article, changes: vec![Amendment::Body(text)] }),
        1 => (article(), text()).prop_map(|(article, text)| Ask::Amend { article, changes: vec![Amendment::Title(text)] }),
        6 => (article(), person()).prop_map(|(article, reviewer)| Ask::Submit { article, reviewer }),
        1 => (article(), text()).prop_map(|(article, because)| Ask::SendBack { article, because }),
        1 => article().prop_map(Ask::Unschedule),
        1 => article().prop_map(Ask::Discard),
        2 => (article(), text()).prop_map(|(article, because)| Ask::ProposeRetirement { article, because }),
        2 => (article(), text()).prop_map(|(article, because)| Ask::Retire { article, because }),
        2 => article().prop_map(Ask::Keep),
        1 => (article(), person()).prop_map(|(article, owner)| Ask::HandOver { article, owner }),
        2 => (article(), any::<bool>(), text())
            .prop_map(|(article, helpful, words)| Ask::Rate { article, helpful, words }),
        1 => (article(), text()).prop_map(|(article, text)| Ask::Flag { article, text }),
        1 => (article(), 0..3u32, text()).prop_map(|(article, flag, answer)| Ask::AnswerFlag { article, flag, answer }),
    ];
    prop_oneof![
        10 => ask.prop_map(Step::Ask),
        4 => (article(), proptest::option::of(-1..4i64), -1..9i64)
            .prop_map(|(article, from, review)| Step::Approve(article, from, review)),
        1 => (article(), -1..9i64).prop_map(|(article, review)| Step::Confirm(article, review)),
        2 => (0..5i64).prop_map(Step::Wait),
        2 => select(vec![WRITER, READER]).prop_map(Step::Become),
    ]
}

fn play(steps: Vec<Step>) -> Bench {
    let mut bench = Bench::begin();
    bench.draft();
    bench.published();
    for step in steps {
        let ask = match step {
            Step::Ask(ask) => ask,
            Step::Approve(article, from, review) => {
                Ask::Approve { article, from: from.map(|days| bench.days(days)), review_by: bench.days(review) }
            }
            Step::Confirm(article, review) => Ask::Confirm { article, review_by: bench.days(review) },
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
        let asked = bench.ask(Command::Article(ask));
        if let Some((id, action)) = action {
            assert_eq!(why_not(&before, id, action, bench.now), asked.err(), "{action:?}");
        }
        only_allowed_moves(&before, &bench);
        holds(&bench);
    }
    bench
}

/// Commands that bring nothing but the article: a button knows all about them beforehand.
fn action_of(ask: &Ask) -> Option<(ArticleId, Action)> {
    Some(match ask {
        Ask::Unschedule(id) => (*id, Action::Unschedule),
        Ask::Discard(id) => (*id, Action::Discard),
        Ask::Keep(id) => (*id, Action::Keep),
        _ => return None,
    })
}

/// The life cycle as a table, written apart from the rules in the source. What the clock does is on both sides.
fn only_allowed_moves(before: &Desk, bench: &Bench) {
    use State::*;
    for article in bench.desk.articles().all() {
        let Ok(earlier) = before.articles().get(article.id) else {
            assert_eq!(article.state(bench.now), Draft);
            continue;
        };
        let (was, is) = (earlier.state(bench.now), article.state(bench.now));
        let allowed = match (was, is) {
            (one, other) if one == other => true,
            (Draft, Review | Retired) | (Review, Draft | Scheduled | Published) | (Scheduled, Draft) => true,
            (Published, PendingRetirement) | (Outdated, Published | PendingRetirement) => true,
            (PendingRetirement, Published | Outdated | Retired) => true,
            (Retired, Draft | Published | Outdated) => true,
            _ => false,
        };
        assert!(allowed, "{was:?} became {is:?}");
        assert!(article.versions.len() + 1 >= earlier.versions.len(), "only one version is taken back");
    }
}

fn holds(bench: &Bench) {
    holds_at(&bench.desk, bench.now);
}

fn holds_at(desk: &Desk, now: DateTime<Utc>) {
    for article in desk.articles().all() {
        assert!(article.draft.is_some() || !article.versions.is_empty(), "{article:?}");
        let numbers: Vec<u32> = article.versions.iter().map(|version| version.number).collect();
        assert_eq!(numbers, (1..).take(numbers.len()).collect::<Vec<u32>>());
        for version in &article.versions {
            assert!(!version.writers.contains(&version.reviewer), "nobody reviews what they wrote");
            assert!(!version.content.title.trim().is_empty() && !version.content.body.is_empty());
        }
        assert!(article.versions.windows(2).all(|pair| pair[0].from <= pair[1].from));
        assert_eq!(article.is_in_view(now), article.state(now).is_in_view());
        assert!(article.ratings.values().all(|rating| rating.helpful || !rating.words.is_empty()));
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
    fn only_allowed_moves_happen_and_every_invariant_holds(steps in prop::collection::vec(step(), 1..120)) {
        play(steps);
    }

    #[test]
    fn the_events_applied_equal_the_decided_state_also_record_by_record(
        steps in prop::collection::vec(step(), 1..80),
    ) {
        let bench = play(steps);
        prop_assert_eq!(&fold(&bench.journal), &bench.desk);
        let mut again = bench.desk.clone();
        let records: BTreeSet<RecordId> = bench.journal.iter().filter_map(|event| event.what.record()).collect();
        for record in records {
            again.forget(record);
            bench.journal.iter().filter(|event| event.what.record() == Some(record)).for_each(|event| apply(&mut again, event));
        }
        prop_assert_eq!(&again, &bench.desk);
    }

    #[test]
    fn what_comes_from_another_tab_is_applied_only_where_it_is_legal_and_breaks_nothing(
        one in prop::collection::vec(step(), 1..60),
        other in prop::collection::vec(step(), 1..60),
    ) {
        let mut both: Vec<Event> = play(one).journal.into_iter().chain(play(other).journal).collect();
        both.sort_by_key(|event| event.at);
        let mut desk = Desk::default();
        for event in both {
            if desk.legal(&event).is_ok() {
                apply(&mut desk, &event);
                holds_at(&desk, event.at);
            }
        }
    }

    #[test]
    fn every_reason_for_a_button_is_short(steps in prop::collection::vec(step(), 1..60)) {
        let bench = play(steps);
        for article in bench.desk.articles().all() {
            let reasons = Action::ALL.into_iter().filter_map(|action| why_not(&bench.desk, article.id, action, bench.now));
            reasons.for_each(|refusal| crate::bench::teaches_briefly(&refusal));
        }
    }
}
