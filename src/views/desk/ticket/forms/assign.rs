//! Assign: to a team, a person, or both.

use itsm::incident::Command;
use itsm::{GroupId, PersonId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::frame::FormFrame;
use crate::session::Session;
use crate::ui::{Button, ComboBox, Field, Kind};
use crate::views::desk::choices;
use crate::views::desk::ticket::move_dialog::Form;

/// The form.
#[component]
pub fn AssignForm(form: Form) -> impl IntoView {
    let session = expect_context::<Session>();
    let now =
        session.peek(|w| w.desk().incident(form.id).ok().map(|incident| (incident.group, incident.assignee))).flatten();
    let (group, person) = now.unwrap_or_default();
    let group = RwSignal::new(group.map(|id| key_text(id.0)).unwrap_or_default());
    let person = RwSignal::new(person.map(|id| key_text(id.0)).unwrap_or_default());
    let submit = move || {
        form.give(
            Command::Assign {
                incident: form.id,
                group: group.with_untracked(|text| key_of(text)).map(GroupId),
                assignee: person.with_untracked(|text| key_of(text)).map(PersonId),
            },
            "Assigned",
        );
    };
    view! {
        <FormFrame form label="Assign" error=form.error_beside(&["group", "person"]) submit>
            <Field label="Assignment group" error=form.error_of("group")>
                <ComboBox choices=choices::groups(session, group) list_label="Groups" value=group />
            </Field>
            <Field label="Person" error=form.error_of("person")>
                <ComboBox choices=choices::people(session, person) list_label="People" value=person />
            </Field>
            <Button label="Assign to me" kind=Kind::Quiet on_press=move |()| person.set(key_text(session.me().0)) />
        </FormFrame>
    }
    .into_any()
}
