//! Horizontal bars with their names and numbers: a chart that is its own table.

use leptos::prelude::*;

/// A bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// How much; not below 0.
    pub value: f64,
    /// How much, as people read it ("5,064", "38.2 %").
    pub text: String,
    /// Where what was counted can be seen.
    pub href: Option<String>,
}

/// A list of bars on one scale, which starts at 0.
#[component]
pub fn BarList(
    /// What the bars compare ("Opened by weekday").
    #[prop(into)]
    label: Signal<String>,
    /// The bars, in order.
    #[prop(into)]
    bars: Signal<Vec<Bar>>,
) -> impl IntoView {
    let rows = move || {
        let bars = bars.get();
        let largest = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
        bars.into_iter().map(|bar| one(bar, largest)).collect_view()
    };
    view! { <ul class="bars" aria-label=label>{rows}</ul> }.into_any()
}

fn one(bar: Bar, largest: f64) -> AnyView {
    let share = if largest > 0.0 { (bar.value / largest * 100.0).clamp(0.0, 100.0) } else { 0.0 };
    let label = match bar.href {
        Some(href) => view! { <a href=href>{bar.label}</a> }.into_any(),
        None => bar.label.into_any(),
    };
    view! {
        <li class="bars-row">
            <span class="bars-label">{label}</span>
            <svg class="bars-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect width=share.to_string() height="8" />
            </svg>
            <span class="bars-value">{bar.text}</span>
        </li>
    }
    .into_any()
}
