//! Whatever is tried in whatever order: what is refused changes nothing, and what has happened leaves the same desk
//! again.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::{Desk, Refusal, apply};
use proptest::prelude::*;
use simulation::scenario::{ChangeIs, ChangeType, Channel, Key, Plan, Severity};
use simulation::shift::{
    Correction, HoldFor, Logged, NewChange, NewIncident, NewProblem, NewRequest, Outcome, Records, SolutionCode,
};

use super::common::{Shift, files, incident, key, start, you};

/// So many kinds of steps there are.
const KINDS: u8 = 34;

/// A step: which, at which case, with which other case and which choice.
type Step = (u8, u8, u8, u8);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((0..KINDS, 0..6_u8, 0..6_u8, any::<u8>()), 1..60)
}

fn case(place: u8) -> Key {
    let there = ["old-1", "old-6", "driver-update", "roll-back", "a", "b"];
    key(there[usize::from(place) % there.len()])
}

fn new_incident(case: &Key, other: &Key, choice: u8) -> NewIncident {
    let follows = choice.is_multiple_of(8).then(|| other.clone());
    NewIncident { impact: choice % 4, follows, ..incident(case) }
}

fn tried(shift: &mut Shift, (kind, one, two, choice): Step, now: DateTime<Utc>) -> Result<(), Refusal> {
    let (case, other, by) = (case(one), case(two), if choice.is_multiple_of(5) { key("birgit") } else { you() });
    let (desk, files) = (&mut shift.desk, &shift.files);
    let yes = choice.is_multiple_of(2);
    let words = if choice.is_multiple_of(7) { "" } else { "So it is." };
    let offer = files.pool.offers[if yes { "starter" } else { "headset" }].clone();
    let task = offer.tasks[usize::from(choice / 2) % offer.tasks.len()].key.clone();
    match kind {
        0 | 1 => desk.log_incident(now, &by, new_incident(&case, &other, choice)),
        2 => desk.log_request(now, &by, request(&case, &offer, yes)),
        3 => desk.alert(now, &case, Some(&key("ap2")), Severity::Exception, "It does not answer"),
        4 => desk.acknowledge(now, &by, &case),
        5 => desk.close_alert(now, &by, &case, words),
        6 => desk.raise_from_alert(now, &by, &case, incident(&case)),
        7 => desk.amend(now, &by, &case, &correction(choice), yes.then_some(&offer)),
        8 => desk.assign(now, &by, &case, yes.then(|| key("apps")).as_ref(), None),
        9 => desk.start(now, &by, &case),
        10 => desk.hold(now, &by, &case, if yes { HoldFor::Caller } else { HoldFor::Problem }, words),
        11 => desk.resume(now, &by, &case),
        12 => desk.resolve(now, &by, &case, SolutionCode::Solution, words, yes),
        13 => desk.reopen(now, &by, &case, words),
        14 => desk.close(now, &by, &case),
        15 => desk.cancel(now, &by, &case, words),
        16 => desk.say(now, &by, &case, yes, words),
        17 => desk.note(now, &by, &case, words),
        18 => desk.parent(now, &by, &case, yes.then_some(&other)),
        19 => desk.duplicate(now, &by, &case, yes.then_some(&other)),
        20 => desk.behind(now, &by, &case, yes.then_some(&other)),
        21 => desk.caused_by(now, &by, &case, &other),
        22 => desk.led_to(now, &by, &case, &other),
        23 => desk.start_task(now, &by, &case, &task),
        24 => desk.finish_task(now, &by, &case, &task),
        25 => desk.answer_request(now, &key("birgit"), &case, yes, words),
        26 => desk.raise_problem(now, &by, problem(&case, &other)),
        27 => desk.known_error(now, &by, &case, words, "Wait."),
        28 => desk.resolve_problem(now, &by, &case, words),
        29 => desk.raise_change(now, &by, change(&case, &other, &Plan::default(), choice)),
        30 => desk.change_to(now, &by, &case, change_is(choice), words),
        31 => desk.review(now, &by, &case, Outcome { met: yes, incidents: yes, backed_out: false, on_time: yes }),
        32 => {
            if yes {
                desk.major(now, &by, &case)
            } else {
                desk.stand_down(now, &by, &case)
            }
        }
        _ => {
            if yes {
                desk.update_major(now, &by, &case, words)
            } else {
                desk.rate(now, &by, &case, choice % 7)
            }
        }
    }
}

fn request<'a>(case: &Key, offer: &'a simulation::scenario::Offer, asks: bool) -> NewRequest<'a> {
    NewRequest {
        case: case.clone(),
        summary: "Wanted".into(),
        text: String::new(),
        channel: Channel::Portal,
        caller: Some(key("lena")),
        offer,
        approver: asks.then(|| key("birgit")),
    }
}

fn problem(case: &Key, from: &Key) -> NewProblem {
    NewProblem {
        key: case.clone(),
        summary: "Again".into(),
        text: String::new(),
        from: vec![from.clone()],
        service: Some(key("printing")),
        item: None,
        category: None,
        impact: 2,
        urgency: 2,
    }
}

fn change<'a>(case: &Key, from: &Key, plan: &'a Plan, choice: u8) -> NewChange<'a> {
    NewChange {
        key: case.clone(),
        summary: "Another one".into(),
        kind: [ChangeType::Standard, ChangeType::Normal, ChangeType::Emergency][usize::from(choice % 3)],
        fix: Some(key("replace-ap")),
        services: vec![],
        items: vec![key("spool")],
        team: Some(key("work")),
        planned: None,
        plan,
        from: choice.is_multiple_of(2).then(|| from.clone()),
    }
}

fn correction(choice: u8) -> Correction {
    match choice % 6 {
        0 => Correction::Kind(Logged::Request),
        1 => Correction::Kind(Logged::Incident),
        2 => Correction::Kind(Logged::Event),
        3 => Correction::Service(Some(key("mail"))),
        4 => Correction::Item(None),
        _ => Correction::Impact(choice % 4),
    }
}

fn change_is(choice: u8) -> ChangeIs {
    use ChangeIs::*;
    [Proposed, Authorised, Refused, Postponed, Done, BackedOut, Reviewed][usize::from(choice % 7)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_refused_changes_nothing_and_all_can_be_told_again(steps in steps()) {
        let mut shift = Shift::of("recurring-printer");
        let files = files("recurring-printer");
        let mut told = Records::begin(&files, start(&files)).unwrap().take();
        for step in steps {
            let now = shift.now();
            let before = shift.desk.clone();
            let done = tried(&mut shift, step, now);
            let events = shift.desk.take();
            if done.is_err() {
                prop_assert!(events.is_empty());
                prop_assert!(shift.desk.desk() == before.desk());
                prop_assert_eq!(shift.desk.record(&case(step.1)), before.record(&case(step.1)));
            }
            told.extend(events);
            for place in 0..6 {
                let case = case(place);
                let is_change = matches!(shift.desk.record(&case), Some(itsm::RecordId::Change(_)));
                let is_shown = shift.desk.view(&case, now + TimeDelta::minutes(1)).is_some();
                prop_assert_eq!(is_shown, shift.desk.record(&case).is_some() && !is_change);
                prop_assert_eq!(shift.desk.state_word(&case).is_some(), shift.desk.record(&case).is_some());
            }
        }
        let mut again = Desk::default();
        for event in &told {
            prop_assert_eq!(again.legal(event), Ok(()));
            apply(&mut again, event);
        }
        prop_assert!(again == *shift.desk.desk());
    }
}
