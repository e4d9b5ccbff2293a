//! Talking to the caller, and writing for colleagues.

use itsm::incident::{Channel, Command as Ask, Event as What, HoldReason, Observed, Report, Seen, Side, State};
use itsm::{Event, Happening, IncidentId, Level};

use crate::shift::*;

fn words() -> std::sync::Arc<str> {
    "It still does not work".into()
}

#[test]
fn a_callers_reply_lifts_a_hold_for_the_caller() {
    let mut shift = Shift::begin();
    let id = shift.on_hold(HoldReason::Caller);
    let events = shift.does(reply(id, Side::Caller));
    assert_eq!(events, [What::Replied { side: Side::Caller, text: words() }, What::Started]);
    assert_eq!(shift.see(id).state, State::InProgress);
}

#[test]
fn a_callers_reply_lifts_the_hold_even_where_nobody_owns_the_incident() {
    let mut shift = Shift::begin();
    let id = shift.unowned();
    shift.does(hold(id, HoldReason::Caller));
    shift.does(reply(id, Side::Caller));
    assert_eq!(shift.see(id).state, State::InProgress);
}

#[test]
fn a_hold_for_anything_else_stays_whatever_the_caller_says() {
    let mut shift = Shift::begin();
    let id = shift.on_hold(HoldReason::Supplier);
    shift.does(reply(id, Side::Caller));
    assert_eq!(shift.see(id).state, State::OnHold(HoldReason::Supplier));
}

#[test]
fn the_desks_own_reply_lifts_no_hold() {
    let mut shift = Shift::begin();
    let id = shift.on_hold(HoldReason::Caller);
    shift.does(reply(id, Side::Desk));
    assert_eq!(shift.see(id).state, State::OnHold(HoldReason::Caller));
}

#[test]
fn a_callers_reply_while_resolved_leaves_reopening_to_the_desk() {
    let mut shift = Shift::begin();
    let id = shift.resolved();
    assert_eq!(shift.does(reply(id, Side::Caller)), [What::Replied { side: Side::Caller, text: words() }]);
    assert_eq!(shift.see(id).state, State::Resolved);
}

#[test]
fn a_callers_reply_to_an_ended_incident_opens_a_new_linked_one() {
    let mut shift = Shift::begin();
    for ended in [shift.closed(), shift.cancelled()] {
        let next = shift.desk.next_incident(TAG);
        let before = shift.see(ended).clone();
        shift.does(reply(ended, Side::Caller));
        let opened = shift.see(next);
        assert_eq!((opened.follows, opened.state, opened.assignee), (Some(ended), State::New, None));
        assert_eq!((&opened.summary, &opened.description), (&before.summary, &words()));
        assert_eq!((opened.caller, opened.service, opened.item), (before.caller, before.service, before.item));
        assert_eq!((opened.category, opened.group, opened.channel), (before.category, before.group, before.channel));
        assert_eq!((opened.impact, opened.urgency), (before.impact, before.urgency));
        assert_eq!(shift.see(ended), &before, "history stays as it was");
    }
}

#[test]
fn a_follow_up_of_an_import_without_summary_takes_the_replys_first_line() {
    let mut shift = Shift::begin();
    let old = IncidentId::imported(40);
    let row = Observed { fields: vec![Seen::State(State::Closed), Seen::Impact(Level(5))], source_verdict: None };
    shift.take(Event { at: shift.now, by: ANALYST, what: Happening::Incident(old, What::Observed(Box::new(row))) });
    shift.does(Ask::Reply { incident: old, side: Side::Caller, text: " No mail \nsince noon".into() });
    let opened = shift.see(IncidentId(itsm::Key { number: 41, tag: TAG }));
    assert_eq!((&*opened.summary, &*opened.description), ("No mail", "No mail \nsince noon"));
    assert_eq!(opened.impact, Level(3), "the nearest on the scale of the matrix");
}

#[test]
fn the_desk_does_not_write_to_a_caller_whose_incident_has_ended() {
    let mut shift = Shift::begin();
    for id in [shift.closed(), shift.cancelled()] {
        let name = shift.see(id).state.word();
        assert_eq!(state(&shift.refuses(reply(id, Side::Desk))), name);
    }
}

#[test]
fn replies_and_notes_are_never_blank() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    for side in [Side::Desk, Side::Caller] {
        assert_eq!(field(&shift.refuses(Ask::Reply { incident: id, side, text: " ".into() })), "text");
    }
    assert_eq!(field(&shift.refuses(Ask::Note { incident: id, text: "\n".into() })), "text");
}

#[test]
fn a_note_may_be_written_in_every_state() {
    let mut shift = Shift::begin();
    let monitoring = Report { channel: Channel::Monitoring, caller: None, ..report() };
    for id in [
        shift.log(monitoring),
        shift.in_progress(),
        shift.on_hold(HoldReason::Problem),
        shift.resolved(),
        shift.closed(),
        shift.cancelled(),
    ] {
        let before = shift.see(id).state;
        let events = shift.does(Ask::Note { incident: id, text: " seen again ".into() });
        assert_eq!(events, [What::Noted { text: "seen again".into() }]);
        assert_eq!(shift.see(id).state, before);
    }
}
