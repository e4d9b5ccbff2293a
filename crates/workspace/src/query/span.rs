//! Days and ages as they are typed: `2026-01-05`, `2026-01-05..2026-01-11`, `today`, `<7d`.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::fault::Fault;
use super::field::Field;
use super::lex::{Clause, Op, Value};
use super::time::{Age, Span, Unit};

const RIGHT: &str = "a day like 2026-01-05, days like 2026-01-05..2026-01-11, today, or an age like <7d";

/// The spans of a clause.
pub(super) fn spans(field: Field, clause: &Clause) -> Result<BTreeSet<Span>, Fault> {
    clause.values.iter().map(|value| span(clause.op, value).map_err(|what| fault(field, value, what))).collect()
}

/// What is wrong with a value.
enum Wrong {
    Form,
    NoSuchDay,
    Order,
}

fn fault(field: Field, value: &Value, wrong: Wrong) -> Fault {
    let at: Range<usize> = value.at.clone();
    match wrong {
        Wrong::Form => Fault::no_value(at, field, &value.text, ["today", "yesterday"].into_iter(), RIGHT),
        Wrong::NoSuchDay => Fault::new(at, ["There is no day \u{201c}", &value.text, "\u{201d}."].concat()),
        Wrong::Order => Fault::new(at, "The first day comes after the last: swap them."),
    }
}

fn span(op: Op, value: &Value) -> Result<Span, Wrong> {
    let (op, text) = value.signed(op);
    let text = text.trim().to_lowercase();
    let text = text.as_str();
    if let Some(age) = age(text) {
        return match op {
            Op::Below | Op::AtMost => Ok(Span::Younger(age)),
            Op::Above | Op::AtLeast => Ok(Span::Older(age)),
            Op::Is => Err(Wrong::Form),
        };
    }
    if op == Op::Is {
        return match (text, text.split_once("..")) {
            ("today", _) => Ok(Span::Today),
            ("yesterday", _) => Ok(Span::Yesterday),
            (_, Some(("", last))) => day(last).map(Span::Until),
            (_, Some((first, ""))) => day(first).map(Span::From),
            (_, Some((first, last))) => match (day(first)?, day(last)?) {
                (first, last) if first <= last => Ok(Span::Days(first, last)),
                _ => Err(Wrong::Order),
            },
            (text, None) => day(text).map(|day| Span::Days(day, day)),
        };
    }
    let day = day(text)?;
    match op {
        Op::Below => day.pred_opt().map(Span::Until),
        Op::AtMost => Some(Span::Until(day)),
        Op::Above => day.succ_opt().map(Span::From),
        Op::AtLeast | Op::Is => Some(Span::From(day)),
    }
    .filter(|span| !matches!(span, Span::Until(day) | Span::From(day) if !(1..=9999).contains(&day.year())))
    .ok_or(Wrong::NoSuchDay)
}

fn age(text: &str) -> Option<Age> {
    let (unit, letter) = Unit::ALL.into_iter().find(|(_, letter)| text.ends_with(*letter))?;
    let digits = text.strip_suffix(letter)?;
    let all_digits = digits.bytes().all(|digit| digit.is_ascii_digit());
    Some(Age { count: digits.parse().ok().filter(|_| all_digits)?, unit })
}

fn day(text: &str) -> Result<NaiveDate, Wrong> {
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Err(Wrong::Form);
    };
    let number = |part: &str, most: usize| {
        let digits = !part.is_empty() && part.len() <= most && part.bytes().all(|digit| digit.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| digits).ok_or(Wrong::Form)
    };
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    let year = i32::try_from(year).map_err(|_| Wrong::Form)?;
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| year > 0).ok_or(Wrong::NoSuchDay)
}
