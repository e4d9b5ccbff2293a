//! Saving one command, or a name, under a key of this tab's own.

use super::Core;
use super::refresh::Standing;
use crate::entry::Name;
use crate::keys::Key;
use crate::put::put_in_need;
use crate::usage::{WARN_PERCENT, is_beyond, units};
use crate::{AppendError, Appended, Entry, LIMIT_UNITS, Mode, Notice, ReadOnly, Store};

/// From this difference on, a clock that is behind is worth a word: an hour, in milliseconds.
const CLOCK_TOLERANCE: u64 = 3_600_000;

impl Core {
    /// Saves a command: when this answers with it, it has been read back.
    pub fn append(&mut self, store: &dyn Store, payload: &str, wall_millis: u64) -> Result<Appended, AppendError> {
        self.may_write(store)?;
        let reached = self.reached.get(&self.tab).copied().unwrap_or_default();
        let entry = Entry {
            stamp: self.next_stamp(wall_millis),
            sequence: reached.saturating_add(1),
            payload: payload.to_owned(),
        };
        let key = self.command_key(entry.id());
        let record = entry.record(self.versions.needs());
        let mut notices = self.save(store, &key, &record)?;
        self.clock.took(entry.stamp);
        self.reached.insert(self.tab, entry.sequence);
        self.known.insert(entry.id(), entry.clone());
        let behind = self.clock.ahead_of(wall_millis);
        if behind > CLOCK_TOLERANCE && !std::mem::replace(&mut self.warned_clock, true) {
            notices.push(Notice::ClockBehind { millis: behind });
        }
        Ok(Appended { entry, notices })
    }

    /// Gives the workspace another name.
    pub fn rename(&mut self, store: &dyn Store, name: &str, wall_millis: u64) -> Result<Vec<Notice>, AppendError> {
        self.may_write(store)?;
        let name = Name::new(self.next_stamp(wall_millis), name);
        let notices = self.save(store, &self.key(&Key::Name { tab: self.tab }), &name.record(self.versions.needs()))?;
        self.clock.took(name.stamp);
        self.name = name;
        Ok(notices)
    }

    /// Puts commands back that were kept elsewhere and that the store has lost. Those that came with it
    /// (others may have waited for them) are among the arrivals.
    pub fn recover(&mut self, store: &dyn Store, entries: &[Entry]) -> Result<(), AppendError> {
        self.may_write(store)?;
        for entry in entries {
            if entry.sequence > 0 && !self.known.contains_key(&entry.id()) && !self.withheld.contains_key(&entry.id()) {
                let key = self.command_key(entry.id());
                let needs = self.versions.needs();
                self.save(store, &key, &entry.record(needs))?;
                self.take(&key, entry.clone(), needs);
            }
        }
        Ok(())
    }

    fn may_write(&mut self, store: &dyn Store) -> Result<(), AppendError> {
        let may_be_back = self.mode == Mode::ReadOnly(ReadOnly::Binned);
        if (self.mode.may_write() || may_be_back) && self.standing(store)? == Standing::Cleared {
            return Err(AppendError::Cleared);
        }
        match self.mode {
            Mode::ReadOnly(reason) => Err(AppendError::ReadOnly(reason)),
            Mode::ReadWrite | Mode::Memory(_) => Ok(()),
        }
    }

    fn save(&mut self, store: &dyn Store, key: &str, record: &str) -> Result<Vec<Notice>, AppendError> {
        let before = store.get(key)?;
        let reserve_used = match put_in_need(store, key, record) {
            Ok(used) => used,
            Err(error) => {
                // What was refused must not turn up later, neither whole nor in pieces.
                let _ = match before {
                    None => store.remove(key),
                    Some(before) => store.set(key, &before),
                };
                return Err(error.into());
            }
        };
        self.units += units(key) + units(record);
        let mut notices = Vec::new();
        if reserve_used {
            notices.push(Notice::ReserveUsed);
        }
        if store.fleeting().is_none()
            && is_beyond(self.units, WARN_PERCENT)
            && !std::mem::replace(&mut self.warned_filling, true)
        {
            notices.push(Notice::Filling { percent: self.units * 100 / LIMIT_UNITS });
        }
        Ok(notices)
    }
}
