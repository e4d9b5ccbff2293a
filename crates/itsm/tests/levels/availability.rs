//! Outages, and the measures that follow from them.

use chrono::TimeDelta;
use itsm::availability::{Command as Ask, Measures, Outage, Span, measures, proposals, span_of};
use itsm::calendar::{Calendar, Zone};
use itsm::promise::{AvailabilityTarget, MeasuringPeriod, Terms};
use itsm::{Command, Level};

use crate::bench::*;

fn outage(from: &str, until: Option<&str>) -> Outage {
    Outage {
        from: at(from),
        until: until.map(at),
        planned: false,
        items: vec![SWITCH],
        note: "Power".into(),
        incident: None,
        withdrawn: false,
    }
}

fn note(bench: &mut Bench, outage: Outage) -> Result<(), String> {
    let ask = Ask::NoteOutage { service: MAIL, outage: Box::new(outage) };
    bench.ask(Command::Service(ask)).map(drop).map_err(|refusal| refusal.sentence())
}

/// The first two weeks of March, of which the desk's hours are 80.
fn measured(bench: &Bench) -> Measures {
    let calendar = Calendar::compile(&nine_to_five()).unwrap();
    let span = Span { from: at("02 00:00"), until: at("16 00:00") };
    measures(bench.desk.availability(MAIL), &calendar, span, at("20 00:00"))
}

#[test]
fn availability_is_the_share_of_the_agreed_service_time_without_downtime() {
    let mut bench = Bench::begin();
    bench.at("20 00:00");
    note(&mut bench, outage("03 16:00", Some("04 10:00"))).unwrap();
    let found = measured(&bench);
    assert_eq!((found.agreed, found.downtime), (hours(80), hours(2)), "the night is not agreed service time");
    assert_eq!(found.availability(), Some(0.975));
    assert_eq!((found.keeps(9750), found.keeps(9751)), (Some(true), Some(false)), "met exactly is met");
}

#[test]
fn planned_maintenance_is_taken_out_of_the_agreed_service_time() {
    let mut bench = Bench::begin();
    bench.at("20 00:00");
    note(&mut bench, Outage { planned: true, ..outage("03 09:00", Some("03 11:00")) }).unwrap();
    note(&mut bench, outage("03 10:00", Some("03 12:00"))).unwrap();
    let found = measured(&bench);
    assert_eq!((found.agreed, found.planned), (hours(78), hours(2)));
    assert_eq!(found.downtime, hours(1), "what overran the window counts");
    assert_eq!(found.failures, 1, "maintenance is no failure");
}

#[test]
fn outages_that_overlap_count_once() {
    let mut bench = Bench::begin();
    bench.at("20 00:00");
    note(&mut bench, outage("03 09:00", Some("03 12:00"))).unwrap();
    note(&mut bench, outage("03 11:00", Some("03 13:00"))).unwrap();
    assert_eq!(measured(&bench).downtime, hours(4));
}

#[test]
fn mtrs_is_the_mean_time_from_a_failure_until_the_service_is_restored() {
    let mut bench = Bench::begin();
    bench.at("20 00:00");
    note(&mut bench, outage("03 10:00", Some("03 11:00"))).unwrap();
    note(&mut bench, outage("05 10:00", Some("05 13:00"))).unwrap();
    assert_eq!(measured(&bench).mtrs, Some(hours(2)));
}

#[test]
fn mtbf_is_the_mean_time_from_restored_until_the_next_failure() {
    let mut bench = Bench::begin();
    bench.at("20 00:00");
    note(&mut bench, outage("03 10:00", Some("03 11:00"))).unwrap();
    assert_eq!(measured(&bench).mtbf, None, "one failure has no next one");
    note(&mut bench, outage("05 11:00", Some("05 12:00"))).unwrap();
    note(&mut bench, outage("06 12:00", Some("06 13:00"))).unwrap();
    assert_eq!(measured(&bench).mtbf, Some(hours((48 + 24) / 2)));
}

#[test]
fn mtbsi_is_mtbf_and_mtrs() {
    let mut bench = Bench::begin();
    bench.at("20 00:00");
    note(&mut bench, outage("03 10:00", Some("03 11:00"))).unwrap();
    note(&mut bench, outage("05 11:00", Some("05 12:00"))).unwrap();
    let found = measured(&bench);
    assert_eq!(found.mtbsi(), Some(hours(49)), "from one failure to the next");
}

#[test]
fn an_outage_that_lasts_counts_until_now_and_no_second_one_can_last() {
    let mut bench = Bench::begin();
    bench.at("03 10:00");
    note(&mut bench, outage("03 09:00", None)).unwrap();
    assert!(note(&mut bench, outage("03 09:30", None)).unwrap_err().starts_with("Not yet, an outage"));
    let calendar = Calendar::compile(&nine_to_five()).unwrap();
    let span = Span { from: at("02 00:00"), until: at("30 00:00") };
    let found = measures(bench.desk.availability(MAIL), &calendar, span, at("03 12:00"));
    assert_eq!((found.agreed, found.downtime, found.mtrs), (hours(11), hours(3), None));
    bench.at("03 13:00").ask(Command::Service(Ask::Restore { service: MAIL, outage: 0, at: at("03 13:00") })).unwrap();
    assert_eq!(measured(&bench).downtime, hours(4));
}

#[test]
fn an_outage_is_refused_where_its_times_cannot_be() {
    let mut bench = Bench::begin();
    bench.at("03 10:00");
    for (outage, says) in [
        (outage("03 11:00", None), "Check start:"),
        (outage("03 09:00", Some("03 09:00")), "Check end:"),
        (outage("03 09:00", Some("03 11:00")), "Check end:"),
        (Outage { planned: true, ..outage("04 09:00", None) }, "Needs end:"),
    ] {
        let sentence = note(&mut bench, outage).unwrap_err();
        assert!(sentence.starts_with(says), "{sentence}");
    }
}

#[test]
fn an_outage_that_was_noted_by_mistake_counts_no_more() {
    let mut bench = Bench::begin();
    bench.at("20 00:00");
    note(&mut bench, outage("03 10:00", Some("03 11:00"))).unwrap();
    let withdraw =
        |because: &str| Command::Service(Ask::Withdraw { service: MAIL, outage: 0, because: because.into() });
    assert!(bench.ask(withdraw("")).unwrap_err().sentence().starts_with("Needs reason:"));
    bench.ask(withdraw("It was the web shop")).unwrap();
    assert_eq!(measured(&bench).downtime, hours(0));
    assert!(bench.ask(withdraw("Again")).unwrap_err().sentence().starts_with("Not yet, it was taken back"));
}

#[test]
fn an_incident_of_the_greatest_impact_is_proposed_until_an_outage_names_it() {
    let mut bench = Bench::begin();
    let id = bench.at("03 10:00").incident();
    let mut small = report();
    small.impact = Level(2);
    bench.of(itsm::incident::Command::Log(Box::new(small)));
    let found = proposals(&bench.desk, MAIL);
    assert_eq!(found.iter().map(|one| (one.incident, one.from)).collect::<Vec<_>>(), [(id, at("03 10:00"))]);
    note(&mut bench, Outage { incident: Some(id), ..outage("03 10:00", None) }).unwrap();
    assert_eq!(proposals(&bench.desk, MAIL), []);
}

#[test]
fn what_is_promised_comes_from_the_agreement_that_promises_most_else_from_the_service() {
    let mut bench = Bench::begin();
    let target = |basis_points| Some(AvailabilityTarget { basis_points, period: MeasuringPeriod::Month });
    let set = Ask::SetTarget { service: MAIL, target: target(9800) };
    bench.ask(Command::Service(set.clone())).unwrap();
    assert!(bench.ask(Command::Service(set)).is_err());
    assert_eq!(bench.desk.promised(MAIL, bench.now).target, target(9800));
    bench.agrees(Terms { availability: target(9900), ..sla(hours(4)) });
    let most = bench.agrees(Terms { availability: target(9950), ..sla(hours(4)) });
    let promised = bench.desk.promised(MAIL, bench.now);
    assert_eq!((promised.target, promised.by), (target(9950), Some(most)));
}

#[test]
fn a_period_is_a_calendar_month_quarter_or_year_of_the_zone() {
    let zone = Zone::named("Europe/Berlin").unwrap();
    let month = span_of(MeasuringPeriod::Month, at("31 23:00"), 0, zone).unwrap();
    assert_eq!(month.from.to_rfc3339(), "2026-03-31T22:00:00+00:00", "in Berlin it is April");
    let quarter = span_of(MeasuringPeriod::Quarter, at("15 12:00"), 1, zone).unwrap();
    assert_eq!(
        (quarter.from.to_rfc3339(), quarter.until - quarter.from),
        ("2025-09-30T22:00:00+00:00".to_owned(), TimeDelta::days(92) + hours(1))
    );
}
