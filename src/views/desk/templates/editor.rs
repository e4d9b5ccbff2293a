//! The form of a template: its name, and what it fills in.

use std::sync::Arc;

use itsm::{Command, Template};
use leptos::prelude::*;

use super::{Editing, Templates};
use crate::session::Declined;
use crate::ui::{Button, ComboBox, Field, Kind, Select, TextArea, TextInput, Toaster};
use crate::views::desk::choices;
use crate::views::desk::draft::Draft;
use crate::views::undo;

pub(super) fn editor(sheet: Templates, editing: Editing) -> AnyView {
    let session = sheet.session;
    let toaster = expect_context::<Toaster>();
    let name = RwSignal::new(editing.template.name.to_string());
    let draft = Draft::of_fill(&editing.template.fill);
    let refusal = RwSignal::new(None::<Declined>);
    let about_name = Signal::derive(move || {
        refusal.get().filter(|declined| declined.is_about(&["name"])).map(|declined| declined.sentence())
    });
    let general = move || {
        let declined = refusal.get().filter(|declined| !declined.is_about(&["name"]));
        declined.map(|declined| view! { <p class="error">{declined.sentence()}</p> })
    };
    let id = editing.id;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let template = Template { name: Arc::from(name.get_untracked()), fill: draft.fill() };
        let said = ["Template “", template.name.trim(), "” is saved"].concat();
        match session.give(Command::SaveTemplate(id, template)) {
            Ok(_) => {
                sheet.finish();
                undo::confirm(session, toaster, said);
            }
            Err(declined) => refusal.set(Some(declined)),
        }
    };
    const OPEN: &str = "Left open";
    view! {
        <form class="form template-form" novalidate on:submit=submit>
            <p class="hint">"Everybody at this desk can use it. What is left empty here is left open in the form; the caller always is."</p>
            <Field label="Name" hint="What happened, in a word or two." required=true error=about_name><TextInput value=name /></Field>
            <Field label="Summary"><TextInput value=draft.summary /></Field>
            <Field label="Description" hint="What to ask, or what is known already."><TextArea value=draft.description rows=4 /></Field>
            <div class="form-row">
                <Field label="Impact"><Select choices=choices::levels(session) value=draft.impact placeholder=OPEN /></Field>
                <Field label="Urgency"><Select choices=choices::levels(session) value=draft.urgency placeholder=OPEN /></Field>
            </div>
            <Field label="Affected service"><ComboBox choices=choices::services(session, draft.service) list_label="Services" value=draft.service /></Field>
            <Field label="Category"><ComboBox choices=choices::categories(session, draft.category) list_label="Categories" value=draft.category /></Field>
            <Field label="Configuration item"><ComboBox choices=choices::items(session, draft.item) list_label="Configuration items" value=draft.item /></Field>
            <Field label="Assignment group"><ComboBox choices=choices::groups(session, draft.group) list_label="Groups" value=draft.group /></Field>
            <Field label="Person"><ComboBox choices=choices::people(session, draft.assignee) list_label="People" value=draft.assignee /></Field>
            <div class="form-error" role="alert">{general}</div>
            <div class="form-actions">
                <button type="submit" class="button button-primary">"Save template"</button>
                <Button label="Leave it" kind=Kind::Quiet on_press=move |()| sheet.finish() />
            </div>
        </form>
    }
    .into_any()
}
