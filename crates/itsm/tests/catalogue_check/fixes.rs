//! Laws of the mends.

use std::collections::BTreeSet;

use itsm::catalogue::Catalogue;
use itsm::catalogue::lint::{Finding, Level, Place, check};
use proptest::prelude::*;

use super::cases::CASES;
use super::good::{good, today};

fn musts(findings: &[Finding]) -> BTreeSet<(&'static str, Place)> {
    let musts = findings.iter().filter(|finding| finding.rule.level == Level::Must);
    musts.map(|finding| (finding.rule.code, finding.place)).collect()
}

fn mends(catalogue: &Catalogue) {
    let before = check(catalogue, today());
    for finding in &before {
        let Some(fix) = &finding.fix else { continue };
        let mut mended = catalogue.clone();
        fix.take(&mut mended);
        let after = check(&mended, today());
        let is_it = |other: &&Finding| {
            other.rule == finding.rule && other.place == finding.place && other.about == finding.about
        };
        assert!(!after.iter().any(|other| is_it(&other)), "{} stays: {:?}", finding.rule.code, fix.label);
        let new: Vec<_> = musts(&after).difference(&musts(&before)).copied().collect();
        assert!(new.is_empty(), "{} with “{}” brings {new:?}", finding.rule.code, fix.label);
    }
}

#[test]
fn a_mend_of_a_single_fault_mends_it() {
    for (_, spoil) in CASES {
        let mut catalogue = good();
        spoil(&mut catalogue);
        mends(&catalogue);
    }
}

#[test]
fn at_least_twenty_kinds_of_findings_can_be_mended_at_once() {
    let mut mended = BTreeSet::new();
    for (_, spoil) in CASES {
        let mut catalogue = good();
        spoil(&mut catalogue);
        let found = check(&catalogue, today());
        mended.extend(found.iter().filter(|finding| finding.fix.is_some()).map(|finding| finding.rule.code));
    }
    assert!(mended.len() >= 20, "{mended:?}");
}

#[test]
fn mending_again_and_again_comes_to_an_end() {
    for (code, spoil) in CASES {
        let mut catalogue = good();
        spoil(&mut catalogue);
        let mut presses = 0;
        while let Some(fix) = check(&catalogue, today()).into_iter().find_map(|finding| finding.fix) {
            fix.take(&mut catalogue);
            presses += 1;
            assert!(presses < 20, "{code}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]
    #[test]
    fn a_mend_takes_its_finding_away_and_adds_none_that_must_be_mended(
        mut faults in prop::collection::vec(0..CASES.len(), 1..6),
    ) {
        // The same fault twice would use a key twice, which no catalogue that is kept does.
        faults.sort_unstable();
        faults.dedup();
        // Who has no offering has nothing that could be wrong with it.
        faults.sort_by_key(|fault| CASES[*fault].0 == "no-offering");
        let mut catalogue = good();
        faults.iter().for_each(|fault| CASES[*fault].1(&mut catalogue));
        mends(&catalogue);
    }
}
