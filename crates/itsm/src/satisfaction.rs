//! Satisfaction after the end: how content the person is who called or asked. Incidents and requests ask in the same way.
//!
//! Only what was really ended for somebody is asked about: what was cancelled gave nobody anything to judge. Each record
//! has one answer, which its giver may correct for a week after the closure.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use crate::fields::trimmed;
use crate::ids::PersonId;
use crate::refusal::Refusal;

/// For how long after the closure an answer may be corrected: long enough to notice that a solution does not hold, short
/// enough for a month's figures to stand still.
pub const CORRECTION_DAYS: i64 = 7;

/// How content somebody is: from 1, not at all, to 5, very.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Score(u8);

impl Score {
    /// The score, if it is on the scale.
    pub fn new(score: u8) -> Option<Self> {
        (1..=5).contains(&score).then_some(Self(score))
    }

    /// The number, from 1 to 5.
    pub fn get(self) -> u8 {
        self.0
    }

    /// Whether it counts as positive: 4 or 5. Source: the usual top-two-box reading of a five-point scale (CSAT).
    pub fn is_positive(self) -> bool {
        self.0 >= 4
    }

    /// What it is called beside its number.
    pub fn word(self) -> &'static str {
        match self.0 {
            1 => "Very dissatisfied",
            2 => "Dissatisfied",
            3 => "Neither",
            4 => "Satisfied",
            _ => "Very satisfied",
        }
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// How content.
    pub score: Score,
    /// In their own words; may be empty.
    pub words: Arc<str>,
    /// When it was last given or corrected.
    pub at: DateTime<Utc>,
    /// Who wrote it down.
    pub by: PersonId,
}

/// Whether an answer may be given now, beside the one that there may be. `closed_at` is the closure, if there was one.
pub(crate) fn may_answer(
    rating: Option<&Rating>,
    closed_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let over = closed_at.is_some_and(|closed| now > closed + TimeDelta::days(CORRECTION_DAYS));
    if rating.is_some() && over {
        return Err(Refusal::Rule {
            rule: "an answer can be corrected for 7 days after the closure",
            because: "the figures of a month must not change once they were reported",
        });
    }
    Ok(())
}

/// What is wrong where there is nobody to ask.
pub(crate) const NOBODY: Refusal =
    Refusal::Missing { field: "a caller", because: "only a person can say how content they are" };

/// The answer with its words trimmed, if it says anything new.
pub(crate) fn checked(rating: Option<&Rating>, score: Score, words: Arc<str>) -> Result<(Score, Arc<str>), Refusal> {
    let words = trimmed(words);
    if rating.is_some_and(|now| now.score == score && now.words == words) {
        return Err(Refusal::Invalid { field: "answer", because: "it is as now; nothing would change" });
    }
    Ok((score, words))
}
