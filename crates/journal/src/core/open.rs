//! Opening: the newest slot that is whole, what it names, and every command that came after it.

use super::Core;
use super::slots::{self, newest_first};
use crate::keys::{self, Key};
use crate::usage::{WARN_PERCENT, usage};
use crate::workspaces::is_unfinished;
use crate::{
    Finding, LIMIT_UNITS, Mode, OpenError, Opened, ReadOnly, Store, StoreError, TabId, Versions, Witness, put, rescue,
};

impl Core {
    /// Opens a workspace. Writes nothing but the reserve.
    pub fn open(
        store: &dyn Store,
        versions: Versions,
        workspace: &str,
        tab: TabId,
        witness: Option<&Witness>,
    ) -> Result<(Core, Opened), OpenError> {
        let all = store.keys().map_err(OpenError::Store)?;
        let ours: Vec<(String, Key)> =
            keys::of_workspace(&all, workspace).map(|(text, key)| (text.to_owned(), key)).collect();
        if ours.iter().any(|(_, key)| *key == Key::Deleted) {
            return Err(OpenError::Deleted);
        }
        if ours.iter().any(|(_, key)| *key == Key::Binned) {
            return Err(OpenError::Binned);
        }
        let mode = store.fleeting().map_or(Mode::ReadWrite, Mode::Memory);
        let mut core = Core::new(workspace, versions, tab, mode);
        let rescue = |core: Core, error: Option<StoreError>| OpenError::Rescue {
            findings: core.findings,
            error,
            raw: rescue::raw(store, workspace),
        };
        match core.open_slots(store) {
            Ok(true) => {}
            Ok(false) => return Err(core.nothing_sound(&ours, witness, |core| rescue(core, None))),
            Err(error) => return Err(rescue(core, Some(error))),
        }
        if let Err(error) = core.take_keys(store, &ours) {
            return Err(rescue(core, Some(error)));
        }
        core.report_gaps();
        core.choose_tab(&ours);
        if let Some(witness) = witness
            && (core.known.len() as u64) < witness.commands
        {
            let now = core.known.len() as u64;
            core.findings.push(Finding::FewerThanBefore { before: witness.commands, now });
        }
        core.count(store);
        if core.mode == Mode::ReadWrite {
            put::lay_reserve(store, core.units, LIMIT_UNITS * WARN_PERCENT / 100);
        }
        let opened = Opened {
            name: core.name.text.clone(),
            base: core.base.clone(),
            entries: core.arrivals(),
            findings: std::mem::take(&mut core.findings),
            mode: core.mode,
        };
        Ok((core, opened))
    }

    /// Puts the newest sound slot in force; false if there is none.
    fn open_slots(&mut self, store: &dyn Store) -> Result<bool, StoreError> {
        self.slots.texts = slots::texts(store, &self.workspace)?;
        let mut manifests = self.judge_slots();
        for slot in newest_first(&manifests) {
            let Some(manifest) = manifests.get(slot).and_then(Option::as_ref) else { continue };
            match self.load(store, manifest)? {
                Ok(loaded) => {
                    self.take_loaded(loaded);
                    self.put_in_force(slot, manifests);
                    return Ok(true);
                }
                Err(damage) => {
                    self.findings.push(Finding::SlotDamaged { slot, damage });
                    if let Some(manifest) = manifests.get_mut(slot) {
                        *manifest = None;
                    }
                }
            }
        }
        Ok(false)
    }

    /// What it means that no slot is sound.
    fn nothing_sound(
        self,
        ours: &[(String, Key)],
        witness: Option<&Witness>,
        rescue: impl FnOnce(Core) -> OpenError,
    ) -> OpenError {
        if let Mode::ReadOnly(ReadOnly::NewerData { min_reader }) = self.mode {
            return OpenError::Newer { min_reader };
        }
        match (ours.is_empty() || is_unfinished(ours), witness) {
            (true, Some(witness)) => OpenError::Missing(witness.clone()),
            (true, None) => OpenError::Absent,
            (false, _) => rescue(self),
        }
    }

    /// Where our own tab's commands have a gap (a page that opened this workspace before, and damage since),
    /// a new command would be held back behind it: another number for the tab avoids that.
    fn choose_tab(&mut self, ours: &[(String, Key)]) {
        let used = |tab: TabId, reached: u32| {
            ours.iter()
                .any(|(_, key)| matches!(*key, Key::Command { tab: t, sequence } if t == tab && sequence > reached))
        };
        while used(self.tab, self.reached.get(&self.tab).copied().unwrap_or_default()) {
            self.tab = TabId(self.tab.0.wrapping_add(1));
        }
    }

    /// Counts what the origin uses; a store that cannot be counted does not stop us.
    pub(super) fn count(&mut self, store: &dyn Store) {
        if let Ok(usage) = usage(store) {
            self.units = usage.total();
        }
    }
}
