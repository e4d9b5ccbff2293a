//! An agreement made ready to count with, or the reason why it cannot be used.

use std::sync::OnceLock;

use chrono::TimeDelta;

use super::agreement::{Agreement, Measure, Targets};
use crate::calendar::{Calendar, CalendarFault};
use crate::incident::HoldReason;
use crate::priority::Priority;
use crate::refusal::Refusal;

/// An agreement with its calendar compiled.
#[derive(Clone, Debug)]
pub struct Compiled {
    agreement: Agreement,
    calendar: Calendar,
}

/// The calendar follows from the agreement.
impl PartialEq for Compiled {
    fn eq(&self, other: &Self) -> bool {
        self.agreement == other.agreement
    }
}

/// Why an agreement cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgreementFault {
    /// The name is blank.
    NoName,
    /// Its calendar cannot be used.
    Calendar(CalendarFault),
    /// No priority has any target.
    NoTargets,
    /// A target of nothing or less.
    TargetTooShort(Priority),
    /// The response may take longer than the resolution.
    ResponseAfterResolution(Priority),
    /// The warning is not between 1 and 99 percent.
    WarningOutOfRange,
}

impl Compiled {
    /// Checks an agreement and makes it ready to count with.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(agreement: Agreement) -> Result<Self, AgreementFault> {
        if agreement.name.trim().is_empty() {
            return Err(AgreementFault::NoName);
        }
        check_targets(&agreement.targets)?;
        if !(1..=99).contains(&agreement.warn_at_percent) {
            return Err(AgreementFault::WarningOutOfRange);
        }
        let calendar = Calendar::compile(&agreement.calendar).map_err(AgreementFault::Calendar)?;
        Ok(Self { agreement, calendar })
    }

    /// The default agreement, compiled once.
    pub fn standard() -> &'static Compiled {
        static STANDARD: OnceLock<Compiled> = OnceLock::new();
        STANDARD.get_or_init(|| {
            let agreement = Agreement::default();
            // A test sees to it that it does compile.
            let calendar = Calendar::compile(&agreement.calendar).unwrap_or_else(|_| Calendar::around_the_clock());
            Compiled { agreement, calendar }
        })
    }

    /// What was agreed.
    pub fn agreement(&self) -> &Agreement {
        &self.agreement
    }

    /// When its clocks run.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Whether a hold for `reason` stops a clock.
    pub fn pauses(&self, measure: Measure, reason: HoldReason) -> bool {
        let rule = &self.agreement.pause_on;
        (measure == Measure::Resolution || rule.response_too) && rule.reasons.contains(&reason)
    }
}

fn check_targets(targets: &[Targets]) -> Result<(), AgreementFault> {
    for (priority, targets) in (1..).map(Priority).zip(targets) {
        if [targets.response, targets.resolution].into_iter().flatten().any(|target| target <= TimeDelta::zero()) {
            return Err(AgreementFault::TargetTooShort(priority));
        }
        if targets.response.zip(targets.resolution).is_some_and(|(response, resolution)| response > resolution) {
            return Err(AgreementFault::ResponseAfterResolution(priority));
        }
    }
    let none = targets.iter().all(|targets| *targets == Targets::default());
    if none { Err(AgreementFault::NoTargets) } else { Ok(()) }
}

impl AgreementFault {
    /// The fault as a refusal. [`CalendarFault::sentence`] says more about a calendar.
    pub fn refusal(&self) -> Refusal {
        let (field, because) = match self {
            Self::NoName => {
                return Refusal::Missing {
                    field: "name",
                    because: "people have to be able to say which agreement they mean",
                };
            }
            Self::NoTargets => {
                return Refusal::Missing {
                    field: "targets",
                    because: "an agreement that promises nothing can be neither kept nor broken",
                };
            }
            Self::TargetTooShort(_) => {
                ("targets", "nobody can be done before they have begun; a target is longer than nothing")
            }
            Self::ResponseAfterResolution(_) => {
                ("targets", "who has resolved an incident has also responded, so the response comes first")
            }
            Self::WarningOutOfRange => {
                ("warning", "a warning comes after the clock starts and before it runs out: 1 to 99 percent")
            }
            Self::Calendar(fault) => calendar_in_words(fault),
        };
        Refusal::Invalid { field, because }
    }
}

fn calendar_in_words(fault: &CalendarFault) -> (&'static str, &'static str) {
    match fault {
        CalendarFault::UnknownZone(_) => ("time zone", "it is not known here; use an IANA name such as Europe/Berlin"),
        CalendarFault::NotAWindow(_) => {
            ("opening hours", "a window closes after it opens, on the same day; write hours across midnight as two")
        }
        CalendarFault::TooManyWindows => {
            ("opening hours", "nobody opens and closes so often in a day; join windows that follow each other")
        }
        CalendarFault::HolidaysReversed { .. } => {
            ("holidays", "a range of holidays ends before it begins; swap the dates")
        }
        CalendarFault::NeverOpen => {
            ("opening hours", "there is no opening in 400 days, and a clock that never runs measures nothing")
        }
    }
}
