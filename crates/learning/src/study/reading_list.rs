//! What somebody read, marked and noted, as a text to take along.

use chrono::NaiveDate;

use super::Study;
use crate::edition::Edition;
use crate::knowledge::{Concept, ConceptId, Knowledge};

/// The list in Markdown, which is readable as it stands. What is no longer taught is named by its id.
pub fn reading_list(study: &Study, knowledge: &Knowledge, edition: Edition, on: NaiveDate) -> String {
    let read = knowledge.of_edition(edition).filter(|concept| study.has_read(concept.id.as_str())).count();
    let all = knowledge.of_edition(edition).count();
    let mut text = format!("# My reading\n\n{on} · {}: {read} of {all} pages read\n", edition.name());
    section(&mut text, "Bookmarks", study.marked().map(|id| line(knowledge, id)).collect());
    section(&mut text, "Notes", study.notes().map(|(id, note)| noted(knowledge, id, note)).collect());
    section(&mut text, "Read", study.read().map(|id| line(knowledge, id)).collect());
    text
}

/// A heading with what stands under it; nothing where nothing does.
fn section(text: &mut String, title: &str, items: Vec<String>) {
    if !items.is_empty() {
        *text += &format!("\n## {title}\n\n{}", items.concat());
    }
}

fn line(knowledge: &Knowledge, id: &ConceptId) -> String {
    format!("- {}\n", named(knowledge, id))
}

/// A note, quoted line by line: whatever it says, it cannot be taken for a heading of ours.
fn noted(knowledge: &Knowledge, id: &ConceptId, note: &str) -> String {
    let quoted: String = note.lines().map(|line| format!("> {line}\n")).collect();
    format!("### {}\n\n{quoted}\n", named(knowledge, id))
}

/// A concept with what sort of thing it is and whose words it is told in.
fn named(knowledge: &Knowledge, id: &ConceptId) -> String {
    knowledge.concept(id.as_str()).map_or_else(|| id.to_string(), told)
}

fn told(concept: &Concept) -> String {
    let editions: Vec<&str> = concept.editions.iter().map(|(edition, _)| edition.name()).collect();
    format!("{} ({}; {})", concept.name, concept.kind.word(), editions.join(", "))
}
