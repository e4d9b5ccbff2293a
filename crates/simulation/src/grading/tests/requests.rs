//! Requests.

use super::*;

const MORNING: &str = "first-morning";
const REQUESTS: &str = "incident-or-request";

#[test]
fn a_second_monitor_logged_as_an_incident_is_found() {
    let script = "
        08:07 arrives tom-monitor
        08:07 open tom-monitor
        08:07-08:08 log tom-monitor incident 3 3
        08:40 handed-back tom-monitor fac
        08:41 amend tom-monitor kind request
        09:00 met tom-monitor";
    let finding = found(Code::RequestAsIncident, MORNING, script);
    // 33 minutes later than it could have been, at 0.2.
    assert_eq!(minutes(&finding), 7.0);
}

#[test]
fn turned_into_a_request_within_minutes_is_no_fault() {
    let script = "
        08:07 arrives tom-monitor
        08:07-08:08 log tom-monitor incident 3 3
        08:11 amend tom-monitor kind request";
    nothing(Code::RequestAsIncident, MORNING, script);
}

#[test]
fn an_incident_that_was_ordered_is_found() {
    let script = "
        09:02 arrives aylin-folder
        09:02 open aylin-folder
        09:03-09:04 log aylin-folder request
        10:00 amend aylin-folder kind incident";
    let finding = found(Code::IncidentAsRequest, REQUESTS, script);
    // Known after an answer in writing at 09:14; from 09:24 two people at 0.4.
    assert_eq!(minutes(&finding), 29.0);
}

#[test]
fn a_forgotten_password_is_a_request() {
    let script = "
        09:24 arrives yusuf-password
        09:24-09:25 log yusuf-password request";
    nothing(Code::IncidentAsRequest, REQUESTS, script);
}

const ROLE: &str = "
    09:07 arrives gregor-role
    09:08-09:09 log gregor-role request";

#[test]
fn a_role_granted_without_a_word_from_the_manager_is_found() {
    let finding = found(Code::NoApproval, REQUESTS, &format!("{ROLE}\n09:10-09:16 fulfil gregor-role grant-role"));
    assert_eq!(finding.level, Some(crate::grading::Level(4)));
}

#[test]
fn a_role_granted_after_the_approval_is_right() {
    let script = format!(
        "{ROLE}
         09:09-09:10 ask-approval gregor-role claire
         09:25 approved gregor-role claire yes
         09:26-09:32 fulfil gregor-role grant-role"
    );
    nothing(Code::NoApproval, REQUESTS, &script);
}

#[test]
fn approval_for_a_guest_code_is_found() {
    let script = "
        09:11 arrives guest-code
        09:12-09:13 log guest-code request
        09:13-09:14 ask-approval guest-code claire
        09:44 approved guest-code claire yes";
    // Half an hour at 0.2.
    assert_eq!(minutes(&found(Code::NeedlessApproval, REQUESTS, script)), 6.0);
}

#[test]
fn approval_that_the_catalogue_asks_for_is_right() {
    nothing(Code::NeedlessApproval, REQUESTS, &format!("{ROLE}\n09:09-09:10 ask-approval gregor-role claire"));
}

#[test]
fn called_done_with_nothing_given_is_found() {
    let script = "
        09:11 arrives guest-code
        09:12-09:13 log guest-code request
        09:20-09:21 resolve guest-code solution";
    let finding = found(Code::Unserved, REQUESTS, script);
    // 69 minutes at 0.2.
    assert_eq!(minutes(&finding), 14.0);
    assert_eq!(finding.level, Some(crate::grading::Level(3)));
}

#[test]
fn called_done_when_it_was_given_is_right() {
    let script = "
        09:11 arrives guest-code
        09:12-09:13 log guest-code request
        09:14-09:16 fulfil guest-code guest-code
        09:16 met guest-code
        09:20-09:21 resolve guest-code solution";
    nothing(Code::Unserved, REQUESTS, script);
}

#[test]
fn an_order_seen_as_an_incident_at_once_is_a_strength() {
    let script = "
        09:02 arrives aylin-folder
        09:02 open aylin-folder
        09:02-09:03 ask aylin-folder since
        09:03-09:04 log aylin-folder incident 2 2
        09:04-09:08 fix aylin-folder restore-folder-right";
    found(Code::Rerouted, REQUESTS, script);
}

#[test]
fn an_incident_like_all_else_is_luck() {
    let script = "
        09:02 arrives aylin-folder
        09:02-09:03 log aylin-folder incident 2 2";
    nothing(Code::Rerouted, REQUESTS, script);
}

#[test]
fn mending_ones_own_wrong_record_is_none() {
    let script = "
        09:02 arrives aylin-folder
        09:03-09:04 log aylin-folder request
        09:06 amend aylin-folder kind incident";
    nothing(Code::Rerouted, REQUESTS, script);
}

#[test]
fn a_request_on_hold_for_somebody_whom_nobody_asked_is_found() {
    let script = "
        09:11 arrives guest-code
        09:12-09:13 log guest-code request
        09:13 hold guest-code caller";
    let finding = found(Code::RequestHoldUntrue, REQUESTS, script);
    assert_eq!(minutes(&finding), 15.0);
    nothing(Code::HoldUntrue, REQUESTS, script);
}

#[test]
fn a_request_on_hold_after_a_question_by_mail_is_true() {
    let script = "
        09:11 arrives guest-code
        09:12-09:13 log guest-code request
        09:13-09:14 ask guest-code need
        09:14 hold guest-code caller";
    nothing(Code::RequestHoldUntrue, REQUESTS, script);
}
