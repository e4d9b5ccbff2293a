//! What agreements do to the clocks of incidents, with the edge cases that have bitten real tools.

use chrono::TimeDelta;
use itsm::incident::HoldReason;
use itsm::promise::{Escalation, Terms, When, applying, escalates_at, handovers, parked};
use itsm::service_level::{Outcome, Standing};
use itsm::{IncidentId, PromiseId};

use crate::bench::*;

fn resolution(bench: &Bench, id: IncidentId, now: &str) -> itsm::service_level::Reading {
    bench.desk.clocks(bench.desk.incident(id).unwrap(), at(now)).resolution
}

fn handed(bench: &Bench, id: IncidentId, now: &str) -> Vec<itsm::promise::Handover> {
    handovers(&bench.desk, bench.desk.incident(id).unwrap(), &bench.journal, at(now))
}

#[test]
fn where_several_agreements_apply_the_shortest_target_wins() {
    let mut bench = Bench::begin();
    // The desk's own agreement allows 4 hours at priority 1.
    bench.agrees(sla(hours(3)));
    bench.agrees(sla(hours(2)));
    let id = bench.at("02 09:00").incident();
    assert_eq!(resolution(&bench, id, "02 10:00").target, Some(hours(2)));
    let incident = bench.desk.incident(id).unwrap();
    assert_eq!(applying(&bench.desk, incident, bench.desk.matrix(), at("02 10:00")).len(), 2);
}

#[test]
fn a_longer_target_or_another_service_or_a_draft_changes_nothing() {
    let mut bench = Bench::begin();
    bench.agrees(sla(hours(9)));
    bench.agrees(Terms { services: vec![SHOP], ..sla(hours(1)) });
    bench.drafts(sla(hours(1)));
    bench.agrees(ola(NETWORK, hours(1)));
    let id = bench.at("02 09:00").incident();
    assert_eq!(resolution(&bench, id, "02 10:00").target, Some(hours(4)));
}

#[test]
fn an_agreement_applies_only_to_what_was_opened_while_it_was_in_force() {
    let mut bench = Bench::begin();
    let before = bench.at("02 09:00").incident();
    bench.at("02 10:00").agrees(sla(hours(1)));
    let after = bench.at("02 11:00").incident();
    assert_eq!(resolution(&bench, before, "02 12:00").target, Some(hours(4)));
    assert_eq!(resolution(&bench, after, "02 12:00").target, Some(hours(1)));
}

#[test]
fn edge_case_9_an_escalation_before_a_deadline_that_crosses_a_night_is_told_the_afternoon_before() {
    let mut bench = Bench::begin();
    bench.agrees(sla(hours(3)));
    // Friday 15:00 + 3 h of 9 to 5 is Monday 10:00.
    let id = bench.at("06 15:00").incident();
    let incident = bench.desk.incident(id).unwrap();
    let applying = applying(&bench.desk, incident, bench.desk.matrix(), at("06 15:30"));
    let (clock, compiled) = (applying[0].clocks.resolution, applying[0].compiled);
    assert_eq!(clock.breach_at, Some(at("09 10:00")));
    let tells = |when| escalates_at(&clock, compiled, &Escalation { when, tell: "Ada".into() });
    assert_eq!(tells(When::Before(hours(2))), Some(at("06 16:00")), "two business hours, not Monday 08:00");
    assert_eq!(tells(When::Percent(50)), Some(at("06 16:30")));
    assert_eq!(tells(When::Before(TimeDelta::minutes(30))), Some(at("09 09:30")));
}

#[test]
fn an_escalation_waits_with_a_paused_clock() {
    let mut bench = Bench::begin();
    bench.agrees(sla(hours(3)));
    let id = bench.at("03 09:00").incident();
    bench.hold(id, HoldReason::Caller);
    let incident = bench.desk.incident(id).unwrap();
    let applying = applying(&bench.desk, incident, bench.desk.matrix(), at("03 10:00"));
    let escalation = Escalation { when: When::Percent(80), tell: "Ada".into() };
    assert_eq!(escalates_at(&applying[0].clocks.resolution, applying[0].compiled, &escalation), None);
}

#[test]
fn edge_case_10_an_ola_starts_when_the_group_gets_it_and_an_sla_when_the_ticket_opens() {
    let mut bench = Bench::begin();
    bench.agrees(sla(hours(3)));
    let ola = bench.agrees(ola(NETWORK, hours(2)));
    let id = bench.at("02 09:00").incident();
    bench.at("02 11:00").assign(id, NETWORK);
    assert_eq!(resolution(&bench, id, "02 11:30").breach_at, Some(at("02 12:00")), "the SLA runs since 09:00");
    let stays = handed(&bench, id, "02 11:30");
    let (agreement, clock) = stays[0].kept.unwrap();
    assert_eq!((agreement, clock.breach_at, clock.elapsed), (ola, Some(at("02 13:00")), TimeDelta::minutes(30)));
}

#[test]
fn each_handover_has_a_clock_of_its_own_that_ends_when_it_is_handed_on() {
    let mut bench = Bench::begin();
    let with = |bench: &mut Bench, group, target| -> PromiseId { bench.agrees(ola(group, target)) };
    with(&mut bench, NETWORK, hours(2));
    with(&mut bench, SERVERS, hours(1));
    let id = bench.at("02 09:00").incident();
    bench.at("02 10:00").assign(id, NETWORK);
    bench.at("02 11:00").assign(id, SERVERS);
    bench.at("02 12:30").assign(id, NETWORK);
    bench.at("02 13:00").resolve(id);
    let stays = handed(&bench, id, "02 16:00");
    let read: Vec<_> = stays
        .iter()
        .map(|stay| (stay.group, stay.kept.unwrap().1.elapsed, stay.kept.unwrap().1.verdict.unwrap().outcome))
        .collect();
    let half = TimeDelta::minutes(30);
    assert_eq!(
        read,
        [
            (NETWORK, hours(1), Outcome::Met),
            (SERVERS, hours(1) + half, Outcome::Breached),
            (NETWORK, half, Outcome::Met)
        ]
    );
    assert_eq!(stays[2].until, None, "they had it when it was resolved");
}

#[test]
fn a_pause_goes_on_across_a_handover() {
    let mut bench = Bench::begin();
    bench.agrees(ola(SERVERS, hours(2)));
    let id = bench.at("02 09:00").incident();
    bench.assign(id, NETWORK);
    bench.at("02 10:00").hold(id, HoldReason::Caller);
    bench.at("02 11:00").assign(id, SERVERS);
    let clock = handed(&bench, id, "02 15:00")[1].kept.unwrap().1;
    assert_eq!((clock.standing, clock.elapsed), (Standing::Paused(HoldReason::Caller), hours(0)));
}

#[test]
fn edge_case_13_paused_by_a_state_and_outside_hours_are_told_apart() {
    let mut bench = Bench::begin();
    bench.agrees(sla(hours(3)));
    let id = bench.at("02 16:00").incident();
    assert_eq!(resolution(&bench, id, "02 20:00").standing, Standing::OutsideHours);
    bench.at("02 20:00").hold(id, HoldReason::Caller);
    assert_eq!(resolution(&bench, id, "02 21:00").standing, Standing::Paused(HoldReason::Caller));
}

#[test]
fn edge_case_15_what_is_parked_too_long_in_a_pause_is_flagged() {
    let mut bench = Bench::begin();
    let id = bench.at("02 09:00").incident();
    bench.hold(id, HoldReason::Caller);
    bench.at("05 09:00").hold(id, HoldReason::Supplier);
    let counted = bench.incident();
    bench.hold(counted, HoldReason::Problem);
    assert_eq!(parked(&bench.desk, at("09 09:00")), []);
    let found = parked(&bench.desk, at("20 09:01"));
    assert_eq!(found.len(), 1, "a hold that counts warns by its clock");
    assert_eq!((found[0].incident, found[0].since), (id, at("02 09:00")), "one reason after another is one wait");
}
