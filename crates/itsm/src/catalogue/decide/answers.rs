//! Whether a form's answers can be fulfilled as they are.

use chrono::{Days, NaiveDate};

use crate::catalogue::form::{Answer, Answers, Choice, Field, FieldKind, Form, TEXT_MOST, TextCheck};
use crate::catalogue::workflow::standin;
use crate::refusal::Refusal;

/// Whether all that has to be answered is, and every answer is one that its field takes.
pub(super) fn fit(form: &Form, answers: &Answers, today: NaiveDate) -> Result<(), Refusal> {
    let counted = standin::counted(form, answers);
    for field in standin::shown(form, answers) {
        match counted.get(&field.key) {
            None if field.required => {
                return Err(Refusal::Missing {
                    field: "an answer",
                    because: "a question that needs one is open, and whoever fulfils it would have to ask again",
                });
            }
            Some(answer) if !fits(field, answer, &counted, today) => {
                return Err(Refusal::Invalid {
                    field: "answers",
                    because: "one of them is not what its question takes; the form says which",
                });
            }
            _ => {}
        }
    }
    Ok(())
}

fn fits(field: &Field, answer: &Answer, counted: &Answers, today: NaiveDate) -> bool {
    let is_offered = |choice: &Choice| choice.show_if.as_ref().is_none_or(|when| standin::holds(when, counted));
    let chosen = |key| field.kind.choices().iter().any(|choice| choice.key == key && is_offered(choice));
    match (&field.kind, answer) {
        (FieldKind::Text { long, check, most }, Answer::Text(text)) => {
            let most = if *most == 0 { TEXT_MOST } else { (*most).min(TEXT_MOST) };
            text.chars().count() <= usize::from(most) && (*long || !text.contains('\n')) && is_so(*check, text.trim())
        }
        (FieldKind::Number { least, most, .. }, Answer::Number(number)) => {
            least.is_none_or(|least| *number >= least) && most.is_none_or(|most| *number <= most)
        }
        (FieldKind::Choice { .. }, Answer::Choice(key)) => chosen(*key),
        (FieldKind::Choices { most, .. }, Answer::Choices(keys)) => {
            (*most == 0 || keys.len() <= usize::from(*most)) && keys.iter().all(|key| chosen(*key))
        }
        (FieldKind::Date { future, notice_days }, Answer::Date(day)) => {
            let earliest = today.checked_add_days(Days::new(u64::from(*notice_days)));
            let is_soon = *notice_days > 0 && earliest.is_some_and(|earliest| *day < earliest);
            !(is_soon || *future && *day < today)
        }
        (FieldKind::Person, Answer::Person(name))
        | (FieldKind::Item, Answer::Item(name))
        | (FieldKind::FileName, Answer::Text(name)) => name.chars().count() <= usize::from(TEXT_MOST),
        _ => false,
    }
}

fn is_so(check: TextCheck, text: &str) -> bool {
    let all = |is: fn(char) -> bool| text.chars().all(is);
    match check {
        TextCheck::Any => true,
        TextCheck::Email => {
            text.split_once('@').is_some_and(|(who, at)| {
                !who.is_empty() && at.contains('.') && !at.starts_with('.') && !at.ends_with('.') && !at.contains('@')
            }) && !text.contains(char::is_whitespace)
        }
        TextCheck::Phone => {
            text.chars().filter(char::is_ascii_digit).count() >= 3
                && all(|c| c.is_ascii_digit() || "+-/(). ".contains(c))
        }
        TextCheck::Digits => all(|c| c.is_ascii_digit()),
        TextCheck::Code => all(|c| c.is_alphanumeric()),
        TextCheck::Web => text.strip_prefix("https://").is_some_and(|rest| rest.contains('.')),
    }
}
