//! Published vectors.

use super::*;

#[test]
fn a_week_of_mixed_hours_has_39_and_a_half_and_reversed_none() {
    let (nine, ten) = (json!([["09:00", "17:00"]]), json!([["10:00", "16:00"]]));
    let hours = json!({ "mon": nine, "tue": ten, "wed": nine, "thu": ten, "fri": nine, "sat": [["11:00", "14:30"]] });
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
fn a_monday_in_a_yearly_range_is_closed_and_without_the_range_has_its_hours_less_the_break() {
    let calendar = json!({
        "tz": "Europe/Berlin", "hours": { "mon": [["08:00", "13:00"], ["14:00", "18:00"]] },
        "holidays": ["2015-09-22"], "recurring": ["12-25", ["12-24", "01-02"]],
        "breaks": { "2006-01-02": [["10:00", "11:30"]] },
    });
    let week = between(&calendar, "2006-01-01T00:00:00Z", "2006-01-08T00:00:00Z");
    // 2 January is the last day of the yearly range, and ranges include their ends.
    assert_eq!(week, seconds(0));
    let calendar = changed(calendar, "recurring", json!(["12-25"]));
    assert_eq!(between(&calendar, "2006-01-01T00:00:00Z", "2006-01-08T00:00:00Z"), seconds(27_000));
}
