//! Link: a consequence of another incident, the same failure told twice, or caused by a problem.

use itsm::incident::Command;
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Choice, Field, RadioGroup, TextInput};
use crate::views::asking::FormFrame;
use crate::views::desk::ticket::move_dialog::Form;

const PARENT: &str = "parent";
const DUPLICATE: &str = "duplicate";
const PROBLEM: &str = "problem";

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
            if kind == PROBLEM {
                return incident.problem.map(|id| desk.problem_number(id));
            }
            let other = if kind == PARENT { incident.parent } else { incident.duplicate_of };
            other.map(|id| desk.incident_number(id))
        });
        number.set(linked.flatten().unwrap_or_default());
    });
    let submit = move || {
        let text = number.get_untracked();
        if kind.with_untracked(|kind| kind == PROBLEM) {
            let problem = session.peek(|workspace| workspace.desk().find_problem(&text)).flatten();
            if problem.is_none() && !text.trim().is_empty() {
                unknown.set(Some("There is no problem of this number here. Write it like PRB0000012.".to_owned()));
                return;
            }
            unknown.set(None);
            return form.give(Command::LinkProblem { incident: form.id, problem }, "Link to the problem saved");
        }
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
        Choice::new(PROBLEM, "It is caused by the problem")
            .with_detail("The problem looks for the cause, while this incident restores the service."),
    ];
    view! {
        <FormFrame form label="Save link" error=form.error_beside(&[]) submit>
            <Field label="How are they connected?" group=true required=true>
                <RadioGroup choices value=kind />
            </Field>
            <Field label="Number of the other record" hint="Like INC0000045, or PRB0000012 for a problem. Empty takes the link away." error=unknown>
                <TextInput value=number />
            </Field>
        </FormFrame>
    }
    .into_any()
}
