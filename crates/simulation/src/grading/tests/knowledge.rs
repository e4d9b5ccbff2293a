//! Knowledge, events, items, suppliers.

use super::*;

const MORNING: &str = "first-morning";
const PRINTER: &str = "recurring-printer";

const JO: &str = "
    08:21 arrives jo-scanner
    08:21-08:22 answer jo-scanner
    08:22-08:23 log jo-scanner incident 2 1";

#[test]
fn scanners_passed_on_unsearched_are_found_with_what_twelve_lost() {
    let script = format!("{JO}\n08:23-08:24 assign jo-scanner logi\n09:08 met jo-scanner");
    // Known at 08:23; a search and the yellow key take four minutes.
    assert_eq!(minutes(&found(Code::KnownUnused, MORNING, &script)), 492.0);
}

#[test]
fn passed_on_after_the_known_way_was_tried_is_right() {
    let script = format!(
        "{JO}\n08:23-08:24 search jo-scanner\n08:24-08:27 fix jo-scanner yellow-key\n08:27-08:28 assign jo-scanner logi"
    );
    nothing(Code::KnownUnused, MORNING, &script);
}

#[test]
fn searched_found_and_used_is_a_strength() {
    let script = format!("{JO}\n08:23-08:24 search jo-scanner\n08:24-08:27 fix jo-scanner yellow-key");
    let finding = found(Code::Searched, MORNING, &script);
    // The warehouse's team picks up after twenty minutes, and would need the same three.
    assert_eq!(minutes(&finding), 276.0);
}

#[test]
fn known_by_heart_is_quick_and_no_strength() {
    nothing(Code::Searched, MORNING, &format!("{JO}\n08:24-08:27 fix jo-scanner yellow-key"));
}

/// The article about printing says to clear the queue; to restart the service is new.
const NEW_WAY: &str = "
    09:06 arrives yusuf-first
    09:06-09:07 answer yusuf-first
    09:07-09:08 log yusuf-first incident 2 2
    09:10-09:13 fix yusuf-first restart-spooler
    09:13 met yusuf-first";

#[test]
fn a_lull_after_something_new_and_nothing_written_is_found() {
    found(Code::Unwritten, PRINTER, &format!("{NEW_WAY}\n09:15-09:35 wait"));
}

#[test]
fn no_quiet_minute_is_no_fault_and_neither_is_what_is_known() {
    let busy = "09:13 arrives floor-one-stops\n09:15-09:35 wait";
    nothing(Code::Unwritten, PRINTER, &format!("{NEW_WAY}\n{busy}"));
    let known = format!("{JO}\n08:24-08:27 fix jo-scanner yellow-key\n08:27-08:50 wait");
    nothing(Code::Unwritten, MORNING, &known);
}

#[test]
fn something_new_that_was_written_and_used_is_a_strength() {
    let later = "
        09:15-09:21 article yusuf-first
        09:50 arrives floor-two-letter
        09:50-09:53 fix floor-two-letter restart-spooler";
    let finding = found(Code::Written, PRINTER, &format!("{NEW_WAY}{later}"));
    // The first took seven minutes; one person at 0.25.
    assert_eq!(minutes(&finding), 2.0);
}

#[test]
fn an_article_about_what_is_known_is_none() {
    let script = format!("{JO}\n08:24-08:27 fix jo-scanner yellow-key\n08:30-08:36 article jo-scanner");
    nothing(Code::Written, MORNING, &script);
}

#[test]
fn an_alert_that_only_informs_made_an_incident_is_found() {
    let script = format!(
        "08:12 arrives priya-calls\n08:18 arrives backup-done\n08:18-08:19 log backup-done incident 3 3{}",
        "\n08:19-08:20 assign backup-done apps"
    );
    // Two minutes in which five wait at 0.45.
    assert_eq!(minutes(&found(Code::Noise, MORNING, &script)), 5.0);
}

#[test]
fn an_alert_that_is_noted_is_right() {
    nothing(Code::Noise, MORNING, "08:18 arrives backup-done\n08:18-08:19 log backup-done event");
}

#[test]
fn an_exception_left_alone_is_found() {
    let script = "
        08:12 arrives priya-calls
        08:36 arrives ap2-down
        08:36 open ap2-down
        09:00-09:01 assign ap2-down net";
    // From 08:51 to 09:00.
    assert_eq!(minutes(&found(Code::Ignored, MORNING, script)), 20.0);
}

#[test]
fn an_exception_whose_failure_is_being_worked_on_is_right() {
    let script = "
        08:12 arrives priya-calls
        08:20-08:21 assign priya-calls net
        08:36 arrives ap2-down";
    nothing(Code::Ignored, MORNING, script);
}

#[test]
fn a_warning_acted_on_before_anybody_felt_it_is_a_strength() {
    let script = "
        07:45 arrives relay-warning
        07:45-07:46 log relay-warning incident 2 2
        07:46-07:47 assign relay-warning apps
        08:00 fault-gone relay resend-notices";
    found(Code::ActedEarly, "password-storm", script);
}

#[test]
fn a_warning_acted_on_when_somebody_had_felt_it_is_none() {
    let script = "
        13:11 arrives airflow
        13:16 arrives hum
        13:20-13:21 assign airflow fac
        14:00 fault-gone cooling repair-cooling";
    nothing(Code::ActedEarly, "data-centre-cooling", script);
}

const AP: &str = "
    08:12 arrives priya-calls
    08:12-08:13 answer priya-calls
    08:13-08:14 ask priya-calls where
    09:00 fault-gone ap replace-ap";

#[test]
fn a_record_that_ends_with_the_headset_is_found() {
    let script =
        format!("{AP}\n09:01-09:02 log priya-calls incident 2 2 headset\n09:02-09:03 resolve priya-calls solution");
    assert_eq!(found(Code::ItemWrong, MORNING, &script).level, Some(crate::grading::Level(2)));
}

#[test]
fn a_record_that_ends_with_the_access_point_is_right() {
    let script =
        format!("{AP}\n09:01-09:02 log priya-calls incident 2 2 ap2\n09:02-09:03 resolve priya-calls solution");
    nothing(Code::ItemWrong, MORNING, &script);
}

const LINE: &str = "
    08:34 arrives marta-slow
    08:34-08:35 answer marta-slow";

#[test]
fn the_carrier_called_after_an_hour_is_found() {
    let script = format!("{LINE}\n09:34-09:38 supplier marta-slow havel\n10:30 fault-gone line repair-line");
    // Known at 08:36: 48 minutes late, ten people at 0.5.
    assert_eq!(minutes(&found(Code::SupplierLate, "the-supplier", &script)), 240.0);
}

#[test]
fn the_carrier_called_within_the_grace_is_right() {
    nothing(Code::SupplierLate, "the-supplier", &format!("{LINE}\n08:44-08:48 supplier marta-slow havel"));
}
