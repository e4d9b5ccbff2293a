//! The header of a table: what the columns are, and by which one it is sorted.

use leptos::prelude::*;

use super::Widths;
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

    /// The same, as the first: it stays where the others are pushed along. Its cells have the class, too.
    pub const fn first(mut self) -> Self {
        self.class = "vtable-first";
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

/// By so many columns one can sort at once.
const MOST: usize = 3;

/// The row of headings.
pub(super) fn header(
    columns: Signal<Vec<Column>>,
    sort: Option<RwSignal<Vec<Sort>>>,
    widths: Option<Widths>,
) -> AnyView {
    // Kept while others come and go: an edge that is being dragged stays in hand.
    view! { <For each=move || columns.get() key=|column| column.id children=move |column| heading(column, sort, widths) /> }
        .into_any()
}

/// What pressing a heading makes of the order: that column alone; with Shift, after the others or turned round.
fn pressed(sorts: &[Sort], column: &'static str, add: bool) -> Vec<Sort> {
    let place = sorts.iter().position(|sort| sort.column == column);
    let descending = place.and_then(|place| sorts.get(place)).is_some_and(|sort| !sort.descending);
    let now = Sort { column, descending };
    if !add {
        return vec![now];
    }
    let mut sorts = sorts.to_vec();
    match place.and_then(|place| sorts.get_mut(place)) {
        Some(sort) => *sort = now,
        None => {
            sorts.truncate(MOST - 1);
            sorts.push(now);
        }
    }
    sorts
}

fn heading(column: Column, sort: Option<RwSignal<Vec<Sort>>>, widths: Option<Widths>) -> AnyView {
    let edge = widths.and_then(|widths| widths.edge(&column));
    let Column { id, label, sortable, class } = column;
    let Some(sort) = sort.filter(|_| sortable) else {
        return view! { <div role="columnheader" class=class data-column=id><span class="vtable-label">{label}</span>{edge}</div> }.into_any();
    };
    // Its place among the columns that are sorted by, how many those are, and its direction.
    let state = Memo::new(move |_| {
        sort.with(|sorts| {
            let place = sorts.iter().position(|sort| sort.column == id)?;
            Some((place + 1, sorts.len(), sorts.get(place)?.descending))
        })
    });
    let aria_sort = move || match state.get() {
        None => "none",
        Some((1, _, false)) => "ascending",
        Some((1, _, true)) => "descending",
        // Only one column at a time may say so; the others say it in words.
        Some(_) => "other",
    };
    let picture = move || match state.get() {
        None => Picture::Sortable,
        Some((.., false)) => Picture::Ascending,
        Some((.., true)) => Picture::Descending,
    };
    let place = move || {
        state.get().filter(|(_, of, _)| *of > 1).map(|(place, _, descending)| {
            let heard = [", key ", &place.to_string(), if descending { ", descending" } else { ", ascending" }].concat();
            view! { <small class="vtable-place" aria-hidden="true">{place}</small><span class="visually-hidden">{heard}</span> }
        })
    };
    let press = move |event: leptos::ev::MouseEvent| {
        let add = event.shift_key();
        sort.update(|sorts| *sorts = pressed(sorts, id, add));
    };
    view! {
        <div role="columnheader" class=class data-column=id aria-sort=aria_sort aria-label=label>
            <button type="button" class="vtable-sort" title="With Shift: sort by this, too" on:click=press>
                <span>{label}</span>
                {move || view! { <Icon picture=picture() /> }}
                {place}
            </button>
            {edge}
        </div>
    }
    .into_any()
}
