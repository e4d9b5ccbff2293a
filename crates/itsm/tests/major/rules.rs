use chrono::TimeDelta;
use itsm::incident::{Command as AskIncident, Event as IncidentEvent, Side};
use itsm::major::{Command as Ask, Event, LookBack, Part, Phase, Standing, What, hints, standing};
use itsm::{Command, Happening};

use crate::bench::*;

#[test]
fn a_candidate_is_accepted_with_a_manager_or_rejected_with_a_reason() {
    let mut bench = Bench::begin();
    let id = bench.incident();
    assert!(bench.refuses(accept(id)).starts_with("Needs a proposal"));
    assert!(bench.refuses(Ask::Propose { incident: id, because: "".into() }).starts_with("Needs reason"));
    bench.does(propose(id));
    assert_eq!(standing(&bench.desk, id), Some(Standing::Candidate));
    assert!(bench.refuses(Ask::Accept { incident: id, manager: None }).starts_with("Needs a major incident manager"));
    bench.does(accept(id));
    assert_eq!(standing(&bench.desk, id), Some(Standing::Running));
    let reject = |because: &str| Ask::Reject { incident: id, because: because.into() };
    assert!(bench.refuses(reject("No")).ends_with("Demote it if that was wrong."));
    let other = bench.incident();
    bench.does(propose(other));
    bench.does(Ask::Reject { incident: other, because: "One room only".into() });
    bench.does(propose(other));
    assert_eq!(standing(&bench.desk, other), Some(Standing::Candidate), "it may grow");
}

#[test]
fn one_that_turned_out_smaller_is_demoted_and_goes_the_usual_way() {
    let mut bench = Bench::begin();
    let id = bench.running();
    assert!(bench.refuses(Ask::Demote { incident: id, because: " ".into() }).starts_with("Needs reason"));
    bench.does(Ask::Demote { incident: id, because: "Only the fax gateway".into() });
    assert!(bench.refuses(plan(id, 30)).starts_with("Not while Demoted"));
    bench.of(resolve(id));
    bench.of(AskIncident::Close(id));
}

#[test]
fn resolving_the_incident_ends_it_and_reopening_takes_it_up_again() {
    let mut bench = Bench::begin();
    let id = bench.ended();
    assert_eq!(standing(&bench.desk, id), Some(Standing::Ended));
    assert!(bench.refuses(plan(id, 30)).starts_with("Not while Ended"));
    bench.of(AskIncident::Reopen { incident: id, because: "Down again".into() });
    assert_eq!(standing(&bench.desk, id), Some(Standing::Running));
}

#[test]
fn it_is_not_closed_before_what_was_learned_is_written_or_waived() {
    let mut bench = Bench::begin();
    let id = bench.ended();
    let close = Command::Incident(AskIncident::Close(id));
    let refused = bench.ask(close.clone()).unwrap_err().sentence();
    assert!(refused.starts_with("Not yet, its post-incident report lacks what was learned"), "{refused}");
    assert!(bench.refuses(look_back(id, " ")).starts_with("Needs what was learned"));
    bench.does(look_back(id, "Test the failover"));
    assert!(bench.refuses(Ask::Waive { incident: id, because: "Busy".into() }).contains("written already"));
    bench.ask(close).unwrap();

    let other = bench.ended();
    assert!(bench.refuses(Ask::Waive { incident: other, because: "".into() }).starts_with("Needs reason"));
    bench.does(Ask::Waive { incident: other, because: "The supplier reports on it".into() });
    bench.of(AskIncident::Close(other));
    assert!(matches!(bench.see(other).look_back, Some(LookBack::Waived(_))));
    bench.does(look_back(other, "The supplier had no spare part"));
}

#[test]
fn nobody_looks_back_while_the_service_fails() {
    let mut bench = Bench::begin();
    let id = bench.running();
    assert!(bench.refuses(look_back(id, "Much")).ends_with("Resolve it, then look back."));
}

#[test]
fn its_manager_may_change_but_never_be_nobody() {
    let mut bench = Bench::begin();
    let id = bench.running();
    let give = |part, person| Ask::GivePart { incident: id, part, person };
    assert!(bench.refuses(give(Part::Manager, None)).starts_with("Needs a major incident manager"));
    assert!(bench.refuses(give(Part::Manager, Some(MANAGER))).contains("nothing would change"));
    bench.does(give(Part::Manager, Some(CALLER)));
    bench.does(give(Part::Technical, Some(MANAGER)));
    bench.does(give(Part::Technical, None));
    assert_eq!((bench.see(id).manager, bench.see(id).technical), (Some(CALLER), None));
}

#[test]
fn an_update_reaches_the_callers_of_all_that_hang_on_it_in_one_command() {
    let mut bench = Bench::begin();
    let id = bench.running();
    let (child, grandchild, other) = (bench.incident(), bench.incident(), bench.incident());
    bench.of(AskIncident::LinkParent { incident: child, parent: Some(id) });
    bench.of(AskIncident::MarkDuplicate { incident: grandchild, of: Some(child) });
    let done = bench.does(Ask::Update { incident: id, text: " We restart the gateway ".into() });
    let text: std::sync::Arc<str> = "We restart the gateway".into();
    assert_eq!(done[0], Happening::Major(id, Event::Updated { text: text.clone(), incidents: 3 }));
    let reply = IncidentEvent::Replied { side: Side::Desk, text };
    let told = [id, child, grandchild].map(|incident| Happening::Incident(incident, reply.clone()));
    assert_eq!(done[1..], told);
    assert!(!done.iter().any(|what| matches!(what, Happening::Incident(incident, _) if *incident == other)));
}

#[test]
fn the_next_update_is_due_in_business_time() {
    let mut bench = Bench::begin();
    let id = bench.running();
    let calendar = bench.desk.agreement().calendar().clone();
    assert_eq!(bench.see(id).next_update(&calendar), None, "nothing was promised");
    assert!(bench.refuses(plan(id, 0)).starts_with("Check minutes between updates"));
    bench.does(plan(id, 60));
    let planned = bench.now;
    assert_eq!(bench.see(id).next_update(&calendar), Some(planned + TimeDelta::hours(1)));
    bench.now += TimeDelta::minutes(30);
    bench.does(Ask::Update { incident: id, text: "Still searching".into() });
    let told = bench.now;
    assert_eq!(bench.see(id).next_update(&calendar), Some(told + TimeDelta::hours(1)));
    // A promise made shortly before the desk closes is kept in the morning.
    let closing = calendar.add(told, calendar.between(told, told + TimeDelta::hours(12))).unwrap();
    bench.now = closing - TimeDelta::minutes(11);
    bench.does(Ask::Update { incident: id, text: "We go on in the morning".into() });
    let due = bench.see(id).next_update(&calendar).unwrap();
    assert_eq!(calendar.between(bench.now, due), TimeDelta::hours(1));
    assert!(due - bench.now > TimeDelta::hours(10));
}

#[test]
fn its_timeline_is_in_the_order_of_what_happened() {
    let mut bench = Bench::begin();
    let id = bench.running();
    let early = bench.now - TimeDelta::minutes(20);
    let log = |what, text: &str, when| Ask::Log { incident: id, what, text: text.into(), when };
    let now = bench.now;
    bench.does(log(What::Done, "Restarted", now));
    bench.does(log(What::Found, "The gateway is full", early));
    let words: Vec<_> = bench.see(id).moments.iter().map(|moment| moment.what.word()).collect();
    assert_eq!(words, ["Found", "Done"]);
    let later = bench.now + TimeDelta::hours(1);
    assert!(bench.refuses(log(What::Done, "Repaired", later)).starts_with("Check time"));
    assert!(bench.refuses(log(What::Done, " ", early)).starts_with("Needs text"));
}

#[test]
fn a_swarm_is_many_who_look_together() {
    let mut bench = Bench::begin();
    let id = bench.running();
    let now = bench.now;
    let swarm =
        |people| Ask::Log { incident: id, what: What::Swarmed(people), text: "Network goes on".into(), when: now };
    assert!(bench.refuses(swarm(vec![MANAGER])).starts_with("Needs two people or more"));
    bench.does(swarm(vec![MANAGER, CALLER]));
}

#[test]
fn users_see_how_far_it_is() {
    let mut bench = Bench::begin();
    let id = bench.running();
    let phase = |bench: &Bench| bench.see(id).phase(bench.desk.incident(id).unwrap().state);
    assert_eq!(phase(&bench), Phase::Investigating);
    let now = bench.now;
    bench.does(Ask::Log { incident: id, what: What::Found, text: "Full disk".into(), when: now });
    assert_eq!(phase(&bench), Phase::Identified);
    bench.of(resolve(id));
    assert_eq!(phase(&bench), Phase::Restored);
}

#[test]
fn priority_consequences_and_the_service_speak_for_a_major_incident() {
    let mut bench = Bench::begin();
    let id = bench.incident();
    let found = hints(&bench.desk, id);
    assert_eq!((found.is_priority_1, found.linked, found.of_service, found.met()), (true, 0, 1, 1));
    for _ in 0..4 {
        let child = bench.incident();
        bench.of(AskIncident::LinkParent { incident: child, parent: Some(id) });
    }
    let found = hints(&bench.desk, id);
    assert_eq!((found.linked, found.of_service, found.met()), (4, 5, 3));
}
