//! What was asked for, and the tasks that lead to it: stage by stage, those of one stage at the same time.

use itsm::request::{
    Action, Command as Ask, Item, Progress, Request, Task, TaskAction, TaskId, TaskState, why_not_task,
};
use itsm::{Command, RequestId};
use leptos::prelude::*;
use workspace::Workspace;

use super::badges;
use super::forms::Wanted;
use crate::session::{Session, Zone};
use crate::ui::{Badge, CommandButton, Kind, Panel, Picture, Toaster, Tone, id as element};
use crate::views::undo;
use crate::views::words;

/// A task, as its card shows it.
#[derive(Clone, PartialEq)]
struct Card {
    item: u16,
    task: TaskId,
    name: String,
    state: TaskState,
    owner: String,
    /// Whether its item waits.
    is_pending: bool,
    /// Whether it happens by itself.
    automatic: bool,
    waits_for: String,
    /// When it began or ended, and who did it.
    told: String,
    words: String,
}

/// An item, as its section shows it.
#[derive(Clone, PartialEq)]
struct Section {
    item: u16,
    title: String,
    price: String,
    tone: Tone,
    picture: Picture,
    label: String,
    is_open: bool,
    is_pending: bool,
    has_begun: bool,
    stages: Vec<Vec<Card>>,
}

fn card(workspace: &Workspace, request: &Request, item: &Item, place: u16, task: &Task, zone: Zone) -> Card {
    let directory = workspace.desk().directory();
    let owner = [task.group.map(|id| directory.group(id)), task.assignee.map(|id| directory.person(id))];
    let owner: Vec<&str> = owner.into_iter().flatten().collect();
    let state = request.task_state(item, task);
    let is_undone = |before: &&Task| !matches!(before.progress, Progress::Done { .. });
    let before = task.depends_on.iter().filter_map(|id| item.task(*id)).filter(is_undone);
    let waits_for: Vec<&str> = before.map(|before| &*before.name).collect();
    let when = |at| words::date_time(zone.local(at));
    let (told, said) = match &task.progress {
        Progress::NotBegun => (String::new(), String::new()),
        Progress::Begun { at } => ("Since ".to_owned() + &when(*at), String::new()),
        Progress::Done { at, .. } if task.automatic => ("By itself, ".to_owned() + &when(*at), String::new()),
        Progress::Done { words, at, by } => ([directory.person(*by), ", ", &when(*at)].concat(), words.to_string()),
        Progress::NotPossible { because, at, by } => {
            ([directory.person(*by), ", ", &when(*at)].concat(), because.to_string())
        }
    };
    Card {
        item: place,
        task: task.id,
        name: task.name.to_string(),
        state,
        owner: match owner.is_empty() {
            true if task.automatic => "Happens by itself".to_owned(),
            true => "Nobody yet".to_owned(),
            false => owner.join(", "),
        },
        automatic: task.automatic,
        is_pending: matches!(request.item_state(item), itsm::request::ItemState::Pending(_)),
        waits_for: if state == TaskState::Created { waits_for.join(", ") } else { String::new() },
        told,
        words: said,
    }
}

fn sections(workspace: &Workspace, request: &Request, zone: Zone) -> Vec<Section> {
    let section = |(place, item): (u16, &Item)| {
        let state = request.item_state(item);
        let (tone, picture) = badges::of_item(state);
        let stage = |tasks: Vec<&Task>| {
            tasks.into_iter().map(|task| card(workspace, request, item, place, task, zone)).collect()
        };
        let price = item.price.map(|price| badges::price(price, "") + " each").unwrap_or_default();
        Section {
            item: place,
            title: [&words::number(usize::from(item.quantity)), " × ", &item.name].concat(),
            price,
            tone,
            picture,
            label: badges::item_label(state),
            is_open: state.is_open(),
            is_pending: matches!(state, itsm::request::ItemState::Pending(_)),
            has_begun: item.has_begun(),
            stages: item.stages().into_iter().map(stage).collect(),
        }
    };
    (0..).zip(&request.items).map(section).collect()
}

/// The panel with all items.
#[component]
pub fn Items(id: RequestId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let shown = Memo::new(move |_| {
        let read = |workspace: &Workspace| Some(sections(workspace, workspace.desk().requests().get(id).ok()?, zone));
        session.read(read).flatten().unwrap_or_default()
    });
    let total = move || {
        let read = |workspace: &Workspace| workspace.desk().requests().get(id).ok()?.total();
        let total = session.read(read).flatten()?;
        let several =
            shown.with(|sections| sections.len() > 1 || sections.iter().any(|one| !one.title.starts_with("1 ")));
        several.then(|| view! { <p class="request-total">"Together "{badges::price(total, "")}</p> })
    };
    let section = move |section: Section| view! { <ItemSection id section open /> };
    view! {
        <Panel title="Items and tasks" class="request-items">
            {move || shown.get().into_iter().map(section).collect_view()}
            {total}
        </Panel>
    }
    .into_any()
}

#[component]
fn ItemSection(id: RequestId, section: Section, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let item = section.item;
    let heading = element::fresh("item");
    let labelled_by = heading.clone();
    let refusal = move |action: Action| Signal::derive(move || session.refuses(id, action).map(|why| why.sentence()));
    let resume = move |()| match session.give(Command::Request(Ask::Resume { request: id, item })) {
        Ok(_) => undo::confirm(session, toaster, "Work goes on"),
        Err(refusal) => toaster.bad(refusal.sentence()),
    };
    let several = section.stages.len() > 1;
    let stage = move |(place, cards): (usize, Vec<Card>)| {
        let at_once = cards.len() > 1;
        let label = match (several, at_once) {
            (true, true) => ["Step ", &words::number(place + 1), ", at the same time"].concat(),
            (true, false) => ["Step ", &words::number(place + 1)].concat(),
            (false, true) => "At the same time".to_owned(),
            (false, false) => String::new(),
        };
        view! {
            <li class="stage">
                {(!label.is_empty()).then(|| view! { <p class="stage-name">{label}</p> })}
                <ul class="stage-tasks">{cards.into_iter().map(|card| view! { <TaskCard id card open /> }).collect_view()}</ul>
            </li>
        }
    };
    let controls = section.is_open.then(|| {
        view! {
            <div class="request-item-actions">
                {section.is_pending.then(|| view! {
                    <CommandButton label="Go on" refusal=refusal(Action::Resume(item)) on_press=resume />
                })}
                {(section.has_begun && !section.is_pending).then(|| view! {
                    <CommandButton label="Let it wait" kind=Kind::Quiet refusal=refusal(Action::Hold(item))
                        on_press=move |()| open.set(Some(Wanted::Hold(item))) />
                })}
                <CommandButton label="Add a task" kind=Kind::Quiet refusal=refusal(Action::AddTask(item))
                    on_press=move |()| open.set(Some(Wanted::AddTask(item))) />
            </div>
        }
    });
    view! {
        <div class="request-item" role="group" aria-labelledby=labelled_by>
            <div class="request-item-title">
                <h3 id=heading>{section.title}</h3>
                <Badge tone=section.tone picture=Some(section.picture) label=section.label />
                <span class="hint">{section.price}</span>
            </div>
            <ol class="stages">{section.stages.into_iter().enumerate().map(stage).collect_view()}</ol>
            {controls}
        </div>
    }
    .into_any()
}

#[component]
fn TaskCard(id: RequestId, card: Card, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let (item, task) = (card.item, card.task);
    let heading = element::fresh("task");
    let labelled_by = heading.clone();
    let refusal = move |action: TaskAction| {
        Signal::derive(move || {
            let read = |workspace: &Workspace| {
                why_not_task(workspace.desk(), id, item, task, action).map(|why| why.sentence())
            };
            session.read(read).flatten()
        })
    };
    let start = move |()| match session.give(Command::Request(Ask::StartTask { request: id, item, task })) {
        Ok(_) => undo::confirm(session, toaster, "The task has begun"),
        Err(refusal) => toaster.bad(refusal.sentence()),
    };
    let mine = move |()| {
        let assignee = Some(session.me());
        let assign = Ask::AssignTask { request: id, item, task, group: None, assignee };
        match session.give(Command::Request(assign)) {
            Ok(_) => undo::confirm(session, toaster, "The task is yours"),
            Err(refusal) => toaster.bad(refusal.sentence()),
        }
    };
    let ask = move |wanted: Wanted| move |()| open.set(Some(wanted));
    let (tone, picture) = badges::of_task(card.state);
    let state = card.state;
    let can_be_mine = !state.is_over() && card.owner == "Nobody yet";
    // What makes no sense in this state at all is not in the way; all else says why not.
    let automatic = card.automatic;
    let controls = (!(state.is_over() || automatic && state == TaskState::Created)).then(|| {
        view! {
            <div class="task-actions">
                {(automatic && state == TaskState::Ready).then(|| view! {
                    <CommandButton label="It has happened" refusal=refusal(TaskAction::Finish) on_press=ask(Wanted::Finish(item, task)) />
                })}
                {(!automatic && state == TaskState::Ready).then(|| view! {
                    <CommandButton label="Begin" refusal=refusal(TaskAction::Start) on_press=start />
                })}
                {(state == TaskState::InProgress).then(|| view! {
                    <CommandButton label="Done" refusal=refusal(TaskAction::Finish) on_press=ask(Wanted::Finish(item, task)) />
                })}
                {can_be_mine.then(|| view! {
                    <CommandButton label="I do it" kind=Kind::Quiet refusal=refusal(TaskAction::Assign) on_press=mine />
                })}
                {(!automatic).then(|| view! {
                    <CommandButton label="Assign" kind=Kind::Quiet refusal=refusal(TaskAction::Assign) on_press=ask(Wanted::AssignTask(item, task)) />
                })}
                {(state != TaskState::Created && !card.is_pending).then(|| view! {
                    <CommandButton label="Not possible" kind=Kind::Quiet refusal=refusal(TaskAction::GiveUp) on_press=ask(Wanted::GiveUp(item, task)) />
                })}
            </div>
        }
    });
    let line = |text: String| (!text.is_empty()).then(|| view! { <p class="task-line">{text}</p> });
    let waits = if card.waits_for.is_empty() { String::new() } else { "After: ".to_owned() + &card.waits_for };
    view! {
        <li>
        <div class="task" data-state=if state.is_over() { "over" } else { "open" } role="group" aria-labelledby=labelled_by>
            <div class="task-head">
                <h4 id=heading>{card.name}</h4>
                <Badge tone picture=Some(picture) label=state.word() plain=true />
            </div>
            {line(if state.is_over() { String::new() } else { card.owner })}
            {line(waits)}
            {line(card.told)}
            {(!card.words.is_empty()).then(|| view! { <p class="task-words">{card.words}</p> })}
            {controls}
        </div>
        </li>
    }
    .into_any()
}
