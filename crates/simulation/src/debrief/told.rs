//! A finding, told: which rule, when, with which case, what followed, and the idea behind it.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{Told, words};
use crate::grading::{Claim, Code, Finding, Kind, Rule, Rules, Subject};
use crate::scenario::Key;
use crate::shift::{Shift, Truth};

/// Minutes from which they are told; what is less is none.
const WORTH_TELLING: f64 = 0.5;
/// Of how much of their work people "stand still" whom something holds up.
const ALL_OF_IT: f64 = 0.95;
/// In which order editions are told.
const EDITIONS: [&str; 3] = ["v3", "4", "5"];

/// `None` for a finding by a rule that the catalogue does not have.
pub(super) fn told(shift: &Shift, truth: &Truth, rules: &Rules, finding: &Finding) -> Option<Told> {
    let rule = rules.get(finding.rule)?;
    let begun = shift.begun(finding.at);
    let (case, case_title) = case(shift, finding);
    let minutes = (finding.minutes() >= WORTH_TELLING).then(|| finding.minutes());
    Some(Told {
        rule: finding.rule,
        strength: rule.said.kind == Kind::Strength,
        practice: words::practice(&rule.said.practice).to_owned(),
        title: rule.said.title.clone(),
        at: shift.local(shift.entry(begun).map_or(truth.from, |entry| entry.at)),
        case,
        case_title,
        followed: followed(finding, rule),
        minutes,
        level: finding.level.map(|level| level.0),
        good: rule.said.good.clone(),
        explains: explains(rule),
        misconception: rule.said.misconception.as_ref().and_then(|key| rules.misconceptions.get(key)).cloned(),
        concept: words::topic(&rule.said.practice).map(Key::new),
        act: shift.acts_before(finding.at),
        evidence: finding.evidence.clone(),
    })
}

/// The case that a finding is about, or in which its failure was first seen, and what it is called.
fn case(shift: &Shift, finding: &Finding) -> (Key, String) {
    let key = match &finding.subject {
        Subject::Failure(failure) => shift.first_case_of(failure).unwrap_or(failure),
        Subject::Case(key) | Subject::Promise(key) | Subject::Problem(key) | Subject::Change(key) => key,
    };
    let fault = || shift.fault_called(&finding.failure).map(str::to_owned);
    (key.clone(), shift.title_of(key).or_else(fault).unwrap_or_else(|| "The whole desk".to_owned()))
}

/// The idea in each edition's words, with how sure it is. What an edition teaches like another is told with its words.
fn explains(rule: &Rule) -> Vec<(String, String, String)> {
    let of = |edition: &&str| {
        let own = rule.said.explains.get(*edition)?;
        let like = own.like.as_ref().and_then(|like| rule.said.explains.get(like));
        let text = own.text.as_ref().or_else(|| like?.text.as_ref())?;
        Some(((*edition).to_owned(), text.clone(), own.confidence.clone()))
    };
    EDITIONS.iter().filter_map(of).collect()
}

/// What followed, in one sentence: a fact, and nobody's fault.
fn followed(finding: &Finding, rule: &Rule) -> String {
    if finding.minutes() >= WORTH_TELLING {
        return held_up(&finding.claims, rule.said.kind == Kind::Strength);
    }
    let raised = rule.said.weight.raised.as_ref().filter(|raised| Some(raised.level) == finding.level);
    match (finding.level, rule.said.kind) {
        (Some(_), _) if raised.is_some() => harm(finding.rule).to_owned(),
        (Some(_), _) if !rule.said.weight.reason.is_empty() => rule.said.weight.reason.clone(),
        (Some(level), Kind::Fault) => level_words(level.0).to_owned(),
        (_, Kind::Strength) => "How many working minutes it spared cannot be said.".to_owned(),
        (None, Kind::Fault) => "No working minute goes back to it in this shift.".to_owned(),
    }
}

/// What came of it in the graver case.
fn harm(rule: Code) -> &'static str {
    match rule {
        Code::Identity => "A stranger has an account now.",
        Code::Unreported => "Somebody else was harmed by the same afterwards.",
        Code::Unsafe => "Somebody has it now who is not who they said.",
        _ => "Somebody was harmed by it.",
    }
}

/// What an ordinal says of something that went without a loss this time.
fn level_words(level: u8) -> &'static str {
    match level {
        0 | 1 => "No working minute goes back to it in this shift; it is a matter of habit.",
        2 => "No working minute goes back to it in this shift; what it leaves behind misleads whoever comes next.",
        3 => "No working minute goes back to it in this shift; the next time it can break something.",
        4 => "No working minute goes back to it in this shift; what it risks is serious, and does not show in minutes.",
        _ => "Somebody is harmed by it, which no minutes tell.",
    }
}

/// How many, for how long, and how much of their work that was.
fn held_up(claims: &[Claim], spared: bool) -> String {
    let mut by_person: BTreeMap<&Key, (u32, TimeDelta)> = BTreeMap::new();
    for claim in claims {
        let person = by_person.entry(&claim.person).or_default();
        *person = (person.0.max(claim.stake.people), person.1 + (claim.to - claim.from));
    }
    let people: u32 = by_person.values().map(|(people, _)| *people).fold(0, u32::saturating_add);
    let spans: Vec<i64> = by_person.values().map(|(_, span)| words::whole(in_minutes(*span))).collect();
    let total = words::working_minutes(claims.iter().map(Claim::minutes).sum());
    let whole = claims.iter().all(|claim| claim.stake.share >= ALL_OF_IT);
    let alike = spans.iter().min() == spans.iter().max();
    let who = words::people(people);
    let span = words::minutes(by_person.values().next().map_or(0.0, |(_, span)| in_minutes(*span)));
    match (alike, whole, spared) {
        (true, true, false) => format!("{who} stood still {span} longer."),
        (true, true, true) => format!("{who} could work {span} sooner."),
        (true, false, false) => format!("{who} {} held up {span} longer: {total}.", were(people)),
        (true, false, true) => format!("{who} {} held up {span} less: {total}.", were(people)),
        (false, _, false) => format!("{who} {} held up longer: {total} in all.", were(people)),
        (false, _, true) => format!("{who} {} held up less: {total} in all.", were(people)),
    }
}

fn were(people: u32) -> &'static str {
    if people == 1 { "was" } else { "were" }
}

fn in_minutes(span: TimeDelta) -> f64 {
    span.num_seconds() as f64 / 60.0
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::scenario::Stake;

    fn claim(person: &str, minutes: i64, people: u32, share: f64) -> Claim {
        let from = DateTime::UNIX_EPOCH;
        let (case, failure) = (Key::new("case"), Key::new("failure"));
        let to = from + TimeDelta::minutes(minutes);
        Claim { case, person: Key::new(person), failure, from, to, stake: Stake { people, share } }
    }

    #[test]
    fn what_followed_is_a_fact_with_its_minutes() {
        assert_eq!(held_up(&[claim("jo", 6, 12, 1.0)], false), "Twelve people stood still 6 minutes longer.");
        assert_eq!(
            held_up(&[claim("a", 10, 1, 0.5)], false),
            "One person was held up 10 minutes longer: 5 working minutes."
        );
        let two = [claim("a", 10, 1, 0.5), claim("b", 4, 1, 1.0)];
        assert_eq!(held_up(&two, true), "Two people were held up less: 9 working minutes in all.");
    }
}
