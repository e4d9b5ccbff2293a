//! Tabs: several views of one thing, one at a time.

use leptos::{ev, prelude::*};

use super::id;
use crate::browser::dom;

/// A tab.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tab {
    /// What it shows.
    pub label: String,
    /// How many things are in it; empty for no number.
    pub count: String,
}

impl Tab {
    /// A tab without a number.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), count: String::new() }
    }

    /// The same with the number of things in it.
    pub fn with_count(mut self, count: impl Into<String>) -> Self {
        self.count = count.into();
        self
    }
}

/// A row of tabs over the panel of the chosen one. Arrow keys move along it.
#[component]
pub fn Tabs(
    /// What the tabs are views of.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs, in order.
    #[prop(into)]
    tabs: Signal<Vec<Tab>>,
    /// The index of the chosen tab.
    chosen: RwSignal<usize>,
    /// The panel of the tab with this index; made anew when it is chosen.
    #[prop(into)]
    panel: UnsyncCallback<usize, AnyView>,
) -> impl IntoView {
    let base = StoredValue::new(id::fresh("tabs"));
    let tab_id = move |index: usize| id::with_suffix(&base.get_value(), &index.to_string());
    let panel_id = base.with_value(|base| id::with_suffix(base, "panel"));
    let controls = StoredValue::new(panel_id.clone());
    let pressed = move |event: ev::KeyboardEvent| {
        let count = tabs.with_untracked(Vec::len);
        let at = chosen.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" => (at + 1) % count.max(1),
            "ArrowLeft" => at.checked_sub(1).unwrap_or(count.saturating_sub(1)),
            "Home" => 0,
            "End" => count.saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        chosen.set(next);
        dom::focus_id(&tab_id(next));
    };
    let one = move |(index, tab): (usize, Tab)| {
        let is_chosen = move || chosen.get() == index;
        view! {
            <button
                type="button"
                class="tab"
                role="tab"
                id=tab_id(index)
                aria-selected=move || if is_chosen() { "true" } else { "false" }
                aria-controls=move || is_chosen().then(|| controls.get_value())
                tabindex=move || if is_chosen() { "0" } else { "-1" }
                on:click=move |_| chosen.set(index)
            >
                <span>{tab.label}</span>
                {(!tab.count.is_empty()).then(|| view! { <span class="tab-count">{tab.count}</span> })}
            </button>
        }
    };
    view! {
        <div class="tabs">
            <div class="tab-list" role="tablist" aria-label=label on:keydown=pressed>
                {move || tabs.get().into_iter().enumerate().map(one).collect_view()}
            </div>
            <div class="tab-panel" role="tabpanel" id=panel_id aria-labelledby=move || tab_id(chosen.get()) tabindex="0">
                {move || panel.run(chosen.get())}
            </div>
        </div>
    }
    .into_any()
}
