//! Planning one more task, and handing one over.

use itsm::request::{Command as Ask, Plan, TaskId};
use itsm::{Command, GroupId, PersonId, RequestId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use crate::session::Session;
use crate::ui::{Button, Checkbox, ComboBox, Field, Kind, TextInput};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices;

/// One more task of an item.
#[component]
pub fn AddTaskForm(id: RequestId, asking: Asking, item: u16) -> impl IntoView {
    let session = expect_context::<Session>();
    let [name, group, person] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let tasks = session.peek(|workspace| {
        let item = workspace.desk().requests().get(id).ok()?.item(item)?;
        Some(item.tasks.iter().map(|task| (task.id, task.name.to_string(), RwSignal::new(false))).collect::<Vec<_>>())
    });
    let tasks = StoredValue::new(tasks.flatten().unwrap_or_default());
    let submit = move || {
        let after = tasks.with_value(|tasks| {
            tasks.iter().filter(|(.., chosen)| chosen.get_untracked()).map(|(id, ..)| *id).collect()
        });
        let task = Plan {
            name: name.get_untracked().into(),
            group: group.with_untracked(|text| key_of(text)).map(GroupId),
            assignee: person.with_untracked(|text| key_of(text)).map(PersonId),
            depends_on: after,
            automatic: false,
        };
        asking.give(Command::Request(Ask::AddTask { request: id, item, task }), "The task is added");
    };
    let box_of = |(_, name, chosen): &(TaskId, String, RwSignal<bool>)| {
        view! { <Checkbox label=name.clone() value=*chosen /> }
    };
    let boxes = tasks.with_value(|tasks| tasks.iter().map(box_of).collect_view());
    view! {
        <FormFrame form=asking label="Add the task" error=asking.error_beside(&["task"]) submit>
            <Field label="Task" hint="What is to be done?" required=true error=asking.error_of("task")>
                <TextInput value=name />
            </Field>
            <fieldset class="request-after">
                <legend>"It waits for"</legend>
                <p class="hint">"None: it may begin at once, beside the others."</p>
                {boxes}
            </fieldset>
            <Field label="Group"><ComboBox choices=choices::groups(session, group) list_label="Groups" value=group /></Field>
            <Field label="Person"><ComboBox choices=choices::people(session, person) list_label="People" value=person /></Field>
        </FormFrame>
    }
    .into_any()
}

/// A task to a team or a person.
#[component]
pub fn AssignTaskForm(id: RequestId, asking: Asking, item: u16, task: TaskId) -> impl IntoView {
    let session = expect_context::<Session>();
    let now = session.peek(|workspace| {
        let task = workspace.desk().requests().get(id).ok()?.item(item)?.task(task)?;
        Some((task.group, task.assignee))
    });
    let (group, person) = now.flatten().unwrap_or_default();
    let group = RwSignal::new(group.map(|id| key_text(id.0)).unwrap_or_default());
    let person = RwSignal::new(person.map(|id| key_text(id.0)).unwrap_or_default());
    let submit = move || {
        let assign = Ask::AssignTask {
            request: id,
            item,
            task,
            group: group.with_untracked(|text| key_of(text)).map(GroupId),
            assignee: person.with_untracked(|text| key_of(text)).map(PersonId),
        };
        asking.give(Command::Request(assign), "Assigned");
    };
    view! {
        <FormFrame form=asking label="Assign" error=asking.error_beside(&["group", "person"]) submit>
            <Field label="Group" error=asking.error_of("group")>
                <ComboBox choices=choices::groups(session, group) list_label="Groups" value=group />
            </Field>
            <Field label="Person" error=asking.error_of("person")>
                <ComboBox choices=choices::people(session, person) list_label="People" value=person />
            </Field>
            <Button label="Assign to me" kind=Kind::Quiet on_press=move |()| person.set(key_text(session.me().0)) />
        </FormFrame>
    }
    .into_any()
}
