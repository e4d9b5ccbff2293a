//! Several of a few: boxes to tick. What is ticked is one text, so that it can be kept as a draft.

use leptos::prelude::*;

use crate::ui::Choice;
use crate::ui::field::FieldLink;

/// The boxes. Use it inside a `Field` with `group`.
#[component]
pub fn Several(
    /// What can be ticked.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The values of what is ticked, with commas between them.
    value: RwSignal<String>,
) -> impl IntoView {
    let one = move |choice: Choice| {
        let own = StoredValue::new(choice.value);
        let ticked = move || own.with_value(|own| value.with(|value| value.split(',').any(|one| one == own)));
        let turn = move |on: bool| {
            value.update(|value| {
                let mut all: Vec<String> = value.split(',').filter(|one| !one.is_empty()).map(str::to_owned).collect();
                own.with_value(|own| {
                    all.retain(|one| one != own);
                    if on {
                        all.push(own.clone());
                    }
                });
                *value = all.join(",");
            });
        };
        view! {
            <label class="choice">
                <input type="checkbox" prop:checked=ticked on:change:target=move |event| turn(event.target().checked()) />
                <span>{choice.label}</span>
            </label>
        }
    };
    let link = FieldLink::of_context();
    let boxes = move || choices.get().into_iter().map(one).collect_view();
    view! { <div class="choices several" role="group" aria-labelledby=link.label_id aria-describedby=link.described_by>{boxes}</div> }.into_any()
}
