//! What holds for every rule.

use std::collections::BTreeSet;

use itsm::catalogue::lint::{Level, Place, check, check_service, rule, rules};
use itsm::catalogue::{Catalogue, Status};

use super::cases::CASES;
use super::good::{LAPTOP, WIFI, good, today};

#[test]
fn a_good_catalogue_is_clean() {
    assert_eq!(check(&good(), today()), Vec::new());
}

#[test]
fn an_empty_catalogue_is_clean() {
    assert_eq!(check(&Catalogue::default(), today()), Vec::new());
}

#[test]
fn every_rule_finds_its_case() {
    for (place, (code, spoil)) in CASES.iter().enumerate() {
        let mut catalogue = good();
        spoil(&mut catalogue);
        let found: Vec<_> = check(&catalogue, today()).iter().map(|finding| finding.rule.code).collect();
        assert!(found.contains(code), "case {place}, {code}: found {found:?}");
    }
}

#[test]
fn most_cases_are_found_by_their_rule_alone() {
    let alone = CASES.iter().filter(|(code, spoil)| {
        let mut catalogue = good();
        spoil(&mut catalogue);
        check(&catalogue, today()).iter().all(|finding| finding.rule.code == *code)
    });
    let many = alone.count();
    assert!(many * 10 >= CASES.len() * 7, "{many} of {}", CASES.len());
}

#[test]
fn every_rule_has_a_case_and_there_are_more_than_twenty_five() {
    let covered: BTreeSet<&str> = CASES.iter().map(|(code, _)| *code).collect();
    let all: BTreeSet<&str> = rules().map(|rule| rule.code).collect();
    assert_eq!(covered, all);
    assert!(all.len() > 25);
    assert_eq!(all.len(), rules().count(), "codes are told apart");
}

#[test]
fn every_rule_says_what_and_why_in_few_words() {
    for rule in rules() {
        let many = |text: &str| text.split_whitespace().count();
        assert!((2..=9).contains(&many(rule.title)), "{}: {}", rule.code, rule.title);
        assert!((5..=30).contains(&many(rule.reason)), "{}: {} words", rule.code, many(rule.reason));
        assert!(rule.reason.ends_with('.') && !rule.title.ends_with('.'), "{}", rule.code);
        assert!(!rule.reason.contains('!'), "{}", rule.code);
        assert!(rule.code.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{}", rule.code);
    }
}

#[test]
fn a_rule_is_found_by_its_code() {
    assert_eq!(rule("no-owner").unwrap().level, Level::Must);
    assert!(rule("nonsense").is_none());
}

#[test]
fn what_is_retired_or_rejected_is_left_in_peace() {
    for status in [Status::Retired, Status::Obsolete, Status::Rejected] {
        let mut catalogue = good();
        let laptop = catalogue.services.get_mut(&LAPTOP).unwrap();
        laptop.content.summary = "".into();
        laptop.status = status;
        let found = check(&catalogue, today());
        assert!(found.iter().all(|finding| finding.place.service() != Some(LAPTOP)), "{status:?}: {found:?}");
        assert!(check_service(&catalogue, LAPTOP, today()).is_empty());
    }
}

#[test]
fn the_check_of_one_service_finds_what_the_check_of_all_finds_there() {
    for (code, spoil) in CASES {
        let mut catalogue = good();
        spoil(&mut catalogue);
        let all = check(&catalogue, today());
        for id in [LAPTOP, WIFI] {
            let here = check_service(&catalogue, id, today());
            let there: Vec<_> = all.iter().filter(|finding| finding.place.service() == Some(id)).cloned().collect();
            assert_eq!(here.len(), there.len(), "{code}");
            assert!(there.iter().all(|finding| here.contains(finding)), "{code}");
        }
    }
}

#[test]
fn every_place_has_words() {
    for (code, spoil) in CASES {
        let mut catalogue = good();
        spoil(&mut catalogue);
        for finding in check(&catalogue, today()) {
            assert!(!finding.place.words(&catalogue).is_empty(), "{code}");
            if let Place::Service(id, part) = finding.place {
                assert!(part.offering().is_none_or(|key| catalogue.offering(id, key).is_some()), "{code}");
            }
        }
    }
}

#[test]
fn a_promise_counts_from_the_approval_so_the_time_of_approvals_breaks_none() {
    use itsm::catalogue::workflow::{StepKind, When};
    let mut catalogue = good();
    let offering = &mut catalogue.services.get_mut(&LAPTOP).unwrap().content.offerings[0];
    let approval = &mut offering.workflow.steps[0];
    approval.when = When::Always;
    let StepKind::Approval { takes, .. } = &mut approval.what else { panic!("an approval") };
    *takes = chrono::TimeDelta::hours(400);
    assert_eq!(check(&catalogue, today()), Vec::new());
}
