//! What a real desk refuses, and what cannot be done as things stand. Poor judgement is not refused.

use super::super::play::{Refused, Shift, refuse};
use super::super::state::{CaseState, Phase};
use super::super::{Act, Logged};
use crate::scenario::{ChangeIs, Channel, Key, LinkKind};

/// Minutes before the end from which one may hand over.
const HANDOVER: i64 = 15;

impl Shift {
    /// Whether something may be begun now.
    pub(crate) fn check(&self, act: &Act) -> Result<(), Refused> {
        if !self.plan.files.scenario.you.may(act.name()) {
            return refuse("This is not part of this shift.");
        }
        self.check_stage(act)?;
        self.check_case(act)?;
        self.check_kind(act)
    }

    fn check_stage(&self, act: &Act) -> Result<(), Refused> {
        let (ends, now) = (self.plan.to, self.kernel.now());
        if self.is_closing() && !matches!(act, Act::Handover { .. } | Act::Finish) {
            return refuse("The shift has come to its end. Hand over what is open.");
        }
        match act {
            Act::Handover { .. } if ends.since(now).num_minutes() > HANDOVER => {
                refuse("It is too early: what you hand over now would be old by then.")
            }
            Act::CarryOn | Act::Leave if self.busy.is_none() => refuse("Nothing was interrupted."),
            Act::Answer { contact } if self.busy.is_some() => {
                let phase = self.state.cases.get(contact).map(|case| case.phase);
                let rings = matches!(phase, Some(Phase::Ringing { .. }));
                if rings { Ok(()) } else { refuse("Carry on or leave what was interrupted first.") }
            }
            Act::CarryOn | Act::Leave | Act::Finish => Ok(()),
            _ if self.busy.is_some() => refuse("Answer, carry on, or leave what was interrupted first."),
            Act::Wait { until: Some(time) } if self.plan.at(*time) <= now => refuse("That time is over."),
            Act::Promise { until, .. } if self.plan.at(*until) <= now => {
                refuse("A promise needs a time that is still to come.")
            }
            _ => Ok(()),
        }
    }

    fn check_case(&self, act: &Act) -> Result<(), Refused> {
        let Some(key) = act.case() else { return Ok(()) };
        if self.state.changes.contains_key(key) {
            return Ok(());
        }
        if self.state.problems.contains_key(key) {
            let looks = matches!(act, Act::Diagnose { .. } | Act::Search { .. } | Act::Fix { .. });
            return if looks {
                refuse("Look at one of its incidents: that is where something can be seen.")
            } else {
                Ok(())
            };
        }
        let Some(case) = self.state.cases.get(key).filter(|case| case.has_come()) else {
            return refuse("There is nothing of that name at the desk.");
        };
        if matches!(case.phase, Phase::Ringing { .. }) && !matches!(act, Act::Answer { .. }) {
            return refuse("Turn to them first.");
        }
        let unread = case.phase == Phase::Unread && !matches!(act, Act::Answer { .. } | Act::Open { .. });
        if unread && case.planned.channel != Channel::Monitoring {
            return refuse("Read it first.");
        }
        Ok(())
    }

    /// Whether one's own team does a fix.
    pub(crate) fn is_own(&self, fix: &Key) -> bool {
        let you = &self.plan.files.scenario.you.team;
        self.plan.files.pool.fixes.get(fix).is_some_and(|form| form.by.contains(you) && form.supplier.is_none())
    }

    /// The case whose record a team is asked by: news belong to the record that they are about.
    pub(crate) fn asked_for(&self, key: &Key) -> Key {
        let about = self.state.cases.get(key).and_then(|case| case.planned.about.clone());
        about.filter(|_| self.records.record(key).is_none()).unwrap_or_else(|| key.clone())
    }

    /// The case of an act that has one.
    fn of(&self, key: &Key) -> Result<&CaseState, Refused> {
        self.state.cases.get(key).ok_or_else(|| Refused("There is nothing of that name at the desk.".to_owned()))
    }

    fn check_kind(&self, act: &Act) -> Result<(), Refused> {
        let pool = &self.plan.files.pool;
        let you = &self.plan.files.scenario.you.team;
        match act {
            Act::Answer { contact } => match self.of(contact)?.phase {
                Phase::Ringing { .. } => Ok(()),
                Phase::Unread if self.of(contact)?.planned.channel == Channel::Chat => Ok(()),
                Phase::Unread => refuse("Nobody rings any more: read what they left."),
                _ => refuse("You have turned to them already."),
            },
            Act::Ask { contact, question } => {
                self.check_person(contact)?;
                if pool.questions.contains_key(question) { Ok(()) } else { refuse("There is no such question.") }
            }
            Act::Verify { contact, .. } | Act::Reply { contact, .. } | Act::Promise { contact, .. } => {
                self.check_person(contact)
            }
            Act::Confirm { contact } => {
                self.check_person(contact)?;
                let tried = !self.of(contact)?.tried.is_empty() || !self.of(contact)?.met.is_empty();
                let linked = self.links_of(contact);
                let linked = linked.iter().any(|(kind, _)| matches!(kind, LinkKind::Parent | LinkKind::Duplicate));
                if tried || linked || self.of(contact)?.returned > 0 {
                    Ok(())
                } else {
                    refuse("Nothing has been done yet that they could try.")
                }
            }
            Act::Log { contact, kind, offer, .. } => self.check_log(contact, *kind, offer.as_ref()),
            Act::Diagnose { diagnostic, .. } => match pool.diagnostics.get(diagnostic) {
                Some(look) if look.by.contains(you) => Ok(()),
                Some(_) => refuse("Your team cannot look at that: another one can."),
                None => refuse("There is nothing of that name to look at."),
            },
            Act::Fix { case, fix } => match pool.fixes.get(fix) {
                Some(_) if self.is_own(fix) => Ok(()),
                // Another team is asked to: by the record, or by the one that news are about.
                Some(_) => self.check_record(&self.asked_for(case)),
                None => refuse("There is nothing of that name to do."),
            },
            Act::Fulfil { case, task } => self.check_task(case, task),
            Act::Amend { case, .. } | Act::Hold { case, .. } | Act::Nudge { case } => self.check_record(case),
            Act::Resolve { case, .. } | Act::Cancel { case, .. } if self.state.problems.contains_key(case) => refuse(
                "Whether its cause is gone shows in the days to come: it stays open, with its workaround or its change.",
            ),
            Act::Resolve { case, .. } | Act::Cancel { case, .. } => {
                self.check_record(case)?;
                if self.records.is_open(case) { Ok(()) } else { refuse("It is not open any more.") }
            }
            Act::Reopen { case, .. } => match self.records.state_word(case) {
                Some("resolved") => Ok(()),
                Some("cancelled") => {
                    refuse("What was cancelled stays so: reply, and give it to whoever can see to it.")
                }
                _ => refuse("Only what is resolved can be taken up again."),
            },
            Act::Assign { case, team } => {
                if !self.plan.teams.contains_key(team) {
                    return refuse("There is no such team.");
                }
                if self.is_event(case) {
                    return refuse("That is only an event so far: log it as an incident first.");
                }
                self.check_record(case)?;
                if self.records.is_open(case) { Ok(()) } else { refuse("It is not open any more.") }
            }
            Act::Swarm { case, teams } => {
                if teams.is_empty() {
                    return refuse("Choose the teams that look together.");
                }
                self.check_record(case)
            }
            Act::Link { case, to, .. } if case == to => refuse("It cannot be linked to itself."),
            Act::Link { case, .. } if self.is_event(case) => {
                refuse("This is only an event so far: log it as an incident first.")
            }
            Act::Link { kind: LinkKind::Parent | LinkKind::Duplicate, to, .. }
                if self.state.problems.contains_key(to) =>
            {
                refuse("That is a problem: link it as what is behind this.")
            }
            Act::Link { kind: LinkKind::Parent | LinkKind::Duplicate, to, .. } if self.is_event(to) => {
                refuse("That is only an event so far: log it as an incident first.")
            }
            Act::Link { kind: LinkKind::CausedBy, to, .. } if !self.state.changes.contains_key(to) => {
                refuse("Choose the change that caused it.")
            }
            Act::Link { kind: LinkKind::Problem, to, .. } if !self.state.problems.contains_key(to) => {
                refuse("Choose a problem, or raise one first.")
            }
            Act::Link { to, .. } => {
                let known = self.records.record(to).is_some() || self.state.problems.contains_key(to);
                if known { Ok(()) } else { refuse("Log the other one first: a link joins two records.") }
            }
            Act::Problem { from } => {
                if from.is_empty() {
                    return refuse("Choose the incidents that it comes from.");
                }
                from.iter().try_for_each(|key| self.check_record(key))
            }
            Act::Article { case } if self.state.problems.contains_key(case) => {
                refuse("Write it from one of its incidents: there is what was seen and what helped.")
            }
            Act::Article { case } | Act::Improve { case } | Act::Change { case, .. } => self.check_known(case),
            Act::Major { case } => {
                self.check_record(case)?;
                if self.state.major.is_some() { refuse("One major incident runs already.") } else { Ok(()) }
            }
            Act::Standdown { case } if self.state.major.as_ref() != Some(case) => refuse("It is not a major incident."),
            Act::AskApproval { case, person } => self.check_approval(case, person),
            Act::Assess { change, .. } => self.check_change(change, &[ChangeIs::Proposed]),
            Act::Implement { change } => {
                let waits = self
                    .state
                    .changes
                    .get(change)
                    .is_some_and(|change| matches!(change.is, ChangeIs::Proposed | ChangeIs::Postponed));
                if waits {
                    return refuse("It is not authorised: the change authority has to say yes first.");
                }
                self.check_change(change, &[ChangeIs::Authorised])?;
                let runs = self.state.changes.get(change).is_some_and(|change| change.running.is_some());
                if runs { refuse("It is being carried out.") } else { Ok(()) }
            }
            Act::Backout { change } => self.check_change(change, &[ChangeIs::Done]),
            Act::Review { change, .. } => self.check_change(change, &[ChangeIs::Done, ChangeIs::BackedOut]),
            Act::Supplier { supplier, .. } | Act::Press { supplier, .. } => {
                if pool.suppliers.contains_key(supplier) {
                    Ok(())
                } else {
                    refuse("There is no such supplier.")
                }
            }
            Act::Escalate { person, .. } => {
                if pool.people.contains_key(person) {
                    Ok(())
                } else {
                    refuse("There is nobody of that name.")
                }
            }
            _ => Ok(()),
        }
    }

    fn is_event(&self, key: &Key) -> bool {
        self.records.kind_of(key) == Some(super::super::view::RecordKind::Event)
    }

    fn check_person(&self, key: &Key) -> Result<(), Refused> {
        let case = self.of(key)?;
        let person = self.plan.files.pool.people.get(&case.planned.who);
        if case.lost && person.is_some_and(|person| person.stranger) {
            return refuse("They have hung up, and left no number.");
        }
        if case.planned.channel == Channel::Team {
            return refuse("A team tells you something: what you do about it is your answer.");
        }
        if person.is_none_or(|person| person.account) {
            refuse("There is nobody to talk to: it came from a tool.")
        } else {
            Ok(())
        }
    }

    fn check_record(&self, key: &Key) -> Result<(), Refused> {
        if self.records.record(key).is_some() { Ok(()) } else { refuse("Log it first: there is no record yet.") }
    }

    fn check_known(&self, key: &Key) -> Result<(), Refused> {
        if self.records.record(key).is_some() || self.state.problems.contains_key(key) {
            Ok(())
        } else {
            refuse("Log it first: there is no record yet.")
        }
    }

    fn check_log(&self, key: &Key, kind: Logged, offer: Option<&Key>) -> Result<(), Refused> {
        let case = self.of(key)?;
        if !case.belongs_to.is_empty() {
            return refuse("It is part of another record already: go on there.");
        }
        if case.logged.is_some() {
            return refuse("It is logged already; correct it, if it is something else.");
        }
        if case.planned.channel == Channel::Team {
            return refuse("News belong to the record that they are about.");
        }
        match (kind, offer) {
            (Logged::Request, None) => refuse("What is asked for? Choose it from what is offered."),
            (Logged::Request, Some(offer)) if !self.plan.files.pool.offers.contains_key(offer) => {
                refuse("Nothing of that name is offered.")
            }
            (Logged::Event, _) if case.planned.channel != Channel::Monitoring => {
                refuse("Somebody wants something: an event comes from a tool.")
            }
            _ => Ok(()),
        }
    }

    fn check_task(&self, key: &Key, task: &Key) -> Result<(), Refused> {
        let case = self.of(key)?;
        if case.logged != Some(Logged::Request) {
            return refuse("Only a request has steps.");
        }
        let offer = case.ordered.as_ref().and_then(|offer| self.plan.files.pool.offers.get(offer));
        let step = offer.and_then(|offer| offer.tasks.iter().find(|step| step.key == *task));
        match step {
            None => refuse("This request has no such step."),
            Some(_) if case.tasks.contains(task) => refuse("It is done already."),
            Some(step) if step.team != self.plan.files.scenario.you.team => {
                refuse("Another team does this step: assign it.")
            }
            Some(_) => Ok(()),
        }
    }

    fn check_approval(&self, key: &Key, person: &Key) -> Result<(), Refused> {
        if self.plan.files.pool.people.get(person).is_none_or(|person| person.account || person.stranger) {
            return refuse("There is nobody of that name to ask.");
        }
        let case = self.of(key)?;
        if self.records.record(key).is_some() && !self.records.is_open(key) {
            return refuse("It is not open any more.");
        }
        if case.logged != Some(Logged::Request) {
            return refuse("Only a request needs an approval.");
        }
        match &case.approval {
            Some(asked) if asked.answer.is_none() => refuse("They were asked, and have not answered yet."),
            _ => Ok(()),
        }
    }

    fn check_change(&self, key: &Key, is: &[ChangeIs]) -> Result<(), Refused> {
        match self.state.changes.get(key) {
            None => refuse("There is no such change."),
            Some(change) if is.contains(&change.is) => Ok(()),
            Some(_) => refuse("As the change stands now, that cannot be done."),
        }
    }
}
