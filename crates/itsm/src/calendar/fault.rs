//! Why a calendar cannot be used, and why a count has no answer: in words.

use std::sync::Arc;

use chrono::NaiveDate;

use super::spec::Window;

/// Why a calendar cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarFault {
    /// No such IANA time zone, or none that this build knows.
    UnknownZone(Arc<str>),
    /// A window that does not end after its start within one day.
    NotAWindow(Window),
    /// A weekday with more than [`CalendarFault::MOST_WINDOWS_A_DAY`].
    TooManyWindows,
    /// A range of holidays whose last date comes before its first.
    HolidaysReversed {
        /// The first date.
        first: NaiveDate,
        /// The last date.
        last: NaiveDate,
    },
    /// It never opens, or at some time of every year or so stays closed for more than
    /// [`CalendarFault::LONGEST_CLOSURE_DAYS`].
    NeverOpen,
}

impl CalendarFault {
    /// A calendar that is closed for longer is taken for a mistake: a clock on it would stand still unnoticed.
    /// More than a year, so that yearly hours are possible.
    pub const LONGEST_CLOSURE_DAYS: i64 = 400;

    /// One for every quarter of an hour. Each window is kept once for every such day of every year that is asked for,
    /// so that without a limit a short calendar could take all memory.
    pub const MOST_WINDOWS_A_DAY: usize = 96;

    /// The fault as a sentence for the person who wrote the calendar.
    pub fn sentence(&self) -> String {
        match self {
            Self::UnknownZone(name) => {
                format!("\"{name}\" is not a time zone known here; write an IANA name such as Europe/Berlin.")
            }
            Self::NotAWindow(Window { opens, closes }) => format!(
                "{opens} to {closes} is not a window of one day: it has to close after it opens. \
                 Write hours across midnight as two windows, the first until 24:00."
            ),
            Self::TooManyWindows => {
                format!(
                    "A day can have at most {} windows; join those that follow each other.",
                    Self::MOST_WINDOWS_A_DAY
                )
            }
            Self::HolidaysReversed { first, last } => {
                format!("Holidays from {first} to {last} end before they begin; swap the two dates.")
            }
            Self::NeverOpen => format!(
                "This calendar has no opening in {} days; a clock on it would never run.",
                Self::LONGEST_CLOSURE_DAYS
            ),
        }
    }
}

/// Why an addition or a subtraction has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreachable {
    /// The duration is negative; use the opposite operation.
    Negative,
    /// Dated holidays or breaks keep the calendar closed for more than [`CalendarFault::LONGEST_CLOSURE_DAYS`] on
    /// the way.
    NoOpening,
    /// Beyond the instants that can be written down (some 262,000 years either way).
    BeyondTime,
}

impl Unreachable {
    /// The reason as a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Negative => "A duration cannot be negative.",
            Self::NoOpening => "This calendar has no opening in 400 days on the way.",
            Self::BeyondTime => "The answer lies beyond the years that can be written down.",
        }
    }
}
