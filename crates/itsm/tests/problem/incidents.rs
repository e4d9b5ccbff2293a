use itsm::incident::{Command as AskIncident, Event as IncidentEvent, HoldReason, ResolutionCode, Side, State};
use itsm::problem::{Command as Ask, Event, Message};
use itsm::{Command, Happening};

use crate::bench::*;

#[test]
fn a_workaround_is_told_to_every_open_incident_in_one_command() {
    let mut bench = Bench::begin();
    let id = bench.analysed();
    let tell = Ask::Communicate { problem: id, what: Message::Workaround, text: " Use the cable ".into() };
    assert!(bench.refuses(tell.clone()).starts_with("Needs an open incident that is linked to it"));
    let waiting = [bench.awaiting(id), bench.awaiting(id)];
    let over = bench.awaiting(id);
    bench.of(AskIncident::Resolve {
        incident: over,
        code: ResolutionCode::WorkaroundProvided,
        solution: "By cable".into(),
        cascade: false,
    });
    let done = bench.does(tell);
    let told = Event::Communicated { what: Message::Workaround, text: "Use the cable".into(), incidents: 2 };
    assert_eq!(done[0], Happening::Problem(id, told));
    let reply = IncidentEvent::Replied { side: Side::Desk, text: "Use the cable".into() };
    assert_eq!(incident_events(&done), waiting.map(|incident| (incident, &reply)));
    assert_eq!(bench.desk.incident(waiting[0]).unwrap().state, State::OnHold(HoldReason::Problem));
}

#[test]
fn a_fix_resolves_those_that_await_the_problem_and_no_others() {
    let mut bench = Bench::begin();
    let id = bench.being_fixed();
    let (awaiting, other) = (bench.awaiting(id), bench.incident());
    bench.of(AskIncident::LinkProblem { incident: other, problem: Some(id) });
    let done = bench.does(resolve(id));
    let resolved = IncidentEvent::Resolved {
        code: ResolutionCode::ResolvedByProblem,
        solution: "Halved the lease time".into(),
        with: None,
    };
    assert_eq!(incident_events(&done), [(awaiting, &resolved)]);
    assert_eq!(bench.desk.incident(other).unwrap().state, State::New);
}

#[test]
fn a_fix_may_leave_the_incidents_as_they_are_and_then_they_come_before_closing() {
    let mut bench = Bench::begin();
    let id = bench.being_fixed();
    let awaiting = bench.awaiting(id);
    bench.does(Ask::Resolve { problem: id, fix: "Halved".into(), resolve_awaiting: false });
    assert!(bench.refuses(Ask::Close(id)).starts_with("Not yet, the incidents that await it come first"));
    bench.of(AskIncident::Start(awaiting));
    bench.does(Ask::Close(id));
}

#[test]
fn an_incident_is_linked_only_to_a_problem_that_can_explain_it() {
    let mut bench = Bench::begin();
    let incident = bench.incident();
    let (fixed, cancelled, accepted) = (bench.closed(), bench.cancelled(), bench.accepted());
    let mut refused = |problem| {
        let ask = AskIncident::LinkProblem { incident, problem };
        bench.ask(Command::Incident(ask)).unwrap_err().sentence()
    };
    assert!(refused(Some(fixed)).contains("raise a new problem"));
    assert!(refused(Some(cancelled)).contains("choose a live one"));
    assert!(refused(None).contains("there is no link to take away"));
    bench.of(AskIncident::LinkProblem { incident, problem: Some(accepted) });
    let again = Command::Incident(AskIncident::LinkProblem { incident, problem: Some(accepted) });
    assert!(bench.ask(again).unwrap_err().sentence().contains("linked to that one already"));
    bench.of(AskIncident::LinkProblem { incident, problem: None });
    assert_eq!(bench.desk.incidents_of_problem(accepted).count(), 0);
}
