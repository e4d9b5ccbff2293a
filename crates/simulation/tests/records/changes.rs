//! Changes, on every path.

use simulation::scenario::{ChangeIs, ChangeType, Key, LinkKind, Plan};
use simulation::shift::{NewChange, Outcome};

use super::common::{Shift, key, you};

const WELL: Outcome = Outcome { met: true, incidents: false, backed_out: false, on_time: true };

fn plan() -> Plan {
    Plan { how: "Install it.".into(), test: "One page.".into(), back_out: "Install the one before.".into() }
}

fn new<'a>(kind: ChangeType, plan: &'a Plan) -> NewChange<'a> {
    NewChange {
        key: key("change-1"),
        summary: "Another driver".into(),
        kind,
        fix: None,
        services: vec![key("printing")],
        items: vec![key("spool")],
        team: Some(key("work")),
        planned: None,
        plan,
        from: None,
    }
}

fn raised(kind: ChangeType) -> (Shift, Key) {
    let mut shift = Shift::of("recurring-printer");
    let plan = plan();
    shift.does(|desk, now| desk.raise_change(now, &you(), new(kind, &plan)));
    (shift, key("change-1"))
}

fn goes(shift: &mut Shift, change: &Key, is: ChangeIs, because: &str) {
    shift.does(|desk, now| desk.change_to(now, &you(), change, is, because));
}

#[test]
fn normal_and_emergency_changes_are_authorised_carried_out_and_reviewed() {
    for kind in [ChangeType::Normal, ChangeType::Emergency] {
        let (mut shift, change) = raised(kind);
        goes(&mut shift, &change, ChangeIs::Authorised, "");
        assert_eq!(shift.state("change-1"), "scheduled");
        shift.wait(30);
        goes(&mut shift, &change, ChangeIs::Done, "");
        assert_eq!(shift.state("change-1"), "review");
        shift.does(|desk, now| desk.review(now, &you(), &change, WELL));
        assert_eq!((shift.state("change-1"), shift.desk.is_open(&change)), ("closed", false));
    }
}

#[test]
fn a_standard_change_is_made_from_the_template_of_its_fix_and_asks_nobody() {
    let mut shift = Shift::of("first-morning");
    let plan = Plan::default();
    let standard = NewChange { fix: Some(key("replace-ap")), ..new(ChangeType::Standard, &plan) };
    shift.does(|desk, now| desk.raise_change(now, &you(), standard));
    let change = key("change-1");
    goes(&mut shift, &change, ChangeIs::Authorised, "");
    shift.does(|desk, now| desk.implement(now, &key("emre"), &change));
    assert_eq!(shift.state("change-1"), "implement");
    goes(&mut shift, &change, ChangeIs::Done, "");
    shift.does(|desk, now| desk.review(now, &you(), &change, WELL));

    let without = new(ChangeType::Standard, &plan);
    assert!(shift.refused(|desk, now| desk.raise_change(now, &you(), without)).contains("template"));
}

#[test]
fn a_change_is_refused_with_a_reason_and_taken_back() {
    let (mut shift, change) = raised(ChangeType::Normal);
    shift.refused(|desk, now| desk.change_to(now, &you(), &change, ChangeIs::Refused, ""));
    goes(&mut shift, &change, ChangeIs::Refused, "Nobody has tested it.");
    assert_eq!(shift.state("change-1"), "cancelled");
    shift.refused(|desk, now| desk.change_to(now, &you(), &change, ChangeIs::Authorised, ""));
}

#[test]
fn what_was_authorised_may_be_refused_or_postponed_later() {
    let (mut shift, change) = raised(ChangeType::Normal);
    goes(&mut shift, &change, ChangeIs::Postponed, "Another day.");
    assert_eq!(shift.state("change-1"), "new");
    goes(&mut shift, &change, ChangeIs::Authorised, "");
    goes(&mut shift, &change, ChangeIs::Postponed, "Another day.");
    assert_eq!(shift.state("change-1"), "assess");
    goes(&mut shift, &change, ChangeIs::Authorised, "");
    goes(&mut shift, &change, ChangeIs::Refused, "It is not needed any more.");
    assert_eq!(shift.state("change-1"), "cancelled");
}

#[test]
fn a_change_is_backed_out_and_its_review_says_so() {
    let (mut shift, change) = raised(ChangeType::Normal);
    goes(&mut shift, &change, ChangeIs::Authorised, "");
    goes(&mut shift, &change, ChangeIs::Done, "");
    goes(&mut shift, &change, ChangeIs::BackedOut, "It printed nothing at all.");
    shift.incident("one");
    shift.does(|desk, now| desk.caused_by(now, &you(), &key("one"), &change));
    assert_eq!(shift.desk.links(&key("one")), [(LinkKind::CausedBy, change.clone())]);
    let denies = Outcome { met: false, incidents: false, backed_out: true, on_time: true };
    assert!(shift.refused(|desk, now| desk.review(now, &you(), &change, denies)).contains("incidents"));
    shift.does(|desk, now| desk.review(now, &you(), &change, Outcome { incidents: true, ..denies }));
    let closed = shift.desk.desk().changes().all().last().unwrap();
    assert_eq!(closed.close_code(), Some(itsm::change::CloseCode::BackedOut));
}

#[test]
fn what_nobody_wrote_down_is_authorised_with_its_condition() {
    let mut shift = Shift::of("recurring-printer");
    let change = key("roll-back");
    goes(&mut shift, &change, ChangeIs::Authorised, "Print a form with two colours before all others do.");
    let known = shift.desk.desk().changes().all().last().unwrap();
    assert!(known.plans.test.contains("two colours"));
    assert_eq!(shift.state("roll-back"), "scheduled");
}

#[test]
fn every_change_of_every_scenario_can_be_authorised_done_and_refused() {
    for id in super::common::all() {
        let ids: Vec<Key> =
            super::common::files(&id).scenario.changes.iter().map(|change| change.key.clone()).collect();
        for change in ids {
            let mut shift = Shift::of(&id);
            if shift.state(&change) == "review" {
                continue;
            }
            let mut other = Shift::of(&id);
            goes(&mut other, &change, ChangeIs::Refused, "Not so.");
            goes(&mut shift, &change, ChangeIs::Authorised, "");
            shift.wait(24 * 60);
            goes(&mut shift, &change, ChangeIs::Done, "");
            goes(&mut shift, &change, ChangeIs::Reviewed, "");
            assert_eq!(shift.state(&change), "closed", "{id}: {change}");
        }
    }
}

#[test]
fn a_change_comes_from_a_problem() {
    let mut shift = Shift::of("first-morning");
    let known = shift.desk.known_error_of(&key("hung-workers")).unwrap().clone();
    let plan = plan();
    let from = NewChange { from: Some(known.clone()), ..new(ChangeType::Normal, &plan) };
    shift.does(|desk, now| desk.raise_change(now, &you(), from));
    assert_eq!(shift.desk.links(&known), [(LinkKind::LedTo, key("change-1"))]);
}
