//! Spans of working time as people type them: "15 min", "4 h", "1 h 30 min", "2 working days".

use chrono::TimeDelta;

const WITHOUT_UNIT: &str = "Add a unit: 15 min, 4 h or 2 working days.";
const WHICH_DAY: &str = "Say which day is meant: write “2 working days”, or hours.";
const NOT_A_SPAN: &str = "Write how long it may take: 15 min, 4 h, 1 h 30 min or 2 working days.";
const TOO_LONG: &str = "That is longer than ten years; nobody would notice such a target.";
/// Nobody agrees on more, and sums stay far from any limit.
const LONGEST: TimeDelta = TimeDelta::days(3653);

/// The span that was typed; nothing typed (or "none") is none. `working_day` is how long a working day is.
///
/// # Errors
/// What is not understood, and how to write it.
pub fn read(text: &str, working_day: TimeDelta) -> Result<Option<TimeDelta>, &'static str> {
    let text = text.trim().to_lowercase();
    if text.is_empty() || text == "none" {
        return Ok(None);
    }
    let mut seconds = 0.0_f64;
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (number, behind) = number(rest).ok_or(NOT_A_SPAN)?;
        let end = behind.find(|letter: char| letter.is_ascii_digit()).unwrap_or(behind.len());
        let (unit, behind) = behind.split_at_checked(end).ok_or(NOT_A_SPAN)?;
        seconds += number * unit_seconds(unit.trim().trim_end_matches([',', '.']), working_day)?;
        rest = behind;
    }
    if seconds > LONGEST.num_seconds() as f64 {
        return Err(TOO_LONG);
    }
    // Below a limit of ten years; a fraction of a second is nothing anybody agrees on.
    Ok(Some(TimeDelta::seconds(seconds.round() as i64)))
}

/// The number at the beginning ("1.5"), and what stands behind it.
fn number(text: &str) -> Option<(f64, &str)> {
    let end = text.find(|letter: char| !(letter.is_ascii_digit() || letter == '.')).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(end)?;
    Some((number.trim_end_matches('.').parse().ok()?, rest.trim_start()))
}

fn unit_seconds(unit: &str, working_day: TimeDelta) -> Result<f64, &'static str> {
    Ok(match unit {
        "s" | "sec" | "second" | "seconds" => 1.0,
        "m" | "min" | "mins" | "minute" | "minutes" => 60.0,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3600.0,
        "working day" | "working days" | "workday" | "workdays" | "wd" => working_day.num_seconds() as f64,
        "d" | "day" | "days" => return Err(WHICH_DAY),
        "" => return Err(WITHOUT_UNIT),
        _ => return Err(NOT_A_SPAN),
    })
}

/// The span as [`read`] reads it, in hours and smaller units: a working day may come to be another one.
pub fn write(span: TimeDelta) -> String {
    let seconds = span.num_seconds();
    let parts = [(seconds / 3600, " h"), (seconds / 60 % 60, " min"), (seconds % 60, " s")];
    let mut text = String::new();
    for (number, unit) in parts {
        if number != 0 {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&number.to_string());
            text.push_str(unit);
        }
    }
    if text.is_empty() { "0 min".to_owned() } else { text }
}

/// "3 working days" where the span is that many, at least one; else nothing.
pub fn in_working_days(span: TimeDelta, working_day: TimeDelta) -> Option<String> {
    let (span, day) = (span.num_seconds(), working_day.num_seconds());
    if day <= 0 || span < day || span % day != 0 {
        return None;
    }
    let days = span / day;
    Some(days.to_string() + if days == 1 { " working day" } else { " working days" })
}
