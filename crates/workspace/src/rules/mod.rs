//! The desk's rules as people write them, and what a change of them would do to the work at hand.
//!
//! `calendar` and `targets` read what was typed into the parts of an agreement and say at which place something is
//! wrong, in the domain's own words; `matrix` does
//! so for priorities; `duration` reads spans such as "2 working days"; `outlook` looks ahead on the real
//! desk without storing anything; `names` lists the directory with how much each entry is used; `difference` tells
//! two agreements apart in words; `promises` reads agreements with customers, groups and suppliers.

pub mod calendar;
mod difference;
pub mod duration;
pub mod matrix;
pub mod names;
pub mod outlook;
pub mod promises;
pub mod targets;

pub use difference::differences;

use itsm::Level;

/// What a level of impact or urgency is called on a scale of `size` levels.
pub fn level_word(level: Level, size: u8) -> String {
    let word = match (size, level.0) {
        (3, 1) | (2, 1) => "High",
        (3, 2) => "Medium",
        (3, 3) | (2, 2) => "Low",
        (_, number) => return "Level ".to_owned() + &number.to_string(),
    };
    word.to_owned()
}

/// What is wrong with what was typed, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault<P> {
    /// Where.
    pub place: P,
    /// What, and what would be right.
    pub sentence: String,
}

/// "“8 pm” is not understood: it should be …".
fn not_understood(typed: &str, wanted: &str) -> String {
    ["“", typed.trim(), "” is not understood: it should be ", wanted, "."].concat()
}
