//! Whether a condition holds.

use super::Act;
use super::play::Shift;
use crate::scenario::{ChangeIs, Condition, FaultIs, Field, Key, LocalTime, PromiseIs, Value};

/// The times of the clock that a condition looks at.
pub(super) fn clocks(condition: &Condition, times: &mut Vec<LocalTime>) {
    match condition {
        Condition::All(of) => of.all.iter().for_each(|part| clocks(part, times)),
        Condition::Any(of) => of.any.iter().for_each(|part| clocks(part, times)),
        Condition::Not(of) => clocks(&of.not, times),
        Condition::Clock(of) => times.push(of.clock),
        _ => {}
    }
}

impl Shift {
    /// Whether a condition holds now.
    pub(super) fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::All(of) => of.all.iter().all(|part| self.holds(part)),
            Condition::Any(of) => of.any.iter().any(|part| self.holds(part)),
            Condition::Not(of) => !self.holds(&of.not),
            Condition::Clock(of) => self.kernel.now() >= self.plan.at(of.clock),
            Condition::Did(of) => self.was_done(of),
            Condition::Ticket(of) => self.ticket_is(of),
            Condition::Linked(of) => self.is_linked(of),
            Condition::Fault(of) => self.fault_is(&of.fault, of.is),
            Condition::Known(of) => self.state.known.contains(&of.known),
            Condition::Promise(of) => self.promise_is(&of.promise) == of.is,
            Condition::Met(of) => {
                self.state.cases.get(&of.met).is_some_and(|case| !case.met.is_empty() && !case.is_unmet())
            }
            Condition::Mood(of) => self.state.people.get(&of.mood).is_some_and(|person| person.mood < of.below),
            Condition::Change(of) => self.change_stands(&of.change, of.is),
            Condition::Handed(of) => self.was_handed(&of.handed),
            Condition::Temperature(of) => self.degrees(&of.temperature).is_some_and(|warm| warm >= of.at_least),
        }
    }

    fn fault_is(&self, fault: &Key, is: FaultIs) -> bool {
        self.state.faults.get(fault).is_some_and(|fault| fault.is == is)
    }

    fn change_stands(&self, change: &Key, is: ChangeIs) -> bool {
        self.state.changes.get(change).is_some_and(|change| match is {
            // What was carried out after it was authorised has been authorised.
            ChangeIs::Authorised => change.is == is || change.was_authorised && change.running.is_some(),
            ChangeIs::Done => matches!(change.is, ChangeIs::Done | ChangeIs::Reviewed),
            _ => change.is == is,
        })
    }

    pub(super) fn promise_is(&self, key: &Key) -> PromiseIs {
        self.state.cases.get(key).and_then(|case| case.promise).map_or(PromiseIs::None, |promise| promise.is)
    }

    fn was_done(&self, did: &crate::scenario::Did) -> bool {
        let (after, before) = (did.after.map(|time| self.plan.at(time)), did.before.map(|time| self.plan.at(time)));
        let fits = |(at, act): &&(crate::SimTime, Act)| {
            act.name() == did.did.as_str()
                && after.is_none_or(|after| *at >= after)
                && before.is_none_or(|before| *at <= before)
                && did.contact.as_ref().is_none_or(|contact| act.names(contact))
                && did.change.as_ref().is_none_or(|change| act.names(change))
                && did.with.iter().all(|(name, value)| act.has_detail(name, value))
        };
        let wanted = usize::try_from(did.at_least.unwrap_or(1)).unwrap_or(usize::MAX);
        self.state.acts.iter().filter(fits).take(wanted).count() >= wanted
    }

    fn ticket_is(&self, ticket: &crate::scenario::condition_parts::Ticket) -> bool {
        let key = &ticket.ticket;
        let number = |value: Option<u8>| value.map(|value| Value::Number(f64::from(value)));
        let word = |value: Option<&str>| value.map(|value| Value::Word(value.to_owned()));
        let logged = self.logged_as(key).map(super::Logged::word);
        let is = match ticket.field {
            Field::Kind => word(logged),
            Field::Impact => number(self.records.impact(key)),
            Field::Urgency => number(self.records.urgency(key)),
            Field::Priority => number(self.records.priority(key)),
            Field::Team => word(self.records.team(key).map(Key::as_str)),
            Field::State => word(self.records.state_word(key)),
            Field::Hold => word(self.records.hold_of(key).map(super::HoldFor::word)),
            Field::Service | Field::Item => None,
            Field::Major => Some(Value::Truth(self.state.major.as_ref() == Some(key))),
            Field::Code => word(self.records.code_of(key).map(super::SolutionCode::word)),
        };
        let Some(is) = is else { return false };
        let number = if let Value::Number(number) = is { Some(number) } else { None };
        ticket.is.as_ref().is_none_or(|wanted| *wanted == is)
            && ticket.at_most.is_none_or(|most| number.is_some_and(|number| number <= most))
            && ticket.at_least.is_none_or(|least| number.is_some_and(|number| number >= least))
    }

    /// All links of a case.
    pub(super) fn links_of(&self, key: &Key) -> Vec<(crate::scenario::LinkKind, Key)> {
        let soft = self.state.cases.get(key).map(|case| case.belongs_to.clone()).unwrap_or_default();
        self.records.links(key).into_iter().chain(soft).collect()
    }

    fn is_linked(&self, linked: &crate::scenario::condition_parts::Linked) -> bool {
        let links = self.links_of(&linked.linked);
        links.iter().any(|(kind, to)| *kind == linked.kind && linked.to.as_ref().is_none_or(|wanted| wanted == to))
    }

    /// Whether all that ought to be handed over was.
    fn was_handed(&self, what: &Key) -> bool {
        let Some(handover) = &self.plan.files.scenario.handover else { return true };
        let (items, promises) = self.state.handed_items.clone().unwrap_or_default();
        if *what == "promises" {
            let running = |key: &&Key| self.promise_is(key) == PromiseIs::Running;
            return handover.promises.iter().filter(running).all(|key| promises.contains(key));
        }
        let open = |key: &&Key| {
            let change = self.state.changes.get(*key);
            let unfinished =
                change.is_some_and(|change| matches!(change.is, ChangeIs::Proposed | ChangeIs::Authorised));
            self.records.is_open(key) || unfinished
        };
        handover.items.iter().filter(open).all(|key| items.contains(key))
    }
}
