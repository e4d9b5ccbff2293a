//! What becomes of an order of an offering that opens an incident.

use itsm::catalogue::form::{Answer, Answers, Condition, Field, FieldKind, Form, Section, TextCheck};
use itsm::catalogue::{Command as Ask, Content, FieldKey, Offering, Opens, Order, Price, SectionKey, Status};
use itsm::incident::{Channel, Incident, State};
use itsm::{Command, Event, Happening, Key, Level, Refusal, Role};

use crate::bench::{AGENT, Bench, DOCK, INES, LAPTOP, MANAGER, STANDARD, an_order, chose, content, usual};

const PHONE: FieldKey = FieldKey(Key::imported(11));
const WANTED: FieldKey = FieldKey(Key::imported(12));
const HAPPENED: FieldKey = FieldKey(Key::imported(13));
const ERROR: FieldKey = FieldKey(Key::imported(14));

fn asked(key: FieldKey, label: &str, long: bool, check: TextCheck) -> Field {
    let kind = FieldKind::Text { long, check, most: 0 };
    Field { key, label: label.into(), help: "".into(), kind, required: false, show_if: None, default: None }
}

fn form() -> Form {
    let fields = vec![
        asked(PHONE, "Where do we reach you?", false, TextCheck::Phone),
        asked(HAPPENED, "What happened?", true, TextCheck::Any),
        Field { required: true, ..asked(WANTED, "What did you want to do?", false, TextCheck::Any) },
        Field { show_if: Some(Condition::Answered(PHONE)), ..asked(ERROR, "Which code?", false, TextCheck::Any) },
    ];
    Form { sections: vec![Section { key: SectionKey(Key::imported(1)), fields, ..Section::default() }] }
}

/// What a report is, with all that has no meaning for it.
fn fault() -> Offering {
    let whole = content(usual()).offerings.remove(0);
    Offering { name: "Report a fault".into(), opens: Opens::Incident, form: form(), ..whole }
}

fn said(words: &str) -> Answers {
    let text = |words: &str| Answer::Text(words.into());
    Answers::from([(WANTED, text(words)), (HAPPENED, text("A grey page.\nThen nothing."))])
}

fn a_report() -> Order {
    Order { answers: said("Print the invoice"), manager: None, ..an_order() }
}

fn bench_of(offering: Offering) -> Bench {
    let mut bench = Bench::begin();
    bench.offer(LAPTOP, Content { offerings: vec![offering], ..content(vec![]) });
    bench
}

fn reports(bench: &mut Bench, order: Order) -> Result<Vec<Event>, Refusal> {
    bench.ask(Command::Catalogue(Ask::Order(Box::new(order))))
}

fn reported(bench: &mut Bench, order: Order) -> Incident {
    let events = reports(bench, order).unwrap();
    let [Event { what: Happening::Incident(id, _), .. }] = events.as_slice() else { panic!("{events:?}") };
    bench.desk.incident(*id).unwrap().clone()
}

#[test]
fn a_report_becomes_one_incident_of_its_caller_and_no_request() {
    let mut bench = bench_of(fault());
    let incident = reported(&mut bench, a_report());
    assert_eq!(&*incident.summary, "Laptop: Report a fault – Print the invoice");
    assert_eq!(
        &*incident.description,
        "What happened?: A grey page.\nThen nothing.\nWhat did you want to do?: Print the invoice"
    );
    assert_eq!((incident.caller, incident.service, incident.channel), (Some(INES), Some(LAPTOP), Channel::Portal));
    assert_eq!((incident.state, incident.group, incident.assignee), (State::New, None, None));
    assert_eq!((incident.impact, incident.urgency), (Level(2), Level(2)), "until the desk has weighed it");
    assert_eq!(bench.desk.requests().all().count(), 0, "no price, no approval, no task");
}

#[test]
fn without_a_choice_an_offering_opens_a_request() {
    assert_eq!(Offering::default().opens, Opens::Request);
    let mut bench = Bench::with(vec![]);
    let events = reports(&mut bench, an_order()).unwrap();
    assert!(events.iter().all(|event| matches!(event.what, Happening::Request(..))));
}

#[test]
fn quantity_manager_and_beneficiary_say_nothing_of_a_fault() {
    let mut bench = bench_of(Offering { price: Price::Fixed(9_900), includes: vec![(DOCK, STANDARD)], ..fault() });
    let one = reported(&mut bench, a_report());
    let odd = Order { quantity: 0, manager: Some(MANAGER), beneficiary: Some(AGENT), ..a_report() };
    let other = reported(&mut bench, odd);
    assert_eq!((one.summary, one.description, one.caller), (other.summary, other.description, other.caller));
}

#[test]
fn the_summary_has_the_first_words_in_a_line_and_no_telephone_number() {
    let mut bench = bench_of(fault());
    let mut answers = said(&"word ".repeat(40));
    answers.insert(PHONE, Answer::Text("+49 30 4711".into()));
    let summary = reported(&mut bench, Order { answers, ..a_report() }).summary.to_string();
    assert!(summary.starts_with("Laptop: Report a fault – word word") && summary.ends_with("word…"), "{summary}");
    assert!(!summary.contains("4711") && summary.chars().count() < 120, "{summary}");
    let nameless = Offering { name: "laptop".into(), form: Form::default(), ..fault() };
    let mut bench = bench_of(nameless);
    let plain = reported(&mut bench, Order { answers: Answers::new(), ..a_report() });
    assert_eq!((&*plain.summary, &*plain.description), ("Laptop", ""));
}

#[test]
fn only_what_was_asked_is_told() {
    let mut bench = bench_of(fault());
    let mut answers = said("Print");
    answers.insert(ERROR, Answer::Text("E17".into()));
    let incident = reported(&mut bench, Order { answers, ..a_report() });
    assert!(!incident.description.contains("E17"), "its question was not shown");
}

#[test]
fn what_cannot_be_ordered_cannot_be_reported_either() {
    let mut bench = bench_of(fault());
    let open = reports(&mut bench, Order { answers: Answers::new(), ..a_report() }).unwrap_err();
    assert!(matches!(open, Refusal::Missing { field: "an answer", .. }));
    assert!(reports(&mut bench, Order { answers: chose(crate::bench::SMALL), ..a_report() }).is_err());
    bench.tell(Happening::Catalogue(LAPTOP, itsm::catalogue::Event::Moved { to: Status::Retired, because: "".into() }));
    assert!(matches!(reports(&mut bench, a_report()).unwrap_err(), Refusal::Rule { .. }));
}

#[test]
fn whoever_uses_services_reports_for_themselves_only() {
    let mut bench = bench_of(fault());
    (bench.role, bench.actor) = (Role::Requester, INES);
    assert_eq!(reported(&mut bench, a_report()).caller, Some(INES));
    let other = reports(&mut bench, Order { requester: MANAGER, ..a_report() }).unwrap_err();
    assert!(matches!(other, Refusal::Role { .. }));
}

#[test]
fn a_fault_is_weighed_in_the_middle_of_whatever_scale_the_desk_has() {
    for (rows, middle) in [(vec![vec![1, 2], vec![2, 3]], 2), (vec![vec![1; 5]; 5], 3)] {
        let mut bench = bench_of(fault());
        bench.ask(Command::SetMatrix(rows)).unwrap();
        let incident = reported(&mut bench, a_report());
        assert_eq!((incident.impact, incident.urgency), (Level(middle), Level(middle)));
    }
}
