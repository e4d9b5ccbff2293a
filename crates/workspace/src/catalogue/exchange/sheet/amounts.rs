//! Hours and amounts of money as people write them.

use chrono::TimeDelta;

/// Hours with as many places as it takes: "1.5".
pub(super) fn hours(time: TimeDelta) -> String {
    let seconds = time.num_seconds().max(0);
    if seconds % 3600 == 0 {
        (seconds / 3600).to_string()
    } else {
        format!("{}:{:02}:{:02}", seconds / 3600, seconds % 3600 / 60, seconds % 60)
    }
}

/// Ten years of days and nights, in seconds: nothing is planned for longer.
const LONGEST: i64 = 10 * 366 * 24 * 60 * 60;

pub(super) fn parse_hours(words: &str) -> Option<TimeDelta> {
    let words = words.trim().replace(',', ".");
    let most = |seconds: i64| (0..=LONGEST).contains(&seconds).then(|| TimeDelta::seconds(seconds));
    if words.contains(':') {
        let parts: Vec<i64> = words
            .split(':')
            .map(|part| part.parse().ok().filter(|part| (0..1_000_000).contains(part)))
            .collect::<Option<_>>()?;
        return match parts.as_slice() {
            [hours, minutes] => most(hours * 3600 + minutes * 60),
            [hours, minutes, seconds] => most(hours * 3600 + minutes * 60 + seconds),
            _ => None,
        };
    }
    let hours: f64 = words.parse().ok()?;
    (hours.is_finite() && (0.0..=87_840.0).contains(&hours)).then(|| (hours * 3600.0).round() as i64).and_then(most)
}

/// An amount as people write it: "1,299.00", "1.299,00", "1299".
pub(super) fn parse_amount(words: &str) -> Option<u64> {
    let digits: String =
        words.chars().filter(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',')).collect();
    let strange = words
        .chars()
        .any(|letter| !letter.is_ascii_digit() && !matches!(letter, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\''));
    if strange || digits.is_empty() {
        return None;
    }
    let (whole, part) = match digits.rfind(['.', ',']) {
        Some(place) if digits.len() - place - 1 <= 2 => digits.split_at(place),
        _ => (&*digits, ""),
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let part: String = part.chars().filter(char::is_ascii_digit).chain("00".chars()).take(2).collect();
    [&*whole, &part].concat().parse().ok().filter(|cents| *cents <= 1_000_000_000_000)
}
