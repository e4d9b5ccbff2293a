//! Whether a condition can hold at all, found by trying out: for the check of a catalogue.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Answer, Answers, Condition, Field, FieldKind, Form};
use crate::catalogue::ids::FieldKey;

/// The most combinations of answers that are tried out.
const TRIES: usize = 2048;

/// The most fields that a condition may hang on for it to be tried out.
const FIELDS: usize = 12;

/// Several choices up to this many are tried out in every combination.
const CHOICES: usize = 6;

/// Whether some answers make a condition hold. `None` if there are too many to try.
pub fn satisfiable(form: &Form, condition: &Condition) -> Option<bool> {
    let fields = behind(form, condition)?;
    let atoms = atoms(form, condition);
    let spaces: Vec<(FieldKey, Vec<Answer>)> =
        fields.iter().map(|field| Some((field.key, answers_of(field, &atoms)?))).collect::<Option<_>>()?;
    // Each can also stay unanswered.
    let tries = spaces.iter().try_fold(1_usize, |sum, (_, space)| sum.checked_mul(space.len().checked_add(1)?))?;
    if tries > TRIES {
        return None;
    }
    Some((0..tries).any(|number| condition.holds(form, &combination(&spaces, number))))
}

fn combination(spaces: &[(FieldKey, Vec<Answer>)], mut number: usize) -> Answers {
    let mut answers = Answers::new();
    for (key, space) in spaces {
        let radix = space.len().saturating_add(1);
        if let Some(answer) = (number % radix).checked_sub(1).and_then(|at| space.get(at)) {
            answers.insert(*key, answer.clone());
        }
        number /= radix;
    }
    answers
}

/// The fields that a condition hangs on, also through the conditions of those; `None` if they are too many.
fn behind<'f>(form: &'f Form, condition: &Condition) -> Option<Vec<&'f Field>> {
    let mut known = BTreeSet::new();
    let mut left = condition.fields();
    while let Some(key) = left.pop() {
        if !known.insert(key) {
            continue;
        }
        if known.len() > FIELDS {
            return None;
        }
        left.extend(conditions_on(form, key).flat_map(Condition::fields));
    }
    Some(form.fields().filter(|field| known.contains(&field.key)).collect())
}

/// The conditions that a field's being asked and its choices hang on.
fn conditions_on(form: &Form, key: FieldKey) -> impl Iterator<Item = &Condition> {
    let sections = form.sections.iter().filter(move |section| section.fields.iter().any(|field| field.key == key));
    sections.flat_map(move |section| {
        let fields = section.fields.iter().filter(move |field| field.key == key);
        section.show_if.iter().chain(fields.flat_map(|field| {
            field.show_if.iter().chain(field.kind.choices().iter().filter_map(|choice| choice.show_if.as_ref()))
        }))
    })
}

/// Every comparison of the form and of the condition.
fn atoms<'c>(form: &'c Form, condition: &'c Condition) -> Vec<&'c Condition> {
    let (mut atoms, mut left) = (Vec::new(), vec![condition]);
    left.extend(form.conditions().map(|(_, condition)| condition));
    while let Some(condition) = left.pop() {
        match condition {
            Condition::Not(inner) => left.push(inner),
            Condition::All(list) | Condition::Any(list) => left.extend(list),
            atom => atoms.push(atom),
        }
    }
    atoms
}

/// Answers of a field of which one makes each comparison true and one makes it false, where it can be so at all.
fn answers_of(field: &Field, atoms: &[&Condition]) -> Option<Vec<Answer>> {
    let words = |make: fn(Arc<str>) -> Answer| {
        let said = atoms.iter().filter_map(|atom| match atom {
            Condition::Says(key, words) if *key == field.key => Some(words.clone()),
            _ => None,
        });
        let said: BTreeSet<Arc<str>> = said.collect();
        let other: Arc<str> = "\u{2026}".into();
        said.into_iter().chain([other]).map(make).collect()
    };
    Some(match &field.kind {
        FieldKind::Text { check, .. } => {
            let all: Vec<Answer> = words(Answer::Text);
            // The last stands for all other words, whatever they must be.
            let last = all.len().saturating_sub(1);
            let fits =
                |(at, answer): &(usize, Answer)| *at == last || answer.words().is_some_and(|words| check.passes(words));
            all.into_iter().enumerate().filter(fits).map(|(_, answer)| answer).collect()
        }
        FieldKind::FileName => words(Answer::Text),
        FieldKind::Person => words(Answer::Person),
        FieldKind::Item => words(Answer::Item),
        FieldKind::Date { .. } => vec![Answer::Date(chrono::NaiveDate::default())],
        FieldKind::Number { least, most, .. } => {
            let mut numbers: BTreeSet<i64> = least.iter().chain(most).copied().collect();
            for atom in atoms {
                match atom {
                    Condition::AtLeast(key, number) if *key == field.key => {
                        numbers.extend([*number, number.saturating_sub(1)]);
                    }
                    Condition::AtMost(key, number) if *key == field.key => {
                        numbers.extend([*number, number.saturating_add(1)]);
                    }
                    _ => {}
                }
            }
            let may =
                |number: &i64| least.is_none_or(|least| *number >= least) && most.is_none_or(|most| *number <= most);
            let numbers: Vec<Answer> = numbers.into_iter().filter(may).map(Answer::Number).collect();
            if numbers.is_empty() && least.is_none() && most.is_none() { vec![Answer::Number(0)] } else { numbers }
        }
        FieldKind::Choice { choices } => choices.iter().map(|choice| Answer::Choice(choice.key)).collect(),
        FieldKind::Choices { choices, most } => {
            if choices.len() > CHOICES {
                return None;
            }
            let some = (1_usize..1 << choices.len()).map(|set| {
                let chosen = choices.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
                chosen.map(|(_, choice)| choice.key).collect::<Vec<_>>()
            });
            some.filter(|chosen| *most == 0 || chosen.len() <= usize::from(*most)).map(Answer::Choices).collect()
        }
    })
}
