//! The words of the file.

use super::{TEXT, maturity};
use learning::maturity::Maturity;

#[test]
fn the_file_is_whole() {
    assert_eq!(maturity().faults(), Vec::<String>::new());
}

#[test]
fn the_seven_detailed_practices_and_six_more_can_be_assessed() {
    let ids: Vec<_> = maturity().practices.iter().map(|practice| practice.id.as_str()).collect();
    let detailed = [
        "continual-improvement",
        "change-enablement",
        "incident-management",
        "problem-management",
        "service-request-management",
        "service-desk",
        "service-level-management",
    ];
    assert!(detailed.iter().all(|id| ids.contains(id)));
    assert!(ids.len() >= 12);
}

#[test]
fn every_text_is_short_plain_and_ends() {
    for practice in &maturity().practices {
        assert_eq!(practice.name.to_lowercase().replace(' ', "-"), practice.id);
        for one in &practice.statements {
            for text in [&one.says, &one.evidence, &one.gap.why] {
                assert!(text.ends_with('.'), "{text}");
                assert!(text.split_whitespace().count() <= 40, "{text}");
                for sentence in text.split(['.', ':', ';']) {
                    assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
                }
            }
            let summary = &one.gap.summary;
            assert!(!summary.ends_with('.') && summary.split_whitespace().count() <= 14, "{summary}");
            for text in [&one.says, &one.evidence, &one.gap.summary, &one.gap.why] {
                assert!(!text.contains(['!', '<', '>', '*', '_', '"', '`']) && !text.contains("  "), "{text}");
            }
        }
    }
}

#[test]
fn levels_bear_names_of_our_own() {
    let taken = ["initial", "managed", "defined", "quantitatively managed", "optimizing", "optimising", "performed"];
    for level in &maturity().levels {
        assert!(!taken.contains(&level.name.to_lowercase().as_str()), "{}", level.name);
    }
}

#[test]
fn a_damaged_file_or_another_version_is_not_read() {
    assert_eq!(Maturity::read("{"), None);
    assert_eq!(Maturity::read(&TEXT.replacen("\"version\": 1", "\"version\": 2", 1)), None);
    assert_eq!(Maturity::read(&TEXT.replacen("\"level\": 5", "\"level\": 6", 1)), None);
    assert_eq!(Maturity::read(&TEXT.replacen("incidents-with-solution", "incidents-with-luck", 1)), None);
}
