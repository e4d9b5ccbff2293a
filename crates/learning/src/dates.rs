//! Days to come, without surprises at the end of the calendar.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// So many weeks later; the last day of the calendar if there is none.
pub(crate) fn weeks_after(day: NaiveDate, weeks: u64) -> NaiveDate {
    day.checked_add_days(Days::new(weeks.saturating_mul(7))).unwrap_or(NaiveDate::MAX)
}

/// The day itself, or the Monday after it if it is a Saturday or Sunday. Holidays are not known here.
pub(crate) fn working_day(day: NaiveDate) -> NaiveDate {
    let days = match day.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
