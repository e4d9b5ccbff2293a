//! What is due: promises, targets, changes.

use chrono::TimeDelta;

use super::super::play::Shift;
use super::super::state::ChangeState;
use super::super::view::{ChangeView, Due, DueKind, PromiseView};
use crate::SimTime;
use crate::scenario::{ChangeIs, Key, PromiseIs, Verdict};

/// How far ahead one looks.
const AHEAD: TimeDelta = TimeDelta::hours(1);

impl Shift {
    pub(super) fn see_promises(&self) -> Vec<PromiseView> {
        let running = self.state.cases.values().filter_map(|case| {
            let promise = case.promise.filter(|promise| promise.is == PromiseIs::Running)?;
            Some(PromiseView {
                case: case.planned.key.clone(),
                to: self.name_of(&case.planned.who),
                until: self.plan.local(promise.until),
            })
        });
        let mut all: Vec<PromiseView> = running.collect();
        all.sort_by(|one, other| (one.until, &one.case).cmp(&(other.until, &other.case)));
        all
    }

    pub(super) fn see_strip(&self) -> Vec<Due> {
        let now = self.kernel.now();
        let last = now.plus(AHEAD).unwrap_or(now);
        let soon = |at: SimTime| at >= now && at <= last;
        let mut all = vec![];
        for promise in self.see_promises() {
            if soon(self.plan.at(promise.until)) {
                let label = format!("Word to {}", promise.to);
                all.push(Due { at: promise.until, kind: DueKind::Promise, case: Some(promise.case), label });
            }
        }
        for key in self.state.cases.keys() {
            let Some(record) = self.records.view(key, self.instant()).filter(|_| self.records.is_open(key)) else {
                continue;
            };
            if let Some(due) = record.due.filter(|due| soon(self.plan.at(*due))) {
                let label = format!("{} to be resolved", record.number);
                all.push(Due { at: due, kind: DueKind::Target, case: Some(key.clone()), label });
            }
        }
        for change in self.state.changes.values() {
            if change.is == ChangeIs::Authorised && change.running.is_none() && soon(change.window.0) {
                let at = self.plan.local(change.window.0);
                all.push(Due { at, kind: DueKind::Change, case: None, label: change.summary.clone() });
            }
        }
        if soon(self.plan.to) {
            let at = self.plan.local(self.plan.to);
            all.push(Due { at, kind: DueKind::End, case: None, label: "Handover".to_owned() });
        }
        all.sort_by_key(|due| due.at);
        all
    }

    pub(super) fn see_changes(&self) -> Vec<ChangeView> {
        let mut changes: Vec<&ChangeState> = self.state.changes.values().collect();
        changes.sort_by_key(|change| change.order);
        changes.into_iter().map(|change| self.see_change(change)).collect()
    }

    fn see_change(&self, change: &ChangeState) -> ChangeView {
        let key: &Key = &change.key;
        let advice = change.advice.map(|verdict| match verdict {
            Verdict::Go => "Advised: go.",
            Verdict::GoIf => "Advised: go, on a condition.",
            Verdict::NotYet => "Advised: not yet.",
            Verdict::No => "Advised: no.",
        });
        ChangeView {
            key: key.clone(),
            number: self.records.change_number(key).unwrap_or_default(),
            summary: change.summary.clone(),
            kind: change.kind,
            items: change.items.clone(),
            window: (self.plan.local(change.window.0), self.plan.local(change.window.1)),
            by: change.by.clone(),
            who: change.who.as_ref().map(|who| self.name_of(who)),
            plan: change.plan.clone(),
            is: change.is,
            advice: advice.map(str::to_owned),
            conflicts: self.conflicts(key),
            conversation: change.conversation.clone(),
            acts: self.offers_of_change(key),
        }
    }
}
