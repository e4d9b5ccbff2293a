//! What is remembered about a workspace outside its store, so that its loss is noticed.

use crate::checksum::from_decimal;
use crate::entry::one_line;

/// What a workspace looked like when it was last open here. Keep it somewhere else than in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The workspace's id.
    pub workspace: String,
    /// What it was called.
    pub name: String,
    /// Its generation.
    pub generation: u64,
    /// How many commands it had, beside its base.
    pub commands: u64,
    /// Whether it had a base (an import), which commands alone do not bring back.
    pub has_base: bool,
}

impl Witness {
    /// The witness on one line.
    pub fn to_text(&self) -> String {
        let base = if self.has_base { "base" } else { "none" };
        format!("{} {} {base} {} {}", self.generation, self.commands, self.workspace, one_line(&self.name))
    }

    /// Reads a line of [`to_text`](Self::to_text).
    pub fn from_text(text: &str) -> Option<Self> {
        let mut words = text.splitn(5, ' ');
        Some(Self {
            generation: from_decimal(words.next()?)?,
            commands: from_decimal(words.next()?)?,
            has_base: match words.next()? {
                "base" => true,
                "none" => false,
                _ => return None,
            },
            workspace: words.next()?.to_owned(),
            name: words.next()?.to_owned(),
        })
    }
}
