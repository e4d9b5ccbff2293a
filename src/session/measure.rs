//! How full the storage is, and warning before it is full.

use journal::{Breakdown, REFUSE_PERCENT, WARN_PERCENT};
use leptos::prelude::*;

use super::inner::VERSIONS;
use super::{Filling, Session};
use crate::browser::storage;

/// Where it is noted for this visit what the user no longer wants to hear of.
const CALM: &str = "service-dojo/calm";

/// How many percent the user has been told of in this visit.
pub(super) fn calm() -> u64 {
    storage::noted(CALM).and_then(|percent| percent.parse().ok()).unwrap_or_default()
}

impl Session {
    /// What takes the room; `None` where it cannot be counted.
    pub fn breakdown(self) -> Option<Breakdown> {
        self.inner.try_with_value(|inner| journal::breakdown(&*inner.store, &VERSIONS).ok()).flatten()
    }

    /// Looks how full the storage is. Where it ends with the page, it has no limit.
    pub(super) fn measure(self) {
        let lasts = self.inner.try_with_value(|inner| inner.store.fleeting().is_none()) == Some(true);
        let filling = self.breakdown().filter(|_| lasts).and_then(|all| {
            let percent = all.total() * 100 / all.limit.max(1);
            (percent >= WARN_PERCENT).then(|| Filling { percent, most: self.most(&all) })
        });
        if self.filling.with_untracked(|before| *before != filling) {
            self.filling.set(filling);
        }
    }

    /// Looks again where the open workspace has grown over a line since.
    pub(super) fn measure_if_filling(self) {
        let used = self.inner.try_with_value(|inner| inner.open().map(|open| open.journal.used_units()));
        let percent = used.flatten().unwrap_or_default() * 100 / journal::LIMIT_UNITS;
        let known = self.filling.with_untracked(|filling| filling.as_ref().map_or(0, |filling| filling.percent));
        let over = |line: u64| percent >= line && known < line;
        if over(WARN_PERCENT) || over(REFUSE_PERCENT) {
            self.measure();
        }
    }

    /// Says no more of it in this visit, unless it gets worse.
    pub fn calm_down(self) {
        let grave = self.filling.with_untracked(|filling| filling.as_ref().is_some_and(Filling::is_grave));
        let line = if grave { REFUSE_PERCENT } else { WARN_PERCENT };
        self.calm.set(line);
        storage::note(CALM, &line.to_string());
    }

    /// The warning that is still to be said.
    pub fn to_warn(self) -> Option<Filling> {
        let calm = self.calm.get();
        self.filling.get().filter(|filling| calm < if filling.is_grave() { REFUSE_PERCENT } else { WARN_PERCENT })
    }

    fn most(self, all: &Breakdown) -> String {
        let names = self.list().into_iter().map(|info| (info.id, "“".to_owned() + &info.name + "”"));
        let binned = self.binned().into_iter().map(|one| one.info);
        let binned = binned.map(|info| (info.id, "the deleted “".to_owned() + &info.name + "”"));
        let names: Vec<(String, String)> = names.chain(binned).collect();
        let named = |id: &str| names.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone());
        let mut parts: Vec<(u64, String)> = all
            .workspaces
            .iter()
            .map(|of| (of.total(), named(&of.id).unwrap_or_else(|| "what is left of a workspace".to_owned())))
            .collect();
        parts.push((all.others, "other pages under this address".to_owned()));
        parts.extend(all.own.iter().map(|(_, units)| (*units, "drafts and settings".to_owned())));
        parts.into_iter().max_by_key(|(units, _)| *units).map(|(_, what)| what).unwrap_or_default()
    }
}
