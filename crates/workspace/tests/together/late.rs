//! Entries that arrive late, twice, or not readable.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::common::tab::Tab;
use chrono::TimeDelta;
use itsm::incident::{Command as Incident, Stage};
use itsm::{Command, Entry as Name, GroupId, RecordId};
use workspace::{Finding, Workspace};

#[test]
fn what_another_tab_did_to_an_incident_that_was_closed_before_is_kept_flagged_and_not_applied() {
    let mut first = Tab::blank();
    let incident = first.log("Calls drop");
    let mut second = first.second(2);
    first.resolve(incident, "Restarted the access point");
    first.act(Incident::Close(incident));
    second.now = first.now;
    second.act(Incident::Assign { incident, group: Some(crate::common::tab::NETWORK), assignee: None });

    let admitted = first.workspace.admit(second.last());

    assert_eq!((admitted.flagged, admitted.incidents()), (1, BTreeSet::from([incident])));
    assert_eq!(first.workspace.desk().incident(incident).unwrap().group, Some(crate::common::tab::DESK));
    let history = first.workspace.timeline(incident);
    let last = history.last().unwrap();
    assert!(last.flag.is_some() && last.stamp == Some(second.last().stamp));
    assert!(
        matches!(first.workspace.findings()[..], [Finding::Flagged { record, .. }] if record == RecordId::Incident(incident))
    );
}

#[test]
fn an_earlier_event_that_arrives_late_takes_its_place_in_the_history() {
    let mut first = Tab::blank();
    let incident = first.log("Calls drop");
    let mut second = first.second(2);
    second.act(Incident::Note { incident, text: Arc::from("Floor 2 too") });
    first.now = second.now;
    first.resolve(incident, "Restarted the access point");
    let changed_at = first.workspace.desk().incident(incident).unwrap().changed_at;

    first.workspace.admit(second.last());

    let stamps: Vec<_> = first.workspace.timeline(incident).iter().map(|recorded| recorded.stamp).collect();
    assert!(stamps.is_sorted());
    let record = first.workspace.desk().incident(incident).unwrap();
    assert_eq!((record.state.stage(), record.changed_at), (Stage::Resolved, changed_at));
    assert_eq!(first.workspace.findings(), vec![]);
}

#[test]
fn a_flag_is_lifted_when_what_was_missing_arrives() {
    let mut first = Tab::blank();
    let incident = first.log("Calls drop");
    let logged = first.last().clone();
    first.act(Incident::Note { incident, text: Arc::from("Floor 2 too") });
    let mut other = Workspace::open(None, &first.entries[..1]).0;

    assert_eq!(other.admit(first.last()).flagged, 1);
    assert_eq!(other.admit(&logged).flagged, 0);

    assert_eq!(other.findings(), vec![]);
    assert_eq!(other.desk(), first.workspace.desk());
}

#[test]
fn a_late_closing_of_a_child_makes_the_closing_of_its_parent_legal() {
    // Whether a parent may close hangs on another record: what came later is judged again.
    let mut first = Tab::blank();
    let parent = first.log("Floor 2 is offline");
    let child = first.log("Calls drop");
    first.act(Incident::LinkParent { incident: child, parent: Some(parent) });
    first.resolve(parent, "Replaced the access point");
    let mut second = first.second(2);
    second.resolve(child, "Replaced the access point");
    let of_child = second.entries[first.entries.len()..].to_vec();
    let mut third = second.second(3);
    third.act(Incident::Close(parent));

    assert_eq!(first.workspace.admit(third.last()).flagged, 1);
    for entry in &of_child {
        first.workspace.admit(entry);
    }

    assert_eq!(first.workspace.findings(), vec![]);
    assert_eq!(first.workspace.desk(), third.workspace.desk());
}

#[test]
fn of_two_names_for_one_group_the_later_holds_in_whatever_order_they_arrive() {
    let mut first = Tab::blank();
    let network = GroupId::imported(2);
    let mut second = first.second(2);
    second.try_do(Command::Enter(Name::Group(network, Arc::from("Networks")))).unwrap();
    first.now = second.now;
    first.try_do(Command::Enter(Name::Group(network, Arc::from("Connectivity")))).unwrap();

    assert!(first.workspace.admit(second.last()).directory_changed);
    second.workspace.admit(first.last());

    assert_eq!(first.workspace.desk().directory().group(network), "Connectivity");
    assert_eq!(second.workspace.desk().directory().group(network), "Connectivity");
}

#[test]
fn an_entry_that_cannot_be_read_is_reported_and_changes_nothing() {
    let mut tab = Tab::blank();
    tab.log("Calls drop");
    let before = tab.workspace.desk().clone();
    let mut strange = tab.last().clone();
    strange.stamp.count += 1;
    strange.payload = strange.payload.replace("logged", "levitated");

    let admitted = tab.workspace.admit(&strange);

    assert!(admitted.unreadable.is_some() && admitted.touched.is_empty());
    assert_eq!(*tab.workspace.desk(), before);
    let (again, findings) = Workspace::open(None, &[tab.entries, vec![strange.clone()]].concat());
    assert_eq!(*again.desk(), before);
    assert!(matches!(findings[..], [Finding::Unreadable { stamp, .. }] if stamp == strange.stamp));
}

#[test]
fn a_moved_clock_counts_whenever_the_news_of_it_arrives() {
    let mut first = Tab::blank();
    let mut second = first.second(2);
    first.try_do(Command::MoveClock(TimeDelta::days(-254))).unwrap();
    second.now = first.now;
    second.try_do(Command::Enter(Name::Group(GroupId::imported(9), "Late".into()))).unwrap();

    second.workspace.admit(first.last());
    first.workspace.admit(second.last());

    let shifted = workspace::clock::DeskClock::Shifted { seconds: -254 * 86_400 };
    assert_eq!((first.workspace.clock(), second.workspace.clock()), (shifted, shifted));
    assert_eq!(Workspace::open(None, &second.entries).0.clock(), workspace::clock::DeskClock::Wall);
}
