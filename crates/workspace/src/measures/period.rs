//! Which days a report is about, and the steps in which it counts. Days are local ones of the desk's zone.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use itsm::calendar::Zone;

use crate::Workspace;

/// Some days, the first and the last included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Period {
    first: NaiveDate,
    last: NaiveDate,
    zone: Zone,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
}

/// How long the steps of a series are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// Local days.
    #[default]
    Day,
    /// From Monday to Sunday; the first and the last are cut where the period begins and ends.
    Week,
}

/// One step of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bucket {
    /// Its days.
    pub days: Period,
    /// Whether the period cuts it short.
    pub partial: bool,
}

/// A chart with more steps than this shows nothing more; longer periods get longer steps.
const MOST_BUCKETS: i64 = 800;

impl Period {
    /// These days in a zone; in the other order if the last comes first.
    pub fn of(first: NaiveDate, last: NaiveDate, zone: Zone) -> Self {
        let (first, last) = (first.min(last), first.max(last));
        let from = start_of(first, zone);
        let until = last.succ_opt().map_or(DateTime::<Utc>::MAX_UTC, |next| start_of(next, zone));
        Self { first, last, zone, from, until }
    }

    /// The zone of a desk: that of its agreement's calendar.
    pub fn zone_of(workspace: &Workspace) -> Zone {
        Zone::named(&workspace.desk().agreement().agreement().calendar.zone).unwrap_or(Zone::UTC)
    }

    /// From the day of the first opening to the day on which something last happened; `None` without incidents.
    pub fn whole(workspace: &Workspace) -> Option<Self> {
        let incidents = || workspace.desk().incidents();
        let first = incidents().map(|incident| incident.opened_at).min()?;
        let last = incidents()
            .flat_map(|incident| {
                let resolved = incident.resolution.as_ref().map(|resolution| resolution.at);
                [Some(incident.opened_at), Some(incident.changed_at), resolved, incident.closed_at]
            })
            .flatten()
            .max()?;
        let zone = Self::zone_of(workspace);
        Some(Self::of(zone.local(first).date(), zone.local(last).date(), zone))
    }

    /// The days up to that of `now`, `days` of them (at least one).
    pub fn last_days(days: u16, now: DateTime<Utc>, zone: Zone) -> Self {
        let last = zone.local(now).date();
        let first = last.checked_sub_signed(TimeDelta::days(i64::from(days.max(1)) - 1)).unwrap_or(last);
        Self::of(first, last, zone)
    }

    /// The first day.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// The last day.
    pub fn last(&self) -> NaiveDate {
        self.last
    }

    /// How many days; at least 1.
    pub fn days(&self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// The zone whose days they are.
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// The instant at which it begins.
    pub fn from(&self) -> DateTime<Utc> {
        self.from
    }

    /// The instant at which it is over.
    pub fn until(&self) -> DateTime<Utc> {
        self.until
    }

    /// Whether the instant lies in it.
    pub fn has(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && at < self.until
    }

    /// Its steps, oldest first, without a gap between them.
    pub fn buckets(&self, step: Step) -> Vec<Bucket> {
        let usual = if step == Step::Week { 7 } else { 1 };
        let length = usual * (self.days() / (usual * MOST_BUCKETS) + 1);
        // Weeks begin on Monday, wherever the period does.
        let lead = if step == Step::Week { i64::from(self.first.weekday().num_days_from_monday()) } else { 0 };
        let mut buckets = Vec::new();
        let mut first = self.first;
        let mut end = self.first.checked_add_signed(TimeDelta::days(length - lead - 1));
        loop {
            let last = end.map_or(self.last, |end| end.min(self.last));
            let days = Period::of(first, last, self.zone);
            buckets.push(Bucket { days, partial: days.days() < length });
            let Some(next) = last.succ_opt().filter(|next| *next <= self.last) else { return buckets };
            first = next;
            end = first.checked_add_signed(TimeDelta::days(length - 1));
        }
    }
}

fn start_of(date: NaiveDate, zone: Zone) -> DateTime<Utc> {
    let midnight = date.and_time(chrono::NaiveTime::MIN);
    zone.resolve(midnight).unwrap_or_else(|| midnight.and_utc())
}
