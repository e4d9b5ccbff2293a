//! How old the open incidents are: now − opened.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{Period, Spread};
use crate::Workspace;

/// What is open now, whenever it was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ageing {
    /// By the wall clock; `None` where nothing is open.
    pub age: Option<Spread>,
    /// By the local day of opening, the youngest first.
    pub bands: Vec<AgeBand>,
}

/// Open incidents of an age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeBand {
    /// Opened at least so many local days ago.
    pub from_days: i64,
    /// Opened fewer than so many local days ago; `None`: however long ago.
    pub until_days: Option<i64>,
    /// The earliest day of opening; that of the oldest incident in the last band.
    pub first: NaiveDate,
    /// The latest day of opening.
    pub last: NaiveDate,
    /// How many.
    pub count: usize,
}

/// Where bands begin, in local days before today.
const BANDS_DAYS: [i64; 7] = [0, 1, 3, 7, 14, 30, 90];

/// Looks at what is open now.
pub fn ageing(workspace: &Workspace, now: DateTime<Utc>) -> Ageing {
    let zone = Period::zone_of(workspace);
    let today = zone.local(now).date();
    let ago = |days: i64| today.checked_sub_signed(TimeDelta::days(days)).unwrap_or(NaiveDate::MIN);
    let ends = BANDS_DAYS.iter().skip(1).copied().map(Some).chain([None]);
    let mut bands: Vec<AgeBand> = BANDS_DAYS
        .iter()
        .zip(ends)
        .map(|(&from_days, until_days)| {
            let first = until_days.map_or(ago(from_days), |until| ago(until - 1));
            AgeBand { from_days, until_days, first, last: ago(from_days), count: 0 }
        })
        .collect();
    let mut ages = Vec::new();
    for incident in workspace.desk().incidents().filter(|incident| incident.state.is_open()) {
        ages.push((now - incident.opened_at).num_seconds().max(0));
        let day = zone.local(incident.opened_at).date();
        let days = (today - day).num_days();
        let place = bands.partition_point(|band| band.until_days.is_some_and(|until| until <= days));
        if let Some(band) = bands.get_mut(place) {
            band.count += 1;
            band.first = band.first.min(day);
        }
    }
    Ageing { age: Spread::of(&mut ages), bands }
}
