//! The self-assessment and its file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod over_time;
mod prefilling;
mod standing;
mod texts;

use std::sync::LazyLock;

use chrono::NaiveDate;
use learning::maturity::{Answer, Assessment, Level, Maturity};

const TEXT: &str = include_str!("../../../../public/content/knowledge/maturity.json");

fn maturity() -> &'static Maturity {
    static MATURITY: LazyLock<Maturity> = LazyLock::new(|| Maturity::read(TEXT).expect("the file is readable"));
    &MATURITY
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A Monday.
fn monday() -> NaiveDate {
    day(2026, 3, 2)
}

fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}

/// All statements of a practice up to a level are met, the others are not.
fn reach(assessment: &mut Assessment, practice: &str, number: u8) {
    for statement in &maturity().practice(practice).unwrap().statements {
        let answer = if statement.level <= level(number) { Answer::Met } else { Answer::NotMet };
        assessment.answer(&statement.id, answer, "");
    }
}

fn reached(on: NaiveDate, practices: &[(&str, u8)]) -> Assessment {
    let mut assessment = Assessment::new(on);
    for (practice, number) in practices {
        reach(&mut assessment, practice, *number);
    }
    assessment
}
