//! Where a decision stands: open, set aside, sound, or wanting something.

use std::collections::BTreeSet;

use super::answer::{Answer, Person, is_blank};
use super::check::{Check, Code, Weight};
use super::decision::{Decision, Kind};
use super::plan::Plan;
use super::walked::Walk;

/// What a check asks of a record, told by the workspace that has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its title.
    pub title: String,
    /// Its state: one of its kind's; empty if the kind has none.
    pub state: String,
    /// The ids of its kind's fields that are filled.
    pub fields: BTreeSet<String>,
    /// Whether somebody answers for it; of a change: whether it is assigned.
    pub has_owner: bool,
    /// Of an agreement: its shortest resolution time in minutes. Of an improvement: its target.
    pub target: Option<u64>,
    /// Of an agreement: whether it is agreed and has no gap beneath it.
    pub is_covered: bool,
}

/// Where a decision stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is decided.
    Open,
    /// It is set aside, with a reason.
    Aside,
    /// It is decided, and every check holds.
    Sound,
    /// It is decided, and these checks do not hold: first what must.
    Wanting(Vec<Finding>),
}

impl Standing {
    /// Whether nothing is left to do: it holds, or was set aside.
    pub fn is_settled(&self) -> bool {
        matches!(self, Standing::Sound | Standing::Aside)
    }
}

/// A check that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it counts.
    pub weight: Weight,
    /// What to do about it.
    pub says: String,
}

/// What is known of a record, by its reference; `None` if it is gone.
type Look<'a> = &'a dyn Fn(&str) -> Option<Facts>;

impl Plan {
    /// Where a decision of a walk stands. `look` tells what is known of a record, or `None` if it is gone. An answer of
    /// another form than the decision takes counts as none, and so does one set aside that may not be.
    pub fn standing(&self, walk: &Walk, decision: &Decision, look: &dyn Fn(&str) -> Option<Facts>) -> Standing {
        let findings = match walk.answer(&decision.id) {
            Some(Answer::Aside(why)) if self.set_aside.allows(&decision.id) => {
                if words(why) >= self.set_aside.at_least_words {
                    return Standing::Aside;
                }
                vec![Finding { weight: Weight::Must, says: self.set_aside.says.clone() }]
            }
            Some(answer) if decision.kind.takes(answer) => {
                let case = Case { plan: self, walk, decision, answer, look };
                let failing = decision.checks.iter().filter(|check| !case.holds(&check.code));
                let mut findings: Vec<Finding> = failing.map(finding).collect();
                findings.sort_by_key(|finding| finding.weight);
                findings
            }
            _ => return Standing::Open,
        };
        if findings.is_empty() { Standing::Sound } else { Standing::Wanting(findings) }
    }
}

fn finding(check: &Check) -> Finding {
    Finding { weight: check.weight, says: check.says.clone() }
}

/// An answer that is looked at, and what it is compared with.
struct Case<'a> {
    plan: &'a Plan,
    walk: &'a Walk,
    decision: &'a Decision,
    answer: &'a Answer,
    look: Look<'a>,
}

impl Case<'_> {
    /// Whether a check holds. One that cannot look at this answer, or compares with a decision that is open or set
    /// aside, rests: it holds.
    fn holds(&self, code: &Code) -> bool {
        match (code, self.answer) {
            (Code::NotEmpty, answer) => !answer.is_empty(),
            (Code::OneOf, Answer::Choice(id)) => match &self.decision.kind {
                Kind::Choice(ways) => ways.iter().any(|way| way.id == *id),
                _ => true,
            },
            (Code::AtLeastWords(least), Answer::Text(text)) => words(text) >= *least,
            (Code::AtLeastEntries(least), Answer::List(lines)) => {
                lines.iter().filter(|line| !is_blank(line)).count() >= *least
            }
            (Code::AtLeastEntries(least), Answer::People(people)) => named(people).count() >= *least,
            (Code::HasNumber, Answer::Text(text)) => has_digit(text),
            (Code::HasNumber, Answer::List(lines)) => lines.iter().any(|line| has_digit(line)),
            (Code::AtLeast(least), Answer::Number(number)) => number >= least,
            (Code::Below(other), Answer::Number(number)) => self.number(other).is_none_or(|other| *number < other),
            (Code::NotBelow(other), Answer::Number(number)) => self.number(other).is_none_or(|other| *number >= other),
            (Code::After(None), Answer::Date(day)) => {
                self.walk.answered_on(&self.decision.id).is_none_or(|on| *day > on)
            }
            (Code::After(Some(other)), Answer::Date(day)) => match self.other(other) {
                Some(Answer::Date(other)) => day > other,
                _ => true,
            },
            (Code::DiffersFrom(other), Answer::Text(text)) => match self.other(other) {
                Some(Answer::Text(other)) => folded(text) != folded(other),
                _ => true,
            },
            (Code::IncludesOneOf(other), Answer::People(people)) => match self.other(other) {
                Some(Answer::People(others)) => {
                    let others: BTreeSet<String> = named(others).collect();
                    named(people).any(|name| others.contains(&name))
                }
                _ => true,
            },
            (_, Answer::Records(refs)) => self.recorded(code, refs),
            _ => true,
        }
    }

    /// Whether a check of records holds. Those that are gone count for nothing; without any, none of them holds.
    fn recorded(&self, code: &Code, refs: &[String]) -> bool {
        let all_of = |refs: &[String], holds: &dyn Fn(&Facts) -> bool| {
            let found: Vec<Facts> = refs.iter().filter_map(|one| (self.look)(one)).collect();
            !found.is_empty() && found.iter().all(holds)
        };
        match code {
            Code::RecordExists => all_of(refs, &|_| true),
            Code::RecordInState(state) => all_of(refs, &|facts| has_reached(&facts.state, state)),
            Code::HasField(field) => all_of(refs, &|facts| facts.fields.contains(field)),
            Code::MentionsOwner => all_of(refs, &|facts| facts.has_owner),
            Code::TargetEquals(other) => {
                self.number(other).is_none_or(|other| all_of(refs, &|facts| facts.target == Some(other)))
            }
            Code::Covers(other) => match self.other(other) {
                Some(Answer::Records(refs)) => all_of(refs, &|facts| facts.is_covered),
                _ => true,
            },
            _ => true,
        }
    }

    /// The answer of another decision, if it has one of its own form.
    fn other(&self, id: &str) -> Option<&Answer> {
        let decision = self.plan.decision(id)?;
        self.walk.answer(id).filter(|answer| decision.kind.takes(answer))
    }

    fn number(&self, id: &str) -> Option<u64> {
        match self.other(id) {
            Some(Answer::Number(number)) => Some(*number),
            _ => None,
        }
    }
}

/// Whether a record is where it should be. One that has its day of publishing is as good as published, since nothing is
/// left to do; and a service is launched only with a published entry.
fn has_reached(state: &str, wanted: &str) -> bool {
    state == wanted || (wanted == "published" && matches!(state, "scheduled" | "launched"))
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn has_digit(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

/// A text without case, and with single blanks only.
fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names of people, as they are compared.
fn named(people: &[Person]) -> impl Iterator<Item = String> {
    people.iter().map(|person| person.who.trim().to_lowercase()).filter(|name| !name.is_empty())
}
