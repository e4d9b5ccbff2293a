//! The one way to write a query down: what stands in links, in saved views and in the field when chips are pressed.
//! Reading it again gives the same query.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::choice::bit;
use super::field::{Field, Kind};
use super::name::Name;
use super::params::key_text;
use super::time::{Age, Span, Unit};
use super::typed::OPEN;
use super::{Query, Sort};

impl Query {
    /// The whole query, as [`parse`](super::parse) reads it.
    pub fn to_text(&self) -> String {
        let mut parts: Vec<String> = vec![];
        let layout = [Field::GroupBy, Field::Sort];
        for field in Field::ALL.into_iter().filter(|field| !layout.contains(field)) {
            parts.extend(self.clauses(field));
        }
        parts.extend(self.words.iter().map(|word| minus(word.negated) + &quoted(&word.text)));
        parts.extend(layout.into_iter().flat_map(|field| self.clauses(field)));
        parts.join(" ")
    }

    /// What is asked about a field: no clause, one, or several.
    pub fn clauses(&self, field: Field) -> Vec<String> {
        let clause = |negated: bool, values: Vec<String>| {
            (!values.is_empty()).then(|| [&minus(negated), field.word(), ":", &values.join(",")].concat())
        };
        match field.kind() {
            Kind::Choice | Kind::Number => clause(false, choices(field, self.bits(field))).into_iter().collect(),
            Kind::Name => {
                let Some(names) = self.names(field) else { return vec![] };
                let print = |names: &BTreeSet<Name>| names.iter().map(|name| name_text(name, field)).collect();
                [clause(false, print(&names.any)), clause(true, print(&names.not))].into_iter().flatten().collect()
            }
            Kind::Time(what) => {
                let times = self.times.iter().filter(|time| time.what == what);
                times.filter_map(|time| clause(time.negated, time.any.iter().map(span_text).collect())).collect()
            }
            Kind::Grouping => {
                clause(false, self.grouping.iter().map(|by| by.word().to_owned()).collect()).into_iter().collect()
            }
            Kind::Sort => clause(false, self.sort.iter().map(sort_text).collect()).into_iter().collect(),
        }
    }
}

fn minus(negated: bool) -> String {
    String::from(if negated { "-" } else { "" })
}

fn choices(field: Field, bits: u32) -> Vec<String> {
    let open = field == Field::State && bits & OPEN == OPEN;
    let rest = if open { bits & !OPEN } else { bits };
    let words = field.words().iter().enumerate().filter(|(place, _)| rest & bit(*place) != 0).map(|(_, word)| *word);
    open.then_some("open").into_iter().chain(words).map(str::to_owned).collect()
}

fn sort_text(sort: &Sort) -> String {
    minus(sort.descending) + sort.key.word()
}

fn name_text(name: &Name, field: Field) -> String {
    match name {
        Name::None => "none".to_owned(),
        Name::Me => "me".to_owned(),
        Name::Key(key) => ["#", &key_text(*key)].concat(),
        Name::Called(name) => {
            let person = matches!(field, Field::Person | Field::Caller);
            let keyword = name.eq_ignore_ascii_case("none") || person && name.eq_ignore_ascii_case("me");
            if keyword { ["\"", name, "\""].concat() } else { quoted(name) }
        }
    }
}

fn span_text(span: &Span) -> String {
    match span {
        Span::Today => "today".to_owned(),
        Span::Yesterday => "yesterday".to_owned(),
        Span::Days(first, last) if first == last => day_text(*first),
        Span::Days(first, last) => [&day_text(*first), "..", &day_text(*last)].concat(),
        Span::From(day) => day_text(*day) + "..",
        Span::Until(day) => ["..", &day_text(*day)].concat(),
        Span::Younger(age) => ["<", &age_text(*age)].concat(),
        Span::Older(age) => [">", &age_text(*age)].concat(),
    }
}

fn age_text(age: Age) -> String {
    let letter = Unit::ALL.into_iter().find(|(unit, _)| *unit == age.unit).map_or('d', |(_, letter)| letter);
    let mut text = age.count.to_string();
    text.push(letter);
    text
}

fn day_text(day: NaiveDate) -> String {
    let mut text = String::new();
    for (number, width, before) in [(day.year().unsigned_abs(), 4, ""), (day.month(), 2, "-"), (day.day(), 2, "-")] {
        let digits = number.to_string();
        text.push_str(before);
        (digits.len()..width).for_each(|_| text.push('0'));
        text.push_str(&digits);
    }
    text
}

/// A text as one word or value: in quotes unless it is plain.
pub(super) fn quoted(text: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | '/' | '@' | '+');
    if !text.is_empty() && !text.starts_with('-') && text.chars().all(plain) {
        return text.to_owned();
    }
    let mut quoted = String::from('"');
    for letter in text.chars() {
        if matches!(letter, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(letter);
    }
    quoted.push('"');
    quoted
}
