//! The rules of counting, one by one.

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

/// Edge case 12, around the clock is 00:00 to 24:00.
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

/// Edge case 5, a yearly range across New Year.
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

/// Edge case 3, one day: 24 hours of open time, not a working day.
#[test]
fn a_day_of_24_hours_is_open_time_and_not_a_working_day() {
    // Nine hours a day: 24 hours are two days and six hours.
    assert_eq!(add(&office("UTC"), "2024-01-08T08:00Z", 24 * 3600), end("2024-01-10T14:00:00Z"));
}

/// Edge case 9, an escalation before a deadline that crosses a night.
#[test]
fn an_escalation_before_a_deadline_in_the_morning_falls_on_the_evening_before() {
    assert_eq!(subtract(&office("Europe/Berlin"), "2024-01-09T08:30+01:00", 3600), end("2024-01-08T15:30:00Z"));
    // Over a weekend with a clock change in it.
    assert_eq!(subtract(&office("Europe/Berlin"), "2024-04-02T08:30+02:00", 7200), end("2024-04-01T13:30:00Z"));
    assert_eq!(subtract(&office("Europe/Berlin"), "2024-04-01T08:30+02:00", 7200), end("2024-03-29T14:30:00Z"));
}

#[test]
fn every_zone_that_is_listed_is_known_and_universal_time_comes_first_once() {
    let names: Vec<&str> = itsm::calendar::Zone::names().collect();
    assert_eq!(names.first(), Some(&"Etc/UTC"));
    assert!(names.iter().all(|name| itsm::calendar::Zone::named(name).is_some()));
    assert!(!names.contains(&"UTC") && names.contains(&"Europe/Berlin"));
}
