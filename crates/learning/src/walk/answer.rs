//! What was decided, and how it reads.

use chrono::NaiveDate;

use super::decision::{Decision, Kind};
use super::plan::Plan;

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Sentences.
    Text(String),
    /// A number, or an amount in the currency of the catalogue.
    Number(u64),
    /// A day.
    Date(NaiveDate),
    /// The way with this id.
    Choice(String),
    /// People with their roles.
    People(Vec<Person>),
    /// Several lines.
    List(Vec<String>),
    /// References to records of the workspace.
    Records(Vec<String>),
    /// Set aside, and why.
    Aside(String),
}

/// Somebody, or a group, with the part they have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// A name.
    pub who: String,
    /// What they do; may be empty.
    pub role: String,
}

impl Answer {
    /// Whether nothing is said: neither a text nor an entry that is not blank. A number is always something.
    pub fn is_empty(&self) -> bool {
        match self {
            Answer::Number(_) | Answer::Date(_) => false,
            Answer::Text(text) | Answer::Choice(text) | Answer::Aside(text) => is_blank(text),
            Answer::People(people) => people.iter().all(|person| is_blank(&person.who)),
            Answer::List(lines) | Answer::Records(lines) => lines.iter().all(|line| is_blank(line)),
        }
    }

    /// The answer as one paragraph: a choice by its label, a number with its unit, entries with semicolons between them
    /// unless they are sentences, records by their references. Blank entries are left out.
    pub fn words(&self, _plan: &Plan, decision: &Decision) -> String {
        match self {
            Answer::Text(text) => paragraph(text),
            Answer::Number(number) => counted(*number, decision),
            Answer::Date(day) => day.format("%-d %B %Y").to_string(),
            Answer::Choice(id) => match &decision.kind {
                Kind::Choice(ways) => ways.iter().find(|way| way.id == *id).map_or(id, |way| &way.label).clone(),
                _ => id.clone(),
            },
            Answer::People(people) => joined(people.iter().filter_map(Person::words), "; "),
            Answer::List(lines) => in_a_row(lines.iter().map(|line| paragraph(line))),
            Answer::Records(refs) => joined(refs.iter().map(|one| paragraph(one)), ", "),
            Answer::Aside(why) => format!("Set aside: {}", paragraph(why)),
        }
    }
}

impl Person {
    /// "Jo Lindqvist (customer)"; `None` without a name.
    fn words(&self) -> Option<String> {
        let (who, role) = (paragraph(&self.who), paragraph(&self.role));
        match (who.is_empty(), role.is_empty()) {
            (true, _) => None,
            (false, true) => Some(who),
            (false, false) => Some(format!("{who} ({role})")),
        }
    }
}

/// Whether a text says nothing.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// A text without line breaks.
fn paragraph(text: &str) -> String {
    joined(text.split_whitespace().map(str::to_owned), " ")
}

fn joined(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

/// Entries one after the other: sentences end by themselves, anything else with a semicolon.
fn in_a_row(entries: impl Iterator<Item = String>) -> String {
    entries.filter(|entry| !entry.is_empty()).fold(String::new(), |row, entry| match row.chars().last() {
        None => entry,
        Some('.' | '!' | '?') => [&row, " ", &entry].concat(),
        Some(_) => [&row, "; ", &entry].concat(),
    })
}

/// "36,000 over three years", "1 minute".
fn counted(number: u64, decision: &Decision) -> String {
    let grouped = grouped(number);
    match decision.unit.as_deref() {
        Some(unit) if number == 1 && decision.kind == Kind::Number => format!("{grouped} {}", of_one(unit)),
        Some(unit) => format!("{grouped} {unit}"),
        None => grouped,
    }
}

/// A unit after 1: "uses a month" becomes "use a month".
fn of_one(unit: &str) -> String {
    let mut is_done = false;
    let words = unit.split(' ').map(|word| match word.strip_suffix('s').filter(|_| !is_done) {
        Some(stem) => {
            is_done = true;
            stem
        }
        None => word,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A number with a comma before each three digits.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
