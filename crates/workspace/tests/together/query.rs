//! Questions to the queue.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::common::tab::{DESK, NETWORK, Tab};
use itsm::incident::{Amendment, Command as Incident, HoldReason, Stage};
use itsm::{Command, Entry, GroupId, IncidentId, Level, PersonId, Priority};
use proptest::prelude::*;
use workspace::query::{Name, Names, Query, Sort, SortKey, counts, parse, run};
use workspace::seed;

/// Four incidents: with the desk, with Network and on hold, with nobody, and resolved.
fn four() -> (Tab, [IncidentId; 4]) {
    let mut tab = Tab::blank();
    tab.try_do(Command::Enter(Entry::Person(PersonId::imported(7), Arc::from("Zoë Müller")))).unwrap();
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
    Query::of_words(words)
}

fn sorted_by(key: SortKey, descending: bool) -> Query {
    Query { sort: vec![Sort { key, descending }], ..Query::default() }
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
    tab.try_do(Command::Enter(Entry::Group(NETWORK, Arc::from("Routers and lines")))).unwrap();
    assert_eq!(found(&tab, &words("router")), [ids[0], ids[1]].into());
}

#[test]
fn filters_narrow_each_other() {
    let (tab, ids) = four();
    let open = [Stage::New, Stage::InProgress, Stage::OnHold].into();
    let query = Query { stages: open, ..Query::default() };
    assert_eq!(found(&tab, &query), [ids[0], ids[1], ids[2]].into());
    assert_eq!(
        found(&tab, &Query { groups: names([Name::None, called("network")]), ..query.clone() }),
        [ids[1], ids[2]].into()
    );
    assert_eq!(found(&tab, &Query { people: Names::only(Name::Me), ..query.clone() }), [ids[0]].into());
    assert_eq!(found(&tab, &Query { priorities: [Priority(2)].into(), ..query }), [ids[2]].into());
}

#[test]
fn a_count_says_what_choosing_it_would_show() {
    let (tab, _) = four();
    let query = Query { stages: [Stage::New].into(), ..words("n") };
    let counts = counts(&tab.workspace, &query, tab.now);
    for (stage, count) in &counts.stages {
        let chosen = Query { stages: [*stage].into(), ..query.clone() };
        assert_eq!(found(&tab, &chosen).len(), *count, "{stage:?}");
    }
    for (group, count) in &counts.groups {
        let chosen = Query { groups: Names::only(group.map_or(Name::None, |id| Name::Key(id.0))), ..query.clone() };
        assert_eq!(found(&tab, &chosen).len(), *count, "{group:?}");
    }
    assert!(counts.stages.len() > 1, "the other stages are counted although New is chosen");
    assert_eq!((counts.matching, counts.all), (found(&tab, &query).len(), 4));
}

#[test]
fn ties_go_by_number_and_what_is_missing_comes_last_in_both_directions() {
    let (tab, ids) = four();
    let by = |key, descending| run(&tab.workspace, &sorted_by(key, descending), tab.now);
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
            tab.try_do(Command::Enter(Entry::Group(group, Arc::from(name)))).unwrap();
            let incident = tab.log(name);
            tab.act(Incident::Assign { incident, group: Some(group), assignee: None });
            incident
        })
        .collect();
    let query = sorted_by(SortKey::Group, false);
    assert_eq!(run(&tab.workspace, &query, tab.now), [ids[4], ids[3], ids[1], ids[2], ids[0]]);
}

#[test]
fn several_keys_decide_one_after_the_other() {
    let (tab, ids) = four();
    let query = parse("sort:state,-number").query;
    assert_eq!(run(&tab.workspace, &query, tab.now), [ids[2], ids[0], ids[1], ids[3]]);
    let query = parse("sort:state,group,number").query;
    assert_eq!(run(&tab.workspace, &query, tab.now), [ids[0], ids[2], ids[1], ids[3]]);
}

#[test]
fn a_link_holds_the_query_as_it_is_typed_and_nothing_for_the_default() {
    assert_eq!(Query::default().to_params(), "");
    let query = parse("state:new,on-hold group:\"Network & lines\" clock:breached café 100% sort:left").query;
    let link = "q=state:new,on-hold+clock:breached+group:%22Network+%26+lines%22+caf%C3%A9+%22100%25%22+sort:left";
    assert_eq!(query.to_params(), link);
    assert_eq!(Query::from_params(link), query);
}

#[test]
fn a_link_of_an_older_version_opens_the_same_queue() {
    let link = "?state=progress,hold&priority=1,2&group=none,2&clock=soon&assignee=1-1&q=caf%C3%A9+vpn&sort=-assignee";
    let text = "state:in-progress,on-hold priority:1,2 clock:due-soon group:none,#2 person:#1-1 café vpn sort:-person";
    assert_eq!(Query::from_params(link).to_text(), text);
    assert_eq!(Query::from_params("sort=-opened"), Query::default());
}

#[test]
fn a_link_from_a_later_version_still_opens_a_queue() {
    let query = Query::from_params("?state=new,levitating&mood=bad&sort=karma&priority=x,2&q=%zz%4+mood:bad&&group=");
    assert_eq!(query.to_text(), "state:new priority:2 \"%zz%4\"");
}

fn names<const N: usize>(any: [Name; N]) -> Names {
    Names { any: any.into(), ..Names::default() }
}

fn called(name: &str) -> Name {
    Name::Called(Arc::from(name))
}

proptest! {
    #[test]
    fn no_link_makes_the_reader_panic(link in any::<String>()) {
        Query::from_params(&link);
    }
}
