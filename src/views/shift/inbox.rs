//! The inbox: contacts and records by piles, the most pressing pile first.

use leptos::prelude::*;
use simulation::scenario::{Channel, Key, LocalTime, Severity};
use simulation::shift::view::{Case, ChangeView, Pile, View};

use super::desk::{Desk, INBOX};
use super::{call, words};
use crate::browser::dom;
use crate::ui::{Badge, Icon, Picture, PriorityBars, Tone};

/// The piles in their order; what is done is folded away.
const PILES: [Pile; 5] = [Pile::Ringing, Pile::New, Pile::Mine, Pile::Waiting, Pile::Done];

/// What a row shows of a case.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    channel: Channel,
    title: String,
    who: String,
    number: String,
    state: String,
    priority: Option<u8>,
    at: LocalTime,
    calls: bool,
    lost: bool,
    severity: Option<Severity>,
    breached: bool,
    major: bool,
}

impl Row {
    fn of(case: &Case) -> Self {
        let record = case.record.as_ref();
        Self {
            channel: case.channel,
            title: case.title.clone(),
            who: case.caller.as_ref().map(|caller| caller.name.clone()).unwrap_or_default(),
            number: record.map(|record| record.number.clone()).unwrap_or_default(),
            state: record.map(|record| words::state(&record.state)).unwrap_or_default(),
            priority: record.and_then(|record| record.priority),
            at: case.at,
            calls: case.calls,
            lost: case.lost,
            severity: case.severity,
            breached: record.is_some_and(|record| record.breached),
            major: record.is_some_and(|record| record.major),
        }
    }
}

/// The inbox.
pub fn inbox(desk: Desk) -> AnyView {
    let nothing = desk.part(|view| view.cases.is_empty());
    view! {
        <nav class="shift-inbox" id=INBOX aria-label="Inbox" on:keydown=move |event| moved(desk, &event)>
            {PILES.map(|pile| self::pile(desk, pile)).collect_view()}
            {changes(desk)}
            {move || nothing.get().then(|| view! {
                <p class="shift-quiet">"Nobody has come yet. Wait runs the clock to the first contact."</p>
            })}
        </nav>
    }
    .into_any()
}

fn keys_in(view: &View, pile: Pile) -> Vec<Key> {
    view.cases.iter().filter(|case| case.pile == pile).map(|case| case.key.clone()).collect()
}

fn pile(desk: Desk, pile: Pile) -> AnyView {
    let keys = desk.part(move |view| keys_in(view, pile));
    let count = Memo::new(move |_| keys.with(Vec::len));
    let unfolded = RwSignal::new(pile != Pile::Done);
    let list = move || {
        view! {
            <ul class="shift-rows">
                <For each=move || keys.get() key=Clone::clone children=move |key| row(desk, key) />
            </ul>
        }
    };
    let name = words::pile(pile);
    let head = move || {
        if pile == Pile::Done {
            view! {
                <h2 class="shift-pile-name">
                    <button
                        type="button"
                        aria-expanded=move || unfolded.get().to_string()
                        on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)
                    >
                        {move || view! { <Icon picture=if unfolded.get() { Picture::Down } else { Picture::Next } /> }}
                        <span>{name}</span>
                        <span class="shift-pile-count">{count}</span>
                    </button>
                </h2>
            }
            .into_any()
        } else {
            view! { <h2 class="shift-pile-name"><span>{name}</span><span class="shift-pile-count">{count}</span></h2> }
                .into_any()
        }
    };
    let any = Memo::new(move |_| count.get() > 0);
    let shown = move || {
        any.get().then(|| {
            view! {
                <section class="shift-pile" data-pile=words::key_of(&pile)>
                    {head()}
                    {move || unfolded.get().then(list)}
                </section>
            }
        })
    };
    shown.into_any()
}

/// The id of a row, for keys that move the focus.
fn row_id(key: &Key) -> String {
    ["shift-row-", key].concat()
}

fn row(desk: Desk, key: Key) -> AnyView {
    let of = key.clone();
    let row = desk.part(move |view| view.cases.iter().find(|case| case.key == of).map(Row::of));
    let current = key.clone();
    let pressed = key.clone();
    let rings = key.clone();
    let ringing = Memo::new({
        let key = key.clone();
        let rings = desk.part(move |view| view.cases.iter().any(|case| case.key == key && case.pile == Pile::Ringing));
        move |_| rings.get()
    });
    view! {
        <li>
            <button
                type="button"
                class="shift-row"
                id=row_id(&key)
                aria-current=move || desk.open.with(|open| open.as_ref() == Some(&current)).then_some("true")
                data-calls=move || row.with(|row| row.as_ref().is_some_and(|row| row.calls)).then_some("true")
                on:click=move |_| desk.turn_to(&pressed)
            >
                {move || row.get().map(inside)}
            </button>
            {move || ringing.get().then(|| call::answer(desk, rings.clone()))}
        </li>
    }
    .into_any()
}

fn inside(row: Row) -> AnyView {
    let (channel, picture) = words::channel(row.channel);
    let state = if row.lost { "Call lost".to_owned() } else { row.state };
    let meta = [row.who, row.number, state].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ");
    let severity = row.severity.map(|severity| {
        let (label, tone, picture) = words::severity(severity);
        view! { <Badge label tone picture=Some(picture) plain=true /> }
    });
    view! {
        <span class="shift-row-channel"><Icon picture /><span class="visually-hidden">{channel}": "</span></span>
        <span class="shift-row-title">{row.title}</span>
        <span class="shift-row-at">{words::clock(row.at)}</span>
        <span class="shift-row-meta">
            {row.calls.then(|| view! { <span class="shift-row-news">"New"</span> })}
            {row.priority.map(|level| view! { <PriorityBars level /> })}
            {(!meta.is_empty()).then(|| view! { <span class="shift-row-words">{meta}</span> })}
            {severity}
            {row.major.then(|| view! { <Badge label="Major" tone=Tone::Bad plain=true /> })}
            {row.breached.then(|| view! { <Badge label="Late" tone=Tone::Bad picture=Some(Picture::Breached) plain=true /> })}
        </span>
    }
    .into_any()
}

/// Changes, below the piles, where the shift has any.
fn changes(desk: Desk) -> AnyView {
    let changes = desk.part(|view| {
        view.changes
            .iter()
            .map(|change: &ChangeView| {
                (
                    change.key.clone(),
                    change.number.clone(),
                    change.summary.clone(),
                    words::change_is(change.is),
                    change.window.0,
                )
            })
            .collect::<Vec<_>>()
    });
    let one = move |(key, number, summary, is, from): (Key, String, String, String, LocalTime)| {
        let current = key.clone();
        view! {
            <li>
                <button
                    type="button"
                    class="shift-row"
                    id=row_id(&key)
                    aria-current=move || desk.open.with(|open| open.as_ref() == Some(&current)).then_some("true")
                    on:click=move |_| desk.turn_to(&key)
                >
                    <span class="shift-row-channel"><Icon picture=Picture::Settings /><span class="visually-hidden">"Change: "</span></span>
                    <span class="shift-row-title">{summary}</span>
                    <span class="shift-row-at">{words::clock(from)}</span>
                    <span class="shift-row-meta"><span>{[number, is].join(" · ")}</span></span>
                </button>
            </li>
        }
    };
    let shown = move || {
        let changes = changes.get();
        (!changes.is_empty()).then(|| {
            view! {
                <section class="shift-pile">
                    <h2 class="shift-pile-name"><span>"Changes"</span><span class="shift-pile-count">{changes.len()}</span></h2>
                    <ul class="shift-rows">{changes.into_iter().map(one).collect_view()}</ul>
                </section>
            }
        })
    };
    shown.into_any()
}

fn moved(desk: Desk, event: &leptos::ev::KeyboardEvent) {
    let down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    event.prevent_default();
    step(desk, down);
}

/// Moves the focus to the next or the previous row; from elsewhere, to the one that is open.
pub fn step(desk: Desk, down: bool) {
    let keys: Vec<Key> = desk.now(|view| {
        let cases = PILES.iter().flat_map(|pile| keys_in(view, *pile));
        cases.chain(view.changes.iter().map(|change| change.key.clone())).collect()
    });
    let ids: Vec<String> = keys.iter().map(row_id).collect();
    let focused = dom::focused_id();
    let at = focused.and_then(|id| ids.iter().position(|row| *row == id));
    let open = desk.open.get_untracked().map(|key| row_id(&key));
    let next = match at {
        Some(at) if down => at.checked_add(1),
        Some(at) => at.checked_sub(1),
        None => ids.iter().position(|row| Some(row) == open.as_ref()).or(Some(0)),
    };
    // Rows that are folded away are passed over.
    let rest: Box<dyn Iterator<Item = &String>> = match next {
        None => return,
        Some(next) if down || at.is_none() => Box::new(ids.iter().skip(next)),
        Some(next) => Box::new(ids.iter().take(next + 1).rev()),
    };
    for id in rest {
        if dom::focus_id(id) {
            break;
        }
    }
}
