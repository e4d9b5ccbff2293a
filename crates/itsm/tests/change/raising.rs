use itsm::change::{ChangeType, Command as Ask, Span, State, Statement};
use itsm::incident::{Channel, Command as AskIncident, Report};
use itsm::link::Relation;
use itsm::problem::Command as AskProblem;
use itsm::{Command, IncidentId, ItemId, Level, PersonId, ProblemId, RecordId};

use crate::bench::*;

fn problem(bench: &mut Bench) -> ProblemId {
    let id = bench.desk.next_problem(TAG);
    let statement = itsm::problem::Statement {
        summary: "Floor 2 drops calls".into(),
        description: "".into(),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: None,
        assignee: None,
    };
    bench.ask(Command::Problem(AskProblem::Raise { statement: Box::new(statement), from: vec![] })).unwrap();
    id
}

pub fn incident(bench: &mut Bench) -> IncidentId {
    let id = bench.desk.next_incident(TAG);
    let report = Report {
        summary: "Calls drop".into(),
        description: "".into(),
        channel: Channel::Phone,
        caller: Some(REQUESTER),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: Some(NETWORK),
        assignee: None,
        follows: None,
    };
    bench.ask(Command::Incident(AskIncident::Log(Box::new(report)))).unwrap();
    id
}

#[test]
fn a_change_begins_as_new_and_knows_who_wants_it() {
    let mut bench = Bench::begin();
    let id = bench.new_one();
    assert_eq!((bench.see(id).state, bench.see(id).requested_by), (State::New, REQUESTER));
    let own = bench.raised(Statement { requested_by: None, ..statement() });
    assert_eq!(bench.see(own).requested_by, LEAD);
    assert_eq!(bench.desk.changes().number(own), "CHG0000002");
}

#[test]
fn a_change_needs_a_summary_and_names_only_what_is_here() {
    let mut bench = Bench::begin();
    let raise = |statement| Ask::Raise { statement: Box::new(statement), from: None };
    assert!(bench.refuses(raise(Statement { summary: " ".into(), ..statement() })).starts_with("Needs summary"));
    let unknown = Statement { items: vec![ItemId::imported(9)], ..statement() };
    assert_eq!(bench.refuses(raise(unknown)), "This configuration item is not in the workspace.");
    let nobody = Statement { requested_by: Some(PersonId::imported(99)), ..statement() };
    assert_eq!(bench.refuses(raise(nobody)), "This requester is not in the workspace.");
    let now = bench.now;
    let backwards = Statement { planned: Some(Span { start: now, end: now }), ..statement() };
    assert!(bench.refuses(raise(backwards)).starts_with("Check planned end"));
}

#[test]
fn what_is_named_twice_counts_once() {
    let mut bench = Bench::begin();
    let id = bench.raised(Statement { items: vec![SWITCH, SWITCH], services: vec![MAIL, MAIL], ..statement() });
    assert_eq!((bench.see(id).items.len(), bench.see(id).services.len()), (1, 1));
}

#[test]
fn a_change_raised_from_a_problem_removes_it_and_one_from_an_incident_is_led_to() {
    let mut bench = Bench::begin();
    let (problem, incident) = (problem(&mut bench), incident(&mut bench));
    for (from, relation) in
        [(RecordId::Problem(problem), Relation::RemovedBy), (RecordId::Incident(incident), Relation::LedTo)]
    {
        let id = bench.desk.changes().next(TAG);
        bench.does(Ask::Raise { statement: Box::new(statement()), from: Some(from) });
        let back: Vec<_> = bench.desk.links().to(RecordId::Change(id)).collect();
        assert_eq!((back.len(), back[0].relation, back[0].to), (1, relation, from));
    }
}

#[test]
fn a_change_cannot_come_from_what_is_not_here_or_leads_to_none() {
    let mut bench = Bench::begin();
    let id = bench.new_one();
    let from = |from| Ask::Raise { statement: Box::new(statement()), from: Some(from) };
    assert!(bench.refuses(from(RecordId::Problem(ProblemId::imported(9)))).contains("not in the workspace"));
    assert!(bench.refuses(from(RecordId::Change(id))).starts_with("Check from"));
}

#[test]
fn a_standard_change_needs_a_template_that_is_in_force() {
    let mut bench = Bench::begin();
    let draft = bench.template();
    let raise = |template| Ask::Raise {
        statement: Box::new(Statement { kind: ChangeType::Standard, template, ..statement() }),
        from: None,
    };
    assert!(bench.refuses(raise(None)).starts_with("Needs template"));
    assert!(bench.refuses(raise(Some(draft))).starts_with("Check template"));
}
