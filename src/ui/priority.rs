//! Priority as a number and bars: no hue, because it is not a status.

use leptos::prelude::*;

/// `P2` and how many bars of the scale it fills.
#[component]
pub fn PriorityBars(
    /// The priority; 1 is the most pressing.
    #[prop(into)]
    level: Signal<u8>,
    /// The lowest priority of the scale.
    #[prop(default = 5)]
    lowest: u8,
    /// What the priority is called ("High"), if there is room.
    #[prop(optional, into)]
    name: MaybeProp<String>,
) -> impl IntoView {
    let bar = move |index: u8| {
        let height = 4 + 10 * u32::from(index + 1) / u32::from(lowest.max(1));
        let filled = move || if index < (lowest + 1).saturating_sub(level.get()) { "bar bar-full" } else { "bar" };
        view! {
            <rect class=filled x=(u32::from(index) * 4).to_string() y=(14 - height).to_string() width="3" height=height.to_string() />
        }
    };
    let mut view_box = String::from("0 0 ");
    view_box.push_str(&(u32::from(lowest) * 4 - 1).to_string());
    view_box.push_str(" 14");
    view! {
        <span class="priority">
            <svg class="priority-bars" viewBox=view_box aria-hidden="true">{(0..lowest).map(bar).collect_view()}</svg>
            <span>"P"{move || level.get().to_string()}</span>
            {move || name.get().map(|name| view! { <span class="priority-name">{name}</span> })}
        </span>
    }
    .into_any()
}
