//! What takes the room of a store, told apart by kind. Everything is counted once, so the parts add up to the whole.

use crate::core::slots;
use crate::keys::{Key, PREFIX, RESERVE, SegmentId};
use crate::usage::{LIMIT_UNITS, units};
use crate::workspaces::grouped;
use crate::{Store, StoreError, Versions};

/// The beginning of every key of the app, of workspaces or not.
const OWN: &str = "service-dojo/";

/// What takes the room, in UTF-16 units of keys and values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breakdown {
    /// Each workspace, what is left of one, and the deleted ones that can be restored.
    pub workspaces: Vec<WorkspaceUnits>,
    /// What is laid aside for the first command that finds the store full.
    pub reserve: u64,
    /// Other keys of the app by their first word (`settings`, `draft`).
    pub own: Vec<(String, u64)>,
    /// Everything else on this origin. It is never touched.
    pub others: u64,
    /// What there is in all.
    pub limit: u64,
}

/// What a workspace takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkspaceUnits {
    /// Its id.
    pub id: String,
    /// The import that it began with.
    pub base: u64,
    /// Commands that are packed, and segments that are not needed any more.
    pub packed: u64,
    /// Commands that have keys of their own.
    pub single: u64,
    /// Its name, its tables of contents, its marks, and what is not understood.
    pub rest: u64,
}

impl WorkspaceUnits {
    /// All of it.
    pub fn total(&self) -> u64 {
        self.base + self.packed + self.single + self.rest
    }
}

impl Breakdown {
    /// All that is used.
    pub fn total(&self) -> u64 {
        let workspaces: u64 = self.workspaces.iter().map(WorkspaceUnits::total).sum();
        let own: u64 = self.own.iter().map(|(_, units)| units).sum();
        workspaces + own + self.reserve + self.others
    }

    /// What is not used.
    pub fn free(&self) -> u64 {
        self.limit.saturating_sub(self.total())
    }
}

/// Counts the whole store.
pub fn breakdown(store: &dyn Store, versions: &Versions) -> Result<Breakdown, StoreError> {
    let mut all = Breakdown { limit: LIMIT_UNITS, ..Breakdown::default() };
    let keys = store.keys()?;
    let bases = bases(store, versions, &keys)?;
    for text in &keys {
        let size = units(text) + store.get(text)?.map_or(0, |value| units(&value));
        let in_workspace = text.strip_prefix(PREFIX).and_then(|rest| rest.split_once('/'));
        match (in_workspace, text.strip_prefix(OWN)) {
            (Some((id, _)), _) => {
                let mut of = all.workspaces.iter().position(|of| of.id == id).map_or_else(
                    || WorkspaceUnits { id: id.to_owned(), ..WorkspaceUnits::default() },
                    |at| all.workspaces.swap_remove(at),
                );
                match Key::parse(text) {
                    Some((_, Key::Segment(segment))) if bases.contains(&segment) => of.base += size,
                    Some((_, Key::Segment(_))) => of.packed += size,
                    Some((_, Key::Command { .. })) => of.single += size,
                    _ => of.rest += size,
                }
                all.workspaces.push(of);
            }
            (None, Some(_)) if text == RESERVE => all.reserve += size,
            (None, Some(rest)) => {
                let word = rest.split('/').next().unwrap_or_default();
                match all.own.iter_mut().find(|(known, _)| known == word) {
                    Some((_, units)) => *units += size,
                    None => all.own.push((word.to_owned(), size)),
                }
            }
            (None, None) => all.others += size,
        }
    }
    Ok(all)
}

/// The segments that some manifest names as a base; segment ids are unique.
fn bases(store: &dyn Store, versions: &Versions, keys: &[String]) -> Result<Vec<SegmentId>, StoreError> {
    let mut bases = Vec::new();
    for (id, _) in grouped(keys) {
        let manifests = slots::parse(&slots::texts(store, &id)?, versions, &id);
        bases.extend(manifests.into_iter().flatten().flatten().filter_map(|m| m.base).map(|(base, _)| base.id));
    }
    Ok(bases)
}
