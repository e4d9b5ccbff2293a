//! What is refused changes nothing. [`Shift::refused`] compares.

use simulation::scenario::ChangeIs;
use simulation::shift::{Correction, HoldFor, Logged, NewProblem, SolutionCode};

use super::common::{Shift, incident, key, you};

#[test]
fn one_step_that_is_refused_takes_back_the_steps_before_it() {
    let mut shift = Shift::of("recurring-printer");
    let new = NewProblem {
        key: key("problem-1"),
        summary: "It stops".into(),
        text: String::new(),
        from: vec![],
        service: None,
        item: None,
        category: None,
        impact: 2,
        urgency: 2,
    };
    shift.does(|desk, now| desk.raise_problem(now, &you(), new));
    // Led, assessed and analysed before the cause turns out to be missing.
    let said = shift.refused(|desk, now| desk.known_error(now, &you(), &key("problem-1"), " ", "Clear the queue"));
    assert!(said.contains("root cause"), "{said}");
    assert_eq!(shift.state("problem-1"), "new");
    // Assessed and put to its board before nobody gives a reason.
    shift.refused(|desk, now| desk.change_to(now, &you(), &key("roll-back"), ChangeIs::Refused, ""));
    assert_eq!(shift.state("roll-back"), "new");
    shift.refused(|desk, now| desk.change_to(now, &you(), &key("roll-back"), ChangeIs::Done, ""));
}

#[test]
fn what_is_not_there_is_named() {
    let mut shift = Shift::of("first-morning");
    let (no, you) = (key("nobody"), you());
    assert!(shift.refused(|desk, now| desk.start(now, &you, &no)).contains("record"));
    assert!(shift.refused(|desk, now| desk.log_incident(now, &no, incident("one"))).contains("person"));
    let mut new = incident("one");
    new.item = Some(no.clone());
    assert!(shift.refused(|desk, now| desk.log_incident(now, &you, new)).contains("configuration item"));
    shift.incident("one");
    let one = key("one");
    assert!(shift.refused(|desk, now| desk.assign(now, &you, &one, Some(&no), None)).contains("group"));
    assert!(shift.refused(|desk, now| desk.finish_task(now, &you, &one, &no)).contains("request"));
    assert!(shift.refused(|desk, now| desk.acknowledge(now, &you, &one)).contains("event"));
    assert!(shift.refused(|desk, now| desk.behind(now, &you, &one, Some(&one))).contains("problem"));
    assert!(shift.refused(|desk, now| desk.caused_by(now, &you, &one, &no)).contains("record"));
}

#[test]
fn the_desks_own_rules_hold() {
    let mut shift = Shift::of("first-morning");
    let (one, you) = (key("one"), you());
    shift.incident("one");
    shift.refused(|desk, now| desk.close(now, &you, &one));
    shift.refused(|desk, now| desk.resolve(now, &you, &one, SolutionCode::Solution, "", false));
    shift.refused(|desk, now| desk.resolve(now, &you, &one, SolutionCode::Duplicate, "The same", false));
    shift.refused(|desk, now| desk.parent(now, &you, &one, Some(&one)));
    shift.refused(|desk, now| desk.amend(now, &you, &one, &Correction::Impact(9), None));
    shift.refused(|desk, now| desk.amend(now, &you, &one, &Correction::Kind(Logged::Request), None));
    shift.refused(|desk, now| desk.rate(now, &you, &one, 5));
    shift.refused(|desk, now| desk.rate(now, &you, &one, 9));
    shift.refused(|desk, now| desk.stand_down(now, &you, &one));
    shift.refused(|desk, now| desk.update_major(now, &you, &one, "News"));
    shift.does(|desk, now| desk.hold(now, &you, &one, HoldFor::Caller, ""));
    shift.refused(|desk, now| desk.hold(now, &you, &one, HoldFor::Caller, ""));
    let mut follows = incident("two");
    follows.follows = Some(one.clone());
    shift.refused(|desk, now| desk.log_incident(now, &you, follows));
    shift.does(|desk, now| desk.cancel(now, &you, &one, "Logged by mistake"));
    shift.refused(|desk, now| desk.major(now, &you, &one));
}

#[test]
fn a_request_keeps_to_its_approval_and_its_order() {
    let mut shift = Shift::of("incident-or-request");
    let (one, you) = (key("one"), you());
    shift.request("one", "starter", Some("birgit"));
    shift.refused(|desk, now| desk.finish_task(now, &you, &one, &key("make-account")));
    shift.refused(|desk, now| desk.answer_request(now, &you, &one, true, ""));
    shift.refused(|desk, now| desk.answer_request(now, &key("birgit"), &one, false, ""));
    shift.does(|desk, now| desk.answer_request(now, &key("birgit"), &one, true, ""));
    shift.refused(|desk, now| desk.start_task(now, &you, &one, &key("starter-roles")));
    shift.refused(|desk, now| desk.hold(now, &you, &one, HoldFor::Supplier, ""));
    shift.does(|desk, now| desk.finish_task(now, &you, &one, &key("make-account")));
    shift.refused(|desk, now| desk.cancel(now, &you, &one, "Not wanted"));
}
