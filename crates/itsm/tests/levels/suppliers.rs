//! Suppliers, their contracts, and who waits for them.

use itsm::incident::HoldReason;
use itsm::promise::{Health, Party};
use itsm::supplier::{
    Action, Command as Ask, Contact, Contract, Ending, Profile, State, awaiting, ending_soon, supports, why_not,
};
use itsm::{Command, SupplierId};

use crate::bench::*;

fn refuses(bench: &mut Bench, ask: Ask) -> String {
    bench.ask(Command::Supplier(ask)).unwrap_err().sentence()
}

fn sign(bench: &mut Bench, supplier: SupplierId, contract: Contract) {
    bench.ask(Command::Supplier(Ask::Sign { supplier, contract: Box::new(contract) })).unwrap();
}

#[test]
fn a_supplier_has_a_name_of_its_own_and_empty_contacts_are_left_out() {
    let mut bench = Bench::begin();
    assert!(refuses(&mut bench, Ask::Add(Box::new(profile(" ")))).starts_with("Needs name:"));
    let contacts = vec![
        Contact { name: " Kim ".into(), reach: "kim@example.org".into() },
        Contact { name: "".into(), reach: " ".into() },
    ];
    bench.ask(Command::Supplier(Ask::Add(Box::new(Profile { contacts, ..profile("Carrier") })))).unwrap();
    assert!(refuses(&mut bench, Ask::Add(Box::new(profile("carrier")))).starts_with("Check name:"));
    let known = bench.desk.suppliers().all().next().unwrap();
    assert_eq!(
        (known.state, known.profile.contacts.len(), &*known.profile.contacts[0].name),
        (State::Candidate, 1, "Kim")
    );
}

#[test]
fn a_supplier_becomes_active_with_a_contract_and_is_rated_only_then() {
    let mut bench = Bench::begin();
    let id = bench.supplier();
    assert!(refuses(&mut bench, Ask::Activate(id)).starts_with("Needs a contract:"));
    let rate = |text: &str| Ask::Rate { supplier: id, health: Health::Amber, text: text.into() };
    assert!(refuses(&mut bench, rate("Late")).starts_with("Not while Candidate:"));
    sign(&mut bench, id, contract());
    bench.ask(Command::Supplier(Ask::Activate(id))).unwrap();
    assert!(refuses(&mut bench, rate("")).starts_with("Needs text:"));
    bench.ask(Command::Supplier(rate("Late twice"))).unwrap();
    let known = bench.desk.suppliers().get(id).unwrap();
    assert_eq!((known.state, known.performance.len()), (State::Active, 1));
}

#[test]
fn an_ended_supplier_stays_as_it_was() {
    let mut bench = Bench::begin();
    let id = bench.supplier();
    assert!(refuses(&mut bench, Ask::End { supplier: id, because: "".into() }).starts_with("Needs reason:"));
    bench.ask(Command::Supplier(Ask::End { supplier: id, because: "Too slow".into() })).unwrap();
    for action in Action::ALL {
        assert!(why_not(&bench.desk, id, action).unwrap().sentence().starts_with("Not while Ended:"), "{action:?}");
    }
}

#[test]
fn a_contract_is_bound_to_an_agreement_with_the_same_supplier() {
    let mut bench = Bench::begin();
    let id = bench.supplier();
    let with_group = bench.drafts(ola(NETWORK, hours(4)));
    let with_it = bench.drafts(terms(Party::Supplier(id), hours(4)));
    let bound =
        |promise| Ask::Sign { supplier: id, contract: Box::new(Contract { promise: Some(promise), ..contract() }) };
    assert!(refuses(&mut bench, bound(with_group)).starts_with("Check agreement:"));
    bench.ask(Command::Supplier(bound(with_it))).unwrap();
    let wrong = Contract { valid_until: Some(at("01 00:00")), ..contract() };
    let change = |contract| Ask::ChangeContract { supplier: id, place: 0, contract: Box::new(contract) };
    assert!(refuses(&mut bench, change(wrong)).starts_with("Check valid until:"));
    let late = Contract { valid_until: Some(at("20 00:00")), notice_by: Some(at("21 00:00")), ..contract() };
    assert!(refuses(&mut bench, change(late)).starts_with("Check notice:"));
}

#[test]
fn contracts_that_end_or_need_notice_soon_are_named_the_next_first() {
    let mut bench = Bench::begin();
    let id = bench.supplier();
    sign(&mut bench, id, Contract { valid_until: Some(at("30 00:00")), ..contract() });
    sign(&mut bench, id, Contract { valid_until: Some(at("31 00:00")), notice_by: Some(at("10 00:00")), ..contract() });
    sign(&mut bench, id, contract());
    let soon = ending_soon(&bench.desk, at("05 00:00"));
    assert_eq!(
        soon,
        [
            Ending { supplier: id, contract: 1, at: at("10 00:00"), is_notice: true },
            Ending { supplier: id, contract: 0, at: at("30 00:00"), is_notice: false },
        ]
    );
    assert_eq!(ending_soon(&bench.desk, at("10 00:01"))[1].at, at("31 00:00"), "after the notice, the end counts");
}

#[test]
fn incidents_that_wait_for_a_supplier_are_found_by_what_it_supports() {
    let mut bench = Bench::begin();
    let id = bench.supplier();
    let waits = bench.incident();
    bench.hold(waits, HoldReason::Supplier);
    let other = bench.incident();
    bench.hold(other, HoldReason::Caller);
    let supplier = bench.desk.suppliers().get(id).unwrap();
    let found: Vec<_> =
        awaiting(&bench.desk).filter(|incident| supports(supplier, incident)).map(|one| one.id).collect();
    assert_eq!(found, [waits]);
}
