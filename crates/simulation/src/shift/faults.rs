//! Faults begin, are covered, come back, are gone; and what a fix does to them.

use super::WorldEvent;
use super::chance::{Draw, between};
use super::due::Due;
use super::play::Shift;
use crate::scenario::{FaultIs, Heats, Key, Remedy, Works};

/// How often a warming room is looked at, in minutes.
const HEAT_EVERY: f64 = 1.0;

impl Shift {
    pub(super) fn fault_begins(&mut self, key: &Key) {
        let now = self.kernel.now();
        let Some(fault) = self.state.faults.get_mut(key) else { return };
        if matches!(fault.is, FaultIs::Active | FaultIs::Gone) {
            return;
        }
        let again = fault.is == FaultIs::Masked;
        fault.is = FaultIs::Active;
        fault.began.push(now);
        let event = if again {
            WorldEvent::FaultBack { fault: key.clone() }
        } else {
            WorldEvent::FaultBegan { fault: key.clone() }
        };
        self.world(event);
        self.begin_to_heat(key);
        for case in self.cases_of(key) {
            if self.state.cases.get(&case).is_some_and(|case| case.has_come()) {
                self.need_begins(&case);
                if again && !self.records.is_open(&case) {
                    self.will_return(&case);
                }
            }
        }
        for contact in self.state.held_back.remove(key).unwrap_or_default() {
            self.at(now, Due::Arrive(contact));
        }
    }

    /// Cases that tell of a fault.
    pub(super) fn cases_of(&self, fault: &Key) -> Vec<Key> {
        let of = |case: &&super::state::CaseState| case.planned.fault.as_ref() == Some(fault);
        self.state.cases.values().filter(of).map(|case| case.planned.key.clone()).collect()
    }

    pub(super) fn workaround_ends(&mut self, key: &Key, nth: u32) {
        let still = self.state.faults.get(key).is_some_and(|fault| fault.is == FaultIs::Masked && fault.nth == nth);
        if still {
            self.fault_begins(key);
        }
    }

    /// A workaround for one caller is over.
    pub(super) fn cure_ends(&mut self, key: &Key) {
        let Some(case) = self.state.cases.get_mut(key) else { return };
        case.cured = false;
        self.need_begins(key);
        if self.state.cases.get(key).is_some_and(super::state::CaseState::is_unmet) && !self.records.is_open(key) {
            self.will_return(key);
        }
    }

    /// A fault is gone for good.
    pub(super) fn fault_gone(&mut self, key: &Key, by: Option<&Key>) {
        let now = self.kernel.now();
        let Some(fault) = self.state.faults.get_mut(key).filter(|fault| fault.is != FaultIs::Gone) else { return };
        fault.is = FaultIs::Gone;
        fault.ended.push(now);
        self.world(WorldEvent::FaultGone { fault: key.clone(), by: by.cloned() });
        for case in self.cases_of(key) {
            self.need_met(&case);
        }
    }

    /// A workaround covers a fault for all, for so many minutes.
    fn fault_masked(&mut self, key: &Key, by: &Key, holds: f64) {
        let now = self.kernel.now();
        let Some(fault) = self.state.faults.get_mut(key).filter(|fault| fault.is != FaultIs::Gone) else { return };
        fault.nth += 1;
        let nth = fault.nth;
        let pinned = fault.planned.recurs_at.filter(|at| *at > now && nth == 1);
        if fault.is == FaultIs::Active {
            fault.is = FaultIs::Masked;
            fault.ended.push(now);
        }
        self.world(WorldEvent::FaultMasked { fault: key.clone(), by: by.clone() });
        match pinned {
            Some(at) => self.at(at, Due::HoldsEnd(key.clone(), nth)),
            None => self.in_minutes(holds, Due::HoldsEnd(key.clone(), nth)),
        };
        for case in self.cases_of(key) {
            self.need_met(&case);
        }
    }

    /// What a fix does to the fault behind a case: whether it helped, and what one sees.
    pub(super) fn tried(&mut self, key: &Key, fix: &Key, by: Option<&Key>) -> (bool, String) {
        let fault = self.state.cases.get(key).and_then(|case| case.planned.fault.clone());
        let remedy = self.pool_fault(fault.as_ref()).and_then(|form| form.fixes.get(fix)).cloned();
        let (helped, says) = match (fault, remedy) {
            (Some(fault), Some(remedy)) => (self.remedy(key, &fault, fix, &remedy), remedy.says),
            _ if *fix == "start-in-order" && !self.state.down.is_empty() => {
                for item in self.state.down.clone() {
                    self.item_is(&item, true);
                }
                (true, "Up again: network, directory, databases, applications, each after what it needs.".to_owned())
            }
            // Whoever asked how something is done is shown.
            _ if *fix == "explain" && self.state.cases.get(key).is_some_and(|case| case.planned.question) => {
                self.question_met(key);
                (true, "Shown, and tried out together.".to_owned())
            }
            // What a request asks for, done without its way.
            _ if self.is_asked_for(key, fix) => {
                self.need_met(key);
                (true, "Done.".to_owned())
            }
            // Nothing that it could mend: done, and nothing is different.
            _ => (false, "Done. Nothing is different.".to_owned()),
        };
        let (case, by) = (key.clone(), by.cloned());
        self.world(WorldEvent::Tried { case, fix: fix.clone(), helped, by });
        if let Some(case) = self.state.cases.get_mut(key) {
            case.tried.push((fix.clone(), helped));
        }
        (helped, says)
    }

    /// Whether a fix is what the caller's request consists of.
    fn is_asked_for(&self, key: &Key, fix: &Key) -> bool {
        let offer = self.state.cases.get(key).and_then(|case| case.planned.offer.as_ref());
        let tasks = offer.and_then(|offer| self.plan.files.pool.offers.get(offer)).map(|offer| offer.tasks.as_slice());
        matches!(tasks, Some([only]) if only.key == *fix)
    }

    fn remedy(&mut self, key: &Key, fault: &Key, fix: &Key, remedy: &Remedy) -> bool {
        let worked = match remedy.chance {
            Some(chance) => self.draw(Draw::Outcomes, &format!("{fault}/{fix}")).chance(chance),
            None => true,
        };
        let gone = self.state.faults.get(fault).is_none_or(|fault| fault.is == FaultIs::Gone);
        if !worked || gone {
            return false;
        }
        let alone = remedy.only_whom.is_some();
        let holds = remedy.holds.unwrap_or((60.0, 60.0));
        match remedy.works {
            Works::Lasting if alone => {
                self.cure(key);
                self.gone_if_nobody_else(key, fault, fix);
            }
            Works::Lasting => self.fault_gone(fault, Some(fix)),
            Works::Workaround if alone => {
                let pinned = self.state.faults.get(fault).and_then(|fault| fault.planned.recurs_at);
                self.cure(key);
                match pinned.filter(|at| *at > self.kernel.now()) {
                    Some(at) => self.at(at, Due::CureEnds(key.clone())),
                    None => {
                        let minutes = between(self.draw(Draw::Faults, key), holds);
                        self.in_minutes(minutes, Due::CureEnds(key.clone()))
                    }
                };
            }
            Works::Workaround => {
                let minutes = between(self.draw(Draw::Faults, fault), holds);
                self.cool(fault, fix);
                self.fault_masked(fault, fix, minutes);
            }
            Works::No => return false,
            Works::Worse => {
                if let Some(case) = self.state.cases.get_mut(key) {
                    case.stake.share = (case.stake.share * 1.5).min(1.0);
                }
                return false;
            }
        }
        true
    }

    /// A caller is helped, whatever becomes of the fault.
    fn cure(&mut self, key: &Key) {
        let who = self.state.cases.get(key).map(|case| (case.planned.who.clone(), case.planned.fault.clone()));
        let Some((who, fault)) = who else { return };
        for case in self.state.cases.values_mut() {
            if case.planned.who == who && case.planned.fault == fault && case.has_come() {
                case.cured = true;
            }
        }
        let theirs: Vec<Key> = self
            .state
            .cases
            .values()
            .filter(|case| case.cured && case.is_unmet())
            .map(|case| case.planned.key.clone())
            .collect();
        for key in theirs {
            self.need_met(&key);
        }
    }

    /// A fault of a few named people is gone when the last of them is helped for good.
    fn gone_if_nobody_else(&mut self, key: &Key, fault: &Key, fix: &Key) {
        let who = self.state.cases.get(key).map(|case| case.planned.who.clone());
        let hidden = self.plan.files.scenario.hidden.faults.iter().find(|hidden| hidden.key == *fault);
        let alone = hidden.is_some_and(|hidden| {
            !hidden.who.is_empty()
                && hidden.who.iter().all(|other| other.starts_with('@') || Some(other) == who.as_ref())
        });
        if alone {
            self.fault_gone(fault, Some(fix));
        }
    }
}

/// Degrees a minute in a room where everything is off: our own choice.
const OFF: f64 = -0.05;

/// Rooms that grow warm.
impl Shift {
    fn heats(&self, fault: &Key) -> Option<Heats> {
        self.pool_fault(Some(fault))?.heats.clone()
    }

    fn begin_to_heat(&mut self, key: &Key) {
        let Some(heats) = self.heats(key) else { return };
        let now = self.kernel.now();
        if let Some(fault) = self.state.faults.get_mut(key) {
            let warm = fault.warmth.map_or(heats.from, |(degrees, _)| degrees);
            fault.warmth = Some((warm, now));
            fault.slowed = None;
        }
        self.in_minutes(HEAT_EVERY, Due::Heat(key.clone()));
    }

    /// Load was shed, or a door was opened: it warms more slowly.
    fn cool(&mut self, key: &Key, fix: &Key) {
        let Some(heats) = self.heats(key) else { return };
        let slower = match fix.as_str() {
            "shed-load" => heats.after_shed,
            "open-room-door" => heats.after_door,
            "shut-down-all" => Some(OFF),
            _ => None,
        };
        if let Some(fault) = self.state.faults.get_mut(key) {
            fault.slowed = slower.or(fault.slowed);
        }
    }

    /// How warm it is: by so much a minute while the fault is there, cooler by a fifth of a degree once it is gone.
    pub(super) fn heat(&mut self, key: &Key) {
        const COOLS: f64 = -0.2;
        let Some(heats) = self.heats(key) else { return };
        let now = self.kernel.now();
        let Some(fault) = self.state.faults.get_mut(key) else { return };
        let slope = match fault.is {
            FaultIs::Gone => COOLS,
            FaultIs::Masked => fault.slowed.unwrap_or(heats.degrees_per_minute),
            _ => heats.degrees_per_minute,
        };
        let (warm, since) = fault.warmth.unwrap_or((heats.from, now));
        let minutes = now.since(since).num_milliseconds() as f64 / 60_000.0;
        let degrees = (warm + slope * minutes).max(heats.from);
        fault.warmth = Some((degrees, now));
        let stopped = fault.stopped;
        let stops: Vec<Key> = heats
            .items
            .iter()
            .skip(stopped)
            .take_while(|item| item.at <= degrees)
            .map(|item| item.stops.clone())
            .collect();
        fault.stopped += stops.len();
        let tenths = (degrees * 10.0).round() as i32;
        if tenths % 10 == 0 || !stops.is_empty() {
            self.world(WorldEvent::Warm { room: heats.room.clone(), tenths });
        }
        for item in stops {
            self.item_is(&item, false);
        }
        if degrees > heats.from || slope > 0.0 {
            self.in_minutes(HEAT_EVERY, Due::Heat(key.clone()));
        }
    }

    /// How warm a room is.
    pub(super) fn degrees(&self, room: &Key) -> Option<f64> {
        self.state.faults.iter().find_map(|(key, fault)| {
            let heats = self.pool_fault(Some(key))?.heats.as_ref()?;
            (heats.room == *room).then_some(fault.warmth?.0)
        })
    }

    /// An item goes down or comes up.
    pub(super) fn item_is(&mut self, item: &Key, up: bool) {
        let changed = if up { self.state.down.remove(item) } else { self.state.down.insert(item.clone()) };
        if changed {
            self.world(WorldEvent::Item { item: item.clone(), up });
            let name = self.plan.files.world.items.get(item).map_or_else(|| item.to_string(), |item| item.name.clone());
            self.announce(None, || format!("{name} is {}.", if up { "up again" } else { "down" }), false);
        }
    }
}
