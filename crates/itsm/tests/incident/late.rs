//! Events from another tab that arrive after the record has moved on, and those that concern nothing here.

use chrono::TimeDelta;
use itsm::incident::{Amendment, Command as Ask, Event as What, HoldReason, ResolutionCode, Side, State};
use itsm::{Command, Desk, Entry, Event, GroupId, Happening, IncidentId, Level, Refusal, apply, decide};

use crate::shift::*;

/// Decides in one tab, lets the other tab do something first, and gives the late event back.
fn late(shift: &mut Shift, here: Ask, there: Ask) -> Event {
    let late = decide(&shift.desk, Command::Incident(there), &shift.context()).unwrap().remove(0);
    assert_eq!(shift.desk.legal(&late), Ok(()));
    shift.does(here);
    late
}

#[test]
fn what_was_closed_elsewhere_takes_no_late_resolution_assignment_or_reply() {
    let mut shift = Shift::begin();
    for there in [
        |id| resolve(id),
        |id| assign(id, Some(MAIL), None),
        |id| reply(id, Side::Desk),
        |id| reply(id, Side::Caller),
        |id| hold(id, HoldReason::Change),
        |id| Ask::Amend { incident: id, changes: vec![Amendment::Impact(Level(1))] },
    ] {
        let id = shift.in_progress();
        let event = late(&mut shift, resolve(id), there(id));
        shift.does(Ask::Close(id));
        assert_eq!(state(&shift.desk.legal(&event).unwrap_err()), "Closed", "{event:?}");
    }
}

#[test]
fn a_late_note_is_always_welcome() {
    let mut shift = Shift::begin();
    let id = shift.resolved();
    let event = late(&mut shift, Ask::Close(id), Ask::Note { incident: id, text: "seen again".into() });
    assert_eq!(shift.desk.legal(&event), Ok(()));
}

#[test]
fn two_tabs_never_close_a_circle_of_links() {
    let mut shift = Shift::begin();
    let (one, two) = (shift.logged(), shift.logged());
    let event = late(
        &mut shift,
        Ask::LinkParent { incident: one, parent: Some(two) },
        Ask::MarkDuplicate { incident: two, of: Some(one) },
    );
    assert_eq!(field(&shift.desk.legal(&event).unwrap_err()), "original");
}

#[test]
fn a_late_closing_waits_for_a_child_that_was_linked_in_between() {
    let mut shift = Shift::begin();
    let (parent, child) = (shift.resolved(), shift.logged());
    let event = late(&mut shift, Ask::LinkParent { incident: child, parent: Some(parent) }, Ask::Close(parent));
    assert!(matches!(shift.desk.legal(&event), Err(Refusal::Rule { .. })));
}

#[test]
fn a_parent_that_was_closed_in_between_takes_no_late_child_and_gets_no_open_one_back() {
    let mut shift = Shift::begin();
    let (parent, child) = (shift.resolved(), shift.logged());
    let event = late(&mut shift, Ask::Close(parent), Ask::LinkParent { incident: child, parent: Some(parent) });
    assert_eq!(field(&shift.desk.legal(&event).unwrap_err()), "parent");

    let parent = shift.in_progress();
    let child = shift.child_of(parent);
    shift.does(cascade(parent));
    let back = Ask::Reopen { incident: child, because: "no mail".into() };
    let event = late(&mut shift, Ask::Close(parent), back);
    assert!(matches!(shift.desk.legal(&event), Err(Refusal::Rule { .. })));
}

#[test]
fn a_late_end_as_a_duplicate_needs_the_link_that_was_taken_away_in_between() {
    let mut shift = Shift::begin();
    let original = shift.logged();
    let twin = shift.duplicate_of(original);
    let unlink = Ask::MarkDuplicate { incident: twin, of: None };
    let event = late(&mut shift, unlink, resolve_as(twin, ResolutionCode::Duplicate));
    assert_eq!(field(&shift.desk.legal(&event).unwrap_err()), "the incident it duplicates");
}

#[test]
fn work_that_began_in_between_is_not_taken_from_everybody() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    let event = late(&mut shift, Ask::Start(id), assign(id, None, None));
    assert_eq!(field(&shift.desk.legal(&event).unwrap_err()), "an assignment group or person");
}

#[test]
fn saying_in_both_tabs_who_has_it_does_no_harm() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    let event = late(&mut shift, assign(id, Some(MAIL), None), assign(id, Some(MAIL), None));
    assert_eq!(shift.desk.legal(&event), Ok(()));
    shift.take(event);
    assert_eq!(shift.see(id).reassigned, 1);
}

#[test]
fn a_late_cascade_leaves_alone_what_was_resolved_in_between() {
    let mut shift = Shift::begin();
    let parent = shift.in_progress();
    let child = shift.child_of(parent);
    let events = decide(&shift.desk, Command::Incident(cascade(parent)), &shift.context()).unwrap();
    shift.does(resolve(child));
    let legal: Vec<_> = events.iter().map(|event| shift.desk.legal(event).is_ok()).collect();
    assert_eq!(legal, [true, false]);
}

#[test]
fn names_from_two_tabs_are_both_kept() {
    let mut shift = Shift::begin();
    let entry = |number, name: &str| Command::Enter(Entry::Group(GroupId::imported(number), name.into()));
    let event = decide(&shift.desk, entry(8, "Backup"), &shift.context()).unwrap().remove(0);
    shift.ask(entry(9, "backup")).unwrap();
    assert_eq!(shift.desk.legal(&event), Ok(()), "records may already refer to it");
}

#[test]
fn a_late_event_does_not_turn_back_the_record_or_its_milestones() {
    let mut shift = Shift::begin();
    let id = shift.in_progress();
    let before = shift.now;
    let at = before - TimeDelta::days(1);
    shift.take(Event { at, by: ANALYST, what: Happening::Incident(id, What::Held(HoldReason::Caller)) });
    let incident = shift.see(id);
    assert_eq!((incident.state, incident.changed_at), (State::OnHold(HoldReason::Caller), before));
    assert!(incident.milestones.is_sorted_by_key(|milestone| milestone.at));
}

#[test]
fn an_event_for_an_unknown_incident_changes_nothing_and_is_not_legal() {
    let mut desk = Desk::default();
    let id = IncidentId::imported(3);
    for what in [What::Started, What::Noted { text: "x".into() }, What::ParentLinked(Some(IncidentId::imported(4)))] {
        let event = Event { at: Shift::begin().now, by: ANALYST, what: Happening::Incident(id, what) };
        assert_eq!(desk.legal(&event), Err(Refusal::NoSuch { what: "incident" }));
        apply(&mut desk, &event);
    }
    assert_eq!(desk, Desk::default());
}

#[test]
fn a_second_logging_of_the_same_incident_changes_nothing_and_is_not_legal() {
    let mut shift = Shift::begin();
    let id = shift.in_progress();
    let again = What::Logged(Box::new(report()));
    let event = Event { at: shift.now, by: COLLEAGUE, what: Happening::Incident(id, again) };
    assert!(matches!(shift.desk.legal(&event), Err(Refusal::Rule { .. })));
    let before = shift.desk.clone();
    apply(&mut shift.desk, &event);
    assert_eq!(shift.desk, before);
}
