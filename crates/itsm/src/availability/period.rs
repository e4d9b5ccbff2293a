//! The month, quarter or year around an instant, by the local days of a zone.

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveTime, Utc};

use crate::calendar::Zone;
use crate::promise::MeasuringPeriod;

/// A period: half open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first instant.
    pub from: DateTime<Utc>,
    /// The first instant after it.
    pub until: DateTime<Utc>,
}

impl Span {
    /// Whether an instant lies in it.
    pub fn has(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && at < self.until
    }
}

/// The period that an instant lies in, `back` periods earlier (0: the very one).
pub fn span_of(period: MeasuringPeriod, at: DateTime<Utc>, back: u32, zone: Zone) -> Option<Span> {
    let months = period.months();
    let local = zone.local(at).date();
    let first_month = local.month0() / months * months + 1;
    let first = NaiveDate::from_ymd_opt(local.year(), first_month, 1)?;
    let first = first.checked_sub_months(Months::new(back.checked_mul(months)?))?;
    let next = first.checked_add_months(Months::new(months))?;
    let instant = |date: NaiveDate| zone.resolve(date.and_time(NaiveTime::MIN));
    Some(Span { from: instant(first)?, until: instant(next)? })
}
