//! How content requesters and callers are.

use chrono::TimeDelta;
use itsm::incident::{Channel, Command as AskIncident, Report, ResolutionCode, why_not_rate as why_not_rate_incident};
use itsm::request::{Command as Ask, why_not_rate};
use itsm::satisfaction::Score;
use itsm::{Command, IncidentId, RequestId};

use crate::bench::{Bench, TAG, report, words};

fn score(score: u8) -> Score {
    Score::new(score).unwrap()
}

fn rate(request: RequestId, stars: u8) -> Ask {
    Ask::Rate { request, score: score(stars), words: words(" Quick ") }
}

fn rate_incident(incident: IncidentId, stars: u8) -> Command {
    Command::Incident(AskIncident::Rate { incident, score: score(stars), words: words("") })
}

fn resolved(bench: &mut Bench) -> IncidentId {
    let incident = bench.incident();
    let code = ResolutionCode::SolutionProvided;
    let resolve = AskIncident::Resolve { incident, code, solution: words("Restarted"), cascade: false };
    bench.ask(Command::Incident(resolve)).unwrap();
    incident
}

#[test]
fn a_score_is_from_1_to_5_and_4_and_5_are_positive() {
    assert_eq!([0, 6, 255].map(Score::new), [None; 3]);
    let positive: Vec<u8> = (1..=5).filter(|number| score(*number).is_positive()).collect();
    assert_eq!(positive, [4, 5]);
}

#[test]
fn only_what_is_done_can_be_judged() {
    let mut bench = Bench::begin();
    let waiting = bench.waiting();
    assert!(bench.refuses(rate(waiting, 5)).starts_with("Not while Awaiting approval"));
    bench.does(Ask::Cancel { request: waiting, because: words("Found one") });
    assert!(bench.refuses(rate(waiting, 5)).starts_with("Not while Cancelled"));
    let done = bench.done();
    bench.does(rate(done, 5));
    let rating = bench.see(done).rating.clone().unwrap();
    assert_eq!((rating.score.get(), &*rating.words), (5, "Quick"));
}

#[test]
fn an_answer_can_be_corrected_for_a_week_and_not_repeated() {
    let mut bench = Bench::begin();
    let done = bench.done();
    bench.does(rate(done, 5));
    assert!(bench.refuses(rate(done, 5)).starts_with("Check answer"));
    bench.now += TimeDelta::days(6);
    bench.does(rate(done, 2));
    bench.now += TimeDelta::days(1);
    assert!(bench.refuses(rate(done, 5)).contains("7 days"));
    assert!(why_not_rate(&bench.desk, done, bench.now).is_some());
    assert_eq!(bench.see(done).rating.as_ref().unwrap().score.get(), 2);
}

#[test]
fn a_first_answer_is_never_too_late() {
    let mut bench = Bench::begin();
    let done = bench.done();
    bench.now += TimeDelta::days(30);
    assert_eq!(why_not_rate(&bench.desk, done, bench.now), None);
    bench.does(rate(done, 4));
}

#[test]
fn an_incident_is_judged_once_it_is_resolved_and_judged_anew_if_that_did_not_hold() {
    let mut bench = Bench::begin();
    let open = bench.incident();
    assert!(bench.ask(rate_incident(open, 1)).unwrap_err().sentence().starts_with("Not while New"));
    let incident = resolved(&mut bench);
    bench.ask(rate_incident(incident, 5)).unwrap();
    bench.ask(Command::Incident(AskIncident::Reopen { incident, because: words("Again") })).unwrap();
    assert_eq!(bench.desk.incident(incident).unwrap().rating, None);
    let cancelled = bench.incident();
    bench.ask(Command::Incident(AskIncident::Cancel { incident: cancelled, because: words("Mine") })).unwrap();
    assert!(bench.ask(rate_incident(cancelled, 1)).unwrap_err().sentence().starts_with("Not while Cancelled"));
}

#[test]
fn an_incidents_answer_can_be_corrected_for_a_week_after_the_closure() {
    let mut bench = Bench::begin();
    let incident = resolved(&mut bench);
    bench.ask(rate_incident(incident, 5)).unwrap();
    bench.now += TimeDelta::days(30);
    bench.ask(rate_incident(incident, 4)).unwrap();
    bench.ask(Command::Incident(AskIncident::Close(incident))).unwrap();
    bench.now += TimeDelta::days(6);
    bench.ask(rate_incident(incident, 3)).unwrap();
    bench.now += TimeDelta::days(2);
    assert!(bench.ask(rate_incident(incident, 1)).unwrap_err().sentence().contains("7 days"));
}

#[test]
fn where_nobody_called_nobody_is_asked() {
    let mut bench = Bench::begin();
    let incident = bench.desk.next_incident(TAG);
    let unmanned = Report { channel: Channel::Monitoring, caller: None, ..report() };
    bench.ask(Command::Incident(AskIncident::Log(Box::new(unmanned)))).unwrap();
    let code = ResolutionCode::SolutionProvided;
    let resolve = AskIncident::Resolve { incident, code, solution: words("Restarted"), cascade: false };
    bench.ask(Command::Incident(resolve)).unwrap();
    let why = why_not_rate_incident(&bench.desk, incident, bench.now).unwrap().sentence();
    assert!(why.starts_with("Needs a caller"), "{why}");
}
