//! Security.

use super::*;
use crate::grading::Level;

const MORNING: &str = "first-morning";

#[test]
fn an_account_unlocked_unverified_is_found_even_if_it_was_ines() {
    let script = "
        08:02 arrives ines-locked
        08:02-08:03 answer ines-locked
        08:03-08:05 fix ines-locked unlock-account";
    assert_eq!(found(Code::Identity, MORNING, script).level, Some(Level(4)));
}

#[test]
fn verified_at_the_first_contact_holds_at_the_second() {
    let script = "
        08:02 arrives ines-locked
        08:03-08:05 verify ines-locked callback
        08:05-08:07 fix ines-locked unlock-account
        09:05 arrives ines-again
        09:06-09:08 fix ines-again unlock-account";
    nothing(Code::Identity, MORNING, script);
}

const FALK: &str = "
    08:31 arrives falk-reset
    08:31-08:32 answer falk-reset";

#[test]
fn a_password_for_a_stranger_is_graver() {
    let script = format!("{FALK}\n08:32-08:35 fix falk-reset set-password");
    assert_eq!(found(Code::Identity, MORNING, &script).level, Some(Level(5)));
    assert_eq!(found(Code::Unsafe, MORNING, &script).level, Some(Level(5)));
}

#[test]
fn a_demand_that_is_refused_gives_nothing() {
    nothing(Code::Unsafe, MORNING, &format!("{FALK}\n08:32-08:33 reply falk-reset refuse security"));
}

const REFUSED: &str = "
    08:32-08:34 verify falk-reset callback
    08:34-08:35 reply falk-reset refuse identity";

#[test]
fn found_out_refused_and_reported_is_a_strength() {
    let finding = found(Code::Refused, MORNING, &format!("{FALK}{REFUSED}\n08:35-08:37 report falk-reset"));
    assert_eq!(finding.level, Some(Level(5)));
    assert_eq!(finding.evidence.len(), 4);
}

#[test]
fn refused_and_told_to_nobody_is_no_strength_and_a_fault() {
    let script = format!("{FALK}{REFUSED}");
    nothing(Code::Refused, MORNING, &script);
    assert_eq!(found(Code::Unreported, MORNING, &script).level, Some(Level(4)));
}

#[test]
fn logged_as_security_it_goes_there_by_itself() {
    nothing(Code::Unreported, MORNING, &format!("{FALK}{REFUSED}\n08:36-08:37 log falk-reset security 3 1"));
}

#[test]
fn reported_fourteen_minutes_later_is_in_time() {
    nothing(Code::Unreported, MORNING, &format!("{FALK}{REFUSED}\n08:46-08:48 report falk-reset"));
}

#[test]
fn an_honest_user_refused_without_a_check_is_found() {
    let script = "
        08:02 arrives ines-locked
        08:02-08:03 answer ines-locked
        08:03-08:04 reply ines-locked refuse identity
        08:34 met ines-locked";
    // Half an hour at 0.9.
    assert_eq!(minutes(&found(Code::AlarmEverywhere, MORNING, script)), 27.0);
}

#[test]
fn an_honest_user_refused_after_every_check_is_no_fault() {
    let script = "
        08:02 arrives ines-locked
        08:03-08:05 verify ines-locked callback
        08:05-08:06 reply ines-locked refuse identity";
    nothing(Code::AlarmEverywhere, MORNING, script);
}
