//! What service level clocks react to.

use itsm::incident::{Amendment, Command as Ask, HoldReason, MilestoneKind as Kind, Side, State};
use itsm::{IncidentId, Level};

use crate::shift::*;

fn kinds(shift: &Shift, id: IncidentId) -> Vec<Kind> {
    shift.see(id).milestones.iter().map(|milestone| milestone.what).collect()
}

fn weighed(impact: u8, urgency: u8) -> Kind {
    Kind::Weighed { impact: Level(impact), urgency: Level(urgency) }
}

#[test]
fn logging_opens_and_weighs_at_the_same_instant() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    assert_eq!(kinds(&shift, id), [Kind::Opened, weighed(2, 2)]);
    assert!(shift.see(id).milestones.iter().all(|milestone| milestone.at == shift.now));
}

#[test]
fn a_change_of_impact_or_urgency_weighs_anew_and_other_changes_do_not() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    let changes = vec![Amendment::Impact(Level(1)), Amendment::Urgency(Level(3)), Amendment::Item(None)];
    shift.does(Ask::Amend { incident: id, changes });
    assert_eq!(kinds(&shift, id), [Kind::Opened, weighed(2, 2), weighed(1, 2), weighed(1, 3)]);
}

#[test]
fn the_desk_responds_once_by_its_first_reply_or_the_first_work() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    shift.does(reply(id, Side::Desk));
    let replied = shift.now;
    shift.does(reply(id, Side::Desk));
    shift.does(Ask::Start(id));
    assert_eq!(kinds(&shift, id), [Kind::Opened, weighed(2, 2), Kind::Responded, Kind::Became(State::InProgress)]);
    assert_eq!(shift.see(id).milestones[2].at, replied);

    let id = shift.logged();
    shift.does(Ask::Start(id));
    assert_eq!(kinds(&shift, id)[2..], [Kind::Responded, Kind::Became(State::InProgress)]);
}

#[test]
fn neither_the_callers_words_nor_a_note_nor_an_assignment_is_a_response() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    shift.does(reply(id, Side::Caller));
    shift.does(Ask::Note { incident: id, text: "waiting for the team".into() });
    shift.does(assign(id, Some(MAIL), None));
    assert!(!shift.see(id).is_responded());
}

#[test]
fn resolving_or_holding_a_new_incident_is_a_response_but_cancelling_is_none() {
    let mut shift = Shift::begin();
    let (resolved, held) = (shift.logged(), shift.logged());
    shift.does(resolve(resolved));
    shift.does(hold(held, HoldReason::Change));
    let cancelled = shift.cancelled();
    assert!(shift.see(resolved).is_responded() && shift.see(held).is_responded());
    assert!(!shift.see(cancelled).is_responded());
}

#[test]
fn each_change_of_state_is_a_milestone() {
    let mut shift = Shift::begin();
    let id = shift.on_hold(HoldReason::Caller);
    shift.does(hold(id, HoldReason::Change));
    shift.does(resolve(id));
    shift.does(Ask::Reopen { incident: id, because: "no mail".into() });
    let states: Vec<_> = kinds(&shift, id)
        .into_iter()
        .filter_map(|kind| if let Kind::Became(state) = kind { Some(state) } else { None })
        .collect();
    let on_hold = State::OnHold;
    assert_eq!(
        states,
        [
            State::InProgress,
            on_hold(HoldReason::Caller),
            on_hold(HoldReason::Change),
            State::Resolved,
            State::InProgress
        ]
    );
}
