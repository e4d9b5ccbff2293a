//! What the answers add up to: a dossier by chapters, and a few words for a gate of the portfolio.

use super::decision::Kind;
use super::plan::{Artefact, Plan};
use super::walked::Walk;

/// The most letters that are written at a gate: a reader there wants a paragraph or two, and the rest stands in the dossier.
pub const MOST_GATE_LETTERS: usize = 1_000;

/// A chapter of the dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The document it is: `business case`.
    pub artefact: String,
    /// The stage it was written in.
    pub stage: String,
    /// What it tells.
    pub opens: String,
    /// What was decided, each as question, answer in words, and id of the decision.
    pub lines: Vec<(String, String, String)>,
}

impl Plan {
    /// The dossier of a walk: a chapter for each document that has an answer, in the order of the file.
    pub fn dossier(&self, walk: &Walk) -> Vec<Chapter> {
        let chapters = self.dossier.iter().map(|artefact| Chapter {
            artefact: artefact.artefact.clone(),
            stage: artefact.stage.clone(),
            opens: artefact.opens.clone(),
            lines: self.lines(artefact, walk),
        });
        chapters.filter(|chapter| !chapter.lines.is_empty()).collect()
    }

    /// What to write at a gate of the portfolio: the answers of its documents, a line each, cut at a word after
    /// [`MOST_GATE_LETTERS`]. Records are left out: they stand in the workspace. Empty if nothing is decided yet.
    pub fn gate_words(&self, gate: &str, walk: &Walk) -> String {
        let shown = self.dossier.iter().filter(|artefact| artefact.gates.iter().any(|one| one == gate));
        let lines = shown.flat_map(|artefact| self.lines(artefact, walk));
        let is_told = |id: &str| self.decision(id).is_some_and(|one| !matches!(one.kind, Kind::Record(_)));
        let told = lines.filter(|(_, _, id)| is_told(id));
        let lines: Vec<String> = told.map(|(question, words, _)| format!("{question} {words}")).collect();
        shortened(&lines.join("\n"), MOST_GATE_LETTERS)
    }

    fn lines(&self, artefact: &Artefact, walk: &Walk) -> Vec<(String, String, String)> {
        let decisions = self.decisions().filter(|decision| decision.artefact == artefact.artefact);
        let lines = decisions.filter_map(|decision| {
            let words = walk.answer(&decision.id)?.words(self, decision);
            Some((decision.question.clone(), words, decision.id.clone()))
        });
        lines.collect()
    }
}

/// A text of at most so many letters: cut after a word, with an ellipsis that counts, too.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    // A text cut exactly at the end of a word keeps that word.
    let ends_with_a_word = text.chars().nth(most.saturating_sub(1)).is_some_and(char::is_whitespace);
    let end = if ends_with_a_word { None } else { kept.rfind(char::is_whitespace) };
    let kept = end.and_then(|end| kept.get(..end)).unwrap_or(&kept);
    format!("{}…", kept.trim_end_matches(|letter: char| letter.is_whitespace() || ",;:".contains(letter)))
}
