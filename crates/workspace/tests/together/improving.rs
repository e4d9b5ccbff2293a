//! Figures that lead to improvements, causes in the order of their weight, and what the journal says of a major incident.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use crate::common::tab::{DESK, NETWORK, Tab, report};
use chrono::TimeDelta;
use itsm::improvement::{Amount, Command as Improve, DeskMeasure, Measure, Reading, Scale, Scope, Statement};
use itsm::incident::{Command as Incident, Report, ResolutionCode};
use itsm::major::{Command as Lead, Review, What};
use itsm::problem::{Amendment, Command as Solve, Statement as ProblemStatement};
use itsm::{CategoryId, Command, IncidentId, Level, PersonId, RecordId};
use workspace::improving::{comparison, proposals};
use workspace::major::{Block, impact, is_overdue, report as report_of, timeline};
use workspace::measures::{Period, scoped};
use workspace::pareto::{By, Cause, pareto, usual};
use workspace::seed;

const ME: PersonId = seed::YOU;

fn log_to(tab: &mut Tab, summary: &str) -> IncidentId {
    tab.act(Incident::Log(Box::new(Report { group: Some(NETWORK), ..report(summary) })))
}

fn resolve(tab: &mut Tab, incident: IncidentId) {
    let (code, solution) = (ResolutionCode::SolutionProvided, Arc::from("Restarted"));
    tab.act(Incident::Resolve { incident, code, solution, cascade: false });
}

fn statement(measure: Option<Measure>) -> Statement {
    Statement {
        summary: "Keep more targets".into(),
        why: "".into(),
        effort: Scale::MIDDLE,
        benefit: Scale::MIDDLE,
        owner: Some(ME),
        measure,
        baseline: None,
        target: None,
        due: None,
    }
}

/// Five incidents of Network that are resolved far too late.
fn late() -> Tab {
    let mut tab = Tab::blank();
    let incidents: Vec<_> = (0..5).map(|_| log_to(&mut tab, "Slow line")).collect();
    tab.now += TimeDelta::days(10);
    incidents.into_iter().for_each(|incident| resolve(&mut tab, incident));
    tab.workspace.advance(tab.now);
    tab
}

#[test]
fn a_team_that_misses_its_targets_is_proposed_with_its_numbers_until_it_is_registered() {
    let mut tab = late();
    let found = proposals(&tab.workspace, tab.now);
    assert_eq!(found.len(), 1, "{found:?}");
    let scope = Scope::Group(NETWORK);
    assert_eq!(found[0].measure, Some((DeskMeasure::Resolution, scope)));
    assert!(found[0].reason.starts_with("Network met 0 of 5 resolution targets"), "{}", found[0].reason);
    assert!(found[0].counts.as_ref().unwrap().contains("group:#2"));
    let again = proposals(&tab.workspace, tab.now);
    assert_eq!(found[0].key, again[0].key, "the same finding has the same key");
    let measure = Some(Measure::Desk(DeskMeasure::Resolution, scope));
    let register = Improve::Register { statement: Box::new(statement(measure)), from: None };
    tab.try_do(Command::Improvement(register)).unwrap();
    assert_eq!(proposals(&tab.workspace, tab.now), []);
}

#[test]
fn few_incidents_propose_nothing() {
    let mut tab = Tab::blank();
    let incident = log_to(&mut tab, "Slow line");
    tab.now += TimeDelta::days(10);
    resolve(&mut tab, incident);
    assert_eq!(proposals(&tab.workspace, tab.now), []);
}

#[test]
fn incidents_that_come_back_more_often_than_before_are_proposed() {
    let mut tab = Tab::blank();
    for _ in 0..3 {
        let incident = log_to(&mut tab, "Slow line");
        resolve(&mut tab, incident);
        tab.act(Incident::Reopen { incident, because: "Slow again".into() });
    }
    let found = proposals(&tab.workspace, tab.now);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].measure, Some((DeskMeasure::Reopened, Scope::Group(NETWORK))));
    assert!(found[0].reason.starts_with("3 of 3 incidents that Network resolved"), "{}", found[0].reason);
}

#[test]
fn before_and_after_are_worked_out_of_the_journal_and_not_typed() {
    let mut tab = late();
    let zone = Period::zone_of(&tab.workspace);
    let day = |tab: &Tab| zone.local(tab.now).date();
    let (first, last) = (day(&tab) - TimeDelta::days(20), day(&tab));
    let id = tab.workspace.desk().improvements().next(1);
    let measure = Measure::Desk(DeskMeasure::Resolution, Scope::Group(NETWORK));
    let complete = Statement {
        baseline: Some(Reading::Days { first, last }),
        target: Some(Amount::whole(90)),
        due: Some(last),
        ..statement(Some(measure))
    };
    tab.try_do(Command::Improvement(Improve::Register { statement: Box::new(complete), from: None })).unwrap();
    for step in [Improve::Accept(id), Improve::Assess(id), Improve::Approve(id), Improve::Start(id)] {
        tab.try_do(Command::Improvement(step)).unwrap();
    }
    tab.now += TimeDelta::days(1);
    let begun = day(&tab);
    for _ in 0..4 {
        let incident = log_to(&mut tab, "Slow line");
        resolve(&mut tab, incident);
    }
    let reading = Reading::Days { first: begun, last: begun };
    tab.try_do(Command::Improvement(Improve::Measure { improvement: id, reading })).unwrap();
    tab.workspace.advance(tab.now);
    let improvement = tab.workspace.desk().improvements().get(id).unwrap();
    let compared = comparison(&tab.workspace, improvement, tab.now).unwrap();
    assert_eq!(compared.baseline.unwrap().amount, Some(Amount::whole(0)));
    assert_eq!(compared.after[0].amount, Some(Amount::whole(100)));
    assert_eq!((compared.is_reached, compared.progress), (Some(true), Some(111)));
    let nothing = Period::of(begun - TimeDelta::days(900), begun - TimeDelta::days(800), zone);
    assert_eq!(scoped(&tab.workspace, DeskMeasure::Resolution, Scope::Everything, &nothing, tab.now), None);
    assert_eq!(
        scoped(&tab.workspace, DeskMeasure::Opened, Scope::Group(DESK), &Period::of(first, begun, zone), tab.now),
        Some(Amount::whole(0))
    );
}

fn problem(tab: &mut Tab, summary: &str, from: Vec<IncidentId>, cause: &str) -> itsm::ProblemId {
    let id = tab.workspace.desk().next_problem(1);
    let statement = ProblemStatement {
        summary: summary.into(),
        description: "".into(),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: None,
        assignee: Some(ME),
    };
    tab.try_do(Command::Problem(Solve::Raise { statement: Box::new(statement), from })).unwrap();
    if !cause.is_empty() {
        let changes = vec![Amendment::Cause(cause.into())];
        tab.try_do(Command::Problem(Solve::Amend { problem: id, changes })).unwrap();
    }
    id
}

#[test]
fn causes_stand_in_the_order_of_the_incidents_they_explain() {
    let mut tab = Tab::blank();
    let mut log = |count: usize| (0..count).map(|_| tab.log("Slow")).collect::<Vec<_>>();
    let (few, many, open, _alone) = (log(2), log(7), log(2), log(1));
    let small = problem(&mut tab, "Cable", few, "Bent");
    let large = problem(&mut tab, "Lease time", many, "Too long");
    problem(&mut tab, "Not analysed", open, "");
    assert_eq!(usual(&tab.workspace), By::Causes);
    let chart = pareto(&tab.workspace, By::Causes, None);
    let bars: Vec<_> = chart.bars.iter().map(|bar| (bar.cause, bar.incidents, bar.cumulative)).collect();
    assert_eq!(bars, [(Cause::Problem(large), 7, 7), (Cause::Problem(small), 2, 9)]);
    assert_eq!((chart.whole, chart.vital, chart.unexplained), (9, 2, 3));
    assert_eq!(pareto(&tab.workspace, By::Causes, Some(tab.now)).whole, 0);
}

#[test]
fn where_no_cause_is_known_categories_stand_in_and_the_many_small_ones_are_one_bar() {
    let mut tab = Tab::blank();
    assert_eq!(usual(&tab.workspace), By::Categories);
    assert_eq!(pareto(&tab.workspace, By::Categories, None).bars, []);
    let categories: Vec<CategoryId> = tab.workspace.desk().directory().categories.keys().copied().collect();
    for place in 1..=12 {
        let category = categories.get(place - 1).copied();
        for _ in 0..=place {
            tab.act(Incident::Log(Box::new(Report { category, ..report("Slow") })));
        }
    }
    let chart = pareto(&tab.workspace, By::Categories, None);
    assert!(chart.bars.len() <= 10);
    assert_eq!(chart.bars.last().unwrap().cumulative, chart.whole);
    assert!(chart.bars.windows(2).all(|two| two[0].cumulative < two[1].cumulative));
    assert!(chart.bars[chart.vital - 1].cumulative * 100 >= chart.whole * 80);
    assert!(chart.vital == 1 || chart.bars[chart.vital - 2].cumulative * 100 < chart.whole * 80);
}

/// A major incident with one consequence that is over.
fn over() -> (Tab, IncidentId) {
    let mut tab = Tab::blank();
    let id = log_to(&mut tab, "E-mail is down");
    let child = log_to(&mut tab, "No mail since nine");
    tab.act(Incident::LinkParent { incident: child, parent: Some(id) });
    let mut lead = |ask| drop(tab.try_do(Command::Major(ask)).unwrap());
    lead(Lead::Propose { incident: id, because: "Nobody can send mail".into() });
    lead(Lead::Accept { incident: id, manager: Some(ME) });
    lead(Lead::Update { incident: id, text: "We are on it".into() });
    let when = tab.now - TimeDelta::minutes(2);
    let found = Lead::Log { incident: id, what: What::Found, text: "The disk is <full>".into(), when };
    tab.try_do(Command::Major(found)).unwrap();
    let (code, solution) = (ResolutionCode::SolutionProvided, Arc::from("Logs moved"));
    tab.act(Incident::Resolve { incident: id, code, solution, cascade: true });
    (tab, id)
}

#[test]
fn the_report_is_made_of_the_journal() {
    let (mut tab, id) = over();
    let hit = impact(&tab.workspace, id, tab.now).unwrap();
    assert_eq!((hit.incidents, hit.users), (2, 1));
    assert!(hit.restored.is_some() && hit.lasted > TimeDelta::zero());
    let steps = timeline(&tab.workspace, id);
    let whats: Vec<_> = steps.iter().map(|step| step.what.as_str()).collect();
    assert_eq!(
        whats,
        [
            "Logged, came in by phone",
            "Proposed as a major incident",
            "Found",
            "Accepted as a major incident",
            "Update told to the callers of 2 incidents",
            "Resolved with a lasting solution"
        ]
    );
    let review = Review { learned: "Watch the | disk".into(), ..Review::default() };
    tab.try_do(Command::Major(Lead::LookBack { incident: id, review: Box::new(review) })).unwrap();
    let report = report_of(&tab.workspace, id, tab.now).unwrap();
    assert_eq!(report.title, "Post-incident report: E-mail is down");
    let markdown = report.markdown();
    assert!(markdown.contains("## What was learned\n\nWatch the \\| disk\n"), "{markdown}");
    assert!(markdown.contains("The disk is \\<full\\>"), "{markdown}");
    let html = report.html();
    assert!(html.contains("The disk is &lt;full&gt;") && !html.contains("<full>"), "{html}");
    assert!(matches!(report.sections.last().unwrap().blocks[0], Block::Nothing(_)));
}

#[test]
fn a_major_incident_from_which_nothing_followed_is_proposed_until_something_does() {
    let (mut tab, id) = over();
    let found = proposals(&tab.workspace, tab.now);
    assert_eq!(found.len(), 1, "{found:?}");
    let from = Some(RecordId::Incident(id));
    assert_eq!(found[0].from, from);
    let register = Improve::Register { statement: Box::new(statement(None)), from };
    tab.try_do(Command::Improvement(register)).unwrap();
    assert_eq!(proposals(&tab.workspace, tab.now), []);
    let report = report_of(&tab.workspace, id, tab.now).unwrap();
    let last = &report.sections.last().unwrap().blocks[0];
    assert!(matches!(last, Block::Record { number, .. } if number == "IMP0000001"), "{last:?}");
}

#[test]
fn an_update_that_was_promised_and_not_told_is_overdue() {
    let mut tab = Tab::blank();
    let id = log_to(&mut tab, "E-mail is down");
    let mut lead = |ask| drop(tab.try_do(Command::Major(ask)).unwrap());
    lead(Lead::Propose { incident: id, because: "Nobody can send mail".into() });
    lead(Lead::Accept { incident: id, manager: Some(ME) });
    let plan = itsm::major::Plan { audience: "All".into(), channel: "Phone".into(), every_minutes: 30 };
    lead(Lead::Plan { incident: id, plan });
    assert!(!is_overdue(&tab.workspace, id, tab.now));
    assert!(is_overdue(&tab.workspace, id, tab.now + TimeDelta::minutes(31)));
    tab.now += TimeDelta::minutes(31);
    tab.try_do(Command::Major(Lead::Update { incident: id, text: "Still on it".into() })).unwrap();
    assert!(!is_overdue(&tab.workspace, id, tab.now));
}

#[test]
fn undoing_a_look_back_unsettles_the_closing_that_built_on_it() {
    let (mut tab, id) = over();
    let review = Review { learned: "Watch the disk".into(), ..Review::default() };
    tab.try_do(Command::Major(Lead::LookBack { incident: id, review: Box::new(review) })).unwrap();
    let looked_back = tab.last().stamp;
    tab.act(Incident::Close(id));
    tab.undo(looked_back).unwrap();
    let incident = tab.workspace.desk().incident(id).unwrap();
    assert_eq!(incident.state, itsm::incident::State::Resolved);
}
