//! Somebody comes, gives up, asks again, comes back.

use super::chance::{Draw, between, spread};
use super::due::Due;
use super::need::usual_stake;
use super::plan::Planned;
use super::play::Shift;
use super::speech::{by_channel, in_short};
use super::state::{CaseState, Phase};
use super::view::Side;
use super::{Logged, WorldEvent};
use crate::scenario::{Channel, FaultIs, Key, PromiseIs, Spread};

/// How long it rings where the scenario does not say, in minutes.
const RINGS: (f64, f64) = (2.0, 5.0);
/// How long written answers take, in minutes.
const WRITTEN: Spread = Spread { promised: None, median: 10.0, p90: 30.0 };

impl Shift {
    fn planned(&self, key: &Key) -> Option<Planned> {
        self.plan.contacts.iter().find(|contact| contact.key == *key).cloned()
    }

    /// Somebody comes, if what their coming hangs on holds.
    pub(super) fn arrive(&mut self, key: &Key) {
        let Some(planned) = self.planned(key) else { return };
        let here = self.state.cases.contains_key(key);
        let wanted = planned
            .demand
            .as_ref()
            .is_none_or(|(demand, number)| *number < self.state.scale.get(demand).copied().unwrap_or(1.0));
        let fits = planned.only_if.as_ref().is_none_or(|condition| self.holds(condition));
        if here || !wanted || !fits || self.waits_for_fault(&planned) {
            return;
        }
        let stake = usual_stake(&self.plan.files, &planned, self.pool_fault(planned.fault.as_ref()));
        let order = self.state.cases.len();
        let text = self.first_words(&planned);
        let text = self.filled(key, &text);
        let mut case = CaseState::new(planned.clone(), order, self.kernel.now(), stake);
        case.title = in_short(&text);
        case.phase = Phase::Unread;
        self.state.cases.insert(key.clone(), case);
        self.world(WorldEvent::Arrived { case: key.clone() });
        let name = self.name_of(&planned.who);
        let side = match planned.channel {
            Channel::Monitoring => Side::System,
            Channel::Team => Side::Colleague,
            _ => Side::Caller,
        };
        self.say(key, side, &name, &text, planned.channel != Channel::Team);
        match planned.channel {
            Channel::Phone | Channel::Walkup => self.rings(&planned),
            Channel::Monitoring => self.alert(&planned, &text),
            Channel::Team => self.news_of_team(&planned, &text),
            Channel::Email | Channel::Portal | Channel::Chat => {}
        }
        let rings = matches!(planned.channel, Channel::Phone | Channel::Walkup);
        self.announce(Some(key), || format!("{name} {}.", by_channel(planned.channel)), rings);
        self.need_begins(key);
    }

    /// Nobody tells of a fault that does not hold anybody up: they come when it does, if ever.
    fn waits_for_fault(&mut self, planned: &Planned) -> bool {
        let Some(fault) = planned.fault.as_ref() else { return false };
        let is = self.state.faults.get(fault).map(|fault| fault.is);
        let waits = match is {
            Some(FaultIs::Masked) => planned.channel != Channel::Team,
            Some(FaultIs::Gone) => planned.stake.is_some() || planned.demand.is_some(),
            _ => false,
        };
        if waits {
            self.state.held_back.entry(fault.clone()).or_default().push(planned.key.clone());
        }
        waits
    }

    fn rings(&mut self, planned: &Planned) {
        let patience = self.plan.files.pool.people.get(&planned.who).map_or(10.0, |person| person.patience);
        let drawn = between(self.draw(Draw::Patience, &planned.key), RINGS);
        let minutes = match planned.channel {
            Channel::Walkup => planned.rings.unwrap_or(patience.max(8.0)),
            _ => planned.rings.unwrap_or(drawn),
        };
        let now = self.kernel.now();
        let until = now.plus(super::plan::minutes(minutes)).unwrap_or(now);
        if let Some(case) = self.state.cases.get_mut(&planned.key) {
            case.phase = Phase::Ringing { until };
        }
        self.rang = Some(planned.key.clone());
        self.at(until, Due::GiveUp(planned.key.clone(), 0));
    }

    fn alert(&mut self, planned: &Planned, text: &str) {
        let severity = planned.severity.unwrap_or(crate::scenario::Severity::Warning);
        let now = self.kernel.now().utc();
        drop(self.records.alert(now, &planned.key, planned.item.as_ref(), severity, text));
    }

    /// News belong to the record that they are about.
    fn news_of_team(&mut self, planned: &Planned, text: &str) {
        let now = self.kernel.now().utc();
        if let Some(about) = planned.about.as_ref().or(planned.change.as_ref()) {
            let name = self.name_of(&planned.who);
            self.say(about, Side::Colleague, &name, text, false);
            drop(self.records.note(now, &planned.who, about, text));
        }
    }

    /// A call that rings out is lost; whoever stood at the desk goes and writes.
    pub(super) fn give_up(&mut self, key: &Key, _nth: u32) {
        let Some(case) = self.state.cases.get_mut(key) else { return };
        if !matches!(case.phase, Phase::Ringing { .. }) || self.state.answering.as_ref() == Some(key) {
            return;
        }
        case.phase = Phase::Unread;
        case.lost = true;
        let who = case.planned.who.clone();
        self.world(WorldEvent::Lost { case: key.clone() });
        self.mood(&who, "lost-call");
        let stranger = self.plan.files.pool.people.get(&who).is_some_and(|person| person.stranger);
        if stranger {
            // Somebody who is nobody leaves no message.
            if let Some(case) = self.state.cases.get_mut(key) {
                case.over = true;
                case.phase = Phase::Taken;
                case.title = "A lost call".to_owned();
                case.conversation.clear();
            }
            return;
        }
        let text = self.phrase("lost-call", &who, key);
        self.person_says(key, &who, &text);
    }

    /// Somebody asks where it stands.
    pub(super) fn chase(&mut self, key: &Key, nth: u32) {
        let Some(case) = self.state.cases.get(key) else { return };
        let ringing = matches!(case.phase, Phase::Ringing { .. });
        if case.chase != nth || !case.is_unmet() || ringing || self.state.over {
            return;
        }
        let who = case.planned.who.clone();
        let text = self.phrase("chase", &who, key);
        self.chased(key, &text);
    }

    /// Somebody has asked where it stands, in these words.
    pub(super) fn chased(&mut self, key: &Key, text: &str) {
        let Some(case) = self.state.cases.get_mut(key) else { return };
        case.chased += 1;
        case.acknowledged = false;
        let who = case.planned.who.clone();
        self.person_says(key, &who, text);
        self.world(WorldEvent::Chased { case: key.clone() });
        self.mood(&who, "chased");
        self.will_chase(key);
    }

    /// Somebody whose need is not met will come back.
    pub(super) fn will_return(&mut self, key: &Key) {
        let range = self.plan.files.pool.rules.returns.delay;
        let minutes = between(self.draw(Draw::Patience, key), range);
        let nth = self.state.cases.get(key).map_or(0, |case| case.returned);
        self.in_minutes(minutes, Due::Return(key.clone(), nth));
    }

    pub(super) fn comes_back(&mut self, key: &Key, nth: u32) {
        let Some(case) = self.state.cases.get(key) else { return };
        let scripted = self.plan.contacts.iter().any(|other| other.follows.as_ref() == Some(key));
        let open = self.records.is_open(key) || !case.over;
        if case.returned != nth || !case.is_unmet() || open || scripted {
            return;
        }
        let who = case.planned.who.clone();
        let cancelled = self.records.state_word(key) == Some("cancelled");
        let text = self.phrase(if cancelled { "cancelled" } else { "returns" }, &who, key);
        self.returned(key, &text);
    }

    /// Somebody has come back, in these words.
    pub(super) fn returned(&mut self, key: &Key, text: &str) {
        let Some(case) = self.state.cases.get_mut(key) else { return };
        case.returned += 1;
        case.over = false;
        case.cured = false;
        case.confirmed = false;
        let who = case.planned.who.clone();
        self.world(WorldEvent::Returned { case: key.clone() });
        self.person_says(key, &who, text);
        self.mood(&who, "not-fixed");
        if self.state.cases.get(key).is_some_and(|case| !case.is_unmet()) {
            self.need_again(key);
        }
        self.will_chase(key);
    }

    /// A need is there again, whatever its fault is like: something does not work for this caller.
    pub(super) fn need_again(&mut self, key: &Key) {
        let now = self.kernel.now();
        if let Some(case) = self.state.cases.get_mut(key) {
            case.need = super::state::Need::Unmet { since: now };
            self.world(WorldEvent::Unmet { case: key.clone() });
        }
    }

    /// A written answer comes.
    pub(super) fn answered_late(&mut self, key: &Key, question: &Key) {
        let (text, fact) = self.answer_of(key, question);
        let Some(who) = self.state.cases.get(key).map(|case| case.planned.who.clone()) else { return };
        self.person_says(key, &who, &text);
        self.reveal(key, fact);
    }

    /// How long a written answer takes, in minutes.
    pub(super) fn written_answer(&mut self, key: &Key, question: &Key) -> f64 {
        spread(self.draw(Draw::Replies, &format!("{key}/{question}")), WRITTEN)
    }

    /// A promise is due: it was kept before, or it is broken now.
    pub(super) fn promise_due(&mut self, key: &Key, until: crate::SimTime) {
        let Some(case) = self.state.cases.get_mut(key) else { return };
        let Some(promise) = case.promise.as_mut().filter(|promise| promise.until == until) else { return };
        if promise.is != PromiseIs::Running {
            return;
        }
        promise.is = PromiseIs::Broken;
        let name = self.state.cases.get(key).map(|case| self.name_of(&case.planned.who)).unwrap_or_default();
        self.world(WorldEvent::PromiseBroken { case: key.clone() });
        self.caller_mood(key, "promise-broken");
        self.announce(Some(key), || format!("The promise to {name} is past its time."), false);
    }

    /// Word was given: a promise that runs is kept.
    pub(super) fn word_given(&mut self, key: &Key) {
        let Some(case) = self.state.cases.get_mut(key) else { return };
        if let Some(promise) = case.promise.as_mut().filter(|promise| promise.is == PromiseIs::Running) {
            promise.is = PromiseIs::Kept;
            self.world(WorldEvent::PromiseKept { case: key.clone() });
            self.caller_mood(key, "promise-kept");
        }
    }

    /// Logged as what, if at all.
    pub(super) fn logged_as(&self, key: &Key) -> Option<Logged> {
        self.state.cases.get(key).and_then(|case| case.logged)
    }
}
