//! What comes again and again is proposed for a problem, with the reason.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Channel, Command as Incident, Report};
use itsm::problem::{Command as Problem, Statement};
use itsm::{CategoryId, Command, Context, Entry as Name, IncidentId, ItemId, Level, PersonId};
use journal::{Entry, Stamp};
use workspace::recurring::{Common, LOOK_BACK_DAYS, recurring};
use workspace::{Workspace, seed};

const PRINTING: CategoryId = CategoryId::imported(6);
const ACCESS: CategoryId = CategoryId::imported(1);
const PRINTER: ItemId = ItemId::imported(1);

struct Tab {
    workspace: Workspace,
    now: DateTime<Utc>,
    count: u64,
}

impl Tab {
    fn blank() -> Self {
        let now = "2026-03-02T09:00:00Z".parse().unwrap();
        let mut tab = Self { workspace: Workspace::open(None, &[]).0, now, count: 0 };
        tab.admit(Workspace::payload(&seed::blank(now)));
        tab.give(Command::Enter(Name::Item(PRINTER, "PRN-3".into())));
        tab
    }

    fn admit(&mut self, payload: String) {
        self.count += 1;
        let stamp = Stamp { millis: self.count, ..Stamp::default() };
        self.workspace.admit(&Entry { stamp, sequence: 0, payload });
    }

    fn give(&mut self, command: Command) {
        self.now += TimeDelta::hours(1);
        let context = Context { now: self.now, actor: seed::YOU, role: itsm::Role::default(), tag: 7 };
        let events = self.workspace.decide(command, &context).unwrap();
        self.admit(Workspace::payload(&events));
    }

    fn log(&mut self, summary: &str, category: CategoryId, item: Option<ItemId>) -> IncidentId {
        let id = self.workspace.desk().next_incident(7);
        self.give(Command::Incident(Incident::Log(Box::new(Report {
            summary: summary.into(),
            description: "".into(),
            channel: Channel::Phone,
            caller: Some(PersonId::imported(1)),
            service: None,
            item,
            category: Some(category),
            impact: Level(2),
            urgency: Level(2),
            group: None,
            assignee: None,
            follows: None,
        }))));
        id
    }

    fn found(&self) -> Vec<(String, usize)> {
        let found = recurring(&self.workspace, self.now, 9);
        found.iter().map(|group| (group.reason(&self.workspace), group.incidents.len())).collect()
    }
}

#[test]
fn what_happens_at_one_item_belongs_together_whatever_people_say() {
    let mut tab = Tab::blank();
    tab.log("Labels come out blank", PRINTING, Some(PRINTER));
    tab.log("Nothing prints", PRINTING, Some(PRINTER));
    assert_eq!(tab.found(), [], "two are a coincidence");
    tab.log("Paper jam", PRINTING, Some(PRINTER));
    assert_eq!(tab.found(), [("3 incidents at PRN-3".to_owned(), 3)]);
}

#[test]
fn a_telling_word_in_one_category_belongs_together_and_a_common_one_does_not() {
    let mut tab = Tab::blank();
    for place in 0..40 {
        let letters: String = (0..4).map(|at| char::from(b'a' + (place * 7 + at * 5) as u8 % 26)).collect();
        tab.log(&format!("Please help {letters}"), ACCESS, None);
    }
    for floor in ["Smeared labels at gate", "Labels smeared again", "Dispatch: labels smeared"] {
        tab.log(floor, PRINTING, None);
    }
    let found = tab.found();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].0.starts_with("3 incidents in Printing that say"), "{found:?}");
}

#[test]
fn a_telling_word_at_an_item_goes_before_all_else_that_happened_there() {
    let mut tab = Tab::blank();
    for summary in ["Blank page", "Paper jam", "Toner empty", "Out of toner", "Streaks, toner low", "It beeps"] {
        tab.log(summary, PRINTING, Some(PRINTER));
    }
    let toner = "3 incidents at PRN-3 that say \u{201c}toner\u{201d}".to_owned();
    assert_eq!(tab.found(), [(toner, 3), ("3 incidents at PRN-3".to_owned(), 3)]);
}

#[test]
fn a_word_that_the_category_says_itself_tells_nothing() {
    let mut tab = Tab::blank();
    for summary in ["Printer is grey", "The printer beeps", "Printers smell"] {
        tab.log(summary, PRINTING, None);
    }
    assert_eq!(tab.found(), []);
}

#[test]
fn on_a_small_desk_everything_may_have_one_cause() {
    let mut tab = Tab::blank();
    for gate in ["Labels smeared at gate 1", "Smeared labels again", "Gate 4: labels smeared", "All labels smeared"] {
        tab.log(gate, PRINTING, None);
    }
    assert_eq!(tab.found().len(), 1);
    assert_eq!(tab.found()[0].1, 4);
}

#[test]
fn each_incident_is_proposed_once_and_not_any_more_when_it_has_a_problem() {
    let mut tab = Tab::blank();
    let ids: Vec<_> = (0..4).map(|_| tab.log("Labels smeared", PRINTING, Some(PRINTER))).collect();
    assert_eq!(tab.found(), [("4 incidents at PRN-3 that say \u{201c}labels\u{201d}".to_owned(), 4)]);
    let statement = Statement {
        summary: "Labels smear".into(),
        description: "".into(),
        service: None,
        item: Some(PRINTER),
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: None,
        assignee: None,
    };
    tab.give(Command::Problem(Problem::Raise { statement: Box::new(statement), from: ids }));
    assert_eq!(tab.found(), []);
}

#[test]
fn what_was_cancelled_or_told_twice_or_long_ago_does_not_count() {
    let mut tab = Tab::blank();
    let first = tab.log("Labels smeared", PRINTING, Some(PRINTER));
    let ids: Vec<_> = (0..4).map(|_| tab.log("Labels smeared", PRINTING, Some(PRINTER))).collect();
    tab.give(Command::Incident(Incident::Cancel { incident: ids[0], because: "wrong desk".into() }));
    tab.give(Command::Incident(Incident::MarkDuplicate { incident: ids[1], of: Some(first) }));
    let found = recurring(&tab.workspace, tab.now, 9);
    assert_eq!(found[0].common, Common::ItemWord(PRINTER, "labels".to_owned()));
    assert_eq!(found[0].incidents, [first, ids[2], ids[3]]);
    assert_eq!(found[0].open, 3);
    assert_eq!(recurring(&tab.workspace, tab.now + TimeDelta::days(LOOK_BACK_DAYS), 9), []);
}
