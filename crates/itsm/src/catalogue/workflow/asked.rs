//! Who is really asked, once it is known who orders.

use crate::approval::Rule;
use crate::catalogue::workflow::Approver;
use crate::ids::PersonId;
use crate::refusal::Refusal;

/// The people around an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circle {
    /// Who orders.
    pub requester: PersonId,
    /// For whom, if it is somebody else.
    pub beneficiary: Option<PersonId>,
    /// Who decides for them.
    pub manager: Option<PersonId>,
    /// Who answers for the service.
    pub owner: Option<PersonId>,
}

impl Circle {
    /// Whether a person may have a say: an approval is a second pair of eyes.
    fn may_decide(&self, person: PersonId) -> bool {
        person != self.requester && self.beneficiary != Some(person)
    }

    /// Who is asked in the place of an approver. Nobody approves their own: where the owner orders from their own
    /// service, their manager decides, who answers for what the owner spends; where a named person orders, the owner of
    /// the service decides, and after them the manager. A manager is never replaced, as whoever orders names them.
    fn seat(&self, approver: Approver) -> Result<PersonId, Refusal> {
        match approver {
            Approver::Person(person) if self.may_decide(person) => Ok(person),
            Approver::Person(_) | Approver::Owner if self.owner.is_some_and(|owner| self.may_decide(owner)) => {
                self.owner.ok_or(NO_OWNER)
            }
            Approver::Owner if self.owner.is_none() => Err(NO_OWNER),
            Approver::Person(_) | Approver::Owner | Approver::Manager => match self.manager {
                Some(manager) if self.may_decide(manager) => Ok(manager),
                Some(_) => Err(Refusal::Invalid {
                    field: "manager",
                    because: "nobody approves their own; name the person who decides for you",
                }),
                None => Err(Refusal::Missing {
                    field: "manager",
                    because: "this order needs the approval of the person who decides for you; say who that is",
                }),
            },
        }
    }

    /// Who is asked in one step, each once, and how many of them must approve.
    ///
    /// # Errors
    /// Where nobody can be asked, or the manager is needed and not named.
    pub fn asked(&self, by: &[Approver], rule: Rule) -> Result<(Vec<PersonId>, Rule), Refusal> {
        let mut asked: Vec<PersonId> = Vec::new();
        let mut fault = None;
        for approver in by {
            match self.seat(*approver) {
                Ok(person) if asked.contains(&person) => {}
                Ok(person) => asked.push(person),
                // Where any one suffices, the others can decide.
                Err(NO_OWNER) if rule == Rule::Any => fault = Some(NO_OWNER),
                Err(refusal) => return Err(refusal),
            }
        }
        if asked.is_empty() {
            return Err(fault.unwrap_or(Refusal::Rule {
                rule: "an approval asks nobody",
                because: "it would never end; whoever writes the catalogue says first who decides",
            }));
        }
        let rule = match rule {
            Rule::Quorum(many) => {
                let most = u8::try_from(asked.len()).unwrap_or(u8::MAX);
                Rule::Quorum(many.clamp(1, most))
            }
            rule => rule,
        };
        Ok((asked, rule))
    }
}

/// The service has no owner to ask.
const NO_OWNER: Refusal = Refusal::Rule {
    rule: "nobody can give one of its approvals",
    because: "its workflow asks the owner, and there is none; whoever writes the catalogue names one",
};
