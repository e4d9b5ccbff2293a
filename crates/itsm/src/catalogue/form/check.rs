//! What is wrong with answers, in the words of who gave them.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};

use super::{Answer, Answers, FieldKind, Form, ShownField, TEXT_MOST, TextCheck, prune, shown};
use crate::catalogue::ids::FieldKey;

/// The most characters of a name: of a person, an item or a file.
pub const NAME_MOST: u16 = 255;

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing was answered, and an order needs it.
    Missing,
    /// Nothing is chosen, and an order needs it.
    NotChosen,
    /// It has more characters than this.
    TooLong(u16),
    /// It is not what the words must be.
    Not(TextCheck),
    /// It is no whole number.
    NotANumber,
    /// It is less than this.
    TooLittle(i64, Arc<str>),
    /// It is more than this.
    TooMuch(i64, Arc<str>),
    /// More choices than this are chosen.
    TooMany(u8),
    /// It is no day.
    NotADay,
    /// It is before this day, the first that there is time for.
    TooSoon(NaiveDate),
}

impl Wrong {
    /// What would be right, in a sentence.
    pub fn sentence(&self) -> String {
        let of = |number: &i64, unit: &str| [&number.to_string(), " ", unit].concat().trim_end().to_owned();
        match self {
            Wrong::Missing => "Answer this; the order cannot be fulfilled without it.".into(),
            Wrong::NotChosen => "Choose one; the order cannot be fulfilled without it.".into(),
            Wrong::TooLong(most) => format!("Shorten this to {most} characters."),
            Wrong::Not(check) => check.sentence().into(),
            Wrong::NotANumber => "Write a whole number, in digits.".into(),
            Wrong::TooLittle(least, unit) => format!("Write {} or more.", of(least, unit)),
            Wrong::TooMuch(most, unit) => format!("Write {} or less.", of(most, unit)),
            Wrong::TooMany(1) => "Choose one only.".into(),
            Wrong::TooMany(most) => format!("Choose {most} at most."),
            Wrong::NotADay => "Choose a day of the calendar.".into(),
            Wrong::TooSoon(first) => format!("Choose {} or a later day.", written(*first)),
        }
    }
}

impl TextCheck {
    /// Every check.
    pub const ALL: [TextCheck; 6] =
        [TextCheck::Any, TextCheck::Email, TextCheck::Phone, TextCheck::Digits, TextCheck::Code, TextCheck::Web];

    /// What it lets through, in a few words.
    pub fn word(self) -> &'static str {
        match self {
            TextCheck::Any => "Any words",
            TextCheck::Email => "An e-mail address",
            TextCheck::Phone => "A telephone number",
            TextCheck::Digits => "Digits only",
            TextCheck::Code => "Letters and digits only",
            TextCheck::Web => "A web address (https)",
        }
    }

    /// What would be right, in a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            TextCheck::Any => "Write some words.",
            TextCheck::Email => "Write an e-mail address, such as name@example.org.",
            TextCheck::Phone => "Write a telephone number: digits, spaces, and + at the start.",
            TextCheck::Digits => "Write digits only.",
            TextCheck::Code => "Write letters and digits only, without spaces.",
            TextCheck::Web => "Write a web address that begins with https://",
        }
    }

    /// Whether words are so. Spaces around them do not matter.
    pub fn passes(self, words: &str) -> bool {
        let words = words.trim();
        match self {
            TextCheck::Any => true,
            TextCheck::Email => is_email(words),
            TextCheck::Phone => is_phone(words),
            TextCheck::Digits => !words.is_empty() && words.chars().all(|sign| sign.is_ascii_digit()),
            TextCheck::Code => !words.is_empty() && words.chars().all(char::is_alphanumeric),
            TextCheck::Web => is_web(words),
        }
    }
}

/// What is wrong with the answers to what is asked, in the order of the form. Hidden questions are never wrong.
/// `today` is the day on which is ordered, where who orders is.
pub fn check(form: &Form, answers: &Answers, today: NaiveDate) -> Vec<(FieldKey, Wrong)> {
    let counting = prune(form, answers);
    let sections = shown(form, answers);
    let fields = sections.iter().flat_map(|section| &section.fields);
    let wrong = |shown: &ShownField<'_>| {
        let key = shown.field.key;
        Some((key, wrong_with(shown, counting.get(&key), answers.get(&key), today)?))
    };
    fields.filter_map(wrong).collect()
}

/// `given` is what was answered, whether it counts or not: words where a number or a day is asked for were an attempt.
fn wrong_with(
    shown: &ShownField<'_>,
    counting: Option<&Answer>,
    given: Option<&Answer>,
    today: NaiveDate,
) -> Option<Wrong> {
    let field = shown.field;
    let Some(answer) = counting else {
        let attempted = given.and_then(Answer::words).is_some_and(|words| !words.trim().is_empty());
        return match &field.kind {
            FieldKind::Number { .. } if attempted => Some(Wrong::NotANumber),
            FieldKind::Date { .. } if attempted => Some(Wrong::NotADay),
            FieldKind::Choice { .. } | FieldKind::Choices { .. } => field.required.then_some(Wrong::NotChosen),
            _ => field.required.then_some(Wrong::Missing),
        };
    };
    match (&field.kind, answer) {
        (FieldKind::Text { check, most, .. }, Answer::Text(words)) => {
            let most = if *most == 0 { TEXT_MOST } else { (*most).min(TEXT_MOST) };
            too_long(words, most).or_else(|| (!check.passes(words)).then_some(Wrong::Not(*check)))
        }
        (FieldKind::Number { least, most, unit, .. }, Answer::Number(number)) => {
            let least = least.filter(|least| number < least).map(|least| Wrong::TooLittle(least, unit.clone()));
            least.or_else(|| most.filter(|most| number > most).map(|most| Wrong::TooMuch(most, unit.clone())))
        }
        (FieldKind::Choices { most, .. }, Answer::Choices(chosen)) => {
            (*most > 0 && chosen.len() > usize::from(*most)).then_some(Wrong::TooMany(*most))
        }
        (FieldKind::Date { .. }, Answer::Date(day)) => {
            first_day(&field.kind, today).filter(|first| day < first).map(Wrong::TooSoon)
        }
        (FieldKind::Person | FieldKind::Item | FieldKind::FileName, answer) => {
            answer.words().and_then(|words| too_long(words, NAME_MOST))
        }
        _ => None,
    }
}

/// The first day that may be answered, if there is one.
pub fn first_day(kind: &FieldKind, today: NaiveDate) -> Option<NaiveDate> {
    match kind {
        FieldKind::Date { notice_days, .. } if *notice_days > 0 => {
            Some(today.checked_add_days(Days::new(u64::from(*notice_days))).unwrap_or(NaiveDate::MAX))
        }
        FieldKind::Date { future: true, .. } => Some(today),
        _ => None,
    }
}

/// `10 March 2026`.
fn written(day: NaiveDate) -> String {
    let month = chrono::Month::try_from(u8::try_from(day.month()).unwrap_or(1)).map_or("", |month| month.name());
    format!("{} {month} {}", day.day(), day.year())
}

fn too_long(words: &str, most: u16) -> Option<Wrong> {
    (words.chars().nth(usize::from(most)).is_some()).then_some(Wrong::TooLong(most))
}

/// The longest address that mail can be sent to. Source: RFC 5321.
const EMAIL_MOST: usize = 254;

fn is_email(words: &str) -> bool {
    let Some((name, host)) = words.split_once('@') else { return false };
    let is_plain = |sign: char| !sign.is_whitespace() && !sign.is_control() && !"@,;<>()[]\\\"".contains(sign);
    words.len() <= EMAIL_MOST
        && !name.is_empty()
        && !name.starts_with('.')
        && !name.ends_with('.')
        && name.chars().all(is_plain)
        && host.contains('.')
        && is_host(host)
}

fn is_phone(words: &str) -> bool {
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let signs = words.strip_prefix('+').unwrap_or(words);
    // Inside a house three digits may do; no number of the world has more than 15 (ITU-T E.164).
    (3..=15).contains(&digits) && signs.chars().all(|sign| sign.is_ascii_digit() || " ()-/.".contains(sign))
}

fn is_web(words: &str) -> bool {
    let Some((scheme, rest)) = words.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.split_once(':').unwrap_or((host, "443"));
    scheme.eq_ignore_ascii_case("https")
        && is_host(host)
        && !port.is_empty()
        && port.chars().all(|sign| sign.is_ascii_digit())
        && !words.chars().any(|sign| sign.is_whitespace() || sign.is_control())
}

fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|sign| sign.is_alphanumeric() || sign == '-')
    };
    host.split('.').all(is_label)
}
