//! Commands that are kept as one: each counts on those before it, and one undo takes them all back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use itsm::catalogue::form::Answers;
use itsm::catalogue::{Check, Command as Ask, Content, Edit, OfferingKey, ServiceCategory, Status, Text};
use itsm::incident::Channel;
use itsm::request::{Command as OfRequest, Form, Kind, Ordered, Wanted};
use itsm::{Command, Context, Desk, Event, Happening, Key, RequestId, ServiceId};
use workspace::in_turn::InTurn;
use workspace::say::command;
use workspace::seed;

use crate::common::tab::Tab;

fn context(tab: &Tab) -> Context {
    Context { now: tab.now, actor: seed::YOU, role: itsm::Role::default(), tag: 1 }
}

fn drafted(tab: &mut Tab, name: &str) -> ServiceId {
    let content = Content { name: name.into(), summary: "To work with".into(), ..Content::default() };
    let ask = Ask::Draft { service: None, content: Box::new(content) };
    let (events, _) = tab.try_do(Command::Catalogue(ask)).unwrap();
    let found = events.iter().find_map(|event| match event.what {
        Happening::Catalogue(id, _) => Some(id),
        _ => None,
    });
    found.unwrap()
}

fn tick(service: ServiceId) -> Command {
    let words = Some("Agreed by the board".into());
    Command::Catalogue(Ask::Tick { service, check: Check::BusinessCase, words })
}

fn design(service: ServiceId) -> Command {
    Command::Catalogue(Ask::Move { service, to: Status::InDesign, because: "".into() })
}

fn status(desk: &Desk, service: ServiceId) -> Status {
    desk.portfolio().listing(service).unwrap().status
}

/// Gives events as one command; what the history says of it.
fn given(tab: &mut Tab, events: &[Event]) -> String {
    assert_eq!(tab.give(events).flagged, 0);
    let done = tab.workspace.command(tab.last().stamp).unwrap();
    command(&tab.workspace, &done).heading
}

#[test]
fn a_step_counts_on_the_tick_before_it_and_both_are_taken_back_together() {
    let mut tab = Tab::blank();
    let laptop = drafted(&mut tab, "Laptop");
    let before = tab.workspace.desk().clone();
    let context = context(&tab);
    let mut turn = InTurn::new(&tab.workspace, &context);
    assert!(turn.decide(design(laptop)).is_err(), "its gate asks for a business case");
    turn.decide(tick(laptop)).unwrap();
    turn.decide(design(laptop)).unwrap();
    assert_eq!(status(turn.desk(), laptop), Status::InDesign);
    let events = turn.into_events();
    assert_eq!(tab.workspace.desk(), &before, "nothing happens before it is given");

    assert_eq!(given(&mut tab, &events), "Moved Laptop to “In design”");
    assert_eq!(status(tab.workspace.desk(), laptop), Status::InDesign);
    tab.undo(tab.last().stamp).unwrap();
    assert_eq!(tab.workspace.desk(), &before);
}

#[test]
fn records_get_numbers_of_their_own_and_the_desk_foretold_is_the_one_that_comes() {
    let mut tab = Tab::blank();
    let service = drafted(&mut tab, "Workplace");
    let context = context(&tab);
    let mut turn = InTurn::new(&tab.workspace, &context);
    let mut log = |summary: &str| -> RequestId {
        let item = Wanted { name: summary.into(), quantity: 1, price: None, tasks: vec![] };
        let key = OfferingKey(Key::imported(1));
        let order = Ordered { service, offering: key, version: 1, quantity: 1, answers: Answers::default() };
        let form = Form {
            summary: summary.into(),
            description: "".into(),
            kind: Kind::Resource,
            channel: Channel::Portal,
            requester: Some(seed::YOU),
            beneficiary: None,
            service: None,
            target: None,
            approvals: vec![],
            items: vec![item],
            order: Some(Box::new(order)),
        };
        let log = OfRequest::Log { form: Box::new(form), from: None };
        let events = turn.decide(Command::Request(log)).unwrap();
        match events[0].what {
            Happening::Request(id, _) => id,
            _ => panic!("not about a request"),
        }
    };
    let two = [log("A dock"), log("A screen")];
    assert_ne!(two[0], two[1]);
    let numbers = two.map(|id| turn.desk().requests().number(id));
    let events = turn.into_events();
    assert_eq!(given(&mut tab, &events), "Ordered 2 things");
    assert_eq!(two.map(|id| tab.workspace.desk().requests().number(id)), numbers);
    tab.undo(tab.last().stamp).unwrap();
    assert_eq!(tab.workspace.desk().requests().all().count(), 0);
}

#[test]
fn what_is_refused_is_left_out_and_the_rest_is_told_as_one() {
    let mut tab = Tab::blank();
    let services = [drafted(&mut tab, "Laptop"), drafted(&mut tab, "Mail")];
    let context = context(&tab);
    let mut turn = InTurn::new(&tab.workspace, &context);
    let edit = |service, words: &str| {
        Command::Catalogue(Ask::Edit { service, edits: vec![Edit::Text(Text::Purpose, words.into())] })
    };
    for service in services {
        turn.decide(edit(service, "To work")).unwrap();
        assert!(turn.decide(edit(service, "To work")).is_err(), "nothing would change");
    }
    assert!(!turn.is_full());
    for words in ["x", "y"].map(|letter| letter.repeat(4_000)).iter().cycle().take(100) {
        turn.decide(edit(services[0], words)).unwrap();
    }
    assert!(turn.is_full());
    let mut turn = InTurn::new(&tab.workspace, &context);
    for service in services {
        turn.decide(edit(service, "To work")).unwrap();
    }
    let events = turn.into_events();
    assert_eq!(given(&mut tab, &events), "Changed “Purpose” of 2 services");
}

#[test]
fn categories_that_are_taken_away_together_are_counted() {
    let mut tab = Tab::blank();
    for name in ["Workplace", "Hardware"] {
        let category = ServiceCategory { name: name.into(), ..ServiceCategory::default() };
        tab.try_do(Command::Catalogue(Ask::SaveCategory(None, category))).unwrap();
    }
    let ids: Vec<_> = tab.workspace.desk().portfolio().categories().keys().copied().collect();
    let context = context(&tab);
    let mut turn = InTurn::new(&tab.workspace, &context);
    for id in ids {
        turn.decide(Command::Catalogue(Ask::DropCategory(id))).unwrap();
    }
    let events = turn.into_events();
    assert_eq!(given(&mut tab, &events), "2 service categories taken away");
}
