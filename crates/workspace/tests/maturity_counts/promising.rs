//! Agreements with customers and contracts with suppliers.

use chrono::TimeDelta;
use itsm::promise::{Command as Ask, Health, Party, Review, Terms};
use itsm::service_level::{Agreement, Targets};
use itsm::supplier::{Command as AskSupplier, Contract, Profile};
use itsm::{Command, PromiseId, SupplierId};
use workspace::maturity_counts::Code;

use crate::bench::*;

fn drafted(bench: &mut Bench, party: Party) -> PromiseId {
    let id = bench.workspace.desk().promises().next(TAG);
    let terms = Terms {
        party,
        services: vec![MAIL],
        valid_from: bench.now,
        valid_until: None,
        clocks: Agreement { name: "Mail".into(), ..Agreement::default() },
        requests: [Targets::default(); 5],
        escalation: None,
        availability: None,
        penalties: "".into(),
        review_months: Some(3),
    };
    bench.ask(Command::Promise(Ask::Draft(Box::new(terms))));
    id
}

fn review(bench: &mut Bench, promise: PromiseId) {
    let review = Review {
        held_at: bench.now,
        attendees: "Sales, the desk".into(),
        minutes: "Targets kept".into(),
        outcome: None,
        actions: vec![],
    };
    bench.ask(Command::Promise(Ask::Review { promise, review: Box::new(review) }));
}

#[test]
fn a_service_counts_once_its_targets_are_agreed_with_a_customer() {
    let mut bench = Bench::begin();
    let inside = drafted(&mut bench, Party::Group(NETWORK));
    bench.ask(Command::Promise(Ask::Agree(inside)));
    let sales = drafted(&mut bench, Party::Customer("Sales".into()));
    assert_eq!(bench.tells(Code::TargetsAgreed), None, "one is inside the house, the other a draft");
    bench.ask(Command::Promise(Ask::Agree(sales)));
    bench.wait(1);
    assert_eq!(bench.tells(Code::TargetsAgreed), of(1, 2), "mail, and not the shop");
}

#[test]
fn a_review_with_a_customer_counts_and_one_inside_the_house_does_not() {
    let mut bench = Bench::begin();
    let [sales, inside] =
        [Party::Customer("Sales".into()), Party::Group(NETWORK)].map(|party| drafted(&mut bench, party));
    for id in [sales, inside] {
        bench.ask(Command::Promise(Ask::Agree(id)));
    }
    review(&mut bench, inside);
    assert_eq!(bench.tells(Code::ServiceReviewsDone), number(0));
    review(&mut bench, sales);
    assert_eq!(bench.tells(Code::ServiceReviewsDone), number(1));
    bench.wait(400);
    assert_eq!(bench.tells(Code::ServiceReviewsDone), number(0), "it was held more than a year ago");
}

fn supplier(bench: &mut Bench, name: &str) -> SupplierId {
    let id = bench.workspace.desk().suppliers().next(TAG);
    let profile = Profile { name: name.into(), contacts: vec![], services: vec![MAIL], items: vec![] };
    bench.ask(Command::Supplier(AskSupplier::Add(Box::new(profile))));
    id
}

fn active(bench: &mut Bench, name: &str, days: Option<i64>) -> SupplierId {
    let supplier = supplier(bench, name);
    let contract = Contract {
        title: "Leased line".into(),
        valid_from: bench.now,
        valid_until: days.map(|days| bench.now + TimeDelta::days(days)),
        notice_by: None,
        cost: "900 a month".into(),
        promise: None,
    };
    bench.ask(Command::Supplier(AskSupplier::Sign { supplier, contract: Box::new(contract) }));
    bench.ask(Command::Supplier(AskSupplier::Activate(supplier)));
    supplier
}

#[test]
fn a_supplier_counts_while_its_contract_is_in_force() {
    let mut bench = Bench::begin();
    supplier(&mut bench, "A candidate");
    assert_eq!(bench.tells(Code::SuppliersWithContract), None);
    active(&mut bench, "Carrier", None);
    active(&mut bench, "Printers", Some(10));
    assert_eq!(bench.tells(Code::SuppliersWithContract), of(2, 2));
    bench.wait(20);
    assert_eq!(bench.tells(Code::SuppliersWithContract), of(1, 2));
}

#[test]
fn a_supplier_counts_for_a_year_after_somebody_noted_how_it_delivers() {
    let mut bench = Bench::begin();
    let rated = active(&mut bench, "Carrier", None);
    active(&mut bench, "Printers", None);
    bench.ask(Command::Supplier(AskSupplier::Rate { supplier: rated, health: Health::Green, text: "On time".into() }));
    assert_eq!(bench.tells(Code::SuppliersReviewed), of(1, 2));
    bench.wait(400);
    assert_eq!(bench.tells(Code::SuppliersReviewed), of(0, 2));
}
