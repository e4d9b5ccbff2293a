//! How the desk begins.

use itsm::{Desk, apply};
use simulation::scenario::LinkKind;
use simulation::shift::view::RecordKind;
use simulation::shift::{HoldFor, Records, SolutionCode};

use super::common::{Shift, all, files, key, start};

#[test]
fn every_scenario_begins() {
    let ids = all();
    assert_eq!(ids.len(), 12);
    for id in ids {
        let files = files(&id);
        let desk = Records::begin(&files, start(&files)).unwrap_or_else(|error| panic!("{id}: {error}"));
        for record in &files.scenario.start {
            assert!(desk.record(&record.key).is_some(), "{id}: {}", record.key);
            let is_over = ["resolved", "closed"].contains(&desk.state_word(&record.key).unwrap());
            assert_eq!(desk.is_open(&record.key), !is_over, "{id}: {}", record.key);
        }
        for change in &files.scenario.changes {
            assert!(desk.change_number(&change.key).is_some(), "{id}: {}", change.key);
        }
        assert_eq!(desk.desk().schedule().freezes().len(), files.scenario.freezes.len(), "{id}");
        assert_eq!(desk.desk().articles().all().len(), files.pool.articles.len(), "{id}");
    }
}

#[test]
fn all_of_it_happened_before_and_in_order_and_leaves_the_same_desk_again() {
    for id in all() {
        let files = files(&id);
        let start = start(&files);
        let mut desk = Records::begin(&files, start).unwrap();
        let events = desk.take();
        assert!(events.iter().all(|event| event.at < start), "{id}");
        assert!(events.is_sorted_by_key(|event| event.at), "{id}");
        let mut again = Desk::default();
        for event in &events {
            assert_eq!(again.legal(event), Ok(()), "{id}: {event:?}");
            apply(&mut again, event);
        }
        assert!(again == *desk.desk(), "{id}");
        assert!(desk.take().is_empty());
    }
}

#[test]
fn what_was_closed_is_closed_and_what_waits_waits() {
    let printer = Shift::of("recurring-printer").desk;
    assert_eq!(printer.state_word(&key("old-1")), Some("closed"));
    assert_eq!(printer.state_word(&key("old-7")), Some("resolved"));
    assert_eq!(printer.code_of(&key("old-1")), Some(SolutionCode::Workaround));
    assert_eq!(printer.code_of(&key("old-5")), Some(SolutionCode::NoFaultFound));
    assert_eq!(printer.state_word(&key("driver-update")), Some("review"));
    assert_eq!(printer.state_word(&key("roll-back")), Some("new"));
    let update = printer.desk().changes().all().find(|change| change.began_at.is_some()).unwrap();
    let first = printer.desk().incidents().map(|incident| incident.opened_at).min().unwrap();
    assert!(update.ended_at.unwrap() <= first);

    let mut request = Shift::of("incident-or-request");
    let now = request.now();
    let view = request.desk.view(&key("starter-open"), now).unwrap();
    assert_eq!((view.kind, view.hold), (RecordKind::Request, Some(HoldFor::Caller)));
    assert_eq!((view.state.as_str(), view.tasks.len(), view.offer), ("on-hold", 3, Some(key("starter"))));
    assert_eq!(request.desk.links(&key("starter-open")), Vec::<(LinkKind, _)>::new());
}

#[test]
fn known_errors_are_found_by_their_fault() {
    let desk = Shift::of("first-morning").desk;
    let known = desk.known_error_of(&key("hung-workers")).unwrap().clone();
    assert_eq!(desk.state_word(&known), Some("known-error"));
    assert_eq!(desk.kind_of(&known), Some(RecordKind::Problem));
    assert_eq!(desk.known_error_of(&key("driver-crash")), None);
}

#[test]
fn articles_are_in_view_and_outdated_ones_say_so() {
    use itsm::knowledge::State;
    let mut shift = Shift::of("first-morning");
    let now = shift.now();
    let state = |article: &str| match shift.desk.record(&key(article)) {
        Some(itsm::RecordId::Article(id)) => shift.desk.desk().articles().get(id).unwrap().state(now),
        other => panic!("{other:?}"),
    };
    assert_eq!(state("kb-unlock"), State::Published);
    assert_eq!(state("kb-scanner-old"), State::Outdated);
}

#[test]
fn services_fail_with_what_they_need() {
    let shift = Shift::of("first-morning");
    let map = shift.desk.desk().configuration();
    assert!(map.items().all(|item| item.kind.is_some()));
    let needs = shift.files.world.services.values().filter(|service| !service.needs.is_empty()).count();
    let known = shift.desk.desk().directory().services.keys();
    let with = known.filter(|id| !map.needs(itsm::configuration::Node::Service(**id)).is_empty()).count();
    assert_eq!(with, needs);
}
