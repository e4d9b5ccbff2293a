//! Rows in groups: a line over each group that says what it is and how many it has, and that folds it up.
//!
//! A group's line is a key among those of the rows, with a tag that no row has: so a list without groups costs nothing
//! more, and the lines can be active like any row.

use itsm::Key;
use leptos::prelude::*;

use super::{Grid, Selection};
use crate::ui::icon::{Icon, Picture};

/// The tag of the keys that stand for groups. No tab is given it.
const HEAD: u32 = u32::MAX;

/// A group, as its line says it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// What its rows have in common.
    pub label: String,
    /// How many there are.
    pub count: String,
    /// Whether they are shown.
    pub open: bool,
}

/// The groups of a table.
#[derive(Clone, Copy)]
pub struct Groups {
    /// What they are; empty where nothing is grouped.
    pub heads: Signal<Vec<Head>>,
    /// Every row in its order, also of groups that are folded up.
    pub all: Signal<Vec<Key>>,
    /// The rows of the group at a place.
    pub members: UnsyncCallback<usize, Vec<Key>>,
    /// Folds the group at a place up or out.
    pub on_toggle: UnsyncCallback<usize>,
}

impl Groups {
    /// The key that stands for the group at a place, to be put among the rows before the group's own.
    pub fn key(place: usize) -> Key {
        Key { number: u32::try_from(place).unwrap_or(u32::MAX), tag: HEAD }
    }

    pub(super) fn any(self) -> bool {
        self.heads.with(|heads| !heads.is_empty())
    }

    /// How many of a group's rows are selected: all, some or none, as a box says it.
    pub(super) fn state(self, selection: Selection, place: usize) -> &'static str {
        // Followed in any case: what the group has may have changed.
        self.all.track();
        match selection.of(&self.members.run(place)) {
            (0, _) => "false",
            (some, all) if some < all => "mixed",
            _ => "true",
        }
    }

    /// The cell of a group's line.
    pub(super) fn cell(self, place: Signal<Option<usize>>) -> AnyView {
        let head = Memo::new(move |_| {
            let place = place.get()?;
            self.heads.with(|heads| heads.get(place).cloned())
        });
        let of = move |pick: fn(&Head) -> &str| {
            move || head.with(|head| head.as_ref().map(|head| pick(head).to_owned()).unwrap_or_default())
        };
        view! {
            <div role="gridcell" class="vtable-group">
                <Icon picture=Picture::Down />
                <span class="vtable-group-name">{of(|head| &head.label)}</span>
                <span class="vtable-group-count">{of(|head| &head.count)}</span>
            </div>
        }
        .into_any()
    }
}

/// The place of the group that a key stands for, if it is no row.
pub(super) fn place_of(key: Key) -> Option<usize> {
    (key.tag == HEAD).then_some(key.number as usize)
}

impl Grid {
    /// Folds a group up or out, if the key stands for one.
    pub(super) fn toggled(self, key: Key) -> bool {
        match (self.groups, place_of(key)) {
            (Some(groups), Some(place)) => {
                groups.on_toggle.run(place);
                true
            }
            _ => false,
        }
    }

    /// What the arrows to the sides do: fold up, fold out, and from a row to its group.
    pub(super) fn sideways(self, out: bool) {
        let Some((groups, at)) = self.groups.zip(self.index_of_active()) else { return };
        let key = self.rows.with_untracked(|rows| rows.get(at).copied());
        let differs =
            |place: usize| groups.heads.with_untracked(|heads| heads.get(place).is_some_and(|head| head.open != out));
        match key.and_then(place_of) {
            Some(place) if differs(place) => groups.on_toggle.run(place),
            None if !out => {
                let above = self.rows.with_untracked(|rows| {
                    rows.get(..at).and_then(|rows| rows.iter().rposition(|row| place_of(*row).is_some()))
                });
                if let Some(above) = above {
                    self.go_to(above);
                }
            }
            _ => {}
        }
    }

    /// Every row there is to select.
    pub(super) fn all(self) -> Signal<Vec<Key>> {
        self.groups.map_or(self.rows, |groups| groups.all)
    }
}
