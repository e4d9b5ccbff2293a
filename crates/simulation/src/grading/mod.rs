//! What a shift is graded by: findings with their evidence, and measures with their definitions.
//!
//! `docs/grading.md` says how a rule is read, how minutes are counted once, and why gaming a rule does not pay. Nothing
//! here changes what a shift measures: a rule explains. All functions are pure.

mod catalogue;
mod code;
mod confusion;
mod finding;
mod measures;
mod practice;
mod reading;
mod settle;
mod spans;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
mod tests;
mod three;

pub use catalogue::{Evidence, Explanation, Kind, Level, Raised, Rule, Rules, Said, Weight};
pub use code::Code;
pub use confusion::{Cell, Confusion, confusion};
pub use finding::{Claim, Finding, Subject};
pub use measures::{Measures, measures};
pub use settle::settle;
pub use three::{band, three};

use crate::shift::{Entry, Truth};

/// Everything that one rule finds in a shift.
pub fn find(entries: &[Entry], truth: &Truth, rule: &Rule) -> Vec<Finding> {
    practice::function(rule.code)(&reading::Reading::of(entries, truth), rule)
}

/// Everything that all rules find, settled.
pub fn grade(entries: &[Entry], truth: &Truth, rules: &Rules) -> Vec<Finding> {
    let reading = reading::Reading::of(entries, truth);
    let found = rules.iter().flat_map(|rule| practice::function(rule.code)(&reading, rule)).collect();
    settle(found, rules)
}
