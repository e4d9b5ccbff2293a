//! When to assess again.

use chrono::NaiveDate;

use super::assessment::Assessment;
use super::form::Maturity;
use super::level::Level;
use super::standing::Standing;
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
    /// that has fallen since somebody looked at it the time before comes sooner than usual. `earlier` has the
    /// assessments before, the oldest first.
    pub fn again(&self, assessment: &Assessment, earlier: &[Assessment]) -> Vec<Due> {
        let standings = self.standings(assessment);
        let assessed = standings.iter().filter(|standing| standing.is_assessed());
        let mut all: Vec<Due> = assessed.filter_map(|now| self.again_of(now, assessment, earlier)).collect();
        all.sort_by_key(|due| due.on);
        all
    }

    fn again_of(&self, now: &Standing, assessment: &Assessment, earlier: &[Assessment]) -> Option<Due> {
        let practice = self.practice(&now.practice)?;
        let looked_at = |one: &Assessment| one.looked_at(practice.statements.iter().map(|one| one.id.as_str()));
        let day = looked_at(assessment)?;
        let before = earlier.iter().rev().find(|before| looked_at(before).is_some_and(|before| before < day));
        let before = before.and_then(|before| self.standing(&now.practice, before)).filter(Standing::is_assessed);
        let usual = u64::from(self.level(now.level)?.again_weeks);
        let (weeks, because) = match before.filter(|before| before.level > now.level) {
            Some(before) => {
                let because = DueReason::Fell { from: before.level, to: now.level };
                (usual.min(AFTER_A_FALL_WEEKS), because)
            }
            None => (usual, DueReason::Level(now.level)),
        };
        Some(Due { practice: now.practice.clone(), on: working_day(weeks_after(day, weeks)), because })
    }

    /// What is due on a day, by all assessments, the oldest first; the earliest first.
    pub fn due(&self, assessed: &[Assessment], today: NaiveDate) -> Vec<Due> {
        let Some((last, earlier)) = assessed.split_last() else { return Vec::new() };
        self.again(last, earlier).into_iter().filter(|due| due.is_due(today)).collect()
    }
}
