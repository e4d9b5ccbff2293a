//! Changes: advised on, decided, carried out, undone.

use chrono::TimeDelta;

use super::WorldEvent;
use super::chance::{Draw, between};
use super::due::Due;
use super::plan::minutes;
use super::play::Shift;
use super::view::Side;
use crate::SimTime;
use crate::scenario::{ChangeIs, ChangeType, FindingAbout, Key, Verdict};

/// How long the change authority takes once there is advice, in minutes.
pub(super) const DECIDES: f64 = 10.0;

impl Shift {
    /// A change moves on.
    pub(super) fn change_is(&mut self, key: &Key, is: ChangeIs, because: &str) {
        let now = self.kernel.now().utc();
        let Some(change) = self.state.changes.get_mut(key).filter(|change| change.is != is) else { return };
        change.is = is;
        if is == ChangeIs::Authorised {
            change.was_authorised = true;
        }
        let summary = change.summary.clone();
        drop(self.records.change_to(now, &Key::new("wiebke"), key, is, because));
        self.world(WorldEvent::Change { change: key.clone(), is });
        let word = match is {
            ChangeIs::Proposed => "is proposed",
            ChangeIs::Authorised => "is authorised",
            ChangeIs::Refused => "is refused",
            ChangeIs::Postponed => "is postponed",
            ChangeIs::Done => "is carried out",
            ChangeIs::BackedOut => "is backed out",
            ChangeIs::Reviewed => "is reviewed",
        };
        self.say(key, Side::System, "", &format!("The change {word}. {because}"), false);
        self.announce(None, || format!("{summary}: {word}."), false);
    }

    /// The change authority decides by the advice there is; none counts as "go".
    pub(super) fn decide_change(&mut self, key: &Key) {
        let Some(change) =
            self.state.changes.get(key).filter(|change| change.is == ChangeIs::Proposed && change.running.is_none())
        else {
            return;
        };
        let whole = !change.plan.test.trim().is_empty() && !change.plan.back_out.trim().is_empty();
        let raised_here = change.from.is_some();
        let (is, because) = match change.advice {
            // What is raised here is read by somebody who knows what a plan needs.
            None if raised_here && !whole && change.kind == ChangeType::Normal => {
                (ChangeIs::Postponed, "How is it tested, and how does one get back? Please complete it.")
            }
            None | Some(Verdict::Go) => (ChangeIs::Authorised, ""),
            Some(Verdict::GoIf) => (ChangeIs::Authorised, "On the condition that was named."),
            Some(Verdict::NotYet) => (ChangeIs::Postponed, "As was advised."),
            Some(Verdict::No) => (ChangeIs::Refused, "As was advised."),
        };
        self.change_is(key, is, because);
    }

    /// Its window has come.
    pub(super) fn change_begins(&mut self, key: &Key) {
        let now = self.kernel.now();
        let Some(change) = self.state.changes.get(key) else { return };
        if change.is != ChangeIs::Authorised || change.running.is_some() || change.window.0 > now {
            return;
        }
        self.carry_out(key);
    }

    /// Somebody carries a change out, authorised or not. Gives when it ends.
    pub(super) fn carry_out(&mut self, key: &Key) -> Option<SimTime> {
        let now = self.kernel.now();
        let change = self.state.changes.get(key).filter(|change| change.running.is_none())?.clone();
        let fix = change.does.fix.as_ref().and_then(|fix| self.plan.files.pool.fixes.get(fix));
        let planned = change.window.1.since(change.window.0).num_minutes() as f64;
        let own = fix.map_or(planned, |fix| fix.minutes).max(1.0);
        let longer = change.does.overrun.map(|range| between(self.draw(Draw::Teams, key), range)).unwrap_or_default();
        let until = now.plus(minutes(own + longer)).unwrap_or(now);
        let early = now < change.window.0;
        let late = until > change.window.1 && !early;
        if let Some(change) = self.state.changes.get_mut(key) {
            change.running = Some((now, until));
            change.late = late;
        }
        if let Some(down) = change.does.down {
            for item in &change.items {
                self.item_is(item, false);
                self.in_minutes(down + longer, Due::Up(item.clone()));
            }
        }
        self.at(until, Due::ChangeEnds(key.clone()));
        Some(until)
    }

    pub(super) fn change_ends(&mut self, key: &Key) {
        let Some(change) = self.state.changes.get(key).cloned() else { return };
        if matches!(change.is, ChangeIs::Done | ChangeIs::BackedOut | ChangeIs::Reviewed) {
            return;
        }
        if !change.was_authorised {
            self.found(FindingAbout::Audit, "A change was carried out that nobody had authorised.");
        }
        let works = change.does.chance.is_none_or(|chance| self.draw(Draw::Outcomes, key).chance(chance));
        if works {
            for fault in &change.does.stops {
                self.fault_gone(fault, change.does.fix.as_ref());
            }
            if let Some(fix) = &change.does.fix {
                self.fix_by_change(&change.from, fix);
            }
        }
        self.change_is(key, ChangeIs::Done, "");
        // What it broke shows at the end of its window.
        let at = change.window.1.max(self.kernel.now());
        self.at(at, Due::ChangeShows(key.clone()));
    }

    /// The fix that a change carries, done to the fault that it is for.
    fn fix_by_change(&mut self, from: &Option<Key>, fix: &Key) {
        let fits = |case: &super::state::CaseState| {
            let form = self.pool_fault(case.planned.fault.as_ref());
            form.is_some_and(|form| form.fixes.contains_key(fix))
        };
        let raised = from.as_ref().and_then(|key| self.state.cases.get(key)).filter(|case| fits(case));
        let any = || self.state.cases.values().filter(|case| fits(case)).min_by_key(|case| case.order);
        if let Some(key) = raised.or_else(any).map(|case| case.planned.key.clone()) {
            self.tried(&key, fix, None);
            return;
        }
        // Nobody has told of it yet; it is mended all the same.
        let pool = &self.plan.files.pool;
        let fault = self.state.faults.iter().find(|(_, fault)| {
            let remedy = pool.faults.get(&fault.planned.fault).and_then(|form| form.fixes.get(fix));
            remedy.is_some_and(|remedy| remedy.works == crate::scenario::Works::Lasting)
        });
        if let Some(key) = fault.map(|(key, _)| key.clone()) {
            self.fault_gone(&key, Some(fix));
        }
    }

    pub(super) fn change_shows(&mut self, key: &Key) {
        let Some(change) = self.state.changes.get(key).cloned() else { return };
        if change.starts_done || change.is == ChangeIs::BackedOut {
            return;
        }
        if let Some(change) = self.state.changes.get_mut(key) {
            change.starts_done = true;
        }
        let spared = change.does.unless.as_ref().is_some_and(|condition| self.holds(condition));
        if spared {
            return;
        }
        for fault in &change.does.starts {
            // A variant may give the fault a later time of its own.
            let later = self.state.faults.get(fault).and_then(|fault| fault.planned.from);
            match later.filter(|at| *at > self.kernel.now()) {
                Some(at) => {
                    self.at(at, Due::Onset(fault.clone()));
                }
                None => self.fault_begins(fault),
            }
        }
    }

    /// A change is undone: by its plan, or without one and half the time in vain.
    pub(super) fn back_out(&mut self, key: &Key) {
        let Some(change) = self.state.changes.get(key).cloned() else { return };
        let planned = !change.plan.back_out.trim().is_empty();
        let works = planned || self.draw(Draw::Outcomes, &format!("back-out/{key}")).chance(0.5);
        if !works {
            self.say(key, Side::System, "", "It could not be undone. Nobody had planned how.", false);
            return;
        }
        for fault in &change.does.starts {
            self.fault_gone(fault, None);
        }
        self.change_is(key, ChangeIs::BackedOut, "");
    }

    /// How long undoing takes, in minutes.
    pub(super) fn back_out_minutes(&self, key: &Key) -> f64 {
        let Some(change) = self.state.changes.get(key) else { return 0.0 };
        let fix = change.does.fix.as_ref().and_then(|fix| self.plan.files.pool.fixes.get(fix));
        let own = fix.map_or(15.0, |fix| fix.minutes);
        if change.plan.back_out.trim().is_empty() { own * 3.0 } else { own }
    }

    /// Others find something out, for the debrief.
    pub(super) fn found(&mut self, about: FindingAbout, text: &str) {
        let text = text.replace("{time}", &String::from(self.now()));
        self.world(WorldEvent::Found { about, text: text.clone() });
        if !self.state.over {
            self.announce(None, || text, false);
        }
    }

    /// Changes and freezes in the way of a window, in words.
    pub(super) fn conflicts(&self, key: &Key) -> Vec<String> {
        let Some(change) = self.state.changes.get(key) else { return vec![] };
        let meets = |from: SimTime, to: SimTime| from < change.window.1 && change.window.0 < to;
        let others = self.state.changes.values().filter(|other| {
            let alive = matches!(other.is, ChangeIs::Proposed | ChangeIs::Authorised);
            other.key != *key && alive && meets(other.window.0, other.window.1)
        });
        let mut found: Vec<String> = others.map(|other| format!("In the same hours: {}", other.summary)).collect();
        for freeze in &self.plan.files.scenario.freezes {
            if meets(self.plan.at(freeze.from), self.plan.at(freeze.to))
                && self.touches(&change.items, &freeze.services)
            {
                found.push(format!("Frozen then: {}", freeze.why));
            }
        }
        found
    }

    /// Whether items belong to one of some services.
    fn touches(&self, items: &[Key], services: &[Key]) -> bool {
        let items = items.iter().filter_map(|item| self.plan.files.world.items.get(item));
        items.map(|item| &item.service).any(|service| services.contains(service))
    }

    /// How long until the change authority decides about what is raised here.
    pub(super) fn authority_minutes(&mut self, key: &Key, kind: ChangeType) -> TimeDelta {
        let spread = match kind {
            ChangeType::Standard => return TimeDelta::zero(),
            ChangeType::Normal => crate::scenario::Spread { promised: None, median: 15.0, p90: 60.0 },
            ChangeType::Emergency => crate::scenario::Spread { promised: None, median: 5.0, p90: 9.0 },
        };
        minutes(super::chance::spread(self.draw(Draw::Replies, &format!("authority/{key}")), spread))
    }
}
