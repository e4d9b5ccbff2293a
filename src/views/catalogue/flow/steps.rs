//! The steps as a list: what each is, what becomes of it in the dry run, and its place among the others.

use itsm::catalogue::StepKey;
use leptos::prelude::*;

use super::told::{self, StepTold, Told};
use super::{Editor, Shown, Sort, Wanted};
use crate::ui::{Badge, Button, CommandButton, EmptyState, Icon, Kind, Panel, Picture, Tone, id as element};

/// The two parts of the list.
#[component]
pub fn Steps(
    editor: Editor,
    shown: Memo<Option<Shown>>,
    told: Signal<Option<Told>>,
    open: RwSignal<Option<Wanted>>,
) -> impl IntoView {
    let dragged = RwSignal::new(None::<StepKey>);
    let of = move |approvals: bool| {
        let steps = told.with(|told| told.as_ref().map(|told| told.steps.clone())).unwrap_or_default();
        steps.into_iter().filter(|step| (step.sort == Sort::Approval) == approvals).collect::<Vec<_>>()
    };
    let why_not = Signal::derive(move || shown.with(|shown| shown.as_ref().and_then(|shown| shown.why_not.clone())));
    let add = move |sort: Sort| move |()| open.set(Some(Wanted::Add(sort)));
    let list = move |steps: Vec<StepTold>| {
        let many = steps.len();
        let card = |(place, step)| view! { <StepCard editor step place many why_not open dragged /> };
        view! { <ol class="flow-steps">{steps.into_iter().enumerate().map(card).collect_view()}</ol> }
    };
    let approvals = move || {
        let steps = of(true);
        match steps.is_empty() {
            true => view! { <p class="hint">"Nobody is asked: an order is fulfilled at once. That is best for what is ordered often and risks little."</p> }.into_any(),
            false => list(steps).into_any(),
        }
    };
    let fulfilment = move || {
        let steps = of(false);
        match steps.is_empty() {
            true => view! { <EmptyState title="One task, by the team that supports it" text="Add steps where several teams work on an order, or where something happens by itself." /> }.into_any(),
            false => list(steps).into_any(),
        }
    };
    view! {
        <Panel title="Approvals" class="flow-part">
            {approvals}
            <CommandButton label="Add an approval" refusal=why_not on_press=add(Sort::Approval) />
        </Panel>
        <Panel title="Fulfilment" class="flow-part">
            {fulfilment}
            <div class="flow-add">
                <CommandButton label="Add tasks" refusal=why_not on_press=add(Sort::Tasks) />
                <CommandButton label="Add an automatic step" refusal=why_not on_press=add(Sort::Automatic) />
            </div>
        </Panel>
    }
    .into_any()
}

#[component]
fn StepCard(
    editor: Editor,
    step: StepTold,
    /// Its place in its part, from 0.
    place: usize,
    /// How many there are in its part.
    many: usize,
    why_not: Signal<Option<String>>,
    open: RwSignal<Option<Wanted>>,
    dragged: RwSignal<Option<StepKey>>,
) -> impl IntoView {
    let key = step.key;
    let heading = element::fresh("step");
    let labelled_by = heading.clone();
    let name = StoredValue::new(step.name.clone());
    let picture = match step.sort {
        Sort::Approval => Picture::Person,
        Sort::Tasks => Picture::Group,
        Sort::Automatic => Picture::System,
    };
    let mover = move |down: bool, is_last: bool, picture: Picture| {
        let word = if down { "later" } else { "earlier" };
        let label = name.with_value(|name| ["Move ", name, " ", word].concat());
        let title = label.clone();
        let press = move |_| {
            if !is_last {
                name.with_value(|name| editor.shift(key, down, name));
            }
        };
        view! {
            <button type="button" class="button button-quiet button-icon" id=told::button_id(key, down) title=title
                aria-disabled=is_last.then_some("true") on:click=press>
                <Icon picture />
                <span class="visually-hidden">{label}{is_last.then_some(if down { ": it is the last already" } else { ": it is the first already" })}</span>
            </button>
        }
    };
    let controls = move || {
        let may = why_not.with(Option::is_none);
        may.then(|| {
            let edit = name.with_value(|name| "Edit ".to_owned() + name);
            let remove = name.with_value(|name| "Take out ".to_owned() + name);
            view! {
                {mover(false, place == 0, Picture::Ascending)}
                {mover(true, place + 1 == many, Picture::Descending)}
                <button type="button" class="button button-quiet" aria-label=edit on:click=move |_| open.set(Some(Wanted::Edit(key)))>"Edit"</button>
                <Button label=remove kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=move |()| name.with_value(|name| editor.remove(key, name)) />
            }
        })
    };
    let task = |(task, by): (String, String)| view! { <li><strong>{task}</strong><span class="hint">{by}</span></li> };
    let at_once = (step.tasks.len() > 1).then(|| view! { <p class="hint">"At the same time:"</p> });
    let tasks = (!step.tasks.is_empty())
        .then(|| view! { <ul class="flow-tasks">{step.tasks.into_iter().map(task).collect_view()}</ul> });
    let line = |text: String| (!text.is_empty()).then(|| view! { <p>{text}</p> });
    let who = match step.sort {
        Sort::Approval => [&step.who, ", usually ", &step.takes].concat(),
        _ => step.who,
    };
    view! {
        <li
            class="flow-step-place"
            data-dragged=move || (dragged.get() == Some(key)).then_some("yes")
            draggable=move || if why_not.with(Option::is_none) { "true" } else { "false" }
            on:dragstart=move |_| dragged.set(Some(key))
            on:dragend=move |_| dragged.set(None)
            on:dragover=move |event| {
                if dragged.get_untracked().is_some() {
                    event.prevent_default();
                }
            }
            on:drop=move |event| {
                event.prevent_default();
                if let Some(from) = dragged.get_untracked() {
                    dragged.set(None);
                    editor.put(from, key);
                }
            }
        >
            <div class="flow-step" data-taken=if step.is_taken { "yes" } else { "no" } role="group" aria-labelledby=labelled_by>
            <div class="flow-step-head">
                <h3 id=heading><Icon picture /><span>{step.name}</span><span class="visually-hidden">", "{step.sort.word().to_lowercase()}</span></h3>
                <div class="flow-step-tools">{controls}</div>
            </div>
            <div class="flow-step-body">
                {line(who)}
                {at_once}
                {tasks}
                {step.when.map(|when| view! { <p class="flow-when">{when}"."</p> })}
                <p class="flow-why">
                    <Badge
                        tone=if step.is_taken { Tone::Ok } else { Tone::Slate }
                        picture=Some(if step.is_taken { Picture::Check } else { Picture::Next })
                        label=if step.is_taken { "Taken" } else { "Skipped" }
                        plain=true
                    />
                    <span>{step.why}{(!step.span.is_empty()).then(|| [": ", &step.span].concat())}</span>
                </p>
            </div>
            </div>
        </li>
    }
    .into_any()
}
