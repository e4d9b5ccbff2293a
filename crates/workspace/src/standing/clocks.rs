//! Reads an incident's clocks from its milestones and its service level.

use chrono::{DateTime, Utc};
use itsm::Desk;
use itsm::incident::Incident;
use itsm::service_level::{self, Compiled, Reading, Standing as Shown};

use super::{Clock, Standing};

/// What reading needs besides the incident.
pub(crate) struct Reader<'a> {
    desk: &'a Desk,
    /// An agreement to try, in place of the desk's.
    trial: Option<&'a Compiled>,
}

impl<'a> Reader<'a> {
    pub fn of(desk: &'a Desk) -> Self {
        Self { desk, trial: None }
    }

    /// A reader of how incidents that are not closed would stand under another agreement.
    pub fn under(desk: &'a Desk, agreement: &'a Compiled) -> Self {
        Self { desk, trial: Some(agreement) }
    }

    /// How the incident stands since its last milestone: from there on only time moves it.
    pub fn read(&self, incident: &Incident) -> Standing {
        let Some(last) = incident.milestones.last() else { return Standing::default() };
        let clocks = match self.trial {
            Some(agreement) => service_level::clocks(incident, self.desk.matrix(), agreement, last.at),
            None => self.desk.clocks(incident, last.at),
        };
        Standing {
            response: self.clock(&clocks.response, last.at),
            resolution: self.clock(&clocks.resolution, last.at),
        }
    }

    fn clock(&self, reading: &Reading, since: DateTime<Utc>) -> Clock {
        // Without a verdict (cancelled, or nothing agreed) there is nothing to keep an eye on.
        if reading.verdict.is_none() {
            return Clock::NoTarget;
        }
        match (reading.standing, reading.is_breached()) {
            (Shown::NoTarget, _) => Clock::NoTarget,
            (Shown::Stopped, false) => Clock::Met,
            (Shown::Paused(_), false) => Clock::Paused,
            (Shown::Stopped | Shown::Paused(_), true) => Clock::Missed,
            (Shown::Running | Shown::OutsideHours, _) => match reading.breach_at {
                Some(breaches_at) => {
                    Clock::Running { warns_at: self.warning(reading, since).unwrap_or(breaches_at), breaches_at }
                }
                None => Clock::NoTarget,
            },
        }
    }

    /// When the clock that runs at `since` begins to warn.
    fn warning(&self, reading: &Reading, since: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let agreement = self.trial.unwrap_or_else(|| self.desk.agreement());
        let share = i32::from(agreement.agreement().warn_at_percent);
        let left = reading.target?.checked_mul(share)? / 100 - reading.elapsed;
        if left <= chrono::TimeDelta::zero() { Some(since) } else { agreement.calendar().add(since, left).ok() }
    }
}
