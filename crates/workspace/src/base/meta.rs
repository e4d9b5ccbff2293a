//! What is known about an import besides its rows.

use chrono::{DateTime, TimeDelta, Utc};

use super::report::Report;

/// How much of a log is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everything, as it was.
    #[default]
    AsItWas,
    /// The desk as it stood at an instant: what came later is left out.
    AsOf(DateTime<Utc>),
}

/// When, what and how something was imported.
#[derive(Clone, Debug, PartialEq)]
pub struct Meta {
    /// How much was taken.
    pub scope: Scope,
    /// When it was imported, by the wall clock.
    pub imported_at: DateTime<Utc>,
    /// The file's name, as the user's machine has it.
    pub file_name: String,
    /// What was taken, mended and left out.
    pub report: Report,
}

impl Meta {
    /// How far the desk's clock is behind the wall clock: a desk as of an instant lives on from there.
    pub fn clock_behind(&self) -> TimeDelta {
        match self.scope {
            Scope::AsItWas => TimeDelta::zero(),
            Scope::AsOf(instant) => self.imported_at - instant,
        }
    }
}
