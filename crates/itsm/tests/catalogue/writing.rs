//! Drafts, their edits and comments.

use itsm::catalogue::{Command as Ask, Day, Edit, Status, Text};
use itsm::{Command, Entry, EntryId, Happening, ServiceId};

use crate::bench::{Bench, MAIL, READER, WRITER, content};

#[test]
fn a_new_service_is_entered_in_the_directory_in_the_same_command() {
    let mut bench = Bench::begin();
    let events = bench.does(Ask::Draft { service: None, content: Box::new(content(" Laptop ")) });
    assert!(matches!(&events[0].what, Happening::Entered(Entry::Service(_, name)) if &**name == "Laptop"));
    assert_eq!(events.len(), 2);
    let listing = bench.desk.portfolio().listings().next().unwrap();
    assert_eq!((listing.status, &*listing.draft.name), (Status::InStudy, "Laptop"));
    assert_eq!(bench.name_of(listing.id), "Laptop");
}

#[test]
fn a_known_service_keeps_its_name_until_it_is_published_under_another() {
    let mut bench = Bench::begin();
    bench.does(Ask::Draft { service: Some(MAIL), content: Box::new(content("Mailbox")) });
    assert_eq!(bench.name_of(MAIL), "E-mail");
    bench.publish(MAIL);
    assert_eq!(bench.name_of(MAIL), "Mailbox");
}

#[test]
fn a_service_has_one_draft_and_a_name_of_its_own() {
    let mut bench = Bench::begin();
    let draft = |service, name: &str| Ask::Draft { service, content: Box::new(content(name)) };
    assert!(bench.refuses(draft(None, " ")).starts_with("Needs a name: "));
    assert!(bench.refuses(draft(None, "e-MAIL")).starts_with("Check name: another service has it"));
    let unknown = Some(ServiceId::imported(99));
    assert_eq!(bench.refuses(draft(unknown, "Laptop")), "This service is not in the workspace.");
    bench.does(draft(Some(MAIL), "Mailbox"));
    assert!(bench.refuses(draft(Some(MAIL), "Mailbox")).starts_with("Not while it is in the portfolio: "));
    assert!(bench.refuses(draft(None, "Mailbox")).starts_with("Check name: "), "a draft has it");
    let id = bench.draft("Laptop");
    let taken = |name: &str| Ask::Edit { service: id, edits: vec![Edit::Text(Text::Name, name.into())] };
    assert!(bench.refuses(taken("mailbox")).starts_with("Check name: "));
    assert!(bench.refuses(taken("  ")).starts_with("Needs a name: "));
    bench.does(taken("LAPTOP"));
}

#[test]
fn a_retired_service_is_brought_back_before_it_is_drafted() {
    let mut bench = Bench::begin();
    bench.ask(Command::Retire(EntryId::Service(MAIL))).unwrap();
    let draft = Ask::Draft { service: Some(MAIL), content: Box::new(content("Mailbox")) };
    assert!(bench.refuses(draft).starts_with("Check service: it is retired"));
}

#[test]
fn edits_are_kept_one_by_one_and_those_that_change_nothing_are_left_out() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    let edits = vec![
        Edit::Text(Text::Summary, "A machine to work with".into()),
        Edit::Text(Text::Purpose, "To work".into()),
        Edit::Pinned(true),
    ];
    assert_eq!(bench.does(Ask::Edit { service: id, edits: edits.clone() }).len(), 2);
    assert!(bench.refuses(Ask::Edit { service: id, edits }).starts_with("Needs a change: "));
    assert!(bench.refuses(Ask::Edit { service: id, edits: vec![] }).starts_with("Needs a change: "));
    let there_and_back = vec![Edit::Pinned(false), Edit::Pinned(true)];
    assert!(bench.refuses(Ask::Edit { service: id, edits: there_and_back }).starts_with("Needs a change: "));
    assert_eq!(bench.see(id).edited_by, WRITER);
}

#[test]
fn what_is_refused_changes_nothing_of_the_other_edits() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    let before = bench.see(id).clone();
    let (from, to) = (bench.days(3).date_naive(), bench.days(1).date_naive());
    let edits = vec![Edit::Pinned(true), Edit::Day(Day::From, Some(from)), Edit::Day(Day::To, Some(to))];
    assert!(bench.refuses(Ask::Edit { service: id, edits }).starts_with("Check Offered until: "));
    assert_eq!(*bench.see(id), before);
}

#[test]
fn an_obsolete_service_is_history() {
    let mut bench = Bench::begin();
    let id = bench.standing("Laptop", Status::Obsolete);
    let edit = Ask::Edit { service: id, edits: vec![Edit::Pinned(true)] };
    assert!(bench.refuses(edit).starts_with("Not while Obsolete: "));
    assert!(bench.refuses(Ask::Restore { service: id, version: 1 }).starts_with("Not while Obsolete: "));
}

#[test]
fn colleagues_comment_and_settle() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    let comment = |text: &str| Ask::Comment { service: id, text: text.into() };
    let settle = |comment, settled| Ask::Settle { service: id, comment, settled };
    assert!(bench.r#as(READER).refuses(comment(" ")).starts_with("Needs text: "));
    bench.does(comment(" What does it cost? "));
    let remark = bench.see(id).comments[0].clone();
    assert_eq!((&*remark.text, remark.by, remark.settled), ("What does it cost?", READER, false));
    assert!(bench.refuses(settle(0, false)).starts_with("Needs a change: "));
    assert_eq!(bench.refuses(settle(1, true)), "This comment is not in the workspace.");
    bench.does(settle(0, true));
    assert!(bench.see(id).comments[0].settled);
    bench.does(settle(0, false));
    assert!(!bench.see(id).comments[0].settled);
    assert!(!bench.see(id).writers.contains(&READER), "who comments has not written");
}
