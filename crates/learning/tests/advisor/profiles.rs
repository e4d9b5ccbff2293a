//! Four organisations: what each is told, and by which answers.

use learning::advisor::{Advice, Answers, Emphasis, Extent, Formality, FrameworkUse, Main, Reason};

use super::{advise, advisor, answers};

/// Twenty people, agile delivery, everything in the cloud.
pub fn start_up() -> Answers {
    answers(
        "aim: speed
         pain: heads
         users: customers
         outage: money
         obligations: none
         size: under-30
         team: few
         volume: low
         providers: own
         estate: young
         delivery: daily
         undo: minutes
         tools: mail
         skills: nobody
         certify: no
         time: spare
         frameworks: agile devops
         run: builders",
    )
}

/// Forty thousand people, systems older than their operators, a regulator, COBIT.
pub fn bank() -> Answers {
    answers(
        "aim: direction
         pain: breaking unknown
         users: customers
         outage: licence
         obligations: regulator
         audit: always
         size: over-5000
         team: many
         reach: round-the-clock
         volume: high
         providers: some
         estate: old
         map: heads
         delivery: releases
         tools: suite
         skills: some
         certify: wanted
         time: dedicated
         frameworks: cobit prince2
         governance: board",
    )
}

/// A public authority that must show certificates.
pub fn authority() -> Answers {
    answers(
        "aim: proof
         pain: waiting
         users: citizens
         outage: money
         obligations: public
         size: under-5000
         team: department
         reach: several-places
         volume: steady
         providers: own
         estate: mixed
         map: partly
         delivery: releases
         tools: tickets
         skills: nobody
         certify: required
         deadline: year
         time: part
         frameworks: none",
    )
}

/// A software company whose desk is somebody else's.
pub fn software_company() -> Answers {
    answers(
        "aim: calm
         pain: suppliers promises
         users: customers
         outage: money
         obligations: contracts
         size: under-250
         team: department
         reach: round-the-clock
         volume: steady
         providers: desk
         contract: times
         estate: young
         delivery: weeks
         undo: hours
         tools: tickets
         skills: some
         certify: no
         time: part
         frameworks: agile
         run: mixed",
    )
}

fn first_wave(advice: &Advice) -> Vec<&str> {
    advice.practices.iter().filter(|one| one.wave == 1).map(|one| one.id.as_str()).collect()
}

fn led_by(reasons: &[Reason], question: &str, answer: &str) -> bool {
    reasons.iter().flat_map(|one| &one.led_by).any(|given| given.question == question && given.answer == answer)
}

fn formality(advice: &Advice, practice: &str) -> Formality {
    advice.practices.iter().find(|one| one.id == practice).unwrap_or_else(|| panic!("no {practice}")).formality
}

fn verdict(advice: &Advice, framework: &str) -> FrameworkUse {
    advice.frameworks.iter().find(|one| one.id == framework).unwrap().verdict
}

fn has(points: &[learning::advisor::Point], id: &str) -> bool {
    points.iter().any(|point| point.piece.id == id)
}

#[test]
fn a_small_agile_start_up_stays_lightweight_inside_its_teams() {
    let advice = advise(&start_up());
    assert_eq!(advice.main, Main { extent: Extent::Lightweight, emphasis: Emphasis::Flow });
    assert!(led_by(advice.extent_reasons(), "size", "under-30"));
    assert!(led_by(advice.extent_reasons(), "run", "builders"));
    assert!(led_by(advice.emphasis_reasons(), "frameworks", "agile"));
    assert!(led_by(advice.emphasis_reasons(), "delivery", "daily"));

    assert_eq!(first_wave(&advice), ["monitoring-and-event-management", "incident-management"]);
    assert!(advice.practices.len() <= 6);
    assert!(advice.practices.iter().all(|one| one.formality == Formality::Light));
    assert_eq!(verdict(&advice, "agile"), FrameworkUse::Now);
    assert_eq!(verdict(&advice, "devops"), FrameworkUse::Now);
    for heavy in ["cobit", "prince2", "iso-20000", "six-sigma"] {
        let one = advice.frameworks.iter().find(|one| one.id == heavy).unwrap();
        assert_eq!(one.verdict, FrameworkUse::NotNow, "{heavy}");
        assert!(!one.reasons.is_empty(), "{heavy}: not now, but why?");
    }
    assert!(has(&advice.risks, "one-person") && has(&advice.risks, "slow"));
    assert!(!has(&advice.people, "foundation"));
}

#[test]
fn a_supervised_bank_with_old_systems_builds_up_the_whole_tied_to_governance() {
    let advice = advise(&bank());
    assert_eq!(advice.main, Main { extent: Extent::Full, emphasis: Emphasis::Control });
    for (question, answer) in [("size", "over-5000"), ("estate", "old"), ("frameworks", "cobit")] {
        assert!(led_by(advice.extent_reasons(), question, answer), "{question}");
    }
    assert!(led_by(advice.emphasis_reasons(), "obligations", "regulator"));

    let first = ["change-enablement", "service-configuration-management", "incident-management", "strategy-management"];
    assert_eq!(first_wave(&advice), first);
    assert_eq!(advice.practices.len(), 12);
    assert_eq!(formality(&advice, "change-enablement"), Formality::Strict);
    assert_eq!(formality(&advice, "knowledge-management"), Formality::Standard, "not all has to be provable");
    let change = &advice.practices[0];
    assert!(led_by(&change.reasons, "pain", "breaking") && led_by(&change.reasons, "estate", "old"));
    assert!(led_by(&change.formality_reasons, "obligations", "regulator"));

    assert_eq!(verdict(&advice, "cobit"), FrameworkUse::Now);
    assert_eq!(verdict(&advice, "prince2"), FrameworkUse::Now);
    assert_eq!(verdict(&advice, "devops"), FrameworkUse::NotNow);
    assert!(has(&advice.strategy, "old") && has(&advice.strategy, "proof") && has(&advice.strategy, "direction"));
    assert!(has(&advice.risks, "blind-change") && has(&advice.risks, "silos"));
    assert!(has(&advice.people, "board") && has(&advice.costs, "core-team"));
    assert!(advice.roadmap.reasons.iter().any(|one| one.points == 4), "thousands of people take longer");
}

#[test]
fn an_authority_that_must_certify_people_begins_with_them() {
    let advice = advise(&authority());
    assert_eq!(advice.main, Main { extent: Extent::Selective, emphasis: Emphasis::People });
    assert!(led_by(advice.extent_reasons(), "certify", "required"));
    assert!(led_by(advice.extent_reasons(), "obligations", "public"));
    assert!(led_by(advice.emphasis_reasons(), "certify", "required"));

    assert_eq!(first_wave(&advice), ["service-desk", "workforce-and-talent-management", "incident-management"]);
    let talent = advice.practices.iter().find(|one| one.id == "workforce-and-talent-management").unwrap();
    assert_eq!(talent.formality, Formality::Strict);
    assert!(led_by(&talent.reasons, "certify", "required"));
    assert!(has(&advice.people, "foundation") && has(&advice.people, "beyond"));
    assert!(has(&advice.costs, "courses") && has(&advice.risks, "certificate-only"));
    assert!(has(&advice.strategy, "skills"));
    assert_eq!(verdict(&advice, "lean"), FrameworkUse::Now);
    let lean = advice.frameworks.iter().find(|one| one.id == "lean").unwrap();
    assert!(!lean.against.is_empty(), "what speaks against it is shown as well");
}

#[test]
fn a_software_company_with_an_outsourced_desk_steers_its_supplier_first() {
    let advice = advise(&software_company());
    assert_eq!(advice.main, Main { extent: Extent::Selective, emphasis: Emphasis::Supply });
    assert!(led_by(advice.extent_reasons(), "providers", "desk"));
    assert!(led_by(advice.emphasis_reasons(), "providers", "desk"));
    assert!(led_by(advice.emphasis_reasons(), "pain", "suppliers"));

    let first = ["service-catalogue-management", "service-level-management", "supplier-management"];
    assert_eq!(first_wave(&advice), first);
    assert_eq!(advice.practices[0].carries, ["service-level-management"], "it comes first for what builds on it");
    assert_eq!(formality(&advice, "service-level-management"), Formality::Strict);
    assert_eq!(formality(&advice, "change-enablement"), Formality::Light);
    assert!(has(&advice.risks, "watermelon") && has(&advice.risks, "lost-knowledge"));
    assert!(has(&advice.people, "contract-owners") && has(&advice.costs, "contract-talks"));
    assert_eq!(verdict(&advice, "agile"), FrameworkUse::Now);
    assert_eq!(verdict(&advice, "iso-20000"), FrameworkUse::Now, "customers demand proof");
}

#[test]
fn all_four_are_told_different_things() {
    let all = [start_up(), bank(), authority(), software_company()].map(|answers| advise(&answers));
    for (at, one) in all.iter().enumerate() {
        for other in &all[at + 1..] {
            assert_ne!(one.main, other.main);
            assert_ne!(first_wave(one), first_wave(other));
        }
    }
}

#[test]
fn each_of_them_is_asked_fifteen_to_twenty_questions() {
    for answers in [start_up(), bank(), authority(), software_company()] {
        let advisor = advisor();
        let asked = advisor.asked(&answers);
        assert!((15..=20).contains(&asked.len()), "{}", asked.len());
        assert_eq!(advisor.next(&answers), None, "the profile answers all");
        assert_eq!(advise(&answers).answers, answers, "and all that it answers is asked");
        assert!(advise(&answers).assumptions.is_empty());
    }
}

#[test]
fn a_start_up_under_supervision_stays_small_but_is_told_of_proof() {
    let mut answers = start_up();
    answers.give("obligations", ["regulator"]);
    answers.give("outage", ["licence"]);
    let advice = advise(&answers);
    assert_eq!(advice.main.extent, Extent::Lightweight);
    assert!(has(&advice.strategy, "proof"));
    assert!(formality(&advice, "risk-management") > Formality::Light);
}

#[test]
fn cobit_on_paper_is_left_for_later_and_weighs_nothing() {
    let with = advise(&bank().with("governance", ["paper"]));
    let without = advise(&bank().with("frameworks", ["prince2"]));
    assert_eq!(verdict(&with, "cobit"), FrameworkUse::NotNow);
    let points = |advice: &Advice| advice.extents.iter().map(|one| (one.what, one.points)).collect::<Vec<_>>();
    assert_eq!(points(&with)[2], points(&without)[2]);
    assert!(with.extent_reasons().iter().any(|reason| reason.points < 0), "and this is shown");
}
