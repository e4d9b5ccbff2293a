//! What is missing, in the order in which to close it.

use super::assessment::{Answer, Assessment};
use super::form::{GapText, Maturity};
use super::level::Level;

/// A statement that is not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The id of the practice.
    pub practice: String,
    /// The id of the statement.
    pub statement: String,
    /// To which level the statement belongs.
    pub level: Level,
    /// Where the practice stands.
    pub standing: Level,
    /// What was answered: partly, not met or unknown.
    pub answer: Answer,
    /// What to write into the improvement register.
    pub text: GapText,
    /// It is the only one that keeps the practice from the next level.
    pub is_last_step: bool,
}

impl Maturity {
    /// The gaps of practices that were assessed, up to the level that is wanted: not every practice has to reach the
    /// highest. First comes what is missing on lower levels, then what the weaker practice lacks, then what is there in
    /// part; of equals, the file's order.
    pub fn gaps(&self, assessment: &Assessment, wanted: Level) -> Vec<Gap> {
        let mut gaps: Vec<Gap> = Vec::new();
        for practice in &self.practices {
            let Some(standing) = self.standing(&practice.id, assessment).filter(|one| one.is_assessed()) else {
                continue;
            };
            let next = standing.next;
            for statement in practice.statements.iter().filter(|statement| statement.level <= wanted) {
                let answer = assessment.of(&statement.id);
                if answer == Answer::Met {
                    continue;
                }
                gaps.push(Gap {
                    practice: practice.id.clone(),
                    statement: statement.id.clone(),
                    level: statement.level,
                    standing: standing.level,
                    answer,
                    text: statement.gap.clone(),
                    is_last_step: next.is_some_and(|next| next.level == statement.level && next.met + 1 == next.of),
                });
            }
        }
        gaps.sort_by_key(|gap| (gap.level, gap.standing, gap.answer != Answer::Partly));
        gaps
    }
}
