//! Incidents: weighed, ordered, held, ended.

use super::*;

const MORNING: &str = "first-morning";

const FONT_HIGH: &str = "
    08:15 arrives falk-font
    08:15 open falk-font
    08:15-08:16 log falk-font incident 1 1
    08:21 arrives jo-scanner
    08:22-08:34 fix falk-font embed-font";

#[test]
fn a_font_weighed_above_all_is_found_with_what_the_pickers_lost() {
    let finding = found(Code::PriorityHigh, MORNING, FONT_HIGH);
    assert_eq!(minutes(&finding), 144.0);
    assert_eq!(finding.level, Some(crate::grading::Level(2)));
}

#[test]
fn a_weight_put_right_within_minutes_is_no_fault() {
    let script = "
        08:15 arrives falk-font
        08:15-08:16 log falk-font incident 1 1
        08:18 amend falk-font impact 3
        08:18 amend falk-font urgency 2";
    nothing(Code::PriorityHigh, MORNING, script);
}

const JO: &str = "
    08:21 arrives jo-scanner
    08:21-08:22 answer jo-scanner
    08:22-08:23 ask jo-scanner need";

#[test]
fn twelve_people_weighed_low_are_found_until_work_begins() {
    let script = format!("{JO}\n08:23-08:24 log jo-scanner incident 3 3\n08:45-08:48 fix jo-scanner yellow-key");
    let finding = found(Code::PriorityLow, MORNING, &script);
    // From 08:29 to 08:45, twelve people.
    assert_eq!(minutes(&finding), 192.0);
}

#[test]
fn low_and_restored_at_once_waited_for_no_priority() {
    let script = format!("{JO}\n08:23-08:24 log jo-scanner incident 3 3\n08:24-08:27 fix jo-scanner yellow-key");
    nothing(Code::PriorityLow, MORNING, &script);
}

#[test]
fn a_quiet_call_that_was_asked_weighed_and_served_next_is_a_strength() {
    let before = "08:12 arrives priya-calls";
    let after = "
        08:23-08:24 log jo-scanner incident 2 1
        08:24-08:25 search jo-scanner
        08:25-08:28 fix jo-scanner yellow-key
        08:28-08:32 fix priya-calls use-cable";
    let finding = found(Code::QuietFirst, MORNING, &format!("{before}{JO}{after}"));
    // Priya's four minutes were passed; twelve people.
    assert_eq!(minutes(&finding), 48.0);
}

#[test]
fn right_levels_and_then_mails_first_are_none() {
    let after = "
        08:23-08:24 log jo-scanner incident 2 1
        08:24-08:25 reply falk-font acknowledge
        08:25-08:28 fix jo-scanner yellow-key";
    nothing(Code::QuietFirst, MORNING, &format!("08:15 arrives falk-font{JO}{after}"));
}

#[test]
fn time_for_a_font_while_scanners_wait_is_found() {
    let after = "
        08:23-08:24 log jo-scanner incident 2 1
        08:24-08:36 fix falk-font embed-font
        08:36-08:39 fix jo-scanner yellow-key";
    let finding = found(Code::Order, MORNING, &format!("08:15 arrives falk-font{JO}{after}"));
    assert_eq!(minutes(&finding), 144.0);
}

#[test]
fn two_minutes_for_the_less_pressing_are_nothing() {
    let after = "
        08:24-08:26 reply falk-font acknowledge
        08:26-08:29 fix jo-scanner yellow-key";
    nothing(Code::Order, MORNING, &format!("08:15 arrives falk-font{JO}{after}"));
}

#[test]
fn what_a_team_works_on_does_not_wait_for_the_player() {
    let after = "
        08:23-08:24 assign jo-scanner logi
        08:24-08:36 fix falk-font embed-font";
    nothing(Code::Order, MORNING, &format!("08:15 arrives falk-font{JO}{after}"));
}

const LOGGED: &str = "
    08:21 arrives jo-scanner
    08:21-08:22 log jo-scanner incident 2 1";

#[test]
fn resolved_with_nothing_done_is_found_until_it_is_taken_up_again() {
    let script = format!("{LOGGED}\n08:50-08:51 resolve jo-scanner solution\n09:01-09:02 reopen jo-scanner");
    assert_eq!(minutes(&found(Code::Unsolved, MORNING, &script)), 132.0);
}

#[test]
fn resolved_when_it_worked_is_no_fault_even_if_it_comes_again() {
    let script = format!(
        "{LOGGED}
         08:25-08:28 fix jo-scanner yellow-key
         08:29-08:30 resolve jo-scanner workaround
         09:20 unmet jo-scanner"
    );
    nothing(Code::Unsolved, MORNING, &script);
}

#[test]
fn a_way_round_called_a_solution_is_found() {
    let script = format!("{LOGGED}\n08:25-08:28 fix jo-scanner yellow-key\n08:29-08:30 resolve jo-scanner solution");
    let finding = found(Code::CodeUntrue, MORNING, &script);
    assert!(finding.evidence.len() >= 3);
}

#[test]
fn a_way_round_called_that_is_true() {
    let script = format!("{LOGGED}\n08:25-08:28 fix jo-scanner yellow-key\n08:29-08:30 resolve jo-scanner workaround");
    nothing(Code::CodeUntrue, MORNING, &script);
}

#[test]
fn resolved_and_nobody_asked_the_caller_is_found() {
    let script = format!("{LOGGED}\n08:25-08:28 fix jo-scanner yellow-key\n08:29-08:30 resolve jo-scanner workaround");
    found(Code::Unconfirmed, MORNING, &script);
}

#[test]
fn resolved_after_the_caller_was_asked_is_right() {
    let script = format!(
        "{LOGGED}
         08:25-08:28 fix jo-scanner yellow-key
         08:28-08:29 confirm jo-scanner
         08:29-08:30 resolve jo-scanner workaround"
    );
    nothing(Code::Unconfirmed, MORNING, &script);
}

#[test]
fn taken_back_while_twelve_stand_is_found() {
    let script = format!("{LOGGED}\n08:59-09:00 cancel jo-scanner mistake");
    assert_eq!(minutes(&found(Code::CancelledAlive, MORNING, &script)), 360.0);
}

#[test]
fn taken_back_as_the_same_is_there_is_no_fault() {
    let script = "
        09:05 arrives ines-locked
        09:05-09:06 log ines-locked incident 3 2
        09:06 arrives ines-again
        09:06-09:07 log ines-again incident 3 2
        09:07-09:08 cancel ines-again mistake";
    nothing(Code::CancelledAlive, MORNING, script);
}

#[test]
fn on_hold_for_a_caller_whom_nobody_asked_is_found() {
    let script = "
        08:15 arrives falk-font
        08:15-08:16 log falk-font incident 3 2
        08:16 hold falk-font caller
        09:00-09:01 reply falk-font update";
    // 44 minutes at 0.05.
    assert_eq!(minutes(&found(Code::HoldUntrue, MORNING, script)), 2.0);
}

#[test]
fn on_hold_after_a_question_by_mail_is_true() {
    let script = "
        08:15 arrives falk-font
        08:15-08:16 log falk-font incident 3 2
        08:16-08:17 ask falk-font need
        08:17 hold falk-font caller";
    nothing(Code::HoldUntrue, MORNING, script);
}

const HELD: &str = "
    08:15 arrives falk-font
    08:15-08:16 log falk-font incident 3 2
    08:16-08:17 ask falk-font need
    08:17 hold falk-font caller
    08:30 said falk-font falk";

#[test]
fn still_on_hold_long_after_the_answer_is_found() {
    let finding =
        found(Code::HoldOver, MORNING, &format!("{HELD}\n08:31-08:50 wait\n09:00-09:04 fix falk-font embed-font"));
    assert_eq!(minutes(&finding), 1.0);
}

#[test]
fn still_on_hold_while_the_player_had_worse_to_see_to_is_no_fault() {
    let script = format!("{HELD}\n08:21 arrives jo-scanner\n08:30-08:50 fix jo-scanner yellow-key");
    nothing(Code::HoldOver, MORNING, &script);
}

#[test]
fn waiting_for_a_problem_with_the_yellow_key_in_view_is_found() {
    let script = format!("{LOGGED}\n08:22 hold jo-scanner problem\n09:00 met jo-scanner");
    assert_eq!(minutes(&found(Code::WaitedForFix, MORNING, &script)), 420.0);
}

#[test]
fn waiting_for_a_change_where_nothing_helps_meanwhile_is_no_fault() {
    let script = "
        08:15 arrives falk-font
        08:15-08:16 log falk-font incident 3 2
        08:16 hold falk-font change";
    nothing(Code::WaitedForFix, MORNING, script);
}

const ROUND: &str = "
    08:02 arrives ines-locked
    08:02-08:03 log ines-locked incident 3 2
    08:03-08:05 fix ines-locked unlock-account";

#[test]
fn a_way_round_with_the_cause_left_to_a_problem_is_a_strength() {
    let script = format!(
        "{ROUND}
         08:06-08:07 resolve ines-locked workaround
         08:08-08:11 problem ines-locked
         09:05 fault-gone ines-phone remove-old-password"
    );
    // 58 minutes at 0.9.
    assert_eq!(minutes(&found(Code::Restored, MORNING, &script)), 52.0);
}

#[test]
fn the_same_where_the_failure_was_gone_for_good_is_a_plain_resolution() {
    let script = format!(
        "{ROUND}
         08:05 fault-gone ines-phone remove-old-password
         08:06-08:07 resolve ines-locked workaround
         08:08-08:11 problem ines-locked"
    );
    nothing(Code::Restored, MORNING, &script);
}

#[test]
fn a_pc_logged_to_the_wrong_team_is_found_with_its_hop() {
    let script = "
        08:12 arrives priya-calls
        08:12-08:13 answer priya-calls
        08:13-08:14 log priya-calls incident 2 2
        08:14-08:15 assign priya-calls work
        08:25 handed-back priya-calls work
        08:25-08:26 assign priya-calls net";
    let finding = found(Code::RoutedWrong, MORNING, script);
    // Eleven minutes of five people at 0.45.
    assert_eq!(minutes(&finding), 25.0);
    assert_eq!(finding.evidence.len(), 3);
}

#[test]
fn the_right_team_at_once_is_no_fault() {
    let script = "
        08:12 arrives priya-calls
        08:13-08:14 log priya-calls incident 2 2
        08:14-08:15 assign priya-calls net";
    nothing(Code::RoutedWrong, MORNING, script);
}

#[test]
fn kept_at_a_desk_that_can_do_nothing_is_found() {
    let script = "
        14:12 arrives posting
        14:12-14:13 answer posting
        14:13-14:14 log posting incident 2 2
        15:05-15:06 assign posting apps
        15:30 fault-masked workers restart-workers";
    let finding = found(Code::KeptTooLong, "data-centre-cooling", script);
    // Known at 14:14, given 42 minutes after the grace was over; half of one person.
    assert_eq!(minutes(&finding), 21.0);
}

#[test]
fn given_within_the_grace_is_no_fault() {
    let script = "
        14:12 arrives posting
        14:12-14:13 answer posting
        14:13-14:14 log posting incident 2 2
        14:22-14:23 assign posting apps";
    nothing(Code::KeptTooLong, "data-centre-cooling", script);
}
