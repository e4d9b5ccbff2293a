//! Local time to instants, in one IANA zone.

use std::str::FromStr;

use chrono::{DateTime, Datelike, LocalResult, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{GapInfo, Tz};

/// An IANA time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(Tz);

/// The zone tables that are compiled in end with this year.
const LAST_TABLED_YEAR: i32 = 2099;
/// From this year on the tables hold nothing but each zone's last rule (before it, forecasts of Ramadan).
const FIRST_SETTLED_YEAR: i32 = 2088;

impl Zone {
    /// Coordinated universal time; known to every build.
    pub const UTC: Zone = Zone(Tz::UTC);

    /// The zone with that IANA name, if this build knows it.
    pub fn named(name: &str) -> Option<Self> {
        if matches!(name, "UTC" | "Etc/UTC") {
            return Some(Self::UTC);
        }
        Tz::from_str(name).ok().map(Self)
    }

    /// The IANA names of all zones that this build knows; universal time comes first, once.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let others = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        std::iter::once("Etc/UTC").chain(others.filter(|name| !matches!(*name, "UTC" | "Etc/UTC")))
    }

    /// What clocks there show at an instant.
    pub fn local(self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.0).naive_local()
    }

    /// The instant at which clocks there show `local`.
    ///
    /// A local time inside a spring gap moves on by the gap; one that comes twice is taken at its first
    /// occurrence. `None` beyond the instants that can be written down.
    pub fn resolve(self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        let tabled = like_tabled(local);
        let offset = match self.0.offset_from_local_datetime(&tabled) {
            LocalResult::Single(offset) | LocalResult::Ambiguous(offset, _) => offset,
            // The offset before the gap: 02:30 counted on with winter time is 03:30 in summer time.
            LocalResult::None => GapInfo::new(&tabled, &self.0)?.begin?.1,
        };
        let ahead = TimeDelta::seconds(offset.fix().local_minus_utc().into());
        local.checked_sub_signed(ahead).map(|utc| utc.and_utc())
    }
}

/// The same local time in a year that the tables cover and whose days fall on the same weekdays: clock changes
/// go by month and weekday, so the last rules carry on for ever.
fn like_tabled(local: NaiveDateTime) -> NaiveDateTime {
    if local.year() <= LAST_TABLED_YEAR {
        return local;
    }
    // Leap days are got around by matching January and February apart from the rest of the year.
    let (month, day) = (local.month(), local.day());
    let anchor = if month <= 2 { 1 } else { 3 };
    let weekday = |year| NaiveDate::from_ymd_opt(year, anchor, 1).map(|date| date.weekday());
    let wanted = weekday(local.year());
    let like = (FIRST_SETTLED_YEAR..=LAST_TABLED_YEAR).find(|&year| weekday(year) == wanted);
    let date = like.and_then(|year| {
        NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, month, day - 1))
    });
    date.map_or(local, |date| date.and_time(local.time()))
}
