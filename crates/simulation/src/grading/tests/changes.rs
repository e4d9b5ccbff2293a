//! Changes.

use super::*;
use crate::grading::Level;

const TUESDAY: &str = "patch-tuesday";
const PRINTER: &str = "recurring-printer";
const CLOSE: &str = "month-end";

const JAM: &str = "
    09:06 arrives yusuf-first
    09:06-09:07 answer yusuf-first
    09:07-09:08 log yusuf-first incident 2 2";

#[test]
fn a_standard_change_for_what_is_normal_is_found_once_it_is_carried_out() {
    let raised = format!("{JAM}\n09:10-09:15 change yusuf-first standard roll-back-driver spool 09:20 09:40 copy");
    found(Code::StandardMisused, PRINTER, &format!("{raised}\n09:20-09:32 implement change-1"));
    nothing(Code::StandardMisused, PRINTER, &raised);
}

#[test]
fn a_standard_change_that_covers_its_work_is_right() {
    let script = "
        15:16 arrives pilot-report
        15:20-15:25 change pilot-report standard new-vpn-profile nbpool 16:00 16:30 old
        16:00-16:12 implement change-1";
    nothing(Code::StandardMisused, TUESDAY, script);
}

#[test]
fn a_tool_called_an_emergency_and_let_go_is_found() {
    assert_eq!(found(Code::EmergencyDodged, TUESDAY, "15:10-15:13 assess falk-tool go").level, Some(Level(4)));
}

#[test]
fn a_tool_called_an_emergency_and_refused_is_right() {
    nothing(Code::EmergencyDodged, TUESDAY, "15:10-15:13 assess falk-tool no wrong-type");
}

#[test]
fn an_emergency_for_what_holds_up_many_is_a_strength_and_none_dodged() {
    let script = format!(
        "{JAM}
         09:10-09:15 change yusuf-first emergency roll-back-driver spool 09:30 09:50 copy
         09:25 change-is change-1 authorised
         09:30-09:42 implement change-1
         09:42 fault-gone driver roll-back-driver"
    );
    nothing(Code::EmergencyDodged, PRINTER, &script);
    // From 09:42 to four hours after it was raised, four people at 0.3.
    assert_eq!(minutes(&found(Code::EmergencyRight, PRINTER, &script)), 256.0);
}

#[test]
fn the_same_haste_without_a_yes_is_no_strength() {
    let script = format!(
        "{JAM}
         09:10-09:15 change yusuf-first emergency roll-back-driver spool 09:30 09:50 copy
         09:30-09:42 implement change-1"
    );
    nothing(Code::EmergencyRight, PRINTER, &script);
}

const RESTART: &str = "
    13:24 arrives aylin-posts
    13:24-13:25 answer aylin-posts
    13:30-13:35 change aylin-posts emergency restart-erp erpapp 13:40 14:00 copy";

#[test]
fn carried_out_in_the_freeze_is_found() {
    assert_eq!(
        found(Code::InFreeze, CLOSE, &format!("{RESTART}\n13:40-14:00 implement change-1")).level,
        Some(Level(4))
    );
}

#[test]
fn carried_out_in_the_freeze_with_a_yes_from_who_may_is_right() {
    nothing(
        Code::InFreeze,
        CLOSE,
        &format!("{RESTART}\n13:38 approved change-1 claire yes\n13:40-14:00 implement change-1"),
    );
}

#[test]
fn carried_out_without_a_way_back_is_found() {
    let script = format!(
        "{JAM}\n09:10-09:15 change yusuf-first normal roll-back-driver spool 10:00 10:30\n10:00-10:12 implement change-1"
    );
    assert_eq!(found(Code::NoBackOut, PRINTER, &script).level, Some(Level(3)));
}

#[test]
fn carried_out_with_a_way_back_is_right() {
    let script = format!(
        "{JAM}\n09:10-09:15 change yusuf-first normal roll-back-driver spool 10:00 10:30 copy\n10:00-10:12 implement change-1"
    );
    nothing(Code::NoBackOut, PRINTER, &script);
}

#[test]
fn a_way_back_that_advice_made_a_condition_is_there() {
    nothing(
        Code::NoBackOut,
        PRINTER,
        "10:00-10:03 assess roll-back go-if no-back-out\n11:00-11:12 implement roll-back",
    );
    found(Code::NoBackOut, PRINTER, "10:00-10:03 assess roll-back go\n11:00-11:12 implement roll-back");
}

#[test]
fn carried_out_and_never_looked_back_at_is_found() {
    found(Code::ReviewSkipped, PRINTER, "10:00-10:12 implement roll-back");
}

#[test]
fn looked_back_at_or_handed_over_is_right() {
    nothing(Code::ReviewSkipped, PRINTER, "10:00-10:12 implement roll-back\n10:30-10:34 review roll-back met on-time");
    nothing(Code::ReviewSkipped, PRINTER, "10:00-10:12 implement roll-back\n11:50-11:53 handover roll-back -");
}

const LABELS: &str = "
    15:30-15:33 assess wms-patch go
    +1_04:30 change-is wms-patch done
    +1_05:30 fault-began labels
    +1_06:00 arrives labels-dead
    +1_06:01-+1_06:02 answer labels-dead";

#[test]
fn a_review_that_denies_what_came_of_it_is_found() {
    found(Code::ReviewUntrue, TUESDAY, &format!("{LABELS}\n+1_08:00-+1_08:04 review wms-patch met on-time"));
}

#[test]
fn a_review_that_says_what_came_of_it_is_true() {
    nothing(
        Code::ReviewUntrue,
        TUESDAY,
        &format!("{LABELS}\n+1_08:00-+1_08:04 review wms-patch met incidents on-time"),
    );
}

#[test]
fn advice_lighter_than_what_was_known_is_found_with_what_it_brought() {
    let finding = found(Code::RiskLow, TUESDAY, LABELS);
    assert_eq!(finding.level, Some(Level(3)));
    // Eight people at 0.8 from 06:00 to 09:00.
    assert_eq!(minutes(&finding), 1152.0);
}

#[test]
fn advice_with_the_condition_is_right() {
    nothing(Code::RiskLow, TUESDAY, "15:30-15:33 assess wms-patch go-if no-test\n+1_04:30 change-is wms-patch done");
}

const CLASH: &str = "
    15:30-15:33 assess core-firmware go
    15:33-15:36 assess fs-move go
    22:30 change-is fs-move done";

#[test]
fn two_changes_in_each_others_way_let_go_are_found() {
    assert_eq!(
        found(Code::Conflict, TUESDAY, &format!("{CLASH}\n23:00 change-is core-firmware done")).level,
        Some(Level(2))
    );
}

#[test]
fn one_of_them_put_off_is_right() {
    nothing(Code::Conflict, TUESDAY, &format!("{CLASH}\n22:35 change-is core-firmware postponed"));
}

#[test]
fn a_driver_taken_back_without_a_change_is_found() {
    assert_eq!(
        found(Code::Unrecorded, PRINTER, &format!("{JAM}\n09:10-09:22 fix yusuf-first roll-back-driver")).level,
        Some(Level(3))
    );
}

#[test]
fn a_restart_is_no_change_and_an_authorised_change_is_recorded() {
    nothing(Code::Unrecorded, PRINTER, &format!("{JAM}\n09:10-09:13 fix yusuf-first restart-spooler"));
    nothing(
        Code::Unrecorded,
        PRINTER,
        &format!("{JAM}\n10:00 change-is roll-back authorised\n11:00-11:12 fix yusuf-first roll-back-driver"),
    );
}

#[test]
fn the_change_behind_it_linked_early_is_a_strength() {
    let script = format!(
        "{JAM}\n09:15-09:16 link yusuf-first caused-by driver-update\n10:00 fault-gone driver roll-back-driver"
    );
    // A quarter of an hour of four people at 0.3.
    assert_eq!(minutes(&found(Code::CauseFound, PRINTER, &script)), 18.0);
}

#[test]
fn linked_late_or_to_another_change_is_none() {
    nothing(Code::CauseFound, PRINTER, &format!("{JAM}\n09:40-09:41 link yusuf-first caused-by driver-update"));
    nothing(Code::CauseFound, PRINTER, &format!("{JAM}\n09:15-09:16 link yusuf-first caused-by roll-back"));
}

#[test]
fn turned_back_soon_after_it_showed_is_a_strength() {
    let script = format!("{LABELS}\n+1_06:10-+1_06:35 backout wms-patch\n+1_06:35 fault-gone labels set-label-port");
    // By 09:00 at the latest it would have been found: eight people at 0.8.
    assert_eq!(minutes(&found(Code::BackedOut, TUESDAY, &script)), 928.0);
}

#[test]
fn turned_back_in_fear_is_none() {
    nothing(Code::BackedOut, TUESDAY, "+1_04:30 change-is wms-patch done\n+1_04:40-+1_05:05 backout wms-patch");
}

#[test]
fn no_to_what_is_well_prepared_is_found() {
    found(Code::OverControlled, TUESDAY, "15:30-15:33 assess office-patch no");
}

#[test]
fn the_long_way_for_a_standard_change_while_somebody_waits_is_found() {
    let script = "
        15:00 fault-began vpn
        15:16 arrives pilot-report
        15:20-15:25 change pilot-report normal new-vpn-profile nbpool 16:00 16:30 old
        16:25 change-is change-1 authorised
        16:40 fault-gone vpn new-vpn-profile";
    // An hour of one at 0.9.
    assert_eq!(minutes(&found(Code::OverControlled, TUESDAY, script)), 54.0);
}

#[test]
fn advice_as_it_should_be_is_right() {
    nothing(
        Code::OverControlled,
        TUESDAY,
        "15:30-15:33 assess office-patch go-if no-test\n15:33-15:36 assess core-firmware not-yet conflict",
    );
}
