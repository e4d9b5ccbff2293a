use itsm::link::Relation;
use itsm::problem::{Amendment, Command as Ask, Statement};
use itsm::{ChangeId, Command, IncidentId, Level, ProblemId, RecordId};
use workspace::maturity_counts::Code;

use crate::bench::*;
use crate::changes::raised;

fn raise(bench: &mut Bench, from: Vec<IncidentId>) -> ProblemId {
    let id = bench.workspace.desk().next_problem(TAG);
    let statement = Box::new(Statement {
        summary: "Mail is slow again".into(),
        description: "".into(),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: Some(NETWORK),
        assignee: Some(ADA),
    });
    bench.ask(Command::Problem(Ask::Raise { statement, from }));
    id
}

fn with_cause(bench: &mut Bench) -> ProblemId {
    let id = raise(bench, vec![]);
    bench.ask(Command::Problem(Ask::Assess(id)));
    bench.ask(Command::Problem(Ask::Analyse(id)));
    amend(bench, id, Amendment::Cause("A full disk".into()));
    id
}

fn amend(bench: &mut Bench, problem: ProblemId, change: Amendment) {
    bench.ask(Command::Problem(Ask::Amend { problem, changes: vec![change] }));
}

#[test]
fn a_problem_behind_two_incidents_counts_and_one_behind_a_single_one_does_not() {
    let mut bench = Bench::begin();
    assert_eq!(bench.tells(Code::ProblemsFromRecurrences), None);
    let [one, two, three] = [bench.logged(), bench.logged(), bench.logged()];
    raise(&mut bench, vec![one]);
    assert_eq!(bench.tells(Code::ProblemsFromRecurrences), number(0));
    let recurring = raise(&mut bench, vec![two, three]);
    assert_eq!(bench.tells(Code::ProblemsFromRecurrences), number(1));
    bench.ask(Command::Problem(Ask::Cancel { problem: recurring, because: "Two unrelated faults".into() }));
    assert_eq!(bench.tells(Code::ProblemsFromRecurrences), number(0));
}

#[test]
fn a_known_error_counts_once_its_workaround_is_written_down() {
    let mut bench = Bench::begin();
    let [known, bare] = [with_cause(&mut bench), with_cause(&mut bench)];
    assert_eq!(bench.tells(Code::KnownErrorsWithWorkaround), None, "neither is declared");
    for id in [known, bare] {
        bench.ask(Command::Problem(Ask::DeclareKnownError(id)));
    }
    amend(&mut bench, known, Amendment::Workaround("Use the web page".into()));
    assert_eq!(bench.tells(Code::KnownErrorsWithWorkaround), of(1, 2));
}

#[test]
fn a_fix_counts_with_the_change_that_it_was() {
    let mut bench = Bench::begin();
    let [by_change, by_hand] = [with_cause(&mut bench), with_cause(&mut bench)];
    let change: ChangeId = raised(&mut bench, itsm::change::ChangeType::Normal);
    bench.link(RecordId::Problem(by_change), Relation::RemovedBy, RecordId::Change(change));
    assert_eq!(bench.tells(Code::ProblemsFixedByChange), None, "nothing is fixed yet");
    for problem in [by_change, by_hand] {
        bench.ask(Command::Problem(Ask::BeginFix(problem)));
        let fix = "A larger disk".into();
        bench.ask(Command::Problem(Ask::Resolve { problem, fix, resolve_awaiting: false }));
    }
    assert_eq!(bench.tells(Code::ProblemsFixedByChange), of(1, 2));
}
