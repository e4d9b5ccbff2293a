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

/// Edge case 8, lunch: several windows a day.
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

/// The example of the design: Mondays with a lunch hour, closed over every New Year, a break on 2 January 2006.
fn new_year_with_a_break() -> Value {
    json!({
        "tz": "Europe/Berlin", "hours": { "mon": [["08:00", "13:00"], ["14:00", "18:00"]] },
        "holidays": ["2015-09-22"], "recurring": ["12-25", ["12-24", "01-02"]],
        "breaks": { "2006-01-02": [["10:00", "11:30"]] },
    })
}

fn first_week(calendar: &Value) -> Value {
    between(calendar, "2006-01-01T00:00:00Z", "2006-01-08T00:00:00Z")
}

#[test]
fn a_monday_with_a_break_of_its_own_is_worked_though_a_yearly_range_ends_on_it() {
    assert_eq!(first_week(&new_year_with_a_break()), seconds(27_000));
    let only_the_break = changed(new_year_with_a_break(), "recurring", json!([]));
    assert_eq!(first_week(&only_the_break), seconds(27_000));
}

#[test]
fn a_monday_on_the_last_day_of_a_yearly_range_is_off_without_a_break() {
    // Ranges include both ends.
    for breaks in [json!({}), json!({ "2006-01-02": [] }), json!({ "2007-01-02": [["10:00", "11:30"]] })] {
        assert_eq!(first_week(&changed(new_year_with_a_break(), "breaks", breaks)), seconds(0));
    }
}

#[test]
fn a_dated_holiday_with_a_break_stays_off() {
    for holidays in [json!(["2006-01-02"]), json!([["2005-12-24", "2006-01-02"]])] {
        assert_eq!(first_week(&changed(new_year_with_a_break(), "holidays", holidays)), seconds(0));
    }
}

#[test]
fn a_break_excepts_its_own_date_only_in_far_years_too() {
    let calendar = changed(office("UTC"), "recurring", json!([["12-24", "01-02"]]));
    let calendar = changed(calendar, "breaks", json!({ "2300-01-02": [["08:00", "09:00"]] }));
    // Tuesday, 2 January 2300; and 2 January 2306, a Tuesday again.
    assert_eq!(between(&calendar, "2300-01-01T00:00Z", "2300-01-03T00:00Z"), seconds(8 * 3600));
    assert_eq!(between(&calendar, "2306-01-01T00:00Z", "2306-01-03T00:00Z"), seconds(0));
    assert_eq!(add(&calendar, "2299-12-27T12:00Z", 60), end("2300-01-02T09:01:00Z"));
}
