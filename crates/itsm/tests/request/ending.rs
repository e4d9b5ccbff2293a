//! Taking back, and what is really something else.

use itsm::incident::{Command as AskIncident, Event as IncidentEvent, State as IncidentState};
use itsm::link::{Link, Relation};
use itsm::request::{Command as Ask, Destination, Ending, Form, ItemState, Origin, State, Target, TaskState};
use itsm::{Command, Happening, Level, RecordId};

use crate::bench::{Bench, FIRST, MANAGER, NEWCOMER, form, give_up, plan, words};

fn to_incident() -> Target {
    Target::Incident { impact: Level(2), urgency: Level(2), category: None, group: None }
}

#[test]
fn the_requester_can_take_it_back_until_fulfilment_has_begun() {
    let mut bench = Bench::begin();
    let waiting = bench.waiting();
    assert!(bench.refuses(Ask::Cancel { request: waiting, because: words("") }).starts_with("Needs reason"));
    bench.does(Ask::Cancel { request: waiting, because: words("Found one") });
    assert_eq!((bench.see(waiting).state(), bench.item_state(waiting)), (State::Cancelled, ItemState::Cancelled));
    assert_eq!(bench.task_state(waiting, FIRST), TaskState::Dropped);
    assert!(bench.answers(MANAGER, waiting, true).is_err());
    let begun = bench.free(vec![plan("Order", &[])]);
    bench.starts(begun, FIRST);
    let late = bench.refuses(Ask::Cancel { request: begun, because: words("Found one") });
    assert!(late.contains("fulfilment has begun"), "{late}");
    bench.does(give_up(begun, FIRST));
}

#[test]
fn what_is_really_an_incident_ends_and_logs_one_with_the_requests_words_and_a_link() {
    let mut bench = Bench::begin();
    let request = bench.logged(Form { beneficiary: Some(NEWCOMER), ..form() });
    let blank = Ask::Reroute { request, to: to_incident(), because: words(" ") };
    assert!(bench.refuses(blank).starts_with("Needs reason"));
    let happened = bench.does(Ask::Reroute { request, to: to_incident(), because: words("Theirs is broken") });
    assert_eq!(happened.len(), 3);
    let Happening::Incident(incident, IncidentEvent::Logged(report)) = &happened[1] else { panic!("{happened:?}") };
    assert_eq!((&*report.summary, report.caller), ("Second monitor", Some(NEWCOMER)), "who is affected");
    let link = Link { relation: Relation::LedTo, to: RecordId::Incident(*incident) };
    assert!(bench.desk.links().has(RecordId::Request(request), link));
    assert_eq!(bench.see(request).state(), State::Rerouted);
    assert!(bench.refuses(Ask::Cancel { request, because: words("No") }).starts_with("Not while Re-routed"));
}

#[test]
fn what_is_really_a_change_ends_and_the_change_is_raised_from_it_afterwards() {
    let mut bench = Bench::begin();
    let request = bench.free(vec![plan("Order", &[])]);
    let happened = bench.does(Ask::Reroute { request, to: Target::Change, because: words("It needs a new network") });
    assert_eq!(happened.len(), 1);
    assert!(matches!(bench.see(request).ending, Some(Ending::Rerouted { to: Destination::Change, .. })));
}

#[test]
fn an_incident_that_is_really_a_request_is_cancelled_and_leads_to_it() {
    let mut bench = Bench::begin();
    let incident = bench.incident();
    let from = |because: &str| Some(Origin { incident, because: words(because) });
    let blank = Ask::Log { form: Box::new(form()), from: from("") };
    assert!(bench.refuses(blank).starts_with("Needs reason"));
    bench.does(Ask::Log { form: Box::new(form()), from: from("Nothing is broken") });
    let request = bench.desk.requests().all().next().unwrap().id;
    assert_eq!(bench.desk.incident(incident).unwrap().state, IncidentState::Cancelled);
    let link = Link { relation: Relation::LedTo, to: RecordId::Request(request) };
    assert!(bench.desk.links().has(RecordId::Incident(incident), link));
    let again = Ask::Log { form: Box::new(form()), from: from("Nothing is broken") };
    assert!(bench.refuses(again).starts_with("Not while Cancelled"));
    assert_eq!(bench.desk.requests().all().len(), 1);
}

#[test]
fn a_resolved_incident_cannot_become_a_request() {
    let mut bench = Bench::begin();
    let incident = bench.incident();
    let resolve = AskIncident::Resolve {
        incident,
        code: itsm::incident::ResolutionCode::SolutionProvided,
        solution: words("Ordered one"),
        cascade: false,
    };
    bench.ask(Command::Incident(resolve)).unwrap();
    let from = Some(Origin { incident, because: words("Nothing was broken") });
    assert!(bench.refuses(Ask::Log { form: Box::new(form()), from }).starts_with("Not while Resolved"));
}

#[test]
fn forgetting_a_request_leaves_nothing_of_it_behind() {
    let mut bench = Bench::begin();
    let before = bench.desk.clone();
    let request = bench.waiting();
    bench.desk.forget(RecordId::Request(request));
    assert_eq!(bench.desk, before);
}
