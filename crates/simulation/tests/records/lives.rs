//! Whole lives of records.

use simulation::scenario::{LinkKind, LocalTime, Severity};
use simulation::shift::view::RecordKind;
use simulation::shift::{Correction, HoldFor, Logged, NewProblem, Records, SolutionCode};

use super::common::{Shift, incident, key, you};

#[test]
fn an_incident_is_logged_worked_on_resolved_and_comes_back() {
    let mut shift = Shift::of("first-morning");
    let case = key("one");
    shift.incident("one");
    assert_eq!((shift.state("one"), shift.desk.priority(&case)), ("new", Some(3)));
    shift.does(|desk, now| desk.amend(now, &you(), &case, &Correction::Impact(1), None));
    assert_eq!(shift.desk.priority(&case), Some(2));
    shift.does(|desk, now| desk.assign(now, &you(), &case, Some(&key("apps")), None));
    shift.does(|desk, now| desk.start(now, &key("sanne"), &case));
    assert_eq!((shift.state("one"), shift.desk.team(&case)), ("in-progress", Some(&key("apps"))));
    shift.does(|desk, now| desk.hold(now, &key("sanne"), &case, HoldFor::Caller, "Which version?"));
    assert_eq!(shift.desk.hold_of(&case), Some(HoldFor::Caller));
    let now = shift.now();
    assert_eq!(shift.desk.view(&case, now).unwrap().due, None, "while the caller is waited for, no time runs");
    shift.does(|desk, now| desk.say(now, &key("lena"), &case, true, "The newest."));
    assert_eq!((shift.state("one"), shift.desk.hold_of(&case)), ("in-progress", None));
    shift.does(|desk, now| desk.note(now, &key("sanne"), &case, "The relay was full."));
    let code = SolutionCode::Solution;
    shift.does(|desk, now| desk.resolve(now, &key("sanne"), &case, code, "Relay emptied", false));
    assert_eq!(
        (shift.state("one"), shift.desk.code_of(&case), shift.desk.is_open(&case)),
        ("resolved", Some(code), false)
    );
    shift.does(|desk, now| desk.reopen(now, &you(), &case, "It is back."));
    shift.does(|desk, now| desk.resolve(now, &key("sanne"), &case, code, "Relay replaced", false));
    shift.does(|desk, now| desk.rate(now, &key("lena"), &case, 4));
    shift.does(|desk, now| desk.close(now, &you(), &case));
    assert_eq!(shift.state("one"), "closed");
    shift.does(|desk, now| desk.say(now, &key("lena"), &case, true, "Now it is there again."));
    assert_eq!(shift.state("one"), "new", "words after the end open one that follows it");
    let before = shift.desk.desk().find_incident("INC0000001").map(itsm::RecordId::Incident).unwrap();
    assert_eq!(shift.desk.case_of(before), Some(&case));
}

#[test]
fn a_target_is_seen_to_pass() {
    let mut shift = Shift::of("first-morning");
    shift.incident("one");
    let now = shift.now();
    let view = shift.desk.view(&key("one"), now).unwrap();
    // Priority 3: 480 minutes from 08:01 on, the desk being open until 18:00.
    assert_eq!((view.due, view.breached), (Some(LocalTime(16 * 60 + 1)), false));
    shift.wait(9 * 60);
    let now = shift.now();
    assert!(shift.desk.view(&key("one"), now).unwrap().breached);
}

#[test]
fn what_hangs_on_an_incident_is_resolved_with_it() {
    let mut shift = Shift::of("first-morning");
    ["one", "two", "three"].iter().for_each(|case| shift.incident(case));
    shift.does(|desk, now| desk.parent(now, &you(), &key("two"), Some(&key("one"))));
    shift.does(|desk, now| desk.duplicate(now, &you(), &key("three"), Some(&key("one"))));
    assert_eq!(shift.desk.children_of(&key("one")), [key("two")]);
    assert_eq!(shift.desk.parent_of(&key("two")), Some(&key("one")));
    assert_eq!(shift.desk.duplicate_of(&key("three")), Some(&key("one")));
    assert_eq!(shift.desk.links(&key("two")), [(LinkKind::Parent, key("one"))]);
    let now = shift.now();
    let said: Vec<_> = shift.desk.view(&key("one"), now).unwrap().links;
    assert_eq!(said.iter().map(|link| link.says.as_str()).collect::<Vec<_>>(), ["parent of", "told again by"]);
    shift.does(|desk, now| desk.resolve(now, &you(), &key("one"), SolutionCode::Workaround, "By phone", true));
    assert_eq!([shift.state("two"), shift.state("three")], ["resolved", "resolved"]);
}

#[test]
fn a_request_is_approved_fulfilled_and_done() {
    let mut shift = Shift::of("incident-or-request");
    let case = key("one");
    shift.request("one", "starter", Some("birgit"));
    assert_eq!(shift.state("one"), "awaiting-approval");
    shift.does(|desk, now| desk.answer_request(now, &key("birgit"), &case, true, ""));
    assert_eq!((shift.state("one"), shift.desk.team(&case)), ("in-fulfilment", Some(&key("desk"))));
    shift.does(|desk, now| desk.start_task(now, &you(), &case, &key("make-account")));
    shift.does(|desk, now| desk.hold(now, &you(), &case, HoldFor::Supplier, ""));
    assert_eq!((shift.state("one"), shift.desk.hold_of(&case)), ("on-hold", Some(HoldFor::Supplier)));
    shift.does(|desk, now| desk.resume(now, &you(), &case));
    shift.does(|desk, now| desk.finish_task(now, &you(), &case, &key("make-account")));
    assert_eq!(shift.desk.team(&case), Some(&key("apps")));
    shift.does(|desk, now| desk.finish_task(now, &key("sanne"), &case, &key("starter-roles")));
    shift.does(|desk, now| desk.start(now, &key("pawel"), &case));
    shift.does(|desk, now| desk.finish_task(now, &key("pawel"), &case, &key("starter-laptop")));
    assert_eq!((shift.state("one"), shift.desk.is_open(&case)), ("done", false));
    shift.does(|desk, now| desk.rate(now, &key("lena"), &case, 5));
    let now = shift.now();
    let view = shift.desk.view(&case, now).unwrap();
    assert!(view.tasks.iter().all(|task| task.done) && view.approval.unwrap().starts_with("Approved by "));
}

#[test]
fn who_decides_for_a_department_is_asked_and_never_themselves() {
    let mut shift = Shift::of("incident-or-request");
    let offer = |name: &str| shift.files.pool.offers[name].clone();
    let (starter, headset) = (offer("starter"), offer("headset"));
    let asked = |desk: &Records, who: &str| desk.approver_for(&starter, &key(who));
    assert_eq!(asked(&shift.desk, "yusuf"), Some(key(decider(&shift, "yusuf"))));
    assert!(asked(&shift.desk, "ben").is_some_and(|one| one != "ben"));
    assert_eq!(shift.desk.approver_for(&headset, &key("yusuf")), None);
    shift.request("one", "starter", Some("birgit"));
    assert_eq!(shift.desk.asked(&key("one")), Some(&key("birgit")));
    shift.does(|desk, now| desk.answer_request(now, &key("birgit"), &key("one"), true, ""));
    assert_eq!(shift.desk.asked(&key("one")), None);
}

/// By the pool alone.
fn decider<'a>(shift: &'a Shift, who: &str) -> &'a str {
    let people = &shift.files.pool.people;
    let department = &people[who].department;
    people.iter().find(|(_, person)| person.decides_for.contains(department)).unwrap().0
}

#[test]
fn a_request_may_be_refused() {
    let mut shift = Shift::of("incident-or-request");
    shift.request("one", "software-access", Some("ben"));
    shift.does(|desk, now| desk.answer_request(now, &key("ben"), &key("one"), false, "Not needed for her work."));
    assert_eq!(shift.state("one"), "rejected");
}

#[test]
fn an_incident_that_is_a_request_goes_the_other_way_and_back() {
    let mut shift = Shift::of("incident-or-request");
    let case = key("one");
    shift.incident("one");
    let was = shift.desk.record(&case).unwrap();
    let offer = shift.files.pool.offers["second-monitor"].clone();
    let (request, incident) = (Correction::Kind(Logged::Request), Correction::Kind(Logged::Incident));
    shift.does(|desk, now| desk.amend(now, &you(), &case, &request, Some(&offer)));
    assert_eq!(shift.desk.kind_of(&case), Some(RecordKind::Request));
    assert_eq!(shift.desk.case_of(was), Some(&case));
    assert!(!shift.desk.desk().card(was).unwrap().is_open);
    shift.does(|desk, now| desk.start(now, &key("pawel"), &case));
    shift.does(|desk, now| desk.amend(now, &you(), &case, &incident, None));
    assert_eq!((shift.desk.kind_of(&case), shift.state("one")), (Some(RecordKind::Incident), "new"));
    assert_eq!(shift.desk.team(&case), Some(&key("work")));
    shift.does(|desk, now| desk.amend(now, &you(), &case, &Correction::Kind(Logged::Event), None));
    assert_eq!(shift.state("one"), "cancelled");
}

#[test]
fn an_event_becomes_an_incident() {
    let mut shift = Shift::of("first-morning");
    let case = key("ap2-down");
    shift.does(|desk, now| desk.alert(now, &case, Some(&key("ap2")), Severity::Exception, "AP-B2 does not answer"));
    assert_eq!((shift.desk.kind_of(&case), shift.state("ap2-down")), (Some(RecordKind::Event), "open"));
    shift.does(|desk, now| desk.acknowledge(now, &you(), &case));
    assert_eq!(shift.state("ap2-down"), "acknowledged");
    let event = shift.desk.record(&case).unwrap();
    let mut new = incident("ap2-down");
    (new.caller, new.item, new.summary) = (None, Some(key("ap2")), "No Wi-Fi on floor 2".into());
    shift.does(|desk, now| desk.raise_from_alert(now, &you(), &case, new));
    assert_eq!(shift.desk.kind_of(&case), Some(RecordKind::Incident));
    assert_eq!(shift.desk.desk().card(shift.desk.record(&case).unwrap()).unwrap().title, "No Wi-Fi on floor 2");
    assert_eq!(shift.desk.case_of(event), Some(&case));
    assert_eq!(shift.desk.desk().links().from(event).count(), 1);
    assert!(shift.desk.links(&case).is_empty());
    shift.does(|desk, now| desk.close_alert(now, &you(), &case, "It is worked on."));
    shift.does(|desk, now| desk.resolve(now, &you(), &case, SolutionCode::Solution, "Restarted", false));
}

#[test]
fn an_event_that_informs_is_only_noted() {
    let mut shift = Shift::of("first-morning");
    let case = key("backup-done");
    shift.does(|desk, now| desk.alert(now, &case, None, Severity::Info, "Backup done"));
    assert_eq!((shift.state("backup-done"), shift.desk.is_open(&case)), ("noted", false));
    shift.refused(|desk, now| desk.acknowledge(now, &you(), &case));
}

#[test]
fn a_problem_becomes_a_known_error_and_is_solved() {
    let mut shift = Shift::of("recurring-printer");
    let problem = key("problem-1");
    let from = vec![key("old-1"), key("old-6")];
    let new = NewProblem {
        key: problem.clone(),
        summary: "Printers stop again and again".into(),
        text: String::new(),
        from,
        service: Some(key("printing")),
        item: Some(key("spool")),
        category: Some(key("printing")),
        impact: 2,
        urgency: 2,
    };
    shift.does(|desk, now| desk.raise_problem(now, &you(), new));
    assert_eq!(shift.desk.problem_of(&key("old-1")), Some(&problem));
    shift.incident("today");
    shift.does(|desk, now| desk.behind(now, &you(), &key("today"), Some(&problem)));
    shift.does(|desk, now| desk.hold(now, &you(), &key("today"), HoldFor::Problem, ""));
    shift.does(|desk, now| desk.known_error(now, &you(), &problem, "The driver", "Clear the queue"));
    assert_eq!((shift.state("problem-1"), shift.desk.priority(&problem)), ("known-error", Some(3)));
    shift.does(|desk, now| desk.assign(now, &you(), &problem, Some(&key("work")), None));
    shift.does(|desk, now| {
        desk.begin_article(now, &you(), &key("kb-new"), "Clear the queue", "- Stop, clear", &problem)
    });
    shift.does(|desk, now| {
        desk.improve(now, &you(), &key("better"), "Look back at driver updates", "They came unseen", &problem)
    });
    assert_eq!([shift.state("kb-new"), shift.state("better")], ["draft", "new"]);
    shift.does(|desk, now| desk.resolve_problem(now, &you(), &problem, "Older driver"));
    assert_eq!((shift.state("problem-1"), shift.state("today")), ("resolved", "resolved"));
    assert_eq!(shift.desk.code_of(&key("today")), Some(SolutionCode::ByProblem));
    shift.does(|desk, now| desk.reopen(now, &you(), &problem, "It stopped again."));
    assert_eq!(shift.state("problem-1"), "known-error");
}

#[test]
fn a_major_incident_is_declared_told_of_and_stood_down() {
    let mut shift = Shift::of("data-centre-cooling");
    ["one", "two"].iter().for_each(|case| shift.incident(case));
    shift.does(|desk, now| desk.parent(now, &you(), &key("two"), Some(&key("one"))));
    shift.does(|desk, now| desk.major(now, &you(), &key("one")));
    assert!(shift.desk.is_major(&key("one")) && !shift.desk.is_major(&key("two")));
    shift.desk.take();
    shift.does(|desk, now| desk.update_major(now, &you(), &key("one"), "The room is too warm. More at 14:00."));
    let told = shift
        .desk
        .take()
        .into_iter()
        .filter(|event| matches!(event.what, itsm::Happening::Incident(_, itsm::incident::Event::Replied { .. })));
    assert_eq!(told.count(), 2);
    shift.does(|desk, now| desk.stand_down(now, &you(), &key("one")));
    assert!(!shift.desk.is_major(&key("one")));
    shift.does(|desk, now| desk.major(now, &you(), &key("one")));
    shift.does(|desk, now| desk.resolve(now, &you(), &key("one"), SolutionCode::Solution, "Cold again", true));
    shift.refused(|desk, now| desk.close(now, &you(), &key("one")));
    shift.does(|desk, now| desk.stand_down(now, &you(), &key("one")));
    shift.does(|desk, now| desk.close(now, &you(), &key("one")));
}
