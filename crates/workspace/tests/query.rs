//! Questions to the queue.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use common::tab::{DESK, NETWORK, Tab};
use itsm::incident::{Amendment, Command as Incident, HoldReason, Stage};
use itsm::{Command, Entry as Name, GroupId, IncidentId, Level, PersonId, Priority};
use proptest::prelude::*;
use proptest::sample::select;
use workspace::query::{Query, Sort, SortKey, counts, run};
use workspace::seed;
use workspace::standing::Breach;

/// Four incidents: with the desk, with Network and on hold, with nobody, and resolved.
fn four() -> (Tab, [IncidentId; 4]) {
    let mut tab = Tab::blank();
    tab.try_do(Command::Enter(Name::Person(PersonId::imported(7), Arc::from("Zoë Müller")))).unwrap();
    let ids = [tab.log("VPN drops"), tab.log("Phone silent"), tab.log("Mail slow"), tab.log("VPN refused")];
    tab.act(Incident::Assign { incident: ids[0], group: Some(DESK), assignee: Some(seed::YOU) });
    tab.act(Incident::Assign { incident: ids[1], group: Some(NETWORK), assignee: None });
    tab.act(Incident::Hold { incident: ids[1], reason: HoldReason::Supplier, note: Arc::from("Ticket 4711 there") });
    let caller = Amendment::Caller(Some(PersonId::imported(7)));
    tab.act(Incident::Amend { incident: ids[2], changes: vec![caller, Amendment::Impact(Level(1))] });
    tab.resolve(ids[3], "Renewed the certificate");
    (tab, ids)
}

fn found(tab: &Tab, query: &Query) -> BTreeSet<IncidentId> {
    run(&tab.workspace, query, tab.now).into_iter().collect()
}

fn words(words: &str) -> Query {
    Query { words: words.to_owned(), ..Query::default() }
}

#[test]
fn an_empty_query_gives_everything_the_latest_opened_first() {
    let (tab, ids) = four();
    assert_eq!(run(&tab.workspace, &Query::default(), tab.now), [ids[3], ids[2], ids[1], ids[0]]);
}

#[test]
fn every_word_must_occur_somewhere_in_any_case() {
    let (tab, ids) = four();
    assert_eq!(found(&tab, &words("vpn")), [ids[0], ids[3]].into());
    assert_eq!(found(&tab, &words("VPN certif")), [ids[3]].into(), "summary and solution");
    assert_eq!(found(&tab, &words("müLLER zoë mail")), [ids[2]].into(), "caller and summary");
    assert_eq!(found(&tab, &words("network 4711")), [ids[1]].into(), "group and work note");
    assert_eq!(found(&tab, &words("inc0000002")), [ids[1]].into(), "number");
    assert_eq!(found(&tab, &words("vpn 4711")), [].into());
}

#[test]
fn what_is_written_or_renamed_later_is_found_at_once() {
    let (mut tab, ids) = four();
    assert_eq!(found(&tab, &words("router")), [].into());
    tab.act(Incident::Note { incident: ids[0], text: Arc::from("The ROUTER is old") });
    tab.try_do(Command::Enter(Name::Group(NETWORK, Arc::from("Routers and lines")))).unwrap();
    assert_eq!(found(&tab, &words("router")), [ids[0], ids[1]].into());
}

#[test]
fn filters_narrow_each_other() {
    let (tab, ids) = four();
    let open = [Stage::New, Stage::InProgress, Stage::OnHold].into();
    let query = Query { stages: open, ..Query::default() };
    assert_eq!(found(&tab, &query), [ids[0], ids[1], ids[2]].into());
    assert_eq!(found(&tab, &Query { groups: [None, Some(NETWORK)].into(), ..query.clone() }), [ids[1], ids[2]].into());
    assert_eq!(found(&tab, &Query { mine: Some(seed::YOU), ..query.clone() }), [ids[0]].into());
    assert_eq!(found(&tab, &Query { priorities: [Priority(2)].into(), ..query }), [ids[2]].into());
}

#[test]
fn a_count_says_what_choosing_it_would_show() {
    let (tab, _) = four();
    let query = Query { stages: [Stage::New].into(), words: "n".to_owned(), ..Query::default() };
    let counts = counts(&tab.workspace, &query, tab.now);
    for (stage, count) in &counts.stages {
        let chosen = Query { stages: [*stage].into(), ..query.clone() };
        assert_eq!(found(&tab, &chosen).len(), *count, "{stage:?}");
    }
    for (group, count) in &counts.groups {
        let chosen = Query { groups: [*group].into(), ..query.clone() };
        assert_eq!(found(&tab, &chosen).len(), *count, "{group:?}");
    }
    assert!(counts.stages.len() > 1, "the other stages are counted although New is chosen");
    assert_eq!((counts.matching, counts.all), (found(&tab, &query).len(), 4));
}

#[test]
fn ties_go_by_number_and_what_is_missing_comes_last_in_both_directions() {
    let (tab, ids) = four();
    let by =
        |key, descending| run(&tab.workspace, &Query { sort: Sort { key, descending }, ..Query::default() }, tab.now);
    assert_eq!(by(SortKey::Group, false), [ids[1], ids[0], ids[3], ids[2]]);
    assert_eq!(by(SortKey::Group, true), [ids[0], ids[3], ids[1], ids[2]]);
    assert_eq!(by(SortKey::Priority, false), [ids[2], ids[0], ids[1], ids[3]]);
    assert_eq!(by(SortKey::Caller, true), [ids[2], ids[0], ids[1], ids[3]]);
    assert_eq!(by(SortKey::State, false), [ids[0], ids[2], ids[1], ids[3]]);
}

#[test]
fn numbers_in_names_sort_as_numbers() {
    let mut tab = Tab::blank();
    let ids: Vec<IncidentId> = (1..)
        .zip(["Team 10", "team 9", "Team 009", "Team 1a", "Team"])
        .map(|(number, name)| {
            let group = GroupId::imported(100 + number);
            // Names that differ only in their zeros are two names.
            tab.try_do(Command::Enter(Name::Group(group, Arc::from(name)))).unwrap();
            let incident = tab.log(name);
            tab.act(Incident::Assign { incident, group: Some(group), assignee: None });
            incident
        })
        .collect();
    let query = Query { sort: Sort { key: SortKey::Group, descending: false }, ..Query::default() };
    assert_eq!(run(&tab.workspace, &query, tab.now), [ids[4], ids[3], ids[1], ids[2], ids[0]]);
}

#[test]
fn a_link_says_only_what_differs_from_the_default() {
    assert_eq!(Query::default().to_params(), "");
    let query = Query {
        stages: [Stage::New, Stage::OnHold].into(),
        groups: [None, Some(NETWORK)].into(),
        breach: Some(Breach::Breached),
        words: "café & 100%".to_owned(),
        sort: Sort { key: SortKey::TimeLeft, descending: false },
        ..Query::default()
    };
    let link = "state=new,hold&group=none,2&clock=breached&q=caf%C3%A9+%26+100%25&sort=left";
    assert_eq!(query.to_params(), link);
}

#[test]
fn a_link_from_a_later_version_still_opens_a_queue() {
    let query = Query::from_params("?state=new,levitating&mood=bad&sort=karma&priority=x,2&q=%zz%4&&group=");
    let expected = Query {
        stages: [Stage::New].into(),
        priorities: [Priority(2)].into(),
        words: "%zz%4".to_owned(),
        ..Query::default()
    };
    assert_eq!(query, expected);
}

fn key() -> impl Strategy<Value = itsm::Key> {
    common::key()
}

fn any_query() -> impl Strategy<Value = Query> {
    let sets = (
        proptest::collection::btree_set(select(Stage::ALL.to_vec()), 0..4),
        proptest::collection::btree_set(any::<u8>().prop_map(Priority), 0..4),
        proptest::collection::btree_set(proptest::option::of(key().prop_map(GroupId)), 0..4),
    );
    let rest = (
        proptest::option::of(select(Breach::ALL.to_vec())),
        proptest::option::of(key().prop_map(PersonId)),
        any::<String>().prop_filter("blank words are no words", |words| words.is_empty() || !words.trim().is_empty()),
        select(SortKey::ALL.to_vec()),
        any::<bool>(),
    );
    (sets, rest).prop_map(|((stages, priorities, groups), (breach, mine, words, key, descending))| Query {
        stages,
        priorities,
        groups,
        breach,
        mine,
        words,
        sort: Sort { key, descending },
    })
}

proptest! {
    #[test]
    fn a_link_opens_the_queue_that_it_was_made_from(query in any_query()) {
        let link = query.to_params();
        prop_assert!(link.is_ascii() && !link.contains([' ', '#', '?', '"', '<']));
        prop_assert_eq!(Query::from_params(&link), query);
    }

    #[test]
    fn no_link_makes_the_reader_panic(link in any::<String>()) {
        Query::from_params(&link);
    }
}
