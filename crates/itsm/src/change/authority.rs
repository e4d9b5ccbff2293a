//! Change authority: who may say yes, by the type of a change and its risk.
//!
//! ITIL leaves this to each organisation: the more there is at risk, the more heads. Here it is one table.

use super::risk::Band;
use super::state::ChangeType;
use crate::approval::Rule;

/// Whose word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// Whoever looks after all changes.
    ChangeManager,
    /// The change advisory board.
    Cab,
    /// Whoever answers for the services that are touched.
    ServiceOwner,
    /// The few of the board who can be reached at once.
    Ecab,
}

/// One round of an authorisation: who is asked, and how many must agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Whose word it is.
    pub body: Body,
    /// How many must agree.
    pub rule: Rule,
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// For changes of this type.
    pub of: ChangeType,
    /// From this band on; the highest line that fits counts.
    pub from: Band,
    /// Who is asked, one round after the other.
    pub rounds: &'static [Asked],
}

const fn asked(body: Body, rule: Rule) -> Asked {
    Asked { body, rule }
}

/// The table, from the lowest band of each type to the highest. The lines for standard changes are about their
/// templates: a change made from an authorised template asks nobody. More at risk than its last line is no standard
/// change.
pub const TABLE: [Line; 6] = [
    Line { of: ChangeType::Standard, from: Band::VeryLow, rounds: &[asked(Body::ChangeManager, Rule::Any)] },
    Line { of: ChangeType::Normal, from: Band::VeryLow, rounds: &[asked(Body::ChangeManager, Rule::Any)] },
    Line { of: ChangeType::Normal, from: Band::Medium, rounds: &[asked(Body::Cab, Rule::Majority)] },
    Line {
        of: ChangeType::Normal,
        from: Band::High,
        rounds: &[asked(Body::Cab, Rule::All), asked(Body::ServiceOwner, Rule::All)],
    },
    Line { of: ChangeType::Emergency, from: Band::VeryLow, rounds: &[asked(Body::Ecab, Rule::Any)] },
    Line { of: ChangeType::Emergency, from: Band::High, rounds: &[asked(Body::Ecab, Rule::Quorum(2))] },
];

/// The most that may be at risk in a standard change.
pub const HIGHEST_STANDARD: Band = Band::Low;

/// Who is asked about a change of this type and band (for a standard one: about its template).
pub fn rounds(of: ChangeType, band: Band) -> &'static [Asked] {
    TABLE.iter().rev().find(|line| line.of == of && line.from <= band).map_or(&[], |line| line.rounds)
}
