use itsm::incident::Command as AskIncident;
use itsm::problem::{Amendment, Command as Ask, State, Statement};
use itsm::{Key, Level, ProblemId, RecordId};

use crate::bench::*;

#[test]
fn a_problem_is_raised_from_incidents_and_each_names_it() {
    let mut bench = Bench::begin();
    let incidents = [bench.incident(), bench.incident()];
    let id = bench.desk.next_problem(TAG);
    bench.does(raise(vec![incidents[0], incidents[1], incidents[0]]));
    assert_eq!(bench.see(id).state, State::New);
    let linked: Vec<_> = bench.desk.incidents_of_problem(id).map(|incident| incident.id).collect();
    assert_eq!(linked, incidents);
    assert!(incidents.iter().all(|incident| bench.desk.incident(*incident).unwrap().problem == Some(id)));
}

#[test]
fn a_problem_is_raised_from_closed_incidents_too_as_trends_are_found_in_what_is_over() {
    let mut bench = Bench::begin();
    let incident = bench.incident();
    bench.of(AskIncident::Resolve {
        incident,
        code: itsm::incident::ResolutionCode::WorkaroundProvided,
        solution: "Restarted".into(),
        cascade: false,
    });
    bench.of(AskIncident::Close(incident));
    bench.does(raise(vec![incident]));
}

#[test]
fn a_problem_is_raised_from_nothing_that_has_happened_yet() {
    let mut bench = Bench::begin();
    let id = bench.raised();
    assert_eq!(bench.desk.incidents_of_problem(id).count(), 0);
}

#[test]
fn it_needs_a_summary_and_levels_on_the_scale() {
    let mut bench = Bench::begin();
    let with = |statement| Ask::Raise { statement: Box::new(statement), from: vec![] };
    assert!(bench.refuses(with(Statement { summary: " ".into(), ..statement() })).starts_with("Needs summary"));
    assert!(bench.refuses(with(Statement { impact: Level(9), ..statement() })).starts_with("Check impact"));
}

#[test]
fn a_cancelled_incident_explains_nothing() {
    let mut bench = Bench::begin();
    let incident = bench.incident();
    bench.of(AskIncident::Cancel { incident, because: "twice".into() });
    assert!(bench.refuses(raise(vec![incident])).starts_with("Not while Cancelled"));
    assert_eq!(bench.desk.problems().len(), 0);
}

#[test]
fn numbers_count_up_and_are_never_given_again() {
    let mut bench = Bench::begin();
    let first = bench.raised();
    assert_eq!(bench.desk.problem_number(first), "PRB0000001");
    assert_eq!(bench.desk.find_problem(" prb0000001 "), Some(first));
    assert_eq!(bench.desk.find_problem("PRB0000001-7"), Some(first));
    assert_eq!(bench.desk.find_problem("INC0000001"), None);
    bench.desk.reserve(RecordId::Problem(first));
    bench.desk.forget(RecordId::Problem(first));
    assert_eq!(bench.desk.next_problem(TAG), ProblemId(Key { number: 2, tag: TAG }));
}

#[test]
fn an_amendment_that_says_nothing_new_is_refused() {
    let mut bench = Bench::begin();
    let id = bench.raised();
    bench.does(amend(id, Amendment::Symptom(" Calls drop after ten minutes ".into())));
    assert_eq!(&*bench.see(id).analysis.symptom, "Calls drop after ten minutes");
    assert!(
        bench
            .refuses(amend(id, Amendment::Symptom("Calls drop after ten minutes".into())))
            .starts_with("Needs a change")
    );
    assert!(bench.refuses(amend(id, Amendment::Summary("".into()))).starts_with("Needs summary"));
}
