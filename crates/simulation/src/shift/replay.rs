//! A run as a file: how it begins, and what was done. Whoever has the scenario can play it again and come to the same.

use serde::{Deserialize, Serialize};

use super::Act;
use crate::scenario::{Begins, Key};

/// The largest file that is read, in bytes: far more than anybody plays in a day.
pub const MOST_BYTES: usize = 4 << 20;
/// The most acts that a file may have.
pub const MOST_ACTS: usize = 20_000;

const FORMAT: &str = "service-dojo-shift";
const VERSION: u32 = 1;

/// A run that can be played again.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// Which scenario.
    pub scenario: Key,
    /// Which chances.
    pub seed: u64,
    /// How much help there was; `None` where the scenario says it.
    pub help: Option<Begins>,
    /// What was done, in order.
    pub acts: Vec<Act>,
    /// The hash of the run after the last act; empty if nothing was done.
    pub hash: String,
}

/// The file as it is written. A number of 64 bits is not safe in every reader of JSON, so the seed is a text.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    format: String,
    version: u32,
    scenario: Key,
    seed: String,
    #[serde(default)]
    help: Option<Begins>,
    acts: Vec<Act>,
    hash: String,
}

/// What every version says of itself.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: String,
    #[serde(default)]
    version: u32,
}

impl Replay {
    /// The file.
    ///
    /// # Errors
    /// Cannot happen with acts that were done; the reason in words.
    pub fn write(&self) -> Result<String, String> {
        let form = Form {
            format: FORMAT.to_owned(),
            version: VERSION,
            scenario: self.scenario.clone(),
            seed: self.seed.to_string(),
            help: self.help,
            acts: self.acts.clone(),
            hash: self.hash.clone(),
        };
        serde_json::to_string_pretty(&form).map(|text| text + "\n").map_err(|error| error.to_string())
    }

    /// Reads a file that a stranger may have written.
    ///
    /// # Errors
    /// What is wrong with it and what to do, in words.
    pub fn read(text: &str) -> Result<Self, String> {
        if text.len() > MOST_BYTES {
            return Err("This file is too large to be a shift. Choose a replay file.".to_owned());
        }
        let head: Option<Head> = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok();
        match head {
            Some(head) if head.format == FORMAT && head.version > VERSION => {
                return Err(
                    "This file was written by a newer version of this app. Reload the page to get it.".to_owned()
                );
            }
            Some(head) if head.format == FORMAT && head.version == VERSION => {}
            Some(head) if head.format == "service-dojo-workspace" => {
                return Err(
                    "This is an exported workspace, not a replay file. Read it on the workspace page.".to_owned()
                );
            }
            _ => return Err("This is not a replay file of a shift. Choose one that was saved from a shift.".to_owned()),
        }
        let form: Form = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| format!("This replay file cannot be read: {error}."))?;
        if form.acts.len() > MOST_ACTS {
            return Err(format!("This replay file has more than {MOST_ACTS} acts, which nobody can play in a shift."));
        }
        let seed = form.seed.parse().map_err(|_| "The seed of this replay file is not a whole number.".to_owned())?;
        Ok(Self { scenario: form.scenario, seed, help: form.help, acts: form.acts, hash: form.hash })
    }
}
