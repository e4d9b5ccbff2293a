//! Answers as they are typed: one text for each.

use chrono::NaiveDate;
use learning::walk::{Answer, Kind, Person};

/// What stands in the field for an answer.
pub fn text_of(answer: &Answer) -> String {
    match answer {
        Answer::Text(text) | Answer::Choice(text) => text.clone(),
        Answer::Number(number) => number.to_string(),
        Answer::Date(day) => day.to_string(),
        Answer::List(lines) => lines.join("\n"),
        Answer::People(people) => people.iter().map(line_of).collect::<Vec<_>>().join("\n"),
        Answer::Records(_) | Answer::Aside(_) => String::new(),
    }
}

/// The answer that a text is. Nothing typed is an empty answer, which takes an earlier one back.
///
/// # Errors
/// How to write it.
pub fn read(kind: &Kind, text: &str) -> Result<Answer, String> {
    let text = text.trim();
    Ok(match kind {
        _ if text.is_empty() => Answer::Text(String::new()),
        Kind::Number | Kind::Money => Answer::Number(number(text)?),
        Kind::Date => Answer::Date(text.parse::<NaiveDate>().map_err(|_| "Choose a day.".to_owned())?),
        Kind::Choice(_) => Answer::Choice(text.to_owned()),
        Kind::People => Answer::People(lines(text).map(person).collect()),
        Kind::List => Answer::List(lines(text).map(str::to_owned).collect()),
        Kind::Text | Kind::Record(_) => Answer::Text(text.to_owned()),
    })
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn person(line: &str) -> Person {
    let (who, role) = line.split_once(',').unwrap_or((line, ""));
    Person { who: who.trim().to_owned(), role: role.trim().to_owned() }
}

fn line_of(person: &Person) -> String {
    if person.role.is_empty() { person.who.clone() } else { [&person.who, ", ", &person.role].concat() }
}

/// Digits, with or without signs between the thousands.
fn number(text: &str) -> Result<u64, String> {
    let digits: String =
        text.chars().filter(|sign| !matches!(sign, ' ' | ',' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    digits.parse().map_err(|_| "Write a whole number, such as 36000.".to_owned())
}
