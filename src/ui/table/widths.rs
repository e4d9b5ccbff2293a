//! Columns that can be made wider and narrower: the tracks of the grid, and the edges to drag them by.
//!
//! The edge of a column before the flexible one is at its end, that of one behind it at its beginning: the flexible
//! column gives or takes, so the edge stays under the pointer.

use leptos::{ev, prelude::*};

use super::header::Column;
use crate::browser::dom;

/// How wide the columns of a table are.
#[derive(Clone, Copy)]
pub struct Widths {
    /// Each column's width in CSS pixels, in order; of the flexible one, the least it shrinks to.
    pub now: Signal<Vec<(&'static str, u16)>>,
    /// Whether these hold. If not, the sheet decides (`--columns`), and they are what it would be about.
    pub own: Signal<bool>,
    /// The column that takes what the others leave; it has no edge.
    pub flexible: &'static str,
    /// The narrowest and the widest, in CSS pixels.
    pub limits: (u16, u16),
    /// Called with a column's new width, or with `None` for its usual one.
    pub on_change: UnsyncCallback<(&'static str, Option<u16>)>,
}

/// One press of an arrow key, in CSS pixels; with Shift, more.
const STEP: i32 = 8;
const LONG_STEP: i32 = 40;
/// A pointer that moved less only clicked.
const STILL: f64 = 3.0;
/// Between columns, and beside the first and last: as the sheet has it.
const GAP: u32 = 16;
const BOX: u32 = 20;

impl Widths {
    /// The tracks of the grid; `None` where the sheet decides.
    pub(super) fn tracks(self) -> Option<String> {
        self.own.get().then(|| {
            self.now.with(|columns| {
                let mut tracks = String::new();
                for (id, width) in columns {
                    let (before, after) = if *id == self.flexible { ("minmax(", "px, 1fr) ") } else { ("", "px ") };
                    tracks.push_str(before);
                    tracks.push_str(&width.to_string());
                    tracks.push_str(after);
                }
                tracks
            })
        })
    }

    /// What all columns need at least.
    pub(super) fn least(self, with_boxes: bool) -> Option<String> {
        self.own.get().then(|| {
            let columns =
                self.now.with(|columns| columns.iter().map(|(_, width)| u32::from(*width) + GAP).sum::<u32>());
            (columns + GAP + if with_boxes { BOX + GAP } else { 0 }).to_string() + "px"
        })
    }

    fn change(self, id: &'static str, width: f64) {
        let (least, most) = self.limits;
        let width = width.round().clamp(f64::from(least), f64::from(most));
        self.on_change.run((id, Some(width as u16)));
    }

    /// The edge of a column, if it has one.
    pub(super) fn edge(self, column: &Column) -> Option<AnyView> {
        let (id, label) = (column.id, column.label);
        (id != self.flexible).then(|| {
            let behind = Memo::new(move |_| {
                let place = |wanted: &str| self.now.with(|columns| columns.iter().position(|(id, _)| *id == wanted));
                place(self.flexible) < place(id)
            });
            let now = move || {
                let width =
                    self.now.with(|columns| columns.iter().find(|(other, _)| *other == id).map(|(_, width)| *width));
                width.unwrap_or(self.limits.0).to_string()
            };
            // Where the pointer went down, how wide the column was, and whether it has moved since.
            let held = StoredValue::new(None::<(f64, f64, bool)>);
            let down = move |event: ev::PointerEvent| {
                if let Some(width) = dom::width_around(&event, "[role=columnheader]").filter(|_| event.button() == 0) {
                    dom::capture(&event);
                    held.set_value(Some((f64::from(event.client_x()), width, false)));
                }
            };
            let moved = move |event: ev::PointerEvent| {
                let Some((from, width, moves)) = held.get_value() else { return };
                let way = f64::from(event.client_x()) - from;
                if moves || way.abs() >= STILL {
                    held.set_value(Some((from, width, true)));
                    self.change(id, if behind.get_untracked() { width - way } else { width + way });
                }
            };
            let pressed = move |event: ev::KeyboardEvent| {
                let step = f64::from(if event.shift_key() { LONG_STEP } else { STEP });
                let width = dom::width_around(&event, "[role=columnheader]").unwrap_or_default();
                match event.key().as_str() {
                    "ArrowRight" => self.change(id, width + step),
                    "ArrowLeft" => self.change(id, width - step),
                    "Home" => self.change(id, f64::from(self.limits.0)),
                    "End" => self.change(id, f64::from(self.limits.1)),
                    "Enter" => self.on_change.run((id, None)),
                    _ => return,
                }
                event.prevent_default();
            };
            view! {
                <div
                    class="vtable-edge"
                    role="separator"
                    tabindex="0"
                    title="Drag, or press an arrow key; double-click for the usual width"
                    aria-orientation="vertical"
                    aria-label=["Width of ", label].concat()
                    aria-valuemin=self.limits.0.to_string()
                    aria-valuemax=self.limits.1.to_string()
                    aria-valuenow=now
                    data-behind=move || behind.get().then_some("true")
                    on:pointerdown=down
                    on:pointermove=moved
                    on:pointerup=move |_| held.set_value(None)
                    on:pointercancel=move |_| held.set_value(None)
                    on:dblclick=move |_| self.on_change.run((id, None))
                    on:keydown=pressed
                ></div>
            }
            .into_any()
        })
    }
}
