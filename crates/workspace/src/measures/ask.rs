//! Which incidents a number counts, as a query typed into the queue's search field: `opened:2016-05-01..2016-05-31
//! priority:1`. Dates are local ones of the desk's zone, both included.

use chrono::{NaiveDate, Weekday};
use itsm::Priority;

use super::Period;
use crate::query::params_of;

/// Days as the query language writes them: `2016-05-01..2016-05-31`.
pub fn days(first: NaiveDate, last: NaiveDate) -> String {
    [first.to_string(), last.to_string()].join("..")
}

/// Opened on these days.
pub fn opened(period: &Period) -> String {
    ["opened:", &days(period.first(), period.last())].concat()
}

/// Resolved on these days (by the latest resolution).
pub fn resolved(period: &Period) -> String {
    ["resolved:", &days(period.first(), period.last())].concat()
}

/// Both queries hold.
pub fn and(one: &str, other: &str) -> String {
    [one, other].join(" ")
}

/// Of a priority.
pub fn priority(priority: Priority) -> String {
    ["priority:", &priority.0.to_string()].concat()
}

/// Opened on this day of the week, in this hour.
pub fn hour(weekday: Weekday, hour: usize) -> String {
    let day = weekday.to_string().to_ascii_lowercase();
    ["weekday:", &day, " hour:", &hour.to_string()].concat()
}

/// The parameters of the queue's address that ask for a typed query. The one place that knows how they are written.
pub fn parameters(typed: &str) -> String {
    params_of(typed)
}
