//! The tasks of a step, which are done at the same time, while they are typed.

use std::sync::Arc;

use itsm::GroupId;
use itsm::catalogue::workflow::Task;
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::told;
use crate::session::Session;
use crate::ui::{Button, ComboBox, Field, Kind, Picture, TextInput};
use crate::views::desk::choices;

/// A task while it is typed.
#[derive(Clone, Copy)]
pub struct TaskDraft {
    place: usize,
    name: RwSignal<String>,
    group: RwSignal<String>,
    takes: RwSignal<String>,
}

impl TaskDraft {
    /// A task as it is now.
    pub fn of(place: usize, task: &Task) -> Self {
        Self {
            place,
            name: RwSignal::new(task.name.to_string()),
            group: RwSignal::new(task.group.map(|group| key_text(group.0)).unwrap_or_default()),
            takes: RwSignal::new(told::hours_text(task.takes)),
        }
    }

    /// What was typed, or what is wrong with it.
    pub fn task(&self) -> Result<Task, &'static str> {
        let name: Arc<str> = self.name.with_untracked(|name| name.trim().into());
        if name.is_empty() {
            return Err("Say what is to be done: whoever gets the task has to know.");
        }
        let takes = self.takes.with_untracked(|text| told::hours_of(text))?;
        Ok(Task { name, group: self.group.with_untracked(|text| key_of(text)).map(GroupId), takes })
    }
}

/// The rows.
#[component]
pub fn TasksField(tasks: RwSignal<Vec<TaskDraft>>, error: Signal<Option<String>>) -> impl IntoView {
    let add = move |()| {
        tasks.update(|tasks| {
            let place = tasks.iter().map(|task| task.place + 1).max().unwrap_or_default();
            tasks.push(TaskDraft::of(place, &Task::default()));
        });
    };
    view! {
        <fieldset class="request-part">
            <legend>"Tasks"</legend>
            <p class="hint">"They are done at the same time. What has to wait for something else is a step of its own."</p>
            <For each=move || tasks.get() key=|task| task.place children=move |task| view! { <TaskRow task tasks /> } />
            <div role="alert">{move || error.get().map(|text| view! { <p class="error">{text}</p> })}</div>
            <Button label="One more task at the same time" kind=Kind::Quiet picture=Picture::Plus on_press=add />
        </fieldset>
    }
    .into_any()
}

#[component]
fn TaskRow(task: TaskDraft, tasks: RwSignal<Vec<TaskDraft>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let several = move || tasks.with(|tasks| tasks.len() > 1);
    let number =
        move || tasks.with(|tasks| tasks.iter().position(|one| one.place == task.place).map_or(1, |place| place + 1));
    let label = move || "Task ".to_owned() + &number().to_string();
    let take_out = move |()| tasks.update(|tasks| tasks.retain(|one| one.place != task.place));
    view! {
        <div class="flow-task-row" role="group" aria-label=label>
            <Field label="What is to be done" required=true><TextInput value=task.name /></Field>
            <Field label="Team" hint="Left empty, the team that supports the service.">
                <ComboBox choices=choices::groups(session, task.group) list_label="Groups" value=task.group />
            </Field>
            <Field label="Usually takes" hint="Working hours, or 30 min."><TextInput value=task.takes /></Field>
            {move || several().then(|| view! {
                <Button label=Signal::derive(move || label() + ": take out") kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=take_out />
            })}
        </div>
    }
    .into_any()
}
