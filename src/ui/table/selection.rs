//! Which rows are selected, where several can be: by boxes, by a key, and by Shift with a click or an arrow.

use std::collections::BTreeSet;

use itsm::Key;
use leptos::{ev, prelude::*};
use preferences::{Action, Place, keymap};

use super::Grid;
use super::groups::place_of;

/// The selected rows. Rows that a filter hides stay remembered, but only those shown count: see [`Self::shown`].
#[derive(Clone, Copy)]
pub struct Selection {
    keys: RwSignal<BTreeSet<Key>>,
    /// Where a range begins.
    anchor: StoredValue<Option<Key>>,
    /// What the range in hand has added, so that it can shrink again.
    ranged: StoredValue<BTreeSet<Key>>,
}

impl Selection {
    /// Nothing selected.
    pub fn new() -> Self {
        Self {
            keys: RwSignal::new(BTreeSet::new()),
            anchor: StoredValue::new(None),
            ranged: StoredValue::new(BTreeSet::new()),
        }
    }

    /// The selected rows that are shown, in their order.
    pub fn shown(self, rows: &[Key]) -> Vec<Key> {
        self.keys.with(|keys| {
            if keys.is_empty() { vec![] } else { rows.iter().filter(|key| keys.contains(key)).copied().collect() }
        })
    }

    /// Selects nothing.
    pub fn clear(self) {
        self.select(BTreeSet::new());
    }

    /// Selects every row that is shown.
    pub fn select_all(self, rows: &[Key]) {
        self.select(rows.iter().copied().collect());
    }

    /// How many of some keys are selected, and how many keys there are.
    pub(super) fn of(self, keys: &[Key]) -> (usize, usize) {
        let selected = self.keys.with(|selected| match selected.is_empty() {
            true => 0,
            false => keys.iter().filter(|key| selected.contains(key)).count(),
        });
        (selected, keys.len())
    }

    /// Selects all of them, or none if all were.
    fn toggle_all(self, keys: Vec<Key>) {
        self.ranged.set_value(BTreeSet::new());
        self.anchor.set_value(None);
        let all = untrack(|| self.of(&keys)).0 == keys.len();
        self.keys.update(|selected| {
            if !all {
                return selected.extend(keys);
            }
            for key in &keys {
                selected.remove(key);
            }
        });
    }

    pub(super) fn any(self) -> bool {
        self.keys.with(|keys| !keys.is_empty())
    }

    pub(super) fn has(self, key: Key) -> bool {
        self.keys.with(|keys| keys.contains(&key))
    }

    fn select(self, keys: BTreeSet<Key>) {
        self.ranged.set_value(BTreeSet::new());
        self.anchor.set_value(None);
        if self.keys.with_untracked(|before| *before != keys) {
            self.keys.set(keys);
        }
    }

    fn toggle(self, key: Key) {
        self.ranged.set_value(BTreeSet::new());
        self.anchor.set_value(Some(key));
        self.keys.update(|keys| {
            if !keys.remove(&key) {
                keys.insert(key);
            }
        });
    }

    /// Selects from the anchor to `key`; what the same range selected before is let go.
    fn reach(self, rows: &[Key], key: Key) {
        let anchor = self.anchor.get_value().unwrap_or(key);
        self.anchor.set_value(Some(anchor));
        let place = |wanted: Key| rows.iter().position(|row| *row == wanted);
        let (Some(one), Some(other)) = (place(anchor), place(key)) else { return };
        let range = rows.get(one.min(other)..=one.max(other)).unwrap_or_default();
        self.keys.update(|keys| {
            self.ranged.with_value(|ranged| keys.retain(|key| !ranged.contains(key)));
            let added: BTreeSet<Key> =
                range.iter().filter(|key| place_of(**key).is_none() && !keys.contains(key)).copied().collect();
            keys.extend(added.iter().copied());
            self.ranged.set_value(added);
        });
    }

    /// The box in the header: all that are shown, or none.
    pub(super) fn box_of_all(self, rows: Signal<Vec<Key>>) -> AnyView {
        let state = Memo::new(move |_| {
            let (shown, all) = rows.with(|rows| (self.shown(rows).len(), rows.len()));
            match shown {
                0 => "false",
                _ if shown == all => "true",
                _ => "mixed",
            }
        });
        let label = move || ["Select all ", &rows.with(Vec::len).to_string(), " shown"].concat();
        let press = move |_| match state.get_untracked() {
            "true" => self.clear(),
            _ => rows.with_untracked(|rows| self.select_all(rows)),
        };
        view! {
            <div role="columnheader" class="vtable-check">
                <button type="button" class="vtable-box" role="checkbox" aria-checked=state aria-label=label on:click=press></button>
            </div>
        }
        .into_any()
    }
}

impl Default for Selection {
    fn default() -> Self {
        Self::new()
    }
}

/// The box of a row. The row hears the press, and the keyboard has a key for it: so it is no stop of its own.
pub(super) fn box_of_row(selected: Memo<&'static str>) -> AnyView {
    view! {
        <div role="gridcell" class="vtable-check">
            <button
                type="button"
                class="vtable-box"
                role="checkbox"
                tabindex="-1"
                aria-checked=selected
                aria-label="Select"
            ></button>
        </div>
    }
    .into_any()
}

impl Grid {
    /// What a key does to the selection; whether it did anything.
    pub(super) fn selected_by_key(self, selection: Selection, event: &ev::KeyboardEvent) -> bool {
        let (with_control, with_shift) = (event.ctrl_key() || event.meta_key(), event.shift_key());
        match (event.key().as_str(), with_control, with_shift) {
            (key, false, _) if keymap::current().action(Place::Queue, key, false) == Some(Action::Select) => {
                match self.active.get_untracked().filter(|_| self.index_of_active().is_some()) {
                    Some(key) => self.chosen(selection, key, false),
                    None => self.go_to(0),
                }
            }
            ("a", true, false) => self.all().with_untracked(|rows| selection.select_all(rows)),
            ("Escape", false, false) if selection.keys.with_untracked(|keys| !keys.is_empty()) => selection.clear(),
            ("ArrowDown", false, true) => self.reach(selection, true),
            ("ArrowUp", false, true) => self.reach(selection, false),
            _ => return false,
        }
        true
    }

    /// Selects a row or lets it go, with Shift all from the last one on; a group's line stands for its rows.
    pub(super) fn chosen(self, selection: Selection, key: Key, with_shift: bool) {
        match (self.groups, place_of(key)) {
            (Some(groups), Some(place)) => selection.toggle_all(groups.members.run(place)),
            _ if with_shift => self.rows.with_untracked(|rows| selection.reach(rows, key)),
            _ => selection.toggle(key),
        }
    }

    fn reach(self, selection: Selection, down: bool) {
        let at = self.index_of_active().unwrap_or(0);
        let last = self.rows.with_untracked(Vec::len).saturating_sub(1);
        let next = if down { (at + 1).min(last) } else { at.saturating_sub(1) };
        self.rows.with_untracked(|rows| {
            // A range begins where one stands.
            if let Some(from) = rows.get(at).filter(|_| selection.anchor.with_value(Option::is_none)) {
                selection.anchor.set_value(Some(*from));
            }
            if let Some(key) = rows.get(next) {
                selection.reach(rows, *key);
            }
        });
        self.go_to(next);
    }
}
