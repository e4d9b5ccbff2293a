//! `comparison.json`.

use serde::Deserialize;

use super::{Versioned, code, edition_list, file, ids, provenance, unlike};
use crate::knowledge::comparison::{Answer, Comparison, Group, Moment, Row, Side, Statement, Subject};
use crate::knowledge::ids::{ConceptId, RowId, StatementId};
use crate::knowledge::unreadable::Unreadable;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    rows: Vec<StoredRow>,
    drill: Vec<StoredStatement>,
    history: Vec<StoredMoment>,
}

impl Versioned for File {
    fn version(&self) -> u32 {
        self.version
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredRow {
    id: String,
    name: String,
    group: String,
    question: String,
    itsm: StoredSide,
    itil: StoredSide,
    careful: String,
    concepts: Vec<String>,
    #[serde(default)]
    edition: Vec<String>,
    source: String,
    confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredSide {
    text: String,
    example: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredStatement {
    id: String,
    statement: String,
    answer: String,
    why: String,
    row: String,
    #[serde(default)]
    edition: Vec<String>,
    source: String,
    confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredMoment {
    year: i32,
    about: String,
    title: String,
    text: String,
    source: String,
    confidence: String,
}

/// The comparison of the file.
pub(in crate::knowledge) fn read(text: &str) -> Result<Comparison, Unreadable> {
    let file = file::<File>(text)?;
    unlike(file.rows.iter().map(|stored| stored.id.as_str()))?;
    unlike(file.drill.iter().map(|stored| stored.id.as_str()))?;
    Ok(Comparison {
        rows: file.rows.into_iter().map(row).collect::<Result<_, _>>()?,
        drill: file.drill.into_iter().map(statement).collect::<Result<_, _>>()?,
        history: file.history.into_iter().map(moment).collect::<Result<_, _>>()?,
    })
}

fn row(stored: StoredRow) -> Result<Row, Unreadable> {
    let item = stored.id.as_str();
    Ok(Row {
        group: code(item, "group", &stored.group, Group::from_code)?,
        editions: edition_list(item, &stored.edition)?,
        provenance: provenance(item, &stored.source, &stored.confidence)?,
        id: RowId::new(stored.id),
        name: stored.name,
        question: stored.question,
        itsm: side(stored.itsm),
        itil: side(stored.itil),
        careful: stored.careful,
        concepts: ids(stored.concepts, ConceptId::new),
    })
}

fn side(stored: StoredSide) -> Side {
    Side { text: stored.text, example: stored.example }
}

fn statement(stored: StoredStatement) -> Result<Statement, Unreadable> {
    let item = stored.id.as_str();
    Ok(Statement {
        answer: code(item, "answer", &stored.answer, Answer::from_code)?,
        editions: edition_list(item, &stored.edition)?,
        provenance: provenance(item, &stored.source, &stored.confidence)?,
        id: StatementId::new(stored.id),
        statement: stored.statement,
        why: stored.why,
        row: RowId::new(stored.row),
    })
}

fn moment(stored: StoredMoment) -> Result<Moment, Unreadable> {
    let item = stored.title.as_str();
    Ok(Moment {
        year: stored.year,
        about: code(item, "about", &stored.about, Subject::from_code)?,
        provenance: provenance(item, &stored.source, &stored.confidence)?,
        title: stored.title,
        text: stored.text,
    })
}
