//! Incidents that tell of the same as one that is being logged: open ones it may duplicate, and solved ones whose
//! solution may help again.
//!
//! Words count by how rare they are here, as whole powers of two, so that the order is the same on every machine: what
//! half of all incidents say tells nothing.

use std::cmp::Reverse;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::IncidentId;
use itsm::incident::Stage;
use memchr::memmem::Finder;

use crate::Workspace;
use crate::title::title;

/// Shorter words are in too many others.
const SHORTEST: usize = 3;
/// Who writes more is not looking for more.
const MOST_WORDS: usize = 12;
/// Words that say nothing about what is wrong.
const EMPTY: [&str; 34] = [
    "and", "are", "but", "can", "cannot", "does", "doesn", "for", "from", "had", "has", "have", "her", "his", "its",
    "not", "now", "our", "she", "since", "some", "that", "the", "their", "there", "they", "this", "too", "was", "when",
    "will", "with", "work", "works",
];

/// An incident that is like what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similar {
    /// Which one.
    pub id: IncidentId,
    /// Its number, as people call it.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// What helped, where it is solved.
    pub solution: Option<Arc<str>>,
}

/// What is like what is typed, the most alike first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likeness {
    /// Still open: perhaps the same failure.
    pub open: Vec<Similar>,
    /// Solved, with a solution.
    pub solved: Vec<Similar>,
}

/// One incident with the words that it shares.
struct Candidate {
    id: IncidentId,
    changed_at: DateTime<Utc>,
    is_open: bool,
    words: u16,
}

/// What is like these words, at most `most` of each. Nothing for words that say too little.
pub fn similar(workspace: &Workspace, text: &str, most: usize) -> Likeness {
    let words = telling_words(text);
    let candidates = candidates(workspace, &words);
    let weights = weights(&words, &candidates, workspace.incident_count());
    let score = |candidate: &Candidate| -> u32 {
        weights
            .iter()
            .enumerate()
            .filter(|(place, _)| candidate.words & (1 << place) != 0)
            .map(|(_, weight)| weight)
            .sum()
    };
    // Half of what was said, and never one common word alone.
    let needed = (weights.iter().sum::<u32>() / 2).max(2);
    let mut ranked: Vec<(u32, Candidate)> = candidates.into_iter().map(|each| (score(&each), each)).collect();
    ranked.retain(|(score, _)| *score >= needed);
    ranked.sort_unstable_by_key(|(score, candidate)| Reverse((*score, candidate.changed_at, candidate.id)));
    let pick = |open: bool| {
        let of_kind = ranked.iter().filter(|(_, candidate)| candidate.is_open == open);
        of_kind.filter_map(|(_, candidate)| describe(workspace, candidate.id)).take(most).collect()
    };
    Likeness { open: pick(true), solved: pick(false) }
}

/// The words of a text that say something about what is wrong, in lower case, each once.
pub(crate) fn telling_words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut words: Vec<String> = vec![];
    for word in lower.split(|letter: char| !letter.is_alphanumeric()) {
        if word.len() >= SHORTEST && !EMPTY.contains(&word) && words.iter().all(|known| known != word) {
            words.push(word.to_owned());
        }
    }
    words.truncate(MOST_WORDS);
    words
}

/// Every open or solved incident that has any of the words.
fn candidates(workspace: &Workspace, words: &[String]) -> Vec<Candidate> {
    if words.is_empty() {
        return vec![];
    }
    let finders: Vec<Finder> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
    let candidate = |line: crate::line::Line| {
        let is_open = line.incident.state.is_open();
        let is_solved = matches!(line.incident.state.stage(), Stage::Resolved | Stage::Closed);
        if !is_open && !is_solved {
            return None;
        }
        let has = |finder: &Finder| finder.find(line.text.as_bytes()).is_some();
        let words = finders.iter().enumerate().filter(|(_, finder)| has(finder)).fold(0, |all, (at, _)| all | 1 << at);
        let incident = line.incident;
        (words != 0).then_some(Candidate { id: incident.id, changed_at: incident.changed_at, is_open, words })
    };
    workspace.lines(true).filter_map(candidate).collect()
}

/// How much each word tells: the whole number of times that all incidents can be halved until only those with the
/// word are left.
fn weights(words: &[String], candidates: &[Candidate], all: usize) -> Vec<u32> {
    let weight = |place: usize| {
        let having = candidates.iter().filter(|candidate| candidate.words & (1 << place) != 0).count();
        all.checked_div(having).and_then(usize::checked_ilog2).unwrap_or(0)
    };
    (0..words.len()).map(weight).collect()
}

fn describe(workspace: &Workspace, id: IncidentId) -> Option<Similar> {
    let incident = workspace.desk().incident(id).ok()?;
    let solution = incident.resolution.as_ref().map(|end| end.solution.clone()).filter(|text| !text.trim().is_empty());
    if solution.is_none() && !incident.state.is_open() {
        return None;
    }
    let number = workspace.desk().incident_number(id);
    Some(Similar { id, number, title: title(workspace, id), solution })
}
