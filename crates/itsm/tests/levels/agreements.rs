//! What an agreement must say, and how it lives.

use itsm::promise::{
    Action, AvailabilityTarget, Command as Ask, Escalation, Kind, MeasuringPeriod, Party, Standing, Terms, When,
    why_not,
};
use itsm::service_level::Targets;
use itsm::{Command, RecordId, SupplierId, apply};

use crate::bench::*;

#[test]
fn the_kind_of_an_agreement_follows_from_whom_it_is_with() {
    let mut bench = Bench::begin();
    let supplier = bench.supplier();
    let kinds = [sla(hours(4)), ola(NETWORK, hours(4)), terms(Party::Supplier(supplier), hours(4))].map(|terms| {
        let id = bench.drafts(terms);
        bench.see(id).kind()
    });
    assert_eq!(kinds, [Kind::Customer, Kind::Inside, Kind::Supplier]);
}

#[test]
fn an_agreement_without_a_name_a_party_services_or_targets_is_refused_and_says_why() {
    let mut bench = Bench::begin();
    let mut wrong = |change: fn(&mut Terms), says: &str| {
        let mut terms = sla(hours(4));
        change(&mut terms);
        let sentence = bench.refuses(Ask::Draft(Box::new(terms)));
        assert!(sentence.starts_with(says), "{sentence}");
    };
    wrong(|terms| terms.clocks.name = " ".into(), "Needs name:");
    wrong(|terms| terms.party = Party::Customer("".into()), "Needs party:");
    wrong(|terms| terms.party = Party::Supplier(SupplierId::imported(9)), "This supplier is not");
    wrong(|terms| terms.services.clear(), "Needs services:");
    wrong(|terms| terms.clocks.targets = [Targets::default(); 5], "Needs targets:");
    wrong(|terms| terms.valid_until = Some(at("01 00:00")), "Check valid until:");
    wrong(|terms| terms.review_months = Some(0), "Check reviews:");
    wrong(
        |terms| terms.escalation = Some(Escalation { when: When::Percent(80), tell: " ".into() }),
        "Needs escalation:",
    );
    wrong(
        |terms| terms.escalation = Some(Escalation { when: When::Percent(100), tell: "Ada".into() }),
        "Check escalation:",
    );
    wrong(
        |terms| {
            terms.availability = Some(AvailabilityTarget { basis_points: 10_001, period: MeasuringPeriod::Month });
        },
        "Check availability:",
    );
    wrong(
        |terms| terms.requests[0] = Targets { response: Some(hours(9)), resolution: Some(hours(8)) },
        "Check request targets:",
    );
}

#[test]
fn an_empty_calendar_is_an_error_to_the_person_who_makes_it() {
    let mut bench = Bench::begin();
    let mut terms = sla(hours(4));
    terms.clocks.calendar.hours = Default::default();
    assert!(bench.refuses(Ask::Draft(Box::new(terms))).starts_with("Check opening hours:"));
}

#[test]
fn a_draft_binds_nobody_and_an_agreed_one_is_in_force_between_its_dates() {
    let mut bench = Bench::begin();
    let id = bench.drafts(Terms { valid_from: at("10 00:00"), valid_until: Some(at("20 00:00")), ..sla(hours(4)) });
    assert_eq!(bench.see(id).standing(at("12 12:00")), Standing::Draft);
    assert_eq!(bench.see(id).in_force_at(at("12 12:00")), None);
    bench.does(Ask::Agree(id));
    let standing = |text| bench.see(id).standing(at(text));
    assert_eq!(
        [standing("09 12:00"), standing("10 00:00"), standing("19 23:59"), standing("20 00:00")],
        [Standing::Agreed, Standing::InForce, Standing::InForce, Standing::Ended]
    );
}

#[test]
fn an_agreement_never_binds_before_both_sides_agreed() {
    let mut bench = Bench::begin();
    let id = bench.at("05 12:00").agrees(sla(hours(4)));
    assert!(bench.see(id).in_force_at(at("05 11:59")).is_none());
    assert!(bench.see(id).in_force_at(at("05 12:00")).is_some());
}

#[test]
fn a_draft_is_written_anew_and_an_agreed_one_revised() {
    let mut bench = Bench::begin();
    let id = bench.drafts(sla(hours(4)));
    assert!(bench.refuses(Ask::Redraft { promise: id, terms: Box::new(sla(hours(4))) }).starts_with("Needs a change:"));
    bench.does(Ask::Redraft { promise: id, terms: Box::new(sla(hours(5))) });
    let revise = |resolution, from: &str| Ask::Revise {
        promise: id,
        terms: Box::new(Terms { valid_from: at(from), ..sla(hours(resolution)) }),
        because: "The customer works later".into(),
    };
    assert!(bench.refuses(revise(6, "09 00:00")).starts_with("Not while Draft:"));
    bench.does(Ask::Agree(id));
    assert!(
        bench.refuses(Ask::Redraft { promise: id, terms: Box::new(sla(hours(6))) }).starts_with("Not while Agreed:")
    );
    bench.does(revise(6, "09 00:00"));
    let target = |text| {
        let version = bench.see(id).in_force_at(at(text)).unwrap();
        version.terms.clocks.targets[0].resolution
    };
    assert_eq!([target("08 12:00"), target("09 00:00")], [Some(hours(5)), Some(hours(6))], "each from its own day on");
}

#[test]
fn a_new_version_keeps_the_party_and_never_rewrites_the_past() {
    let mut bench = Bench::begin();
    let id = bench.agrees(sla(hours(4)));
    let mut revise =
        |terms: Terms| bench.refuses(Ask::Revise { promise: id, terms: Box::new(terms), because: "So".into() });
    assert!(revise(ola(NETWORK, hours(5))).starts_with("Check party:"));
    let earlier = Terms { valid_from: "2026-02-01T00:00:00Z".parse().unwrap(), ..sla(hours(5)) };
    assert!(revise(earlier).starts_with("Check valid from:"));
    assert!(revise(Terms { valid_from: at("01 12:00"), ..sla(hours(5)) }).starts_with("Check valid from:"));
}

#[test]
fn an_end_needs_a_reason_and_lies_not_in_the_past() {
    let mut bench = Bench::begin();
    let id = bench.agrees(sla(hours(4)));
    let end = |from: &str, because: &str| Ask::End { promise: id, from: at(from), because: because.into() };
    assert!(bench.refuses(end("10 00:00", " ")).starts_with("Needs reason:"));
    assert!(bench.refuses(end("01 00:00", "Moved")).starts_with("Check end:"));
    bench.does(end("10 00:00", "Moved"));
    assert_eq!(bench.see(id).standing(at("09 12:00")), Standing::InForce, "notice was given; it still holds");
    assert_eq!(bench.see(id).standing(at("10 00:00")), Standing::Ended);
    for action in [Action::Redraft, Action::Agree, Action::Revise, Action::End, Action::Review] {
        assert!(why_not(&bench.desk, id, action).unwrap().sentence().starts_with("Not while Ended:"), "{action:?}");
    }
}

#[test]
fn a_draft_whose_last_day_is_over_cannot_be_agreed_on() {
    let mut bench = Bench::begin();
    let id = bench.drafts(Terms { valid_until: Some(at("05 00:00")), ..sla(hours(4)) });
    bench.at("06 00:00");
    assert!(bench.refuses(Ask::Agree(id)).starts_with("Check valid until:"));
}

#[test]
fn taking_back_that_both_sides_agreed_leaves_the_draft() {
    let mut bench = Bench::begin();
    let id = bench.agrees(sla(hours(4)));
    let drafted = bench.journal.iter().find(|event| event.what.record() == Some(RecordId::Promise(id))).unwrap();
    bench.desk.forget(RecordId::Promise(id));
    apply(&mut bench.desk, drafted);
    assert_eq!(bench.see(id).standing(at("12 12:00")), Standing::Draft);
}

#[test]
fn a_note_needs_words() {
    let mut bench = Bench::begin();
    let id = bench.drafts(sla(hours(4)));
    assert!(bench.refuses(Ask::Note { promise: id, text: " ".into() }).starts_with("Needs text:"));
    bench.ask(Command::Promise(Ask::Note { promise: id, text: "Asked Sales".into() })).unwrap();
}
