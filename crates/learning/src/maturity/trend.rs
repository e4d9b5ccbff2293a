//! What has changed between two assessments.

use super::assessment::{Answer, Assessment};
use super::form::Maturity;
use super::level::Level;

/// What has become of a practice that was assessed both times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The id of the practice.
    pub practice: String,
    /// Its level then.
    pub before: Level,
    /// Its level now.
    pub after: Level,
    /// Statements that are met only now.
    pub gained: Vec<String>,
    /// Statements that were met, and are no longer.
    pub lost: Vec<String>,
    /// Days between the two.
    pub days: i64,
}

impl Trend {
    /// How many levels up, or down if negative.
    pub fn levels(&self) -> i8 {
        // Levels are from 1 to 5.
        self.after.number().cast_signed() - self.before.number().cast_signed()
    }
}

impl Maturity {
    /// The trend of every practice that both assessments speak of, in the file's order; the order in time is taken from
    /// the dates, not from the arguments.
    pub fn trend(&self, one: &Assessment, other: &Assessment) -> Vec<Trend> {
        let (before, after) = if one.on <= other.on { (one, other) } else { (other, one) };
        let days = (after.on - before.on).num_days();
        let each = self.practices.iter().filter_map(|practice| {
            let then = self.standing(&practice.id, before).filter(|one| one.is_assessed())?;
            let now = self.standing(&practice.id, after).filter(|one| one.is_assessed())?;
            let met = |statement: &str, when: &Assessment| when.of(statement) == Answer::Met;
            let only = |here: &Assessment, there: &Assessment| {
                let ids = practice.statements.iter().map(|statement| &statement.id);
                ids.filter(|id| met(id, here) && !met(id, there)).cloned().collect()
            };
            Some(Trend {
                practice: practice.id.clone(),
                before: then.level,
                after: now.level,
                gained: only(after, before),
                lost: only(before, after),
                days,
            })
        });
        each.collect()
    }
}
