//! `principles.json`.

use serde::Deserialize;

use super::{Versioned, code, edition_list, file, provenance, unlike};
use crate::knowledge::ids::{ConceptId, SituationId};
use crate::knowledge::principles::{Choice, Fit, Situation, Situations};
use crate::knowledge::unreadable::Unreadable;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    situations: Vec<Stored>,
}

impl Versioned for File {
    fn version(&self) -> u32 {
        self.version
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    id: String,
    principle: String,
    situation: String,
    choices: Vec<StoredChoice>,
    note: String,
    edition: Vec<String>,
    source: String,
    confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredChoice {
    text: String,
    consequence: String,
    fit: String,
}

/// The situations of the file.
pub(in crate::knowledge) fn read(text: &str) -> Result<Situations, Unreadable> {
    let file = file::<File>(text)?;
    unlike(file.situations.iter().map(|stored| stored.id.as_str()))?;
    Ok(Situations { all: file.situations.into_iter().map(situation).collect::<Result<_, _>>()? })
}

fn situation(stored: Stored) -> Result<Situation, Unreadable> {
    let item = stored.id.as_str();
    let choices = stored.choices.into_iter().map(|one| choice(item, one)).collect::<Result<Vec<_>, _>>()?;
    if choices.iter().filter(|one| one.fit == Fit::Follows).count() != 1 {
        return Err(Unreadable::Missing { item: stored.id, field: "one choice that follows" });
    }
    Ok(Situation {
        choices,
        editions: edition_list(item, &stored.edition)?,
        provenance: provenance(item, &stored.source, &stored.confidence)?,
        id: SituationId::new(stored.id),
        principle: ConceptId::new(stored.principle),
        situation: stored.situation,
        note: stored.note,
    })
}

fn choice(item: &str, stored: StoredChoice) -> Result<Choice, Unreadable> {
    let fit = code(item, "fit", &stored.fit, Fit::from_code)?;
    Ok(Choice { text: stored.text, consequence: stored.consequence, fit })
}
