//! What stages, standings and periods are called on screen. What the kinds of agreements are called depends on the
//! edition, which this crate does not know.

use super::record::{Stage, Standing};
use super::terms::{Health, MeasuringPeriod};

impl Stage {
    /// The stage's name.
    pub fn word(self) -> &'static str {
        match self {
            Stage::Draft => "Draft",
            Stage::Agreed => "Agreed",
            Stage::Ended => "Ended",
        }
    }
}

impl Standing {
    /// The standing's name.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Draft => "Draft",
            Standing::Agreed => "Agreed",
            Standing::InForce => "In force",
            Standing::Ended => "Ended",
        }
    }
}

impl MeasuringPeriod {
    /// "a month", behind a percentage.
    pub fn word(self) -> &'static str {
        match self {
            MeasuringPeriod::Month => "a month",
            MeasuringPeriod::Quarter => "a quarter",
            MeasuringPeriod::Year => "a year",
        }
    }
}

impl Health {
    /// The colour's name.
    pub fn word(self) -> &'static str {
        match self {
            Health::Green => "Green",
            Health::Amber => "Amber",
            Health::Red => "Red",
        }
    }
}
