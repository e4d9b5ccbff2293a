//! Reads an incident's clocks, as far as time alone can move them.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::Desk;
use itsm::incident::Incident;
use itsm::service_level::{Compiled, Reading, Standing as Showing};

use super::{Clock, Standing};

/// What reading needs besides the incident.
pub(super) struct Reader<'a> {
    desk: &'a Desk,
    agreement: &'a Compiled,
    now: DateTime<Utc>,
}

impl<'a> Reader<'a> {
    pub fn of(desk: &'a Desk, now: DateTime<Utc>) -> Self {
        Self { desk, agreement: desk.agreement(), now }
    }

    pub fn read(&self, incident: &Incident) -> Standing {
        let clocks = self.desk.clocks(incident, self.now);
        Standing { response: self.clock(&clocks.response), resolution: self.clock(&clocks.resolution) }
    }

    fn clock(&self, reading: &Reading) -> Clock {
        match reading.standing {
            // Without a verdict: cancelled.
            _ if reading.verdict.is_none() => Clock::NoTarget,
            Showing::NoTarget => Clock::NoTarget,
            // An instant beyond all years will never come.
            Showing::Running | Showing::OutsideHours => Clock::Running {
                warns_at: self.warns_at(reading),
                breaches_at: reading.breach_at.unwrap_or(DateTime::<Utc>::MAX_UTC),
            },
            Showing::Paused(_) | Showing::Stopped if reading.is_breached() => Clock::Missed,
            Showing::Paused(_) => Clock::Paused,
            Showing::Stopped => Clock::Met,
        }
    }

    /// When a running clock begins to warn; long ago if it does already.
    fn warns_at(&self, reading: &Reading) -> DateTime<Utc> {
        let share = i32::from(self.agreement.agreement().warn_at_percent);
        let until = reading.target.map(|target| target / 100 * share - reading.elapsed);
        match until {
            Some(left) if left > TimeDelta::zero() && !reading.is_warning() => {
                self.agreement.calendar().add(self.now, left).unwrap_or(DateTime::<Utc>::MAX_UTC)
            }
            _ => DateTime::<Utc>::MIN_UTC,
        }
    }
}
