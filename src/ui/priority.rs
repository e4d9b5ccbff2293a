//! Priority as a number and bars: no hue, because it is not a status.

use leptos::prelude::*;

/// `P2` and how many bars of the scale it fills. For a table, see [`PriorityCell`].
#[component]
pub fn PriorityBars(
    /// The priority; 1 is the most pressing.
    level: u8,
    /// The lowest priority of the scale.
    #[prop(default = 5)]
    lowest: u8,
    /// What the priority is called ("High"), if there is room.
    #[prop(optional, into)]
    name: String,
) -> impl IntoView {
    view! {
        <span class="priority">
            <svg class="priority-bars" viewBox=view_box(lowest) aria-hidden="true">
                <path class="bar bar-full" d=full(level, lowest) />
                <path class="bar" d=empty(level, lowest) />
            </svg>
            <span>{number(level)}</span>
            {(!name.is_empty()).then(|| view! { <span class="priority-name">{name}</span> })}
        </span>
    }
    .into_any()
}

/// A cell of a table with a priority in it, which changes in place.
#[component]
pub fn PriorityCell(
    /// The column's class.
    class: &'static str,
    /// The priority; 1 is the most pressing.
    level: Signal<u8>,
    /// The lowest priority of the scale.
    #[prop(default = 5)]
    lowest: u8,
) -> impl IntoView {
    view! {
        <div role="gridcell" class=class>
            <span class="priority">
                <svg class="priority-bars" viewBox=view_box(lowest) aria-hidden="true">
                    <path class="bar bar-full" d=move || full(level.get(), lowest) />
                    <path class="bar" d=move || empty(level.get(), lowest) />
                </svg>
                <span>{move || number(level.get())}</span>
            </span>
        </div>
    }
    .into_any()
}

fn number(level: u8) -> String {
    ["P", &level.to_string()].concat()
}

fn view_box(lowest: u8) -> String {
    ["0 0 ", &(u32::from(lowest) * 4).saturating_sub(1).to_string(), " 14"].concat()
}

fn full(level: u8, lowest: u8) -> String {
    bars(0, filled(level, lowest), lowest)
}

fn empty(level: u8, lowest: u8) -> String {
    bars(filled(level, lowest), lowest, lowest)
}

/// How many bars a priority fills.
fn filled(level: u8, lowest: u8) -> u8 {
    (lowest.saturating_add(1)).saturating_sub(level).min(lowest)
}

/// The outline of some bars of the scale: each 3 wide and higher than the one before.
fn bars(from: u8, to: u8, lowest: u8) -> String {
    let mut outline = String::new();
    for index in from..to {
        let height = (4 + 10 * u32::from(index + 1) / u32::from(lowest.max(1))).to_string();
        for part in ["M", &(u32::from(index) * 4).to_string(), " 14v-", &height, "h3v", &height, "z"] {
            outline.push_str(part);
        }
    }
    outline
}
