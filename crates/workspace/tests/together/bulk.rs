//! One change of many incidents: what would be refused is known before, and the rest is one command.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use crate::common::tab::{NETWORK, Tab};
use itsm::incident::{Command as Incident, ResolutionCode, Stage};
use itsm::{Context, IncidentId, Refusal};
use workspace::bulk::{Change, MOST_CHARACTERS, MOST_INCIDENTS, Preview, TooMuch, preview};
use workspace::say::command;
use workspace::{Workspace, seed};

fn context(tab: &Tab) -> Context {
    Context { now: tab.now, actor: seed::YOU, role: itsm::Role::default(), tag: 1 }
}

fn ask(tab: &Tab, ids: &[IncidentId], change: &Change) -> Preview {
    preview(&tab.workspace, ids, change, &context(tab))
}

/// Forty incidents, three of them closed.
fn forty() -> (Tab, Vec<IncidentId>) {
    let mut tab = Tab::blank();
    let ids: Vec<IncidentId> = (0..40).map(|number| tab.log(&format!("Call {number}"))).collect();
    for id in &ids[..3] {
        tab.resolve(*id, "Restarted it");
        tab.act(Incident::Close(*id));
    }
    (tab, ids)
}

#[test]
fn what_is_refused_is_said_before_and_one_undo_takes_all_the_rest_back() {
    let (mut tab, ids) = forty();
    let change = Change::Assign { group: Some(NETWORK), assignee: None };
    let asked = ask(&tab, &ids, &change);
    assert_eq!((asked.changed.len(), asked.refused_count(), asked.too_much), (37, 3, None));
    assert!(
        matches!(&asked.refused[..], [(Refusal::NotFrom { state: "Closed", .. }, closed)] if closed[..] == ids[..3])
    );
    let before: Vec<_> = tab.workspace.desk().incidents().cloned().collect();

    let events = asked.events;
    tab.give(&events);
    let assigned = tab.last().stamp;

    let with_network = |tab: &Tab| tab.workspace.desk().incidents().filter(|one| one.group == Some(NETWORK)).count();
    assert_eq!(with_network(&tab), 37);
    assert!(tab.workspace.findings().is_empty());
    let done = tab.workspace.command(assigned).unwrap();
    assert_eq!(command(&tab.workspace, &done).heading, "Handed 37 incidents to Network");
    tab.undo(assigned).unwrap();
    assert_eq!(tab.workspace.desk().incidents().cloned().collect::<Vec<_>>(), before);
}

#[test]
fn a_blank_solution_is_refused_for_all_of_them_with_one_reason() {
    let (tab, ids) = forty();
    let change = Change::Resolve { code: ResolutionCode::SolutionProvided, solution: Arc::from(" ") };
    let asked = ask(&tab, &ids, &change);
    assert_eq!((asked.changed.len(), asked.refused_count()), (0, 40));
    assert!(asked.refused.len() <= 3, "{:?}", asked.refused);
}

#[test]
fn more_than_one_can_oversee_or_store_is_refused_as_a_whole() {
    let (tab, ids) = forty();
    let many: Vec<IncidentId> = ids.iter().copied().cycle().take(MOST_INCIDENTS + 1).collect();
    let note = Change::Note { text: Arc::from("Look at it") };
    assert_eq!(ask(&tab, &many, &note).too_much, Some(TooMuch::Incidents(MOST_INCIDENTS + 1)));

    let long = Change::Note { text: "ä".repeat(MOST_CHARACTERS / 40).into() };
    let asked = ask(&tab, &ids, &long);
    assert!(matches!(asked.too_much, Some(TooMuch::Characters(count)) if count > MOST_CHARACTERS));
    assert_eq!(asked.changed.len(), 40);
}

#[test]
fn two_thousand_notes_of_a_sentence_still_fit() {
    let (tab, ids) = forty();
    let many: Vec<IncidentId> = ids.iter().copied().cycle().take(MOST_INCIDENTS).collect();
    let note = Change::Note { text: Arc::from("The supplier is told, and delivers on Monday.") };
    assert_eq!(ask(&tab, &many, &note).too_much, None);
}

#[test]
fn parents_and_children_are_closed_together_only_once_the_children_are_done() {
    let mut tab = Tab::blank();
    let parent = tab.log("Floor 2 is offline");
    let child = tab.log("Calls drop");
    tab.act(Incident::LinkParent { incident: child, parent: Some(parent) });
    tab.resolve(parent, "Replaced the access point");
    let asked = ask(&tab, &[parent, child], &Change::Close);
    assert_eq!((asked.changed.len(), asked.refused.len()), (0, 2));
    tab.resolve(child, "Replaced the access point");
    let asked = ask(&tab, &[parent, child], &Change::Close);
    assert_eq!(asked.changed, [parent, child]);
    tab.give(&asked.events);
    assert!(tab.workspace.findings().is_empty());
    let (read, _) = Workspace::open(None, &tab.entries);
    assert!(read.desk().incidents().all(|incident| incident.state.stage() == Stage::Closed));
}
