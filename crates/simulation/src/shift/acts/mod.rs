//! Acting: may it be done, what does it cost, and what comes of it.

mod check;
mod cost;
mod do_change;
mod do_know;
mod do_mend;
mod do_record;
mod do_route;
mod do_talk;

use super::flow::Ended;
use super::play::{Refused, Shift, refuse};
use super::state::Phase;
use super::{Act, Done, Happened};
use crate::Traced;
use crate::scenario::{ContactKind, Key};
use crate::trace::TraceBytes;

/// An act as part of the run's hash.
struct Noted<'a>(&'a Act);

impl Traced for Noted<'_> {
    fn write(&self, bytes: &mut TraceBytes) {
        // An act is plain data; what cannot be written would be the same for all.
        bytes.text(&serde_json::to_string(self.0).unwrap_or_default());
    }
}

impl Shift {
    /// Does something, and lets the time pass that it takes.
    ///
    /// # Errors
    /// [`Refused`], and nothing has changed.
    pub fn act(&mut self, act: Act) -> Result<Done, Refused> {
        let first = self.next_entry();
        if self.state.over {
            return refuse("The shift is over.");
        }
        self.check(&act)?;
        self.try_out(&act)?;
        self.news.clear();
        self.state.hint = None;
        let (began, overlooked) = (self.kernel.now(), self.overlooked(&act));
        self.taken.push(first);
        self.kernel.note(&Noted(&act));
        self.next_command();
        match act {
            Act::CarryOn => self.carry_on(),
            Act::Leave => self.busy = None,
            Act::Wait { until } => self.wait(until),
            Act::Finish => self.finish(),
            act => {
                // Who answers the ring leaves what they were doing.
                self.busy = None;
                let minutes = self.minutes_of(&act).unwrap_or_default();
                let label = self.label_of(&act);
                self.write(Happened::Began(act.clone()));
                self.turn_to(&act);
                // Whoever is being picked up does not hang up meanwhile.
                self.state.answering = matches!(act, Act::Answer { .. }).then(|| act.case().cloned()).flatten();
                let ended = self.spend(&act, &label, super::plan::minutes(minutes));
                self.state.answering = None;
                if ended != Ended::Rang {
                    self.carry_through(act);
                }
            }
        }
        self.be_kept();
        self.skip_breaks();
        self.keep_desk();
        self.hint_at(overlooked, began);
        Ok(self.done(first))
    }

    /// Whether the desk would take it, before any time is spent: what needs a record is done to a copy first.
    fn try_out(&self, act: &Act) -> Result<(), Refused> {
        let at_desk = matches!(
            act,
            Act::Log { .. }
                | Act::Amend { .. }
                | Act::Resolve { .. }
                | Act::Reopen { .. }
                | Act::Cancel { .. }
                | Act::Link { .. }
                | Act::Assign { .. }
                | Act::Fix { .. }
                | Act::Hold { .. }
                | Act::Problem { .. }
                | Act::Known { .. }
                | Act::Article { .. }
                | Act::Change { .. }
                | Act::Major { .. }
                | Act::Report { .. }
                | Act::Improve { .. }
        );
        if at_desk { self.sketch().bring_off(act) } else { Ok(()) }
    }

    /// Goes on with what a ring interrupted.
    fn carry_on(&mut self) {
        let Some(busy) = self.busy.take() else { return };
        let ended = self.spend(&busy.act, &busy.label, busy.left);
        if ended != Ended::Rang {
            self.carry_through(busy.act);
        }
    }

    /// An act has come to its end: what it was for happens, if it still can.
    fn carry_through(&mut self, act: Act) {
        self.next_command();
        let now = self.kernel.now();
        let ends = matches!(act, Act::Handover { .. });
        if self.is_closing() && !ends {
            return;
        }
        // The world may have moved on meanwhile: then it was in vain, and one is told.
        if let Err(Refused(because)) = self.bring_off(&act) {
            self.keep_desk();
            let label = self.label_of(&act);
            if let Some(case) = act.case().cloned() {
                self.system_says(&case, &format!("{label}: {because}"));
            }
            self.announce(act.case(), || because, false);
            return;
        }
        self.keep_desk();
        self.state.acts.push((now, act.clone()));
        self.write(Happened::Act(act.clone()));
        self.look();
        self.keep_desk();
        if ends && self.is_closing() {
            self.end();
        }
    }

    /// What was being talked about is left when one turns to something else.
    fn turn_to(&mut self, act: &Act) {
        let case = act.case().cloned();
        if case.is_some() && self.state.talking_to.is_some() && self.state.talking_to != case {
            self.state.talking_to = None;
        }
        if let Some(case) = case.and_then(|key| self.state.cases.get_mut(&key)) {
            case.calls = false;
        }
    }

    fn wait(&mut self, until: Option<crate::scenario::LocalTime>) {
        self.busy = None;
        self.state.talking_to = None;
        self.woken = false;
        let last = until.map_or(self.plan.to, |time| self.plan.at(time)).min(self.plan.to);
        let now = self.kernel.now();
        let reminder = self.reminder().filter(|(at, _)| *at > now && *at < last);
        let end = reminder.as_ref().map_or(last, |(at, _)| *at).max(now);
        loop {
            let next = self.kernel.next_at().filter(|at| *at <= end);
            let Some(next) = next else {
                self.happen_until(end);
                if let Some((_, case)) = reminder {
                    self.announce(Some(&case), || "What you promised is due soon.".to_owned(), false);
                }
                return;
            };
            self.pass_until(next, false);
            let resting = self.plan.breaks.iter().any(|(from, again)| {
                let now = self.kernel.now();
                *from <= now && now < *again
            });
            if self.woken || self.is_closing() || resting {
                return;
            }
        }
    }

    /// When one has to think of the next promise, so that a word can still be given in time.
    fn reminder(&self) -> Option<(crate::SimTime, Key)> {
        const BEFORE: chrono::TimeDelta = chrono::TimeDelta::minutes(3);
        let now = self.kernel.now();
        let running = self.state.cases.values().filter_map(|case| {
            let promise = case.promise.filter(|promise| promise.is == crate::scenario::PromiseIs::Running)?;
            let at = promise.until.plus(-BEFORE).ok().filter(|at| *at > now)?;
            Some((at, case.planned.key.clone()))
        });
        running.min()
    }

    /// Ends the shift: what is left of it passes.
    fn finish(&mut self) {
        self.busy = None;
        let to = self.plan.to;
        self.happen_until(to);
        self.end();
    }

    /// What comes of an act when its time is over.
    fn bring_off(&mut self, act: &Act) -> Result<(), Refused> {
        match act.clone() {
            Act::Answer { contact } => self.do_answer(&contact),
            Act::Open { contact } => self.do_open(&contact),
            Act::Ask { contact, question } => self.do_ask(&contact, &question),
            Act::Verify { contact, method } => self.do_verify(&contact, method),
            Act::Reply { contact, intent, reason, words } => self.do_reply(&contact, intent, reason, &words),
            Act::Promise { contact, until, words } => self.do_promise(&contact, until, &words),
            Act::Confirm { contact } => self.do_confirm(&contact),
            Act::Broadcast { case, intent, until, words } => self.do_broadcast(&case, intent, until, &words),
            Act::Search { case } => self.do_search(&case),
            Act::Diagnose { case, diagnostic } => self.do_diagnose(&case, &diagnostic),
            Act::Fix { case, fix } => self.do_fix(&case, &fix),
            Act::Fulfil { case, task } => self.do_fulfil(&case, &task),
            Act::Log { .. } => self.do_log(act),
            Act::Amend { case, field } => self.do_amend(&case, &field),
            Act::Resolve { case, code, solution, cascade } => self.do_resolve(&case, code, solution.as_ref(), cascade),
            Act::Reopen { case, by } => self.do_reopen(&case, by.as_ref()),
            Act::Cancel { case, reason } => self.do_cancel(&case, reason),
            Act::Link { case, kind, to } => self.do_link(&case, kind, &to),
            Act::Hold { case, reason } => self.do_hold(&case, reason),
            Act::Problem { from } => self.do_problem(&from),
            Act::Known { problem, fix } => self.do_known(&problem, &fix),
            Act::Article { case } => self.do_article(&case),
            Act::Improve { case } => self.do_improve(&case),
            Act::Assign { case, team } => self.do_assign(&case, &team),
            Act::Escalate { case, person } => self.do_escalate(&case, &person),
            Act::Swarm { case, teams } => self.do_swarm(&case, &teams),
            Act::Nudge { case } => self.do_nudge(&case),
            Act::Supplier { case, supplier } => {
                self.call_supplier(&case, &supplier);
                Ok(())
            }
            Act::Press { case, supplier } => {
                self.press(&case, &supplier);
                Ok(())
            }
            Act::Report { case } => self.do_report(&case),
            Act::AskApproval { case, person } => self.do_ask_approval(&case, &person),
            Act::Major { case } => self.do_major(&case),
            Act::Standdown { case } => self.do_standdown(&case),
            Act::Change { .. } => self.do_change(act),
            Act::Assess { change, verdict, reasons } => self.do_assess(&change, verdict, &reasons),
            Act::Implement { change } => self.do_implement(&change),
            Act::Backout { change } => {
                self.back_out(&change);
                Ok(())
            }
            Act::Review { change, outcome } => self.do_review(&change, outcome),
            Act::Handover { items, promises } => self.do_handover(&items, &promises),
            Act::Wait { .. } | Act::CarryOn | Act::Leave | Act::Finish => Ok(()),
        }
    }

    /// Whoever acts: you.
    pub(super) fn you() -> Key {
        Key::new("you")
    }

    /// Whether a contact wants something that must not be given.
    pub(super) fn is_unsafe(&self, key: &Key) -> bool {
        let truth = self.state.cases.get(key).map(|case| &case.planned.truth);
        truth.is_some_and(|truth| truth.kind == ContactKind::Security || truth.refuse.is_some())
    }

    /// Turns to somebody, as far as nobody had.
    pub(super) fn take_up(&mut self, key: &Key) {
        if let Some(case) = self.state.cases.get_mut(key)
            && case.phase != Phase::Coming
        {
            case.phase = Phase::Taken;
        }
    }
}
