//! By what an improvement is judged: a measure, and values of it.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::ids::{CategoryId, GroupId, ServiceId};

/// A value of a measure, in thousandths of its unit: exact, and the same on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Amount(pub i64);

impl Amount {
    /// How many make one.
    pub const ONE: i64 = 1000;
    /// More than this is a typing mistake.
    pub const MOST: i64 = 1_000_000_000 * Self::ONE;

    /// So many whole ones.
    pub fn whole(number: i64) -> Self {
        Self(number.saturating_mul(Self::ONE))
    }

    /// A part of a whole, in percent; `None` of nothing.
    pub fn percent(part: usize, whole: usize) -> Option<Self> {
        let (part, whole) = (i64::try_from(part).ok()?, i64::try_from(whole).ok()?);
        part.checked_mul(100 * Self::ONE)?.checked_add(whole / 2)?.checked_div(whole).map(Self)
    }

    /// What somebody typed: digits, at most three behind a point or a comma, perhaps a minus or a percent sign.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('%').trim_end();
        let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || part.len() > 3 || !is_number(whole) || !is_number(part) {
            return None;
        }
        let thousandths: i64 = [part, "000"].concat().get(..3)?.parse().ok()?;
        let amount = whole.parse::<i64>().ok()?.checked_mul(Self::ONE)?.checked_add(thousandths)?;
        (amount <= Self::MOST).then_some(Self(sign * amount))
    }

    /// The amount with a point and no needless digits ("81.5"), as [`Self::read`] reads it.
    pub fn plain(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let digits = self.0.unsigned_abs();
        let one = Self::ONE.unsigned_abs();
        let (whole, part) = (digits / one, digits % one);
        let text = format!("{sign}{whole}.{part:03}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

/// A measure that the desk works out from its own journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DeskMeasure {
    /// Resolution targets met, of those due, in percent.
    Resolution,
    /// Response targets met, of those due, in percent.
    Response,
    /// Resolved incidents that came back, in percent.
    Reopened,
    /// Incidents that were handed from one team or person to another, in percent.
    Reassigned,
    /// Half of the incidents take no longer, in business hours.
    TimeToResolve,
    /// Half of the callers have a public reply by then, in business hours.
    TimeToReply,
    /// How many incidents are opened.
    Opened,
}

impl DeskMeasure {
    /// Every one, in the order in which they are offered.
    pub const ALL: [DeskMeasure; 7] = [
        DeskMeasure::Resolution,
        DeskMeasure::Response,
        DeskMeasure::Reopened,
        DeskMeasure::Reassigned,
        DeskMeasure::TimeToResolve,
        DeskMeasure::TimeToReply,
        DeskMeasure::Opened,
    ];
}

/// Whose incidents a measure of the desk counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// All of them.
    #[default]
    Everything,
    /// Those that are with a team now.
    Group(GroupId),
    /// Those of a service.
    Service(ServiceId),
    /// Those of a category.
    Category(CategoryId),
}

/// What is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The desk works it out.
    Desk(DeskMeasure, Scope),
    /// Somebody measures it and types it in.
    Named {
        /// What it is called; never blank.
        name: Arc<str>,
        /// In what it is counted ("minutes"); may be blank.
        unit: Arc<str>,
    },
}

/// One look at a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Of these local days, the first and the last included; the desk works the value out.
    Days {
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
    },
    /// A value that somebody measured.
    Value {
        /// How much.
        amount: Amount,
        /// On which day.
        on: NaiveDate,
    },
}

impl Measure {
    /// Whether a reading can be one of this measure: the desk's own are worked out, the others typed.
    pub fn takes(&self, reading: Reading) -> bool {
        matches!(
            (self, reading),
            (Measure::Desk(..), Reading::Days { .. }) | (Measure::Named { .. }, Reading::Value { .. })
        )
    }
}

/// How far from the baseline to the target a value is, in percent: 0 is nothing gained, 100 is the target, less than
/// 0 is worse than before. `None` where baseline and target are the same: then it is reached by keeping it.
pub fn progress(baseline: Amount, target: Amount, value: Amount) -> Option<i64> {
    let (way, gone) = (target.0.checked_sub(baseline.0)?, value.0.checked_sub(baseline.0)?);
    gone.checked_mul(100)?.checked_div(way)
}

/// Whether a value is at the target or beyond it, as seen from the baseline.
pub fn is_reached(baseline: Amount, target: Amount, value: Amount) -> bool {
    if target >= baseline { value >= target } else { value <= target }
}
