//! Problems.

use super::*;

const PRINTER: &str = "recurring-printer";
const MORNING: &str = "first-morning";

const JAM: &str = "
    09:06 arrives yusuf-first
    09:06-09:07 answer yusuf-first
    09:07-09:08 log yusuf-first incident 2 2";

#[test]
fn the_eighth_time_and_no_problem_is_found_with_what_came_later() {
    let script = format!(
        "{JAM}
         09:10 fault-masked driver restart-spooler
         09:58 fault-back driver
         09:58 unmet yusuf-first
         10:18 fault-gone driver roll-back-driver"
    );
    let finding = found(Code::Third, PRINTER, &script);
    // Four people at 0.3 for twenty minutes.
    assert_eq!(minutes(&finding), 24.0);
}

#[test]
fn a_problem_for_it_is_enough() {
    nothing(Code::Third, PRINTER, &format!("{JAM}\n09:20-09:23 problem yusuf-first"));
}

const AGAIN: &str = "
    09:09 arrives floor-one-stops
    09:10-09:11 log floor-one-stops incident 2 2";

#[test]
fn a_problem_from_two_that_truly_recur_is_a_strength() {
    let script = format!(
        "{JAM}{AGAIN}
         09:20-09:23 problem yusuf-first,floor-one-stops
         09:44 fault-gone driver roll-back-driver"
    );
    let finding = found(Code::ProblemRaised, PRINTER, &script);
    // The next time, 62 minutes later at the latest, would have lasted forty minutes: 4 × 0.3 and 0.25.
    assert_eq!(minutes(&finding), 58.0);
}

#[test]
fn a_problem_from_one_alone_is_none() {
    nothing(Code::ProblemRaised, PRINTER, &format!("{JAM}\n09:20-09:23 problem yusuf-first"));
}

#[test]
fn a_problem_called_solved_while_its_cause_lives_is_found() {
    let script = format!(
        "{JAM}
         09:20-09:23 problem yusuf-first
         09:24-09:27 fix yusuf-first restart-spooler
         09:30-09:31 resolve problem-1 solution
         10:00 unmet yusuf-first"
    );
    let finding = found(Code::ProblemAlive, PRINTER, &script);
    assert_eq!(minutes(&finding), 144.0);
}

#[test]
fn a_problem_called_solved_after_the_lasting_fix_is_right() {
    let script = format!(
        "{JAM}
         09:20-09:23 problem yusuf-first
         09:40 fault-gone driver roll-back-driver
         09:50-09:51 resolve problem-1 solution"
    );
    nothing(Code::ProblemAlive, PRINTER, &script);
}

const KNOWN: &str = "
    09:20-09:23 problem yusuf-first,floor-one-stops
    09:23-09:25 known problem-1 print-as-image";

#[test]
fn a_way_round_that_is_kept_to_oneself_is_found() {
    let finding =
        found(Code::Untold, PRINTER, &format!("{JAM}{AGAIN}{KNOWN}\n10:10-10:12 broadcast yusuf-first workaround"));
    // From 09:40 to 10:12, 4 × 0.3 and 0.25.
    assert_eq!(minutes(&finding), 46.0);
}

#[test]
fn a_way_round_told_within_the_grace_is_no_fault() {
    nothing(Code::Untold, PRINTER, &format!("{JAM}{AGAIN}{KNOWN}\n09:30-09:32 broadcast yusuf-first workaround"));
}

#[test]
fn all_who_wait_told_at_once_is_a_strength() {
    let script = format!(
        "{JAM}{AGAIN}
         09:30-09:32 broadcast yusuf-first workaround
         09:33 met yusuf-first
         09:33 met floor-one-stops
         10:03 fault-gone driver roll-back-driver"
    );
    // Thirty minutes that were not lost.
    assert_eq!(minutes(&found(Code::Told, PRINTER, &script)), 44.0);
}

#[test]
fn telling_those_who_have_it_already_is_none() {
    let script = format!(
        "{JAM}{AGAIN}
         09:15-09:16 reply yusuf-first workaround
         09:16-09:17 reply floor-one-stops workaround
         09:30-09:32 broadcast yusuf-first workaround"
    );
    nothing(Code::Told, PRINTER, &script);
}

#[test]
fn a_problem_from_one_locked_account_that_comes_once_is_none() {
    let script = "
        08:02 arrives ines-locked
        08:02-08:03 log ines-locked incident 3 2
        08:03-08:06 problem ines-locked";
    nothing(Code::ProblemRaised, MORNING, script);
}
