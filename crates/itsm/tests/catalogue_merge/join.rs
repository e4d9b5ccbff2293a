//! Taking in what two copies came to.

use itsm::catalogue::lint::of_desk;
use itsm::catalogue::merge::{Side, align, joined, merge};
use itsm::catalogue::{Catalogue, Command as Ask, Status, Which, catalogue};
use itsm::{Command, ServiceId};

use super::good::good;

#[path = "../catalogue_take_in/bench.rs"]
#[allow(dead_code)] // Taking in uses more of it.
mod bench;
use bench::Bench;

/// The good catalogue, of which nothing is launched yet: gates are another matter.
fn offered() -> Catalogue {
    let mut catalogue = good();
    catalogue.services.values_mut().for_each(|listed| listed.status = Status::Active);
    catalogue
}

fn id(catalogue: &Catalogue, name: &str) -> ServiceId {
    *catalogue.services.iter().find(|(_, listed)| &*listed.content.name == name).unwrap().0
}

fn join(bench: &mut Bench, base: &Catalogue, theirs: &Catalogue, side: Side) {
    let mine = of_desk(&bench.desk);
    let (base, theirs) = (align(base, &mine), align(theirs, &mine));
    let all = joined(&base, &mine, &theirs, |_| Some(side));
    bench.asks(Ask::Join(Box::new(all)));
}

#[test]
fn what_a_colleague_changed_emptied_and_added_comes_in_one_command() {
    let mut bench = Bench::begin();
    bench.takes(&offered());
    let base = catalogue(&bench.desk, Which::Drafts);
    let mut theirs = base.clone();
    let laptop = id(&base, "Laptop");
    let content = &mut theirs.services.get_mut(&laptop).unwrap().content;
    content.hours = "".into();
    content.offerings[0].form.sections.remove(1);
    content.name = "Notebook".into();
    let new = ServiceId(itsm::Key { number: 50, tag: 99 });
    let mut printing = theirs.services[&laptop].clone();
    printing.content.name = "Printing".into();
    printing.content.offerings.clear();
    theirs.services.insert(new, printing);
    join(&mut bench, &base, &theirs, Side::Theirs);
    let listing = bench.called("Notebook");
    assert_eq!((listing.id, &*listing.draft.hours), (laptop, ""));
    assert_eq!(listing.draft.offerings[0].form.sections.len(), 1);
    assert_eq!(bench.called("Printing").status, Status::InStudy);
    let mine = of_desk(&bench.desk);
    assert!(merge(&align(&base, &mine), &mine, &align(&theirs, &mine)).is_empty(), "nothing is left to take in");
}

#[test]
fn joining_what_is_here_already_is_refused() {
    let mut bench = Bench::begin();
    bench.takes(&offered());
    let mine = of_desk(&bench.desk);
    let refusal = bench.ask(Command::Catalogue(Ask::Join(Box::new(mine)))).unwrap_err();
    assert!(refusal.sentence().contains("already"), "{}", refusal.sentence());
}

#[test]
fn a_copy_from_another_desk_brings_the_people_that_it_names() {
    let mut bench = Bench::begin();
    bench.takes(&offered());
    let base = catalogue(&bench.desk, Which::Drafts);
    let mut theirs = base.clone();
    let laptop = id(&base, "Laptop");
    let zoe = itsm::PersonId(itsm::Key { number: 1, tag: 0 });
    theirs.directory.people.insert(zoe, "Zoe Quinn".into());
    theirs.services.get_mut(&laptop).unwrap().content.owner = Some(zoe);
    join(&mut bench, &base, &theirs, Side::Theirs);
    let owner = bench.called("Laptop").draft.owner.unwrap();
    assert_eq!(bench.desk.directory().person(owner), "Zoe Quinn");
}

#[test]
fn two_services_under_one_name_are_refused_and_nothing_changes() {
    let mut bench = Bench::begin();
    bench.takes(&offered());
    let mut all = of_desk(&bench.desk);
    let wifi = id(&all, "Guest internet");
    all.services.get_mut(&wifi).unwrap().content.name = "laptop".into();
    assert!(bench.ask(Command::Catalogue(Ask::Join(Box::new(all)))).is_err());
}

/// What is said where a joined catalogue is refused.
fn refused(bench: &mut Bench, all: Catalogue) -> String {
    bench.ask(Command::Catalogue(Ask::Join(Box::new(all)))).unwrap_err().sentence()
}

#[test]
fn what_comes_with_a_joined_catalogue_is_looked_at_like_what_was_typed_and_the_service_is_named() {
    let mut bench = Bench::begin();
    bench.takes(&offered());
    let all = of_desk(&bench.desk);
    let laptop = id(&all, "Laptop");
    let spoilt = |spoil: &dyn Fn(&mut Catalogue)| {
        let mut all = all.clone();
        spoil(&mut all);
        all
    };
    let of = |all: &mut Catalogue, spoil: &dyn Fn(&mut itsm::catalogue::Content)| {
        spoil(&mut all.services.get_mut(&laptop).unwrap().content);
    };
    let link = spoilt(&|all| {
        of(all, &|content| {
            content.documents =
                vec![itsm::catalogue::Document { title: "Terms".into(), link: "javascript:alert(1)".into() }];
        });
    });
    assert!(refused(&mut bench, link).starts_with("At “Laptop”. Check documents: "));
    let nobody = spoilt(&|all| of(all, &|content| content.owner = Some(itsm::PersonId::imported(999))));
    assert_eq!(refused(&mut bench, nobody), "At “Laptop”. This owner is not in the workspace.");
    let no_shelf = spoilt(&|all| of(all, &|content| content.categories = vec![itsm::Key::imported(999).into()]));
    assert_eq!(refused(&mut bench, no_shelf), "At “Laptop”. This category is not in the workspace.");
    let on_itself = spoilt(&|all| of(all, &|content| content.supporting = vec![laptop]));
    assert!(refused(&mut bench, on_itself).starts_with("At “Laptop”. Check supporting services: "));
    let nameless = spoilt(&|all| all.categories.values_mut().next().unwrap().name = " ".into());
    assert!(refused(&mut bench, nameless).starts_with("Needs a name: "));
    let long = spoilt(&|all| {
        *all.audiences.values_mut().next().unwrap() = "x".repeat(itsm::catalogue::LONGEST_TEXT + 1).into();
    });
    assert!(refused(&mut bench, long).starts_with("Check name: "));
    assert_eq!(of_desk(&bench.desk), all, "nothing of it was taken in");
}

#[test]
fn a_retired_person_is_not_chosen_by_way_of_another_copy() {
    let mut bench = Bench::begin();
    bench.takes(&offered());
    let zoe = itsm::PersonId(itsm::Key { number: 70, tag: 9 });
    bench.ask(Command::Enter(itsm::Entry::Person(zoe, "Zoe Quinn".into()))).unwrap();
    bench.ask(Command::Retire(itsm::EntryId::Person(zoe))).unwrap();
    let mut all = of_desk(&bench.desk);
    let laptop = id(&all, "Laptop");
    all.services.get_mut(&laptop).unwrap().content.owner = Some(zoe);
    assert!(refused(&mut bench, all).starts_with("At “Laptop”. Check owner: it is retired"));
}

#[test]
fn categories_that_each_side_moved_into_the_other_stand_first_again() {
    let mut bench = Bench::begin();
    bench.takes(&offered());
    let mut all = of_desk(&bench.desk);
    let first = *all.categories.keys().next().unwrap();
    let second: itsm::catalogue::ServiceCategoryId = itsm::Key { number: 80, tag: 9 }.into();
    let other = itsm::catalogue::ServiceCategory { name: "Second".into(), parent: Some(first), ..Default::default() };
    all.categories.insert(second, other);
    all.categories.get_mut(&first).unwrap().parent = Some(second);
    bench.asks(Ask::Join(Box::new(all)));
    let categories = bench.desk.portfolio().categories();
    assert_eq!((categories[&first].parent, categories[&second].parent), (None, Some(first)));
}

#[test]
fn a_new_service_does_not_take_the_name_of_one_that_only_the_directory_knows() {
    let mut bench = Bench::begin();
    bench.takes(&offered());
    bench.ask(Command::Enter(itsm::Entry::Service(ServiceId::imported(400), "Printing".into()))).unwrap();
    let mut all = of_desk(&bench.desk);
    let laptop = id(&all, "Laptop");
    all.services.get_mut(&laptop).unwrap().content.name = "printing".into();
    assert!(refused(&mut bench, all).starts_with("Check name: two services would have the same"));
}
