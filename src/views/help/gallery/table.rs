//! The table in all its states.

use itsm::Key;
use leptos::prelude::*;

use super::{family, wide};
use crate::route::Route;
use crate::ui::{
    BadgeCell, Cell, Choice, Column, EmptyState, Field, FilterChip, Groups, Head, Picture, PriorityCell, RadioGroup,
    Selection, Sort, Status, TextCell, Tone, VirtualTable, Widths,
};
use crate::views::words;

/// As many as the budget of the desk speaks of.
const ROWS: u32 = 25_000;

const TITLES: [&str; 6] = [
    "Calls drop on floor 2",
    "Cannot log in after the password change",
    "Scanner in the warehouse does not answer; twelve pickers stand idle and the afternoon lorry leaves at four",
    "Second monitor stays dark",
    "Shared drive is slow",
    "Label printer prints half a label",
];

const STATES: [&str; 3] = ["New", "In progress", "On hold"];

fn columns() -> Vec<Column> {
    vec![
        Column::new("number", "Number").sortable().first(),
        Column::new("priority", "Priority").sortable(),
        Column::new("title", "What does not work"),
        Column::new("state", "State"),
        Column::new("due", "Resolution"),
        Column::new("changes", "Changes").sortable().number(),
    ]
}

fn clock(number: u32) -> (Picture, Tone, &'static str) {
    match number % 7 {
        0 => (Picture::Breached, Tone::Bad, "3 h over"),
        1 => (Picture::DueSoon, Tone::Warn, "24 min left"),
        2 => (Picture::Paused, Tone::Slate, "Paused"),
        3 => (Picture::Met, Tone::Ok, "Met"),
        4 => (Picture::OutsideHours, Tone::Slate, "Opens 08:00"),
        _ => (Picture::Running, Tone::Neutral, "5 h 10 min left"),
    }
}

fn one_of(texts: &[&'static str], number: u32) -> String {
    texts.get(number as usize % texts.len()).copied().unwrap_or_default().to_owned()
}

fn cells(key: Signal<Key>) -> AnyView {
    let number = move || key.get().number;
    let text = move |text: fn(u32) -> String| Signal::derive(move || text(number()));
    view! {
        <Cell class="cell-number vtable-first">
            <a href=Route::Desk(String::new()).href() tabindex="-1">{text(|number| ["INC", &(3_000_000 + number).to_string()].concat())}</a>
        </Cell>
        <PriorityCell class="cell-priority" level=Signal::derive(move || (number() % 4 + 1) as u8) lowest=4 />
        <TextCell class="cell-title" text=text(|number| one_of(&TITLES, number)) />
        <TextCell class="cell-state" text=text(|number| one_of(&STATES, number)) />
        <BadgeCell
            class="cell-due"
            tone=Signal::derive(move || clock(number()).1)
            picture=Signal::derive(move || clock(number()).0)
            label=text(|number| clock(number).2.to_owned())
        />
        <TextCell class="number cell-changes" text=text(|number| (number * 7 % 23).to_string()) />
    }
    .into_any()
}

fn sorted(rows: u32, sort: Sort) -> Vec<Key> {
    let mut keys: Vec<Key> = (1..=rows).map(Key::imported).collect();
    match sort.column {
        "priority" => keys.sort_by_key(|key| key.number % 4),
        "changes" => keys.sort_by_key(|key| key.number * 7 % 23),
        _ => {}
    }
    if sort.descending {
        keys.reverse();
    }
    keys
}

/// Edges to drag the columns by.
fn widths() -> Widths {
    const USUAL: [(&str, u16); 6] =
        [("number", 112), ("priority", 88), ("title", 200), ("state", 112), ("due", 152), ("changes", 96)];
    let now = RwSignal::new(USUAL.to_vec());
    let change = move |(id, width): (&'static str, Option<u16>)| {
        now.update(|now| {
            for ((known, own), (_, usual)) in now.iter_mut().zip(USUAL) {
                if *known == id {
                    *own = width.unwrap_or(usual);
                }
            }
        });
    };
    Widths {
        now: now.into(),
        own: true.into(),
        flexible: "title",
        limits: (56, 480),
        on_change: UnsyncCallback::new(change),
    }
}

/// The rows of a state.
fn of_state(rows: &[Key], place: usize) -> Vec<Key> {
    rows.iter().filter(|key| key.number as usize % STATES.len() == place).copied().collect()
}

/// The family of tables.
pub fn section() -> AnyView {
    let sort = RwSignal::new(vec![Sort { column: "number", descending: false }]);
    let shown = RwSignal::new("full".to_owned());
    let breached = RwSignal::new(false);
    let rows = Memo::new(move |_| {
        let count = if shown.with(|shown| shown == "full") { ROWS } else { 0 };
        let by = sort.with(|sorts| sorts.first().copied());
        let mut keys = by.map_or_else(Vec::new, |by| sorted(count, by));
        keys.retain(|key| !breached.get() || key.number % 7 == 0);
        keys
    });
    let grouped = RwSignal::new(false);
    let folded = RwSignal::new(Vec::<usize>::new());
    let heads = Memo::new(move |_| {
        let head = |(place, state): (usize, &&str)| Head {
            label: (*state).to_owned(),
            count: words::number(rows.with(|rows| of_state(rows, place).len())),
            open: folded.with(|folded| !folded.contains(&place)),
        };
        let any = grouped.get() && rows.with(|rows| !rows.is_empty());
        if any { STATES.iter().enumerate().map(head).collect() } else { vec![] }
    });
    let lines = Memo::new(move |_| {
        heads.with(|heads| {
            if heads.is_empty() {
                return rows.get();
            }
            let mut lines = vec![];
            for (place, head) in heads.iter().enumerate() {
                lines.push(Groups::key(place));
                if head.open {
                    lines.extend(rows.with(|rows| of_state(rows, place)));
                }
            }
            lines
        })
    });
    let groups = Groups {
        heads: heads.into(),
        all: rows.into(),
        members: UnsyncCallback::new(move |place| rows.with_untracked(|rows| of_state(rows, place))),
        on_toggle: UnsyncCallback::new(move |place| {
            folded.update(|folded| match folded.iter().position(|known| *known == place) {
                Some(known) => drop(folded.remove(known)),
                None => folded.push(place),
            });
        }),
    };
    let status = Signal::derive(move || match shown.get().as_str() {
        "loading" => Status::Loading,
        "failed" => {
            Status::Failed("The worker stopped while it sorted. Your work is safe. Reload the page.".to_owned())
        }
        _ => Status::Ready,
    });
    let states = vec![
        Choice::new("full", "25,000 rows"),
        Choice::new("empty", "Empty"),
        Choice::new("loading", "Loading"),
        Choice::new("failed", "Error"),
    ];
    let active = RwSignal::new(Some(Key::imported(3)));
    let opened = RwSignal::new(None::<Key>);
    let empty = || {
        view! {
            <EmptyState title="No incidents match" text="Take a condition away, or log the first incident." picture=Picture::Filter />
        }
    };
    family(
        "Tables and filters",
        "Only the rows in view are in the page. Arrow keys or j and k move, Enter opens, x selects; left and right fold groups. Edges of columns are dragged, or moved by arrow keys.",
        view! {
            {wide("Any number of rows", view! {
                <div class="stack">
                    <Field label="Show" required=true group=true><RadioGroup choices=states value=shown beside=true /></Field>
                    <div class="cluster">
                        <FilterChip label="Breached" count="3,571" pressed=breached on_toggle=move |()| breached.update(|on| *on = !*on) />
                        <FilterChip label="Priority 2" count="6,250" pressed=true on_toggle=|()| {} on_remove=|()| {} />
                        <FilterChip label="Mine" pressed=false on_toggle=|()| {} />
                        <FilterChip label="In groups" pressed=grouped on_toggle=move |()| grouped.update(|on| *on = !*on) />
                    </div>
                    <div class="gallery-table">
                        <VirtualTable
                            label="Incidents"
                            class="gallery-queue"
                            columns=columns()
                            rows=lines
                            selection=Selection::new()
                            groups
                            widths=widths()
                            row=cells
                            sort=sort
                            active=active
                            on_open=move |key| opened.set(Some(key))
                            status=status
                            empty=empty
                        />
                    </div>
                    <p class="muted" role="status">
                        {move || opened.get().map(|key| ["Opened row ", &key.number.to_string(), "."].concat())}
                    </p>
                </div>
            })}
        },
    )
}
