//! "What we will ask you": a form in words, for a page on which it cannot be filled in.

use itsm::catalogue::form::{CONDITION_DEPTH, Condition, Field, FieldKind, Form, TextCheck};

use super::words::{money, surcharge};

/// A section of a form in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Its heading; may be empty.
    pub title: String,
    /// What is to be known before answering.
    pub help: String,
    /// When it is asked; empty for always.
    pub when: String,
    /// Its questions.
    pub questions: Vec<Question>,
}

/// A question in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub label: String,
    /// What helps to answer.
    pub help: String,
    /// What is answered with ("Number, 1 to 10 GB").
    pub answer: String,
    /// The choices, each with its extra price and condition.
    pub choices: Vec<String>,
    /// Whether an order needs an answer.
    pub required: bool,
    /// When it is asked; empty for always.
    pub when: String,
}

/// A form in words. Without a currency, prices are left out.
pub fn asked(form: &Form, currency: &str) -> Vec<Asked> {
    let section = |section: &itsm::catalogue::form::Section| Asked {
        title: section.title.to_string(),
        help: section.help.to_string(),
        when: when(form, section.show_if.as_ref()),
        questions: section.fields.iter().map(|field| question(form, field, currency)).collect(),
    };
    form.sections.iter().map(section).filter(|section| !section.questions.is_empty()).collect()
}

fn question(form: &Form, field: &Field, currency: &str) -> Question {
    let choice = |choice: &itsm::catalogue::form::Choice| {
        let extra = if currency.is_empty() { String::new() } else { surcharge(choice.price, currency) };
        let extra = if extra.is_empty() { extra } else { format!(" ({extra})") };
        let only = when(form, choice.show_if.as_ref());
        let only = if only.is_empty() { only } else { format!(", {}", only.to_lowercase_first()) };
        [&choice.label, &*extra, &only].concat()
    };
    Question {
        label: field.label.to_string(),
        help: field.help.to_string(),
        answer: answer(&field.kind, currency),
        choices: field.kind.choices().iter().map(choice).collect(),
        required: field.required,
        when: when(form, field.show_if.as_ref()),
    }
}

trait LowerFirst {
    fn to_lowercase_first(&self) -> String;
}

impl LowerFirst for String {
    fn to_lowercase_first(&self) -> String {
        let mut letters = self.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    }
}

fn when(form: &Form, condition: Option<&Condition>) -> String {
    condition.map_or_else(String::new, |only| ["Only if ", &self::condition(form, only)].concat())
}

fn answer(kind: &FieldKind, currency: &str) -> String {
    match kind {
        FieldKind::Text { check, most, long } => {
            let what = match check {
                TextCheck::Any if *long => "Some lines of text",
                TextCheck::Any => "Text",
                TextCheck::Email => "An e-mail address",
                TextCheck::Phone => "A telephone number",
                TextCheck::Digits => "Digits",
                TextCheck::Code => "Letters and digits",
                TextCheck::Web => "A web address (https)",
            };
            if *most == 0 { what.to_owned() } else { format!("{what}, at most {most} characters") }
        }
        FieldKind::Number { least, most, unit, each } => {
            let range = match (least, most) {
                (Some(least), Some(most)) => format!(", {least} to {most}"),
                (Some(least), None) => format!(", at least {least}"),
                (None, Some(most)) => format!(", at most {most}"),
                (None, None) => String::new(),
            };
            let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
            let each = match each {
                0 => String::new(),
                _ if currency.is_empty() => String::new(),
                1.. => format!(" ({} more for each)", money(each.unsigned_abs(), currency)),
                _ => format!(" ({} less for each)", money(each.unsigned_abs(), currency)),
            };
            ["A whole number", &range, &unit, &each].concat()
        }
        FieldKind::Choice { .. } => "One of".to_owned(),
        FieldKind::Choices { most: 0, .. } => "Any of".to_owned(),
        FieldKind::Choices { most, .. } => format!("At most {most} of"),
        FieldKind::Date { future, notice_days } => match (future, notice_days) {
            (_, days @ 1..) => format!("A date, at least {days} days ahead"),
            (true, 0) => "A date, today or later".to_owned(),
            (false, 0) => "A date".to_owned(),
        },
        FieldKind::Person => "A person".to_owned(),
        FieldKind::Item => "A device or another item".to_owned(),
        FieldKind::FileName => "The name of a file that you send along".to_owned(),
    }
}

/// A condition in words ("\u{201c}Brand\u{201d} is \u{201c}Apple\u{201d}"), with the questions as they are called now.
pub fn condition(form: &Form, condition: &Condition) -> String {
    says(form, condition, 0)
}

fn says(form: &Form, condition: &Condition, depth: usize) -> String {
    if depth > CONDITION_DEPTH {
        return "more holds".to_owned();
    }
    let label = |key| form.field(key).map_or("a question that is gone", |field| &*field.label);
    let quoted = |text: &str| ["\u{201c}", text, "\u{201d}"].concat();
    let joined = |all: &[Condition], with: &str| {
        let parts: Vec<String> = all.iter().map(|one| says(form, one, depth + 1)).collect();
        parts.join(with)
    };
    match condition {
        Condition::Answered(key) => [&quoted(label(*key)), " is answered"].concat(),
        Condition::Chosen(key, choice) => {
            let choices = form.field(*key).map(|field| field.kind.choices()).unwrap_or_default();
            let choice = choices.iter().find(|one| one.key == *choice).map_or("a choice that is gone", |one| &*one.label);
            [&quoted(label(*key)), " is ", &quoted(choice)].concat()
        }
        Condition::AtLeast(key, least) => [&quoted(label(*key)), " is at least ", &least.to_string()].concat(),
        Condition::AtMost(key, most) => [&quoted(label(*key)), " is at most ", &most.to_string()].concat(),
        Condition::Says(key, words) => [&quoted(label(*key)), " says ", &quoted(words)].concat(),
        Condition::Not(inner) => ["not (", &says(form, inner, depth + 1), ")"].concat(),
        Condition::All(all) if all.is_empty() => "always".to_owned(),
        Condition::Any(any) if any.is_empty() => "never".to_owned(),
        Condition::All(all) => joined(all, " and "),
        Condition::Any(any) if any.len() == 1 => joined(any, ""),
        Condition::Any(any) => ["(", &joined(any, " or "), ")"].concat(),
    }
}
