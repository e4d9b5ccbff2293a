//! Nights on which clocks change, and zones that skipped a day.

use super::*;

fn resolve(zone: &str, local: &str) -> Value {
    ask(&json!({ "op": "resolve", "tz": zone, "local": local }))
}

/// Edge case 17, a local time that does not exist.
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

/// Edge case 1, DST nights.
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

/// Edge case 2, today's offset for old tickets.
#[test]
fn an_old_ticket_is_counted_with_the_offset_of_its_own_day() {
    // Moscow was three hours ahead in winter, four all year from March 2011, and three again from October 2014.
    let moscow = office("Europe/Moscow");
    for (day, opens) in [("2011-03-25", "05"), ("2011-03-28", "04"), ("2014-10-24", "04"), ("2014-10-27", "05")] {
        assert_eq!(add(&moscow, &format!("{day}T00:00Z"), 0), end(&format!("{day}T{opens}:00:00Z")), "{day}");
    }
}
