//! Link: a consequence of another incident, or the same failure told twice.

use itsm::incident::Command;
use leptos::prelude::*;

use super::frame::FormFrame;
use crate::session::Session;
use crate::ui::{Choice, Field, RadioGroup, TextInput};
use crate::views::desk::ticket::move_dialog::Form;

const PARENT: &str = "parent";
const DUPLICATE: &str = "duplicate";

/// The form.
#[component]
pub fn LinkForm(form: Form) -> impl IntoView {
    let session = expect_context::<Session>();
    let kind = RwSignal::new(PARENT.to_owned());
    let number = RwSignal::new(String::new());
    let unknown = RwSignal::new(None::<String>);
    // What is linked already stands in the field, so that emptying it takes the link away.
    Effect::new(move |_| {
        let kind = kind.get();
        let linked = session.peek(|workspace| {
            let desk = workspace.desk();
            let incident = desk.incident(form.id).ok()?;
            let other = if kind == PARENT { incident.parent } else { incident.duplicate_of };
            other.map(|id| desk.incident_number(id))
        });
        number.set(linked.flatten().unwrap_or_default());
    });
    let submit = move || {
        let text = number.get_untracked();
        let found = session.peek(|workspace| workspace.desk().find_incident(&text)).flatten();
        if found.is_none() && !text.trim().is_empty() {
            unknown.set(Some("There is no incident of this number here. Write it like INC0000045.".to_owned()));
            return;
        }
        unknown.set(None);
        let incident = form.id;
        if kind.get_untracked() == PARENT {
            form.give(Command::LinkParent { incident, parent: found }, "Link to the parent saved");
        } else {
            form.give(Command::MarkDuplicate { incident, of: found }, "Link to the earlier report saved");
        }
    };
    let choices = vec![
        Choice::new(PARENT, "It is a consequence of")
            .with_detail("The parent is the wider failure. Resolving it can resolve its children."),
        Choice::new(DUPLICATE, "It is a duplicate of")
            .with_detail("Both tell of the same failure. The earlier report is worked on."),
    ];
    view! {
        <FormFrame form label="Save link" error=form.error_beside(&[]) submit>
            <Field label="How are they connected?" group=true required=true>
                <RadioGroup choices value=kind />
            </Field>
            <Field label="Number of the other incident" hint="Like INC0000045. Empty takes the link away." error=unknown>
                <TextInput value=number />
            </Field>
        </FormFrame>
    }
    .into_any()
}
