//! What the company's records tell of how well its practices are established.

use workspace::maturity_counts::{Code, Count, counts};

use super::*;

/// Fewer cases say nothing to whoever assesses.
const LEAST_CASES: usize = 5;

#[test]
fn its_records_tell_something_of_most_practices() {
    let told = counts(company(), Code::ALL, last_morning());
    let says_something = |count: &Count| match count {
        Count::Share(share) => share.whole >= LEAST_CASES,
        Count::Number(_) => true,
    };
    let telling = told.iter().filter(|(_, count)| says_something(count)).count();
    assert!(telling >= 15, "{telling}: {told:#?}");
    for (code, count) in &told {
        assert!(!matches!(count, Count::Share(share) if share.part > share.whole || share.whole == 0), "{code:?}");
    }
}
