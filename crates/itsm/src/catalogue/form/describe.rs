//! A form in words: the same for the app, the published page and whoever compares two versions.

use std::sync::Arc;

use super::{
    Answer, Answers, CONDITION_DEPTH, Choice, Condition, Field, FieldKind, Form, Section, TextCheck, prune, shown,
};
use crate::catalogue::ids::FieldKey;
use crate::catalogue::money::Surcharge;

/// A section in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedSection {
    /// Its heading; may be empty.
    pub title: Arc<str>,
    /// What is to be known before answering.
    pub help: Arc<str>,
    /// When it is asked ("Asked only if “Device” is “Laptop”."); `None` if it always is.
    pub only_if: Option<String>,
    /// Its questions, in order.
    pub questions: Vec<DescribedQuestion>,
}

/// A question in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedQuestion {
    /// Which one.
    pub key: FieldKey,
    /// The question.
    pub label: Arc<str>,
    /// What helps to answer.
    pub help: Arc<str>,
    /// What is answered with ("A whole number from 1 to 64, in GB").
    pub kind: String,
    /// Whether an order needs an answer, where the question is asked.
    pub required: bool,
    /// When it is asked; `None` if it always is.
    pub only_if: Option<String>,
    /// What can be chosen; empty where nothing is chosen from.
    pub choices: Vec<DescribedChoice>,
    /// What each one of a number adds to the price, in hundredths of the currency.
    pub each: Surcharge,
    /// What it is answered with at first, in words; `None` for nothing.
    pub default: Option<String>,
}

/// A choice in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedChoice {
    /// As it is shown.
    pub label: Arc<str>,
    /// What it adds to the price, in hundredths of the currency.
    pub price: Surcharge,
    /// When it is offered; `None` if it always is.
    pub only_if: Option<String>,
}

/// All that a form may ask, in words.
pub fn describe(form: &Form) -> Vec<DescribedSection> {
    let only_if = |condition: &Option<Condition>, word: &str| {
        condition.as_ref().map(|condition| [word, " only if ", &condition_words(form, condition), "."].concat())
    };
    let choice = |choice: &Choice| DescribedChoice {
        label: choice.label.clone(),
        price: choice.price,
        only_if: only_if(&choice.show_if, "Offered"),
    };
    let question = |field: &Field| DescribedQuestion {
        key: field.key,
        label: field.label.clone(),
        help: field.help.clone(),
        kind: kind_words(&field.kind),
        required: field.required,
        only_if: only_if(&field.show_if, "Asked"),
        choices: field.kind.choices().iter().map(choice).collect(),
        each: if let FieldKind::Number { each, .. } = field.kind { each } else { 0 },
        default: field.default.as_ref().filter(|default| field.kind.takes(default)).map(|one| answer_words(field, one)),
    };
    let section = |section: &Section| DescribedSection {
        title: section.title.clone(),
        help: section.help.clone(),
        only_if: only_if(&section.show_if, "Asked"),
        questions: section.fields.iter().map(question).collect(),
    };
    form.sections.iter().map(section).collect()
}

/// What a field is answered with, in words.
pub fn kind_words(kind: &FieldKind) -> String {
    match kind {
        FieldKind::Text { check: TextCheck::Any, long: true, .. } => "Some lines of text".into(),
        FieldKind::Text { check: TextCheck::Any, .. } => "Text".into(),
        FieldKind::Text { check, .. } => check.word().into(),
        FieldKind::Number { least, most, unit, .. } => {
            let range = match (least, most) {
                (Some(least), Some(most)) => format!(" from {least} to {most}"),
                (Some(least), None) => format!(", at least {least}"),
                (None, Some(most)) => format!(", at most {most}"),
                (None, None) => String::new(),
            };
            let unit = if unit.is_empty() { String::new() } else { ", in ".to_owned() + unit };
            ["A whole number", &range, &unit].concat()
        }
        FieldKind::Choice { .. } => "One of these".into(),
        FieldKind::Choices { most: 0, .. } => "Any of these".into(),
        FieldKind::Choices { most, .. } => format!("At most {most} of these"),
        FieldKind::Date { notice_days: 1, .. } => "A day, from the next one on".into(),
        FieldKind::Date { notice_days: days @ 2.., .. } => format!("A day, at least {days} days ahead"),
        FieldKind::Date { future: true, .. } => "A day, from today on".into(),
        FieldKind::Date { .. } => "A day".into(),
        FieldKind::Person => "The name of a person".into(),
        FieldKind::Item => "A device or another configuration item".into(),
        FieldKind::FileName => "The name of a file that is sent separately".into(),
    }
}

/// An answer in words. Days are written as 2026-03-05, which everybody reads alike.
pub fn answer_words(field: &Field, answer: &Answer) -> String {
    let label = |choice| {
        let found = field.kind.choices().iter().find(|one| one.key == choice);
        found.map_or_else(String::new, |choice| choice.label.to_string())
    };
    match answer {
        Answer::Text(words) | Answer::Person(words) | Answer::Item(words) => words.to_string(),
        Answer::Number(number) => match &field.kind {
            FieldKind::Number { unit, .. } => [&number.to_string(), " ", unit].concat().trim_end().to_owned(),
            _ => number.to_string(),
        },
        Answer::Choice(choice) => label(*choice),
        Answer::Choices(choices) => choices.iter().map(|choice| label(*choice)).collect::<Vec<_>>().join(", "),
        Answer::Date(day) => day.to_string(),
    }
}

/// The questions that were asked and the answers that count, in words, in the order of the form.
pub fn answered(form: &Form, answers: &Answers) -> Vec<(Arc<str>, String)> {
    let counting = prune(form, answers);
    let sections = shown(form, answers);
    let fields = sections.iter().flat_map(|section| &section.fields).map(|shown| shown.field);
    fields.filter_map(|field| Some((field.label.clone(), answer_words(field, counting.get(&field.key)?)))).collect()
}

/// A condition in words, to be put behind "if": "“Device” is “Laptop” and “Quantity” is at least 3".
pub fn condition_words(form: &Form, condition: &Condition) -> String {
    words(form, condition, true, CONDITION_DEPTH)
}

/// A name between quotation marks; something readable where there is none.
pub fn quoted(name: &str) -> String {
    if name.trim().is_empty() { "a question without words".into() } else { ["“", name.trim(), "”"].concat() }
}

fn words(form: &Form, condition: &Condition, holds: bool, depth: usize) -> String {
    let Some(below) = depth.checked_sub(1) else { return "…".into() };
    let name = |key: FieldKey| match form.field(key) {
        Some(field) => quoted(&field.label),
        None => "a question that is gone".into(),
    };
    let is = |yes: &'static str, no: &'static str| if holds { yes } else { no };
    match condition {
        Condition::Answered(field) => [&name(*field), is(" is answered", " is not answered")].concat(),
        Condition::Chosen(field, choice) => {
            let kind = form.field(*field).map(|field| &field.kind);
            let found = kind.and_then(|kind| kind.choices().iter().find(|one| one.key == *choice));
            let label = found.map_or_else(|| "a choice that is gone".to_owned(), |choice| quoted(&choice.label));
            let verb = match kind {
                Some(FieldKind::Choices { .. }) => is(" includes ", " does not include "),
                _ => is(" is ", " is not "),
            };
            [&name(*field), verb, &label].concat()
        }
        Condition::AtLeast(field, number) => {
            let text = [&name(*field), is(" is at least ", " is not at least "), &number.to_string()].concat();
            text + &unit_of(form, *field)
        }
        Condition::AtMost(field, number) => {
            let text = [&name(*field), is(" is at most ", " is not at most "), &number.to_string()].concat();
            text + &unit_of(form, *field)
        }
        Condition::Says(field, said) => [&name(*field), is(" is ", " is not "), "“", said.trim(), "”"].concat(),
        Condition::Not(inner) => words(form, inner, !holds, below),
        // What does not hold of all does of none: not (a and b) is not a, or not b.
        Condition::All(list) => listed(form, list, holds, holds, below),
        Condition::Any(list) => listed(form, list, holds, !holds, below),
    }
}

fn listed(form: &Form, list: &[Condition], holds: bool, all: bool, depth: usize) -> String {
    let is_group = |one: &Condition| matches!(one, Condition::All(list) | Condition::Any(list) if list.len() > 1);
    let word = |one: &Condition| {
        let text = words(form, one, holds, depth);
        let inner = if let Condition::Not(inner) = one { inner } else { one };
        if is_group(inner) && list.len() > 1 { ["(", &text, ")"].concat() } else { text }
    };
    match (list.is_empty(), all) {
        (true, true) => "nothing more is needed".into(),
        (true, false) => "never".into(),
        (false, _) => list.iter().map(word).collect::<Vec<_>>().join(if all { " and " } else { " or " }),
    }
}

fn unit_of(form: &Form, field: FieldKey) -> String {
    match form.field(field).map(|field| &field.kind) {
        Some(FieldKind::Number { unit, .. }) if !unit.is_empty() => " ".to_owned() + unit,
        _ => String::new(),
    }
}
