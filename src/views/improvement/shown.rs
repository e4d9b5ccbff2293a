//! States, amounts and days of an improvement in words.

use chrono::{NaiveDate, NaiveTime};
use itsm::improvement::{Amount, Reading, Stage};

use crate::ui::{Picture, Tone};
use crate::views::words;

/// How a state looks.
pub fn tone(stage: Stage) -> Tone {
    match stage {
        Stage::New | Stage::Accepted | Stage::Assess | Stage::Approved | Stage::OnHold => Tone::Slate,
        Stage::InProgress | Stage::Review => Tone::Warn,
        Stage::Closed => Tone::Ok,
        Stage::Cancelled => Tone::Neutral,
    }
}

/// Its shape.
pub fn picture(stage: Stage) -> Picture {
    match stage {
        Stage::New => Picture::New,
        Stage::Accepted | Stage::Assess | Stage::Approved => Picture::Info,
        Stage::InProgress | Stage::Review => Picture::Running,
        Stage::OnHold => Picture::Paused,
        Stage::Closed => Picture::Met,
        Stage::Cancelled => Picture::Close,
    }
}

/// `57.14 %`, `3.5 business hours`.
pub fn amount(amount: Amount, unit: &str) -> String {
    let text = words::decimal(&rounded(amount).plain());
    if unit.is_empty() { text } else { text + " " + unit }
}

/// To two decimals: more would claim more than was measured.
fn rounded(amount: Amount) -> Amount {
    const HUNDREDTH: i64 = Amount::ONE / 100;
    let half = if amount.0 < 0 { -HUNDREDTH / 2 } else { HUNDREDTH / 2 };
    Amount(amount.0.saturating_add(half) / HUNDREDTH * HUNDREDTH)
}

/// `16 May 2016`.
pub fn day(date: NaiveDate) -> String {
    words::date(date.and_time(NaiveTime::MIN))
}

/// Of which days a look at a measure is, or on which day it was.
pub fn when(reading: Reading) -> String {
    match reading {
        Reading::Days { first, last } if first == last => day(first),
        Reading::Days { first, last } => day(first) + " to " + &day(last),
        Reading::Value { on, .. } => day(on),
    }
}
