//! Approvals: who is asked, what they say, and what follows from it. Changes and requests ask in the same way.
//!
//! One *round* asks some people at once under a rule; what needs one after the other (a manager, then the owner) has
//! several rounds, of which only the first undecided one is asked. A refusal decides at once, whatever the rule, and so
//! does the last approval that the rule needs: the others are then not asked any more.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::ids::PersonId;
use crate::refusal::Refusal;

/// How many of those who are asked must approve. Source: the usual choices of ServiceNow's and iTop's approvals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Every one of them.
    All,
    /// More than half.
    Majority,
    /// At least so many.
    Quorum(u8),
    /// Any one.
    Any,
}

/// What an approver said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// Whether they approve.
    pub approves: bool,
    /// Their reason; never blank for a refusal.
    pub because: Arc<str>,
    /// Who said it: the approver, or their delegate.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Some people who are asked at once. See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Whose word it is ("Line manager", "Change advisory board").
    pub name: Arc<str>,
    /// How many must approve.
    pub rule: Rule,
    /// Who is asked, each once.
    pub approvers: Vec<PersonId>,
    /// Who may answer in the place of an approver.
    pub delegates: BTreeMap<PersonId, PersonId>,
    /// What was said, by approver.
    pub votes: BTreeMap<PersonId, Vote>,
}

/// What a round has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Somebody has yet to answer.
    Asked,
    /// As many approve as the rule needs.
    Approved,
    /// Somebody refused.
    Refused,
}

impl Round {
    /// A round that nobody has answered.
    pub fn new(name: Arc<str>, rule: Rule, approvers: Vec<PersonId>) -> Self {
        Self { name, rule, approvers, delegates: BTreeMap::new(), votes: BTreeMap::new() }
    }

    /// How many approvals are needed: at least one, at most all who are asked.
    pub fn needed(&self) -> usize {
        let all = self.approvers.len();
        match self.rule {
            Rule::All => all,
            Rule::Majority => all / 2 + 1,
            Rule::Quorum(many) => usize::from(many).clamp(1, all.max(1)),
            Rule::Any => 1,
        }
    }

    /// How many have approved.
    pub fn approvals(&self) -> usize {
        self.votes.values().filter(|vote| vote.approves).count()
    }

    /// What it has come to.
    pub fn outcome(&self) -> Outcome {
        if self.votes.values().any(|vote| !vote.approves) {
            Outcome::Refused
        } else if !self.approvers.is_empty() && self.approvals() >= self.needed() {
            Outcome::Approved
        } else {
            Outcome::Asked
        }
    }

    /// The approvers that are still to answer; none once it is decided.
    pub fn waiting(&self) -> impl Iterator<Item = PersonId> {
        let is_open = self.outcome() == Outcome::Asked;
        self.approvers.iter().copied().filter(move |person| is_open && !self.votes.contains_key(person))
    }

    /// For whom `person` may answer now: themselves, or else somebody they stand in for.
    pub fn seat(&self, person: PersonId) -> Option<PersonId> {
        let stands_in = |seat: &PersonId| self.delegates.get(seat) == Some(&person);
        let own = self.waiting().find(|seat| *seat == person);
        own.or_else(|| self.waiting().find(stands_in))
    }

    /// Whether `person` may answer, for a record that `requester` asks for; gives the seat they answer for.
    pub fn may_answer(&self, person: PersonId, requester: PersonId) -> Result<PersonId, Refusal> {
        if person == requester {
            return Err(Refusal::Rule {
                rule: "nobody approves their own",
                because: "an approval is a second pair of eyes; ask another approver or their delegate",
            });
        }
        if self.outcome() != Outcome::Asked {
            return Err(Refusal::Rule {
                rule: "this approval is decided",
                because: "one more answer would change nothing; it would have to be asked for anew",
            });
        }
        self.seat(person).ok_or(Refusal::Rule {
            rule: "only those who are asked may answer",
            because: "you are not among the approvers that have yet to answer, nor a delegate of one",
        })
    }

    /// Notes an answer for a seat.
    pub(crate) fn answer(&mut self, seat: PersonId, vote: Vote) {
        self.votes.insert(seat, vote);
    }
}

/// What several rounds have come to: the first that is not approved decides.
pub fn outcome(rounds: &[Round]) -> Outcome {
    rounds.iter().map(Round::outcome).find(|outcome| *outcome != Outcome::Approved).unwrap_or(Outcome::Approved)
}

/// The round that is asked now.
pub fn asked(rounds: &[Round]) -> Option<(usize, &Round)> {
    let first = rounds.iter().enumerate().find(|(_, round)| round.outcome() != Outcome::Approved)?;
    (first.1.outcome() == Outcome::Asked).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u32) -> PersonId {
        PersonId::imported(number)
    }

    fn vote(approves: bool) -> Vote {
        Vote { approves, because: Arc::from("so"), by: person(1), at: DateTime::UNIX_EPOCH }
    }

    fn round(rule: Rule, votes: &[(u32, bool)]) -> Round {
        let mut round = Round::new(Arc::from("Board"), rule, (1..=4).map(person).collect());
        votes.iter().for_each(|(by, approves)| round.answer(person(*by), vote(*approves)));
        round
    }

    #[test]
    fn each_rule_needs_its_number_of_approvals() {
        let needed = [(Rule::All, 4), (Rule::Majority, 3), (Rule::Quorum(2), 2), (Rule::Quorum(9), 4), (Rule::Any, 1)];
        for (rule, needed) in needed {
            let votes: Vec<(u32, bool)> = (1..needed).map(|by| (by, true)).collect();
            assert_eq!(round(rule, &votes).outcome(), Outcome::Asked, "{rule:?}");
            let votes: Vec<(u32, bool)> = (1..=needed).map(|by| (by, true)).collect();
            assert_eq!(round(rule, &votes).outcome(), Outcome::Approved, "{rule:?}");
        }
    }

    #[test]
    fn a_refusal_decides_at_once_and_clears_the_queue() {
        let refused = round(Rule::Any, &[(2, false)]);
        assert_eq!((refused.outcome(), refused.waiting().count()), (Outcome::Refused, 0));
    }

    #[test]
    fn a_quorum_that_is_reached_clears_the_queue() {
        assert_eq!(round(Rule::Quorum(2), &[(1, true), (3, true)]).waiting().count(), 0);
    }

    #[test]
    fn nobody_approves_their_own_not_even_as_a_delegate() {
        let mut round = round(Rule::All, &[]);
        round.delegates.insert(person(2), person(9));
        assert!(matches!(
            round.may_answer(person(9), person(9)),
            Err(Refusal::Rule { rule: "nobody approves their own", .. })
        ));
        assert_eq!(round.may_answer(person(9), person(8)), Ok(person(2)));
        assert!(round.may_answer(person(7), person(8)).is_err());
    }

    #[test]
    fn only_the_first_undecided_round_is_asked() {
        let rounds = [round(Rule::Any, &[(1, true)]), round(Rule::Any, &[]), round(Rule::Any, &[])];
        assert_eq!(asked(&rounds).map(|(place, _)| place), Some(1));
        let refused = [round(Rule::Any, &[(1, false)]), round(Rule::Any, &[])];
        assert_eq!((asked(&refused), outcome(&refused)), (None, Outcome::Refused));
    }
}
