//! Pauses stop the clock in either direction.

use super::*;

fn paused(op: &str, start: &str, seconds: i64, pauses: Value) -> Value {
    with(&office("UTC"), json!({ "op": op, "start": start, "seconds": seconds, "pauses": pauses }))
}

/// Edge case 6, a pause over a weekend.
#[test]
fn a_pause_over_a_weekend_takes_business_time_only() {
    let pauses = json!([["2024-01-05T16:00Z", "2024-01-08T09:00Z"]]);
    let question =
        json!({ "op": "between", "start": "2024-01-05T08:00Z", "end": "2024-01-08T17:00Z", "pauses": pauses });
    assert_eq!(with(&office("UTC"), question), seconds((8 + 8) * 3600));
}

#[test]
fn time_used_up_exactly_at_the_start_of_a_pause_ends_there() {
    let pauses = json!([["2024-01-08T10:00Z", "2024-01-08T11:00Z"], ["2024-01-08T10:30Z", "2024-01-08T12:00Z"]]);
    assert_eq!(paused("add", "2024-01-08T08:00Z", 7200, pauses.clone()), end("2024-01-08T10:00:00Z"));
    assert_eq!(paused("add", "2024-01-08T08:00Z", 7201, pauses.clone()), end("2024-01-08T12:00:01Z"));
    assert_eq!(paused("add", "2024-01-08T10:00Z", 0, pauses.clone()), end("2024-01-08T12:00:00Z"));
    assert_eq!(paused("subtract", "2024-01-08T13:00Z", 3600, pauses.clone()), end("2024-01-08T12:00:00Z"));
    assert_eq!(paused("subtract", "2024-01-08T13:00Z", 3601, pauses.clone()), end("2024-01-08T09:59:59Z"));
    assert_eq!(paused("subtract", "2024-01-08T11:00Z", 0, pauses.clone()), end("2024-01-08T10:00:00Z"));
    assert_eq!(paused("subtract", "2024-01-08T10:00Z", 0, pauses.clone()), end("2024-01-08T10:00:00Z"));
    assert_eq!(paused("subtract", "2024-01-08T12:00Z", 0, pauses), end("2024-01-08T12:00:00Z"));
}

#[test]
fn a_pause_that_reaches_past_closing_moves_to_the_next_opening() {
    let pauses = json!([["2024-01-08T16:00Z", "2024-01-08T20:00Z"]]);
    assert_eq!(paused("add", "2024-01-08T16:30Z", 0, pauses.clone()), end("2024-01-09T08:00:00Z"));
    assert_eq!(paused("subtract", "2024-01-08T19:00Z", 0, pauses), end("2024-01-08T16:00:00Z"));
}

#[test]
fn a_pause_that_ends_before_it_starts_pauses_nothing() {
    let pauses = json!([["2024-01-08T10:00Z", "2024-01-08T09:00Z"]]);
    assert_eq!(paused("add", "2024-01-08T08:00Z", 7200, pauses), end("2024-01-08T10:00:00Z"));
}
