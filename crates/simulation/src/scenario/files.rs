//! The three files that a shift is made of.

use super::{Pool, Scenario, World};

/// A world, a pool and one scenario that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Files {
    /// How the firm is made.
    pub world: World,
    /// What scenarios share.
    pub pool: Pool,
    /// The shift.
    pub scenario: Scenario,
}

impl Files {
    /// Reads the three files.
    ///
    /// # Errors
    /// Which file cannot be read, where and why, in words.
    pub fn read(world: &str, pool: &str, scenario: &str) -> Result<Self, String> {
        fn of<T: serde::de::DeserializeOwned>(what: &str, text: &str) -> Result<T, String> {
            serde_json::from_str(text).map_err(|error| format!("The {what} cannot be read: {error}."))
        }
        Ok(Self { world: of("world", world)?, pool: of("pool", pool)?, scenario: of("scenario", scenario)? })
    }
}
