//! What the probe `business_time` answers: published vectors, and the rules of business time one by one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "../examples/business_time/answer.rs"]
mod answer;
#[path = "../examples/business_time/text.rs"]
mod text;

use serde_json::{Value, json};

fn ask(question: &Value) -> Value {
    answer::answer(&question.to_string())
}

/// A question about a calendar; `more` holds op, start and the rest.
fn with(calendar: &Value, more: Value) -> Value {
    let mut question = json!({ "calendar": calendar });
    question.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask(&question)
}

fn between(calendar: &Value, start: &str, end: &str) -> Value {
    with(calendar, json!({ "op": "between", "start": start, "end": end }))
}

fn add(calendar: &Value, start: &str, seconds: impl Into<Value>) -> Value {
    with(calendar, json!({ "op": "add", "start": start, "seconds": seconds.into() }))
}

fn subtract(calendar: &Value, start: &str, seconds: impl Into<Value>) -> Value {
    with(calendar, json!({ "op": "subtract", "start": start, "seconds": seconds.into() }))
}

fn seconds(value: i64) -> Value {
    json!({ "seconds": value })
}

fn end(at: &str) -> Value {
    json!({ "end": at })
}

fn calendar(zone: &str, days: &[&str], windows: &Value) -> Value {
    let hours = days.iter().map(|day| ((*day).to_owned(), windows.clone())).collect::<serde_json::Map<_, _>>();
    json!({ "tz": zone, "hours": hours })
}

const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WORKDAYS: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];

fn always(zone: &str) -> Value {
    calendar(zone, &WEEK, &json!([["00:00", "24:00"]]))
}

fn office(zone: &str) -> Value {
    calendar(zone, &WORKDAYS, &json!([["08:00", "17:00"]]))
}

fn changed(mut calendar: Value, field: &str, value: Value) -> Value {
    calendar[field] = value;
    calendar
}

mod vectors {
    use super::*;

    #[test]
    fn a_week_of_mixed_hours_has_39_and_a_half_and_reversed_none() {
        let (nine, ten) = (json!([["09:00", "17:00"]]), json!([["10:00", "16:00"]]));
        let hours =
            json!({ "mon": nine, "tue": ten, "wed": nine, "thu": ten, "fri": nine, "sat": [["11:00", "14:30"]] });
        let calendar = json!({ "tz": "Etc/UTC", "hours": hours });
        assert_eq!(between(&calendar, "2006-01-01T00:00:00Z", "2006-01-08T00:00:00Z"), seconds(39 * 3600 + 1800));
        assert_eq!(between(&calendar, "2006-01-08T00:00:00Z", "2006-01-01T00:00:00Z"), seconds(0));
    }

    #[test]
    fn fifteen_hours_with_lunch_cross_the_spring_night_in_berlin() {
        let calendar = calendar("Europe/Berlin", &WORKDAYS, &json!([["08:00", "13:00"], ["14:00", "18:00"]]));
        assert_eq!(add(&calendar, "2015-03-27T11:00:00Z", 15 * 3600), end("2015-03-31T07:00:00Z"));
    }

    #[test]
    fn ninety_days_around_the_clock_lose_an_hour_in_spring() {
        let hours = between(&always("Europe/Berlin"), "2015-02-17T12:00:00+01:00", "2015-05-18T12:00:00+02:00");
        assert_eq!(hours, seconds(2159 * 3600));
    }

    #[test]
    fn two_hours_skip_the_evening_and_a_holiday() {
        let calendar = calendar("Europe/Berlin", &WEEK, &json!([["08:00", "17:00"]]));
        let calendar = changed(calendar, "holidays", json!(["2015-09-22"]));
        assert_eq!(add(&calendar, "2015-09-21T14:30:00Z", 120 * 60), end("2015-09-23T07:30:00Z"));
    }

    #[test]
    fn a_hundred_and_eight_hours_are_thirteen_and_a_half_working_days() {
        let calendar = calendar("UTC", &WORKDAYS, &json!([["09:00", "17:00"]]));
        assert_eq!(add(&calendar, "2015-02-26T10:12:34Z", 108 * 3600), end("2015-03-17T14:12:34Z"));
    }

    #[test]
    fn a_week_of_twelve_hour_days_has_sixty_hours() {
        let calendar = calendar("UTC", &WORKDAYS, &json!([["08:00", "20:00"]]));
        assert_eq!(between(&calendar, "2019-01-01T00:00:00Z", "2019-01-08T00:00:00Z"), seconds(60 * 3600));
    }

    #[test]
    fn the_documented_example_has_seven_and_a_half_hours() {
        let calendar = json!({
            "tz": "Europe/Berlin", "hours": { "mon": [["08:00", "13:00"], ["14:00", "18:00"]] },
            "holidays": ["2015-09-22"], "recurring": ["12-25", ["12-24", "01-02"]],
            "breaks": { "2006-01-02": [["10:00", "11:30"]] },
        });
        let week = between(&calendar, "2006-01-01T00:00:00Z", "2006-01-08T00:00:00Z");
        // 2 January lies in the yearly range.
        assert_eq!(week, seconds(0));
        let calendar = changed(calendar, "recurring", json!(["12-25"]));
        assert_eq!(between(&calendar, "2006-01-01T00:00:00Z", "2006-01-08T00:00:00Z"), seconds(27_000));
    }
}

mod rules {
    use super::*;

    #[test]
    fn time_used_up_exactly_at_closing_ends_there_and_nothing_more_is_the_next_opening() {
        let office = office("UTC");
        assert_eq!(add(&office, "2024-01-05T15:00:00Z", 7200), end("2024-01-05T17:00:00Z"));
        assert_eq!(add(&office, "2024-01-05T17:00:00Z", 0), end("2024-01-08T08:00:00Z"));
        assert_eq!(add(&office, "2024-01-05T08:00:00Z", 0), end("2024-01-05T08:00:00Z"));
        assert_eq!(add(&office, "2024-01-05T17:00:00Z", 1), end("2024-01-08T08:00:01Z"));
    }

    #[test]
    fn subtracting_is_the_mirror_image() {
        let office = office("UTC");
        assert_eq!(subtract(&office, "2024-01-08T09:00:00Z", 3600), end("2024-01-08T08:00:00Z"));
        assert_eq!(subtract(&office, "2024-01-08T09:00:00Z", 3601), end("2024-01-05T16:59:59Z"));
        assert_eq!(subtract(&office, "2024-01-05T17:00:00Z", 0), end("2024-01-05T17:00:00Z"));
        assert_eq!(subtract(&office, "2024-01-06T12:00:00Z", 0), end("2024-01-05T17:00:00Z"));
        assert_eq!(subtract(&office, "2024-01-08T08:00:00Z", 0), end("2024-01-08T08:00:00Z"));
        assert_eq!(subtract(&office, "2024-01-08T08:00:00Z", 60), end("2024-01-05T16:59:00Z"));
        assert_eq!(subtract(&office, "2024-01-08T07:59:59Z", 0), end("2024-01-05T17:00:00Z"));
    }

    #[test]
    fn overlapping_windows_count_once_in_any_order() {
        let windows = json!([["13:00", "17:00"], ["08:00", "14:00"], ["09:00", "10:00"]]);
        let calendar = calendar("UTC", &["mon"], &windows);
        assert_eq!(between(&calendar, "2024-01-08T00:00:00Z", "2024-01-09T00:00:00Z"), seconds(9 * 3600));
    }

    #[test]
    fn midnight_between_two_open_days_is_no_closing() {
        assert_eq!(add(&always("UTC"), "2023-12-31T23:00:00Z", 3600), end("2024-01-01T00:00:00Z"));
        assert_eq!(add(&always("UTC"), "2024-01-01T00:00:00Z", 0), end("2024-01-01T00:00:00Z"));
        assert_eq!(subtract(&always("UTC"), "2024-01-01T00:00:00Z", 1), end("2023-12-31T23:59:59Z"));
        assert_eq!(between(&always("UTC"), "1999-01-01T00:00:00Z", "2024-01-01T00:00:00Z"), seconds(9131 * 86_400));
    }

    #[test]
    fn breaks_close_windows_and_may_overlap_holidays() {
        let calendar = changed(office("UTC"), "holidays", json!(["2024-01-09"]));
        let breaks = json!({
            "2024-01-08": [["10:00", "11:30"], ["11:00", "12:00"], ["16:00", "24:00"]], "2024-01-09": [["09:00", "10:00"]],
        });
        let calendar = changed(calendar, "breaks", breaks);
        assert_eq!(between(&calendar, "2024-01-08T00:00:00Z", "2024-01-10T00:00:00Z"), seconds(6 * 3600));
        assert_eq!(add(&calendar, "2024-01-08T08:00:00Z", 7200), end("2024-01-08T10:00:00Z"));
        assert_eq!(add(&calendar, "2024-01-08T10:00:00Z", 0), end("2024-01-08T12:00:00Z"));
        assert_eq!(add(&calendar, "2024-01-08T15:30:00Z", 3600), end("2024-01-10T08:30:00Z"));
    }

    #[test]
    fn yearly_holidays_cross_new_year_and_know_leap_days() {
        let calendar = changed(always("UTC"), "recurring", json!(["02-29", ["12-24", "01-02"]]));
        assert_eq!(between(&calendar, "2023-12-20T00:00:00Z", "2024-01-10T00:00:00Z"), seconds((4 + 7) * 86_400));
        assert_eq!(between(&calendar, "2024-02-01T00:00:00Z", "2024-04-01T00:00:00Z"), seconds((28 + 31) * 86_400));
        assert_eq!(between(&calendar, "2023-02-01T00:00:00Z", "2023-04-01T00:00:00Z"), seconds((28 + 31) * 86_400));
        let until_leap_day = changed(always("UTC"), "recurring", json!([["02-27", "02-29"]]));
        assert_eq!(between(&until_leap_day, "2023-02-01T00:00:00Z", "2023-03-02T00:00:00Z"), seconds(27 * 86_400));
    }

    #[test]
    fn fractions_of_a_second_are_kept_and_whole_seconds_stay_whole() {
        let always = always("UTC");
        assert_eq!(add(&always, "2024-01-01T00:00Z", 0.25), end("2024-01-01T00:00:00.25Z"));
        assert_eq!(add(&always, "2024-01-01T00:00:00.5Z", 0.5), end("2024-01-01T00:00:01Z"));
        assert_eq!(between(&always, "2024-01-01T00:00:00Z", "2024-01-01T00:00:01.1Z"), json!({ "seconds": 1.1 }));
        assert_eq!(between(&always, "2024-01-01T00:00:00Z", "2024-01-01T00:00:01Z").to_string(), r#"{"seconds":1}"#);
    }

    #[test]
    fn offsets_and_missing_seconds_are_understood() {
        let always = always("UTC");
        assert_eq!(between(&always, "2024-01-01T00:00Z", "2024-01-01T02:00+01:00"), seconds(3600));
        assert_eq!(between(&always, "2024-01-01T00:00-0530", "2024-01-01T06:30:30Z"), seconds(3630));
    }
}

mod pauses {
    use super::*;

    fn paused(op: &str, start: &str, seconds: i64, pauses: Value) -> Value {
        with(&office("UTC"), json!({ "op": op, "start": start, "seconds": seconds, "pauses": pauses }))
    }

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
}

mod clock_changes {
    use super::*;

    fn resolve(zone: &str, local: &str) -> Value {
        ask(&json!({ "op": "resolve", "tz": zone, "local": local }))
    }

    #[test]
    fn a_local_time_in_the_spring_gap_moves_on_by_the_gap() {
        assert_eq!(resolve("Europe/Berlin", "2015-03-29T02:30"), end("2015-03-29T01:30:00Z"));
        assert_eq!(resolve("Australia/Lord_Howe", "2015-10-04T02:15:30"), end("2015-10-03T15:45:30Z"));
        assert_eq!(resolve("Pacific/Apia", "2011-12-30T10:00"), end("2011-12-30T20:00:00Z"));
        assert_eq!(resolve("America/Sao_Paulo", "2018-11-03T24:00"), end("2018-11-04T03:00:00Z"));
    }

    #[test]
    fn an_ambiguous_local_time_is_taken_at_its_first_occurrence() {
        assert_eq!(resolve("Europe/Berlin", "2015-10-25T02:30"), end("2015-10-25T00:30:00Z"));
        assert_eq!(resolve("Europe/Berlin", "2015-10-25T03:00"), end("2015-10-25T02:00:00Z"));
        assert_eq!(resolve("America/Sao_Paulo", "2018-02-17T23:30"), end("2018-02-18T01:30:00Z"));
        // Midnight itself comes once: the clock goes back to 23:00 before it.
        assert_eq!(resolve("America/Sao_Paulo", "2018-02-17T24:00"), end("2018-02-18T03:00:00Z"));
    }

    #[test]
    fn summer_time_goes_on_in_years_that_no_table_holds() {
        assert_eq!(resolve("Europe/Berlin", "2150-07-01T12:00"), end("2150-07-01T10:00:00Z"));
        assert_eq!(resolve("Europe/Berlin", "2104-02-29T12:00"), end("2104-02-29T11:00:00Z"));
        assert_eq!(resolve("Australia/Sydney", "2101-01-01T12:00"), end("2101-01-01T01:00:00Z"));
        assert_eq!(resolve("Africa/Casablanca", "2200-07-01T12:00"), end("2200-07-01T11:00:00Z"));
        assert_eq!(resolve("America/New_York", "9999-12-31T24:00"), end("+10000-01-01T05:00:00Z"));
    }

    #[test]
    fn days_around_the_clock_are_23_and_25_hours_long() {
        let berlin = always("Europe/Berlin");
        assert_eq!(between(&berlin, "2015-03-28T23:00Z", "2015-03-29T22:00Z"), seconds(23 * 3600));
        assert_eq!(between(&berlin, "2015-10-24T22:00Z", "2015-10-25T23:00Z"), seconds(25 * 3600));
        let sundays = calendar("Europe/Berlin", &["sun"], &json!([["00:00", "24:00"]]));
        assert_eq!(between(&sundays, "2015-03-28T00:00Z", "2015-03-31T00:00Z"), seconds(23 * 3600));
        assert_eq!(between(&sundays, "2015-10-24T00:00Z", "2015-10-27T00:00Z"), seconds(25 * 3600));
    }

    #[test]
    fn a_window_swallowed_by_the_gap_is_dropped_and_one_that_begins_in_it_begins_later() {
        let spring = |windows: Value| {
            let calendar = calendar("Europe/Berlin", &["sun"], &windows);
            between(&calendar, "2015-03-28T00:00Z", "2015-03-31T00:00Z")
        };
        assert_eq!(spring(json!([["02:00", "03:00"]])), seconds(0));
        assert_eq!(spring(json!([["02:30", "03:15"]])), seconds(0));
        assert_eq!(spring(json!([["02:30", "06:00"]])), seconds(150 * 60));
        assert_eq!(spring(json!([["01:00", "02:30"]])), seconds(90 * 60));
        assert_eq!(spring(json!([["02:00", "03:00"], ["03:00", "04:00"]])), seconds(3600));
    }

    #[test]
    fn a_day_that_a_zone_skipped_opens_a_day_later() {
        let fridays = calendar("Pacific/Apia", &["fri"], &json!([["09:00", "17:00"]]));
        assert_eq!(add(&fridays, "2011-12-30T12:00Z", 0), end("2011-12-30T19:00:00Z"));
        // New Year's Eve of 1994 was skipped: its hours fall into the next UTC year with that year's first.
        let line_islands = always("Pacific/Kiritimati");
        assert_eq!(between(&line_islands, "1994-12-25T00:00Z", "1995-01-05T00:00Z"), seconds(11 * 86_400));
    }

    #[test]
    fn hours_before_midnight_are_kept_where_clocks_change_at_midnight() {
        let beirut = always("Asia/Beirut");
        assert_eq!(between(&beirut, "2024-03-29T00:00Z", "2024-04-02T00:00Z"), seconds(4 * 86_400));
        let saturdays = calendar("Asia/Beirut", &["sat"], &json!([["00:00", "24:00"]]));
        assert_eq!(between(&saturdays, "2024-10-25T00:00Z", "2024-10-28T00:00Z"), seconds(25 * 3600));
        let sundays = calendar("America/Sao_Paulo", &["sun"], &json!([["00:00", "24:00"]]));
        assert_eq!(between(&sundays, "2018-11-03T00:00Z", "2018-11-06T00:00Z"), seconds(23 * 3600));
    }
}

mod far_away {
    use super::*;

    #[test]
    fn eight_thousand_years_are_counted_and_added_back() {
        let (first, last) = ("0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z");
        let office = changed(office("America/New_York"), "recurring", json!([["12-24", "01-02"]]));
        let all = between(&office, first, last)["seconds"].as_i64().unwrap();
        assert_eq!(add(&office, first, all), end("9999-12-23T22:00:00Z"));
        assert_eq!(between(&office, first, "9999-12-23T22:00:00Z"), seconds(all));
    }

    #[test]
    fn what_lies_beyond_all_years_is_an_error_at_once() {
        for amount in [1e13, 1e17, 1e300] {
            assert!(add(&office("UTC"), "2024-01-01T00:00Z", amount)["error"].is_string());
            assert!(subtract(&office("UTC"), "2024-01-01T00:00Z", amount)["error"].is_string());
        }
        for at in ["+262142-12-31T23:59:59Z", "-262143-01-01T00:00:00Z"] {
            let _ = (add(&always("Asia/Tokyo"), at, 1), subtract(&always("Asia/Tokyo"), at, 1));
            let _ = (between(&always("Asia/Tokyo"), at, "2024-01-01T00:00Z"), add(&office("UTC"), at, 0));
        }
    }

    #[test]
    fn dated_entries_of_a_far_year_count_there_and_nowhere_else() {
        let calendar = changed(always("UTC"), "holidays", json!(["2300-05-05", ["2400-01-01", "2499-12-31"]]));
        assert_eq!(between(&calendar, "2300-05-05T00:00Z", "2300-05-07T00:00Z"), seconds(86_400));
        assert_eq!(between(&calendar, "2399-12-31T00:00Z", "2500-01-02T00:00Z"), seconds(2 * 86_400));
        assert_eq!(between(&calendar, "2328-05-05T00:00Z", "2328-05-07T00:00Z"), seconds(2 * 86_400));
    }
}

mod errors {
    use super::*;

    fn error(answer: &Value) -> &str {
        answer["error"].as_str().unwrap_or_else(|| panic!("{answer} should be an error"))
    }

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
        assert!(
            error(&ask(&json!({ "op": "resolve", "tz": "UTC", "local": "2024-01-01T00:00Z" }))).contains("local time")
        );
    }
}
