//! What belongs together, and what does not.

use super::*;

const MORNING: &str = "first-morning";
const REQUESTS: &str = "incident-or-request";

const TWICE: &str = "
    09:02 arrives aylin-folder
    09:02 open aylin-folder
    09:03-09:04 log aylin-folder incident 2 2
    09:42 arrives yusuf-folder
    09:42-09:43 answer yusuf-folder
    09:43-09:44 log yusuf-folder incident 2 2";

#[test]
fn the_same_told_again_and_worked_on_apart_is_found() {
    let finding = found(Code::Duplicate, REQUESTS, &format!("{TWICE}\n09:45-09:51 diagnose yusuf-folder check-share"));
    assert_eq!(finding.subject.key(), "yusuf-folder");
    assert!(finding.minutes() > 0.0);
}

#[test]
fn the_same_linked_soon_is_no_fault() {
    nothing(Code::Duplicate, REQUESTS, &format!("{TWICE}\n09:50-09:51 link yusuf-folder duplicate aylin-folder"));
}

const FLOOR: &str = "
    08:12 arrives priya-calls
    08:12-08:13 answer priya-calls
    08:13-08:14 log priya-calls incident 2 2
    08:27 arrives luis-slow
    08:27-08:28 answer luis-slow
    08:28-08:29 ask luis-slow where
    08:29-08:30 log luis-slow incident 2 2";

#[test]
fn two_reports_of_one_failure_that_stay_apart_are_found_once() {
    let finding = found(Code::Parent, MORNING, &format!("{FLOOR}\n08:35-08:39 diagnose luis-slow check-share"));
    assert_eq!(finding.subject.key(), "luis-slow");
    // Four minutes in which Priya's five (0.45) and Luis (0.5) waited.
    assert_eq!(minutes(&finding), 11.0);
}

#[test]
fn two_reports_of_one_failure_that_hang_together_are_right() {
    nothing(Code::Parent, MORNING, &format!("{FLOOR}\n08:35-08:36 link luis-slow parent priya-calls"));
}

#[test]
fn a_slow_file_hung_on_the_access_point_and_resolved_with_it_is_found() {
    let script = "
        08:36 arrives ap2-down
        08:36-08:37 log ap2-down incident 2 2
        08:40 arrives luis-file
        08:41-08:42 link luis-file parent ap2-down
        09:10 fault-gone ap replace-ap
        09:12-09:13 resolve ap2-down solution true";
    let finding = found(Code::LinkedWrong, MORNING, script);
    // Luis loses 0.2 from 08:42 to the end.
    assert_eq!(minutes(&finding), 10.0);
}

#[test]
fn a_wrong_link_that_is_put_right_soon_is_no_fault() {
    let script = "
        08:36 arrives ap2-down
        08:36-08:37 log ap2-down incident 2 2
        08:40 arrives luis-file
        08:41-08:42 link luis-file parent ap2-down
        08:46-08:47 link luis-file led-to ap2-down";
    nothing(Code::LinkedWrong, MORNING, script);
}

const LOCKED_AGAIN: &str = "
    08:02 arrives ines-locked
    08:02-08:03 log ines-locked incident 3 2
    08:03-08:05 fix ines-locked unlock-account
    08:05-08:06 resolve ines-locked workaround
    09:05 arrives ines-again
    09:05-09:06 answer ines-again";

#[test]
fn a_new_record_beside_the_resolved_one_is_found() {
    let finding =
        found(Code::NewNotReopened, MORNING, &format!("{LOCKED_AGAIN}\n09:06-09:07 log ines-again incident 3 2"));
    assert_eq!(finding.level, Some(crate::grading::Level(2)));
}

#[test]
fn taking_up_the_old_record_is_right() {
    nothing(Code::NewNotReopened, MORNING, &format!("{LOCKED_AGAIN}\n09:06-09:07 reopen ines-locked ines-again"));
}
