//! What people agree on about time: plain data, checked when it is compiled.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::{CalendarSpec, TimeOfDay, Window};
use crate::incident::HoldReason;
use crate::priority::{Matrix, Priority};

/// A service level agreement (or operational level agreement) on incidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// What people call it.
    pub name: Arc<str>,
    /// When its clocks run.
    pub calendar: CalendarSpec,
    /// By priority, 1 first.
    pub targets: [Targets; Matrix::LOWEST as usize],
    /// What stops a clock for a while.
    pub pause_on: PauseOn,
    /// What becomes of the resolution clock when a resolved incident comes back.
    pub reopen: ReopenRule,
    /// What becomes of a clock when the priority changes.
    pub priority_change: PriorityChange,
    /// From which share of its target on a clock warns, in percent (1 to 99).
    pub warn_at_percent: u8,
    /// Incidents opened before this instant have no targets; `None`: all have.
    pub enforced_from: Option<DateTime<Utc>>,
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// From the opening to the desk's first reaction.
    Response,
    /// From the opening until the service is restored.
    Resolution,
}

/// How long an incident of one priority may take, in business time. "A working day" is not a unit here: say how
/// many hours it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Targets {
    /// Until the desk reacts; `None`: not agreed.
    pub response: Option<TimeDelta>,
    /// Until the service is restored; `None`: not agreed.
    pub resolution: Option<TimeDelta>,
}

impl Targets {
    /// The target of one clock.
    pub fn of(&self, measure: Measure) -> Option<TimeDelta> {
        match measure {
            Measure::Response => self.response,
            Measure::Resolution => self.resolution,
        }
    }
}

/// Which holds stop which clocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PauseOn {
    /// The hold reasons that pause; a hold for any other reason counts.
    pub reasons: Vec<HoldReason>,
    /// Whether they pause the response clock too, and not only the resolution clock. Where a hold does not pause it,
    /// the hold is the desk's first reaction and stops it.
    pub response_too: bool,
}

/// What becomes of the resolution clock when a resolved incident comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReopenRule {
    /// It goes on where it stopped; the time while resolved does not count.
    Continue,
    /// It goes on as if it had never stopped; the time while resolved counts.
    CountGap,
    /// It starts again from nothing; what was before, breaches included, is forgotten.
    Reset,
}

/// What becomes of a clock when the priority changes. A pause stays a pause under each. A change while the clock is
/// stopped takes effect when it starts again (under [`Self::Recompute`] at once); one after closing never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriorityChange {
    /// The time so far is kept, and counts against the new target from the change on. A breach of the old target
    /// stays a breach; if more time has passed than the new target allows, the breach is at the change itself (or,
    /// while paused, when the pause ends), not before.
    Forward,
    /// As if the incident had had its latest priority from the start: an old breach may vanish, and a breach of the
    /// new target may lie before the change.
    Recompute,
    /// A new clock from the change on, with the new target; the time so far, breaches included, is forgotten.
    Reset,
}

impl Agreement {
    /// From which share of its target on a clock warns where nobody says otherwise, in percent. Source: the usual
    /// setting of help desk tools is between 75 and 80.
    pub const USUAL_WARNING_PERCENT: u8 = 80;

    /// The targets of a priority; one beyond the scale counts as the lowest.
    pub fn targets(&self, priority: Priority) -> Targets {
        let index = usize::from(priority.0.clamp(1, Matrix::LOWEST) - 1);
        self.targets.get(index).copied().unwrap_or_default()
    }
}

/// "Standard desk agreement": a place to start from, Monday to Friday 08:00 to 18:00 UTC.
impl Default for Agreement {
    fn default() -> Self {
        const WORKING_DAY_HOURS: i64 = 10;
        let targets = |response_minutes, resolution_hours| Targets {
            response: Some(TimeDelta::minutes(response_minutes)),
            resolution: Some(TimeDelta::hours(resolution_hours)),
        };
        let office = TimeOfDay::from_seconds(8 * 3600).zip(TimeOfDay::from_seconds(18 * 3600));
        let office: Vec<_> = office.into_iter().map(|(opens, closes)| Window { opens, closes }).collect();
        Self {
            name: "Standard desk agreement".into(),
            calendar: CalendarSpec::weekly("Etc/UTC", 0..=4, &office),
            targets: [
                targets(15, 4),
                targets(30, 8),
                targets(4 * 60, 3 * WORKING_DAY_HOURS),
                targets(8 * 60, 5 * WORKING_DAY_HOURS),
                targets(2 * WORKING_DAY_HOURS * 60, 10 * WORKING_DAY_HOURS),
            ],
            // Others hold the desk up here; waiting for our own problem or change management is our own time.
            pause_on: PauseOn {
                reasons: vec![HoldReason::Caller, HoldReason::Supplier, HoldReason::Evidence],
                response_too: false,
            },
            reopen: ReopenRule::Continue,
            priority_change: PriorityChange::Forward,
            warn_at_percent: Self::USUAL_WARNING_PERCENT,
            enforced_from: None,
        }
    }
}
