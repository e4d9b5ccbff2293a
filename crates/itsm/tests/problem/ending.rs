use itsm::problem::{Amendment, Command as Ask, Message, ResolutionCode, State};

use crate::bench::*;

fn code(bench: &Bench, id: itsm::ProblemId) -> Option<ResolutionCode> {
    bench.see(id).resolution.as_ref().map(|resolution| resolution.code)
}

#[test]
fn each_end_has_its_code_and_its_notes() {
    let mut bench = Bench::begin();
    let (fixed, accepted, cancelled) = (bench.closed(), bench.accepted(), bench.cancelled());
    assert_eq!(code(&bench, fixed), Some(ResolutionCode::FixApplied));
    assert_eq!(code(&bench, accepted), Some(ResolutionCode::RiskAccepted));
    assert_eq!(code(&bench, cancelled), Some(ResolutionCode::Cancelled));
    for id in [fixed, accepted, cancelled] {
        assert_eq!(bench.see(id).state, State::Closed);
        assert!(bench.see(id).closed_at.is_some());
        assert!(!bench.see(id).resolution.as_ref().unwrap().notes.is_empty());
    }
}

#[test]
fn a_risk_is_accepted_only_when_it_is_understood_and_with_a_reason() {
    let mut bench = Bench::begin();
    let id = bench.assessed();
    let accept = |because: &str| Ask::AcceptRisk { problem: id, because: because.into() };
    assert!(bench.refuses(accept("Too dear")).contains("only when it is understood"));
    bench.does(Ask::Analyse(id));
    assert!(bench.refuses(accept(" ")).starts_with("Needs reason"));
    bench.does(accept("Too dear"));
}

#[test]
fn an_accepted_risk_stays_a_known_error_that_is_told_amended_and_looked_at_again() {
    let mut bench = Bench::begin();
    let id = bench.accepted();
    assert!(bench.see(id).is_known_error());
    let incident = bench.incident();
    bench.of(itsm::incident::Command::LinkProblem { incident, problem: Some(id) });
    bench.does(amend(id, Amendment::Workaround("Reconnect".into())));
    bench.does(Ask::Communicate { problem: id, what: Message::Workaround, text: "Please reconnect".into() });
    bench.does(Ask::Reanalyse { problem: id, because: "The move is put off".into() });
    assert_eq!(bench.see(id).state, State::RootCauseAnalysis);
    assert_eq!(bench.see(id).resolution, None);
}

#[test]
fn what_was_fixed_and_closed_is_history() {
    let mut bench = Bench::begin();
    let id = bench.closed();
    let again = Ask::Reanalyse { problem: id, because: "Again".into() };
    assert!(bench.refuses(again).ends_with("Raise a new one if its incidents go on."));
    assert!(bench.refuses(amend(id, Amendment::Summary("Other".into()))).starts_with("Not while Closed"));
    bench.does(Ask::Note { problem: id, text: "Seen in the review".into() });
}

#[test]
fn a_fix_that_does_not_hold_is_analysed_again_with_what_happened() {
    let mut bench = Bench::begin();
    let id = bench.resolved();
    assert!(bench.refuses(Ask::Reanalyse { problem: id, because: "".into() }).starts_with("Needs reason"));
    bench.does(Ask::Reanalyse { problem: id, because: "Three calls dropped".into() });
    assert_eq!(bench.see(id).state, State::RootCauseAnalysis);
    assert_eq!(code(&bench, id), None);
}

#[test]
fn a_duplicate_hands_its_incidents_to_the_original() {
    let mut bench = Bench::begin();
    let original = bench.analysed();
    let incidents = [bench.incident(), bench.incident()];
    let id = bench.desk.next_problem(TAG);
    bench.does(raise(incidents.to_vec()));
    assert!(bench.refuses(Ask::MarkDuplicate { problem: id, of: id }).starts_with("Check original"));
    bench.does(Ask::MarkDuplicate { problem: id, of: original });
    assert_eq!(bench.see(id).duplicate_of, Some(original));
    assert_eq!(bench.desk.incidents_of_problem(original).count(), 2);
    assert_eq!(bench.desk.incidents_of_problem(id).count(), 0);
    let circle = Ask::MarkDuplicate { problem: original, of: id };
    assert!(bench.refuses(circle).contains("that one is a duplicate; choose its original"));
}
