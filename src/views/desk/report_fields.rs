//! The fields that describe an incident, for logging one and for correcting one.

use itsm::Level;
use leptos::prelude::*;

use super::draft::Draft;
use super::{badges, choices};
use crate::session::Session;
use crate::ui::{ComboBox, DerivedValue, Field, RadioGroup, Select, TextArea, TextInput};

/// The fields. `error_of` gives what is wrong with the field of a name.
#[component]
pub fn ReportFields(draft: Draft, error_of: impl Fn(&'static str) -> Signal<Option<String>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let level = |signal: RwSignal<String>| signal.with(|text| text.parse().ok().map(Level));
    let weighed = Memo::new(move |_| Some((level(draft.impact)?, level(draft.urgency)?)));
    let priority = Signal::derive(move || {
        let (impact, urgency) = weighed.get()?;
        session.peek(|workspace| workspace.desk().matrix().priority(impact, urgency).0)
    });
    let shown = Signal::derive(move || priority.get().map_or_else(|| "–".to_owned(), |priority| "P".to_owned() + &priority.to_string()));
    let why = Signal::derive(move || {
        Some(match weighed.get() {
            None => "choose impact and urgency".to_owned(),
            Some((impact, urgency)) => {
                let size = session.peek(|workspace| workspace.desk().matrix().size()).unwrap_or(3);
                badges::level_word(impact, size) + " impact × " + &badges::level_word(urgency, size).to_lowercase() + " urgency"
            }
        })
    });
    view! {
        <Field label="Summary" hint="In one line, what does not work?" required=true error=error_of("summary")>
            <TextInput value=draft.summary />
        </Field>
        <Field label="Description" hint="What the caller told: since when, where, who else, what was tried.">
            <TextArea value=draft.description rows=4 />
        </Field>
        <div class="form-row">
            <Field label="Caller" error=error_of("caller")>
                <ComboBox choices=choices::people(session) list_label="People" value=draft.caller />
            </Field>
            <Field label="Channel">
                <Select choices=choices::channels() value=draft.channel />
            </Field>
        </div>
        <div class="form-row">
            <Field label="Impact" hint="How much of the business is affected?" group=true required=true error=error_of("impact")>
                <RadioGroup choices=choices::levels(session) value=draft.impact beside=true />
            </Field>
            <Field label="Urgency" hint="How soon does it hurt?" group=true required=true error=error_of("urgency")>
                <RadioGroup choices=choices::levels(session) value=draft.urgency beside=true />
            </Field>
        </div>
        <Field label="Priority" derived=why>
            <DerivedValue value=shown />
        </Field>
        <div class="form-row">
            <Field label="Affected service">
                <ComboBox choices=choices::services(session) list_label="Services" value=draft.service />
            </Field>
            <Field label="Category">
                <ComboBox choices=choices::categories(session) list_label="Categories" value=draft.category />
            </Field>
        </div>
        <Field label="Configuration item" hint="The component at fault, as far as you know.">
            <ComboBox choices=choices::items(session) list_label="Configuration items" value=draft.item />
        </Field>
    }
    .into_any()
}
