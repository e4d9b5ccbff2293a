use itsm::problem::{Amendment, Bone, Command as Ask, State, Why};
use itsm::{Command, EntryId};

use crate::bench::*;

#[test]
fn each_step_waits_for_the_one_before_and_says_so() {
    let mut bench = Bench::begin();
    let id = bench.raised();
    assert_eq!(
        bench.refuses(Ask::Analyse(id)),
        "Not while New: whether an analysis is worth its cost is not known yet. Assess it first."
    );
    assert!(bench.refuses(Ask::BeginFix(id)).ends_with("Analyse it first."));
    assert!(bench.refuses(resolve(id)).contains("a cause cannot be removed before it is known"));
    bench.does(Ask::Assess(id));
    bench.does(Ask::Analyse(id));
    assert!(bench.refuses(Ask::BeginFix(id)).starts_with("Needs root cause"));
    bench.does(amend(id, Amendment::Cause("Lease time".into())));
    bench.does(Ask::BeginFix(id));
    bench.does(resolve(id));
    bench.does(Ask::Close(id));
    assert_eq!(bench.see(id).state, State::Closed);
}

#[test]
fn after_new_somebody_leads_it() {
    let mut bench = Bench::begin();
    let id = bench.raised();
    bench.does(Ask::Assign { problem: id, group: Some(NETWORK), assignee: None });
    assert!(bench.refuses(Ask::Assess(id)).starts_with("Needs a person who leads it"));
    bench.does(Ask::Assign { problem: id, group: None, assignee: Some(LEAD) });
    assert_eq!(bench.see(id).group, Some(NETWORK), "a person alone keeps the team");
    bench.does(Ask::Assess(id));
    let nobody = Ask::Assign { problem: id, group: Some(NETWORK), assignee: None };
    assert!(bench.refuses(nobody).starts_with("Needs a person who leads it"));
}

#[test]
fn who_leads_an_open_problem_is_not_retired_and_a_retired_group_takes_no_problem() {
    let mut bench = Bench::begin();
    let id = bench.raised();
    let retire = |id| Command::Retire(id);
    let refused = bench.ask(retire(EntryId::Group(NETWORK))).unwrap_err().sentence();
    assert!(refused.starts_with("Not yet, open problems are with it"), "{refused}");
    bench.does(Ask::Cancel { problem: id, because: "Two unrelated faults".into() });
    bench.ask(retire(EntryId::Group(NETWORK))).unwrap();
    assert!(bench.refuses(raise(vec![])).starts_with("Check group: it is retired"));
}

#[test]
fn a_known_error_is_analysed_and_not_resolved() {
    let mut bench = Bench::begin();
    let id = bench.assessed();
    assert!(bench.refuses(Ask::DeclareKnownError(id)).starts_with("Not while Assess"));
    bench.does(Ask::Analyse(id));
    assert!(bench.refuses(Ask::DeclareKnownError(id)).starts_with("Needs root cause"));
    bench.does(amend(id, Amendment::Cause("Lease time".into())));
    bench.does(Ask::DeclareKnownError(id));
    assert!(bench.see(id).is_known_error());
    assert!(bench.refuses(Ask::DeclareKnownError(id)).starts_with("Not yet, it is a known error already"));
    assert!(bench.refuses(amend(id, Amendment::Cause("".into()))).starts_with("Needs root cause"));
    bench.does(Ask::BeginFix(id));
    bench.does(resolve(id));
    assert!(!bench.see(id).is_known_error());
    bench.does(Ask::Reanalyse { problem: id, because: "Calls drop again".into() });
    assert!(bench.see(id).is_known_error(), "it was analysed, and is not resolved after all");
    assert_eq!(bench.see(id).reanalysed, 1);
}

#[test]
fn the_boards_keep_what_was_drawn_without_blanks() {
    let mut bench = Bench::begin();
    let id = bench.analysed();
    let why = |answer: &str| Why { answer: answer.into(), evidence: "".into() };
    bench.does(Ask::DrawWhys {
        problem: id,
        whys: vec![why(" The pool is empty "), why(" "), why("Leases last a week")],
    });
    let answers: Vec<_> = bench.see(id).analysis.whys.iter().map(|why| why.answer.to_string()).collect();
    assert_eq!(answers, ["The pool is empty", "Leases last a week"]);
    assert!(bench.refuses(Ask::DrawWhys { problem: id, whys: vec![why("Guess"); 10] }).starts_with("Check whys"));

    let bone = |name: &str, causes: &[&str]| Bone {
        name: name.into(),
        causes: causes.iter().map(|&cause| cause.into()).collect(),
    };
    bench.does(Ask::DrawBones { problem: id, bones: vec![bone("Technology", &["Small pool", " "]), bone("", &[])] });
    assert_eq!(bench.see(id).analysis.bones, [bone("Technology", &["Small pool"])]);
    let nameless = Ask::DrawBones { problem: id, bones: vec![bone(" ", &["Heat"])] };
    assert!(bench.refuses(nameless).starts_with("Needs the bone's name"));
    let same = Ask::DrawBones { problem: id, bones: vec![bone("Technology", &["Small pool"])] };
    assert!(bench.refuses(same).starts_with("Needs a change"));
}
