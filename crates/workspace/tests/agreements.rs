//! The form of an agreement: what is typed is read, or refused at its field.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use chrono::{DateTime, TimeDelta, Utc};
use itsm::ServiceId;
use itsm::incident::HoldReason;
use itsm::promise::{AvailabilityTarget, Escalation, MeasuringPeriod, Party, When};
use itsm::service_level::Agreement;
use workspace::rules::promises::{Ground, Typed, blank, fields, read};

fn now() -> DateTime<Utc> {
    "2026-03-02T08:00:00Z".parse().unwrap()
}

fn desk() -> Agreement {
    let mut desk = Agreement::default();
    desk.calendar.zone = "Europe/Berlin".into();
    desk
}

fn typed(with: &[(&str, &str)]) -> Typed {
    let mut typed = blank(&desk(), now());
    for (name, text) in [("customer", "Sales"), ("name", "Mail"), ("services", "1,2-3f"), ("resolution1", "4 h")] {
        typed.insert(name.to_owned(), text.to_owned());
    }
    for (name, text) in with {
        typed.insert((*name).to_owned(), (*text).to_owned());
    }
    typed
}

fn places(with: &[(&str, &str)]) -> Vec<String> {
    let faults = read(&typed(with), Ground { desk: &desk(), before: None }).unwrap_err();
    faults.into_iter().map(|fault| fault.place).collect()
}

#[test]
fn what_is_typed_becomes_terms_with_days_of_the_desks_zone() {
    let typed = typed(&[
        ("from", "2026-03-10"),
        ("until", "2026-03-31"),
        ("when", "2 h"),
        ("tell", "The owner"),
        ("percent", "99,5 %"),
        ("period", "quarter"),
        ("pauses", "caller,supplier"),
        ("fulfilment2", "2 working days"),
    ]);
    let terms = read(&typed, Ground { desk: &desk(), before: None }).unwrap();
    assert_eq!(terms.party, Party::Customer("Sales".into()));
    assert_eq!(terms.services.len(), 2);
    assert_eq!(terms.services[0], ServiceId::imported(1));
    assert_eq!(terms.valid_from.to_rfc3339(), "2026-03-09T23:00:00+00:00");
    assert_eq!(terms.valid_until.unwrap().to_rfc3339(), "2026-03-31T22:00:00+00:00", "the last day is included");
    assert_eq!(terms.clocks.targets[0].resolution, Some(TimeDelta::hours(4)));
    assert_eq!(terms.requests[1].resolution, Some(TimeDelta::hours(20)));
    assert_eq!(terms.clocks.pause_on.reasons, [HoldReason::Caller, HoldReason::Supplier]);
    let when = When::Before(TimeDelta::hours(2));
    assert_eq!(terms.escalation, Some(Escalation { when, tell: "The owner".into() }));
    let target = AvailabilityTarget { basis_points: 9950, period: MeasuringPeriod::Quarter };
    assert_eq!(terms.availability, Some(target));
}

#[test]
fn a_form_that_is_filled_from_terms_reads_as_the_same_terms() {
    let with =
        [("until", "2026-12-31"), ("when", "80 %"), ("tell", "Ada"), ("percent", "99.05"), ("response1", "30 min")];
    let terms = read(&typed(&with), Ground { desk: &desk(), before: None }).unwrap();
    let again = read(&fields(&terms, "Europe/Berlin"), Ground { desk: &desk(), before: Some(&terms) }).unwrap();
    assert_eq!(again, terms);
}

#[test]
fn what_is_not_understood_is_refused_at_its_field() {
    assert_eq!(places(&[("resolution2", "soon"), ("answer5", "3")]), ["resolution2", "answer5"]);
    assert_eq!(places(&[("from", "")]), ["from"]);
    assert_eq!(places(&[("kind", "inside")]), ["group"]);
    assert_eq!(places(&[("kind", "supplier")]), ["supplier"]);
    assert_eq!(places(&[("when", "late")]), ["when"]);
    assert_eq!(places(&[("percent", "101")]), ["percent"]);
    assert_eq!(places(&[("reviews", "often")]), ["reviews"]);
    assert_eq!(places(&[("calendar", "weekdays"), ("opens", "dawn")]), ["opens"]);
}
