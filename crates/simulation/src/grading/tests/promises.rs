//! Promises, and answers that say nothing.

use super::*;

const MORNING: &str = "first-morning";

const PROMISED: &str = "
    08:12 arrives priya-calls
    08:12-08:13 answer priya-calls
    08:13-08:14 promise priya-calls 09:15";

#[test]
fn a_broken_promise_is_found_with_its_chase() {
    let finding = found(
        Code::PromiseBroken,
        MORNING,
        &format!("{PROMISED}\n09:15 promise-broken priya-calls\n09:21 chased priya-calls"),
    );
    assert_eq!(finding.evidence.len(), 4);
    // The two minutes of the chase, in which five wait at 0.45.
    assert_eq!(minutes(&finding), 5.0);
}

#[test]
fn a_word_within_the_slack_saves_a_promise() {
    nothing(
        Code::PromiseBroken,
        MORNING,
        &format!("{PROMISED}\n09:15 promise-broken priya-calls\n09:16-09:17 reply priya-calls update"),
    );
}

#[test]
fn a_promise_kept_through_something_more_pressing_is_a_strength() {
    let script = format!(
        "{PROMISED}
         08:21 arrives jo-scanner
         08:22-08:25 fix jo-scanner yellow-key
         09:13-09:14 reply priya-calls update
         09:14 promise-kept priya-calls"
    );
    assert_eq!(minutes(&found(Code::PromiseKept, MORNING, &script)), 5.0);
}

#[test]
fn a_promise_of_a_minute_kept_in_a_minute_is_none() {
    let script = "
        08:12 arrives priya-calls
        08:13-08:14 promise priya-calls 08:20
        08:15-08:16 reply priya-calls update
        08:16 promise-kept priya-calls";
    nothing(Code::PromiseKept, MORNING, script);
}

#[test]
fn a_promise_for_comfort_is_found() {
    let script = "
        08:15 arrives falk-font
        08:15-08:16 promise falk-font 17:00";
    found(Code::PromiseEmpty, MORNING, script);
}

#[test]
fn noon_as_it_fits_is_right() {
    let script = "
        08:15 arrives falk-font
        08:15-08:16 promise falk-font 12:00";
    nothing(Code::PromiseEmpty, MORNING, script);
}

const HEARD: &str = "
    08:12 arrives priya-calls
    08:12-08:13 log priya-calls incident 2 2
    08:13-08:14 reply priya-calls acknowledge";

#[test]
fn we_have_it_and_then_nothing_is_found() {
    let finding =
        found(Code::HollowResponse, MORNING, &format!("{HEARD}\n08:14-09:00 wait\n09:00-09:01 assign priya-calls net"));
    // From 08:44 to 09:00.
    assert_eq!(minutes(&finding), 36.0);
}

#[test]
fn we_have_it_with_a_time_and_work_is_right() {
    nothing(
        Code::HollowResponse,
        MORNING,
        &format!("{HEARD}\n08:14-08:15 promise priya-calls 08:50\n08:15-09:00 wait"),
    );
    nothing(Code::HollowResponse, MORNING, &format!("{HEARD}\n08:14-08:15 assign priya-calls net\n08:15-09:00 wait"));
}
