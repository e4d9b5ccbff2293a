//! The findings that a debrief begins with.

use super::{Code, Finding, Kind, Rules};

/// Users' minutes below which a finding is of band 1, 2, 3, 4. An ordinal is its own band.
const BANDS: [f64; 4] = [10.0, 60.0, 240.0, 960.0];
const HOW_MANY: usize = 3;
const OF_ONE_PRACTICE: usize = 2;

/// How much a finding weighs, 1 to 5: by minutes or ordinal, whichever is higher.
pub fn band(finding: &Finding) -> u8 {
    let minutes = BANDS.iter().filter(|bound| finding.minutes() >= **bound).count() as u8 + 1;
    minutes.max(finding.level.map_or(0, |level| level.0))
}

/// One strength, if there is any, then faults by band; strengths fill up where there are too few faults.
pub fn three<'a>(settled: &'a [Finding], rules: &Rules) -> Vec<&'a Finding> {
    let kind = |finding: &Finding| rules.get(finding.rule).map(|rule| rule.said.kind);
    let mut strengths = weightiest(settled.iter().filter(|finding| kind(finding) == Some(Kind::Strength)));
    let faults = weightiest(settled.iter().filter(|finding| kind(finding) == Some(Kind::Fault)));
    let rest = strengths.split_off(strengths.len().min(1));
    let mut chosen: Vec<&Finding> = vec![];
    for finding in strengths.into_iter().chain(faults).chain(rest) {
        if chosen.len() < HOW_MANY && alike(&chosen, finding.rule, rules) < OF_ONE_PRACTICE {
            chosen.push(finding);
        }
    }
    chosen
}

/// The highest band first; of equals the earlier one.
fn weightiest<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<&'a Finding> {
    let mut findings: Vec<_> = findings.collect();
    findings.sort_by_key(|finding| (u8::MAX - band(finding), finding.at, finding.rule));
    findings
}

fn alike(chosen: &[&Finding], code: Code, rules: &Rules) -> usize {
    let practice = |code| rules.get(code).map(|rule| rule.said.practice.as_str());
    chosen.iter().filter(|finding| practice(finding.rule) == practice(code)).count()
}
