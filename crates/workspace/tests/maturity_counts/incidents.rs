use itsm::incident::{Command as Ask, Event as Told, Observed, Seen, State};
use itsm::major::{Command as AskMajor, Review};
use itsm::monitoring::{Command as AskAlert, Raise, Severity, Signal};
use itsm::satisfaction::Score;
use itsm::{AlertId, Command, Happening, IncidentId, Key, Level};
use workspace::maturity_counts::Code;

use crate::bench::*;

#[test]
fn an_incident_counts_with_its_solution_for_a_year() {
    let mut bench = Bench::begin();
    bench.resolved();
    bench.logged();
    assert_eq!(bench.tells(Code::IncidentsWithSolution), of(1, 1), "open ones have none to write yet");
    bench.wait(300);
    bench.resolved();
    assert_eq!(bench.tells(Code::IncidentsWithSolution), of(2, 2));
    bench.wait(100);
    assert_eq!(bench.tells(Code::IncidentsWithSolution), of(1, 1), "the first one is over a year old");
}

#[test]
fn where_a_log_brought_no_solutions_nothing_is_said_of_them() {
    let mut bench = Bench::begin();
    let seen = |fields| Told::Observed(Box::new(Observed { fields, source_verdict: None }));
    let id = IncidentId(Key::imported(1));
    for state in [State::New, State::Resolved] {
        bench.tell(Happening::Incident(id, seen(vec![Seen::State(state), Seen::Group(Some(NETWORK))])));
    }
    assert_eq!(bench.tells(Code::IncidentsWithSolution), None);
    assert_eq!(bench.tells(Code::IncidentsResolvedAtFirstContact), of(1, 1));
}

#[test]
fn a_resolution_within_its_target_counts_and_a_late_one_does_not() {
    let mut bench = Bench::begin();
    bench.resolved();
    let late = bench.logged();
    bench.wait(14);
    assert_eq!(bench.tells(Code::IncidentsWithinTarget), of(1, 1));
    bench.resolve(late);
    assert_eq!(bench.tells(Code::IncidentsWithinTarget), of(1, 2));
}

#[test]
fn the_first_group_counts_whoever_of_it_had_it() {
    let mut bench = Bench::begin();
    let within = bench.logged();
    bench.ask(Command::Incident(Ask::Assign { incident: within, group: Some(NETWORK), assignee: Some(ANA) }));
    bench.resolve(within);
    assert_eq!(bench.tells(Code::IncidentsResolvedAtFirstContact), of(1, 1));
    let handed_on = bench.logged();
    bench.ask(Command::Incident(Ask::Assign { incident: handed_on, group: Some(SERVERS), assignee: None }));
    bench.resolve(handed_on);
    assert_eq!(bench.tells(Code::IncidentsResolvedAtFirstContact), of(1, 2));
}

#[test]
fn an_incident_counts_that_an_event_led_to_and_none_that_somebody_called_about() {
    let mut bench = Bench::begin();
    bench.logged();
    assert_eq!(bench.tells(Code::IncidentsFromEvents), None, "no event ever came in");
    let signal = Signal {
        source: "Prometheus".into(),
        item: Some(SWITCH),
        key: "".into(),
        severity: Severity::Warning,
        message: "Fan is slow".into(),
        at: None,
        recovers: false,
    };
    bench.ask(Command::Alert(AskAlert::TakeIn(vec![signal])));
    assert_eq!(bench.tells(Code::IncidentsFromEvents), number(0));
    let like = Raise { group: Some(NETWORK), service: None, category: None, impact: Level(2), urgency: Level(2) };
    bench.ask(Command::Alert(AskAlert::Raise { alert: AlertId(Key { number: 1, tag: TAG }), like }));
    assert_eq!(bench.tells(Code::IncidentsFromEvents), number(1));
}

fn ended_major(bench: &mut Bench) -> IncidentId {
    let incident = bench.logged();
    bench.ask(Command::Major(AskMajor::Propose { incident, because: "Nobody can send mail".into() }));
    bench.ask(Command::Major(AskMajor::Accept { incident, manager: Some(ADA) }));
    bench.resolve(incident);
    incident
}

#[test]
fn a_major_incident_counts_once_somebody_looked_back_and_a_waived_review_is_none() {
    let mut bench = Bench::begin();
    let reviewed = ended_major(&mut bench);
    assert_eq!(bench.tells(Code::MajorIncidentsReviewed), of(0, 1));
    let review = Box::new(Review { learned: "Watch the queue".into(), ..Review::default() });
    bench.ask(Command::Major(AskMajor::LookBack { incident: reviewed, review }));
    let waived = ended_major(&mut bench);
    bench.ask(Command::Major(AskMajor::Waive { incident: waived, because: "As the last one".into() }));
    assert_eq!(bench.tells(Code::MajorIncidentsReviewed), of(1, 2));
}

#[test]
fn ratings_count_once_anybody_rates() {
    let mut bench = Bench::begin();
    let rated = bench.resolved();
    bench.resolved();
    assert_eq!(bench.tells(Code::ContactsRated), None, "nobody was asked here");
    let score = Score::new(4).unwrap();
    bench.ask(Command::Incident(Ask::Rate { incident: rated, score, words: "".into() }));
    assert_eq!(bench.tells(Code::ContactsRated), of(1, 2));
}
