//! What a catalogue names keeps its name, and is not retired while something hangs on it.

use chrono::TimeDelta;
use itsm::approval::Rule;
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When, Workflow};
use itsm::catalogue::{Edit, OfferingKey, Status, StepKey};
use itsm::{Command, EntryId, PersonId, RecordId, ServiceId};

use crate::bench::{Bench, LAPTOP, MAIL, READER, TEAM, WRITER, key, offering, text};

fn named(bench: &mut Bench, service: ServiceId) {
    let by = vec![Approver::Manager, Approver::Person(READER)];
    let approval = StepKind::Approval { by, rule: Rule::All, takes: TimeDelta::hours(1) };
    let task = Task { name: text("Hand it out"), group: Some(TEAM), takes: TimeDelta::hours(2) };
    let step = |number, what| Step { key: StepKey(key(number)), name: text("A step"), when: When::Always, what };
    let steps = vec![step(1, approval), step(2, StepKind::Tasks(vec![task]))];
    bench.write(service, Edit::Offering(Box::new(offering(1, "Standard"))));
    bench.write(service, Edit::Workflow(OfferingKey(key(1)), Box::new(Workflow { steps })));
    bench.write(service, Edit::Supporting(vec![MAIL]));
    bench.write(service, Edit::Items(vec![LAPTOP]));
}

fn entries() -> [EntryId; 4] {
    [EntryId::Person(READER), EntryId::Group(TEAM), EntryId::Service(MAIL), EntryId::Item(LAPTOP)]
}

#[test]
fn whoever_and_whatever_a_draft_or_a_version_names_keeps_its_name() {
    let mut bench = Bench::begin();
    let id = bench.standing("Laptop", Status::Active);
    assert!(entries().iter().all(|entry| !bench.desk.practices_mention(*entry)));
    named(&mut bench, id);
    assert!(entries().iter().all(|entry| bench.desk.practices_mention(*entry)));
    bench.publish(id);
    bench.write(id, Edit::OfferingGone(OfferingKey(key(1))));
    bench.write(id, Edit::Supporting(vec![]));
    bench.write(id, Edit::Items(vec![]));
    assert!(entries().iter().all(|entry| bench.desk.practices_mention(*entry)), "the version still does");
    assert!(bench.desk.practices_mention(EntryId::Person(WRITER)), "who wrote");
    assert!(!bench.desk.practices_mention(EntryId::Person(PersonId::imported(9))));
    assert!(!bench.desk.practices_mention(EntryId::Service(id)), "its own draft goes with it");
}

#[test]
fn who_answers_for_a_service_or_provides_it_is_not_retired_while_it_is_on_its_way_or_on_offer() {
    let mut bench = Bench::begin();
    let id = bench.standing("Laptop", Status::Active);
    named(&mut bench, id);
    bench.write(id, Edit::Owner(Some(READER)));
    bench.publish(id);
    let hangs = [EntryId::Person(READER), EntryId::Group(TEAM), EntryId::Service(MAIL)];
    for entry in hangs {
        let said = bench.ask(Command::Retire(entry)).unwrap_err().sentence();
        assert!(said.starts_with("Not yet, services of the catalogue name it: "), "{entry:?}: {said}");
    }
    bench.go(id, Status::Launched);
    assert!(bench.ask(Command::Retire(EntryId::Service(id))).is_err(), "it is on offer");
    bench.go(id, Status::Retired);
    for entry in hangs {
        bench.ask(Command::Retire(entry)).unwrap();
    }
}

#[test]
fn every_service_of_the_portfolio_is_found_by_its_name() {
    let mut bench = Bench::begin();
    let id = bench.standing("Laptop", Status::Launched);
    let gone = bench.standing("Pager", Status::Retired);
    let cards: Vec<_> = bench.desk.practice_cards().collect();
    let of = |id| cards.iter().find(|card| card.id == RecordId::Service(id)).unwrap();
    assert_eq!((&*of(id).number, of(id).state, of(id).is_open), ("Laptop", "Launched", true));
    assert!(!of(gone).is_open);
    assert!(cards.iter().all(|card| card.id != RecordId::Service(MAIL)), "nobody wrote of it");
}
