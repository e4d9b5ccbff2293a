//! What a form's answers come to: which of them count, whether a condition holds on them, what they add to the price.

use crate::catalogue::form::{Answer, Answers, CONDITION_DEPTH, Condition, Field, FieldKind, Form};
use crate::catalogue::ids::{ChoiceKey, FieldKey};
use crate::catalogue::money::Surcharge;

/// Whether a condition holds on the answers. One that is nested deeper than any editor writes does not.
pub(crate) fn holds(condition: &Condition, answers: &Answers) -> bool {
    holds_at(condition, answers, 0)
}

fn holds_at(condition: &Condition, answers: &Answers, depth: usize) -> bool {
    if depth > CONDITION_DEPTH {
        return false;
    }
    let number = |field: &FieldKey| match answers.get(field) {
        Some(Answer::Number(number)) => Some(*number),
        _ => None,
    };
    match condition {
        Condition::Answered(field) => answers.get(field).is_some_and(says_something),
        Condition::Chosen(field, choice) => answers.get(field).is_some_and(|answer| chose(answer, *choice)),
        Condition::AtLeast(field, least) => number(field).is_some_and(|number| number >= *least),
        Condition::AtMost(field, most) => number(field).is_some_and(|number| number <= *most),
        Condition::Says(field, words) => answers.get(field).is_some_and(|answer| says(answer, words)),
        Condition::Not(inner) => !holds_at(inner, answers, depth + 1),
        Condition::All(all) => all.iter().all(|one| holds_at(one, answers, depth + 1)),
        Condition::Any(any) => any.iter().any(|one| holds_at(one, answers, depth + 1)),
    }
}

fn says_something(answer: &Answer) -> bool {
    match answer {
        Answer::Text(text) | Answer::Person(text) | Answer::Item(text) => !text.trim().is_empty(),
        Answer::Choices(chosen) => !chosen.is_empty(),
        Answer::Number(_) | Answer::Choice(_) | Answer::Date(_) => true,
    }
}

fn chose(answer: &Answer, choice: ChoiceKey) -> bool {
    match answer {
        Answer::Choice(chosen) => *chosen == choice,
        Answer::Choices(chosen) => chosen.contains(&choice),
        _ => false,
    }
}

fn says(answer: &Answer, words: &str) -> bool {
    match answer {
        Answer::Text(text) | Answer::Person(text) | Answer::Item(text) => {
            text.trim().to_lowercase() == words.trim().to_lowercase()
        }
        _ => false,
    }
}

/// The fields that are asked, in the order of the form, with the answers that count. What is hidden by an earlier answer
/// is not asked, whatever it still holds.
fn walk<'a>(form: &'a Form, answers: &Answers) -> (Vec<&'a Field>, Answers) {
    let (mut shown, mut counted) = (Vec::new(), Answers::new());
    for section in &form.sections {
        if section.show_if.as_ref().is_some_and(|condition| !holds(condition, &counted)) {
            continue;
        }
        for field in &section.fields {
            if field.show_if.as_ref().is_some_and(|condition| !holds(condition, &counted)) {
                continue;
            }
            shown.push(field);
            if let Some(answer) = answers.get(&field.key).filter(|answer| says_something(answer)) {
                counted.insert(field.key, answer.clone());
            }
        }
    }
    (shown, counted)
}

/// The fields that are asked.
pub(crate) fn shown<'a>(form: &'a Form, answers: &Answers) -> Vec<&'a Field> {
    walk(form, answers).0
}

/// The answers that count.
pub(crate) fn counted(form: &Form, answers: &Answers) -> Answers {
    walk(form, answers).1
}

/// What the answers add to the price of one, or take from it.
pub(crate) fn surcharge(form: &Form, answers: &Answers) -> Surcharge {
    let counted = counted(form, answers);
    let of_field = |field: &Field| {
        let answer = counted.get(&field.key)?;
        Some(match (&field.kind, answer) {
            (FieldKind::Number { each, .. }, Answer::Number(number)) => each.saturating_mul(*number),
            (kind, answer) => {
                let chosen = kind.choices().iter().filter(|choice| chose(answer, choice.key));
                chosen.fold(0, |sum: Surcharge, choice| sum.saturating_add(choice.price))
            }
        })
    };
    form.fields().filter_map(of_field).fold(0, Surcharge::saturating_add)
}

/// What the form is filled with at first.
pub(crate) fn fill(form: &Form) -> Answers {
    form.fields().filter_map(|field| Some((field.key, field.default.clone()?))).collect()
}
