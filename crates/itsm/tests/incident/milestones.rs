//! What service level clocks react to.

use chrono::TimeDelta;
use itsm::incident::{Amendment, Command as Ask, HoldReason, MilestoneKind as Kind, Side, State};
use itsm::service_level::{Agreement, Standing};
use itsm::{Command, IncidentId, Level};

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
fn resolving_a_new_incident_is_a_response_but_cancelling_is_none() {
    let mut shift = Shift::begin();
    let (resolved, cancelled) = (shift.logged(), shift.cancelled());
    shift.does(resolve(resolved));
    assert!(shift.see(resolved).is_responded() && !shift.see(cancelled).is_responded());
}

#[test]
fn holding_a_new_incident_is_a_response_unless_the_agreement_pauses_the_response_too() {
    let mut shift = Shift::begin();
    // Seven in the morning, an hour before the desk opens.
    shift.now += TimeDelta::hours(7);
    let id = shift.logged();
    shift.now += TimeDelta::hours(2);
    shift.does(hold(id, HoldReason::Caller));
    let response = |shift: &Shift| shift.desk.clocks(shift.see(id), shift.now).response;
    assert_eq!((response(&shift).standing, response(&shift).stopped_at), (Standing::Stopped, Some(shift.now)));
    let mut agreement = Agreement::default();
    agreement.pause_on.response_too = true;
    shift.ask(Command::SetAgreement(Box::new(agreement))).unwrap();
    let paused = response(&shift);
    assert_eq!((paused.standing, paused.stopped_at), (Standing::Paused(HoldReason::Caller), None));
    shift.does(reply(id, Side::Desk));
    let answered = response(&shift);
    assert_eq!((answered.stopped_at, answered.elapsed), (Some(shift.now), paused.elapsed));
}

/// Edge case 16, the oldest unanswered message counts.
#[test]
fn only_the_first_unanswered_message_counts_and_later_ones_do_not_restart_the_response_clock() {
    let mut shift = Shift::begin();
    shift.now += TimeDelta::hours(9);
    let id = shift.logged();
    let opened = shift.now;
    shift.now += TimeDelta::hours(1);
    shift.does(reply(id, Side::Caller));
    let response = shift.desk.clocks(shift.see(id), shift.now).response;
    assert_eq!(response.elapsed, shift.now - opened);
    assert_eq!(response.breach_at, Some(opened + TimeDelta::hours(4)));
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
