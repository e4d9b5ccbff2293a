//! The way through the portfolio.

use itsm::catalogue::{Action, Check, Command as Ask, Content, Edit, OfferingKey, Status, why_not};
use itsm::incident::{Channel, Command as AskIncident, Report};
use itsm::request::{Command as AskRequest, Form, Kind, Wanted};
use itsm::{Command, EntryId, Happening, Level, PersonId, ServiceId};

use crate::bench::{Bench, READER, WRITER, content, go, key, offering};

/// The life cycle as a table, written apart from the rules in the source: from a row to the columns that it names.
const TABLE: [(Status, &[Status]); 8] = [
    (Status::InStudy, &[Status::InDesign, Status::Rejected]),
    (Status::InDesign, &[Status::InStudy, Status::InTest, Status::Rejected]),
    (Status::InTest, &[Status::InDesign, Status::Rejected, Status::Active]),
    (Status::Rejected, &[Status::InStudy]),
    (Status::Active, &[Status::InTest, Status::Launched, Status::Retired]),
    (Status::Launched, &[Status::Active, Status::Retired]),
    (Status::Retired, &[Status::Active, Status::Obsolete]),
    (Status::Obsolete, &[]),
];

#[test]
fn a_service_goes_only_where_the_life_cycle_leads() {
    for (from, allowed) in TABLE {
        for to in Status::ALL {
            let mut bench = Bench::begin();
            let id = bench.standing("Laptop", from);
            if from == Status::Active && to == Status::Launched {
                bench.publish(id);
            }
            let went = bench.ask(Command::Catalogue(go(id, to)));
            assert_eq!(went.is_ok(), allowed.contains(&to), "{from:?} to {to:?}: {went:?}");
            assert_eq!(from.next().collect::<Vec<_>>(), allowed.to_vec());
            if went.is_ok() {
                assert_eq!(bench.see(id).status, to);
                assert_eq!(bench.see(id).since, bench.now);
            }
        }
    }
}

#[test]
fn every_gate_asks_for_its_checks_and_names_the_first_that_is_missing() {
    for to in [Status::InDesign, Status::InTest, Status::Active, Status::Launched, Status::Retired] {
        for missing in to.asks_for() {
            let mut bench = Bench::begin();
            let before = TABLE.iter().find(|(from, allowed)| *from < to && allowed.contains(&to)).unwrap().0;
            let id = bench.standing("Laptop", before);
            if to == Status::Launched {
                bench.publish(id);
            }
            bench.does(Ask::Tick { service: id, check: *missing, words: None });
            let said = bench.refuses(go(id, to));
            assert!(said.starts_with(&format!("Needs {}: ", missing.word())), "{said}");
            assert_eq!(bench.see(id).missing(to).collect::<Vec<_>>(), [*missing]);
            assert_eq!(missing.gate(), to);
            bench.tick(id, *missing);
            bench.go(id, to);
        }
    }
}

#[test]
fn on_the_way_back_no_gate_asks_but_a_reason_is_needed() {
    let mut bench = Bench::begin();
    let id = bench.standing("Laptop", Status::InTest);
    let silent = Ask::Move { service: id, to: Status::InDesign, because: " ".into() };
    assert_eq!(bench.refuses(silent), "Needs a reason: those who worked on it should know why it goes this way.");
    bench.go(id, Status::InDesign);
    let forward = Ask::Move { service: id, to: Status::InTest, because: "".into() };
    bench.does(forward);
}

#[test]
fn a_service_is_launched_only_once_a_version_is_offered() {
    let mut bench = Bench::begin();
    let id = bench.standing("Laptop", Status::Active);
    assert!(bench.refuses(go(id, Status::Launched)).starts_with("Needs a published version: "));
    let later = bench.days(3);
    bench.does(Ask::Publish { service: id, from: Some(later), note: "".into() });
    assert!(bench.refuses(go(id, Status::Launched)).starts_with("Needs a published version: "), "still to come");
    bench.now = later;
    bench.go(id, Status::Launched);
}

#[test]
fn a_tick_says_where_it_stands_and_stays_once_its_gate_is_passed() {
    let mut bench = Bench::begin();
    let id = bench.draft("Laptop");
    let tick =
        |words: Option<&str>| Ask::Tick { service: id, check: Check::BusinessCase, words: words.map(Into::into) };
    assert!(bench.refuses(tick(Some(" "))).starts_with("Needs words: "));
    assert!(bench.refuses(tick(None)).starts_with("Needs a tick: "));
    bench.does(tick(Some(" Approved by the board ")));
    assert_eq!(&*bench.see(id).done[&Check::BusinessCase].words, "Approved by the board");
    assert_eq!(bench.see(id).done[&Check::BusinessCase].by, WRITER);
    assert!(bench.refuses(tick(Some("Approved by the board"))).starts_with("Needs a change: "));
    bench.does(tick(None));
    bench.does(tick(Some("Approved by the board")));
    bench.go(id, Status::InDesign);
    assert!(bench.refuses(tick(None)).starts_with("Not yet, its gate is passed: "));
    bench.go(id, Status::InStudy);
    bench.does(tick(None));
}

fn request_for(service: ServiceId) -> Command {
    let form = Form {
        summary: "A laptop, please".into(),
        description: "".into(),
        kind: Kind::Resource,
        channel: Channel::Portal,
        requester: Some(READER),
        beneficiary: None,
        service: Some(service),
        target: None,
        approvals: vec![],
        items: vec![Wanted { name: "Laptop".into(), quantity: 1, price: None, tasks: vec![] }],
        order: None,
    };
    Command::Request(AskRequest::Log { form: Box::new(form), from: None })
}

#[test]
fn a_service_with_open_requests_is_not_retired() {
    let mut bench = Bench::begin();
    let id = bench.standing("Laptop", Status::Launched);
    let request = bench.desk.requests().next(crate::bench::TAG);
    bench.ask(request_for(id)).unwrap();
    assert!(bench.refuses(go(id, Status::Retired)).starts_with("Not yet, open requests wait for it: "));
    assert!(why_not(&bench.desk, id, Action::Move(Status::Retired), bench.now).is_some());
    bench.ask(Command::Request(AskRequest::Cancel { request, because: "Not needed".into() })).unwrap();
    bench.go(id, Status::Retired);
    assert!(why_not(&bench.desk, id, Action::Order, bench.now).is_some(), "nobody orders it any more");
}

#[test]
fn a_service_that_a_bundle_on_offer_contains_is_not_retired() {
    let mut bench = Bench::begin();
    let part = bench.standing("Laptop", Status::Launched);
    let bundle = bench.standing("New starter", Status::Launched);
    let mut whole = offering(1, "All of it");
    whole.includes = vec![(part, OfferingKey(key(1)))];
    bench.write(bundle, Edit::Offering(Box::new(whole)));
    bench.go(part, Status::Retired);
    bench.go(part, Status::Active);
    bench.go(part, Status::Launched);
    bench.publish(bundle);
    assert!(bench.refuses(go(part, Status::Retired)).starts_with("Not yet, a bundle on offer contains it: "));
    bench.go(bundle, Status::Active);
    bench.go(part, Status::Retired);
}

#[test]
fn a_service_becomes_obsolete_only_once_nobody_uses_it_and_is_then_retired_in_the_directory() {
    let mut bench = Bench::begin();
    let base = bench.standing("Network", Status::Retired);
    let above = bench.standing("Laptop", Status::Active);
    bench.write(above, Edit::Supporting(vec![base]));
    bench.publish(above);
    bench.go(above, Status::Launched);
    assert!(bench.refuses(go(base, Status::Obsolete)).starts_with("Not yet, launched services are built on it: "));
    bench.go(above, Status::Active);
    bench.ask(incident_about(base)).unwrap();
    assert!(bench.refuses(go(base, Status::Obsolete)).starts_with("Not yet, 1 open incident is with this service"));
    let incident = bench.desk.incidents().next().unwrap().id;
    bench.ask(Command::Incident(AskIncident::Cancel { incident, because: "Nothing is wrong".into() })).unwrap();
    let events = bench.go(base, Status::Obsolete);
    assert!(events.iter().any(|event| event.what == Happening::Retired(EntryId::Service(base), true)));
    assert!(bench.refuses(Ask::Tick { service: base, check: Check::Acceptance, words: None }).starts_with("Not while"));
    let content = Box::new(Content { name: "Network".into(), ..content("") });
    assert!(bench.refuses(Ask::Draft { service: None, content }).starts_with("Check name: "));
}

fn incident_about(service: ServiceId) -> Command {
    Command::Incident(AskIncident::Log(Box::new(Report {
        summary: "No light".into(),
        description: "".into(),
        channel: Channel::Phone,
        caller: Some(READER),
        service: Some(service),
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: None,
        assignee: Some(WRITER),
        follows: None,
    })))
}

#[test]
fn the_parts_of_the_portfolio_hold_the_states_beneath_them() {
    use itsm::catalogue::Stage;
    let of = |stage| Status::ALL.into_iter().filter(move |status| status.stage() == stage).collect::<Vec<_>>();
    assert_eq!(of(Stage::Pipeline), [Status::InStudy, Status::InDesign, Status::InTest, Status::Rejected]);
    assert_eq!(of(Stage::Catalogue), [Status::Active, Status::Launched]);
    assert_eq!(of(Stage::Retired), [Status::Retired, Status::Obsolete]);
    let nobody = PersonId::imported(9);
    assert!(!Status::Rejected.is_open() && Status::InStudy.is_open() && nobody != WRITER);
}
