//! Assign: to a team, and to somebody who leads it.

use itsm::problem::Command as Ask;
use itsm::{GroupId, PersonId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::Form;
use crate::session::Session;
use crate::ui::{Button, ComboBox, Field, Kind};
use crate::views::asking::FormFrame;
use crate::views::desk::choices;

/// The form.
#[component]
pub fn AssignForm(form: Form) -> impl IntoView {
    let session = expect_context::<Session>();
    let now =
        session.peek(|w| w.desk().problem(form.id).ok().map(|problem| (problem.group, problem.assignee))).flatten();
    let (group, lead) = now.unwrap_or_default();
    let group = RwSignal::new(group.map(|id| key_text(id.0)).unwrap_or_default());
    let lead = RwSignal::new(lead.map(|id| key_text(id.0)).unwrap_or_default());
    let submit = move || {
        let assign = Ask::Assign {
            problem: form.id,
            group: group.with_untracked(|text| key_of(text)).map(GroupId),
            assignee: lead.with_untracked(|text| key_of(text)).map(PersonId),
        };
        form.give(assign, "Assigned");
    };
    view! {
        <FormFrame form label="Assign" error=form.error_beside(&["group", "person"]) submit>
            <Field label="Group" error=form.error_of("group")>
                <ComboBox choices=choices::groups(session, group) list_label="Groups" value=group />
            </Field>
            <Field label="Lead" hint="Who sees to it that the cause is found." error=form.error_of("person")>
                <ComboBox choices=choices::people(session, lead) list_label="People" value=lead />
            </Field>
            <Button label="I lead it" kind=Kind::Quiet on_press=move |()| lead.set(key_text(session.me().0)) />
        </FormFrame>
    }
    .into_any()
}
