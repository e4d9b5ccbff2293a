use itsm::improvement::{Amendment, Command as Ask, Event, Scale, Stage, Statement, priority};
use itsm::link::{Event as LinkEvent, Link, Relation};
use itsm::problem::{Command as AskProblem, Statement as ProblemStatement};
use itsm::{Command, Happening, Level, RecordId};

use crate::bench::*;

#[test]
fn an_improvement_goes_from_an_idea_to_an_end_that_others_learn_from() {
    let mut bench = Bench::begin();
    let id = bench.in_review();
    assert!(bench.refuses(Ask::Close { improvement: id, lessons: " ".into() }).starts_with("Needs what was learned"));
    bench.does(Ask::Close { improvement: id, lessons: "Ask before closing".into() });
    assert_eq!(bench.see(id).state.stage(), Stage::Closed);
    assert_eq!(bench.see(id).ending.as_deref(), Some("Ask before closing"));
    assert!(bench.see(id).ended_at.is_some());
}

#[test]
fn each_step_waits_for_the_one_before_and_says_so() {
    let mut bench = Bench::begin();
    let id = bench.registered(complete());
    assert_eq!(
        bench.refuses(Ask::Assess(id)),
        "Not while New: nobody has said that it is worth a look. Accept it first."
    );
    assert!(bench.refuses(Ask::Approve(id)).ends_with("Assess it first."));
    assert!(bench.refuses(Ask::Start(id)).ends_with("Have it approved first."));
    assert!(bench.refuses(Ask::Review(id)).ends_with("Carry it out first."));
    let close = Ask::Close { improvement: id, lessons: "Nothing".into() };
    assert!(bench.refuses(close).ends_with("Review it first, or cancel it."));
}

#[test]
fn what_is_accepted_has_an_owner_and_keeps_one() {
    let mut bench = Bench::begin();
    let id = bench.registered(Statement { owner: None, ..idea() });
    assert!(bench.refuses(Ask::Accept(id)).starts_with("Needs an owner"));
    bench.does(amend(id, Amendment::Owner(Some(OWNER))));
    bench.does(Ask::Accept(id));
    assert!(bench.refuses(amend(id, Amendment::Owner(None))).starts_with("Needs an owner"));
}

#[test]
fn what_is_carried_out_has_a_day_by_which_it_is_done() {
    let mut bench = Bench::begin();
    let id = bench.assessed(Statement { due: None, ..complete() });
    bench.does(Ask::Approve(id));
    assert!(bench.refuses(Ask::Start(id)).starts_with("Needs a due date"));
    bench.does(amend(id, Amendment::Due(Some(day(100)))));
    bench.does(Ask::Start(id));
    assert!(!bench.see(id).is_late(day(100)) && bench.see(id).is_late(day(101)));
    assert!(bench.refuses(amend(id, Amendment::Due(None))).starts_with("Needs a due date"));
}

#[test]
fn a_hold_has_a_reason_and_is_lifted_before_anything_else() {
    let mut bench = Bench::begin();
    let id = bench.under_way();
    assert!(bench.refuses(Ask::Hold { improvement: id, because: "".into() }).starts_with("Needs reason"));
    bench.does(Ask::Hold { improvement: id, because: "Budget".into() });
    assert!(bench.refuses(Ask::Review(id)).ends_with("Resume it first."));
    bench.does(Ask::Resume(id));
    assert_eq!(bench.see(id).state.stage(), Stage::InProgress);
}

#[test]
fn a_review_may_find_that_it_is_not_done() {
    let mut bench = Bench::begin();
    let id = bench.in_review();
    let go_on = |because: &str| Ask::Continue { improvement: id, because: because.into() };
    assert!(bench.refuses(go_on("")).starts_with("Needs reason"));
    bench.does(go_on("Only the first floor was done"));
    assert_eq!(bench.see(id).state.stage(), Stage::InProgress);
}

#[test]
fn what_ended_is_history_and_takes_only_notes() {
    let mut bench = Bench::begin();
    let id = bench.registered(idea());
    bench.does(Ask::Cancel { improvement: id, because: "The service is retired".into() });
    assert!(bench.refuses(amend(id, Amendment::Why("Other".into()))).starts_with("Not while Cancelled"));
    assert!(
        bench.refuses(Ask::Take { improvement: id, step: step(1), answer: answer("x", "") }).starts_with("Not while")
    );
    bench.does(Ask::Note { improvement: id, text: "Asked for again".into() });
}

#[test]
fn priority_is_benefit_less_effort() {
    let of = |effort, benefit| priority(Scale::new(effort).unwrap(), Scale::new(benefit).unwrap()).0;
    assert_eq!([of(1, 5), of(2, 4), of(2, 3), of(3, 3), of(4, 3), of(5, 1)], [1, 1, 2, 3, 4, 5]);
    assert!(Scale::new(0).is_none() && Scale::new(6).is_none());
}

#[test]
fn an_improvement_that_a_record_led_to_is_linked_to_it() {
    let mut bench = Bench::begin();
    let problem = bench.desk.next_problem(TAG);
    let statement = ProblemStatement {
        summary: "Calls drop".into(),
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
    let from = RecordId::Problem(problem);
    let id = bench.desk.improvements().next(TAG);
    let done = bench.does(Ask::Register { statement: Box::new(idea()), from: Some(from) });
    let link = Link { relation: Relation::LedTo, to: RecordId::Improvement(id) };
    assert_eq!(done[0], Happening::Improvement(id, Event::Registered(Box::new(idea()))));
    assert_eq!(done[1], Happening::Link(from, LinkEvent::Linked(link)));
    assert!(bench.desk.links().has(from, link));
    let missing = Ask::Register { statement: Box::new(idea()), from: Some(RecordId::Improvement(id)) };
    assert!(bench.refuses(missing).starts_with("Check origin"));
}
