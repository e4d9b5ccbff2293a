//! Instants, local times and numbers of seconds as the probe reads and writes them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta, Utc};

/// An ISO 8601 instant with `Z` or an offset; seconds and fractions (`.` or `,`) may be left out.
pub fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    let wrong = || format!("{text:?} is not an instant such as 2006-01-02T15:04:05Z or 2006-01-02T15:04+01:00");
    let text = text.trim();
    let (date, rest) = split_at_time(text).ok_or_else(wrong)?;
    let zone = rest.find(['Z', 'z', '+', '-']).ok_or_else(wrong)?;
    let (time, zone) = rest.split_at(zone);
    let local = date_time(date, time).ok_or_else(wrong)?;
    let ahead = offset(zone).ok_or_else(wrong)?;
    local.checked_sub_signed(ahead).map(|utc| utc.and_utc()).ok_or_else(wrong)
}

/// An ISO 8601 local date and time, without a zone; `24:00` is the end of the day.
pub fn local(text: &str) -> Result<NaiveDateTime, String> {
    let parts = split_at_time(text.trim());
    parts
        .and_then(|(date, time)| date_time(date, time))
        .ok_or_else(|| format!("{text:?} is not a local time such as 2006-01-02T15:04 (without an offset)"))
}

/// A date, `YYYY-MM-DD`.
pub fn date(text: &str) -> Result<NaiveDate, String> {
    plain_date(text).ok_or_else(|| format!("{text:?} is not a date such as 2006-01-02"))
}

/// An instant in UTC: seconds shown, a fraction only where there is one, without trailing zeros.
pub fn written(at: DateTime<Utc>) -> String {
    let text = at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    match text.trim_end_matches('Z') {
        fraction if fraction.contains('.') => format!("{}Z", fraction.trim_end_matches('0')),
        whole => format!("{whole}Z"),
    }
}

/// A duration from a number of seconds that is not negative, to the nanosecond.
pub fn duration(seconds: f64) -> Result<TimeDelta, String> {
    if seconds.is_nan() || seconds < 0.0 {
        return Err(format!("seconds must be 0 or more, not {seconds}"));
    }
    let too_many = || format!("{seconds} seconds are more than can be counted");
    // By its shortest decimal form, which is what was written: 69447045.034688 means 34,688 microseconds, though
    // the nearest float is some nanoseconds off.
    let written = seconds.abs().to_string();
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, "0"));
    let whole = whole.parse().ok().and_then(TimeDelta::try_seconds).ok_or_else(too_many)?;
    let fraction = nanoseconds(fraction).map(TimeDelta::nanoseconds).ok_or_else(too_many)?;
    whole.checked_add(&fraction).ok_or_else(too_many)
}

/// A number of seconds, whole where it is whole.
pub fn seconds(duration: TimeDelta) -> serde_json::Value {
    let (seconds, nanoseconds) = (duration.num_seconds(), duration.subsec_nanos());
    if nanoseconds == 0 {
        return seconds.into();
    }
    // Through decimals, so that the float is the nearest to the exact number.
    format!("{seconds}.{nanoseconds:09}").parse::<f64>().map_or(serde_json::Value::Null, Into::into)
}

fn split_at_time(text: &str) -> Option<(&str, &str)> {
    let at = text.find(['T', 't', ' '])?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

fn date_time(date: &str, time: &str) -> Option<NaiveDateTime> {
    let (whole, fraction) = match time.split_once(['.', ',']) {
        Some((whole, fraction)) => (whole, nanoseconds(fraction)?),
        None => (time, 0),
    };
    let mut parts = whole.split(':');
    let hours = number(parts.next()?, 2)?;
    let minutes = number(parts.next()?, 2)?;
    let seconds = parts.next().map_or(Some(0), |seconds| number(seconds, 2))?;
    let nothing_more = parts.next().is_none() && (fraction == 0 || whole.len() == "00:00:00".len());
    let of_day = TimeDelta::seconds((hours * 60 + minutes) * 60 + seconds) + TimeDelta::nanoseconds(fraction);
    // 60 is a leap second: it counts as the first of the next minute.
    let exists = hours <= 24 && minutes < 60 && seconds <= 60 && (hours < 24 || of_day <= TimeDelta::days(1));
    if !(nothing_more && exists) {
        return None;
    }
    plain_date(date)?.and_time(NaiveTime::MIN).checked_add_signed(of_day)
}

/// `YYYY-MM-DD`; years beyond four digits carry a sign.
fn plain_date(text: &str) -> Option<NaiveDate> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'+' => (1, text.get(1..)?),
        b'-' => (-1, text.get(1..)?),
        _ => (1, text),
    };
    let mut parts = digits.split('-');
    let year = parts.next()?;
    let signed = digits.len() < text.len();
    let year = number(year, if signed { year.len().clamp(4, 6) } else { 4 })?;
    let (month, day) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(sign * i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// `Z`, `+HH:MM`, `+HHMM` or `+HH`.
fn offset(text: &str) -> Option<TimeDelta> {
    if matches!(text, "Z" | "z") {
        return Some(TimeDelta::zero());
    }
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if digits.len() == 2 => (digits, "00"),
        None => digits.split_at_checked(2)?,
    };
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    (hours < 24 && minutes < 60).then(|| TimeDelta::minutes(sign * (hours * 60 + minutes)))
}

/// A number of exactly so many digits.
fn number(text: &str, digits: usize) -> Option<i64> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// The digits of a fraction of a second; beyond the ninth they are dropped.
fn nanoseconds(digits: &str) -> Option<i64> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    format!("{digits:0<9}").get(..9)?.parse().ok()
}
