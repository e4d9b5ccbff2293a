//! How many: a number between two buttons.

use leptos::prelude::*;
use workspace::catalogue::basket::MOST_OF_ONE;

/// The number, from 1 to the most that one order takes. What is no number changes nothing.
#[component]
pub fn Quantity(
    /// Of what, for those who listen ("Quantity of Standard laptop").
    #[prop(into)]
    label: String,
    /// How many.
    #[prop(into)]
    value: Signal<u16>,
    /// Called with another number.
    #[prop(into)]
    on_change: UnsyncCallback<u16>,
) -> impl IntoView {
    let set = move |number: u16| on_change.run(number.clamp(1, MOST_OF_ONE));
    let group = label.clone();
    let (less, more) = ("Less: ".to_owned() + &label, "More: ".to_owned() + &label);
    view! {
        <span class="portal-quantity" role="group" aria-label=group>
            <button type="button" class="button button-icon" aria-label=less aria-disabled=move || (value.get() <= 1).then_some("true")
                on:click=move |_| set(value.get_untracked().saturating_sub(1))>"−"</button>
            <input class="input" inputmode="numeric" autocomplete="off" maxlength="3" aria-label=label
                prop:value=move || value.get().to_string()
                on:change:target=move |event| {
                    match event.target().value().trim().parse() {
                        Ok(number) => set(number),
                        Err(_) => event.target().set_value(&value.get_untracked().to_string()),
                    }
                } />
            <button type="button" class="button button-icon" aria-label=more on:click=move |_| set(value.get_untracked().saturating_add(1))>"+"</button>
        </span>
    }
    .into_any()
}
