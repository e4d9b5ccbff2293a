//! Taking commands back, and bringing them back: nothing is lost, and every tab sees the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use crate::common::steps::{Make, Step, play, start, step};
use crate::common::tab::{DESK, NETWORK, Tab};
use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Command as Incident, Side, Stage};
use itsm::{Command, Context, Entry as Name, GroupId, IncidentId, PersonId, Refusal};
use journal::{Entry, Stamp, TabId};
use proptest::prelude::*;
use workspace::figures::figures;
use workspace::query::{Query, answer};
use workspace::say::command;
use workspace::stored::{self, Told};
use workspace::{Finding, Standing, Workspace, seed};

/// Everything that a user can see of a workspace, but its history.
#[derive(Debug, PartialEq)]
struct Seen {
    incidents: Vec<itsm::incident::Incident>,
    standings: Vec<Standing>,
    directory: itsm::Directory,
    rules: String,
    found: Vec<Vec<IncidentId>>,
    counts: Vec<workspace::query::Counts>,
    figures: workspace::figures::Figures,
    findings: Vec<Finding>,
}

fn seen(workspace: &mut Workspace, now: DateTime<Utc>) -> Seen {
    workspace.advance(now);
    let words = ["", "step 3", "step 12", "network"];
    let answers: Vec<_> = words.map(|words| answer(workspace, &Query::of_words(words), now)).into_iter().collect();
    let desk = workspace.desk();
    Seen {
        incidents: desk.incidents().cloned().collect(),
        standings: desk.incidents().map(|incident| workspace.standing(incident.id)).collect(),
        directory: desk.directory().clone(),
        rules: format!("{:?} {:?}", desk.matrix(), desk.agreement().agreement()),
        found: answers.iter().map(|answer| answer.ids.clone()).collect(),
        counts: answers.into_iter().map(|answer| answer.counts).collect(),
        figures: figures(workspace),
        findings: workspace.findings(),
    }
}

fn is_undo(entry: &Entry) -> bool {
    matches!(stored::read(&entry.payload), Ok(Told::Undone(_)))
}

/// Stamps that come after everything that is played.
fn later(count: u32) -> Stamp {
    Stamp { millis: 1_000_000, count, tab: TabId(1) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn undoing_the_last_command_leaves_what_was_before_it_and_redoing_what_was_after(
        steps in proptest::collection::vec(step(), 1..50),
    ) {
        let entries = play(&steps);
        let now = start() + TimeDelta::days(1);
        let (last, before) = entries.split_last().unwrap();
        // Two tabs do not store in the order of stamps: the last command is the one with the latest stamp.
        prop_assume!(before.iter().all(|entry| entry.stamp < last.stamp));
        let (mut workspace, _) = Workspace::open(None, before);
        let state_before = seen(&mut workspace, now);
        workspace.admit(last);
        let state_after = seen(&mut workspace, now);
        let context = Context { now, actor: seed::YOU, role: itsm::Role::default(), tag: 70 };
        let Ok(undone) = workspace.undo(last.stamp, &context) else { return Ok(()) };
        let undo = Entry { stamp: later(0), sequence: 1, payload: Workspace::payload_of_undo(&undone) };

        workspace.admit(&undo);
        prop_assert_eq!(seen(&mut workspace, now), state_before);
        prop_assert!(workspace.undo(last.stamp, &context).is_err());
        // And the same to whoever reads it from the storage.
        let all: Vec<Entry> = entries.iter().cloned().chain([undo.clone()]).collect();
        let (mut read, _) = Workspace::open(None, &all);
        prop_assert_eq!(seen(&mut read, now), seen(&mut workspace, now));

        let again = match workspace.undo(undo.stamp, &context) {
            Ok(again) => again,
            // The last command was itself an undo, of a tab that had not heard what others had done. With it taken back
            // their work stands again, and hiding it is refused as ever; or what it had taken back is illegal by now,
            // has changed nothing, and leaves nothing to take back.
            Err(refusal) => {
                let as_ever = matches!(refusal, Refusal::Rule { .. } | Refusal::NotFrom { state: "not applied", .. });
                prop_assert!(is_undo(last) && as_ever, "{refusal:?}");
                return Ok(());
            }
        };
        let redo = Entry { stamp: later(1), sequence: 2, payload: Workspace::payload_of_undo(&again) };
        workspace.admit(&redo);
        prop_assert_eq!(seen(&mut workspace, now), state_after);
    }

    #[test]
    fn undoing_all_one_did_the_latest_first_leaves_the_desk_as_it_began(
        steps in proptest::collection::vec(step(), 1..40),
    ) {
        let alone: Vec<Step> = steps.into_iter().filter_map(|step| match step {
            Step::Command { make: Make::Undo, .. } | Step::Meet => None,
            Step::Command { make, incident, other, .. } => Some(Step::Command { tab: 0, make, incident, other }),
        }).collect();
        let entries = play(&alone);
        let now = start() + TimeDelta::days(1);
        let (mut fresh, _) = Workspace::open(None, &entries[..1]);
        let (mut workspace, _) = Workspace::open(None, &entries);
        let context = Context { now, actor: seed::YOU, role: itsm::Role::default(), tag: 70 };
        for (count, stamp) in (0..).zip(workspace.commands().into_iter().skip(1).rev()) {
            let undone = workspace.undo(stamp, &context).unwrap();
            workspace.admit(&Entry { stamp: later(count), sequence: count + 1, payload: Workspace::payload_of_undo(&undone) });
            prop_assert_eq!(workspace.findings(), vec![]);
        }
        prop_assert_eq!(seen(&mut workspace, now), seen(&mut fresh, now));
        prop_assert!(workspace.desk().incidents().next().is_none());
    }
}

fn words(tab: &Tab, stamp: Stamp) -> String {
    command(&tab.workspace, &tab.workspace.command(stamp).unwrap()).heading
}

#[test]
fn what_built_on_an_undone_command_is_kept_and_flagged_until_it_is_redone() {
    let mut tab = Tab::blank();
    let incident = tab.log("Calls drop");
    tab.resolve(incident, "Restarted the access point");
    let resolved = tab.last().stamp;
    tab.act(Incident::Close(incident));

    let admitted = tab.undo(resolved).unwrap();
    let undo = tab.last().stamp;

    assert_eq!(admitted.flagged, 1);
    assert_eq!(tab.workspace.desk().incident(incident).unwrap().state.stage(), Stage::New);
    let history = tab.workspace.timeline(incident);
    assert!(history[2].undone.is_some() && history[2].flag.is_none());
    assert!(history[3].flag.is_some());
    assert_eq!(words(&tab, undo), "Undone: Resolved INC0000001");

    assert_eq!(tab.undo(undo).unwrap().flagged, 0);
    assert_eq!(words(&tab, tab.last().stamp), "Redone: Resolved INC0000001");
    assert_eq!(tab.workspace.desk().incident(incident).unwrap().state.stage(), Stage::Closed);
    assert_eq!(tab.workspace.findings(), vec![]);
}

#[test]
fn a_command_is_not_undone_twice_and_an_overtaken_redo_is_refused() {
    let mut tab = Tab::blank();
    let incident = tab.log("Calls drop");
    tab.act(Incident::Note { incident, text: Arc::from("Floor 2 too") });
    let noted = tab.last().stamp;
    tab.undo(noted).unwrap();
    let first = tab.last().stamp;

    assert!(matches!(tab.undo(noted), Err(Refusal::NotFrom { state: "undone", .. })));
    tab.undo(first).unwrap();
    tab.undo(noted).unwrap();
    assert!(matches!(tab.undo(first), Err(Refusal::NotFrom { state: "overtaken", .. })));
    let elsewhere = Stamp { millis: 7, count: 0, tab: TabId(99) };
    assert_eq!(tab.undo(elsewhere), Err(Refusal::NoSuch { what: "change" }));
}

#[test]
fn two_tabs_that_undo_the_same_agree_and_one_redo_brings_it_back() {
    let mut first = Tab::blank();
    let incident = first.log("Calls drop");
    first.act(Incident::Note { incident, text: Arc::from("Floor 2 too") });
    let noted = first.last().stamp;
    let mut second = first.second(2);
    first.undo(noted).unwrap();
    second.undo(noted).unwrap();
    let (of_first, of_second) = (first.last().clone(), second.last().clone());

    first.workspace.admit(&of_second);
    second.workspace.admit(&of_first);

    assert_eq!(first.workspace.desk(), second.workspace.desk());
    assert_eq!(first.workspace.findings(), second.workspace.findings());
    assert!(matches!(first.workspace.findings()[..], [Finding::NotUndone { stamp, .. }] if stamp == of_second.stamp));
    first.undo(of_first.stamp).unwrap();
    assert!(!first.workspace.is_undone(noted));
}

#[test]
fn an_undo_that_arrives_before_its_command_waits_for_it() {
    let mut first = Tab::blank();
    let incident = first.log("Calls drop");
    first.act(Incident::Assign { incident, group: Some(NETWORK), assignee: None });
    let assigned = first.last().clone();
    let mut other = Workspace::open(None, &first.entries[..2]).0;
    first.undo(assigned.stamp).unwrap();

    other.admit(first.last());
    assert!(matches!(other.findings()[..], [Finding::NotUndone { .. }]));
    other.admit(&assigned);

    assert_eq!(other.findings(), vec![]);
    assert_eq!(other.desk(), first.workspace.desk());
    assert_eq!(other.desk().incident(incident).unwrap().group, None);
}

#[test]
fn an_incident_whose_logging_is_undone_is_gone_and_its_number_is_never_given_again() {
    let mut tab = Tab::blank();
    let incident = tab.log("Calls drop");
    let logged = tab.last().stamp;
    tab.undo(logged).unwrap();

    assert!(tab.workspace.desk().incident(incident).is_err() && tab.workspace.is_withdrawn(incident));
    let next = tab.log("Printer hums");
    assert_eq!(next.0.number, incident.0.number + 1);
    // Nor by a tab that has only read of it.
    let (read, _) = Workspace::open(None, &tab.entries);
    assert_eq!(read.desk().next_incident(1).0.number, next.0.number + 1);
}

#[test]
fn the_logging_of_an_incident_that_others_built_on_is_not_undone_before_their_work() {
    let mut tab = Tab::blank();
    let incident = tab.log("Calls drop");
    let logged = tab.last().stamp;
    tab.act(Incident::Note { incident, text: Arc::from("Floor 2 too") });
    let noted = tab.last().stamp;

    assert!(matches!(tab.undo(logged), Err(Refusal::Rule { rule: "others built on it", .. })));
    tab.undo(noted).unwrap();
    tab.undo(logged).unwrap();
    assert_eq!(tab.workspace.incident_count(), 0);
}

#[test]
fn a_name_that_is_used_is_not_taken_away_but_a_correction_of_it_is() {
    let mut tab = Tab::blank();
    let begun = tab.last().stamp;
    assert!(matches!(tab.undo(begun), Err(Refusal::Rule { .. })));

    let ines = PersonId::imported(9);
    tab.try_do(Command::Enter(Name::Person(ines, Arc::from("Ines")))).unwrap();
    let entered = tab.last().stamp;
    tab.undo(entered).unwrap();
    assert!(!tab.workspace.desk().directory().people.contains_key(&ines));

    tab.try_do(Command::Enter(Name::Group(GroupId::imported(2), Arc::from("Networks")))).unwrap();
    let renamed = tab.last().stamp;
    let incident = tab.log("Calls drop");
    tab.act(Incident::Assign { incident, group: Some(NETWORK), assignee: None });
    assert!(tab.undo(renamed).unwrap().directory_changed);
    assert_eq!(tab.workspace.desk().directory().group(NETWORK), "Network");
}

#[test]
fn a_reply_is_undone_with_the_hold_it_lifted_and_its_words_are_no_longer_found() {
    let mut tab = Tab::blank();
    let incident = tab.log("Calls drop");
    tab.act(Incident::Assign { incident, group: Some(DESK), assignee: None });
    tab.act(Incident::Reply { incident, side: Side::Desk, text: Arc::from("We look into the zebra") });
    let replied = tab.last().stamp;
    let find = |tab: &Tab| {
        let query = Query::of_words("zebra");
        answer(&tab.workspace, &query, tab.now).ids.len()
    };
    assert_eq!(find(&tab), 1);
    tab.undo(replied).unwrap();
    assert_eq!(find(&tab), 0);
    assert!(!tab.workspace.desk().incident(incident).unwrap().is_responded());
}

#[test]
fn a_role_takes_back_what_its_person_did_and_of_others_only_what_it_may_do() {
    let mut tab = Tab::blank();
    let ines = PersonId::imported(9);
    tab.try_do(Command::Enter(Name::Person(ines, "Ines".into()))).unwrap();
    tab.log("The till is dead");
    let stamp = tab.last().stamp;
    let context = |actor, role| Context { now: tab.now, actor, role, tag: 70 };
    let refused = tab.workspace.why_not_undo_as(stamp, &context(ines, itsm::Role::Requester)).unwrap();
    assert_eq!(refused.sentence(), "Only an agent may take back what others did: they would not know why it is gone.");
    assert!(tab.workspace.undo(stamp, &context(ines, itsm::Role::Requester)).is_err());
    assert!(tab.workspace.undo(stamp, &context(seed::YOU, itsm::Role::Requester)).is_ok());
    assert!(tab.workspace.undo(stamp, &context(ines, itsm::Role::Agent)).is_ok());
}
