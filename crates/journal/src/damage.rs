//! What is said about stored bytes that cannot be read.

use std::fmt;

/// Why stored bytes or text could not be read, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damage {
    /// What was found, as the end of the sentence "this cannot be read: …".
    pub what: &'static str,
    /// How many bytes (in a text: UTF-16 units) stand before the place; 0 where the whole is meant.
    pub at: usize,
}

impl Damage {
    /// Damage of the whole.
    pub(crate) const fn whole(what: &'static str) -> Self {
        Self { what, at: 0 }
    }

    /// Damage at a place.
    pub(crate) const fn at(what: &'static str, at: usize) -> Self {
        Self { what, at }
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)?;
        if self.at > 0 {
            write!(f, " (after {} characters)", self.at)?;
        }
        Ok(())
    }
}

impl std::error::Error for Damage {}
