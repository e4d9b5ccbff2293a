//! Days and ages in a query. Days are those of the desk's zone; ages count back from the desk's present instant.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use itsm::calendar::Zone;
use itsm::incident::Incident;

/// Which of an incident's instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// When it was opened.
    Opened,
    /// When it was resolved.
    Resolved,
    /// When anything last happened to it.
    Changed,
}

/// A condition on an instant: within one of the spans, or within none of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    /// Which instant.
    pub what: What,
    /// The spans; at least one.
    pub any: BTreeSet<Span>,
    /// Whether it is to be in none of them.
    pub negated: bool,
}

/// A span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    /// The present day.
    Today,
    /// The day before.
    Yesterday,
    /// From one day to another, both included.
    Days(NaiveDate, NaiveDate),
    /// From a day on.
    From(NaiveDate),
    /// Up to a day, which is included.
    Until(NaiveDate),
    /// Less long ago than this.
    Younger(Age),
    /// Longer ago than this.
    Older(Age),
}

/// A length of time, as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Age {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

/// What ages are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Hours.
    Hours,
    /// Days of 24 hours.
    Days,
    /// Weeks.
    Weeks,
}

impl Unit {
    /// Every unit and its letter.
    pub(super) const ALL: [(Unit, char); 3] = [(Unit::Hours, 'h'), (Unit::Days, 'd'), (Unit::Weeks, 'w')];
}

impl Age {
    fn ago(self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let count = i64::from(self.count);
        now.checked_sub_signed(match self.unit {
            Unit::Hours => TimeDelta::hours(count),
            Unit::Days => TimeDelta::days(count),
            Unit::Weeks => TimeDelta::weeks(count),
        })
    }
}

/// A first instant and the first one after, where there is a bound.
type Bounds = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);

/// A [`Time`] as instants.
pub(super) struct Within {
    what: What,
    any: Vec<Bounds>,
    negated: bool,
}

impl Within {
    pub fn of(time: &Time, zone: Zone, now: DateTime<Utc>) -> Self {
        let any = time.any.iter().map(|span| span.bounds(zone, now)).collect();
        Self { what: time.what, any, negated: time.negated }
    }

    pub fn lets_pass(&self, incident: &Incident) -> bool {
        let at = match self.what {
            What::Opened => Some(incident.opened_at),
            What::Resolved => incident.resolution.as_ref().map(|end| end.at),
            What::Changed => Some(incident.changed_at),
        };
        let inside = |(from, until): &Bounds| {
            at.is_some_and(|at| from.is_none_or(|from| from <= at) && until.is_none_or(|until| at < until))
        };
        self.any.iter().any(inside) != self.negated
    }
}

impl Span {
    fn bounds(self, zone: Zone, now: DateTime<Utc>) -> Bounds {
        let begin = |day: NaiveDate| zone.resolve(day.and_time(chrono::NaiveTime::MIN));
        let end = |day: NaiveDate| day.checked_add_days(Days::new(1)).and_then(begin);
        let today = zone.local(now).date();
        match self {
            Span::Today => (begin(today), end(today)),
            Span::Yesterday => (today.pred_opt().and_then(begin), begin(today)),
            Span::Days(first, last) => (begin(first), end(last)),
            Span::From(day) => (begin(day), None),
            Span::Until(day) => (None, end(day)),
            Span::Younger(age) => (age.ago(now), None),
            Span::Older(age) => (None, age.ago(now)),
        }
    }
}
