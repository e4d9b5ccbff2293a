//! Edit details: what describes the problem. What was found has a place of its own on the page.

use itsm::problem::{Amendment, Command as Ask};
use itsm::{CategoryId, ItemId, Key, Level, ServiceId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::Form;
use crate::session::Session;
use crate::ui::{ComboBox, Field, RadioGroup, TextArea, TextInput};
use crate::views::asking::FormFrame;
use crate::views::desk::choices;

/// The form.
#[component]
pub fn AmendForm(form: Form) -> impl IntoView {
    let session = expect_context::<Session>();
    let key = |key: Option<Key>| RwSignal::new(key.map(key_text).unwrap_or_default());
    let Some(now) = session.peek(|workspace| workspace.desk().problem(form.id).ok().cloned()).flatten() else {
        return ().into_any();
    };
    let summary = RwSignal::new(now.summary.to_string());
    let description = RwSignal::new(now.description.to_string());
    let (impact, urgency) = (RwSignal::new(now.impact.0.to_string()), RwSignal::new(now.urgency.0.to_string()));
    let (service, category, item) =
        (key(now.service.map(|id| id.0)), key(now.category.map(|id| id.0)), key(now.item.map(|id| id.0)));
    let id = |signal: RwSignal<String>| signal.with_untracked(|text| key_of(text));
    let level = |signal: RwSignal<String>| Level(signal.with_untracked(|text| text.parse().unwrap_or(0)));
    let submit = move || {
        // What is as it was is not an amendment; deciding leaves it out.
        let changes = vec![
            Amendment::Summary(summary.get_untracked().into()),
            Amendment::Description(description.get_untracked().into()),
            Amendment::Impact(level(impact)),
            Amendment::Urgency(level(urgency)),
            Amendment::Service(id(service).map(ServiceId)),
            Amendment::Category(id(category).map(CategoryId)),
            Amendment::Item(id(item).map(ItemId)),
        ];
        form.give(Ask::Amend { problem: form.id, changes }, "Saved");
    };
    view! {
        <FormFrame form label="Save" error=form.error_beside(&["summary"]) submit>
            <Field label="Summary" required=true error=form.error_of("summary")><TextInput value=summary /></Field>
            <Field label="Description"><TextArea value=description rows=4 /></Field>
            <div class="form-row">
                <Field label="Impact" group=true required=true>
                    <RadioGroup choices=choices::levels(session) value=impact beside=true />
                </Field>
                <Field label="Urgency" group=true required=true>
                    <RadioGroup choices=choices::levels(session) value=urgency beside=true />
                </Field>
            </div>
            <Field label="Affected service">
                <ComboBox choices=choices::services(session, service) list_label="Services" value=service />
            </Field>
            <Field label="Category">
                <ComboBox choices=choices::categories(session, category) list_label="Categories" value=category />
            </Field>
            <Field label="Configuration item">
                <ComboBox choices=choices::items(session, item) list_label="Configuration items" value=item />
            </Field>
        </FormFrame>
    }
    .into_any()
}
