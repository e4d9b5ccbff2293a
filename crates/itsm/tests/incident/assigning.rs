//! Who has it.

use itsm::incident::{Event as What, HoldReason};
use itsm::{GroupId, Refusal};

use crate::shift::*;

#[test]
fn a_person_alone_keeps_the_team() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    let events = shift.does(assign(id, None, Some(ANALYST)));
    assert_eq!(events, [What::Assigned { group: Some(NETWORK), assignee: Some(ANALYST) }]);
    assert_eq!((shift.see(id).group, shift.see(id).assignee), (Some(NETWORK), Some(ANALYST)));
}

#[test]
fn a_team_alone_leaves_the_person_to_the_team() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    shift.does(assign(id, None, Some(ANALYST)));
    shift.does(assign(id, Some(MAIL), None));
    assert_eq!((shift.see(id).group, shift.see(id).assignee), (Some(MAIL), None));
}

#[test]
fn assigning_to_whom_it_is_with_already_is_refused() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    assert_eq!(field(&shift.refuses(assign(id, Some(NETWORK), None))), "group and person");
}

#[test]
fn assigning_to_a_stranger_is_refused() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    assert_eq!(shift.refuses(assign(id, Some(GroupId::imported(9)), None)), Refusal::NoSuch { what: "group" });
    assert_eq!(shift.refuses(assign(id, None, Some(STRANGER))), Refusal::NoSuch { what: "person" });
}

#[test]
fn only_open_incidents_are_assigned() {
    let mut shift = Shift::begin();
    let (resolved, closed, cancelled) = (shift.resolved(), shift.closed(), shift.cancelled());
    assert_eq!(state(&shift.refuses(assign(resolved, Some(MAIL), None))), "Resolved");
    assert_eq!(state(&shift.refuses(assign(closed, Some(MAIL), None))), "Closed");
    assert_eq!(state(&shift.refuses(assign(cancelled, Some(MAIL), None))), "Cancelled");
    let held = shift.on_hold(HoldReason::Supplier);
    shift.does(assign(held, Some(MAIL), None));
}

#[test]
fn work_that_has_begun_keeps_an_owner() {
    let mut shift = Shift::begin();
    let (new, begun) = (shift.logged(), shift.in_progress());
    shift.does(assign(new, None, None));
    assert_eq!((shift.see(new).group, shift.see(new).assignee), (None, None));
    assert_eq!(field(&shift.refuses(assign(begun, None, None))), "an assignment group or person");
}

#[test]
fn going_from_one_team_or_person_to_another_counts_as_reassigned() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    for (group, person, count) in [
        (NETWORK, Some(ANALYST), 0),
        (NETWORK, Some(COLLEAGUE), 1),
        (MAIL, None, 2),
        (MAIL, Some(ANALYST), 2),
        (NETWORK, Some(COLLEAGUE), 3),
    ] {
        shift.does(assign(id, Some(group), person));
        assert_eq!(shift.see(id).reassigned, count, "to {group:?} {person:?}");
    }
}

#[test]
fn the_first_owner_is_no_reassignment() {
    let mut shift = Shift::begin();
    let id = shift.unowned();
    shift.does(assign(id, Some(MAIL), Some(ANALYST)));
    assert_eq!(shift.see(id).reassigned, 0);
}
