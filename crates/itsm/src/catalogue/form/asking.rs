//! What is asked, given the answers so far, and which of the answers count.
//!
//! An answer counts while its question is asked and its choice is offered; conditions see only answers that count. They
//! may look ahead: questions are gone through from top to bottom, again and again until nothing changes. Questions that
//! hide each other in a circle have no settled state; of these, those stay hidden that were hidden once.

use std::sync::Arc;

use super::{Answer, Answers, Choice, Condition, Field, FieldKind, Form, Section};
use crate::catalogue::ids::ChoiceKey;
use crate::catalogue::money::Surcharge;

/// How often a form is gone through before it is taken for a circle. Each condition that looks ahead to another one that
/// looks ahead takes one more.
const PASSES: usize = 16;

/// A section that is asked, with what of it is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownSection<'f> {
    /// The section.
    pub section: &'f Section,
    /// Its questions that are asked, in order.
    pub fields: Vec<ShownField<'f>>,
}

/// A question that is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownField<'f> {
    /// The question.
    pub field: &'f Field,
    /// The choices that are offered now, in order.
    pub choices: Vec<&'f Choice>,
}

/// What is asked, given the answers so far. A question of which no choice is offered is not asked, nor is a section of
/// which nothing is.
pub fn shown<'f>(form: &'f Form, answers: &Answers) -> Vec<ShownSection<'f>> {
    settle(form, answers).0
}

/// The answers that count, with words trimmed and choices in the order of the form.
pub fn prune(form: &Form, answers: &Answers) -> Answers {
    settle(form, answers).1
}

/// What the fields hold at first.
pub fn fill(form: &Form) -> Answers {
    let default = |field: &Field| {
        let default = field.default.clone().filter(|default| field.kind.takes(default) && default.says_something())?;
        Some((field.key, default))
    };
    form.fields().filter_map(default).collect()
}

/// What the answers that count add to the price of one, in hundredths of the currency.
pub fn surcharge(form: &Form, answers: &Answers) -> Surcharge {
    let (sections, counting) = settle(form, answers);
    let of_field = |shown: &ShownField<'_>| match (&shown.field.kind, counting.get(&shown.field.key)) {
        (FieldKind::Number { each, .. }, Some(Answer::Number(number))) => each.saturating_mul(*number),
        (_, Some(answer)) => {
            let chosen = shown.choices.iter().filter(|choice| answer.names(choice.key));
            chosen.fold(0, |sum: Surcharge, choice| sum.saturating_add(choice.price))
        }
        (_, None) => 0,
    };
    sections.iter().flat_map(|section| &section.fields).map(of_field).fold(0, Surcharge::saturating_add)
}

type Settled<'f> = (Vec<ShownSection<'f>>, Answers);

fn settle<'f>(form: &'f Form, answers: &Answers) -> Settled<'f> {
    let mut counting: Answers =
        form.fields().filter_map(|field| Some((field.key, whole(field, answers.get(&field.key)?)?))).collect();
    let most = form.fields().count().saturating_add(1);
    for _ in 0..most.min(PASSES) {
        let before = counting.clone();
        let sections = pass(form, answers, &mut counting, false);
        if before == counting {
            return (sections, counting);
        }
    }
    // A circle. Answers are only ever taken out from here on, so this ends.
    loop {
        let before = counting.clone();
        let sections = pass(form, answers, &mut counting, true);
        if before == counting {
            return (sections, counting);
        }
    }
}

/// Goes through the form once. With `only_less`, what once did not count stays hidden.
fn pass<'f>(form: &'f Form, answers: &Answers, counting: &mut Answers, only_less: bool) -> Vec<ShownSection<'f>> {
    let mut sections = Vec::new();
    for section in &form.sections {
        let is_asked = holds(section.show_if.as_ref(), counting);
        let mut fields = Vec::new();
        for field in &section.fields {
            let mut shown = is_asked.then(|| ask(field, counting)).flatten();
            let mut answer = shown.as_ref().and_then(|shown| offered(shown, answers.get(&field.key)?));
            if only_less && answer.is_some() && !counting.contains_key(&field.key) {
                (shown, answer) = (None, None);
            }
            match answer {
                Some(answer) => drop(counting.insert(field.key, answer)),
                None => drop(counting.remove(&field.key)),
            }
            fields.extend(shown);
        }
        if is_asked && (!fields.is_empty() || section.fields.is_empty()) {
            sections.push(ShownSection { section, fields });
        }
    }
    sections
}

fn holds(condition: Option<&Condition>, counting: &Answers) -> bool {
    condition.is_none_or(|condition| condition.is_met(counting))
}

fn ask<'f>(field: &'f Field, counting: &Answers) -> Option<ShownField<'f>> {
    if !holds(field.show_if.as_ref(), counting) {
        return None;
    }
    let choices = field.kind.choices().iter().filter(|choice| holds(choice.show_if.as_ref(), counting));
    let choices: Vec<&Choice> = choices.collect();
    let asks = !choices.is_empty() || !matches!(field.kind, FieldKind::Choice { .. } | FieldKind::Choices { .. });
    asks.then_some(ShownField { field, choices })
}

/// An answer as far as it is of the field's kind and says something.
fn whole(field: &Field, answer: &Answer) -> Option<Answer> {
    let choices: Vec<&Choice> = field.kind.choices().iter().collect();
    offered(&ShownField { field, choices }, answer)
}

/// An answer as far as it is of the field's kind, says something, and is offered.
fn offered(shown: &ShownField<'_>, answer: &Answer) -> Option<Answer> {
    if !shown.field.kind.takes(answer) {
        return None;
    }
    let is_offered = |key: ChoiceKey| shown.choices.iter().any(|choice| choice.key == key);
    let trimmed =
        |words: &Arc<str>| if words.trim().len() == words.len() { words.clone() } else { words.trim().into() };
    let answer = match answer {
        Answer::Text(words) => Answer::Text(trimmed(words)),
        Answer::Person(words) => Answer::Person(trimmed(words)),
        Answer::Item(words) => Answer::Item(trimmed(words)),
        Answer::Choice(choice) if !is_offered(*choice) => return None,
        Answer::Choices(chosen) => {
            let kept = shown.choices.iter().map(|choice| choice.key).filter(|key| chosen.contains(key));
            Answer::Choices(kept.collect())
        }
        other => other.clone(),
    };
    answer.says_something().then_some(answer)
}
