//! Each rule with a case that it must find and one that it must not, written as scripts of shifts.

mod changes;
mod desk;
mod incidents;
mod knowledge;
mod linking;
mod major;
mod measured;
mod problems;
mod promises;
mod requests;
mod script;
mod security;
mod settled;

use super::{Code, Finding, Rules, find};
use script::Played;

pub(super) fn rules() -> Rules {
    Rules::read(include_str!("../../../../../public/content/grading/rules.json")).unwrap()
}

fn found_in(code: Code, played: &Played) -> Vec<Finding> {
    let found = find(&played.entries, &played.truth, rules().get(code).unwrap());
    for finding in &found {
        assert!(finding.evidence.contains(&finding.at), "{code} rests on its decisive entry");
        assert!(finding.evidence.is_sorted() && !finding.evidence.is_empty(), "{code} has evidence in order");
        let last = played.entries.len() as u32;
        assert!(finding.evidence.iter().all(|id| id.0 < last), "{code} rests on entries that are there");
        assert!(finding.claims.iter().all(|claim| claim.from < claim.to), "{code} claims real stretches");
    }
    found
}

/// The one finding of a rule in a shift.
fn found(code: Code, scenario: &str, script: &str) -> Finding {
    let found = found_in(code, &script::played(scenario, script));
    assert_eq!(found.len(), 1, "{code}: {found:#?}");
    found.into_iter().next().unwrap()
}

/// Asks that a rule finds nothing.
fn nothing(code: Code, scenario: &str, script: &str) {
    let found = found_in(code, &script::played(scenario, script));
    assert!(found.is_empty(), "{code}: {found:#?}");
}

/// Users' minutes, to the minute.
fn minutes(finding: &Finding) -> f64 {
    libm::round(finding.minutes())
}
