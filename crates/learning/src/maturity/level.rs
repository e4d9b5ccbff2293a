//! The five levels.

use serde::Deserialize;

/// How well a practice is established, from 1 (improvised) to 5 (renewing). Everybody has reached the first: work gets
/// done somehow, so no statement belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "u8")]
pub struct Level(u8);

impl Level {
    /// Where everybody begins.
    pub const LOWEST: Level = Level(1);
    /// There is no higher one.
    pub const HIGHEST: Level = Level(5);

    /// A level; `None` outside 1 to 5.
    pub fn new(number: u8) -> Option<Self> {
        (Self::LOWEST.0..=Self::HIGHEST.0).contains(&number).then_some(Self(number))
    }

    /// Every level, the lowest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (Self::LOWEST.0..=Self::HIGHEST.0).map(Self)
    }

    /// From 1 to 5.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The next higher one.
    pub fn next(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }
}

impl TryFrom<u8> for Level {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::new(number).ok_or_else(|| format!("{number} is no level from 1 to 5"))
    }
}
