//! `dimensions.json`.

use serde::Deserialize;

use super::{Versioned, edition_list, file, ids, provenance, unlike};
use crate::knowledge::dimensions::{Area, Question, ServiceCheck};
use crate::knowledge::ids::{AreaId, ConceptId, QuestionId};
use crate::knowledge::unreadable::Unreadable;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    dimensions: Vec<StoredArea>,
    pestle: Vec<StoredArea>,
}

impl Versioned for File {
    fn version(&self) -> u32 {
        self.version
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredArea {
    id: String,
    name: String,
    about: String,
    questions: Vec<StoredQuestion>,
    edition: Vec<String>,
    source: String,
    confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredQuestion {
    id: String,
    question: String,
    why: String,
    gap: String,
    measure: String,
    practices: Vec<String>,
    edition: Vec<String>,
    source: String,
    confidence: String,
}

/// The questions of the file.
pub(in crate::knowledge) fn read(text: &str) -> Result<ServiceCheck, Unreadable> {
    let file = file::<File>(text)?;
    let areas = || file.dimensions.iter().chain(&file.pestle);
    unlike(areas().map(|stored| stored.id.as_str()))?;
    unlike(areas().flat_map(|stored| &stored.questions).map(|stored| stored.id.as_str()))?;
    Ok(ServiceCheck {
        dimensions: file.dimensions.into_iter().map(area).collect::<Result<_, _>>()?,
        pestle: file.pestle.into_iter().map(area).collect::<Result<_, _>>()?,
    })
}

fn area(stored: StoredArea) -> Result<Area, Unreadable> {
    let item = stored.id.as_str();
    Ok(Area {
        editions: edition_list(item, &stored.edition)?,
        provenance: provenance(item, &stored.source, &stored.confidence)?,
        questions: stored.questions.into_iter().map(question).collect::<Result<_, _>>()?,
        id: AreaId::new(stored.id),
        name: stored.name,
        about: stored.about,
    })
}

fn question(stored: StoredQuestion) -> Result<Question, Unreadable> {
    let item = stored.id.as_str();
    Ok(Question {
        editions: edition_list(item, &stored.edition)?,
        provenance: provenance(item, &stored.source, &stored.confidence)?,
        id: QuestionId::new(stored.id),
        question: stored.question,
        why: stored.why,
        gap: stored.gap,
        measure: stored.measure,
        practices: ids(stored.practices, ConceptId::new),
    })
}
