//! How an expert goes about an incident.

use super::habits::Habits;
use crate::scenario::{ChangeIs, ChangeType, Channel, FaultIs, Key, LinkKind, LocalTime, Plan, PromiseIs, Works};
use crate::shift::play::Shift;
use crate::shift::state::CaseState;
use crate::shift::{Act, Logged, Verify};

impl Shift {
    /// An expert: what belongs to it, the shortest way to where somebody can work, and the cause.
    pub(super) fn seen_through(&self, habits: Habits, key: &Key, case: &CaseState) -> Option<Act> {
        let known = self.known_steps(key, case);
        if known.is_some() {
            return known;
        }
        let tool = case.planned.channel == Channel::Monitoring;
        let logs = case.logged.is_none();
        if case.planned.truth.major || self.is_of_many(case) || tool {
            if logs && (self.parent_for(key, case).is_none() || tool) {
                return Some(self.log(habits, key, case, Logged::Incident, None));
            }
            if let Some(act) = self.for_many(key, case) {
                return Some(act);
            }
        }
        if let Some(act) = self.parent_step(key, case) {
            return Some(act);
        }
        if let Some(act) = self.own_fix(key, case) {
            return Some(act);
        }
        if case.logged.is_none() {
            return Some(self.log(habits, key, case, Logged::Incident, None));
        }
        if let Some(act) = self.for_many(key, case) {
            return Some(act);
        }
        let parent = self.records.parent_of(key).is_some();
        let team = case.planned.truth.team.clone().filter(|_| !parent);
        let own = team.as_ref() == Some(&self.plan.files.scenario.you.team);
        if let Some(act) = team.filter(|_| !own).and_then(|team| self.give(key, case, &team)) {
            return Some(act);
        }
        let promised = self.promise_is(key) != PromiseIs::None || case.planned.channel == Channel::Monitoring;
        (!promised && case.is_unmet()).then(|| self.promise(key, case))
    }

    /// Whether a fault reaches more than those who have called.
    pub(super) fn is_of_many(&self, case: &CaseState) -> bool {
        let fault = case.planned.fault.as_ref();
        let wave = self.plan.contacts.iter().any(|other| other.demand.is_some() && other.fault.as_ref() == fault);
        fault.is_some() && wave
    }

    /// What helps many at once: the supplier, the teams together, a change, a word to all.
    pub(super) fn for_many(&self, key: &Key, case: &CaseState) -> Option<Act> {
        if let Some(act) = self.supplier_step(key, case) {
            return Some(act);
        }
        let declared = self.state.acts.iter().any(|(_, act)| matches!(act, Act::Major { .. }));
        if case.planned.truth.major && !declared && self.records.is_open(key) {
            return Some(Act::Major { case: key.clone() });
        }
        if let Some(act) = self.change_step(key, case) {
            return Some(act);
        }
        self.wants_broadcast(key).then(|| self.broadcast(key))
    }

    /// Looks and searches that belong to a contact.
    pub(super) fn known_steps(&self, key: &Key, case: &CaseState) -> Option<Act> {
        for must in &case.planned.truth.must {
            let act = match must.split_once(':') {
                Some(("diagnose", look)) if !case.looked_at.contains(look) => {
                    Act::Diagnose { case: key.clone(), diagnostic: Key::new(look) }
                }
                None if must == "search" && case.found.is_none() => Act::Search { case: key.clone() },
                _ => continue,
            };
            if self.check(&act).is_ok() {
                return Some(act);
            }
        }
        None
    }

    pub(super) fn parent_step(&self, key: &Key, case: &CaseState) -> Option<Act> {
        let to = self.parent_for(key, case).filter(|_| self.records.parent_of(key).is_none())?;
        self.records.record(&to)?;
        Some(Act::Link { case: key.clone(), kind: LinkKind::Parent, to })
    }

    /// The record that a case belongs under: as the truth says, or the first open one of the same fault.
    pub(super) fn parent_for(&self, key: &Key, case: &CaseState) -> Option<Key> {
        let by_truth = case.planned.truth.parent.clone().filter(|parent| self.records.is_open(parent) && parent != key);
        if by_truth.is_some() {
            return by_truth;
        }
        let fault = case.planned.fault.as_ref()?;
        let alone =
            self.pool_fault(Some(fault)).is_some_and(|form| form.affects.is_none()) && case.planned.demand.is_none();
        if alone {
            return None;
        }
        let first = self.cases_of(fault).into_iter().filter(|other| {
            let elder = self.state.cases.get(other).is_some_and(|other| other.order < case.order);
            elder && self.records.is_open(other) && self.records.parent_of(other).is_none()
        });
        first.min_by_key(|other| self.state.cases.get(other).map(|other| other.order))
    }

    /// What the desk itself can do that helps: for good if it is quick, else the quickest.
    pub(super) fn own_fix(&self, key: &Key, case: &CaseState) -> Option<Act> {
        let tool = case.planned.channel == Channel::Monitoring;
        if !case.is_unmet() && !tool {
            return None;
        }
        let fault = case.planned.fault.as_ref()?;
        if self.state.faults.get(fault).is_none_or(|fault| fault.is != FaultIs::Active) {
            return None;
        }
        let form = self.pool_fault(Some(fault)).filter(|form| form.heats.is_none())?;
        let pool = &self.plan.files.pool;
        let again = case.returned > 0 || case.met.len() > 1;
        let ways = form.fixes.iter().filter(|(fix, remedy)| {
            let freely = pool.fixes.get(*fix).is_some_and(|form| form.change.is_none());
            let mine = self.is_own(fix) && freely;
            let helps = matches!(remedy.works, Works::Lasting | Works::Workaround);
            let tried = case.tried.iter().any(|(done, _)| done == *fix);
            // A tool has nobody who could be helped alone; its cause is to be mended.
            let for_one = remedy.only_whom.is_some() || remedy.works == Works::Workaround;
            mine && helps && (!tried || remedy.only_whom.is_none()) && !(tool && for_one)
        });
        let cost = |(fix, remedy): &(&Key, &crate::scenario::Remedy)| {
            let minutes = self.minutes_to_fix(key, fix);
            let for_one = remedy.only_whom.is_some() && form.affects.is_some();
            let lasting = remedy.works == Works::Lasting;
            let penalty = if lasting {
                0.0
            } else if again {
                30.0
            } else {
                4.0
            };
            minutes + penalty + if for_one { 6.0 } else { 0.0 }
        };
        let (fix, _) = ways.min_by(|one, other| cost(one).total_cmp(&cost(other)))?;
        let needs = pool.fixes.get(fix)?;
        if needs.verify && case.verified.is_none() && case.planned.channel != Channel::Monitoring {
            return Some(Act::Verify { contact: key.clone(), method: Verify::Callback });
        }
        let act = Act::Fix { case: key.clone(), fix: fix.clone() };
        let saves = pool.articles.values().any(|article| article.fix.as_ref() == Some(fix) && article.saves > 1.0);
        if saves && case.found.is_none() {
            return Some(Act::Search { case: key.clone() });
        }
        Some(act)
    }

    /// Calls the supplier with what they ask for.
    pub(super) fn supplier_step(&self, key: &Key, case: &CaseState) -> Option<Act> {
        let form = self.pool_fault(case.planned.fault.as_ref())?;
        let pool = &self.plan.files.pool;
        let supplier = form.fixes.keys().find_map(|fix| {
            let helps = form.fixes.get(fix).is_some_and(|remedy| remedy.works == Works::Lasting);
            pool.fixes.get(fix).filter(|_| helps)?.supplier.clone()
        })?;
        if self.state.suppliers.contains_key(&supplier) {
            return None;
        }
        let evidence = pool.suppliers.get(&supplier).map(|form| form.evidence.clone()).unwrap_or_default();
        let looked = |look: &Key| self.state.cases.values().any(|case| case.looked_at.contains(look));
        let look = evidence.iter().find(|look| !looked(look)).cloned();
        let act = look.map(|diagnostic| Act::Diagnose { case: key.clone(), diagnostic });
        if let Some(act) = act.filter(|act| self.check(act).is_ok()) {
            return Some(act);
        }
        Some(Act::Supplier { case: key.clone(), supplier })
    }

    /// Raises the change that would mend it, with plans that are whole; and has it carried out.
    pub(super) fn change_step(&self, key: &Key, case: &CaseState) -> Option<Act> {
        let fault = case.planned.fault.as_ref()?;
        if self.state.faults.get(fault).is_none_or(|fault| fault.is == FaultIs::Gone) {
            return None;
        }
        let form = self.pool_fault(Some(fault))?;
        let pool = &self.plan.files.pool;
        let (fix, kind) = form.fixes.iter().find_map(|(fix, remedy)| {
            let helps = match remedy.works {
                Works::Lasting => true,
                Works::Workaround => remedy.holds.is_some_and(|(from, _)| from >= 600.0),
                _ => false,
            };
            let kind = pool.fixes.get(fix)?.change.filter(|kind| *kind != ChangeType::Standard)?;
            helps.then(|| (fix.clone(), kind))
        })?;
        let raised = self.state.changes.values().find(|change| change.does.fix.as_ref() == Some(&fix));
        match raised {
            Some(change) if change.is == ChangeIs::Authorised && change.running.is_none() => {
                Some(Act::Implement { change: change.key.clone() })
            }
            Some(change) if change.advice.is_some() && !change.plan.test.is_empty() => None,
            Some(change) if change.from.is_some() => None,
            _ => {
                let now = self.now();
                let window = (LocalTime(now.0 + 15), LocalTime(now.0 + 60));
                let plan = Plan {
                    how: "As the team has written it down.".to_owned(),
                    test: "With what failed, by those whom it failed.".to_owned(),
                    back_out: "Back to what was before.".to_owned(),
                };
                let items = pool.fixes.get(&fix).map(|form| form.items.clone()).unwrap_or_default();
                Some(Act::Change { case: key.clone(), kind, fix, items, window, plan })
            }
        }
    }
}
