use chrono::TimeDelta;
use itsm::change::template::{Body, Command as AskTemplate};
use itsm::change::{Answers, Board, ChangeType, Command as Ask, Findings, Plans, Span, Statement};
use itsm::{ChangeId, Command};
use workspace::maturity_counts::Code;

use crate::bench::*;

fn plans() -> Plans {
    Plans { implementation: "Swap it".into(), test: "Ping it".into(), back_out: "Put the old one back".into() }
}

fn harmless() -> Option<Answers> {
    Answers::of(&[0; 6])
}

pub fn raise(bench: &mut Bench, statement: Statement) -> ChangeId {
    let id = bench.workspace.desk().changes().next(TAG);
    does(bench, Ask::Raise { statement: Box::new(statement), from: None });
    id
}

pub fn raised(bench: &mut Bench, kind: ChangeType) -> ChangeId {
    raise(bench, statement(kind))
}

fn statement(kind: ChangeType) -> Statement {
    Statement {
        summary: "Replace the switch".into(),
        description: "It drops packets".into(),
        kind,
        template: None,
        requested_by: Some(TOM),
        services: vec![MAIL],
        items: vec![],
        category: None,
        group: Some(NETWORK),
        assignee: Some(ADA),
        planned: None,
        plans: plans(),
        answers: harmless(),
    }
}

fn does(bench: &mut Bench, ask: Ask) {
    bench.ask(Command::Change(ask));
}

fn ask_ana() -> Vec<Board> {
    vec![Board { approvers: vec![ANA], ..Board::default() }]
}

fn scheduled(bench: &mut Bench, change: ChangeId) {
    let start = bench.now + TimeDelta::hours(1);
    does(bench, Ask::Schedule { change, planned: Span { start, end: start + TimeDelta::hours(1) } });
}

fn authorised(bench: &mut Bench, kind: ChangeType) -> ChangeId {
    let change = raised(bench, kind);
    does(bench, Ask::Assess(change));
    does(bench, Ask::Ask { change, boards: ask_ana() });
    bench.ask_as(ANA, Command::Change(Ask::Answer { change, approves: true, because: "".into() }));
    scheduled(bench, change);
    change
}

fn implemented(bench: &mut Bench, change: ChangeId) {
    does(bench, Ask::Implement(change));
    does(bench, Ask::BeginReview(change));
}

fn standard(bench: &mut Bench) -> ChangeId {
    let template = bench.workspace.desk().change_templates().next(TAG);
    let body = Body {
        name: "Restart a print server".into(),
        description: "When its queue is stuck".into(),
        category: None,
        group: Some(NETWORK),
        services: vec![MAIL],
        answers: harmless(),
        plans: plans(),
    };
    does(bench, Ask::Template(AskTemplate::Create(Box::new(body))));
    does(bench, Ask::Template(AskTemplate::Ask { template, boards: ask_ana() }));
    let yes = AskTemplate::Answer { template, approves: true, because: "".into() };
    bench.ask_as(ANA, Command::Change(Ask::Template(yes)));
    raise(bench, Statement { template: Some(template), ..statement(ChangeType::Standard) })
}

#[test]
fn a_change_counts_as_authorised_and_with_its_way_back_once_it_was_carried_out() {
    let mut bench = Bench::begin();
    let normal = authorised(&mut bench, ChangeType::Normal);
    for code in [Code::ChangesAuthorised, Code::ChangesWithBackOut, Code::ChangesNotEmergency] {
        assert_eq!(bench.tells(code), None, "nothing is carried out yet");
    }
    implemented(&mut bench, normal);
    assert_eq!(bench.tells(Code::ChangesAuthorised), of(1, 1));
    assert_eq!(bench.tells(Code::ChangesWithBackOut), of(1, 1));
}

#[test]
fn a_standard_change_is_authorised_with_its_template() {
    let mut bench = Bench::begin();
    let change = standard(&mut bench);
    scheduled(&mut bench, change);
    implemented(&mut bench, change);
    assert_eq!(bench.tells(Code::ChangesAuthorised), of(1, 1));
    assert_eq!(bench.tells(Code::ChangesStandard), of(1, 1));
}

#[test]
fn an_emergency_counts_among_what_was_carried_out_and_not_as_planned() {
    let mut bench = Bench::begin();
    for kind in [ChangeType::Normal, ChangeType::Emergency] {
        let change = authorised(&mut bench, kind);
        implemented(&mut bench, change);
    }
    assert_eq!(bench.tells(Code::ChangesNotEmergency), of(1, 2));
}

#[test]
fn what_was_taken_back_counts_neither_as_standard_nor_otherwise() {
    let mut bench = Bench::begin();
    raised(&mut bench, ChangeType::Normal);
    standard(&mut bench);
    let cancelled = standard_again(&mut bench);
    does(&mut bench, Ask::Cancel { change: cancelled, because: "Not needed".into() });
    assert_eq!(bench.tells(Code::ChangesStandard), of(1, 2));
}

fn standard_again(bench: &mut Bench) -> ChangeId {
    let template = bench.workspace.desk().change_templates().all().next().unwrap().id;
    raise(bench, Statement { template: Some(template), ..statement(ChangeType::Standard) })
}

#[test]
fn a_review_that_found_no_incident_counts_unless_an_incident_names_the_change() {
    let mut bench = Bench::begin();
    let reviewed = |bench: &mut Bench, caused_incidents| {
        let change = authorised(bench, ChangeType::Normal);
        implemented(bench, change);
        let findings = Findings {
            objectives_met: true,
            caused_incidents,
            backed_out: false,
            on_time: true,
            lessons: "Say it earlier".into(),
        };
        does(bench, Ask::Review { change, findings });
        change
    };
    let [_, blamed_later, _] = [false, false, true].map(|caused| reviewed(&mut bench, caused));
    assert_eq!(bench.tells(Code::ChangesWithoutIncident), of(2, 3));
    let incident = bench.logged();
    let cause = itsm::link::Relation::CausedBy;
    bench.link(itsm::RecordId::Incident(incident), cause, itsm::RecordId::Change(blamed_later));
    assert_eq!(bench.tells(Code::ChangesWithoutIncident), of(1, 3), "the first one alone");
}
