//! Leaves each lost minute with one finding, and of opposite or yielding findings one.

use super::spans::{Stretch, without};
use super::{Claim, Finding, Kind, Rule, Rules};

/// Settles findings by `docs/grading.md`, "No minute counted twice". Strengths are kept in a book of their own.
pub fn settle(found: Vec<Finding>, rules: &Rules) -> Vec<Finding> {
    let mut found: Vec<_> = found.into_iter().filter(|finding| rules.get(finding.rule).is_some()).collect();
    found.sort_by(|one, other| (one.at, one.rule, &one.subject).cmp(&(other.at, other.rule, &other.subject)));
    let yielded = give_way(found, rules);
    let (faults, strengths): (Vec<_>, Vec<_>) =
        yielded.into_iter().partition(|finding| kind(finding, rules) == Some(Kind::Fault));
    let mut settled = first_keeps(faults);
    settled.extend(first_keeps(strengths));
    settled.sort_by_key(|finding| (finding.at, finding.rule));
    without_opposites(settled, rules)
}

fn kind(finding: &Finding, rules: &Rules) -> Option<Kind> {
    rules.get(finding.rule).map(|rule| rule.said.kind)
}

/// Each gives way to the rules that its own rule yields to: its minutes, or, of ordinals, all of it.
fn give_way(found: Vec<Finding>, rules: &Rules) -> Vec<Finding> {
    let yields = |finding: &Finding| rules.get(finding.rule).map_or(&[][..], |rule: &Rule| &rule.yields);
    let mut left = vec![];
    for finding in &found {
        let before: Vec<&Finding> = found.iter().filter(|other| yields(finding).contains(&other.rule)).collect();
        if finding.claims.is_empty() && before.iter().any(|other| finding.subject.key() == other.subject.key()) {
            continue;
        }
        let mut finding = finding.clone();
        let had = !finding.claims.is_empty();
        finding.claims = less(&finding.claims, before.iter().flat_map(|other| &other.claims));
        if !had || !finding.claims.is_empty() || finding.level.is_some() {
            left.push(finding);
        }
    }
    left
}

/// Whether two findings are about the same record, contact or promise.
fn same_matter(one: &Finding, other: &Finding) -> bool {
    one.subject.key() == other.subject.key() || one.failure == other.failure
}

/// What is left of claims without others.
fn less<'a>(claims: &[Claim], others: impl Iterator<Item = &'a Claim> + Clone) -> Vec<Claim> {
    let left = |claim: &Claim| {
        let cut: Vec<Stretch> =
            others.clone().filter(|other| claim.same_people(other)).map(|other| (other.from, other.to)).collect();
        without((claim.from, claim.to), &cut)
            .into_iter()
            .map(|(from, to)| Claim { from, to, ..claim.clone() })
            .collect()
    };
    claims.iter().flat_map(|claim| -> Vec<Claim> { left(claim) }).collect()
}

/// In the order of their decisive entries each keeps what no earlier one has. One that keeps nothing and has no level
/// of its own becomes a part of the first that has of its minutes.
fn first_keeps(found: Vec<Finding>) -> Vec<Finding> {
    let mut settled: Vec<Finding> = vec![];
    for mut finding in found {
        let had = std::mem::take(&mut finding.claims);
        for claim in &had {
            let taken = settled.iter().flat_map(|earlier| &earlier.claims).chain(&finding.claims);
            let left = less(std::slice::from_ref(claim), taken);
            finding.claims.extend(left);
        }
        if had.is_empty() || !finding.claims.is_empty() || finding.level.is_some() {
            settled.push(finding);
        } else if let Some(owner) = settled.iter_mut().find(|earlier| overlap(&earlier.claims, &had)) {
            owner.parts.push(finding.rule);
        }
    }
    settled
}

fn overlap(one: &[Claim], other: &[Claim]) -> bool {
    one.iter().any(|mine| {
        other.iter().any(|theirs| mine.same_people(theirs) && mine.from < theirs.to && theirs.from < mine.to)
    })
}

/// A strength goes where its opposite was found about the same; of two opposite faults the one with more minutes stays.
fn without_opposites(found: Vec<Finding>, rules: &Rules) -> Vec<Finding> {
    let opposite = |one: &Finding, other: &Finding| {
        let mirrors = |from: &Finding, to: &Finding| rules.get(from.rule).and_then(|rule| rule.mirror) == Some(to.rule);
        (mirrors(one, other) || mirrors(other, one)) && same_matter(one, other)
    };
    let loses = |index: usize, finding: &Finding| {
        found.iter().enumerate().any(|(place, other)| {
            opposite(finding, other)
                && match (kind(finding, rules), kind(other, rules)) {
                    (Some(Kind::Strength), Some(Kind::Fault)) => true,
                    (Some(Kind::Fault), Some(Kind::Strength)) => false,
                    _ => (other.minutes(), index) > (finding.minutes(), place),
                }
        })
    };
    let stays: Vec<bool> = found.iter().enumerate().map(|(index, finding)| !loses(index, finding)).collect();
    found.into_iter().zip(stays).filter(|(_, stays)| *stays).map(|(finding, _)| finding).collect()
}
