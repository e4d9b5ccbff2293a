//! The record of a case: what it was logged as, how pressing it is, with whom it is, and what it hangs on.

use leptos::prelude::*;
use simulation::scenario::Key;
use simulation::shift::view::{Case, Choice, Link, Record, View};

use super::desk::{Desk, name_of};
use super::words;
use crate::browser::dom;
use crate::ui::{Badge, Fact, Icon, Picture, PriorityBars, Tone};

/// Narrower than this, the fields are folded away at first.
const ROOM_PIXELS: f64 = 700.0;

/// What the record is, in one line that stays in view.
pub fn line(case: Memo<Option<Case>>) -> AnyView {
    let record = record_of(case);
    let shown = move || {
        match record.get() {
        Some(record) => summary(&record),
        None => view! {
            <p class="shift-line"><Icon picture=Picture::New /><span>"Not logged yet: there is no record of this."</span></p>
        }
        .into_any(),
    }
    };
    shown.into_any()
}

/// What the record says, once there is one.
pub fn record(desk: Desk, case: Memo<Option<Case>>) -> AnyView {
    let record = record_of(case);
    let unfolded = RwSignal::new(dom::window_width() >= ROOM_PIXELS);
    (move || record.get().map(|record| fields(desk, record, unfolded))).into_any()
}

fn record_of(case: Memo<Option<Case>>) -> Memo<Option<Record>> {
    Memo::new(move |_| case.with(|case| case.as_ref().and_then(|case| case.record.clone())))
}

fn summary(record: &Record) -> AnyView {
    let weighed = record.impact.zip(record.urgency).map(|(impact, urgency)| {
        view! { <span>{words::level(impact)}" impact, "{words::level(urgency)}" urgency"</span> }
    });
    view! {
        <p class="shift-line">
            <strong>{record.number.clone()}</strong>
            <span>{words::kind(record)}</span>
            <Badge label=words::state(&record.state) tone=tone(&record.state) />
            {record.priority.map(|level| view! { <PriorityBars level /> })}
            {weighed}
            {record.major.then(|| view! { <Badge label="Major incident" tone=Tone::Bad picture=Some(Picture::Breached) /> })}
            {record.breached.then(|| view! { <Badge label="Target missed" tone=Tone::Bad picture=Some(Picture::Breached) /> })}
        </p>
    }
    .into_any()
}

fn fields(desk: Desk, record: Record, unfolded: RwSignal<bool>) -> AnyView {
    let name = |of: fn(&View) -> &Vec<Choice>, key: &Option<Key>| {
        key.as_ref().map(|key| desk.now(|view| Some(name_of(of(view), key))).unwrap_or_default())
    };
    let facts = [
        ("Service", name(|view| &view.choices.services, &record.service)),
        ("Item", name(|view| &view.choices.items, &record.item)),
        ("Category", name(|view| &view.choices.categories, &record.category)),
        ("Asked for", name(|view| &view.choices.offers, &record.offer)),
        ("Team", name(|view| &view.choices.teams, &record.team)),
        ("The team says", record.team_says.clone()),
        ("On hold", record.hold.map(|hold| words::hold(hold).to_owned())),
        ("Approval", record.approval.clone()),
        ("Resolve by", record.due.map(words::clock)),
    ];
    let facts = facts.into_iter().filter_map(|(label, value)| Some((label, value?)));
    view! {
        <details
            class="shift-record"
            prop:open=move || unfolded.get_untracked()
            on:toggle=move |event| unfolded.set(dom::is_open(&event))
        >
            <summary>"What the record says"</summary>
            <dl class="shift-facts">
                {facts.map(|(label, value)| view! { <Fact label>{value}</Fact> }).collect_view()}
            </dl>
            {links(desk, record.links)}
            {tasks(desk, record.tasks)}
        </details>
    }
    .into_any()
}

fn tone(state: &str) -> Tone {
    match state {
        "resolved" | "closed" | "fulfilled" => Tone::Ok,
        "new" | "on-hold" | "cancelled" => Tone::Slate,
        _ => Tone::Neutral,
    }
}

fn links(desk: Desk, links: Vec<Link>) -> AnyView {
    let one = move |Link { says, to }: Link| {
        let title = desk.now(|view| {
            let case = view.cases.iter().find(|case| case.key == to);
            let change = || view.changes.iter().find(|change| change.key == to).map(|change| change.summary.clone());
            case.map(|case| case.title.clone()).or_else(change).unwrap_or_else(|| to.to_string())
        });
        view! {
            <li>
                <span class="shift-link-says">{words::state(&says)}</span>
                <button type="button" class="shift-link" on:click=move |_| desk.turn_to(&to)>
                    <Icon picture=Picture::Link /><span>{title}</span>
                </button>
            </li>
        }
    };
    (!links.is_empty())
        .then(|| view! { <ul class="shift-links" aria-label="Links">{links.into_iter().map(one).collect_view()}</ul> })
        .into_any()
}

fn tasks(desk: Desk, tasks: Vec<simulation::shift::view::TaskView>) -> AnyView {
    let one = move |task: simulation::shift::view::TaskView| {
        let team = desk.now(|view| name_of(&view.choices.teams, &task.team));
        let (picture, word) = if task.done { (Picture::Met, "Done: ") } else { (Picture::New, "To do: ") };
        view! {
            <li><Icon picture /><span class="visually-hidden">{word}</span><span>{task.label}</span><span class="shift-link-says">{team}</span></li>
        }
    };
    (!tasks.is_empty())
        .then(|| view! { <ul class="shift-links" aria-label="Tasks">{tasks.into_iter().map(one).collect_view()}</ul> })
        .into_any()
}
