//! The rules, one sentence each.

use chrono::DateTime;
use itsm::catalogue::workflow::StepKind;
use itsm::catalogue::{
    Catalogue, Command as Ask, Comment, Content, Edit, Event, Listed, LogLine, Offering, Price, Settings, Status, Text,
};
use itsm::{Command, Entry, Happening, Key, ServiceId};

use crate::bench::{Bench, group, key, offering, service, small};

#[test]
fn what_a_catalogue_names_is_entered_and_its_services_are_drafted() {
    let mut bench = Bench::begin();
    bench.takes(&small());
    let names: Vec<&str> = bench.desk.directory().people.values().map(|name| &**name).collect();
    assert_eq!(names, ["Me", "Ada"], "whom nothing refers to is not entered");
    let laptop = &bench.called("Laptop").draft;
    assert_eq!(bench.desk.directory().person(laptop.owner.unwrap()), "Ada");
    assert_eq!(laptop.support, Some(group(&bench.desk, "Workplace")));
    assert_eq!(laptop.supporting, [bench.called("Network").id]);
    assert_eq!(bench.desk.directory().item(laptop.items[0]), "Store room");
    assert_eq!(&*bench.desk.portfolio().audiences()[&laptop.audiences[0]], "Staff");
    let category = &bench.desk.portfolio().categories()[&laptop.categories[0]];
    assert_eq!(&*category.name, "Hardware");
    assert_eq!(&*bench.desk.portfolio().categories()[&category.parent.unwrap()].name, "Workplace");
}

#[test]
fn ids_of_a_file_mean_nothing_and_names_do() {
    let mut bench = Bench::begin();
    // The numbers of the file are taken here by somebody and something else.
    bench.ask(Command::Enter(Entry::Group(key(3), "Other team".into()))).unwrap();
    bench.ask(Command::Enter(Entry::Group(key(8), "WORKPLACE ".into()))).unwrap();
    bench.ask(Command::Enter(Entry::Service(service(1), "Payroll".into()))).unwrap();
    bench.takes(&small());
    let laptop = bench.called("Laptop");
    assert_eq!(laptop.draft.support, Some(key(8)));
    assert_ne!(laptop.id, service(1));
    let StepKind::Tasks(tasks) = &laptop.draft.offerings[0].workflow.steps[1].what else { panic!("tasks") };
    assert_eq!(tasks[0].group, Some(key(8)));
    assert_eq!(bench.desk.directory().service(service(1)), "Payroll");
}

#[test]
fn a_launched_service_passes_its_gates_and_is_published_at_once() {
    let mut bench = Bench::begin();
    bench.takes(&small());
    let laptop = bench.called("Laptop");
    assert_eq!(laptop.status, Status::Launched);
    assert_eq!(laptop.versions.len(), 1);
    assert!(laptop.done.values().all(|done| &*done.words == "Taken over from a file"));
    assert_eq!(bench.called("Network").status, Status::InStudy, "everything else begins in study");
    assert_eq!(bench.offered().services.len(), 1);
}

#[test]
fn a_service_stands_where_the_file_says_and_only_launched_ones_are_offered() {
    for status in Status::ALL {
        let mut bench = Bench::begin();
        let mut file = small();
        file.services.get_mut(&service(1)).unwrap().status = status;
        bench.takes(&file);
        assert_eq!(bench.called("Laptop").status, status);
        assert_eq!(bench.offered().services.len(), usize::from(status == Status::Launched), "{status:?}");
    }
}

#[test]
fn the_last_note_of_a_change_log_stands_beside_the_first_version_here() {
    let mut bench = Bench::begin();
    let mut file = small();
    let line = LogLine { version: 4, from: DateTime::UNIX_EPOCH, note: "New model".into() };
    file.services.get_mut(&service(1)).unwrap().log.push(line);
    bench.takes(&file);
    let versions = &bench.called("Laptop").versions;
    assert_eq!((versions[0].number, &*versions[0].note), (1, "New model"));
}

#[test]
fn where_a_review_is_asked_for_a_launched_service_waits_for_it() {
    let mut bench = Bench::begin();
    bench.asks(Ask::Set(Box::new(Settings { needs_review: true, ..Settings::default() })));
    bench.takes(&small());
    assert_eq!(bench.called("Laptop").status, Status::Active);
    assert!(bench.offered().services.is_empty());
}

#[test]
fn taking_in_the_same_twice_is_refused_because_nothing_would_change() {
    let mut bench = Bench::begin();
    bench.takes(&small());
    assert!(bench.refuses(&small()).contains("all of it is here already"));
}

#[test]
fn what_a_desk_hands_out_comes_back_without_a_change() {
    let mut bench = Bench::begin();
    bench.takes(&small());
    let out = bench.drafts();
    assert!(bench.refuses(&out).contains("all of it is here already"));
    let mut other = Bench::begin();
    other.tag = 9;
    other.takes(&out);
    assert!(bench.refuses(&other.drafts()).contains("all of it is here already"), "nor by way of another desk");
}

#[test]
fn a_known_service_is_edited_where_the_file_says_something_else() {
    let mut bench = Bench::begin();
    bench.takes(&small());
    let mut file = small();
    let content = &mut file.services.get_mut(&service(1)).unwrap().content;
    content.name = "LAPTOP".into();
    content.summary = "A new laptop every three years.".into();
    content.offerings[0].price = Price::Fixed(100_000);
    let happened = bench.takes(&file);
    assert_eq!(happened.len(), 3, "name, summary and price: {happened:?}");
    assert!(happened.iter().all(|what| matches!(what, Happening::Catalogue(_, Event::Edited(_)))));
    assert_eq!(bench.called("LAPTOP").versions.len(), 1, "customers see it when it is published");
}

#[test]
fn what_a_file_leaves_empty_takes_nothing_away() {
    let mut bench = Bench::begin();
    bench.takes(&small());
    let before = bench.called("Laptop").draft.clone();
    let mut file = Catalogue::default();
    let bare = Content { name: "laptop".into(), hours: "Weekdays".into(), ..Content::default() };
    file.services.insert(service(1), Listed { content: bare, ..Listed::default() });
    bench.takes(&file);
    let after = &bench.called("laptop").draft;
    assert_eq!(*after, Content { name: "laptop".into(), hours: "Weekdays".into(), ..before });
}

#[test]
fn an_offering_of_another_name_is_another_offering_though_its_key_is_the_same() {
    let mut bench = Bench::begin();
    bench.takes(&small());
    let mut file = small();
    file.services.get_mut(&service(1)).unwrap().content.offerings[0].name = "Monitor".into();
    bench.takes(&file);
    assert_eq!(bench.called("Laptop").draft.offerings.len(), 2);
    assert_ne!(offering(&bench, "Laptop", "Monitor"), offering(&bench, "Laptop", "Standard laptop"));
    assert!(bench.refuses(&file).contains("already"));
}

#[test]
fn an_offering_that_was_added_in_a_tab_is_known_by_its_key_and_can_be_renamed_elsewhere() {
    let mut bench = Bench::begin();
    bench.takes(&small());
    let own = Offering { key: Key { number: 2, tag: 55 }.into(), name: "Rugged".into(), ..Offering::default() };
    let id = bench.called("Laptop").id;
    bench.asks(Ask::Edit { service: id, edits: vec![Edit::Offering(Box::new(own))] });
    let mut copy = bench.drafts();
    copy.services.get_mut(&id).unwrap().content.offerings[1].name = "Laptop for outdoors".into();
    bench.takes(&copy);
    let names: Vec<_> = bench.called("Laptop").draft.offerings.iter().map(|one| one.name.to_string()).collect();
    assert_eq!(names, ["Standard laptop", "Laptop for outdoors"]);
}

#[test]
fn a_bundle_still_includes_what_it_included_when_keys_are_given_anew() {
    let mut bench = Bench::begin();
    let mut wifi = Catalogue::default();
    let taken = Offering { key: key(4), name: "Guest access".into(), ..Offering::default() };
    let content = Content { name: "Network".into(), offerings: vec![taken], ..Content::default() };
    wifi.services.insert(service(7), Listed { content, ..Listed::default() });
    bench.takes(&wifi);
    bench.takes(&small());
    let access = offering(&bench, "Network", "Access");
    assert_ne!(access, key(4));
    assert_eq!(bench.called("Laptop").draft.offerings[0].includes, [(bench.called("Network").id, access)]);
}

#[test]
fn settings_are_taken_only_by_a_desk_that_has_none() {
    let mut bench = Bench::begin();
    bench.asks(Ask::Set(Box::new(Settings { organisation: "Mine".into(), ..Settings::default() })));
    let mut file = small();
    file.settings.currency = "CHF".into();
    bench.takes(&file);
    let settings = bench.desk.portfolio().settings();
    assert_eq!(&*settings.organisation, "Mine");
    assert_eq!(&*settings.currency, "CHF", "nothing was priced yet, so prices mean what they meant in the file");
    let mut empty = Bench::begin();
    file.settings.needs_review = true;
    empty.takes(&file);
    assert_eq!(&*empty.desk.portfolio().settings().organisation, "Small Ltd");
    assert!(!empty.desk.portfolio().settings().needs_review, "who reviews is a matter of the desk");
}

#[test]
fn prices_in_another_currency_are_refused_because_the_figures_would_lie() {
    let mut bench = Bench::begin();
    bench.takes(&small());
    let mut file = small();
    file.settings.currency = "USD".into();
    assert!(bench.refuses(&file).contains("another currency"));
}

#[test]
fn two_services_of_one_name_are_refused_and_so_is_one_without_a_name() {
    let mut bench = Bench::begin();
    let mut file = small();
    file.services.get_mut(&service(2)).unwrap().content.name = " laptop".into();
    assert!(bench.refuses(&file).contains("two services in it have the same"));
    file.services.get_mut(&service(2)).unwrap().content.name = " ".into();
    assert!(bench.refuses(&file).contains("Needs a name"));
    assert!(bench.refuses(&Catalogue::default()).contains("nothing in it"));
}

#[test]
fn a_service_that_was_renamed_here_is_still_known_by_its_name_in_the_directory() {
    let mut bench = Bench::begin();
    bench.takes(&small());
    let id = bench.called("Laptop").id;
    bench.asks(Ask::Edit { service: id, edits: vec![Edit::Text(Text::Name, "Notebook".into())] });
    let before = bench.desk.portfolio().listings().len();
    assert!(bench.ask(Command::Catalogue(Ask::TakeIn(Box::new(small())))).is_err());
    assert_eq!(bench.desk.portfolio().listings().len(), before);
    assert_eq!(&*bench.desk.portfolio().listing(id).unwrap().draft.name, "Notebook");
}

#[test]
fn a_service_of_the_directory_that_nobody_wrote_of_is_drafted_under_its_id() {
    let mut bench = Bench::begin();
    let known = ServiceId(Key::imported(40));
    bench.ask(Command::Enter(Entry::Service(known, "laptop".into()))).unwrap();
    bench.takes(&small());
    assert_eq!(bench.called("Laptop").id, known);
}

#[test]
fn comments_come_along_once_with_the_name_of_who_made_them() {
    let mut bench = Bench::begin();
    let mut file = small();
    let comment =
        |text: &str, settled| Comment { by: "Bo".into(), at: DateTime::UNIX_EPOCH, text: text.into(), settled };
    file.services.get_mut(&service(1)).unwrap().comments =
        vec![comment("Too dear", true), comment("Which model?", false)];
    bench.takes(&file);
    let remarks = &bench.called("Laptop").comments;
    assert_eq!((&*remarks[0].text, remarks[0].settled), ("Bo: Too dear", true));
    assert_eq!((&*remarks[1].text, remarks[1].settled), ("Bo: Which model?", false));
    assert!(bench.refuses(&file).contains("already"));
    let out = bench.drafts();
    assert!(bench.refuses(&out).contains("already"), "nor when they come back quoted");
}

#[test]
fn categories_in_a_ring_or_below_nothing_stand_first() {
    let mut bench = Bench::begin();
    let mut file = small();
    file.categories.get_mut(&key(1)).unwrap().parent = Some(key(2));
    bench.takes(&file);
    assert!(bench.desk.portfolio().categories().values().all(|category| category.parent.is_none()));
}

#[test]
fn a_category_that_was_moved_here_is_not_made_again() {
    let mut bench = Bench::begin();
    bench.takes(&small());
    let (id, mut hardware) = {
        let all = bench.desk.portfolio().categories();
        let (id, one) = all.iter().find(|(_, one)| &*one.name == "Hardware").unwrap();
        (*id, one.clone())
    };
    hardware.parent = None;
    bench.asks(Ask::SaveCategory(Some(id), hardware));
    assert!(bench.refuses(&small()).contains("already"));
}

#[test]
fn of_many_services_that_come_in_the_refusal_names_the_one_that_is_wrong() {
    let mut bench = Bench::begin();
    let mut file = small();
    let wrong = itsm::catalogue::Document { title: "Terms".into(), link: "javascript:alert(1)".into() };
    file.services.get_mut(&service(2)).unwrap().content.documents = vec![wrong];
    let said = bench.refuses(&file);
    assert!(said.starts_with("At “Network”. Check documents: "), "{said}");
    // What was refused has changed nothing, and the rest can come without it.
    file.services.get_mut(&service(2)).unwrap().content.documents.clear();
    bench.takes(&file);
}

#[test]
fn names_in_a_catalogue_that_comes_in_stand_on_one_line() {
    let mut bench = Bench::begin();
    let mut file = small();
    file.services.get_mut(&service(1)).unwrap().content.name = "Lap\ntop".into();
    file.categories.get_mut(&key(1)).unwrap().name = "Hard\r\nware".into();
    bench.takes(&file);
    bench.called("Lap top");
    assert!(bench.desk.portfolio().categories().values().any(|category| &*category.name == "Hard ware"));
}
