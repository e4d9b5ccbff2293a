//! Major incidents.

use super::*;

const COOLING: &str = "data-centre-cooling";

const WARNED: &str = "
    13:11 arrives airflow
    13:12 open airflow
    13:12-13:13 log airflow incident 1 1
    13:30 arrives hall-dark";

#[test]
fn declared_late_is_found_with_what_the_delay_took() {
    let script = format!("{WARNED}\n14:00-14:02 major airflow\n15:00 fault-gone cooling repair-cooling");
    let finding = found(Code::MajorLate, COOLING, &script);
    // At most 30 minutes are brought nearer: twelve people.
    assert_eq!(minutes(&finding), 360.0);
}

#[test]
fn declared_in_time_is_a_strength_and_no_fault() {
    let script = format!("{WARNED}\n13:18-13:20 major airflow\n15:00 fault-gone cooling repair-cooling");
    nothing(Code::MajorLate, COOLING, &script);
    assert_eq!(minutes(&found(Code::MajorInTime, COOLING, &script)), 360.0);
}

#[test]
fn declared_late_is_no_strength() {
    nothing(Code::MajorInTime, COOLING, &format!("{WARNED}\n14:00-14:02 major airflow"));
}

#[test]
fn a_printer_declared_major_is_found() {
    let script = "
        13:06 arrives printer
        13:06-13:07 log printer incident 1 1
        13:07 arrives aylin-locked
        13:10-13:12 major printer";
    let finding = found(Code::MajorNeedless, COOLING, script);
    assert_eq!(minutes(&finding), 2.0);
}

#[test]
fn declared_and_stood_down_soon_is_no_fault() {
    let script = "
        13:06 arrives printer
        13:06-13:07 log printer incident 1 1
        13:10-13:12 major printer
        13:18-13:19 standdown printer";
    nothing(Code::MajorNeedless, COOLING, script);
}

const RUNNING: &str = "
    13:11 arrives airflow
    13:12 open airflow
    13:18-13:20 major airflow";

#[test]
fn a_running_one_without_a_word_is_found_with_the_chases() {
    let script = format!("{RUNNING}\n13:30 arrives hall-dark\n13:50 chased hall-dark");
    let finding = found(Code::MajorSilent, COOLING, &script);
    assert_eq!(finding.evidence.len(), 3);
}

#[test]
fn a_word_at_each_planned_time_is_right() {
    let script = format!(
        "{RUNNING}
         13:28-13:30 broadcast airflow update 14:00
         13:58-14:00 broadcast airflow update 14:30
         14:25 fault-gone cooling repair-cooling"
    );
    nothing(Code::MajorSilent, COOLING, &script);
}

#[test]
fn over_for_an_hour_and_not_looked_back_at_is_found() {
    found(
        Code::NoLookBack,
        COOLING,
        &format!("{RUNNING}\n14:30 fault-gone cooling repair-cooling\n14:40-14:41 standdown airflow"),
    );
}

#[test]
fn an_improvement_or_the_handover_is_looking_back() {
    let over = format!("{RUNNING}\n14:30 fault-gone cooling repair-cooling\n14:40-14:41 standdown airflow");
    nothing(Code::NoLookBack, COOLING, &format!("{over}\n15:00-15:03 improve airflow"));
    nothing(Code::NoLookBack, COOLING, &format!("{over}\n16:20-16:23 handover airflow -"));
}
