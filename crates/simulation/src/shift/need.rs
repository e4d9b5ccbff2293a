//! Who is held up, how much, and for how long: the measure of a shift.

use chrono::TimeDelta;

use super::chance::Draw;
use super::due::Due;
use super::plan::Planned;
use super::play::Shift;
use super::state::{CaseState, Need};
use super::{Loss, WorldEvent};
use crate::SimTime;
use crate::scenario::{Channel, Fault, FaultIs, Files, Key, Stake};

/// How much of somebody's work a question holds up.
const QUESTION: f64 = 0.1;
/// How much of somebody's work something holds up that they asked for.
const REQUEST: f64 = 0.03;

/// How many a contact holds up, where the scenario does not say.
pub(super) fn usual_stake(files: &Files, planned: &Planned, fault: Option<&Fault>) -> Stake {
    if let Some(stake) = planned.stake {
        return stake;
    }
    let person = files.pool.people.get(&planned.who);
    let nobody = planned.noise
        || planned.about.is_some()
        || planned.unsafe_to_give.is_some()
        || matches!(planned.channel, Channel::Monitoring | Channel::Team)
        || person.is_none_or(|person| person.account);
    let share = match (fault, &planned.offer, planned.question) {
        _ if nobody => 0.0,
        (Some(fault), ..) => fault.loss,
        (None, Some(_), _) => REQUEST,
        (None, None, true) => QUESTION,
        (None, None, false) => 0.0,
    };
    // Who comes by number comes for themselves.
    let speaks_for =
        person.and_then(|person| person.speaks_for).filter(|_| fault.is_some() && planned.demand.is_none());
    Stake { people: speaks_for.unwrap_or(1), share }
}

impl Shift {
    /// The fault of the pool behind a hidden fault of the scenario.
    pub(super) fn pool_fault(&self, hidden: Option<&Key>) -> Option<&Fault> {
        let hidden = self.state.faults.get(hidden?)?;
        self.plan.files.pool.faults.get(&hidden.planned.fault)
    }

    /// What a case fails by: its fault, or itself.
    fn failure(case: &CaseState) -> Key {
        case.planned.fault.clone().unwrap_or_else(|| case.planned.key.clone())
    }

    /// Somebody is held up from now on; from the fault's onset on, where they stand for many.
    pub(super) fn need_begins(&mut self, key: &Key) {
        let now = self.kernel.now();
        let Some(case) = self.state.cases.get(key) else { return };
        let fault = case.planned.fault.as_ref().and_then(|fault| self.state.faults.get(fault));
        let active = fault.is_none_or(|fault| fault.is == FaultIs::Active);
        let onset = fault.and_then(|fault| fault.began.last().copied()).filter(|_| case.planned.stake.is_some());
        let can_be_met = case.stake.share > 0.0 || case.planned.unsafe_to_give.is_some() || case.planned.question;
        if !active || case.cured || case.planned.noise || !can_be_met && case.planned.offer.is_none() {
            return;
        }
        let first = case.met.is_empty();
        let since = if first { onset.unwrap_or(now).max(self.plan.from) } else { now };
        if let Some(case) = self.state.cases.get_mut(key) {
            let again = case.need == Need::Met;
            case.need = Need::Unmet { since };
            if again {
                self.world(WorldEvent::Unmet { case: key.clone() });
            }
        }
        self.will_chase(key);
    }

    /// Somebody can work again.
    pub(super) fn need_met(&mut self, key: &Key) {
        let now = self.kernel.now();
        let Some(case) = self.state.cases.get_mut(key) else { return };
        let Need::Unmet { since } = case.need else { return };
        case.need = Need::Met;
        case.met.push(now);
        case.chase += 1;
        let (who, failure, stake) = (case.planned.who.clone(), Self::failure(case), case.stake);
        self.lose(key, who, failure, since, now, stake);
        self.world(WorldEvent::Met { case: key.clone() });
        // Whoever asked after it has what they asked for.
        let after =
            self.state.cases.values().filter(|case| case.planned.about.as_ref() == Some(key) && case.is_unmet());
        let after: Vec<Key> = after.map(|case| case.planned.key.clone()).collect();
        for key in after {
            self.need_met(&key);
        }
    }

    /// Adds a stretch of lost time, less the breaks, in which nobody works.
    pub(super) fn lose(&mut self, case: &Key, who: Key, failure: Key, from: SimTime, to: SimTime, stake: Stake) {
        if stake.share <= 0.0 {
            return;
        }
        let mut parts = vec![(from, to)];
        for (pause, again) in &self.plan.breaks {
            parts = parts.into_iter().flat_map(|(from, to)| without((from, to), (*pause, *again))).collect();
        }
        for (from, to) in parts.into_iter().filter(|(from, to)| from < to) {
            // The same person in two cases of one failure is held up once.
            let from = self.not_counted(&who, &failure, from);
            if from < to {
                let (from, to) = (from.utc(), to.utc());
                self.losses.push(Loss {
                    case: case.clone(),
                    who: who.clone(),
                    failure: failure.clone(),
                    from,
                    to,
                    stake,
                });
            }
        }
    }

    fn not_counted(&self, who: &Key, failure: &Key, from: SimTime) -> SimTime {
        let same = self.losses.iter().filter(|loss| loss.who == *who && loss.failure == *failure);
        same.map(|loss| SimTime::from_utc(loss.to)).fold(from, SimTime::max)
    }

    /// What has been lost so far, in users' working minutes: the stretches that are over, and those that go on.
    pub fn lost_minutes(&self) -> f64 {
        let now = self.kernel.now();
        let over: f64 = self.losses.iter().map(Loss::minutes).sum();
        let going_on = self.state.cases.values().filter_map(|case| match case.need {
            Need::Unmet { since } => {
                let minutes = now.since(since).num_milliseconds() as f64 / 60_000.0;
                Some(minutes.max(0.0) * f64::from(case.stake.people) * case.stake.share)
            }
            _ => None,
        });
        over + going_on.sum::<f64>()
    }

    /// Somebody will ask where it stands, unless something happens before.
    pub(super) fn will_chase(&mut self, key: &Key) {
        let pool = &self.plan.files.pool;
        let Some(case) = self.state.cases.get(key) else { return };
        let Some(person) = pool.people.get(&case.planned.who) else { return };
        let patience = if case.acknowledged { person.patience * 1.6 } else { person.patience };
        let patience = patience * f64::from(1 + case.chased.min(3));
        let silent = !case.is_unmet() || person.account || person.stranger || case.planned.about.is_some();
        if silent || patience <= 0.0 {
            return;
        }
        let running = case.promise.filter(|promise| promise.is == crate::scenario::PromiseIs::Running);
        let held = self.state.hold_chasers_until;
        let factor = self.draw(Draw::Patience, key).normal(0.0, 1.0);
        let span = super::plan::minutes(patience * libm::exp(0.4 * factor));
        let now = self.kernel.now();
        let mut at = now.plus(span).unwrap_or(now);
        // Nobody chases before the time that they were promised.
        for later in running.map(|promise| promise.until).into_iter().chain(held) {
            at = at.max(later.plus(TimeDelta::minutes(1)).unwrap_or(later));
        }
        if let Some(case) = self.state.cases.get_mut(key) {
            case.chase += 1;
            let nth = case.chase;
            self.at(at, Due::Chase(key.clone(), nth));
        }
    }
}

/// A stretch without another one.
fn without((from, to): (SimTime, SimTime), (pause, again): (SimTime, SimTime)) -> Vec<(SimTime, SimTime)> {
    if pause >= to || again <= from {
        return vec![(from, to)];
    }
    vec![(from, pause.min(to)), (again.max(from), to)]
}
