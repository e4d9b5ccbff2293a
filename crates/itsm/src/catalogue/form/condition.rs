//! What conditions say of answers, and what they name.

use super::{Answer, Answers, CONDITION_DEPTH, Condition, FieldKind, Form};
use crate::catalogue::ids::{ChoiceKey, FieldKey};

impl Condition {
    /// Whether it holds for these answers. Only those count that are to a question which is asked, with a choice that is
    /// offered ([`prune`](super::prune)).
    pub fn holds(&self, form: &Form, answers: &Answers) -> bool {
        self.is_met(&super::prune(form, answers))
    }

    /// Whether it holds for answers that all count. What is nested deeper than [`CONDITION_DEPTH`] never does.
    pub(super) fn is_met(&self, counting: &Answers) -> bool {
        self.met(counting, CONDITION_DEPTH)
    }

    fn met(&self, answers: &Answers, depth: usize) -> bool {
        let Some(below) = depth.checked_sub(1) else { return false };
        match self {
            Condition::Answered(field) => answers.get(field).is_some_and(Answer::says_something),
            Condition::Chosen(field, choice) => answers.get(field).is_some_and(|answer| answer.names(*choice)),
            Condition::AtLeast(field, least) => {
                matches!(answers.get(field), Some(Answer::Number(number)) if number >= least)
            }
            Condition::AtMost(field, most) => {
                matches!(answers.get(field), Some(Answer::Number(number)) if number <= most)
            }
            Condition::Says(field, words) => {
                let wanted = words.trim().to_lowercase();
                answers.get(field).and_then(Answer::words).is_some_and(|said| said.trim().to_lowercase() == wanted)
            }
            Condition::Not(inner) => below > 0 && !inner.met(answers, below),
            Condition::All(all) => all.iter().all(|one| one.met(answers, below)),
            Condition::Any(any) => any.iter().any(|one| one.met(answers, below)),
        }
    }

    /// The fields it names, each as often as it names it.
    pub fn fields(&self) -> Vec<FieldKey> {
        let (mut named, mut left) = (Vec::new(), vec![self]);
        while let Some(condition) = left.pop() {
            match condition {
                Condition::Answered(field)
                | Condition::Chosen(field, _)
                | Condition::AtLeast(field, _)
                | Condition::AtMost(field, _)
                | Condition::Says(field, _) => named.push(*field),
                Condition::Not(inner) => left.push(inner),
                Condition::All(list) | Condition::Any(list) => left.extend(list),
            }
        }
        named
    }

    /// Whether every field and choice that it names is there, and can be answered with what it asks for.
    pub fn fits(&self, form: &Form) -> bool {
        self.mended(form).as_ref() == Some(self)
    }

    /// The same without what names a field or a choice that is not there, or asks of a field what it cannot be answered
    /// with. `None` if nothing is left to say.
    pub fn mended(&self, form: &Form) -> Option<Condition> {
        self.mend(form, CONDITION_DEPTH)
    }

    fn mend(&self, form: &Form, depth: usize) -> Option<Condition> {
        let below = depth.checked_sub(1)?;
        let kept = |is_kept: bool| is_kept.then(|| self.clone());
        let kind = |field: FieldKey| form.field(field).map(|field| &field.kind);
        let list = |list: &[Condition]| -> Option<Vec<Condition>> {
            let left: Vec<Condition> = list.iter().filter_map(|one| one.mend(form, below)).collect();
            (list.is_empty() || !left.is_empty()).then_some(left)
        };
        match self {
            Condition::Answered(field) => kept(kind(*field).is_some()),
            Condition::Chosen(field, choice) => {
                kept(kind(*field).is_some_and(|kind| kind.choices().iter().any(|one| one.key == *choice)))
            }
            Condition::AtLeast(field, _) | Condition::AtMost(field, _) => {
                kept(matches!(kind(*field), Some(FieldKind::Number { .. })))
            }
            Condition::Says(field, _) => kept(kind(*field).is_some_and(FieldKind::has_words)),
            Condition::Not(inner) => inner.mend(form, below).map(|inner| Condition::Not(Box::new(inner))),
            Condition::All(all) => list(all).map(Condition::All),
            Condition::Any(any) => list(any).map(Condition::Any),
        }
    }
}

impl FieldKind {
    /// Whether it is answered with words.
    pub fn has_words(&self) -> bool {
        matches!(self, FieldKind::Text { .. } | FieldKind::Person | FieldKind::Item | FieldKind::FileName)
    }

    /// Whether an answer is of the kind that this asks for. Whether it is a good one is another question.
    pub fn takes(&self, answer: &Answer) -> bool {
        matches!(
            (self, answer),
            (FieldKind::Text { .. } | FieldKind::FileName, Answer::Text(_))
                | (FieldKind::Number { .. }, Answer::Number(_))
                | (FieldKind::Choice { .. }, Answer::Choice(_))
                | (FieldKind::Choices { .. }, Answer::Choices(_))
                | (FieldKind::Date { .. }, Answer::Date(_))
                | (FieldKind::Person, Answer::Person(_))
                | (FieldKind::Item, Answer::Item(_))
        )
    }
}

impl Answer {
    /// Whether it answers anything: no blank words, and at least one choice.
    pub fn says_something(&self) -> bool {
        match self {
            Answer::Text(words) | Answer::Person(words) | Answer::Item(words) => !words.trim().is_empty(),
            Answer::Choices(choices) => !choices.is_empty(),
            Answer::Number(_) | Answer::Choice(_) | Answer::Date(_) => true,
        }
    }

    /// Its words, if it is made of some.
    pub fn words(&self) -> Option<&str> {
        match self {
            Answer::Text(words) | Answer::Person(words) | Answer::Item(words) => Some(words),
            _ => None,
        }
    }

    /// Whether a choice is the answer, or among it.
    pub fn names(&self, choice: ChoiceKey) -> bool {
        match self {
            Answer::Choice(chosen) => *chosen == choice,
            Answer::Choices(chosen) => chosen.contains(&choice),
            _ => false,
        }
    }
}
