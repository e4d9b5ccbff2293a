//! Resolving, reopening, closing, cancelling.

use itsm::incident::{Command as Ask, Event as What, HoldReason, ResolutionCode, State};
use itsm::{IncidentId, Refusal};

use crate::shift::*;

fn reopen(incident: IncidentId, because: &str) -> Ask {
    Ask::Reopen { incident, because: because.into() }
}

fn cancel(incident: IncidentId) -> Ask {
    Ask::Cancel { incident, because: "opened by mistake".into() }
}

#[test]
fn every_open_incident_can_be_resolved() {
    let mut shift = Shift::begin();
    let ids = [shift.logged(), shift.in_progress(), shift.on_hold(HoldReason::Problem)];
    for id in ids {
        shift.does(resolve_as(id, ResolutionCode::WorkaroundProvided));
        assert_eq!(shift.see(id).state, State::Resolved);
        let resolution = shift.see(id).resolution.as_ref().unwrap();
        assert_eq!((&*resolution.solution, resolution.by, resolution.at), ("Router restarted", ANALYST, shift.now));
    }
}

#[test]
fn resolving_without_a_solution_is_refused_and_says_why() {
    let mut shift = Shift::begin();
    let id = shift.in_progress();
    let blank =
        Ask::Resolve { incident: id, code: ResolutionCode::SolutionProvided, solution: " \n".into(), cascade: false };
    let refusal = shift.refuses(blank);
    assert_eq!(field(&refusal), "solution");
    assert!(refusal.sentence().contains("should not have to solve it again"));
}

#[test]
fn resolving_what_nobody_owns_is_refused() {
    let mut shift = Shift::begin();
    let id = shift.unowned();
    assert_eq!(field(&shift.refuses(resolve(id))), "an assignment group or person");
}

#[test]
fn another_tools_code_cannot_be_chosen() {
    let mut shift = Shift::begin();
    let id = shift.in_progress();
    let refusal = shift.refuses(resolve_as(id, ResolutionCode::Foreign("code 6".into())));
    assert_eq!(field(&refusal), "resolution code");
}

#[test]
fn resolving_as_a_duplicate_needs_the_link_to_the_original() {
    let mut shift = Shift::begin();
    let (original, other) = (shift.in_progress(), shift.in_progress());
    let refusal = shift.refuses(resolve_as(other, ResolutionCode::Duplicate));
    assert_eq!(field(&refusal), "the incident it duplicates");
    shift.does(Ask::MarkDuplicate { incident: other, of: Some(original) });
    shift.does(resolve_as(other, ResolutionCode::Duplicate));
}

#[test]
fn what_is_resolved_or_ended_is_not_resolved_again() {
    let mut shift = Shift::begin();
    let (resolved, closed, cancelled) = (shift.resolved(), shift.closed(), shift.cancelled());
    assert_eq!(state(&shift.refuses(resolve(resolved))), "Resolved");
    assert_eq!(state(&shift.refuses(resolve(closed))), "Closed");
    assert_eq!(state(&shift.refuses(resolve(cancelled))), "Cancelled");
}

#[test]
fn a_cascade_resolves_open_children_and_duplicates_and_theirs() {
    let mut shift = Shift::begin();
    let parent = shift.in_progress();
    let (child, twin) = (shift.child_of(parent), shift.duplicate_of(parent));
    let grandchild = shift.child_of(child);
    let stranger = shift.logged();
    shift.does(cascade(parent));
    for id in [parent, child, twin, grandchild] {
        let resolution = shift.see(id).resolution.as_ref().unwrap();
        assert_eq!(resolution.code, ResolutionCode::WorkaroundProvided);
        assert_eq!(&*resolution.solution, "Mail goes by the other router");
    }
    assert_eq!(shift.see(stranger).state, State::New);
}

#[test]
fn a_cascade_names_the_incident_that_brought_the_others_along() {
    let mut shift = Shift::begin();
    let parent = shift.in_progress();
    shift.child_of(parent);
    let brought: Vec<_> = shift
        .does(cascade(parent))
        .into_iter()
        .map(|event| match event {
            What::Resolved { with, .. } => with,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(brought, [None, Some(parent)]);
}

#[test]
fn an_end_as_a_duplicate_is_not_handed_on_to_children_that_are_none() {
    let mut shift = Shift::begin();
    let original = shift.in_progress();
    let above = shift.duplicate_of(original);
    let twin = shift.duplicate_of(above);
    let as_duplicate = Ask::Resolve {
        incident: above,
        code: ResolutionCode::Duplicate,
        solution: "See the original".into(),
        cascade: true,
    };
    let child = shift.child_of(above);
    assert!(matches!(shift.refuses(as_duplicate.clone()), Refusal::Rule { .. }));
    shift.does(Ask::LinkParent { incident: child, parent: Some(original) });
    shift.does(as_duplicate);
    assert_eq!((shift.see(twin).state, shift.see(child).state), (State::Resolved, State::New));
}

#[test]
fn a_cascade_skips_what_is_not_open_and_goes_on_behind_it() {
    let mut shift = Shift::begin();
    let parent = shift.in_progress();
    let done = shift.child_of(parent);
    let behind = shift.child_of(done);
    let mistake = shift.child_of(parent);
    let behind_mistake = shift.child_of(mistake);
    shift.does(resolve(done));
    shift.does(cancel(mistake));
    shift.does(cascade(parent));
    assert_eq!(&*shift.see(done).resolution.as_ref().unwrap().solution, "Router restarted");
    assert_eq!(shift.see(behind).state, State::Resolved);
    assert_eq!((shift.see(mistake).state, shift.see(behind_mistake).state), (State::Cancelled, State::New));
}

#[test]
fn without_a_cascade_children_stay_open() {
    let mut shift = Shift::begin();
    let parent = shift.in_progress();
    let child = shift.child_of(parent);
    shift.does(resolve(parent));
    assert_eq!(shift.see(child).state, State::New);
}

#[test]
fn a_child_that_nobody_owns_is_resolved_with_its_parent() {
    let mut shift = Shift::begin();
    let (parent, child) = (shift.in_progress(), shift.unowned());
    shift.does(Ask::LinkParent { incident: child, parent: Some(parent) });
    shift.does(cascade(parent));
    assert_eq!(shift.see(child).state, State::Resolved);
}

#[test]
fn a_resolved_incident_is_reopened_with_a_reason_and_counted() {
    let mut shift = Shift::begin();
    let id = shift.resolved();
    assert_eq!(field(&shift.refuses(reopen(id, "  "))), "reason");
    shift.does(reopen(id, "still no mail"));
    let incident = shift.see(id);
    assert_eq!((incident.state, incident.reopened, &incident.resolution), (State::InProgress, 1, &None));
}

#[test]
fn what_comes_back_after_its_parent_was_closed_stands_on_its_own() {
    let mut shift = Shift::begin();
    let parent = shift.in_progress();
    let (child, other) = (shift.child_of(parent), shift.child_of(parent));
    shift.does(cascade(parent));
    shift.does(reopen(other, "still no mail"));
    assert_eq!(shift.see(other).parent, Some(parent), "a parent that is not closed is kept");
    shift.does(resolve(other));
    shift.does(Ask::Close(parent));
    let events = shift.does(reopen(child, "still no mail"));
    assert!(matches!(events[..], [What::ParentLinked(None), What::Reopened { .. }]), "{events:?}");
    assert_eq!((shift.see(child).state, shift.see(child).parent), (State::InProgress, None));
}

#[test]
fn only_a_resolved_incident_is_reopened() {
    let mut shift = Shift::begin();
    for id in [shift.logged(), shift.in_progress(), shift.on_hold(HoldReason::Caller), shift.cancelled()] {
        let name = shift.see(id).state.word();
        assert_eq!(state(&shift.refuses(reopen(id, "again"))), name);
    }
}

#[test]
fn a_closed_incident_never_reopens_and_the_refusal_names_the_way_out() {
    let mut shift = Shift::begin();
    let id = shift.closed();
    let Refusal::NotFrom { state, instead, .. } = shift.refuses(reopen(id, "again")) else { panic!() };
    assert_eq!(state, "Closed");
    assert!(instead.contains("reply opens a new, linked incident"), "{instead}");
}

#[test]
fn closing_needs_a_resolution_first() {
    let mut shift = Shift::begin();
    for id in [shift.logged(), shift.in_progress(), shift.on_hold(HoldReason::Caller)] {
        let sentence = shift.refuses(Ask::Close(id)).sentence();
        assert!(sentence.contains("Resolve it first"), "{sentence}");
    }
    let id = shift.resolved();
    shift.does(Ask::Close(id));
    assert_eq!((shift.see(id).state, shift.see(id).closed_at), (State::Closed, Some(shift.now)));
    assert!(shift.see(id).resolution.is_some());
    assert_eq!(state(&shift.refuses(Ask::Close(id))), "Closed");
}

#[test]
fn a_parent_is_not_closed_before_its_children_are_done() {
    let mut shift = Shift::begin();
    let parent = shift.in_progress();
    let child = shift.child_of(parent);
    shift.does(resolve(parent));
    assert!(matches!(shift.refuses(Ask::Close(parent)), Refusal::Rule { .. }));
    shift.does(resolve(child));
    shift.does(Ask::Close(parent));
}

#[test]
fn an_open_duplicate_does_not_keep_the_original_from_closing() {
    let mut shift = Shift::begin();
    let original = shift.in_progress();
    shift.duplicate_of(original);
    shift.does(resolve(original));
    shift.does(Ask::Close(original));
}

#[test]
fn closing_a_parent_does_not_close_its_children() {
    let mut shift = Shift::begin();
    let parent = shift.in_progress();
    let child = shift.child_of(parent);
    shift.does(cascade(parent));
    shift.does(Ask::Close(parent));
    assert_eq!(shift.see(child).state, State::Resolved);
}

#[test]
fn an_open_incident_is_cancelled_with_a_reason() {
    let mut shift = Shift::begin();
    for id in [shift.logged(), shift.in_progress(), shift.on_hold(HoldReason::Evidence)] {
        assert_eq!(field(&shift.refuses(Ask::Cancel { incident: id, because: "".into() })), "reason");
        shift.does(cancel(id));
        assert_eq!(shift.see(id).state, State::Cancelled);
    }
}

#[test]
fn what_is_resolved_or_ended_is_not_cancelled() {
    let mut shift = Shift::begin();
    for id in [shift.resolved(), shift.closed(), shift.cancelled()] {
        let name = shift.see(id).state.word();
        assert_eq!(state(&shift.refuses(cancel(id))), name);
    }
}
