//! Priority as a number and bars: no hue, because it is not a status.

use leptos::prelude::*;

/// `P2` and how many bars of the scale it fills. Plain values, as in [`Badge`](super::Badge).
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
    let full = (lowest + 1).saturating_sub(level).min(lowest);
    let mut view_box = String::from("0 0 ");
    view_box.push_str(&(u32::from(lowest) * 4 - 1).to_string());
    view_box.push_str(" 14");
    view! {
        <span class="priority">
            <svg class="priority-bars" viewBox=view_box aria-hidden="true">
                <path class="bar bar-full" d=bars(0, full, lowest) />
                <path class="bar" d=bars(full, lowest, lowest) />
            </svg>
            <span>{["P", &level.to_string()].concat()}</span>
            {(!name.is_empty()).then(|| view! { <span class="priority-name">{name}</span> })}
        </span>
    }
    .into_any()
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
