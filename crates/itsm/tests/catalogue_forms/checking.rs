//! What is wrong with answers.

use chrono::NaiveDate;
use itsm::catalogue::form::{Answer, Field, FieldKind, TEXT_MOST, TextCheck, Wrong, check};

use crate::bench::{answers, c, choice, f, field, form, laptop, says};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn wrong_with(kind: FieldKind, required: bool, answer: Option<Answer>) -> Option<Wrong> {
    let form = form(vec![Field { required, ..field(1, "Asked", kind) }]);
    let mut wrong = check(&form, &answers(answer.map(|answer| (1, answer))), day(3, 5));
    assert!(wrong.len() <= 1);
    wrong.pop().map(|(key, wrong)| {
        assert_eq!(key, f(1));
        assert!(!wrong.sentence().is_empty());
        wrong
    })
}

fn words(check: TextCheck, most: u16) -> FieldKind {
    FieldKind::Text { long: false, check, most }
}

#[test]
fn what_is_required_and_asked_needs_an_answer() {
    assert_eq!(wrong_with(words(TextCheck::Any, 0), true, None), Some(Wrong::Missing));
    assert_eq!(wrong_with(words(TextCheck::Any, 0), true, Some(says("   "))), Some(Wrong::Missing));
    assert_eq!(wrong_with(words(TextCheck::Any, 0), false, None), None);
    let kind = FieldKind::Choice { choices: vec![choice(1, "One", 0)] };
    assert_eq!(wrong_with(kind, true, None), Some(Wrong::NotChosen));
}

#[test]
fn what_is_required_and_hidden_needs_no_answer() {
    let form = laptop();
    let chosen = [(1, Answer::Choice(c(1))), (2, Answer::Choice(c(3)))];
    assert_eq!(check(&form, &answers(chosen.clone()), day(1, 1)), []);
    let with_dock = chosen.into_iter().chain([(3, Answer::Choices(vec![c(6)]))]);
    assert_eq!(check(&form, &answers(with_dock), day(1, 1)), [(f(4), Wrong::Missing)]);
}

#[test]
fn another_brand_makes_the_chosen_model_missing() {
    let chosen = answers([(1, Answer::Choice(c(1))), (2, Answer::Choice(c(4)))]);
    assert_eq!(check(&laptop(), &chosen, day(1, 1)), [(f(2), Wrong::NotChosen)]);
}

#[test]
fn words_are_not_longer_than_the_field_and_never_than_any_field() {
    let long = |count: usize| Some(says(&"ä".repeat(count)));
    assert_eq!(wrong_with(words(TextCheck::Any, 3), false, long(3)), None);
    assert_eq!(wrong_with(words(TextCheck::Any, 3), false, long(4)), Some(Wrong::TooLong(3)));
    assert_eq!(wrong_with(words(TextCheck::Any, 0), false, long(4001)), Some(Wrong::TooLong(TEXT_MOST)));
    assert_eq!(
        wrong_with(FieldKind::Person, false, Some(Answer::Person("x".repeat(256).into()))),
        Some(Wrong::TooLong(255))
    );
}

#[test]
fn words_are_checked_for_what_they_must_be() {
    let table: [(TextCheck, &[&str], &[&str]); 5] = [
        (
            TextCheck::Email,
            &["a@b.example", " Ines.Duarte@halden.example ", "o'neil+desk@sub.halden.example", "ö@bücher.example"],
            &[
                "",
                "a",
                "a@",
                "@b.example",
                "a@b",
                "a@@b.example",
                "a b@c.example",
                "a@b..example",
                "a@-b.example",
                ".a@b.example",
                "<a@b.example>",
            ],
        ),
        (
            TextCheck::Phone,
            &["4711", "+49 30 123456", "(030) 12-34/56", "555.123.4567"],
            &["", "12", "+", "call me", "49+30123", "12345678901234567", "++49 30 12"],
        ),
        (TextCheck::Digits, &["0", "004711"], &["", "1.5", "-3", "12a", "1 2", "٣"]),
        (TextCheck::Code, &["CC4711", "ä1"], &["", "CC-4711", "CC 4711", "a_b"]),
        (
            TextCheck::Web,
            &["https://example.org", "HTTPS://example.org/a?b#c", "https://intranet:8443/x", " https://example.org "],
            &[
                "",
                "http://example.org",
                "https://",
                "https:///path",
                "https://exa mple.org",
                "https://user@example.org",
                "javascript:alert(1)",
                "https://example.org:",
                "https://example.org:a",
                "example.org",
                "https://[::1]/",
            ],
        ),
    ];
    for (check, good, bad) in table {
        for one in good {
            assert!(check.passes(one), "{check:?} should take {one:?}");
        }
        for one in bad {
            assert!(!check.passes(one), "{check:?} should refuse {one:?}");
        }
    }
    assert_eq!(wrong_with(words(TextCheck::Digits, 0), false, Some(says("x"))), Some(Wrong::Not(TextCheck::Digits)));
    assert_eq!(wrong_with(words(TextCheck::Email, 0), false, None), None);
}

#[test]
fn a_number_stays_between_its_ends() {
    let kind = || FieldKind::Number { least: Some(1), most: Some(64), unit: "GB".into(), each: 0 };
    let with = |number| wrong_with(kind(), false, Some(Answer::Number(number)));
    assert_eq!([with(1), with(64)], [None, None]);
    assert_eq!(with(0).unwrap().sentence(), "Write 1 GB or more.");
    assert_eq!(with(65).unwrap().sentence(), "Write 64 GB or less.");
}

#[test]
fn words_where_a_number_or_a_day_is_asked_for_are_never_passed_over_in_silence() {
    let kind = FieldKind::Number { least: None, most: None, unit: "".into(), each: 0 };
    assert_eq!(wrong_with(kind, false, Some(says("three"))), Some(Wrong::NotANumber));
    let kind = FieldKind::Date { future: false, notice_days: 0 };
    assert_eq!(wrong_with(kind, false, Some(says("soon"))), Some(Wrong::NotADay));
}

#[test]
fn no_more_choices_are_taken_than_the_field_allows() {
    let kind = FieldKind::Choices { choices: (1..=3).map(|number| choice(number, "x", 0)).collect(), most: 2 };
    let chosen = |count| Some(Answer::Choices((1..=count).map(c).collect()));
    assert_eq!(wrong_with(kind.clone(), false, chosen(2)), None);
    assert_eq!(wrong_with(kind, false, chosen(3)), Some(Wrong::TooMany(2)));
}

#[test]
fn a_day_leaves_the_notice_that_the_field_asks_for() {
    let with =
        |future, notice_days, day| wrong_with(FieldKind::Date { future, notice_days }, false, Some(Answer::Date(day)));
    assert_eq!(with(false, 0, day(3, 4)), None);
    assert_eq!(with(true, 0, day(3, 5)), None);
    assert_eq!(with(true, 0, day(3, 4)), Some(Wrong::TooSoon(day(3, 5))));
    assert_eq!(with(false, 5, day(3, 10)), None);
    assert_eq!(with(false, 5, day(3, 9)).unwrap().sentence(), "Choose 10 March 2026 or a later day.");
}
