//! Taking back what was done to the portfolio, and what its history says.

use itsm::catalogue::{Check, Command as Ask, Content, Edit, Settings, Status, Text};
use itsm::{Command, Event, Happening, ServiceId};
use journal::Stamp;
use workspace::say::{command, sentence};

use crate::common::tab::Tab;

fn does(tab: &mut Tab, ask: Ask) -> (Stamp, Vec<Event>) {
    let (events, admitted) = tab.try_do(Command::Catalogue(ask)).unwrap();
    assert_eq!(admitted.flagged, 0);
    (tab.last().stamp, events)
}

fn draft(tab: &mut Tab, name: &str) -> (Stamp, ServiceId) {
    let content = Content { name: name.into(), summary: "To work with".into(), ..Content::default() };
    let (stamp, events) = does(tab, Ask::Draft { service: None, content: Box::new(content) });
    let id = events.iter().find_map(|event| match event.what {
        Happening::Catalogue(id, _) => Some(id),
        _ => None,
    });
    (stamp, id.unwrap())
}

fn edit(service: ServiceId, text: Text, words: &str) -> Ask {
    Ask::Edit { service, edits: vec![Edit::Text(text, words.into())] }
}

fn tick(service: ServiceId) -> Ask {
    Ask::Tick { service, check: Check::BusinessCase, words: Some("Agreed by the board".into()) }
}

#[test]
fn taking_a_draft_back_leaves_no_trace_and_bringing_it_back_loses_nothing() {
    let mut tab = Tab::blank();
    let before = tab.workspace.desk().clone();
    let (stamp, id) = draft(&mut tab, "Laptop");
    let after = tab.workspace.desk().clone();
    tab.undo(stamp).unwrap();
    assert_eq!(tab.workspace.desk(), &before);
    let undo = tab.last().stamp;
    tab.undo(undo).unwrap();
    assert_eq!(tab.workspace.desk(), &after);
    assert!(tab.workspace.desk().portfolio().listing(id).is_some());
}

#[test]
fn a_draft_that_was_gone_on_with_is_not_taken_back() {
    let mut tab = Tab::blank();
    let (stamp, id) = draft(&mut tab, "Laptop");
    let (later, _) = does(&mut tab, edit(id, Text::Purpose, "To work anywhere"));
    assert!(tab.undo(stamp).is_err(), "what was written since would go out of sight");
    tab.undo(later).unwrap();
    tab.undo(stamp).unwrap();
    assert_eq!(tab.workspace.desk().portfolio().listings().len(), 0);
}

#[test]
fn taking_the_tick_of_a_passed_gate_back_shows_the_step_as_not_applied() {
    let mut tab = Tab::blank();
    let (_, id) = draft(&mut tab, "Laptop");
    let (ticked, _) = does(&mut tab, tick(id));
    does(&mut tab, Ask::Move { service: id, to: Status::InDesign, because: "".into() });
    tab.undo(ticked).unwrap();
    let listing = tab.workspace.desk().portfolio().listing(id).unwrap();
    assert_eq!(listing.status, Status::InStudy, "nobody passes a gate without what it asks for");
    assert!(listing.done.is_empty());
}

#[test]
fn renaming_and_its_undo_are_seen_in_the_directory() {
    let mut tab = Tab::blank();
    let (_, id) = draft(&mut tab, "Laptop");
    let (renamed, _) = does(&mut tab, edit(id, Text::Name, "Notebook"));
    assert_eq!(tab.workspace.desk().directory().service(id), "Notebook");
    tab.undo(renamed).unwrap();
    assert_eq!(tab.workspace.desk().directory().service(id), "Laptop");
}

#[test]
fn two_tabs_that_wrote_at_once_come_to_the_same_portfolio() {
    let mut one = Tab::blank();
    let (_, id) = draft(&mut one, "Laptop");
    let mut other = one.second(2);
    does(&mut one, edit(id, Text::Summary, "From the first tab"));
    does(&mut one, Ask::Publish { service: id, from: None, note: "".into() });
    does(&mut other, edit(id, Text::Purpose, "From the second tab"));
    let known = one.entries.clone();
    for entry in &other.entries[known.len() - 2..] {
        one.workspace.admit(entry);
    }
    for entry in &known[known.len() - 2..] {
        other.workspace.admit(entry);
    }
    assert_eq!(one.workspace.desk(), other.workspace.desk());
}

#[test]
fn a_command_is_told_in_one_line_and_its_events_with_what_they_say() {
    let mut tab = Tab::blank();
    let (drafted, id) = draft(&mut tab, "Laptop");
    let (edited, events) = does(&mut tab, edit(id, Text::Purpose, "To work anywhere"));
    let (ticked, _) = does(&mut tab, tick(id));
    let settings = Settings { organisation: "Fjordline".into(), ..Settings::default() };
    let (set, _) = does(&mut tab, Ask::Set(Box::new(settings)));
    let said = |stamp| command(&tab.workspace, &tab.workspace.command(stamp).unwrap());
    assert_eq!(said(drafted).heading, "Drafted the service Laptop");
    assert_eq!(said(edited).heading, "Changed “Purpose” of Laptop");
    assert_eq!(said(ticked).heading, "Noted business case of Laptop");
    assert_eq!(said(ticked).why.as_deref(), Some("Agreed by the board"));
    assert_eq!(said(set).heading, "Catalogue settings changed");
    let event = sentence(&tab.workspace, &events[0]);
    assert_eq!((event.heading.as_str(), event.text.as_deref()), ("Purpose changed", Some("To work anywhere")));
}
