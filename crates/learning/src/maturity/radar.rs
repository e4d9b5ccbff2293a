//! The values of a radar chart. Where its axes point is the view's business.

use super::assessment::Assessment;
use super::form::Maturity;
use super::level::Level;

/// One axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The id of the practice.
    pub practice: String,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: Level,
    /// The level with credit towards the next, from 1 to 5.
    pub with_credit: f64,
    /// Its level in the assessment before, if it was assessed there.
    pub before: Option<Level>,
}

impl Maturity {
    /// An axis for each practice that was assessed, in the file's order. The scale is from 1 to 5 on each.
    pub fn radar(&self, assessment: &Assessment, before: Option<&Assessment>) -> Vec<Axis> {
        let axes = self.practices.iter().filter_map(|practice| {
            let standing = self.standing(&practice.id, assessment).filter(|one| one.is_assessed())?;
            let then = before.and_then(|before| self.standing(&practice.id, before)).filter(|one| one.is_assessed());
            Some(Axis {
                practice: practice.id.clone(),
                name: practice.name.clone(),
                level: standing.level,
                with_credit: standing.with_credit(),
                before: then.map(|then| then.level),
            })
        });
        axes.collect()
    }
}
