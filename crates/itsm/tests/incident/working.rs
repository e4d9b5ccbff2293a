//! Starting, holding, and being asked why not.

use itsm::incident::{Action, Command as Ask, Event as What, HoldReason, Side, State, why_not};

use crate::shift::*;

#[test]
fn work_starts_from_new_and_after_a_hold() {
    let mut shift = Shift::begin();
    let (new, held) = (shift.logged(), shift.on_hold(HoldReason::Supplier));
    for id in [new, held] {
        assert_eq!(shift.does(Ask::Start(id)), [What::Started]);
        assert_eq!(shift.see(id).state, State::InProgress);
    }
}

#[test]
fn work_does_not_start_where_nobody_owns_it() {
    let mut shift = Shift::begin();
    let id = shift.unowned();
    assert_eq!(field(&shift.refuses(Ask::Start(id))), "an assignment group or person");
    shift.does(assign(id, None, Some(ANALYST)));
    shift.does(Ask::Start(id));
}

#[test]
fn work_does_not_start_twice_nor_after_the_end() {
    let mut shift = Shift::begin();
    let (begun, resolved) = (shift.in_progress(), shift.resolved());
    let (closed, cancelled) = (shift.closed(), shift.cancelled());
    assert_eq!(state(&shift.refuses(Ask::Start(begun))), "In Progress");
    assert_eq!(state(&shift.refuses(Ask::Start(closed))), "Closed");
    assert_eq!(state(&shift.refuses(Ask::Start(cancelled))), "Cancelled");
    let sentence = shift.refuses(Ask::Start(resolved)).sentence();
    assert!(sentence.contains("Reopen it"), "{sentence}");
}

#[test]
fn a_hold_names_its_reason_and_may_change_it() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    for reason in HoldReason::ALL {
        assert_eq!(shift.does(hold(id, reason)), [What::Held(reason)]);
        assert_eq!(shift.see(id).state, State::OnHold(reason));
    }
}

#[test]
fn holding_for_the_same_reason_again_is_refused() {
    let mut shift = Shift::begin();
    let id = shift.on_hold(HoldReason::Change);
    assert_eq!(field(&shift.refuses(hold(id, HoldReason::Change))), "reason");
}

#[test]
fn a_note_beside_a_hold_becomes_a_work_note_unless_it_is_blank() {
    let mut shift = Shift::begin();
    let id = shift.in_progress();
    let ask = |note: &str, reason| Ask::Hold { incident: id, reason, note: note.into() };
    let events = shift.does(ask(" part ordered ", HoldReason::Supplier));
    assert_eq!(events, [What::Held(HoldReason::Supplier), What::Noted { text: "part ordered".into() }]);
    assert_eq!(shift.does(ask("  ", HoldReason::Change)), [What::Held(HoldReason::Change)]);
}

#[test]
fn only_open_incidents_are_held() {
    let mut shift = Shift::begin();
    let (resolved, closed, cancelled) = (shift.resolved(), shift.closed(), shift.cancelled());
    assert_eq!(state(&shift.refuses(hold(resolved, HoldReason::Caller))), "Resolved");
    assert_eq!(state(&shift.refuses(hold(closed, HoldReason::Caller))), "Closed");
    assert_eq!(state(&shift.refuses(hold(cancelled, HoldReason::Caller))), "Cancelled");
}

#[test]
fn a_form_may_open_although_its_texts_are_still_missing() {
    let mut shift = Shift::begin();
    let id = shift.in_progress();
    assert_eq!(why_not(&shift.desk, id, Action::Resolve), None);
    let refusal = shift.refuses(Ask::Cancel { incident: id, because: " ".into() });
    assert_eq!(field(&refusal), "reason");
    assert_eq!(why_not(&shift.desk, id, Action::Cancel), None);
}

#[test]
fn why_not_gives_the_same_refusal_as_trying() {
    let mut shift = Shift::begin();
    let unowned = shift.unowned();
    let (resolved, closed) = (shift.resolved(), shift.closed());
    assert_eq!(why_not(&shift.desk, unowned, Action::Resolve), Some(shift.refuses(resolve(unowned))));
    assert_eq!(why_not(&shift.desk, resolved, Action::Start), Some(shift.refuses(Ask::Start(resolved))));
    let refusal = shift.refuses(reply(closed, Side::Desk));
    assert_eq!(why_not(&shift.desk, closed, Action::Reply(Side::Desk)), Some(refusal));
    assert_eq!(why_not(&shift.desk, closed, Action::Reply(Side::Caller)), None);
}
