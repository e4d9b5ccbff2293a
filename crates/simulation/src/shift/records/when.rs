//! Local times of a scenario and the instants they are.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use itsm::calendar::Zone;

use crate::scenario::LocalTime;

/// A zone, and the date with which the scenario begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    zone: Zone,
    date: NaiveDate,
}

impl Times {
    pub fn new(zone: &str, date: NaiveDate) -> Option<Self> {
        Some(Self { zone: Zone::named(zone)?, date })
    }

    /// The instant of a local time.
    pub fn at(self, time: LocalTime) -> Option<DateTime<Utc>> {
        self.days_on(0, time)
    }

    /// The instant of "-4 10:30": four days before, at that time.
    pub fn before(self, text: &str) -> Option<DateTime<Utc>> {
        let (days, time) = text.strip_prefix('-')?.split_once(' ')?;
        self.days_on(-days.parse::<i64>().ok()?, LocalTime::read(time)?)
    }

    fn days_on(self, days: i64, time: LocalTime) -> Option<DateTime<Utc>> {
        let minutes = TimeDelta::minutes(i64::from(time.0));
        let midnight = self.date.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::try_days(days)?)?;
        self.zone.resolve(midnight.checked_add_signed(minutes)?)
    }

    /// The local time of an instant; `None` before the date, and beyond what can be written down.
    pub fn local(self, at: DateTime<Utc>) -> Option<LocalTime> {
        const LAST: u32 = 10 * 24 * 60;
        let since = self.zone.local(at).signed_duration_since(self.date.and_time(NaiveTime::MIN));
        let minutes = if since < TimeDelta::zero() { None } else { u32::try_from(since.num_minutes()).ok() };
        minutes.filter(|minutes| *minutes < LAST).map(LocalTime)
    }

    /// Whether people are at work in offices then: Monday to Friday, 8 to 17.
    pub fn is_working_time(self, at: DateTime<Utc>) -> bool {
        use chrono::{Datelike, Timelike};
        let local = self.zone.local(at);
        local.weekday().num_days_from_monday() < 5 && (8..17).contains(&local.hour())
    }
}
