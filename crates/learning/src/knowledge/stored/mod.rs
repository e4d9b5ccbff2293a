//! The stored form: what the files look like. Nothing in `knowledge` outside this folder knows serde; what all files
//! have in common serves those of other rooms, too.
//!
//! Every file is an object with a `version`. A field that is not known makes a file unreadable, so that a misspelt one
//! is noticed and not lost.

pub(super) mod comparison;
pub(super) mod concepts;
pub(super) mod dimensions;
pub(super) mod glossary;
pub(super) mod principles;

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::across::Across;
use super::provenance::{Provenance, Source};
use super::unreadable::Unreadable;
use crate::edition::{Confidence, Edition};

/// The version of the form that is understood.
const VERSION: u32 = 1;

/// A file as a whole.
pub(crate) trait Versioned: DeserializeOwned {
    fn version(&self) -> u32;
}

/// What every version has.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

/// Reads a file. One of another version is called that, whatever else may be in it.
pub(crate) fn file<F: Versioned>(text: &str) -> Result<F, Unreadable> {
    let other = |found: u32| Unreadable::Version { found, known: VERSION };
    match serde_json::from_str::<F>(text) {
        Ok(file) if file.version() == VERSION => Ok(file),
        Ok(file) => Err(other(file.version())),
        Err(error) => match serde_json::from_str::<Head>(text) {
            Ok(head) if head.version != VERSION => Err(other(head.version)),
            _ => Err(damaged(&error)),
        },
    }
}

fn damaged(error: &serde_json::Error) -> Unreadable {
    let said = error.to_string();
    let because = said.split(" at line ").next().unwrap_or_default().to_owned();
    Unreadable::Damaged { line: error.line(), column: error.column(), because }
}

/// A value for each edition, under the editions' codes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ByEdition<T> {
    v3: Option<T>,
    #[serde(rename = "4")]
    v4: Option<T>,
    #[serde(rename = "5")]
    v5: Option<T>,
}

impl<T> ByEdition<T> {
    /// The values; there has to be one.
    fn values(self, item: &str, field: &'static str) -> Result<Across<T>, Unreadable> {
        let values = Across { v3: self.v3, v4: self.v4, v5: self.v5 };
        match values.oldest() {
            Some(_) => Ok(values),
            None => Err(Unreadable::Missing { item: item.to_owned(), field }),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    source: String,
    confidence: String,
}

impl Known {
    fn provenance(&self, item: &str) -> Result<Provenance, Unreadable> {
        provenance(item, &self.source, &self.confidence)
    }
}

/// The editions an item exists in.
fn editions(item: &str, stored: ByEdition<Known>) -> Result<Across<Provenance>, Unreadable> {
    stored.values(item, "edition")?.try_map(|known| known.provenance(item))
}

pub(crate) fn provenance(item: &str, source: &str, confidence: &str) -> Result<Provenance, Unreadable> {
    Ok(Provenance {
        source: code(item, "source", source, Source::from_code)?,
        confidence: code(item, "confidence", confidence, |code| match code {
            "settled" => Some(Confidence::Settled),
            "reported" => Some(Confidence::Reported),
            _ => None,
        })?,
    })
}

/// The editions an item speaks of, where one source stands for all of them.
pub(crate) fn edition_list(item: &str, codes: &[String]) -> Result<Vec<Edition>, Unreadable> {
    codes.iter().map(|one| code(item, "edition", one, Edition::from_code)).collect()
}

/// A word of a closed list.
pub(crate) fn code<T>(
    item: &str,
    field: &'static str,
    value: &str,
    of: impl Fn(&str) -> Option<T>,
) -> Result<T, Unreadable> {
    of(value).ok_or_else(|| Unreadable::Unknown { item: item.to_owned(), field, value: value.to_owned() })
}

/// That no two have the same id.
pub(crate) fn unlike<'a>(ids: impl Iterator<Item = &'a str>) -> Result<(), Unreadable> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(Unreadable::Twice { item: id.to_owned() });
        }
    }
    Ok(())
}

/// Ids, as the domain has them.
fn ids<T>(stored: Vec<String>, new: impl Fn(String) -> T) -> Vec<T> {
    stored.into_iter().map(new).collect()
}
