//! Years that no table holds, and the ends of time.

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

#[test]
fn strides_of_400_years_lead_where_single_years_do() {
    let strides = changed(office("Europe/Lisbon"), "recurring", json!(["02-29", "12-25"]));
    // Dated entries make every year up to them count singly.
    let singly = changed(strides.clone(), "holidays", json!(["-20000-01-03", "+20000-01-03"]));
    let (first, last) = ("-15000-03-01T00:00Z", "+15000-03-01T00:00Z");
    assert_eq!(between(&strides, first, last), between(&singly, first, last));
    for amount in [20_000_000_000_i64, 100_000_000_000, 100_000_000_001] {
        assert_eq!(add(&strides, first, amount), add(&singly, first, amount));
        assert_eq!(subtract(&strides, last, amount), subtract(&singly, last, amount));
    }
}
