//! `glossary.json`.

use serde::Deserialize;

use super::{ByEdition, Known, Versioned, editions, file, ids, unlike};
use crate::knowledge::ids::{ConceptId, MisconceptionId, TermId};
use crate::knowledge::misconception::Misconception;
use crate::knowledge::term::Term;
use crate::knowledge::unreadable::Unreadable;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    terms: Vec<StoredTerm>,
    misconceptions: Vec<StoredMisconception>,
}

impl Versioned for File {
    fn version(&self) -> u32 {
        self.version
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredTerm {
    id: String,
    name: String,
    also: Vec<String>,
    #[serde(rename = "in")]
    within: ByEdition<Known>,
    means: ByEdition<String>,
    see: Vec<String>,
    concept: String,
    example: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredMisconception {
    id: String,
    pair: Vec<String>,
    believed: String,
    really: String,
    tell: String,
    #[serde(rename = "in")]
    within: ByEdition<Known>,
}

/// The terms and misconceptions of the file.
pub(in crate::knowledge) fn read(text: &str) -> Result<(Vec<Term>, Vec<Misconception>), Unreadable> {
    let file = file::<File>(text)?;
    unlike(file.terms.iter().map(|stored| stored.id.as_str()))?;
    unlike(file.misconceptions.iter().map(|stored| stored.id.as_str()))?;
    let terms = file.terms.into_iter().map(term).collect::<Result<_, _>>()?;
    let misconceptions = file.misconceptions.into_iter().map(misconception).collect::<Result<_, _>>()?;
    Ok((terms, misconceptions))
}

fn term(stored: StoredTerm) -> Result<Term, Unreadable> {
    let editions = editions(&stored.id, stored.within)?;
    let means = stored.means.values(&stored.id, "meaning")?;
    // An edition without a meaning of its own keeps an older one, so the oldest has to have one.
    if editions.iter().any(|(edition, _)| means.up_to(edition).is_none()) {
        return Err(Unreadable::Missing { item: stored.id, field: "meaning" });
    }
    Ok(Term {
        editions,
        means,
        id: TermId::new(stored.id),
        name: stored.name,
        also: stored.also,
        see: ids(stored.see, TermId::new),
        concept: ConceptId::new(stored.concept),
        example: stored.example,
    })
}

fn misconception(stored: StoredMisconception) -> Result<Misconception, Unreadable> {
    if stored.pair.is_empty() {
        return Err(Unreadable::Missing { item: stored.id, field: "pair" });
    }
    Ok(Misconception {
        editions: editions(&stored.id, stored.within)?,
        id: MisconceptionId::new(stored.id),
        pair: ids(stored.pair, TermId::new),
        believed: stored.believed,
        really: stored.really,
        tell: stored.tell,
    })
}
