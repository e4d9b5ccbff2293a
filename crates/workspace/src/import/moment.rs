//! Dates in all the ways in which tools and spreadsheets write them: `2024-03-12T15:45:00+01:00`, `12/03/2024 15:45`,
//! `12/Mar/24 3:45 PM`, `March 12, 2024`. Only the order of day and month has to be told; a zone, where none is named.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use itsm::calendar::Zone;

/// A date as it is written: a local time, and how far it is ahead of UTC where it says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// What it reads.
    pub local: NaiveDateTime,
    /// Seconds ahead of UTC.
    pub ahead: Option<i32>,
    /// Whether it names a time of the day.
    pub timed: bool,
}

/// Years of two digits below this are of this century.
const PIVOT: i32 = 70;

/// The longest text that is looked at, in bytes: more is no date.
const LONGEST: usize = 60;

/// Months by how their names begin, in the languages of the tools' exports.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene"],
    &["feb", "fév", "fev"],
    &["mar", "mär", "mrz"],
    &["apr", "abr", "avr"],
    &["may", "mai"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "ago", "aoû", "aou"],
    &["sep", "set"],
    &["oct", "okt", "out"],
    &["nov"],
    &["dec", "dez", "dic", "déc"],
];

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Reads a date; `None` if it is none, or none that any calendar has. `month_first` counts where both are numbers.
pub fn read(word: &str, month_first: bool) -> Option<Written> {
    if word.len() > LONGEST || !word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let word = without_weekday(word.trim());
    let (date, rest) = date(word, month_first)?;
    let rest = rest.strip_prefix(['T', 't', ',']).unwrap_or(rest).trim_start();
    if rest.is_empty() {
        return Some(Written { local: date.and_time(NaiveTime::MIN), ahead: None, timed: false });
    }
    let (time, rest) = time(rest)?;
    let ahead = match rest.trim() {
        "" => None,
        zone => Some(ahead(zone)?),
    };
    Some(Written { local: date.and_time(time), ahead, timed: true })
}

/// The instant, in seconds since 1970, and whether the local time does not exist there and moved on by the gap.
pub fn resolve(written: Written, zone: Zone) -> Option<(i64, bool)> {
    if let Some(ahead) = written.ahead {
        let utc = written.local.checked_sub_signed(TimeDelta::seconds(ahead.into()))?;
        return Some((utc.and_utc().timestamp(), false));
    }
    let at: DateTime<chrono::Utc> = zone.resolve(written.local)?;
    Some((at.timestamp(), zone.local(at) != written.local))
}

fn without_weekday(word: &str) -> &str {
    let end = word.find(|letter: char| !letter.is_alphabetic()).unwrap_or(0);
    let (name, rest) = word.split_at(end);
    let lower = name.to_lowercase();
    if WEEKDAYS.iter().any(|day| lower.starts_with(day)) && month(&lower).is_none() {
        return rest.trim_start_matches([',', '.', ' ']);
    }
    word
}

fn month(name: &str) -> Option<u32> {
    let lower = name.to_lowercase();
    (lower.chars().count() >= 3).then_some(())?;
    let place = MONTHS.iter().position(|names| names.iter().any(|begins| lower.starts_with(begins)))?;
    u32::try_from(place + 1).ok()
}

/// The date at the beginning of a text, and what follows it.
fn date(text: &str, month_first: bool) -> Option<(NaiveDate, &str)> {
    let (first, rest) = part(text)?;
    let (second, rest) = part(after_mark(rest)?)?;
    let (third, rest) = part(after_mark(rest)?)?;
    let named = [first, second].iter().any(|part| month(part).is_some());
    let (year, month_part, day) = match (first.len(), named) {
        (4, _) if number(first).is_some() => (first, second, third),
        (_, true) if month(first).is_some() => (third, first, second),
        (_, false) if month_first => (third, first, second),
        _ => (third, second, first),
    };
    let month_number = month(month_part).or_else(|| number(month_part).filter(|_| month_part.len() <= 2))?;
    let day = number(day).filter(|_| day.len() <= 2)?;
    Some((NaiveDate::from_ymd_opt(full_year(year)?, month_number, day)?, rest))
}

/// Digits or letters at the beginning of a text.
fn part(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?;
    let same = |letter: char| {
        if first.is_ascii_digit() { letter.is_ascii_digit() } else { letter.is_alphabetic() }
    };
    let end = text.find(|letter: char| !same(letter)).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// What follows the mark between two parts of a date.
fn after_mark(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(['.', ',', ' ']);
    let rest = rest.strip_prefix(['/', '-']).unwrap_or(rest);
    (rest.len() < text.len()).then_some(rest)
}

fn full_year(digits: &str) -> Option<i32> {
    let year = i32::try_from(number(digits)?).ok()?;
    match digits.len() {
        4 => Some(year),
        2 if year < PIVOT => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// One to four digits and nothing else.
fn number(text: &str) -> Option<u32> {
    let plain = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// The time at the beginning of a text, and what follows it.
fn time(text: &str) -> Option<(NaiveTime, &str)> {
    let (hour, rest) = part(text)?;
    let (minute, mut rest) = part(rest.strip_prefix([':', 'h', '.'])?)?;
    let mut second = 0;
    if let Some(after) = rest.strip_prefix([':', '.']) {
        let (digits, after) = part(after)?;
        second = number(digits).filter(|_| digits.len() <= 2)?;
        rest = after;
        // Fractions of a second are not kept.
        if let Some(after) = rest.strip_prefix(['.', ',']) {
            rest = after.trim_start_matches(|letter: char| letter.is_ascii_digit());
        }
    }
    if hour.len() > 2 || minute.len() != 2 {
        return None;
    }
    let mut hour = number(hour)?;
    let lower = rest.trim_start().get(..2).map(str::to_ascii_lowercase).unwrap_or_default();
    if lower == "am" || lower == "pm" {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if lower == "pm" { 12 } else { 0 };
        rest = rest.trim_start().get(2..)?;
    }
    Some((NaiveTime::from_hms_opt(hour, number(minute)?, second)?, rest))
}

/// Seconds ahead of UTC: `Z`, `UTC`, `+02:00`, `-0530`, `GMT+2`.
fn ahead(zone: &str) -> Option<i32> {
    let upper = zone.trim_matches(['(', ')']).to_ascii_uppercase();
    let rest = ["UTC", "GMT", "Z"].iter().find_map(|name| upper.strip_prefix(name)).unwrap_or(&upper).trim();
    if rest.is_empty() {
        return Some(0);
    }
    let (sign, digits) = match rest.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, rest.strip_prefix(['-', '\u{2212}'])?),
    };
    let plain = digits.replace(':', "");
    let (hours, minutes) = match plain.len() {
        1 | 2 => (number(&plain)?, 0),
        4 => (number(plain.get(..2)?)?, number(plain.get(2..)?)?),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then(|| i32::try_from(hours * 3600 + minutes * 60).ok().map(|ahead| sign * ahead))?
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(word: &str, month_first: bool) -> Option<String> {
        read(word, month_first).map(|written| {
            let ahead = written.ahead.map_or(String::new(), |ahead| format!(" {ahead}"));
            format!("{}{ahead}", written.local.format("%Y-%m-%d %H:%M:%S"))
        })
    }

    #[test]
    fn the_ways_of_tools_and_spreadsheets_mean_the_same() {
        for word in [
            "2024-03-12 15:45",
            "2024-03-12T15:45:00",
            "2024/03/12 15:45:00.000",
            "12/03/2024 15:45",
            "12.03.2024 15:45",
            "12-03-2024 3:45 PM",
            "12/3/24 3:45 pm",
            "12/Mar/24 3:45 PM",
            "12-Mar-2024 15:45",
            "12 March 2024, 15:45",
            "Mar 12, 2024 3:45 PM",
            "Tue, 12 Mar 2024 15:45:00",
            "12. März 2024 15:45",
        ] {
            assert_eq!(at(word, false).as_deref(), Some("2024-03-12 15:45:00"), "{word}");
        }
        assert_eq!(at("03/12/2024 12:05 AM", true).as_deref(), Some("2024-03-12 00:05:00"));
        assert_eq!(at("03/12/2024 12:05 PM", true).as_deref(), Some("2024-03-12 12:05:00"));
        assert_eq!(at("12/03/2024", false).as_deref(), Some("2024-03-12 00:00:00"));
        assert_eq!(at("31/Dec/99", false).as_deref(), Some("1999-12-31 00:00:00"));
    }

    #[test]
    fn an_offset_is_taken_and_the_zone_then_does_not_count() {
        for (word, ahead) in [("Z", 0), ("+02:00", 7200), (" -0530", -19800), (" UTC", 0), (" GMT+1", 3600)] {
            let written = read(&("2024-03-12T15:45:00".to_owned() + word), false).unwrap();
            assert_eq!(written.ahead, Some(ahead), "{word}");
            let berlin = Zone::named("Europe/Berlin").unwrap();
            assert_eq!(resolve(written, berlin), resolve(written, Zone::UTC));
        }
    }

    #[test]
    fn a_time_that_clocks_skip_moves_on_and_one_that_comes_twice_is_the_first() {
        let berlin = Zone::named("Europe/Berlin").unwrap();
        let seconds = |word: &str| resolve(read(word, false).unwrap(), berlin).unwrap();
        let utc = |word: &str| resolve(read(word, false).unwrap(), Zone::UTC).unwrap().0;
        assert_eq!(seconds("2024-03-31 02:30"), (utc("2024-03-31 01:30"), true));
        assert_eq!(seconds("2024-10-27 02:30"), (utc("2024-10-27 00:30"), false));
    }

    #[test]
    fn what_no_calendar_has_is_no_date() {
        for word in [
            "30/2/2024",
            "12/13/14/15",
            "yesterday",
            "12",
            "2024",
            "12/Foo/24",
            "1/2/202",
            "12:30",
            "12/03/2024 25:00",
            "12/03/2024 13:00 PM",
            "12/03/2024 10:00 nowhere",
            "INC0000012",
            "10.0.0.1",
            "",
            "5-2",
            "2024-03-12 +02",
        ] {
            assert_eq!(at(word, false), None, "{word}");
        }
        assert_eq!(at("31/12/2024", true), None, "there is no month 31");
    }

    proptest! {
        #[test]
        fn no_text_ever_panics(word in "\\PC{0,30}", first in any::<bool>()) {
            if let Some(written) = read(&word, first) {
                let _ = resolve(written, Zone::UTC);
            }
        }

        #[test]
        fn day_and_month_change_places_with_the_order(day in 1u32..=12, month in 1u32..=12, year in 1971i32..2069) {
            let word = format!("{day}/{month}/{year} 10:00");
            let other = format!("{month}/{day}/{year} 10:00");
            prop_assert!(read(&word, false).is_some());
            prop_assert_eq!(read(&word, false), read(&other, true));
            prop_assert_eq!(read(&word, false) == read(&word, true), day == month);
        }

        #[test]
        fn later_written_is_later(a in 0i64..2_000_000_000, b in 0i64..2_000_000_000) {
            let word = |at| DateTime::from_timestamp(at, 0).unwrap().format("%d/%b/%y %I:%M:%S %p").to_string();
            let seconds = |at| resolve(read(&word(at), false).unwrap(), Zone::UTC).unwrap().0;
            prop_assert_eq!(seconds(a), a);
            prop_assert_eq!(seconds(a).cmp(&seconds(b)), a.cmp(&b));
        }
    }
}
