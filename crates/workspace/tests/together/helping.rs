//! What is offered while an incident is logged or solved, what an article begins with, and how both practices read in
//! the history, also when they are taken back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::common::tab::{DESK, Tab};
use chrono::TimeDelta;
use itsm::incident::{Command as Incident, ResolutionCode};
use itsm::knowledge::{Audience, Command as Ask, Content};
use itsm::monitoring::{Command as Watch, Severity, Signal};
use itsm::problem::{Amendment, Command as Problem, Statement};
use itsm::{ArticleId, Command, Entry, Happening, IncidentId, Level, PersonId, ProblemId, RecordId};
use workspace::articles::advice::{About, about, articles, known_errors};
use workspace::articles::draft;
use workspace::{say, seed, signals};

const READER: PersonId = PersonId::imported(77);

fn desk() -> Tab {
    let mut tab = Tab::blank();
    tab.try_do(Command::Enter(Entry::Person(READER, "Priya".into()))).unwrap();
    tab
}

fn published(tab: &mut Tab, content: Content) -> ArticleId {
    let begin = Ask::Begin { content: Box::new(content), from: None };
    let (events, _) = tab.try_do(Command::Article(begin)).unwrap();
    let Happening::Article(id, _) = events[0].what else { panic!("no article") };
    tab.try_do(Command::Article(Ask::Submit { article: id, reviewer: READER })).unwrap();
    let review_by = tab.now + TimeDelta::days(90);
    tab.try_do(Command::Article(Ask::Approve { article: id, from: None, review_by })).unwrap();
    id
}

fn content(title: &str, body: &str) -> Content {
    Content { title: title.into(), body: body.into(), ..Content::default() }
}

fn known_error(tab: &mut Tab, summary: &str, workaround: &str) -> ProblemId {
    let statement = Statement {
        summary: summary.into(),
        description: "".into(),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: None,
        assignee: Some(seed::YOU),
    };
    let raise = Problem::Raise { statement: Box::new(statement), from: vec![] };
    let (events, _) = tab.try_do(Command::Problem(raise)).unwrap();
    let Happening::Problem(id, _) = events[0].what else { panic!("no problem") };
    let changes = vec![Amendment::Cause("Narrow core".into()), Amendment::Workaround(workaround.into())];
    for ask in [
        Problem::Assess(id),
        Problem::Analyse(id),
        Problem::Amend { problem: id, changes },
        Problem::DeclareKnownError(id),
    ] {
        tab.try_do(Command::Problem(ask)).unwrap();
    }
    id
}

/// An incident that somebody owns, so that it can be resolved.
fn logged(tab: &mut Tab, summary: &str) -> IncidentId {
    let incident = tab.log(summary);
    tab.act(Incident::Assign { incident, group: Some(DESK), assignee: None });
    incident
}

fn words(text: &str) -> About {
    About { text: text.into(), ..About::default() }
}

#[test]
fn an_article_is_offered_by_its_words_and_says_which() {
    let mut tab = desk();
    let labels = published(&mut tab, content("Labels smear", "## Solution\n\nClean the print head."));
    published(&mut tab, content("Laptop is slow", "Restart it."));
    let found = articles(&tab.workspace, &words("The labels smear again"), tab.now, 3);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].id, labels);
    assert_eq!(found[0].why, "says labels, smear");
    assert_eq!(&*found[0].solution, "Clean the print head.");
}

#[test]
fn what_has_helped_comes_before_what_has_not() {
    let mut tab = desk();
    let first = published(&mut tab, content("Labels smear", "One"));
    let second = published(&mut tab, content("Labels smear", "Two"));
    assert_eq!(articles(&tab.workspace, &words("labels smear"), tab.now, 1)[0].id, second, "the latest first");
    let incident = logged(&mut tab, "Labels smear at gate 4");
    let solved = Ask::ResolveWith {
        article: first,
        incident,
        code: ResolutionCode::SolutionProvided,
        solution: "Cleaned".into(),
        cascade: false,
    };
    tab.try_do(Command::Article(solved)).unwrap();
    let found = articles(&tab.workspace, &words("labels smear"), tab.now, 1);
    assert_eq!(found[0].id, first);
    assert!(found[0].why.ends_with("solved 1"), "{}", found[0].why);
}

#[test]
fn drafts_and_retired_articles_are_not_offered() {
    let mut tab = desk();
    let begin = Ask::Begin { content: Box::new(content("Labels smear", "Draft")), from: None };
    tab.try_do(Command::Article(begin)).unwrap();
    assert_eq!(articles(&tab.workspace, &words("labels smear"), tab.now, 3), []);
}

#[test]
fn one_common_word_interrupts_nobody() {
    let mut tab = desk();
    for number in 0..8 {
        published(&mut tab, content(&format!("Printer {number}"), "printer"));
    }
    assert_eq!(articles(&tab.workspace, &words("printer"), tab.now, 9), []);
}

#[test]
fn a_known_error_is_offered_with_its_workaround_and_an_open_problem_is_not() {
    let mut tab = desk();
    let id = known_error(&mut tab, "Labels smear in the warehouse", "Wind tape around the spindle");
    let found = known_errors(&tab.workspace, &words("labels smear"), 3);
    assert_eq!((found[0].id, &*found[0].workaround), (id, "Wind tape around the spindle"));
    assert_eq!(known_errors(&tab.workspace, &words("laptop slow"), 3), []);
}

#[test]
fn a_draft_from_a_solved_incident_has_its_symptom_and_what_helped() {
    let mut tab = desk();
    let incident = logged(&mut tab, "Labels smear");
    let resolve = Incident::Resolve {
        incident,
        code: ResolutionCode::SolutionProvided,
        solution: "Cleaned the head".into(),
        cascade: false,
    };
    tab.act(resolve);
    let begun = draft::from(&tab.workspace, RecordId::Incident(incident)).unwrap();
    assert_eq!(&*begun.title, "Labels smear");
    assert!(begun.body.contains("## What helped\n\nCleaned the head"), "{}", begun.body);
    assert_eq!(about(&tab.workspace, RecordId::Incident(incident)).text.trim(), "Labels smear");
}

#[test]
fn a_draft_from_a_problem_is_for_the_desk_until_its_writer_says_otherwise() {
    let mut tab = desk();
    let id = known_error(&mut tab, "Labels smear", "Wind tape");
    let begun = draft::from(&tab.workspace, RecordId::Problem(id)).unwrap();
    assert!(begun.body.contains("## Workaround\n\nWind tape"), "{}", begun.body);
    assert_eq!(begun.audience, Audience::Desk);
}

fn signal(message: &str, recovers: bool) -> Signal {
    Signal {
        source: "Zabbix".into(),
        item: None,
        key: "sw1".into(),
        severity: if recovers { Severity::Informational } else { Severity::Exception },
        message: message.into(),
        at: None,
        recovers,
    }
}

#[test]
fn events_taken_in_are_one_line_of_the_history_and_one_undo_takes_all_back() {
    let mut tab = desk();
    let signals = vec![signal("SW-1 is down", false), signal("SW-1 is down", false), signal("SW-1 is up", true)];
    tab.try_do(Command::Alert(Watch::TakeIn(signals))).unwrap();
    let stamp = tab.entries.last().unwrap().stamp;
    let done = tab.workspace.command(stamp).unwrap();
    assert_eq!(
        say::command(&tab.workspace, &done).heading,
        "Took in 3 events, 2 of them exceptions; raised 1 incident"
    );
    assert_eq!(tab.workspace.desk().incidents().len(), 1);
    assert_eq!(signals::latest(&tab.workspace, 2).len(), 2);
    let incidents = tab.workspace.incident_count();
    tab.undo(stamp).unwrap();
    assert_eq!(tab.workspace.incident_count(), incidents - 1);
    assert!(tab.workspace.desk().alerts().is_empty());
    assert_eq!(
        tab.workspace.desk().links().from(RecordId::Alert(itsm::AlertId(itsm::Key { number: 1, tag: 1 }))).count(),
        0
    );
    assert_eq!(signals::latest(&tab.workspace, 9), []);
}

#[test]
fn rules_for_events_are_taken_back_to_those_before() {
    let mut tab = desk();
    let rules = itsm::monitoring::Rules { quiet_minutes: 5, ..itsm::monitoring::Rules::standard().clone() };
    tab.try_do(Command::Alert(Watch::SetRules(Box::new(rules)))).unwrap();
    assert_eq!(tab.workspace.desk().event_rules().quiet_minutes, 5);
    let stamp = tab.entries.last().unwrap().stamp;
    tab.undo(stamp).unwrap();
    assert_eq!(tab.workspace.desk().event_rules(), itsm::monitoring::Rules::standard());
}

#[test]
fn an_approval_taken_back_leaves_the_draft_in_review() {
    let mut tab = desk();
    let id = published(&mut tab, content("Labels smear", "Clean"));
    let stamp = tab.entries.last().unwrap().stamp;
    tab.undo(stamp).unwrap();
    let article = tab.workspace.desk().articles().get(id).unwrap();
    assert_eq!(article.state(tab.now), itsm::knowledge::State::Review);
    assert!(article.versions.is_empty());
}
