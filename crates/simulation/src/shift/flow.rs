//! How time passes: events in their order, and conditions looked at after each.

use chrono::TimeDelta;

use super::due::Due;
use super::play::Shift;
use super::state::Busy;
use super::{Act, WorldEvent};
use crate::SimTime;
use crate::scenario::Key;

/// What ended a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// It passed.
    Passed,
    /// Somebody rings.
    Rang,
    /// The shift came to its end.
    Closed,
}

/// An act that is nearly done is not left for a ring.
const WORTH_INTERRUPTING: TimeDelta = TimeDelta::minutes(1);

impl Shift {
    /// Lets everything happen that is due by an instant, that instant included.
    pub(super) fn happen_until(&mut self, until: SimTime) {
        while let Some(fired) = self.kernel.step_until(until) {
            self.happen(fired.event);
        }
    }

    /// Lets time pass until an instant; a ring ends it if it may, and so does the end of the shift.
    pub(super) fn pass_until(&mut self, until: SimTime, may_ring: bool) -> Ended {
        self.rang = None;
        loop {
            let Some(fired) = self.kernel.step_until(until) else { return Ended::Passed };
            self.happen(fired.event);
            if self.state.over || self.is_closing() {
                return Ended::Closed;
            }
            let left = until.since(self.kernel.now());
            if may_ring && left >= WORTH_INTERRUPTING && self.rang.is_some() {
                return Ended::Rang;
            }
        }
    }

    /// Whether the clock has come to the end of the shift.
    pub(super) fn is_closing(&self) -> bool {
        self.kernel.now() >= self.plan.to
    }

    /// Lets the minutes of an act pass. Breaks are passed over before it begins.
    pub(super) fn spend(&mut self, act: &Act, label: &str, span: TimeDelta) -> Ended {
        let now = self.kernel.now();
        let until = now.plus(span).unwrap_or(now);
        let ended = self.pass_until(until, !matches!(act, Act::Answer { .. }));
        if ended == Ended::Rang
            && let Some(by) = self.rang.take()
        {
            let left = until.since(self.kernel.now());
            self.busy = Some(Busy { act: act.clone(), label: label.to_owned(), left, by });
        }
        ended
    }

    /// Lets the player be kept busy by what the world wants of them.
    pub(super) fn be_kept(&mut self) {
        while let Some(until) = self.state.kept_until.take() {
            if until > self.kernel.now() {
                self.pass_until(until.min(self.plan.to), false);
            }
        }
    }

    /// Passes over a break that has begun.
    pub(super) fn skip_breaks(&mut self) {
        let now = self.kernel.now();
        let pause = self.plan.breaks.iter().find(|(from, again)| *from <= now && now < *again).copied();
        if let Some((_, again)) = pause {
            self.state.talking_to = None;
            self.happen_until(again);
        }
    }

    fn happen(&mut self, due: Due) {
        self.next_command();
        match due {
            Due::Arrive(key) => self.arrive(&key),
            Due::GiveUp(key, nth) => self.give_up(&key, nth),
            Due::Onset(fault) => self.fault_begins(&fault),
            Due::HoldsEnd(fault, nth) => self.workaround_ends(&fault, nth),
            Due::CureEnds(key) => self.cure_ends(&key),
            Due::Answered(key, question) => self.answered_late(&key, &question),
            Due::Approval(key) => self.approval_comes(&key),
            Due::PickUp(key, turn) => self.team_may_begin(&key, turn),
            Due::TeamDone(key, turn) => self.team_done(&key, turn),
            Due::SupplierReacts(key, nth) => self.supplier_reacts(&key, nth),
            Due::SupplierDone(key, nth) => self.supplier_done(&key, nth),
            Due::Chase(key, nth) => self.chase(&key, nth),
            Due::Return(key, nth) => self.comes_back(&key, nth),
            Due::Promised(key, until) => self.promise_due(&key, until),
            Due::Answering(source, place) => self.effect(&source, place),
            Due::Turn(place) => self.turn(place),
            Due::Decision(change) => self.decide_change(&change),
            Due::ChangeBegins(change) => self.change_begins(&change),
            Due::ChangeEnds(change) => self.change_ends(&change),
            Due::ChangeShows(change) => self.change_shows(&change),
            Due::Heat(fault) => self.heat(&fault),
            Due::Look => {}
            Due::Up(item) => self.item_is(&item, true),
            Due::Close => self.announce(None, || "The shift has come to its end: hand over.".to_owned(), false),
        }
        self.keep_desk();
        self.look();
    }

    /// Looks at what conditions now hold; again, as long as something comes of it.
    pub(super) fn look(&mut self) {
        // At its very end a shift is looked at once more when something was handed over.
        if self.is_closing() && !self.state.over {
            return;
        }
        for _ in 0..8 {
            if !self.spring() {
                break;
            }
        }
    }

    /// Ends the shift.
    pub(super) fn end(&mut self) {
        self.state.over = true;
        self.busy = None;
        self.state.talking_to = None;
        self.next_command();
        self.look();
        for (source, place) in std::mem::take(&mut self.state.at_handover) {
            self.effect(&source, place);
        }
        self.aftermath();
        self.world(WorldEvent::Ended);
        self.keep_desk();
        self.kernel.note("ended");
    }

    /// What was left undone goes on to be lost: until a team is done with it, or until the next shift has it.
    fn aftermath(&mut self) {
        let now = self.kernel.now();
        let unmet: Vec<Key> =
            self.state.cases.iter().filter(|(_, case)| case.is_unmet()).map(|(key, _)| key.clone()).collect();
        for key in unmet {
            let Some(case) = self.state.cases.get(&key) else { continue };
            let super::state::Need::Unmet { since } = case.need else { continue };
            let span = TimeDelta::minutes(self.until_somebody_sees_to_it(&key));
            let until = now.plus(span).unwrap_or(now);
            let failure = case.planned.fault.clone().unwrap_or_else(|| key.clone());
            let (who, stake) = (case.planned.who.clone(), case.stake);
            self.lose(&key, who, failure, since, until, stake);
        }
    }

    /// Minutes after the shift until what is still open is mended: the next shift begins with what it was told of.
    fn until_somebody_sees_to_it(&self, key: &Key) -> i64 {
        const WORKED_ON: i64 = 30;
        const HANDED_OVER: i64 = 45;
        const RECORDED: i64 = 90;
        const UNKNOWN: i64 = 120;
        let Some(case) = self.state.cases.get(key) else { return 0 };
        let parent = self.records.parent_of(key).and_then(|parent| self.state.cases.get(parent));
        let worked_on = [Some(case), parent].into_iter().flatten().any(|case| case.work.is_some());
        let handed = [Some(case), parent].into_iter().flatten().any(|case| case.handed);
        match () {
            () if worked_on => WORKED_ON,
            () if handed => HANDED_OVER,
            () if self.records.is_open(key) => RECORDED,
            () => UNKNOWN,
        }
    }
}
