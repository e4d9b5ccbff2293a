//! Agreements at the desk: set by a command, and in force from then on.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{HoldReason, Milestone, MilestoneKind, State};
use itsm::service_level::{Agreement, Outcome, Standing};
use itsm::{Command, Context, Desk, Happening, PersonId, Refusal, apply, decide};

use super::history::{CALLER, HIGH, at, became, raw};

fn ask(desk: &mut Desk, now: DateTime<Utc>, command: Command) -> Result<(), Refusal> {
    let context = Context { now, actor: PersonId::imported(1), role: itsm::Role::default(), tag: 0 };
    for event in decide(desk, command, &context)? {
        assert!(desk.legal(&event).is_ok());
        apply(desk, &event);
    }
    Ok(())
}

fn quicker() -> Agreement {
    let mut agreement = Agreement { name: " Gold ".into(), ..Agreement::default() };
    agreement.targets[0].resolution = Some(TimeDelta::hours(1));
    agreement
}

#[test]
fn a_desk_begins_with_the_standard_agreement_and_takes_another() {
    let mut desk = Desk::default();
    assert_eq!(desk.agreement().agreement(), &Agreement::default());
    ask(&mut desk, at("mon 09:00"), Command::SetAgreement(Box::new(quicker()))).unwrap();
    assert_eq!(&*desk.agreement().agreement().name, "Gold");
    let again = ask(&mut desk, at("mon 10:00"), Command::SetAgreement(Box::new(quicker())));
    assert!(matches!(again, Err(Refusal::Invalid { field: "agreement", .. })));
}

#[test]
fn an_agreement_that_cannot_be_used_is_refused_with_a_reason() {
    let mut unusable = quicker();
    unusable.calendar.hours = Default::default();
    let refusal = ask(&mut Desk::default(), at("mon 09:00"), Command::SetAgreement(Box::new(unusable.clone())));
    assert!(matches!(refusal, Err(Refusal::Invalid { field: "opening hours", .. })));
    // Should such an event come from elsewhere, it changes nothing.
    let mut desk = Desk::default();
    let event = itsm::Event {
        at: at("mon 09:00"),
        by: PersonId::imported(1),
        what: Happening::AgreementSet(Box::new(unusable)),
    };
    apply(&mut desk, &event);
    assert_eq!(desk, Desk::default());
}

/// Edge case 7, a change of agreement during a pause.
#[test]
fn another_agreement_during_a_pause_keeps_the_pause() {
    let held = raw(vec![
        Milestone { at: at("mon 09:00"), what: MilestoneKind::Opened },
        Milestone { at: at("mon 09:00"), what: HIGH },
        Milestone { at: at("mon 10:00"), what: became(CALLER) },
    ]);
    let mut desk = Desk::default();
    ask(&mut desk, at("mon 15:00"), Command::SetAgreement(Box::new(quicker()))).unwrap();
    let clock = desk.clocks(&held, at("tue 09:00")).resolution;
    assert_eq!((clock.standing, clock.elapsed), (Standing::Paused(HoldReason::Caller), TimeDelta::hours(1)));
    assert_eq!((clock.target, clock.is_breached()), (Some(TimeDelta::hours(1)), false));
}

#[test]
fn a_closed_incident_is_judged_by_what_held_when_it_was_closed() {
    let mut milestones = vec![
        Milestone { at: at("mon 09:00"), what: MilestoneKind::Opened },
        Milestone { at: at("mon 09:00"), what: HIGH },
        Milestone { at: at("mon 11:00"), what: became(State::Resolved) },
    ];
    let resolved = raw(milestones.clone());
    milestones.push(Milestone { at: at("mon 12:00"), what: became(State::Closed) });
    let closed = raw(milestones);
    let mut desk = Desk::default();
    let outcome = |desk: &Desk, incident| desk.clocks(incident, at("tue 09:00")).resolution.verdict.unwrap().outcome;
    assert_eq!((outcome(&desk, &closed), outcome(&desk, &resolved)), (Outcome::Met, Outcome::Met));
    ask(&mut desk, at("mon 15:00"), Command::SetAgreement(Box::new(quicker()))).unwrap();
    assert_eq!((outcome(&desk, &closed), outcome(&desk, &resolved)), (Outcome::Met, Outcome::Breached));
    ask(&mut desk, at("mon 16:00"), Command::SetMatrix(vec![vec![5; 3]; 3])).unwrap();
    assert_eq!(desk.clocks(&closed, at("tue 09:00")).resolution.target, Some(TimeDelta::hours(4)));
    assert_eq!(desk.clocks(&resolved, at("tue 09:00")).resolution.target, Some(TimeDelta::hours(100)));
}
