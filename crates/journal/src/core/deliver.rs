//! Taking in commands: each once, each tab's in its order, none beyond a gap.

use super::Core;
use crate::entry::{Id, Name};
use crate::frame::Needs;
use crate::keys::Key;
use crate::{Entry, Finding, Store, StoreError};

impl Core {
    /// Takes in a command from a packed segment: it was without a gap when it was packed.
    pub fn take_packed(&mut self, entry: Entry) {
        let (tab, sequence) = entry.id();
        if !self.known.contains_key(&entry.id()) {
            self.accept(entry);
        }
        let reached = self.reached.entry(tab).or_default();
        *reached = (*reached).max(sequence);
    }

    /// Takes in a command from its own key, and with it those that waited for it.
    pub(super) fn take(&mut self, key: &str, entry: Entry, needs: Needs) {
        self.heed(needs);
        let id = entry.id();
        if let Some(before) = self.known.get(&id).or_else(|| self.withheld.get(&id)) {
            if *before != entry {
                self.report(key, Finding::Conflict { key: key.to_owned() });
            }
            return;
        }
        self.withheld.insert(id, entry);
        self.release(id);
    }

    /// Lets through what waited behind a gap that is closed now.
    pub(super) fn release(&mut self, (tab, _): Id) {
        loop {
            let reached = self.reached.entry(tab).or_default();
            // What lies below was known to be packed: it fills a hole that was no gap.
            let Some((&id, _)) = self.withheld.range((tab, 0)..=(tab, reached.saturating_add(1))).next() else {
                return;
            };
            *reached = (*reached).max(id.1);
            if let Some(entry) = self.withheld.remove(&id) {
                self.accept(entry);
            }
        }
    }

    /// Hands over what has arrived, in the order of the journal.
    pub fn arrivals(&mut self) -> Vec<Entry> {
        let arrived = std::mem::take(&mut self.arrived);
        self.these_in_order(&arrived).into_iter().cloned().collect()
    }

    fn accept(&mut self, entry: Entry) {
        self.clock.observe(entry.stamp);
        if !entry.stamp.is_followed() {
            self.findings.push(Finding::FarAhead { tab: entry.stamp.tab, sequence: entry.sequence });
        }
        self.withheld.remove(&entry.id());
        self.arrived.push(entry.id());
        self.known.insert(entry.id(), entry);
    }

    /// Takes in one key's value; anything that is not a command or a name is passed over.
    pub(super) fn take_value(&mut self, text: &str, key: &Key, value: &str) {
        match *key {
            Key::Command { tab, sequence } => match Entry::read(value, &self.versions, (tab, sequence)) {
                Ok((entry, needs)) => self.take(text, entry, needs),
                Err(why) => self.report(text, Finding::of_record(text, why)),
            },
            Key::Name { .. } => match Name::read(value, &self.versions) {
                Ok(name) => self.rename_to(name),
                Err(why) => self.report(text, Finding::of_record(text, why)),
            },
            _ => {}
        }
    }

    /// The latest name counts.
    pub fn rename_to(&mut self, name: Name) {
        self.clock.observe(name.stamp);
        if name.stamp >= self.name.stamp {
            self.name = name;
        }
    }

    /// Reads every command and name key that is not known yet.
    pub(super) fn take_keys(&mut self, store: &dyn Store, keys: &[(String, Key)]) -> Result<(), StoreError> {
        for (text, key) in keys {
            let unknown = match *key {
                Key::Command { tab, sequence } => {
                    let id = (tab, sequence);
                    !self.known.contains_key(&id) && !self.withheld.contains_key(&id)
                }
                Key::Name { .. } => true,
                _ => false,
            };
            if unknown && let Some(value) = store.get(text)? {
                self.take_value(text, key, &value);
            }
        }
        Ok(())
    }

    /// Reports the gaps there are.
    pub(super) fn report_gaps(&mut self) {
        let mut gaps: Vec<Finding> = Vec::new();
        for &(tab, _) in self.withheld.keys() {
            match gaps.last_mut() {
                Some(Finding::Gap { tab: last, withheld, .. }) if *last == tab => *withheld += 1,
                _ => {
                    let missing = self.reached.get(&tab).copied().unwrap_or_default().saturating_add(1);
                    gaps.push(Finding::Gap { tab, missing, withheld: 1 });
                }
            }
        }
        self.findings.append(&mut gaps);
    }
}
