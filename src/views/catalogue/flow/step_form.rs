//! The form of a step: what it is called, when it is taken, who is asked or what is done.

use itsm::PersonId;
use itsm::approval::Rule;
use itsm::catalogue::StepKey;
use itsm::catalogue::form::Form;
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::condition::{WhenDraft, WhenField};
use super::tasks::{TaskDraft, TasksField};
use super::{Editor, Shown, Sort, Wanted, told};
use crate::ui::{Button, Checkbox, Choice, Field, Kind, Picture, Select, TextInput};
use crate::views::asking::{Asking, FormFrame};
use crate::views::person::PersonBox;

/// How many must approve.
const RULES: [(&str, &str); 3] = [("all", "All of them"), ("majority", "More than half"), ("any", "Any one")];

/// What is typed.
#[derive(Clone, Copy)]
struct Draft {
    key: StepKey,
    is_new: bool,
    sort: Sort,
    name: RwSignal<String>,
    when: WhenDraft,
    manager: RwSignal<bool>,
    owner: RwSignal<bool>,
    people: RwSignal<Vec<(usize, RwSignal<String>)>>,
    rule: RwSignal<String>,
    takes: RwSignal<String>,
    tasks: RwSignal<Vec<TaskDraft>>,
}

/// What is wrong, by its place.
#[derive(Clone, Default, PartialEq)]
struct Wrong {
    name: Option<String>,
    when: Option<String>,
    asked: Option<String>,
    takes: Option<String>,
    tasks: Option<String>,
}

fn new_step(key: StepKey, sort: Sort) -> Step {
    let (name, what) = match sort {
        Sort::Approval => (
            "Line manager",
            StepKind::Approval { by: vec![Approver::Manager], rule: Rule::All, takes: chrono::TimeDelta::hours(4) },
        ),
        Sort::Tasks => ("", StepKind::Tasks(vec![Task::default()])),
        Sort::Automatic => ("", StepKind::Automatic),
    };
    Step { key, name: name.into(), when: When::Always, what }
}

impl Draft {
    fn of(step: &Step, is_new: bool, form: &Form) -> Self {
        let (by, rule, takes) = match &step.what {
            StepKind::Approval { by, rule, takes } => (by.as_slice(), *rule, told::hours_text(*takes)),
            _ => (&[][..], Rule::All, String::new()),
        };
        let person = |approver: &Approver| match approver {
            Approver::Person(person) => Some(RwSignal::new(key_text(person.0))),
            Approver::Manager | Approver::Owner => None,
        };
        let tasks = match &step.what {
            StepKind::Tasks(tasks) => tasks.as_slice(),
            _ => &[],
        };
        Self {
            key: step.key,
            is_new,
            sort: told::sort_of(&step.what),
            name: RwSignal::new(step.name.to_string()),
            when: WhenDraft::of(&step.when, form),
            manager: RwSignal::new(by.contains(&Approver::Manager)),
            owner: RwSignal::new(by.contains(&Approver::Owner)),
            people: RwSignal::new(by.iter().filter_map(person).enumerate().collect()),
            rule: RwSignal::new(match rule {
                Rule::All => "all".to_owned(),
                Rule::Majority => "majority".to_owned(),
                Rule::Any => "any".to_owned(),
                Rule::Quorum(many) => many.to_string(),
            }),
            takes: RwSignal::new(takes),
            tasks: RwSignal::new(tasks.iter().enumerate().map(|(place, task)| TaskDraft::of(place, task)).collect()),
        }
    }

    fn approvers(&self) -> Vec<Approver> {
        let people = self.people.with_untracked(|people| {
            let key = |(_, text): &(usize, RwSignal<String>)| text.with_untracked(|text| key_of(text));
            people.iter().filter_map(key).map(|key| Approver::Person(PersonId(key))).collect::<Vec<_>>()
        });
        let manager = self.manager.get_untracked().then_some(Approver::Manager);
        let owner = self.owner.get_untracked().then_some(Approver::Owner);
        let mut all: Vec<Approver> = manager.into_iter().chain(owner).collect();
        for person in people {
            if !all.contains(&person) {
                all.push(person);
            }
        }
        all
    }

    fn rule(&self) -> Rule {
        match self.rule.get_untracked().as_str() {
            "majority" => Rule::Majority,
            "any" => Rule::Any,
            number => number.parse().map_or(Rule::All, Rule::Quorum),
        }
    }

    fn step(&self) -> Result<Step, Wrong> {
        let mut wrong = Wrong::default();
        let name = self.name.with_untracked(|name| name.trim().to_owned());
        if name.is_empty() {
            wrong.name = Some("Give it a name: everybody sees by it what they wait for.".to_owned());
        }
        let when = self.when.when().map_err(|text| wrong.when = Some(text.to_owned()));
        let what = match self.sort {
            Sort::Automatic => Ok(StepKind::Automatic),
            Sort::Tasks => {
                let tasks: Result<Vec<Task>, _> =
                    self.tasks.with_untracked(|tasks| tasks.iter().map(TaskDraft::task).collect());
                tasks.map(StepKind::Tasks).map_err(|text| wrong.tasks = Some(text.to_owned()))
            }
            Sort::Approval => {
                let by = self.approvers();
                if by.is_empty() {
                    wrong.asked = Some("Say who decides: an approval that asks nobody would never end.".to_owned());
                }
                let takes = self.takes.with_untracked(|text| told::hours_of(text));
                takes
                    .map(|takes| StepKind::Approval { by, rule: self.rule(), takes })
                    .map_err(|text| wrong.takes = Some(text.to_owned()))
            }
        };
        match (when, what) {
            (Ok(when), Ok(what)) if wrong == Wrong::default() => {
                Ok(Step { key: self.key, name: name.into(), when, what })
            }
            _ => Err(wrong),
        }
    }
}

/// The form.
#[component]
pub fn StepForm(editor: Editor, wanted: Wanted, asking: Asking, shown: Memo<Option<Shown>>) -> impl IntoView {
    let Some(data) = shown.get_untracked() else { return ().into_any() };
    let found = |key| data.offering.workflow.steps.iter().find(|step| step.key == key).cloned();
    let (step, is_new) = match wanted {
        Wanted::Add(sort) => (new_step(editor.next_key(), sort), true),
        Wanted::Edit(key) => match found(key) {
            Some(step) => (step, false),
            None => return view! { <p>"The step is not there any more."</p> }.into_any(),
        },
    };
    let draft = Draft::of(&step, is_new, &data.offering.form);
    let wrong = RwSignal::new(Wrong::default());
    let error = move |of: fn(&Wrong) -> Option<String>| Signal::derive(move || wrong.with(of));
    let submit = move || match draft.step() {
        Err(found) => wrong.set(found),
        Ok(step) => {
            wrong.set(Wrong::default());
            let done = step.name.to_string() + if draft.is_new { " is added" } else { " is changed" };
            let put = editor.changed(|workflow| match workflow.steps.iter_mut().find(|one| one.key == step.key) {
                Some(one) => *one = step,
                None => workflow.steps.push(step),
            });
            if let Some(command) = put {
                asking.give(command, done);
            }
        }
    };
    let label = if is_new { "Add the step" } else { "Save the step" };
    let hint = match draft.sort {
        Sort::Approval => "Whose word it is, as the requester reads it.",
        Sort::Tasks => "What this step achieves.",
        Sort::Automatic => "What happens by itself, such as “Send the welcome mail”.",
    };
    let owner = data.content.owner.map(|owner| data.directory.person(owner).to_owned());
    let what = match draft.sort {
        Sort::Automatic => ().into_any(),
        Sort::Tasks => view! { <TasksField tasks=draft.tasks error=error(|wrong| wrong.tasks.clone()) /> }.into_any(),
        Sort::Approval => view! {
            <AskedField draft owner error=error(|wrong| wrong.asked.clone()) />
            <Field label="Usually takes" hint="Working hours until the answer comes (4), or minutes (30 min)." error=error(|wrong| wrong.takes.clone())>
                <TextInput value=draft.takes />
            </Field>
        }
        .into_any(),
    };
    view! {
        <FormFrame form=asking label error=asking.error_beside(&[]) submit>
            <Field label="Name" hint required=true error=error(|wrong| wrong.name.clone())><TextInput value=draft.name /></Field>
            {what}
            <WhenField draft=draft.when error=error(|wrong| wrong.when.clone()) currency=data.currency.to_string() />
        </FormFrame>
    }
    .into_any()
}

#[component]
fn AskedField(draft: Draft, owner: Option<String>, error: Signal<Option<String>>) -> impl IntoView {
    let owner = match owner {
        Some(owner) => owner + ". Where the owner orders, their manager decides instead.",
        None => "The service has no owner yet, so nobody could give this approval.".to_owned(),
    };
    let add = move |()| {
        draft.people.update(|people| {
            let place = people.iter().map(|(place, _)| place + 1).max().unwrap_or_default();
            people.push((place, RwSignal::new(String::new())));
        });
    };
    let row = move |(place, value): (usize, RwSignal<String>)| {
        let take_out = move |()| draft.people.update(|people| people.retain(|(one, _)| *one != place));
        view! {
            <div class="flow-person">
                <Field label="Person" required=true><PersonBox value /></Field>
                <Button label="Do not ask this person" kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=take_out />
            </div>
        }
    };
    let several = move || {
        let named = draft.people.with(Vec::len);
        named + usize::from(draft.manager.get()) + usize::from(draft.owner.get()) > 1
    };
    let rules = move || {
        let mut rules: Vec<Choice> = RULES.into_iter().map(|(value, label)| Choice::new(value, label)).collect();
        let many = draft.rule.get_untracked();
        if many.parse::<u8>().is_ok() {
            rules.push(Choice::new(many.clone(), ["At least ", &many].concat()));
        }
        several().then(|| {
            view! { <Field label="How many must approve?" required=true><Select choices=rules value=draft.rule /></Field> }
        })
    };
    view! {
        <fieldset class="request-part">
            <legend>"Who is asked"</legend>
            <Checkbox label="The manager of who orders" detail="Whoever orders names them." value=draft.manager />
            <Checkbox label="The owner of the service" detail=owner value=draft.owner />
            <For each=move || draft.people.get() key=|(place, _)| *place children=row />
            <Button label="Ask a certain person" kind=Kind::Quiet picture=Picture::Plus on_press=add />
            {rules}
            <div role="alert">{move || error.get().map(|text| view! { <p class="error">{text}</p> })}</div>
        </fieldset>
    }
    .into_any()
}
