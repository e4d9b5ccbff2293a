//! Traps and turns: what the world does by itself, and in answer.

use super::WorldEvent;
use super::due::Due;
use super::plan::Comes;
use super::play::Shift;
use super::state::Source;
use crate::scenario::{ChangeIs, Effect, ItemState, Key, Timing, What};

impl Shift {
    /// Looks at all conditions that have not held yet, in the order of the file; whether one holds now.
    pub(super) fn spring(&mut self) -> bool {
        let plan = self.plan.clone();
        let scenario = &plan.files.scenario;
        let mut any = false;
        for (place, trap) in scenario.traps.iter().enumerate() {
            let name = Key::new(&format!("trap/{}", trap.key));
            if !self.state.sprung.contains(&name) && self.holds(&trap.when) {
                self.state.sprung.insert(name);
                self.world(WorldEvent::Trapped { trap: trap.key.clone() });
                self.plan_effects(&trap.then, |effect| (Source::Trap(place), effect));
                any = true;
            }
        }
        for (place, turn) in scenario.turns.iter().enumerate() {
            let Some(on) = &turn.on else { continue };
            let name = Key::new(&format!("turn/{}", turn.key));
            if !self.state.sprung.contains(&name) && self.holds(on) {
                self.state.sprung.insert(name);
                self.turn(place);
                any = true;
            }
        }
        for contact in &plan.contacts {
            let Comes::On(condition, after) = &contact.comes else { continue };
            let name = Key::new(&format!("contact/{}", contact.key));
            if !self.state.sprung.contains(&name) && self.holds(condition) {
                self.state.sprung.insert(name);
                self.later(*after, Due::Arrive(contact.key.clone()));
                any = true;
            }
        }
        any
    }

    /// The world takes a turn.
    pub(super) fn turn(&mut self, place: usize) {
        let plan = self.plan.clone();
        let Some(turn) = plan.files.scenario.turns.get(place) else { return };
        if turn.only_if.as_ref().is_none_or(|condition| self.holds(condition)) {
            self.plan_effects(&turn.then, |effect| (Source::Turn(place), effect));
        }
    }

    fn plan_effects(&mut self, effects: &[Effect], source: impl Fn(usize) -> (Source, usize)) {
        const IF_PAST: f64 = 5.0;
        for (number, effect) in effects.iter().enumerate() {
            let (source, number) = source(number);
            match effect.timing {
                _ if self.state.over => self.effect(&source, number),
                Timing::Handover => self.state.at_handover.push((source, number)),
                Timing::After(after) => {
                    self.in_minutes(after, Due::Answering(source, number));
                }
                Timing::At(time) => {
                    let (at, now) = (self.plan.at(time), self.kernel.now());
                    if at > now {
                        self.at(at, Due::Answering(source, number));
                    } else {
                        self.in_minutes(IF_PAST, Due::Answering(source, number));
                    }
                }
            }
        }
    }

    /// An effect happens, if what it says is true now.
    pub(super) fn effect(&mut self, source: &Source, number: usize) {
        let plan = self.plan.clone();
        let scenario = &plan.files.scenario;
        let (effects, contact) = match source {
            Source::Trap(place) => {
                let trap = scenario.traps.get(*place);
                (trap.map(|trap| &trap.then), trap.and_then(|trap| trap.contact.as_ref()))
            }
            Source::Turn(place) => (scenario.turns.get(*place).map(|turn| &turn.then), None),
        };
        let Some(effect) = effects.and_then(|effects| effects.get(number)) else { return };
        if self.is_true_now(effect, contact) {
            self.bring_about(effect);
        }
    }

    fn has_come(&self, key: &Key) -> bool {
        self.state.cases.get(key).is_some_and(super::state::CaseState::has_come) || self.state.changes.contains_key(key)
    }

    fn is_true_now(&self, effect: &Effect, of_trap: Option<&Key>) -> bool {
        let unmet = |key: &Key| self.state.cases.get(key).is_some_and(super::state::CaseState::is_unmet);
        match &effect.what {
            What::Chase(key) | What::Idle { contact: Some(key), .. } | What::Queue { contact: Some(key), .. } => {
                unmet(key)
            }
            What::Says { contact, .. } | What::Return(contact) | What::Handback { contact, .. } => {
                self.has_come(contact)
            }
            What::Restore(Some(key)) => self.has_come(key),
            What::Complaint { .. } => of_trap.is_none_or(|key| self.has_come(key)),
            _ => true,
        }
    }

    fn bring_about(&mut self, effect: &Effect) {
        let says = effect.says.as_str();
        match &effect.what {
            What::Contact(key) => {
                let now = self.kernel.now();
                self.at(now, Due::Arrive(key.clone()));
            }
            What::Says { contact, who } => {
                let caller = self.state.cases.get(contact).map(|case| case.planned.who.clone());
                if let Some(who) = who.clone().or(caller) {
                    self.person_says(contact, &who, says);
                }
            }
            What::Chase(key) => self.chased(key, says),
            What::Return(key) => self.returned(key, says),
            What::Handback { team, contact } => self.hand_back(contact, team, says),
            What::Complaint { who } => {
                self.world(WorldEvent::Complained { who: who.clone(), text: says.to_owned() });
                self.mood(who, "not-fixed");
            }
            What::Mood { who, by } => self.mood_by(who, *by, "trap"),
            What::Idle { contact, people, minutes } => {
                // What has gone on long enough is told of afterwards; what begins now is counted from now on.
                let over = matches!(effect.timing, Timing::After(after) if after >= *minutes) || self.state.over;
                self.idle(contact.as_ref(), (*people, *minutes), over, says);
            }
            What::Occupy { team, minutes } => {
                self.occupy(team, *minutes);
                self.tell(says);
            }
            What::Queue { contact, minutes, team } => match contact {
                // Another team that has it does not wait with them.
                Some(contact)
                    if self
                        .state
                        .cases
                        .get(contact)
                        .and_then(|case| case.with.as_ref())
                        .is_some_and(|with| with != team) => {}
                Some(contact) => {
                    self.wait_again(contact, *minutes);
                    if !says.is_empty() {
                        self.colleague_says(contact, team, says);
                    }
                }
                None => self.occupy(team, *minutes),
            },
            What::Restore(Some(key)) => self.need_met(key),
            What::Restore(None) => {}
            What::Start(fault) => self.fault_begins(fault),
            What::Stop(fault) => self.fault_gone(fault, None),
            What::Item { item, state } => {
                self.item_is(item, *state == ItemState::Up);
                self.tell(says);
            }
            What::Finding(about) => self.found(*about, says),
            What::Cost(money) => {
                let cents = (money * 100.0).round() as i64;
                self.state.cents += cents;
                self.world(WorldEvent::Cost { cents, text: says.to_owned() });
            }
            What::Scale { demand, by } => {
                let scale = self.state.scale.entry(demand.clone()).or_insert(1.0);
                *scale = (*scale * by).clamp(0.0, 2.0);
            }
            What::Change { change, state } => {
                let is = match state {
                    ItemState::Authorised => ChangeIs::Authorised,
                    ItemState::Refused => ChangeIs::Refused,
                    ItemState::Done => ChangeIs::Done,
                    _ => ChangeIs::Proposed,
                };
                self.change_is(change, is, says);
            }
            What::Tell => self.world(WorldEvent::Told { text: says.to_owned() }),
        }
    }

    fn tell(&mut self, says: &str) {
        if !says.is_empty() {
            self.world(WorldEvent::Heard { text: says.to_owned() });
            let text = says.to_owned();
            self.announce(None, || text, false);
        }
    }

    /// People stand idle: counted on top, unless a contact's need counts them already.
    fn idle(&mut self, contact: Option<&Key>, (people, number): (u32, f64), over: bool, says: &str) {
        let staked = contact.and_then(|key| self.state.cases.get(key)).is_some_and(|case| case.planned.stake.is_some());
        let counted = !staked;
        if counted {
            let now = self.kernel.now();
            let span = super::plan::minutes(number);
            let from = if over { now.plus(-span).unwrap_or(now) } else { now };
            let to = from.plus(span).unwrap_or(now);
            let key = contact.cloned().unwrap_or_else(|| Key::new("idle"));
            let who = Key::new(&format!("idle-{}", self.losses.len()));
            let stake = crate::scenario::Stake { people, share: 1.0 };
            self.lose(&key, who.clone(), who, from, to, stake);
        }
        let minutes = number.round().clamp(0.0, 100_000.0) as u32;
        let text = says.to_owned();
        self.world(WorldEvent::Idle { case: contact.cloned(), people, minutes, counted, text: text.clone() });
        if !text.is_empty() {
            self.announce(contact, || text, false);
        }
    }
}
