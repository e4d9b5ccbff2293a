//! Whatever is taken in, in whatever order.

use std::collections::BTreeSet;
use std::sync::Arc;

use itsm::catalogue::{
    AudienceId, Catalogue, Content, Listed, Offering, Price, ServiceCategory, ServiceCategoryId, Status, Text,
};
use itsm::{Command, Directory, Entry, EntryId, Happening};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{Bench, key, service};

const NAMES: [&str; 7] = ["Laptop", "laptop", "Network", " Mail", "Wi-Fi", "VPN", ""];

fn name() -> impl Strategy<Value = Arc<str>> {
    select(NAMES.to_vec()).prop_map(Arc::from)
}

fn text() -> impl Strategy<Value = Arc<str>> {
    select(vec!["", "One", "Two"]).prop_map(Arc::from)
}

fn number() -> impl Strategy<Value = u32> {
    1..5u32
}

fn offering() -> impl Strategy<Value = Offering> {
    let price = prop_oneof![Just(Price::Unsaid), Just(Price::Free), (1..9u64).prop_map(Price::Fixed)];
    let named = select(vec!["Standard", "standard ", "Large", "Repair", "Loan"]).prop_map(Arc::<str>::from);
    (number(), named, text(), price, vec((number(), number()), 0..3)).prop_map(
        |(own, name, summary, price, includes)| {
            let includes = includes.into_iter().map(|(of, offering)| (service(of), key(offering))).collect();
            Offering { key: key(own), name, summary, price, includes, ..Offering::default() }
        },
    )
}

fn content() -> impl Strategy<Value = Content> {
    let some = || vec(number(), 0..3);
    let person = option::of(number());
    let references = (some(), some(), some(), some());
    let texts = (text(), text(), text());
    (name(), texts, person, option::of(number()), references, vec(offering(), 0..4), any::<bool>()).prop_map(
        |(
            name,
            (summary, hours, utility),
            owner,
            support,
            (audiences, categories, supporting, items),
            offerings,
            pinned,
        )| {
            Content {
                name,
                summary,
                hours,
                utility,
                owner: owner.map(key),
                support: support.map(key),
                audiences: audiences.into_iter().map(key).collect(),
                categories: categories.into_iter().map(key).collect(),
                supporting: supporting.into_iter().map(service).collect(),
                items: items.into_iter().map(key).collect(),
                offerings,
                pinned,
                ..Content::default()
            }
        },
    )
}

fn file() -> impl Strategy<Value = Catalogue> {
    let entry = (0..4u8, number(), name()).prop_map(|(kind, number, name)| match kind {
        0 => Entry::Person(key(number), name),
        1 => Entry::Group(key(number), name),
        2 => Entry::Item(key(number), name),
        _ => Entry::Service(service(number), name),
    });
    let listed = (content(), select(Status::ALL.to_vec())).prop_map(|(content, status)| Listed {
        content,
        status,
        ..Listed::default()
    });
    let category = (name(), text(), option::of(number())).prop_map(|(name, summary, parent)| ServiceCategory {
        name,
        summary,
        parent: parent.map(key),
        place: 0,
    });
    (
        vec(entry, 0..9),
        btree_map(number(), listed, 0..4),
        btree_map(number(), category, 0..4),
        btree_map(number(), name(), 0..3),
    )
        .prop_map(|(entries, services, categories, audiences)| {
            let mut directory = Directory::default();
            entries.iter().for_each(|entry| directory.enter(entry));
            Catalogue {
                directory,
                services: services.into_iter().map(|(number, listed)| (service(number), listed)).collect(),
                categories: categories.into_iter().map(|(id, one)| (key::<ServiceCategoryId>(id), one)).collect(),
                audiences: audiences.into_iter().map(|(id, one)| (key::<AudienceId>(id), one)).collect(),
                ..Catalogue::default()
            }
        })
}

/// Everything that the drafts refer to has a name here.
fn refers_to_what_is_here(bench: &Bench) {
    let desk = &bench.desk;
    let named = |id: EntryId| assert!(desk.directory().name(id).is_some(), "{id:?} has a name");
    for listing in desk.portfolio().listings() {
        let draft = &listing.draft;
        named(EntryId::Service(listing.id));
        draft.owner.into_iter().for_each(|id| named(EntryId::Person(id)));
        draft.support.into_iter().for_each(|id| named(EntryId::Group(id)));
        draft.items.iter().for_each(|id| named(EntryId::Item(*id)));
        draft.supporting.iter().for_each(|id| named(EntryId::Service(*id)));
        draft.offerings.iter().flat_map(|one| &one.includes).for_each(|(id, _)| named(EntryId::Service(*id)));
        assert!(draft.audiences.iter().all(|id| desk.portfolio().audiences().contains_key(id)));
        assert!(draft.categories.iter().all(|id| desk.portfolio().categories().contains_key(id)));
        let keys: BTreeSet<_> = draft.offerings.iter().map(|one| one.key).collect();
        assert_eq!(keys.len(), draft.offerings.len(), "no two offerings of one key");
    }
}

/// No two entries of a kind are called the same.
fn names_are_told_apart(bench: &Bench) {
    let directory = bench.desk.directory();
    let folded = |name: &Arc<str>| name.trim().to_lowercase();
    let groups: Vec<String> = directory.groups.values().map(folded).collect();
    let services: Vec<String> = directory.services.values().map(folded).collect();
    for names in [groups, services] {
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
        assert!(names.iter().all(|name| !name.is_empty()));
    }
}

proptest! {
    #[test]
    fn what_was_taken_in_once_is_refused_the_second_time(files in vec(file(), 1..4)) {
        let mut bench = Bench::begin();
        for file in &files {
            let taken = bench.ask(Command::Catalogue(itsm::catalogue::Command::TakeIn(Box::new(file.clone()))));
            refers_to_what_is_here(&bench);
            names_are_told_apart(&bench);
            if taken.is_ok() {
                let again = bench.refuses(file);
                prop_assert!(again.contains("already"), "{}", again);
            }
        }
    }

    #[test]
    fn nothing_that_was_written_is_lost(first in file(), second in file()) {
        let mut bench = Bench::begin();
        let _ = bench.ask(Command::Catalogue(itsm::catalogue::Command::TakeIn(Box::new(first))));
        let before = bench.desk.portfolio().clone();
        let _ = bench.ask(Command::Catalogue(itsm::catalogue::Command::TakeIn(Box::new(second))));
        for was in before.listings() {
            let is = bench.desk.portfolio().listing(was.id).unwrap();
            prop_assert_eq!(&is.versions, &was.versions);
            prop_assert_eq!(is.status, was.status);
            for which in Text::ALL {
                prop_assert!(which.of(&was.draft).is_empty() || !which.of(&is.draft).is_empty());
            }
            for offering in &was.draft.offerings {
                prop_assert!(is.draft.offering(offering.key).is_some());
            }
        }
    }

    #[test]
    fn every_launched_service_and_no_other_is_offered_by_a_desk_that_was_empty(file in file()) {
        let mut bench = Bench::begin();
        let taken = bench.ask(Command::Catalogue(itsm::catalogue::Command::TakeIn(Box::new(file.clone()))));
        prop_assume!(taken.is_ok());
        let names = |all: &Catalogue, launched: bool| -> BTreeSet<String> {
            let shown = all.services.values().filter(|listed| !launched || listed.status == Status::Launched);
            shown.map(|listed| listed.content.name.trim().to_owned()).collect()
        };
        prop_assert_eq!(names(&bench.drafts(), false), names(&file, false));
        prop_assert_eq!(names(&bench.offered(), false), names(&file, true));
        for listing in bench.desk.portfolio().listings().filter(|listing| listing.status == Status::Launched) {
            prop_assert!(!listing.differs());
        }
    }

    #[test]
    fn an_empty_desk_gives_back_what_it_took_in(file in file()) {
        let mut bench = Bench::begin();
        let taken = bench.ask(Command::Catalogue(itsm::catalogue::Command::TakeIn(Box::new(file))));
        prop_assume!(taken.is_ok());
        let out = bench.drafts();
        let mut other = Bench::begin();
        other.tag = 9;
        let happened = other.takes(&out);
        prop_assert!(happened.iter().any(|what| matches!(what, Happening::Catalogue(..) | Happening::CatalogueShared(_))));
        let back = other.drafts();
        let told = |all: &Catalogue| -> Vec<(String, usize, usize)> {
            let mut told: Vec<_> = all
                .services
                .values()
                .map(|one| (one.content.name.to_string(), one.content.supporting.len(), one.content.offerings.len()))
                .collect();
            told.sort();
            told
        };
        prop_assert_eq!(told(&back), told(&out));
    }
}
