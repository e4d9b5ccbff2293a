//! One row of a table. It stands for a position: which key stands there changes, the elements stay.

use std::sync::Arc;

use itsm::Key;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use super::{Grid, groups, selection};
use crate::ui::id;

impl Grid {
    /// The row at a position.
    pub(super) fn row(self, ids: Arc<str>, position: usize, cells: UnsyncCallback<Signal<Key>, AnyView>) -> AnyView {
        let (rows, active) = (self.rows, self.active);
        // A row that the list no longer reaches keeps its last key: it is hidden.
        let key = Memo::new(move |before: Option<&Key>| {
            rows.with(|rows| rows.get(position).copied()).or(before.copied()).unwrap_or_default()
        });
        let filled = Memo::new(move |_| rows.with(|rows| position < rows.len()));
        let is_active = Memo::new(move |_| active.get() == Some(key.get()));
        let (selection, groups) = (self.selection, self.groups);
        let group = Memo::new(move |_| groups.and_then(|_| groups::place_of(key.get())));
        let is_group = Memo::new(move |_| group.get().is_some());
        // Where several can be selected, being active is another thing.
        let selected = Memo::new(move |_| match (selection, groups.zip(group.get())) {
            (Some(selection), Some((groups, place))) => groups.state(selection, place),
            (Some(selection), None) => said(selection.has(key.get())),
            (None, _) => said(is_active.get()),
        });
        let open = move || {
            let (groups, place) = groups.zip(group.get())?;
            groups.heads.with(|heads| heads.get(place).map(|head| said(head.open)))
        };
        let level = move || groups.filter(|groups| groups.any()).map(|_| if is_group.get() { "1" } else { "2" });
        let inside = match groups {
            None => cells.run(key.into()),
            Some(groups) => {
                (move || if is_group.get() { groups.cell(group.into()) } else { cells.run(key.into()) }).into_any()
            }
        };
        view! {
            <div
                class="vtable-row"
                role="row"
                // Two elements never have one id: a hidden row has none.
                id=move || filled.get().then(|| row_id(&ids, key.get()))
                hidden=move || !filled.get()
                // Counted from 1, and the header is the first row.
                aria-rowindex=(position + 2).to_string()
                // The kit's own attributes do not have this one.
                {..custom_attribute("aria-level", level)}
                aria-expanded=open
                aria-selected=move || said(selected.get() == "true")
                data-active=move || is_active.get().then_some("true")
                data-group=move || is_group.get().then_some("true")
            >
                {selection.map(|_| selection::box_of_row(selected))}
                {inside}
            </div>
        }
        .into_any()
    }
}

fn said(so: bool) -> &'static str {
    if so { "true" } else { "false" }
}

/// The id of a key's row.
pub(super) fn row_id(ids: &str, key: Key) -> String {
    id::with_suffix(&id::with_suffix(ids, &key.number.to_string()), &key.tag.to_string())
}

/// The key in a row's id, which ends with number and tag.
pub(super) fn key_of(row_id: &str) -> Option<Key> {
    let mut parts = row_id.rsplit('-');
    let tag = parts.next()?.parse().ok()?;
    let number = parts.next()?.parse().ok()?;
    Some(Key { number, tag })
}
