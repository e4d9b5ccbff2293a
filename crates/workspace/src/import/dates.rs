//! Dates as exports write them: `29/2/2016 01:16`, `2/29/2016 01:16`, `2016-02-29 01:16[:00]`.
//!
//! Whether the day or the month comes first is decided once for the whole file: the day, unless some date is
//! impossible then. No zone is named, so times are read as UTC, which the report says.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::fault::ImportFault;
use super::read::Raw;
use crate::base::Dates;
use crate::base::grid::UNKNOWN;

/// Understands every date column of a file, or names the first cell that is no date.
pub fn understand(raw: &mut Raw) -> Result<Dates, ImportFault> {
    let all = || {
        let columns = raw.columns.iter().filter(|column| column.field.is_moment());
        columns.flat_map(|column| column.words.iter().filter(|word| !word.is_empty()))
    };
    let day_first = all().all(|word| parse(word, false).is_some());
    let month_first = all().all(|word| parse(word, true).is_some());
    let order_matters = all().any(|word| parse(word, false) != parse(word, true));
    let dates = Dates {
        month_first: month_first && !day_first,
        assumed: day_first && month_first && order_matters,
        name_utc: all().next().is_some() && all().all(|word| word.ends_with(['Z', 'z'])),
    };
    if !day_first && !month_first {
        return Err(first_fault(raw));
    }
    for column in raw.columns.iter_mut().filter(|column| column.field.is_moment()) {
        let moments = column.words.iter().map(|word| parse(word, dates.month_first).unwrap_or(UNKNOWN));
        column.moments = moments.collect();
    }
    Ok(dates)
}

/// The first cell that is no date in the order that fits more cells.
fn first_fault(raw: &Raw) -> ImportFault {
    let faults = |month_first: bool| {
        let mut faults = Vec::new();
        for column in raw.columns.iter().filter(|column| column.field.is_moment()) {
            for (word, line) in column.words.iter().zip(&column.first_lines) {
                if !word.is_empty() && parse(word, month_first).is_none() {
                    faults.push((*line, &column.name, word));
                }
            }
        }
        faults
    };
    let (by_day, by_month) = (faults(false), faults(true));
    let fewer = if by_month.len() < by_day.len() { by_month } else { by_day };
    let (line, column, cell) = fewer.into_iter().min().map_or((0, "", ""), |(line, column, cell)| (line, column, cell));
    ImportFault::Date { line: u64::from(line), column: column.to_owned(), cell: cell.chars().take(40).collect() }
}

/// Seconds since 1970.
fn parse(word: &str, month_first: bool) -> Option<i64> {
    let word = word.strip_suffix(['Z', 'z']).unwrap_or(word);
    let (date, time) = word.split_once([' ', 'T']).unwrap_or((word, "0:0"));
    let mut parts = date.split(['/', '-', '.']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = match (first.len(), third.len(), month_first) {
        (4, 1 | 2, _) => (first, second, third),
        (1 | 2, 4, false) => (third, second, first),
        (1 | 2, 4, true) => (third, first, second),
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(i32::try_from(digits(year)?).ok()?, digits(month)?, digits(day)?)?;
    let mut parts = time.trim().split(':');
    let (hour, minute) = (digits(parts.next()?)?, digits(parts.next()?)?);
    let second = parts.next().map_or(Some(0), digits)?;
    if parts.next().is_some() {
        return None;
    }
    let time = NaiveTime::from_hms_opt(hour, minute, second)?;
    Some(NaiveDateTime::new(date, time).and_utc().timestamp())
}

/// One to four digits and nothing else.
fn digits(text: &str) -> Option<u32> {
    let plain = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_ways_to_write_an_instant_mean_the_same() {
        let expected = Some(1_456_708_560);
        assert_eq!(parse("29/2/2016 01:16", false), expected);
        assert_eq!(parse("2/29/2016 1:16", true), expected);
        assert_eq!(parse("29.02.2016 01:16:00", false), expected);
        for month_first in [false, true] {
            assert_eq!(parse("2016-02-29 01:16", month_first), expected);
            assert_eq!(parse("2016-02-29T01:16:00Z", month_first), expected);
        }
    }

    #[test]
    fn what_no_calendar_has_is_no_date() {
        for word in ["30/2/2016 01:16", "29/2/2016 24:00", "29/2/16 01:16", "yesterday", "1/2/2016/3", "+1/2/2016"] {
            assert_eq!(parse(word, false), None, "{word}");
        }
    }
}
