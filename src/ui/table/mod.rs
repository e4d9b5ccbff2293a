//! A table of any length: only the rows in view (and a few around them) are in the page.
//!
//! It is a grid for screen readers: the keyboard focus stays on the grid, and `aria-activedescendant` names the active
//! row, so that no focus is lost when that row is scrolled away. Links inside of cells should have `tabindex="-1"`.
//! The heights of rows come from the sheet (density; two-line cards on phones) and are measured, never assumed.

mod groups;
mod header;
mod row;
mod selection;
mod widths;
mod window;

use std::sync::Arc;

use itsm::Key;
use leptos::{ev, html, prelude::*};
use preferences::{Action, Place, keymap};

use self::row::{key_of, row_id};
use self::window::Measures;
use super::id;
use crate::browser::dom;
pub use groups::{Groups, Head};
pub use header::{Column, Sort};
pub use selection::Selection;
pub use widths::Widths;

/// What a table has to show.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Status {
    /// Rows, or none.
    #[default]
    Ready,
    /// They are on their way: the shape of rows is shown.
    Loading,
    /// They cannot be had: what happened and what to do.
    Failed(String),
}

/// What one table works with; copied into its handlers.
#[derive(Clone, Copy)]
struct Grid {
    rows: Signal<Vec<Key>>,
    active: RwSignal<Option<Key>>,
    measures: RwSignal<Measures>,
    top: RwSignal<f64>,
    scroller: NodeRef<html::Div>,
    on_open: Option<UnsyncCallback<Key>>,
    selection: Option<Selection>,
    groups: Option<Groups>,
}

/// A table over keys; `row` makes the cells of one row, each a [`Cell`].
#[component]
pub fn VirtualTable(
    /// What the table lists ("Incidents").
    #[prop(into)]
    label: Signal<String>,
    /// A class for the sheet of the page, which sets `--columns` (grid tracks) and the phone's areas.
    class: &'static str,
    /// The columns, in order.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// All rows, filtered and sorted.
    #[prop(into)]
    rows: Signal<Vec<Key>>,
    /// The cells of a row. Called once for each row of the page, not for each key: which key stands in the row is a
    /// signal, and what the cells say follows it in place. That makes sorting and filtering cheap.
    #[prop(into)]
    row: UnsyncCallback<Signal<Key>, AnyView>,
    /// By what `rows` is sorted, the first key first; set when a heading is pressed (with Shift: one more key).
    #[prop(optional)]
    sort: Option<RwSignal<Vec<Sort>>>,
    /// The active row: moved by keys and clicks, shown on arrival.
    active: RwSignal<Option<Key>>,
    /// Called when a row is opened by Enter or by a click.
    #[prop(optional, into)]
    on_open: Option<UnsyncCallback<Key>>,
    /// The rows that are selected, where several can be: a column of boxes stands before the others.
    #[prop(optional)]
    selection: Option<Selection>,
    /// The groups that the rows stand in, where they can: their keys ([`Groups::key`]) are among `rows`.
    #[prop(optional)]
    groups: Option<Groups>,
    /// How wide the columns are, where that can be changed.
    #[prop(optional)]
    widths: Option<Widths>,
    /// Whether there are rows to show at all.
    #[prop(optional, into)]
    status: Signal<Status>,
    /// An id for the grid, for a key that moves the focus here.
    #[prop(optional, into)]
    grid_id: Option<String>,
    /// What stands there when there are no rows: usually an `EmptyState`.
    #[prop(into)]
    empty: ViewFn,
) -> impl IntoView {
    let grid = Grid {
        rows,
        active,
        measures: RwSignal::new(Measures::default()),
        top: RwSignal::new(0.0),
        scroller: NodeRef::new(),
        on_open,
        selection,
        groups,
    };
    let ids: Arc<str> = id::fresh("grid").into();
    let probe = NodeRef::<html::Div>::new();
    let head = NodeRef::<html::Div>::new();
    grid.measure(probe, head);

    let count = Memo::new(move |_| rows.with(Vec::len));
    let window = Memo::new(move |_| grid.measures.get().window(grid.top.get(), count.get()));
    // Rows stand for positions, not for keys: a list that is sorted or filtered anew changes what the rows say, and
    // the elements stay.
    // And those that a shorter list does not fill are only hidden: the next longer one has them back at once.
    let kept = Memo::new(move |before: Option<&(usize, usize)>| {
        let (first, end) = window.get();
        let (_, room) = grid.measures.get().window(grid.top.get(), usize::MAX);
        (first, end.max(before.map_or(0, |before| before.1.min(room))))
    });
    let each = move || {
        let (first, end) = kept.get();
        first..end
    };
    let row_ids = ids.clone();
    let one = move |position: usize| grid.row(row_ids.clone(), position, row);
    let active_id = move || {
        let key = active.get()?;
        rows.with(|rows| rows.contains(&key)).then(|| row_id(&ids, key))
    };
    let instead = move || match status.get() {
        Status::Ready if count.get() == 0 => view! { <div class="vtable-instead">{empty.run()}</div> }.into_any(),
        Status::Ready => ().into_any(),
        Status::Loading => loading(),
        Status::Failed(why) => view! {
            <div class="vtable-instead"><super::ErrorState title="The list cannot be shown" text=why /></div>
        }
        .into_any(),
    };
    let ready = Memo::new(move |_| status.with(|status| *status == Status::Ready));
    let filled = Memo::new(move |_| ready.get() && count.get() > 0);
    let opens = if on_open.is_some() { "vtable-opens" } else { "" };
    let grouped = Memo::new(move |_| groups.is_some_and(Groups::any));
    let selects = if selection.is_some() { "vtable-selects" } else { "" };

    view! {
        <div
            class=id::classes(&["vtable", class, opens, selects])
            style=("--columns", move || widths.and_then(Widths::tracks))
            style=("--least", move || widths.and_then(|widths| widths.least(selection.is_some())))
            data-own=move || widths.filter(|widths| widths.own.get()).map(|_| "true")
            data-bare=move || (!filled.get()).then_some("true")
            data-selecting=move || selection.is_some_and(|selection| selection.any()).then_some("true")
        >
            <div class="vtable-probe" node_ref=probe aria-hidden="true"></div>
            <div
                class="vtable-scroll"
                node_ref=grid.scroller
                role=move || if grouped.get() { "treegrid" } else { "grid" }
                tabindex="0"
                id=grid_id
                aria-label=label
                aria-multiselectable=selection.map(|_| "true")
                aria-rowcount=move || (count.get() + 1).to_string()
                aria-busy=move || (!ready.get()).then_some("true")
                aria-activedescendant=active_id
                on:scroll=move |_| grid.scrolled()
                on:keydown=move |event| grid.pressed(&event)
            >
                <div class="vtable-head" role="rowgroup" node_ref=head>
                    <div class="vtable-row" role="row" aria-rowindex="1">
                        {selection.map(|selection| selection.box_of_all(grid.all()))}
                        {header::header(columns, sort, widths)}
                    </div>
                </div>
                <div
                    class="vtable-canvas"
                    role="presentation"
                    style:height=move || pixels(if ready.get() { count.get() as f64 * grid.measures.get().row } else { 0.0 })
                >
                    <div
                        class="vtable-rows"
                        role="rowgroup"
                        on:click=move |event| grid.clicked(&event)
                        // Shift selects rows here, not text.
                        on:mousedown=move |event| if selection.is_some() && event.shift_key() { event.prevent_default() }
                        style:transform=move || shifted(window.get().0 as f64 * grid.measures.get().row)
                    >
                        <For each=each key=|position| *position children=one />
                    </div>
                </div>
            </div>
            {instead}
        </div>
    }
    .into_any()
}

impl Grid {
    /// Measures now and whenever a size changes, and shows the active row once the sizes are known.
    fn measure(self, probe: NodeRef<html::Div>, head: NodeRef<html::Div>) {
        let watch = StoredValue::new_local(None);
        Effect::new(move |_| {
            let (Some(probe), Some(head), Some(scroller)) = (probe.get(), head.get(), self.scroller.get()) else {
                return;
            };
            let (a, b, c) = (probe.clone(), head.clone(), scroller.clone());
            let changed = move || {
                // Without rows there is only the header to be seen: no measure of the view.
                if self.rows.try_with_untracked(Vec::is_empty) != Some(false) {
                    return;
                }
                let measures =
                    Measures { row: dom::outer_height(&a), header: dom::outer_height(&b), view: dom::inner_height(&c) };
                let before = self.measures.try_get_untracked();
                if before.is_some_and(|before| before != measures) && self.measures.try_set(measures).is_none() {
                    self.reveal_later();
                }
            };
            watch.set_value(dom::watch_sizes(&[&probe, &head, &scroller], changed));
        });
    }

    fn scrolled(self) {
        // The browser sends this once a frame, before it paints: no need to wait for the next one.
        if let Some(scroller) = self.scroller.get_untracked() {
            self.top.set(dom::scroll_top(&scroller));
        }
    }

    fn index_of_active(self) -> Option<usize> {
        let key = self.active.get_untracked()?;
        self.rows.with_untracked(|rows| rows.iter().position(|row| *row == key))
    }

    fn reveal_later(self) {
        dom::soon(move || {
            if self.measures.try_get_untracked().is_some()
                && let Some(index) = self.index_of_active()
            {
                self.reveal(index);
            }
        });
    }

    fn reveal(self, index: usize) {
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let measures = self.measures.get_untracked();
        if let Some(top) = measures.reveal(index, dom::scroll_top(&scroller)) {
            dom::set_scroll_top(&scroller, top);
            self.top.set(top);
        }
    }

    fn go_to(self, index: usize) {
        if let Some(key) = self.rows.with_untracked(|rows| rows.get(index).copied()) {
            self.active.set(Some(key));
            self.reveal(index);
        }
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        if dom::from_control(event) || dom::is_inside(event, ".vtable-edge") {
            return;
        }
        if let Some(selection) = self.selection
            && self.selected_by_key(selection, event)
        {
            event.prevent_default();
            return;
        }
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
            return;
        }
        let count = self.rows.with_untracked(Vec::len);
        let Some(last) = count.checked_sub(1) else { return };
        let at = self.index_of_active();
        let down = |by: usize| at.map_or(0, |at| (at + by).min(last));
        let up = |by: usize| at.map_or(0, |at| at.saturating_sub(by));
        let page = self.measures.get_untracked().page();
        let chosen = keymap::current().action(Place::Queue, &event.key(), false);
        match (event.key().as_str(), chosen) {
            ("ArrowDown", _) | (_, Some(Action::Next)) => self.go_to(down(1)),
            ("ArrowUp", _) | (_, Some(Action::Previous)) => self.go_to(up(1)),
            ("PageDown", _) => self.go_to(down(page)),
            ("PageUp", _) => self.go_to(up(page)),
            ("Home", _) => self.go_to(0),
            ("End", _) => self.go_to(last),
            // Without groups they push the columns along.
            (side @ ("ArrowRight" | "ArrowLeft"), _) if self.groups.is_some_and(|groups| untrack(|| groups.any())) => {
                self.sideways(side == "ArrowRight");
            }
            ("Enter", _) | (_, Some(Action::Open)) => self.open(),
            _ => return,
        }
        event.prevent_default();
    }

    fn open(self) {
        if let Some(key) = self.active.get_untracked().filter(|_| self.index_of_active().is_some()) {
            self.open_key(key);
        }
    }

    fn open_key(self, key: Key) {
        if let Some(on_open) = self.on_open.filter(|_| !self.toggled(key)) {
            on_open.run(key);
        }
    }

    /// One listener for all rows: which row it was stands in its id.
    fn clicked(self, event: &ev::MouseEvent) {
        let Some(key) = dom::id_around(event, ".vtable-row").and_then(|id| key_of(&id)) else { return };
        if let Some(selection) = self.selection {
            let on_box = dom::is_inside(event, ".vtable-check");
            if on_box || event.shift_key() {
                self.active.set(Some(key));
                self.chosen(selection, key, event.shift_key());
                return;
            }
        }
        if !dom::from_control(event) {
            self.active.set(Some(key));
            self.open_key(key);
        }
    }
}

/// A cell of a row with words that change in place.
#[component]
pub fn TextCell(
    /// The column's class.
    class: &'static str,
    /// The words.
    text: Signal<String>,
) -> impl IntoView {
    view! { <div role="gridcell" class=class>{text}</div> }.into_any()
}

/// A cell of a row.
#[component]
pub fn Cell(
    /// The column's class, and its area on a phone.
    #[prop(optional)]
    class: &'static str,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    view! { <div role="gridcell" class=class>{children()}</div> }.into_any()
}

fn loading() -> AnyView {
    let row = |_| view! { <div class="vtable-row"><span class="bone"></span><span class="bone bone-long"></span><span class="bone"></span></div> };
    view! {
        <div class="vtable-loading">
            <span class="visually-hidden" role="status">"Loading the list"</span>
            <div aria-hidden="true">{(0..8).map(row).collect_view()}</div>
        </div>
    }
    .into_any()
}

fn pixels(value: f64) -> String {
    let mut text = value.to_string();
    text.push_str("px");
    text
}

fn shifted(value: f64) -> String {
    let mut text = String::from("translateY(");
    text.push_str(&pixels(value));
    text.push(')');
    text
}
