//! The stored form, and files that mean harm.

use std::num::NonZeroU16;

use learning::stream::{ReadError, Refusal, Stream, Vocabulary, WorkingHours, read, store};

use crate::common::{back, name, step, stream, taken};

/// As version 1 wrote it: stays readable.
const KEPT: &str = r#"{"format":"service-dojo-value-stream","version":1,"name":"A stream","edition":"4","minutes_a_day":450,"days_a_week":4,"people":[{"owner":"B","count":3}],"steps":[{"id":1,"name":"Work of A","activity":"deliver-and-support","owner":"A","touch_minutes":12.5,"wait_minutes":0},{"id":2,"name":"Work of B","activity":"deliver-and-support","owner":"B","touch_minutes":20,"wait_minutes":60,"rework":{"to":1,"share":0.125},"taken_share":0.6}]}"#;

fn kept() -> Stream {
    let two = stream([step("A", 12.5, 0.0), taken(back(step("B", 20.0, 60.0), 1, 0.125), 0.6)]);
    let two = two.with_hours(WorkingHours::new(450, 4).unwrap());
    two.with_people(&name("B"), NonZeroU16::new(3).unwrap()).unwrap()
}

fn with(from: &str, to: &str) -> ReadError {
    let text = KEPT.replacen(from, to, 1);
    assert_ne!(text, KEPT, "{from}");
    read(&text).unwrap_err()
}

#[test]
fn the_first_form_is_written_and_read_as_it_was() {
    assert_eq!(store(&kept()), KEPT);
    assert_eq!(read(KEPT), Ok(kept()));
}

#[test]
fn what_may_be_left_out_is_the_usual() {
    let short = r#"{"format":"service-dojo-value-stream","version":1,"name":"S","edition":"5","steps":[]}"#;
    assert_eq!(read(short), Ok(Stream::new(name("S"), Vocabulary::Lifecycle)));
}

#[test]
fn a_wrong_value_is_named_with_its_place() {
    assert!(
        with("\"touch_minutes\":20", "\"touch_minutes\":-1").to_string().starts_with("Step 2, field “touch_minutes”: ")
    );
    assert!(with("\"share\":0.125", "\"share\":1").to_string().starts_with("Step 2, field “rework.share”: "));
    assert!(with("\"taken_share\":0.6", "\"taken_share\":0").to_string().starts_with("Step 2, field “taken_share”: "));
    assert!(with("\"name\":\"Work of A\"", "\"name\":\"\"").to_string().starts_with("Step 1, field “name”: "));
    assert!(with("deliver-and-support", "discover").to_string().contains("Write one of plan, improve, engage"));
    assert!(with("\"edition\":\"4\"", "\"edition\":\"v3\"").to_string().starts_with("Field “edition”: "));
    assert!(with("\"days_a_week\":4", "\"days_a_week\":9").to_string().contains("working days a week"));
    assert!(with("\"count\":3", "\"count\":0").to_string().contains("at least one person"));
    assert!(
        with("{\"owner\":\"B\",\"count\":3}", "{\"owner\":\"B\",\"count\":3},{\"owner\":\"b\",\"count\":2}")
            .to_string()
            .contains("twice")
    );
    assert!(matches!(with("\"id\":2", "\"id\":1"), ReadError::Together(Refusal::IdInUse(_))));
    assert!(matches!(with("\"to\":1", "\"to\":2"), ReadError::Together(Refusal::NotEarlier { .. })));
    assert!(matches!(with("\"to\":1", "\"to\":8"), ReadError::Together(Refusal::ReturnsNowhere { .. })));
}

#[test]
fn another_form_is_told_apart_before_its_fields() {
    let other = with("\"version\":1", "\"version\":2,\"more\":true");
    assert_eq!(other, ReadError::OtherVersion(2));
    let something = with("service-dojo-value-stream", "service-dojo-world");
    assert_eq!(something, ReadError::OtherFormat("service-dojo-world".to_owned()));
}

#[test]
fn unknown_and_repeated_fields_are_refused_with_line_and_column() {
    for error in [with("\"owner\":\"A\"", "\"owner\":\"A\",\"colour\":1"), with("\"to\":1", "\"to\":1,\"to\":1")] {
        assert!(matches!(&error, ReadError::Form(why) if why.contains("line 1 column")), "{error}");
    }
}

#[test]
fn hostile_files_are_refused_and_nothing_breaks() {
    let deep = "[".repeat(100_000);
    let many = format!(
        "{{\"format\":\"service-dojo-value-stream\",\"version\":1,\"name\":\"S\",\"edition\":\"4\",\"steps\":[{}]}}",
        (1..=41)
            .map(|id| format!("{{\"id\":{id},\"name\":\"x\",\"activity\":\"plan\",\"owner\":\"x\",\"touch_minutes\":1,\"wait_minutes\":1}}"))
            .collect::<Vec<_>>()
            .join(",")
    );
    for text in ["", "null", "[]", "{}", "\u{feff}{}", "{\"format\":1}", &deep, &many, &" ".repeat(200_001)] {
        let error = read(text).unwrap_err().to_string();
        assert!(!error.is_empty() && error.len() < 500, "{error}");
    }
    assert!(matches!(read(&many), Err(ReadError::Together(Refusal::TooManySteps))));
    for huge in ["1e999", "1e308", "-0.0001", "86400.01", "\"20\"", "null", "NaN"] {
        with("\"touch_minutes\":20", &format!("\"touch_minutes\":{huge}"));
    }
    with("\"id\":2", "\"id\":-1");
    with("\"id\":2", "\"id\":4294967296");
    with("\"name\":\"A stream\"", &format!("\"name\":\"{}\"", "x".repeat(81)));
    with("\"name\":\"A stream\"", "\"name\":\"A\\u202e stream\"");
    let named = with("\"format\":\"service-dojo-value-stream\"", &format!("\"format\":\"{}\"", "x".repeat(9000)));
    assert!(named.to_string().len() < 500);
}
