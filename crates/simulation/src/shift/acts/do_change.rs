//! Changes: raise, advise, carry out, look back.

use super::super::changes::DECIDES;
use super::super::due::Due;
use super::super::play::{Refused, Shift};
use super::super::records::NewChange;
use super::super::state::ChangeState;
use super::super::view::Side;
use super::super::{Act, Outcome};
use crate::scenario::{ChangeIs, ChangeType, Does, Key, Reason, Verdict};

impl Shift {
    pub(super) fn do_change(&mut self, act: &Act) -> Result<(), Refused> {
        let Act::Change { case, kind, fix, items, window, plan, .. } = act else { return Ok(()) };
        // One that is on its way already and carries the same fix is completed instead of raised a second time.
        let known = self.state.changes.values().find(|change| {
            change.does.fix.as_ref() == Some(fix) && matches!(change.is, ChangeIs::Proposed | ChangeIs::Postponed)
        });
        if let Some(key) = known.map(|change| change.key.clone()) {
            self.complete(&key, act);
            return Ok(());
        }
        let count = self.state.changes.keys().filter(|key| key.starts_with("change-")).count();
        let key = self.numbered("change", count);
        let form = self.plan.files.pool.fixes.get(fix).cloned();
        let by = form.as_ref().and_then(|form| form.by.first().cloned());
        let summary = form.as_ref().map(|form| form.label.clone()).unwrap_or_default();
        let (from, to) = (self.plan.at(window.0), self.plan.at(window.1));
        let touched = if items.is_empty() { form.map(|form| form.items).unwrap_or_default() } else { items.clone() };
        let services: Vec<Key> = touched
            .iter()
            .filter_map(|item| self.plan.files.world.items.get(item))
            .map(|item| item.service.clone())
            .collect();
        let new = NewChange {
            key: key.clone(),
            summary: summary.clone(),
            kind: *kind,
            fix: Some(fix.clone()),
            services,
            items: touched.clone(),
            team: by.clone(),
            planned: (from < to).then(|| (from.utc(), to.utc())),
            plan,
            from: self.records.record(case).map(|_| case.clone()),
        };
        self.records.raise_change(self.kernel.now().utc(), &Self::you(), new)?;
        let state = ChangeState {
            key: key.clone(),
            summary,
            kind: *kind,
            items: touched,
            window: (from, to.max(from)),
            by,
            who: None,
            plan: plan.clone(),
            does: Does { fix: Some(fix.clone()), ..Does::default() },
            is: ChangeIs::Proposed,
            was_authorised: false,
            advice: None,
            running: None,
            late: false,
            starts_done: false,
            conversation: vec![],
            from: Some(case.clone()),
            order: self.state.changes.len(),
        };
        self.state.changes.insert(key.clone(), state);
        self.put_to_authority(&key, *kind);
        Ok(())
    }

    /// Puts a change to its authority; a standard one is authorised beforehand.
    fn put_to_authority(&mut self, key: &Key, kind: ChangeType) {
        if kind == ChangeType::Standard {
            self.change_is(key, ChangeIs::Authorised, "It is a standard change.");
            return;
        }
        let wait = self.authority_minutes(key, kind);
        self.later(wait, Due::Decision(key.clone()));
    }

    fn complete(&mut self, key: &Key, act: &Act) {
        let Act::Change { case, kind, window, plan, .. } = act else { return };
        let window = (self.plan.at(window.0), self.plan.at(window.1));
        let Some(change) = self.state.changes.get_mut(key) else { return };
        change.kind = *kind;
        change.plan = plan.clone();
        change.from = Some(case.clone());
        change.is = ChangeIs::Proposed;
        if window.0 < window.1 {
            change.window = window;
        }
        let from = change.window.0;
        self.at(from, Due::ChangeBegins(key.clone()));
        self.put_to_authority(key, *kind);
    }

    pub(super) fn do_assess(&mut self, key: &Key, verdict: Verdict, reasons: &[Reason]) -> Result<(), Refused> {
        let Some(change) = self.state.changes.get_mut(key) else { return Ok(()) };
        if change.is != ChangeIs::Proposed {
            self.say(
                key,
                Side::System,
                "",
                "The change authority had decided by then: this advice came too late.",
                false,
            );
            return Ok(());
        }
        change.advice = Some(verdict);
        let word = match verdict {
            Verdict::Go => "Go",
            Verdict::GoIf => "Go, on a condition",
            Verdict::NotYet => "Not yet",
            Verdict::No => "No",
        };
        let why: Vec<&str> = reasons.iter().map(|reason| reason.words()).collect();
        let text = if why.is_empty() { format!("{word}.") } else { format!("{word}: {}.", why.join("; ")) };
        self.say(key, Side::You, "You", &text, false);
        self.in_minutes(DECIDES, Due::Decision(key.clone()));
        Ok(())
    }

    pub(super) fn do_implement(&mut self, key: &Key) -> Result<(), Refused> {
        drop(self.records.implement(self.kernel.now().utc(), &Self::you(), key));
        if self.is_mine(key) {
            // One's own minutes have passed already.
            self.change_ends(key);
        } else if let Some(until) = self.carry_out(key) {
            let time = String::from(self.plan.local(until));
            self.say(key, Side::Colleague, "", &format!("It is being carried out, until about {time}."), false);
        }
        Ok(())
    }

    pub(super) fn do_review(&mut self, key: &Key, outcome: Outcome) -> Result<(), Refused> {
        drop(self.records.review(self.kernel.now().utc(), &Self::you(), key, outcome));
        self.change_is(key, ChangeIs::Reviewed, "");
        Ok(())
    }
}

impl Reason {
    /// Its word in conditions.
    pub fn word(self) -> &'static str {
        match self {
            Reason::Conflict => "conflict",
            Reason::Freeze => "freeze",
            Reason::Window => "window",
            Reason::NoTest => "no-test",
            Reason::NoBackOut => "no-back-out",
            Reason::WrongType => "wrong-type",
            Reason::UnreadyPeople => "unready-people",
            Reason::Depends => "depends",
            Reason::Benefit => "benefit",
        }
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Reason::Conflict => "another change is in its way",
            Reason::Freeze => "nothing is changed then",
            Reason::Window => "the time is wrong",
            Reason::NoTest => "its test does not show that it works",
            Reason::NoBackOut => "there is no way back",
            Reason::WrongType => "it goes the wrong way",
            Reason::UnreadyPeople => "people do not know of it yet",
            Reason::Depends => "something else has to come first",
            Reason::Benefit => "what it is good for outweighs it",
        }
    }
}
