//! Suppliers: called, they ask for evidence, begin, and mend, by their own clock.

use super::WorldEvent;
use super::chance::{Draw, spread};
use super::due::Due;
use super::plan::minutes;
use super::play::Shift;
use super::state::SupplierState;
use super::view::Side;
use crate::scenario::Key;

impl Shift {
    /// Somebody calls a supplier about a case.
    pub(super) fn call_supplier(&mut self, key: &Key, supplier: &Key) {
        let Some(form) = self.plan.files.pool.suppliers.get(supplier).cloned() else { return };
        if self.is_called(supplier) {
            self.still_asks_or(supplier, key, "We are on it; there is nothing new.");
            return;
        }
        let now = self.kernel.now();
        let promised =
            form.react.promised.unwrap_or(form.react.median) + form.repair.promised.unwrap_or(form.repair.median);
        let asks = !form.evidence.is_empty() && !self.has_evidence(&form.evidence);
        let state = SupplierState {
            called: now,
            case: key.clone(),
            repair_by: now.plus(minutes(promised)).unwrap_or(now),
            done_at: None,
            asks,
            pressed: false,
            fix: self.supplier_fix(key, supplier),
            nth: 0,
            over: false,
        };
        self.state.suppliers.insert(supplier.clone(), state);
        if asks {
            self.supplier_asks(supplier, key, "Before we begin, one of you has to do this: ");
        } else {
            self.supplier_begins(supplier);
        }
    }

    /// Whether a supplier was called and has not done its part yet.
    pub(super) fn is_called(&self, supplier: &Key) -> bool {
        self.state.suppliers.get(supplier).is_some_and(|called| !called.over)
    }

    /// What a supplier says that is asked again: for what it waits, or something else.
    fn still_asks_or(&mut self, supplier: &Key, key: &Key, otherwise: &str) {
        if !self.supplier_asks(supplier, key, "We still wait for this: ") {
            self.supplier_says(supplier, key, otherwise);
        }
    }

    /// A supplier that waits for something to be looked at says for what; whether it does.
    fn supplier_asks(&mut self, supplier: &Key, key: &Key, before: &str) -> bool {
        let pool = &self.plan.files.pool;
        let Some(form) = pool.suppliers.get(supplier) else { return false };
        if !self.state.suppliers.get(supplier).is_some_and(|called| called.asks) {
            return false;
        }
        let labels = form.evidence.iter().filter_map(|look| pool.diagnostics.get(look)).map(|look| look.label.clone());
        let text = format!("{before}{}.", labels.collect::<Vec<_>>().join("; "));
        self.supplier_says(supplier, key, &text);
        true
    }

    fn has_evidence(&self, wanted: &[Key]) -> bool {
        self.state.cases.values().any(|case| wanted.iter().any(|look| case.looked_at.contains(look)))
    }

    /// What a supplier would do about the fault behind a case.
    fn supplier_fix(&self, key: &Key, supplier: &Key) -> Option<Key> {
        let fault = self.state.cases.get(key)?.planned.fault.as_ref();
        let form = self.pool_fault(fault)?;
        let by_them = |fix: &&Key| {
            self.plan.files.pool.fixes.get(*fix).is_some_and(|form| form.supplier.as_ref() == Some(supplier))
        };
        form.fixes.keys().find(by_them).cloned()
    }

    fn supplier_begins(&mut self, supplier: &Key) {
        let Some(form) = self.plan.files.pool.suppliers.get(supplier).cloned() else { return };
        let wait = spread(self.draw(Draw::Suppliers, &format!("react/{supplier}")), form.react);
        let nth = self.state.suppliers.get(supplier).map_or(0, |state| state.nth);
        self.in_minutes(wait, Due::SupplierReacts(supplier.clone(), nth));
        let case = self.state.suppliers.get(supplier).map(|state| state.case.clone());
        if let Some(case) = case {
            self.supplier_says(supplier, &case, "Noted. Somebody will see to it.");
        }
    }

    /// Something was looked at: a supplier may have waited for it.
    pub(super) fn evidence(&mut self, look: &Key) {
        let waiting: Vec<Key> = self
            .state
            .suppliers
            .iter()
            .filter(|(supplier, state)| {
                let form = self.plan.files.pool.suppliers.get(*supplier);
                state.asks && !state.over && form.is_some_and(|form| form.evidence.contains(look))
            })
            .map(|(supplier, _)| supplier.clone())
            .collect();
        for supplier in waiting {
            if let Some(state) = self.state.suppliers.get_mut(&supplier) {
                state.asks = false;
            }
            self.supplier_begins(&supplier);
        }
    }

    pub(super) fn supplier_reacts(&mut self, supplier: &Key, nth: u32) {
        let Some(form) = self.plan.files.pool.suppliers.get(supplier).cloned() else { return };
        let Some(state) = self.state.suppliers.get(supplier).filter(|state| state.nth == nth && !state.over) else {
            return;
        };
        let (case, helpless) = (state.case.clone(), state.fix.is_none());
        if helpless {
            self.supplier_says(supplier, &case, "On our side everything works. Please look at yours.");
            if let Some(state) = self.state.suppliers.get_mut(supplier) {
                state.over = true;
            }
            return;
        }
        let wait = spread(self.draw(Draw::Suppliers, &format!("repair/{supplier}")), form.repair);
        let now = self.kernel.now();
        let done = now.plus(minutes(wait)).unwrap_or(now);
        if let Some(state) = self.state.suppliers.get_mut(supplier) {
            state.done_at = Some(done);
        }
        self.at(done, Due::SupplierDone(supplier.clone(), nth));
        let time = String::from(self.plan.local(done));
        self.supplier_says(supplier, &case, &format!("We have begun. It should work by about {time}."));
    }

    pub(super) fn supplier_done(&mut self, supplier: &Key, nth: u32) {
        let Some(state) = self.state.suppliers.get_mut(supplier).filter(|state| state.nth == nth && !state.over) else {
            return;
        };
        state.over = true;
        let (case, fix) = (state.case.clone(), state.fix.clone());
        if let Some(fix) = fix {
            let (_, says) = self.tried(&case, &fix, Some(supplier));
            self.supplier_says(supplier, &case, &says);
        }
    }

    /// Escalating works only once a target is missed or near.
    pub(super) fn press(&mut self, key: &Key, supplier: &Key) {
        let now = self.kernel.now();
        let Some(state) = self.state.suppliers.get_mut(supplier).filter(|state| !state.over) else {
            self.supplier_says(supplier, key, "We have nothing of yours at the moment.");
            return;
        };
        let all = state.repair_by.since(state.called).num_milliseconds();
        let gone = now.since(state.called).num_milliseconds();
        let near = gone.saturating_mul(10) >= all.saturating_mul(8);
        if state.pressed || !near {
            self.still_asks_or(supplier, key, "We are within our usual time.");
            return;
        }
        state.pressed = true;
        state.nth += 1;
        let nth = state.nth;
        let left = state.done_at.map_or(chrono::TimeDelta::minutes(20), |done| done.since(now));
        let done = now.plus(left / 2).unwrap_or(now);
        state.done_at = Some(done);
        self.at(done, Due::SupplierDone(supplier.clone(), nth));
        self.supplier_says(supplier, key, "You are right, that is late. It goes to the front now.");
    }

    fn supplier_says(&mut self, supplier: &Key, key: &Key, text: &str) {
        let name = self.plan.files.pool.suppliers.get(supplier).map(|form| form.name.clone()).unwrap_or_default();
        self.say(key, Side::Colleague, &name, text, false);
        self.world(WorldEvent::Supplier { supplier: supplier.clone(), text: text.to_owned() });
        if let Some(case) = self.state.cases.get_mut(key) {
            case.calls = true;
        }
        self.announce(Some(key), || format!("{name}: {text}"), false);
    }
}
