//! The advisor and its file: that the rules are whole, that each reason names an answer, and what four organisations
//! that could not be more different are told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod over_time;
mod profiles;
mod properties;
mod texts;

use std::sync::LazyLock;

use chrono::NaiveDate;
use learning::advisor::{Advice, Advisor, Answers};

const TEXT: &str = include_str!("../../../../public/content/knowledge/advisor.json");

fn advisor() -> &'static Advisor {
    static ADVISOR: LazyLock<Advisor> = LazyLock::new(|| Advisor::read(TEXT).expect("the file is readable"));
    &ADVISOR
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A Monday.
fn start() -> NaiveDate {
    day(2026, 3, 2)
}

fn advise(answers: &Answers) -> Advice {
    advisor().advise(answers, start()).expect("every extent is described")
}

/// Answers from lines of "question: answer answer".
fn answers(lines: &str) -> Answers {
    let mut answers = Answers::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let (question, given) = line.split_once(':').unwrap();
        answers.give(question.trim(), given.split_whitespace());
    }
    answers
}
