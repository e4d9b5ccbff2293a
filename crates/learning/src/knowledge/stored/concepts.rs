//! `concepts-*.json`.

use serde::Deserialize;

use super::{ByEdition, Known, Versioned, code, editions, file, ids, unlike};
use crate::knowledge::concept::{Concept, Confusion, Named, Section};
use crate::knowledge::do_it::DoIt;
use crate::knowledge::ids::{ConceptId, TermId};
use crate::knowledge::kind::Kind;
use crate::knowledge::unreadable::Unreadable;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    concepts: Vec<Stored>,
}

impl Versioned for File {
    fn version(&self) -> u32 {
        self.version
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Stored {
    id: String,
    kind: String,
    name: String,
    #[serde(rename = "in")]
    within: ByEdition<Known>,
    part_of: Vec<String>,
    short: String,
    purpose: String,
    sections: Vec<StoredSection>,
    #[serde(default)]
    inputs: Vec<String>,
    #[serde(default)]
    outputs: Vec<String>,
    #[serde(default)]
    roles: Vec<(String, String)>,
    #[serde(default)]
    measures: Vec<(String, String)>,
    terms: Vec<String>,
    confused: Vec<(String, String)>,
    became: Vec<String>,
    leads_to: Vec<String>,
    do_it: Vec<String>,
    example: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredSection {
    title: String,
    text: String,
}

/// The concepts of a file.
pub(in crate::knowledge) fn read(text: &str) -> Result<Vec<Concept>, Unreadable> {
    let file = file::<File>(text)?;
    unlike(file.concepts.iter().map(|stored| stored.id.as_str()))?;
    file.concepts.into_iter().map(concept).collect()
}

fn concept(stored: Stored) -> Result<Concept, Unreadable> {
    let item = stored.id.as_str();
    let kind = code(item, "kind", &stored.kind, Kind::from_code)?;
    let do_it = stored.do_it.iter().map(|one| code(item, "doIt", one, DoIt::from_code)).collect::<Result<_, _>>()?;
    let editions = editions(item, stored.within)?;
    Ok(Concept {
        kind,
        editions,
        do_it,
        id: ConceptId::new(stored.id),
        name: stored.name,
        part_of: ids(stored.part_of, ConceptId::new),
        short: stored.short,
        purpose: stored.purpose,
        sections: stored.sections.into_iter().map(|one| Section { title: one.title, text: one.text }).collect(),
        inputs: stored.inputs,
        outputs: stored.outputs,
        roles: stored.roles.into_iter().map(named).collect(),
        measures: stored.measures.into_iter().map(named).collect(),
        terms: ids(stored.terms, TermId::new),
        confused: stored
            .confused
            .into_iter()
            .map(|(with, tell)| Confusion { with: ConceptId::new(with), tell })
            .collect(),
        became: ids(stored.became, ConceptId::new),
        leads_to: ids(stored.leads_to, ConceptId::new),
        example: stored.example,
    })
}

fn named((name, text): (String, String)) -> Named {
    Named { name, text }
}
