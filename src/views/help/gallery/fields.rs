//! Fields in all their states.

use leptos::prelude::*;

use super::{example, family};
use crate::ui::{DateTimeInput, DerivedValue, Field, PriorityBars, SearchInput, TextArea, TextInput};

/// The family of fields.
pub fn section() -> AnyView {
    let text = |value: &str| RwSignal::new(value.to_owned());
    let checked = RwSignal::new(String::new());
    let left = RwSignal::new(false);
    let error = Signal::derive(move || {
        (left.get() && checked.with(|text| text.trim().is_empty()))
            .then(|| "Say in a few words what does not work.".to_owned())
    });
    let query = text("priority:2 is:brea");
    family(
        "Fields",
        "Label above, hint before the control, error below it. What may stay empty says so.",
        view! {
            {example("Rest, required", view! {
                <Field label="What does not work?" hint="In the caller's words." required=true>
                    <TextInput value=text("") />
                </Field>
            })}
            {example("Checked when it is left", view! {
                <Field label="Short description" required=true error=error>
                    <TextInput value=checked on_leave=move |()| left.set(true) />
                </Field>
            })}
            {example("Invalid", view! {
                <Field label="Promise by" required=true error="Choose an instant after now: 16 May 2016, 09:00.">
                    <DateTimeInput value=text("2016-05-14T10:30") />
                </Field>
            })}
            {example("Filled in", view! {
                <Field label="Location" prefilled="from the caller's last incident">
                    <TextInput value=text("Building 3, floor 2") />
                </Field>
            })}
            {example("Worked out", view! {
                <Field label="Priority" derived="medium impact and high urgency.">
                    <DerivedValue><PriorityBars level=2 name="High" /></DerivedValue>
                </Field>
            })}
            {example("Long text", view! {
                <Field label="Solution" hint="What you really did. The next person with this incident reads it first." required=true>
                    <TextArea value=text("Restarted the print spooler on PRN-04 and removed the stuck job.\nChecked with the caller that both printers work.") />
                </Field>
            })}
            {example("Searching", view! {
                <div class="stack">
                    <SearchInput label="Search incidents" value=text("") />
                    <SearchInput label="Search incidents" value=query error="“is:brea” is not a condition. Try is:breached." />
                </div>
            })}
        },
    )
}
