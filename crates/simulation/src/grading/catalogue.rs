//! The catalogue of rules: parameters and texts, read from `public/content/grading/rules.json`.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::Code;

/// Whether a rule finds what went wrong or what went well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Something that cost.
    Fault,
    /// Something that spared.
    Strength,
}

/// An ordinal, 1 (a habit worth having) to 5 (somebody is harmed). Never added to minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Level(pub u8);

/// A level that holds in a graver case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Raised {
    /// Which level.
    pub level: Level,
    /// In which case, in words.
    pub when: String,
}

/// How a finding is weighed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weight {
    /// "minutes" or "ordinal".
    pub unit: String,
    /// The ordinal that it has, alone or beside the minutes.
    #[serde(default)]
    pub level: Option<Level>,
    /// The ordinal in the graver case.
    #[serde(default)]
    pub raised: Option<Raised>,
    /// What the minutes are, in words.
    #[serde(default)]
    pub words: String,
    /// Why the ordinal is as it is.
    #[serde(default)]
    pub reason: String,
}

/// What an edition teaches about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// In words.
    #[serde(default)]
    pub text: Option<String>,
    /// The edition that says the same.
    #[serde(default)]
    pub like: Option<String>,
    /// Where it is from: a key of the catalogue's sources.
    pub source: String,
    /// How sure that is.
    pub confidence: String,
}

/// What a rule looks at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The condition, in words.
    pub when: String,
    /// Its numbers: simulated minutes, unless the name counts something.
    #[serde(default)]
    pub params: BTreeMap<String, f64>,
}

/// A rule as data. The condition is the function that [`Code`] names.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rule {
    /// Which.
    pub code: Code,
    /// All that the file says about it.
    pub said: Said,
    /// To which rules it gives way where both claim the same minutes.
    pub yields: Vec<Code>,
    /// Its opposite.
    pub mirror: Option<Code>,
}

/// What the file says about a rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Said {
    code: String,
    /// The practice it belongs to.
    pub practice: String,
    /// Fault or strength.
    pub kind: Kind,
    /// What a finding is about.
    pub subject: String,
    /// In a few words.
    pub title: String,
    /// What good looks like.
    pub good: String,
    /// What it looks at.
    pub evidence: Evidence,
    /// How it is weighed.
    pub weight: Weight,
    /// By edition: "4", "5", "v3".
    pub explains: BTreeMap<String, Explanation>,
    /// What is mixed up: a key of the catalogue's misconceptions.
    #[serde(default)]
    pub misconception: Option<String>,
    #[serde(default)]
    mirror: Option<String>,
    #[serde(default)]
    yields: Vec<String>,
}

impl Rule {
    /// A number of the rule; 0 where the file names none.
    pub fn number(&self, name: &str) -> f64 {
        self.said.evidence.params.get(name).copied().unwrap_or_default()
    }

    /// The same as simulated minutes.
    pub fn minutes(&self, name: &str) -> TimeDelta {
        TimeDelta::seconds((self.number(name) * 60.0) as i64)
    }

    /// The same as how many.
    pub fn count(&self, name: &str) -> usize {
        self.number(name) as usize
    }
}

/// The catalogue.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rules {
    rules: Vec<Rule>,
    /// Misconceptions by key, in words.
    pub misconceptions: BTreeMap<String, String>,
    /// Sources by key, in words.
    pub sources: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct File {
    version: u32,
    sources: BTreeMap<String, String>,
    misconceptions: BTreeMap<String, String>,
    rules: Vec<Said>,
}

impl Rules {
    /// Reads the file. Each rule that has a function has to be there, and no other but those that are not yet played.
    ///
    /// # Errors
    /// What is missing or unknown, in words.
    pub fn read(text: &str) -> Result<Self, String> {
        let file: File = serde_json::from_str(text).map_err(|error| format!("The rules cannot be read: {error}."))?;
        if file.version != 1 {
            return Err(format!("The rules are of version {}; only version 1 can be read.", file.version));
        }
        let mut rules = vec![];
        for said in file.rules {
            rules.extend(rule(said)?);
        }
        let missing = Code::ALL.iter().find(|code| rules.iter().all(|rule| rule.code != **code));
        match missing {
            Some(code) => Err(format!("The rule {code} is missing.")),
            None => Ok(Self { rules, misconceptions: file.misconceptions, sources: file.sources }),
        }
    }

    /// All of them, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// One of them.
    pub fn get(&self, code: Code) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.code == code)
    }
}

/// `None` for a rule that is not yet played.
fn rule(said: Said) -> Result<Option<Rule>, String> {
    if Code::NOT_YET_PLAYED.contains(&said.code.as_str()) {
        return Ok(None);
    }
    let code = known(&said.code)?.ok_or_else(|| format!("There is no rule {}.", said.code))?;
    let mirror = said.mirror.as_deref().map(known).transpose()?.flatten();
    let yields = said.yields.iter().map(|letters| known(letters)).collect::<Result<Vec<_>, _>>()?;
    Ok(Some(Rule { code, yields: yields.into_iter().flatten().collect(), mirror, said }))
}

fn known(letters: &str) -> Result<Option<Code>, String> {
    match Code::read(letters) {
        None if !Code::NOT_YET_PLAYED.contains(&letters) => Err(format!("There is no rule {letters}.")),
        code => Ok(code),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::grading::tests::rules;

    #[test]
    fn each_rule_of_the_file_has_a_function_or_is_named_as_not_yet_played() {
        let text = include_str!("../../../../public/content/grading/rules.json");
        let file: File = serde_json::from_str(text).unwrap();
        assert_eq!(file.rules.len(), Code::ALL.len() + Code::NOT_YET_PLAYED.len());
        assert_eq!(rules().iter().count(), Code::ALL.len());
    }

    #[test]
    fn an_unknown_rule_is_refused_by_name() {
        let text = include_str!("../../../../public/content/grading/rules.json").replace("SD-PATTERN", "SD-PATTERNS");
        assert_eq!(Rules::read(&text).unwrap_err(), "There is no rule SD-PATTERNS.");
    }

    #[test]
    fn a_missing_rule_is_refused_by_name() {
        let text = r#"{"version": 1, "sources": {}, "misconceptions": {}, "rules": []}"#;
        assert_eq!(Rules::read(text).unwrap_err(), "The rule SD-ACTED-UNASKED is missing.");
    }
}
