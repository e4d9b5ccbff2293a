//! The stored form of what was done, version 1: one object for each, told apart by its `did`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

mod walked;

use self::walked::StoredStep;
use super::Did;
use crate::advisor::Answers;
use crate::knowledge::{ConceptId, QuestionId, SituationId, StatementId};
use crate::maturity::{Answer, Answered, Assessment};

#[derive(Serialize, Deserialize)]
#[serde(tag = "did", rename_all = "kebab-case", deny_unknown_fields)]
enum Stored {
    Read { concept: String, on: bool },
    Marked { concept: String, on: bool },
    Noted { concept: String, text: String },
    Told { statement: String, right: bool },
    Chose { situation: String, choice: u8 },
    Advised { on: String, answers: BTreeMap<String, BTreeSet<String>> },
    Assessed { on: String, answers: BTreeMap<String, Said> },
    Checked { service: String, answers: BTreeMap<String, bool> },
    Drew { stream: u32, text: String },
    Walked { walk: u32, step: StoredStep },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    answer: Word,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    evidence: String,
    /// The day of the answer, where it is another one than the assessment's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<String>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Word {
    Yes,
    Partly,
    No,
    Unknown,
}

/// What is stored of it.
pub fn store(did: &Did) -> Value {
    serde_json::to_value(stored(did)).unwrap_or_default()
}

/// What was done, from what is stored; `None` of what this version does not know.
pub fn read(value: Value) -> Option<Did> {
    serde_json::from_value::<Stored>(value).ok().and_then(did)
}

fn stored(did: &Did) -> Stored {
    let text = |text: &str| text.to_owned();
    match did {
        Did::Read { concept, on } => Stored::Read { concept: text(concept.as_str()), on: *on },
        Did::Marked { concept, on } => Stored::Marked { concept: text(concept.as_str()), on: *on },
        Did::Noted { concept, text: note } => Stored::Noted { concept: text(concept.as_str()), text: note.clone() },
        Did::Told { statement, right } => Stored::Told { statement: text(statement.as_str()), right: *right },
        Did::Chose { situation, choice } => Stored::Chose { situation: text(situation.as_str()), choice: *choice },
        Did::Advised { on, answers } => {
            let answers = answers.iter().map(|(question, given)| (text(question), given.clone())).collect();
            Stored::Advised { on: on.to_string(), answers }
        }
        Did::Assessed(assessment) => {
            let said = assessment.iter().map(|(statement, answered)| {
                let on = (answered.on != assessment.on).then(|| answered.on.to_string());
                (text(statement), Said { answer: word(answered.answer), evidence: answered.evidence.clone(), on })
            });
            Stored::Assessed { on: assessment.on.to_string(), answers: said.collect() }
        }
        Did::Checked { service, answers } => {
            let answers = answers.iter().map(|(question, yes)| (text(question.as_str()), *yes)).collect();
            Stored::Checked { service: service.clone(), answers }
        }
        Did::Drew { stream, text: drawn } => Stored::Drew { stream: *stream, text: drawn.clone() },
        Did::Walked { walk, step } => Stored::Walked { walk: *walk, step: StoredStep::of(step) },
    }
}

fn did(stored: Stored) -> Option<Did> {
    Some(match stored {
        Stored::Read { concept, on } => Did::Read { concept: ConceptId::new(concept), on },
        Stored::Marked { concept, on } => Did::Marked { concept: ConceptId::new(concept), on },
        Stored::Noted { concept, text } => Did::Noted { concept: ConceptId::new(concept), text },
        Stored::Told { statement, right } => Did::Told { statement: StatementId::new(statement), right },
        Stored::Chose { situation, choice } => Did::Chose { situation: SituationId::new(situation), choice },
        Stored::Advised { on, answers: given } => {
            let mut answers = Answers::new();
            for (question, given) in &given {
                match given.is_empty() {
                    true => answers.skip(question),
                    false => answers.give(question, given.iter().map(String::as_str)),
                }
            }
            Did::Advised { on: on.parse().ok()?, answers }
        }
        Stored::Assessed { on, answers } => {
            let mut assessment = Assessment::new(on.parse().ok()?);
            for (statement, said) in answers {
                let on = said.on.map_or(Ok(assessment.on), |on| on.parse()).ok()?;
                assessment.carry(&statement, Answered { on, answer: answer(said.answer), evidence: said.evidence });
            }
            Did::Assessed(assessment)
        }
        Stored::Checked { service, answers } => {
            let answers = answers.into_iter().map(|(question, yes)| (QuestionId::new(question), yes)).collect();
            Did::Checked { service, answers }
        }
        Stored::Drew { stream, text } => Did::Drew { stream, text },
        Stored::Walked { walk, step } => Did::Walked { walk, step: step.step()? },
    })
}

fn word(answer: Answer) -> Word {
    match answer {
        Answer::Met => Word::Yes,
        Answer::Partly => Word::Partly,
        Answer::NotMet => Word::No,
        Answer::Unknown => Word::Unknown,
    }
}

fn answer(word: Word) -> Answer {
    match word {
        Word::Yes => Answer::Met,
        Word::Partly => Answer::Partly,
        Word::No => Answer::NotMet,
        Word::Unknown => Answer::Unknown,
    }
}
