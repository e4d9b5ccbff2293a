//! Parents, duplicates, and the index that finds them.

use itsm::incident::{Command as Ask, ResolutionCode};
use itsm::{IncidentId, RecordId, Refusal};

use crate::shift::*;

fn parent(incident: IncidentId, parent: Option<IncidentId>) -> Ask {
    Ask::LinkParent { incident, parent }
}

fn duplicate(incident: IncidentId, of: Option<IncidentId>) -> Ask {
    Ask::MarkDuplicate { incident, of }
}

fn dependants(shift: &Shift, id: IncidentId) -> Vec<IncidentId> {
    shift.desk.dependants(id).map(|incident| incident.id).collect()
}

#[test]
fn a_parent_knows_its_children_and_an_original_its_duplicates() {
    let mut shift = Shift::begin();
    let above = shift.logged();
    let (child, twin) = (shift.child_of(above), shift.duplicate_of(above));
    assert_eq!((shift.see(child).parent, shift.see(twin).duplicate_of), (Some(above), Some(above)));
    assert_eq!(dependants(&shift, above), [child, twin]);
}

#[test]
fn taking_a_link_away_or_elsewhere_is_seen_from_both_ends() {
    let mut shift = Shift::begin();
    let (first, second) = (shift.logged(), shift.logged());
    let child = shift.child_of(first);
    shift.does(parent(child, Some(second)));
    assert_eq!((dependants(&shift, first), dependants(&shift, second)), (vec![], vec![child]));
    shift.does(parent(child, None));
    assert_eq!((shift.see(child).parent, dependants(&shift, second)), (None, vec![]));
}

#[test]
fn one_link_taken_away_leaves_the_other_between_the_same_two() {
    let mut shift = Shift::begin();
    let above = shift.logged();
    let child = shift.child_of(above);
    shift.does(duplicate(child, Some(above)));
    shift.does(parent(child, None));
    assert_eq!(dependants(&shift, above), [child]);
}

#[test]
fn an_incident_is_not_linked_to_itself() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    assert_eq!(field(&shift.refuses(parent(id, Some(id)))), "parent");
    assert_eq!(field(&shift.refuses(duplicate(id, Some(id)))), "original");
}

#[test]
fn links_of_both_kinds_together_never_make_a_circle() {
    let mut shift = Shift::begin();
    let top = shift.logged();
    let middle = shift.child_of(top);
    let bottom = shift.duplicate_of(middle);
    assert_eq!(field(&shift.refuses(parent(top, Some(bottom)))), "parent");
    assert_eq!(field(&shift.refuses(duplicate(top, Some(bottom)))), "original");
    assert_eq!(field(&shift.refuses(duplicate(top, Some(middle)))), "original");
    shift.does(parent(bottom, Some(top)));
}

#[test]
fn linking_to_nothing_known_or_to_a_cancelled_incident_is_refused() {
    let mut shift = Shift::begin();
    let (id, cancelled) = (shift.logged(), shift.cancelled());
    assert_eq!(shift.refuses(parent(id, Some(IncidentId::imported(99)))), Refusal::NoSuch { what: "incident" });
    assert_eq!(field(&shift.refuses(parent(id, Some(cancelled)))), "parent");
    assert_eq!(field(&shift.refuses(duplicate(id, Some(cancelled)))), "original");
}

#[test]
fn an_ended_incident_gets_no_new_links() {
    let mut shift = Shift::begin();
    let (target, closed, cancelled) = (shift.logged(), shift.closed(), shift.cancelled());
    assert_eq!(state(&shift.refuses(parent(closed, Some(target)))), "Closed");
    assert_eq!(state(&shift.refuses(duplicate(cancelled, Some(target)))), "Cancelled");
}

#[test]
fn a_closed_incident_gets_no_new_children_and_the_refusal_names_the_way_out() {
    let mut shift = Shift::begin();
    let closed = shift.closed();
    for child in [shift.logged(), shift.in_progress(), shift.resolved()] {
        let refusal = shift.refuses(parent(child, Some(closed)));
        assert_eq!(field(&refusal), "parent");
        assert!(refusal.sentence().contains("the one that follows it"), "{refusal:?}");
    }
}

#[test]
fn a_late_report_of_a_failure_that_is_over_may_be_a_duplicate_of_a_closed_incident() {
    let mut shift = Shift::begin();
    let (original, late) = (shift.closed(), shift.in_progress());
    shift.does(duplicate(late, Some(original)));
    shift.does(resolve_as(late, ResolutionCode::Duplicate));
}

#[test]
fn what_was_resolved_as_a_duplicate_keeps_its_original_until_it_is_reopened() {
    let mut shift = Shift::begin();
    let (original, other) = (shift.logged(), shift.logged());
    let twin = shift.duplicate_of(original);
    shift.does(resolve_as(twin, ResolutionCode::Duplicate));
    assert_eq!(field(&shift.refuses(duplicate(twin, None))), "original");
    shift.does(duplicate(twin, Some(other)));
    shift.does(Ask::Reopen { incident: twin, because: "another failure".into() });
    shift.does(duplicate(twin, None));
}

#[test]
fn a_link_that_is_already_so_is_refused() {
    let mut shift = Shift::begin();
    let (above, free) = (shift.logged(), shift.logged());
    let child = shift.child_of(above);
    assert_eq!(field(&shift.refuses(parent(child, Some(above)))), "parent");
    assert_eq!(field(&shift.refuses(parent(free, None))), "parent");
    assert_eq!(field(&shift.refuses(duplicate(free, None))), "original");
}

#[test]
fn a_forgotten_record_folds_again_from_its_own_events_and_its_links_come_back() {
    let mut shift = Shift::begin();
    let above = shift.logged();
    let middle = shift.child_of(above);
    let below = shift.child_of(middle);
    let before = shift.desk.clone();
    shift.desk.forget(RecordId::Incident(middle));
    assert_eq!(dependants(&shift, above), []);
    let own: Vec<_> = shift
        .journal
        .iter()
        .filter(|event| matches!(&event.what, itsm::Happening::Incident(id, _) if *id == middle))
        .cloned()
        .collect();
    for event in &own {
        itsm::apply(&mut shift.desk, event);
    }
    assert_eq!(shift.desk, before);
    assert_eq!(dependants(&shift, middle), [below]);
}
