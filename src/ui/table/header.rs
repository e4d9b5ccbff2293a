//! The header of a table: what the columns are, and by which one it is sorted.

use leptos::prelude::*;

use crate::ui::icon::{Icon, Picture};

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name in code, for [`Sort`].
    pub id: &'static str,
    /// Its heading.
    pub label: &'static str,
    /// Whether one can sort by it.
    pub sortable: bool,
    /// A class of its cells and heading: `number` aligns right.
    pub class: &'static str,
}

impl Column {
    /// A column that cannot be sorted by.
    pub const fn new(id: &'static str, label: &'static str) -> Self {
        Self { id, label, sortable: false, class: "" }
    }

    /// The same, sortable.
    pub const fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }

    /// The same, of numbers: aligned right.
    pub const fn number(mut self) -> Self {
        self.class = "number";
        self
    }
}

/// By what a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column's id.
    pub column: &'static str,
    /// Largest, latest or last first.
    pub descending: bool,
}

/// The row of headings.
pub(super) fn header(columns: Vec<Column>, sort: Option<RwSignal<Sort>>) -> AnyView {
    columns.into_iter().map(|column| heading(column, sort)).collect_view().into_any()
}

fn heading(column: Column, sort: Option<RwSignal<Sort>>) -> AnyView {
    let Column { id, label, sortable, class } = column;
    let Some(sort) = sort.filter(|_| sortable) else {
        return view! { <div role="columnheader" class=class data-column=id>{label}</div> }.into_any();
    };
    let state = move || {
        let sort = sort.get();
        (sort.column == id).then_some(sort.descending)
    };
    let aria_sort = move || match state() {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    let picture = move || match state() {
        None => Picture::Sortable,
        Some(false) => Picture::Ascending,
        Some(true) => Picture::Descending,
    };
    let press =
        move |_| sort.update(|sort| *sort = Sort { column: id, descending: sort.column == id && !sort.descending });
    view! {
        <div role="columnheader" class=class data-column=id aria-sort=aria_sort>
            <button type="button" class="vtable-sort" on:click=press>
                <span>{label}</span>
                {move || view! { <Icon picture=picture() /> }}
            </button>
        </div>
    }
    .into_any()
}
