//! Green outside, red inside: when the check says so, and why.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use chrono::{DateTime, TimeDelta, Utc};
use itsm::ServiceId;
use itsm::availability::{Measures, Span};
use itsm::promise::Health;
use workspace::figures::Share;
use workspace::watermelon::{Look, Reason, Verdict};

fn look() -> Look {
    let from = DateTime::<Utc>::UNIX_EPOCH;
    let measures = Measures {
        agreed: TimeDelta::hours(100),
        planned: TimeDelta::zero(),
        downtime: TimeDelta::zero(),
        failures: 0,
        mtrs: None,
        mtbf: None,
    };
    Look {
        service: ServiceId::imported(1),
        span: Span { from, until: from + TimeDelta::days(31) },
        target: None,
        by: None,
        measures,
        available: Some(true),
        attainment: Share { part: 9, whole: 10 },
        reopened: Share { part: 1, whole: 10 },
        satisfaction: None,
        outcome: Some(Health::Green),
    }
}

#[test]
fn kept_targets_with_nothing_red_inside_are_green() {
    assert_eq!(look().verdict(), Verdict::Green);
}

#[test]
fn kept_targets_with_a_red_business_outcome_are_a_watermelon() {
    let look = Look { outcome: Some(Health::Red), ..look() };
    assert_eq!(look.verdict(), Verdict::Watermelon(vec![Reason::Outcome(Health::Red)]));
}

#[test]
fn kept_targets_are_a_watermelon_where_few_are_satisfied_or_much_comes_back() {
    let unhappy = Look { satisfaction: Some(Share { part: 7, whole: 10 }), ..look() };
    assert_eq!(unhappy.verdict(), Verdict::Watermelon(vec![Reason::Satisfaction(0.7)]));
    let back = Look { reopened: Share { part: 2, whole: 10 }, ..look() };
    assert_eq!(back.verdict(), Verdict::Watermelon(vec![Reason::Reopened(0.2)]));
}

#[test]
fn missed_targets_are_red_and_no_watermelon() {
    let slow = Look { attainment: Share { part: 8, whole: 10 }, outcome: Some(Health::Red), ..look() };
    assert_eq!(slow.verdict(), Verdict::Red);
    assert_eq!(Look { available: Some(false), ..look() }.verdict(), Verdict::Red);
}

#[test]
fn without_targets_there_is_no_verdict() {
    let nothing = Look { available: None, attainment: Share::default(), outcome: Some(Health::Red), ..look() };
    assert_eq!(nothing.verdict(), Verdict::Unknown);
}
