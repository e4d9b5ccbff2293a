//! What the file of the assessment says.

use serde::Deserialize;

use super::level::Level;
use super::prefill::Prefill;

/// Everything that can be assessed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Maturity {
    version: u32,
    /// Where it comes from.
    pub about: About,
    /// The levels, the lowest first.
    pub levels: Vec<LevelText>,
    /// The practices with their statements.
    pub practices: Vec<PracticeStatements>,
}

/// Source and confidence of what the file says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The code of the edition whose practice names it uses.
    pub edition: String,
    /// Where levels and statements come from.
    pub source: String,
    /// How sure we are.
    pub confidence: String,
    /// What the reader should know before relying on it.
    pub note: String,
}

/// A level in words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelText {
    /// Which one.
    pub level: Level,
    /// Its name.
    pub name: String,
    /// What it looks like.
    pub text: String,
    /// A practice on it is assessed again after so many weeks.
    pub again_weeks: u32,
}

/// A practice and what is stated about it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeStatements {
    /// Its id among the 34.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Statements, the lowest level first.
    pub statements: Vec<Statement>,
}

/// Something that is true of a practice on a level, or not yet.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its id in the file.
    pub id: String,
    /// To which level it belongs; never the lowest.
    pub level: Level,
    /// The statement.
    pub says: String,
    /// What to show for it.
    pub evidence: String,
    /// What is missing if it is not met.
    pub gap: GapText,
    /// What the app's journal can tell.
    #[serde(default)]
    pub prefill: Option<Threshold>,
}

/// A gap, as the improvement register takes it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GapText {
    /// What to improve, in one line.
    pub summary: String,
    /// Why it is worth doing.
    pub why: String,
}

/// From when on the journal speaks for a statement: percent of a share, or a number of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// What is looked at.
    pub code: Prefill,
    /// From here on it is met.
    pub met: u32,
    /// From here on it is partly met.
    pub partly: u32,
}

impl Maturity {
    /// The version of the form that is understood.
    const VERSION: u32 = 1;

    /// Reads the file; `None` if it is damaged or of another version. Whether it is whole, [`faults`](Self::faults) says.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok().filter(|maturity| maturity.version == Self::VERSION)
    }

    /// The statements of a practice.
    pub fn practice(&self, id: &str) -> Option<&PracticeStatements> {
        self.practices.iter().find(|practice| practice.id == id)
    }

    /// What is said of a level.
    pub fn level(&self, level: Level) -> Option<&LevelText> {
        self.levels.iter().find(|text| text.level == level)
    }
}
