//! Edit details.

use itsm::request::{Amendment, Command as Ask};
use itsm::{Command, RequestId, ServiceId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use crate::session::Session;
use crate::ui::{ComboBox, Field, RadioGroup, TextArea, TextInput};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices;
use crate::views::requests::form::{kind_of, kinds, target_of};

/// The form.
#[component]
pub fn AmendForm(id: RequestId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let Some(now) = session.peek(|workspace| workspace.desk().requests().get(id).ok().cloned()).flatten() else {
        return ().into_any();
    };
    let summary = RwSignal::new(now.summary.to_string());
    let description = RwSignal::new(now.description.to_string());
    let kind = RwSignal::new(now.kind.word().to_owned());
    let service = RwSignal::new(now.service.map(|id| key_text(id.0)).unwrap_or_default());
    let before = now.target.map(|target| typed_hours(target.num_minutes())).unwrap_or_default();
    let within = RwSignal::new(before);
    let submit = move || {
        // What is as it was is not an amendment; deciding leaves it out.
        let changes = vec![
            Amendment::Summary(summary.get_untracked().into()),
            Amendment::Description(description.get_untracked().into()),
            Amendment::Kind(kind.with_untracked(|word| kind_of(word))),
            Amendment::Service(service.with_untracked(|text| key_of(text)).map(ServiceId)),
            Amendment::Target(within.with_untracked(|text| target_of(text))),
        ];
        asking.give(Command::Request(Ask::Amend { request: id, changes }), "Saved");
    };
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&["summary", "promised within"]) submit>
            <Field label="Summary" required=true error=asking.error_of("summary")><TextInput value=summary /></Field>
            <Field label="Description"><TextArea value=description rows=4 /></Field>
            <Field label="Kind" group=true required=true><RadioGroup choices=kinds() value=kind /></Field>
            <Field label="Service">
                <ComboBox choices=choices::services(session, service) list_label="Services" value=service />
            </Field>
            <Field label="Promised within, in working hours" hint="Empty: nothing is promised." error=asking.error_of("promised within")>
                <TextInput value=within />
            </Field>
        </FormFrame>
    }
    .into_any()
}

/// Minutes as hours that can be typed again: `8`, `0.75`.
fn typed_hours(minutes: i64) -> String {
    if minutes % 60 == 0 { (minutes / 60).to_string() } else { (minutes as f64 / 60.0).to_string() }
}
