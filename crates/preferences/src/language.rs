//! What a language says about dates and numbers, read off from samples that the browser writes in it.

use crate::format::{Dates, FirstDay, Format, Grouping, Hours};

/// What the browser wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Samples {
    /// 16 May 2016 in figures: `16/05/2016`.
    pub date: String,
    /// Five past two in the afternoon, its hour alone: `14`, `2 pm`.
    pub hour: String,
    /// 1234567.5: `1,234,567.5`.
    pub number: String,
    /// The first day of a week, from 1 for Monday to 7; `None` where the browser does not tell.
    pub first_day: Option<u8>,
    /// The language's tag: `en-GB`.
    pub tag: String,
}

/// Where a week begins on Sunday, or on Saturday, for browsers that do not tell. Source: CLDR, the larger countries.
const SUNDAY: &str = "US CA MX BR CO PE VE JP KR TW HK IN PK IL ZA KE PH ID TH SG SA";
const SATURDAY: &str = "AE EG DZ IQ JO KW OM QA SY AF IR";

impl Format {
    /// The format of a language. Where the order of figures could be misread, a month is a word: `05/06` is one day
    /// in London and another in Boston.
    pub fn of_language(samples: &Samples) -> Self {
        Self {
            dates: dates(&samples.date),
            hours: if samples.hour.is_empty() || samples.hour.contains("14") {
                Hours::TwentyFour
            } else {
                Hours::Twelve
            },
            grouping: grouping(&samples.number),
            first_day: first_day(samples),
        }
    }
}

fn dates(sample: &str) -> Dates {
    let at = |figure: &str| sample.find(figure);
    match (at("2016"), at("16"), at("5")) {
        (Some(0), ..) => Dates::YearFirst,
        (Some(_), Some(day), Some(month)) if month < day => Dates::WordDay,
        (Some(_), Some(_), Some(_)) if sample.contains('.') => Dates::Dots,
        _ => Dates::DayWord,
    }
}

fn grouping(sample: &str) -> Grouping {
    // The sign behind the first figure parts the thousands; Indian lakhs are parted by it, too.
    match sample.chars().find(|sign| !sign.is_ascii_digit()) {
        Some('.') => Grouping::Dot,
        Some(' ' | '\u{a0}' | '\u{202f}') => Grouping::Space,
        Some('\'' | '’') => Grouping::Apostrophe,
        _ => Grouping::Comma,
    }
}

fn first_day(samples: &Samples) -> FirstDay {
    let region = || samples.tag.split('-').skip(1).find(|part| part.len() == 2).unwrap_or_default();
    let in_list = |list: &str| {
        let region = region();
        !region.is_empty() && list.split(' ').any(|one| one == region)
    };
    match samples.first_day {
        Some(7) => FirstDay::Sunday,
        Some(6) => FirstDay::Saturday,
        Some(_) => FirstDay::Monday,
        None if in_list(SUNDAY) => FirstDay::Sunday,
        None if in_list(SATURDAY) => FirstDay::Saturday,
        None => FirstDay::Monday,
    }
}
