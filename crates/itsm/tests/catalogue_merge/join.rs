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
