//! Finding one incident from a few letters: the best first. A query leaves everything that matches, in the order asked
//! for; this puts on top what was most likely meant.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use itsm::incident::State;
use itsm::problem::Problem;
use itsm::{Card, IncidentId, ProblemId};

use crate::Workspace;
use crate::query::{self, Query, Sort, SortKey};
use crate::title::title;

/// Of more matches than this only the most recently changed are compared: nobody means the 2,001st.
const COMPARED: usize = 2_000;

/// Why an incident was found, the best reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// It has this very number.
    Number,
    /// Its number ends so.
    EndOfNumber,
    /// Its title begins so.
    StartOfTitle,
    /// A word of its title begins with each of the words.
    Title,
    /// The words stand elsewhere: in names, in the conversation, in what another tool kept.
    Text,
}

/// An incident that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which one.
    pub id: IncidentId,
    /// Its number, as people call it.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub state: State,
    /// Why it was found.
    pub by: Match,
}

/// The incidents that somebody may mean by these words, at most `most`: better matches first, then open ones, then
/// those that changed last. None for no words.
pub fn find(workspace: &Workspace, words: &str, now: DateTime<Utc>, most: usize) -> Vec<Found> {
    let words = words.trim().to_lowercase();
    if words.is_empty() {
        return vec![];
    }
    let sort = Sort { key: SortKey::Changed, descending: true };
    let query = Query { sort: vec![sort], ..Query::of_words(&words) };
    let ids = query::run(workspace, &query, now);
    // The very number is among them, however old it is.
    let is_digits = words.bytes().all(|byte| byte.is_ascii_digit());
    let exact = workspace.desk().find_incident(&if is_digits { "INC".to_owned() + &words } else { words.clone() });
    let others = ids.into_iter().filter(|id| Some(*id) != exact).take(COMPARED);
    let mut found: Vec<Found> =
        exact.into_iter().chain(others).filter_map(|id| describe(workspace, id, &words, exact)).collect();
    // Stable: what is equally good keeps its order, the last change first.
    found.sort_by_key(|found| (found.by, !found.state.is_open()));
    found.truncate(most);
    found
}

fn describe(workspace: &Workspace, id: IncidentId, words: &str, exact: Option<IncidentId>) -> Option<Found> {
    let incident = workspace.desk().incident(id).ok()?;
    let number = workspace.desk().incident_number(id);
    let title = title(workspace, id);
    let by = if exact == Some(id) { Match::Number } else { how_well(&number, &title, words) };
    Some(Found { id, number, title, state: incident.state, by })
}

fn how_well(number: &str, title: &str, words: &str) -> Match {
    let title = title.to_lowercase();
    let begins = |word: &str| title.split(|letter: char| !letter.is_alphanumeric()).any(|part| part.starts_with(word));
    if words.bytes().any(|byte| byte.is_ascii_digit()) && number.to_lowercase().ends_with(words) {
        Match::EndOfNumber
    } else if title.starts_with(words) {
        Match::StartOfTitle
    } else if words.split_whitespace().all(begins) {
        Match::Title
    } else {
        Match::Text
    }
}

/// A problem that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundProblem {
    /// Which one.
    pub id: ProblemId,
    /// Its number, as people call it.
    pub number: String,
    /// What it is called.
    pub summary: String,
    /// Where it stands ("Known error", or its state).
    pub standing: &'static str,
    /// Why it was found.
    pub by: Match,
}

/// The problems that somebody may mean by these words, at most `most`: better matches first, then open ones, then
/// those that changed last. Symptoms, causes, workarounds and error codes are looked through, too. None for no words.
pub fn find_problems(workspace: &Workspace, words: &str, most: usize) -> Vec<FoundProblem> {
    let words = words.trim().to_lowercase();
    if words.is_empty() {
        return vec![];
    }
    let desk = workspace.desk();
    let is_digits = words.bytes().all(|byte| byte.is_ascii_digit());
    let exact = desk.find_problem(&if is_digits { "PRB".to_owned() + &words } else { words.clone() });
    let mut found: Vec<(&Problem, Match)> = desk
        .problems()
        .filter_map(|problem| {
            let number = desk.problem_number(problem.id);
            let by =
                if exact == Some(problem.id) { Match::Number } else { how_well(&number, &problem.summary, &words) };
            (by != Match::Text || says(problem, &words)).then_some((problem, by))
        })
        .collect();
    found.sort_by_key(|(problem, by)| (*by, !problem.state.is_open(), Reverse(problem.changed_at)));
    let described = |(problem, by): (&Problem, Match)| FoundProblem {
        id: problem.id,
        number: desk.problem_number(problem.id),
        summary: problem.summary.to_string(),
        standing: if problem.is_known_error() { "Known error" } else { problem.state.word() },
        by,
    };
    found.into_iter().take(most).map(described).collect()
}

/// Whether all words stand somewhere in what is known of a problem.
fn says(problem: &Problem, words: &str) -> bool {
    let analysis = &problem.analysis;
    let texts = [
        &problem.summary,
        &problem.description,
        &analysis.symptom,
        &analysis.cause,
        &analysis.workaround,
        &analysis.error_code,
    ];
    let text = texts.map(|text| text.to_lowercase()).join("\n");
    words.split_whitespace().all(|word| text.contains(word))
}

/// The records of the other practices that somebody may mean by these words, at most `most`: better matches first,
/// then open ones, then the latest. None for no words.
pub fn find_records(workspace: &Workspace, words: &str, most: usize) -> Vec<Card> {
    let words = words.trim().to_lowercase();
    if words.is_empty() {
        return vec![];
    }
    let how = |card: Card| {
        let by = if card.number.to_lowercase() == words {
            Match::Number
        } else {
            how_well(&card.number, &card.title, &words)
        };
        (by != Match::Text).then_some((by, card))
    };
    let mut found: Vec<(Match, Card)> = workspace.desk().practice_cards().filter_map(how).collect();
    found.sort_by_key(|(by, card)| (*by, !card.is_open, Reverse(card.id)));
    found.into_iter().take(most).map(|(_, card)| card).collect()
}
