//! When to assess again.

use chrono::NaiveDate;

use super::assessment::Assessment;
use super::form::Maturity;
use super::level::Level;
use crate::dates::{weeks_after, working_day};

/// A practice that fell is looked at again so soon: long enough for a repair, too short to forget it.
const AFTER_A_FALL_WEEKS: u64 = 6;

/// A practice, and the day on which to assess it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The id of the practice.
    pub practice: String,
    /// The day; never a Saturday or Sunday.
    pub on: NaiveDate,
    /// Why then.
    pub because: DueReason,
}

/// Why a practice is assessed again on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DueReason {
    /// The usual time for its level.
    Level(Level),
    /// It has fallen since the assessment before.
    Fell {
        /// From here.
        from: Level,
        /// To here.
        to: Level,
    },
}

impl Due {
    /// Whether the day has come.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.on <= today
    }
}

impl Maturity {
    /// When to assess again what was assessed, the earliest first. Young practices change fast, settled ones slowly; one
    /// that has fallen since `before` (of an earlier date) comes sooner than usual.
    pub fn again(&self, assessment: &Assessment, before: Option<&Assessment>) -> Vec<Due> {
        let before = before.filter(|before| before.on <= assessment.on);
        let trends = before.map(|before| self.trend(before, assessment)).unwrap_or_default();
        let assessed = self.standings(assessment).into_iter().filter(|standing| standing.is_assessed());
        let mut all: Vec<Due> = assessed
            .filter_map(|standing| {
                let usual = u64::from(self.level(standing.level)?.again_weeks);
                let fell = trends.iter().find(|trend| trend.practice == standing.practice && trend.levels() < 0);
                let (weeks, because) = match fell {
                    Some(trend) => {
                        let because = DueReason::Fell { from: trend.before, to: trend.after };
                        (usual.min(AFTER_A_FALL_WEEKS), because)
                    }
                    None => (usual, DueReason::Level(standing.level)),
                };
                let on = working_day(weeks_after(assessment.on, weeks));
                Some(Due { practice: standing.practice, on, because })
            })
            .collect();
        all.sort_by_key(|due| due.on);
        all
    }

    /// What is due on a day, by the last assessment and the one before it; the earliest first.
    pub fn due(&self, assessed: &[Assessment], today: NaiveDate) -> Vec<Due> {
        let mut latest = assessed.iter().rev();
        let Some(last) = latest.next() else { return Vec::new() };
        self.again(last, latest.next()).into_iter().filter(|due| due.is_due(today)).collect()
    }
}
