//! When incidents come: openings by day of the week and hour, by the desk's local time.

use chrono::{Datelike, Timelike};

use super::Period;
use crate::Workspace;

/// Openings, Monday first, by hour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heat {
    /// Seven days of 24 hours.
    pub days: [[usize; 24]; 7],
}

/// Counts the openings of the period.
pub fn heat(workspace: &Workspace, period: &Period) -> Heat {
    let mut heat = Heat::default();
    for incident in workspace.desk().incidents().filter(|incident| period.has(incident.opened_at)) {
        let local = period.zone().local(incident.opened_at);
        let day = heat.days.get_mut(local.weekday().num_days_from_monday() as usize);
        if let Some(count) = day.and_then(|day| day.get_mut(local.hour() as usize)) {
            *count += 1;
        }
    }
    heat
}

impl Heat {
    /// All openings.
    pub fn total(&self) -> usize {
        self.by_day().iter().sum()
    }

    /// Openings of each day of the week, Monday first.
    pub fn by_day(&self) -> [usize; 7] {
        self.days.map(|hours| hours.iter().sum())
    }

    /// The hour with the most openings: day of the week (0 is Monday), hour, and how many. `None` without openings.
    pub fn peak(&self) -> Option<(usize, usize, usize)> {
        let all = self
            .days
            .iter()
            .enumerate()
            .flat_map(|(day, hours)| hours.iter().enumerate().map(move |(hour, count)| (day, hour, *count)));
        all.rev().max_by_key(|(_, _, count)| *count).filter(|(_, _, count)| *count > 0)
    }
}
