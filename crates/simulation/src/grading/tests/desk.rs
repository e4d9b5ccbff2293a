//! The service desk.

use super::*;

const MORNING: &str = "first-morning";

#[test]
fn a_headset_reseated_before_anybody_asked_where_is_found_with_what_others_lost() {
    let finding = found(
        Code::ActedUnasked,
        MORNING,
        "08:12 arrives priya-calls
         08:12-08:13 answer priya-calls
         08:13-08:19 fix priya-calls reseat-headset",
    );
    // Five people at 0.45, from the end of the question to the end of the fix.
    assert_eq!(minutes(&finding), 11.0);
}

#[test]
fn a_headset_reseated_after_all_that_tells_was_asked_is_bad_luck() {
    nothing(
        Code::ActedUnasked,
        MORNING,
        "08:12 arrives priya-calls
         08:12-08:13 answer priya-calls
         08:13-08:14 ask priya-calls where
         08:14-08:15 ask priya-calls who
         08:15-08:16 ask priya-calls device
         08:16-08:22 fix priya-calls reseat-headset",
    );
}

#[test]
fn questions_beyond_the_second_idle_one_are_found() {
    let finding = found(
        Code::AskedOn,
        MORNING,
        "08:02 arrives ines-locked
         08:02-08:03 answer ines-locked
         08:03-08:04 ask ines-locked changed
         08:04-08:05 ask ines-locked where
         08:05-08:06 ask ines-locked who
         08:06-08:07 ask ines-locked since
         08:07-08:08 ask ines-locked error",
    );
    assert_eq!(minutes(&finding), 2.0);
    assert_eq!(finding.evidence.len(), 5);
}

#[test]
fn two_idle_questions_are_free() {
    nothing(
        Code::AskedOn,
        MORNING,
        "08:02 arrives ines-locked
         08:02-08:03 answer ines-locked
         08:03-08:04 ask ines-locked where
         08:04-08:05 ask ines-locked changed
         08:05-08:06 ask ines-locked who",
    );
}

const FLOOR_TWO: &str = "
    08:12 arrives priya-calls
    08:12-08:13 answer priya-calls
    08:13-08:14 ask priya-calls where
    08:14-08:15 log priya-calls incident 2 2
    08:15-08:16 assign priya-calls net
    08:27 arrives luis-slow
    08:27-08:28 answer luis-slow
    08:28-08:29 ask luis-slow where";

#[test]
fn two_complaints_of_one_floor_joined_before_the_alert_are_a_strength() {
    let rest = "
        08:29-08:30 link luis-slow parent priya-calls
        08:36 arrives ap2-down
        09:00 fault-gone ap replace-ap";
    let finding = found(Code::Pattern, MORNING, &format!("{FLOOR_TWO}{rest}"));
    // The network began 20 minutes before the alert: 5 × 0.45 and 0.5 of Luis.
    assert_eq!(minutes(&finding), 55.0);
}

#[test]
fn joining_them_after_the_alert_is_none() {
    let rest = "
        08:36 arrives ap2-down
        08:40-08:41 link luis-slow parent priya-calls";
    nothing(Code::Pattern, MORNING, &format!("{FLOOR_TWO}{rest}"));
}

#[test]
fn a_ring_unanswered_over_an_article_is_found() {
    let finding = found(
        Code::LostCall,
        MORNING,
        "08:10 arrives ines-locked
         08:10-08:16 article falk-font
         08:16 lost ines-locked",
    );
    assert_eq!(finding.subject, crate::grading::Subject::Case("ines-locked".into()));
    assert!(finding.minutes() > 60.0);
}

#[test]
fn a_ring_unanswered_over_a_restart_that_twelve_wait_for_is_no_fault() {
    nothing(
        Code::LostCall,
        MORNING,
        "08:21 arrives jo-scanner
         08:22 arrives ines-locked
         08:21-08:29 fix jo-scanner yellow-key
         08:28 lost ines-locked",
    );
}

#[test]
fn calling_back_soon_makes_up_for_a_lost_call() {
    nothing(
        Code::LostCall,
        MORNING,
        "08:10 arrives ines-locked
         08:10-08:16 article falk-font
         08:16 lost ines-locked
         08:20-08:21 reply ines-locked update",
    );
}

#[test]
fn an_open_record_that_the_handover_leaves_out_is_found() {
    let finding = found(
        Code::LeftOut,
        MORNING,
        "08:27 arrives luis-slow
         08:27-08:28 answer luis-slow
         08:28-08:29 log luis-slow incident 2 2
         09:26-09:29 handover - -",
    );
    assert_eq!(finding.subject.key(), "luis-slow");
}

#[test]
fn what_stands_on_the_list_needs_no_further_word() {
    nothing(
        Code::LeftOut,
        MORNING,
        "08:27 arrives luis-slow
         08:28-08:29 log luis-slow incident 2 2
         09:26-09:29 handover luis-slow -",
    );
}

#[test]
fn a_request_that_was_served_needs_no_handover() {
    let script = "
        09:11 arrives guest-code
        09:12-09:13 log guest-code request
        09:14-09:16 fulfil guest-code guest-code
        09:16 met guest-code";
    nothing(Code::LeftOut, "incident-or-request", script);
}

#[test]
fn a_promise_moved_before_its_time_is_a_strength() {
    let script = "
        08:12 arrives priya-calls
        08:13-08:14 promise priya-calls 09:00
        08:55-08:56 promise priya-calls 09:20
        09:15-09:16 reply priya-calls update
        09:16 promise-kept priya-calls";
    let finding = found(Code::ToldEarly, MORNING, script);
    assert!(finding.minutes() > 0.0);
}

#[test]
fn a_promise_moved_after_its_time_is_none() {
    let script = "
        08:12 arrives priya-calls
        08:13-08:14 promise priya-calls 09:00
        09:00 promise-broken priya-calls
        09:04-09:05 promise priya-calls 09:20";
    nothing(Code::ToldEarly, MORNING, script);
}
