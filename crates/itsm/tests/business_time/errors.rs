//! What cannot be answered is said in words.

use super::*;

fn error(answer: &Value) -> &str {
    answer["error"].as_str().unwrap_or_else(|| panic!("{answer} should be an error"))
}

/// Edge case 11, an empty calendar.
#[test]
fn a_calendar_that_never_opens_is_an_error() {
    let never = json!({ "tz": "UTC", "hours": {} });
    assert!(error(&between(&never, "2024-01-01T00:00Z", "2024-01-02T00:00Z")).contains("400 days"));
    for recurring in [json!([["01-01", "12-31"]]), json!([["03-01", "02-28"]])] {
        let calendar = changed(always("UTC"), "recurring", recurring);
        assert!(error(&add(&calendar, "2024-01-01T00:00Z", 1)).contains("400 days"));
    }
    let closed_for_years = changed(office("UTC"), "holidays", json!([["2024-01-01", "2025-12-31"]]));
    assert!(error(&add(&closed_for_years, "2023-12-29T12:00Z", 6 * 3600)).contains("400 days"));
    assert!(error(&add(&closed_for_years, "2024-02-01T12:00Z", 0)).contains("400 days"));
    assert!(error(&subtract(&closed_for_years, "2025-12-31T12:00Z", 0)).contains("400 days"));
    assert!(error(&subtract(&closed_for_years, "2026-01-01T12:00Z", 6 * 3600)).contains("400 days"));
    assert_eq!(add(&closed_for_years, "2023-12-29T12:00Z", 5 * 3600), end("2023-12-29T17:00:00Z"));
}

#[test]
fn windows_are_of_one_day() {
    for window in [["22:00", "06:00"], ["08:00", "08:00"], ["24:00", "24:00"], ["08:00", "24:01"], ["8", "9"]] {
        error(&between(&calendar("UTC", &["mon"], &json!([window])), "2024-01-01T00:00Z", "2024-01-02T00:00Z"));
    }
}

#[test]
fn a_day_has_as_many_windows_as_quarters_of_an_hour_and_no_more() {
    let windows = |count: usize| {
        let minutes = |minutes: usize| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        json!((0..count).map(|at| [minutes(at * 10), minutes(at * 10 + 5)]).collect::<Vec<_>>())
    };
    let hours = |count| {
        let calendar = calendar("UTC", &["mon"], &windows(count));
        between(&calendar, "2024-01-01T00:00Z", "2024-01-02T00:00Z")
    };
    assert_eq!(hours(96), seconds(96 * 300));
    assert!(error(&hours(97)).contains("at most 96 windows"));
}

#[test]
fn what_is_not_understood_is_named() {
    let office = office("UTC");
    assert!(error(&answer::answer("{")).contains("JSON"));
    assert!(error(&answer::answer("")).contains("JSON"));
    assert!(error(&answer::answer("[]")).contains("object"));
    assert!(error(&between(&changed(office.clone(), "tz", json!("Mars/Base")), "", "")).contains("Mars/Base"));
    assert!(error(&with(&office, json!({ "op": "multiply" }))).contains("multiply"));
    assert!(error(&with(&office, json!({ "op": "add", "start": "2024-01-01T00:00Z" }))).contains("seconds"));
    assert!(error(&between(&office, "2024-01-01T00:00", "2024-01-02T00:00Z")).contains("2024-01-01T00:00"));
    assert!(error(&between(&office, "2024-02-30T00:00Z", "2024-01-02T00:00Z")).contains("2024-02-30"));
    assert!(error(&add(&office, "2024-01-01T00:00Z", -1)).contains("-1"));
    assert!(error(&add(&office, "2024-01-01T00:00Z", "1")).contains("number"));
    for (field, value) in
        [("recurring", json!(["02-30"])), ("recurring", json!([["12-24"]])), ("holidays", json!(["2015-02-29"]))]
    {
        error(&between(&changed(office.clone(), field, value), "2024-01-01T00:00Z", "2024-01-02T00:00Z"));
    }
    let wrong_day = json!({ "tz": "UTC", "hours": { "monday": [] } });
    assert!(error(&between(&wrong_day, "2024-01-01T00:00Z", "2024-01-02T00:00Z")).contains("monday"));
    assert!(error(&ask(&json!({ "op": "resolve", "tz": "UTC", "local": "2024-01-01T00:00Z" }))).contains("local time"));
}
