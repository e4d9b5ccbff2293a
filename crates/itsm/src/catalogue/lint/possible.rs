//! Whether conditions can hold: whether there are answers to a form that make them true.
//!
//! A condition is taken apart into what it asks of single fields; alternatives are followed one by one. "No" is only
//! said if every alternative contradicts itself, so a condition that is called impossible is. Where there are too many
//! alternatives, or where the words of a text decide, the answer is "yes".

use std::collections::BTreeSet;

use crate::catalogue::form::{Condition, Field, FieldKind, Form};
use crate::catalogue::ids::FieldKey;

/// How many steps are taken before giving up. Forms that people make need a few dozen.
const STEPS: usize = 4000;

/// What one field is asked to be, or (`false`) not to be.
type Literal<'a> = (FieldKey, &'a Condition, bool);

#[derive(Clone)]
struct Way<'a> {
    todo: Vec<(&'a Condition, bool)>,
    literals: Vec<Literal<'a>>,
    /// Fields that must be shown, as an answer to them is asked for.
    shown: BTreeSet<FieldKey>,
}

/// Whether all of these conditions can hold at once.
pub(super) fn can_hold(form: &Form, conditions: &[&Condition]) -> bool {
    search(form, conditions.iter().map(|condition| (*condition, true)).collect())
}

/// Whether a condition can be untrue.
pub(super) fn can_fail(form: &Form, condition: &Condition) -> bool {
    search(form, vec![(condition, false)])
}

fn search<'a>(form: &'a Form, todo: Vec<(&'a Condition, bool)>) -> bool {
    let mut ways = vec![Way { todo, literals: Vec::new(), shown: BTreeSet::new() }];
    let mut steps = 0;
    while let Some(mut way) = ways.pop() {
        loop {
            steps += 1;
            if steps > STEPS {
                return true;
            }
            let Some((condition, is_true)) = way.todo.pop() else { return true };
            match (condition, is_true) {
                (Condition::Not(inner), _) => way.todo.push((inner, !is_true)),
                (Condition::All(all), true) | (Condition::Any(all), false) => {
                    way.todo.extend(all.iter().map(|one| (one, is_true)));
                }
                (Condition::Any(all), true) | (Condition::All(all), false) => {
                    // Each alternative is a way of its own.
                    steps += all.len();
                    ways.extend(all.iter().map(|one| {
                        let mut other = way.clone();
                        other.todo.push((one, is_true));
                        other
                    }));
                    break;
                }
                (literal, _) => {
                    if !note(form, &mut way, literal, is_true) {
                        break;
                    }
                }
            }
        }
    }
    false
}

/// Adds what one field is asked to be; `false` if that contradicts what was asked of it before.
fn note<'a>(form: &'a Form, way: &mut Way<'a>, literal: &'a Condition, is_true: bool) -> bool {
    let (Condition::Answered(key)
    | Condition::Chosen(key, _)
    | Condition::AtLeast(key, _)
    | Condition::AtMost(key, _)
    | Condition::Says(key, _)) = literal
    else {
        return true;
    };
    let Some((section, field)) = form
        .sections
        .iter()
        .find_map(|section| Some((section, section.fields.iter().find(|field| field.key == *key)?)))
    else {
        // What is gone is never answered.
        return !is_true;
    };
    if is_true {
        if way.shown.insert(*key) {
            let shown = section.show_if.iter().chain(&field.show_if);
            way.todo.extend(shown.map(|condition| (condition, true)));
        }
        if let Condition::Chosen(_, chosen) = literal {
            let choice = field.kind.choices().iter().find(|choice| choice.key == *chosen);
            way.todo.extend(choice.and_then(|choice| choice.show_if.as_ref()).map(|condition| (condition, true)));
        }
    }
    if !way.literals.contains(&(*key, literal, is_true)) {
        way.literals.push((*key, literal, is_true));
    }
    let asked: Vec<(&Condition, bool)> = way
        .literals
        .iter()
        .filter(|(field, ..)| field == key)
        .map(|(_, literal, is_true)| (*literal, *is_true))
        .collect();
    is_consistent(field, &asked)
}

/// Whether one answer, or none, can be all that is asked of a field.
fn is_consistent(field: &Field, asked: &[(&Condition, bool)]) -> bool {
    let is_answered = asked.iter().any(|(_, is_true)| *is_true);
    if !is_answered {
        // Leaving it empty makes everything untrue that could be asked of it.
        return true;
    }
    if asked.iter().any(|(one, is_true)| matches!(one, Condition::Answered(_)) && !is_true) {
        return false;
    }
    match &field.kind {
        FieldKind::Number { least, most, .. } => number(*least, *most, asked),
        FieldKind::Choice { .. } => choice(field, asked),
        FieldKind::Choices { most, .. } => choices(field, *most, asked),
        FieldKind::Text { .. } | FieldKind::Person | FieldKind::Item | FieldKind::FileName => text(asked),
        FieldKind::Date { .. } => only_answered(asked),
    }
}

/// No kind of answer is a number, a choice and words at once.
fn only_answered(asked: &[(&Condition, bool)]) -> bool {
    asked.iter().all(|(one, is_true)| !is_true || matches!(one, Condition::Answered(_)))
}

fn number(least: Option<i64>, most: Option<i64>, asked: &[(&Condition, bool)]) -> bool {
    let (mut low, mut high) = (least.unwrap_or(i64::MIN), most.unwrap_or(i64::MAX));
    for (one, is_true) in asked {
        match (one, is_true) {
            (Condition::AtLeast(_, bound), true) => low = low.max(*bound),
            (Condition::AtMost(_, bound), true) => high = high.min(*bound),
            (Condition::AtLeast(_, bound), false) => match bound.checked_sub(1) {
                Some(below) => high = high.min(below),
                None => return false,
            },
            (Condition::AtMost(_, bound), false) => match bound.checked_add(1) {
                Some(above) => low = low.max(above),
                None => return false,
            },
            (Condition::Chosen(..) | Condition::Says(..), true) => return false,
            _ => {}
        }
    }
    low <= high
}

fn choice(field: &Field, asked: &[(&Condition, bool)]) -> bool {
    let has_other = asked.iter().any(|(one, is_true)| {
        *is_true && matches!(one, Condition::AtLeast(..) | Condition::AtMost(..) | Condition::Says(..))
    });
    let fits = |key| {
        asked.iter().all(|(one, is_true)| match one {
            Condition::Chosen(_, chosen) => (*chosen == key) == *is_true,
            _ => true,
        })
    };
    !has_other && field.kind.choices().iter().any(|choice| fits(choice.key))
}

fn choices(field: &Field, most: u8, asked: &[(&Condition, bool)]) -> bool {
    let mut wanted = BTreeSet::new();
    let mut refused = BTreeSet::new();
    for (one, is_true) in asked {
        match (one, is_true) {
            (Condition::Chosen(_, key), true) => drop(wanted.insert(*key)),
            (Condition::Chosen(_, key), false) => drop(refused.insert(*key)),
            (Condition::AtLeast(..) | Condition::AtMost(..) | Condition::Says(..), true) => return false,
            _ => {}
        }
    }
    let is_there = |key: &_| field.kind.choices().iter().any(|choice| choice.key == *key);
    let has_any = field.kind.choices().iter().any(|choice| !refused.contains(&choice.key));
    wanted.iter().all(is_there)
        && wanted.is_disjoint(&refused)
        && (most == 0 || wanted.len() <= usize::from(most))
        && has_any
}

fn text(asked: &[(&Condition, bool)]) -> bool {
    let mut said: Option<String> = None;
    let mut unsaid = BTreeSet::new();
    for (one, is_true) in asked {
        match (one, is_true) {
            (Condition::Says(_, words), true) => {
                let words = words.trim().to_lowercase();
                if said.as_ref().is_some_and(|said| *said != words) {
                    return false;
                }
                said = Some(words);
            }
            (Condition::Says(_, words), false) => drop(unsaid.insert(words.trim().to_lowercase())),
            (Condition::AtLeast(..) | Condition::AtMost(..) | Condition::Chosen(..), true) => return false,
            _ => {}
        }
    }
    said.is_none_or(|said| !unsaid.contains(&said))
}
