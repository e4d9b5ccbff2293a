//! The end of a shift: what the next one has to know, and where it leads from here.

use leptos::prelude::*;
use simulation::scenario::Key;
use simulation::shift::Act;
use simulation::shift::view::{Pile, View};

use super::desk::{Desk, OPEN};
use super::forms::{self, Form, ticked, ticks};
use super::words;
use crate::route::{Route, Stand};
use crate::ui::{Button, CommandButton, Kind, LinkButton};

/// What the clock's end asks for: the form, with nothing beside it.
pub fn at_the_end(desk: Desk) -> AnyView {
    let to = desk.now(|view| words::clock(view.to));
    view! {
        <header class="shift-head"><h2 id=OPEN tabindex="-1">"It is "{to}": hand over"</h2></header>
        <div class="shift-scroll" tabindex="0" role="region" aria-label="Handover">
            <p class="shift-lead">"The next shift knows what you tell it. Choose what it has to know; what is left out, it finds out by itself."</p>
            {form(desk, None)}
        </div>
    }
    .into_any()
}

fn open_items(view: &View) -> Vec<(Key, String, String, bool)> {
    let open = view.cases.iter().filter(|case| case.pile != Pile::Done);
    open.map(|case| {
        let record = case.record.as_ref();
        let priority = record.and_then(|record| record.priority).map(|level| ["P", &level.to_string()].concat());
        let detail = [
            record.map(|record| record.number.clone()),
            record.map(|record| words::state(&record.state)),
            priority,
            case.caller.as_ref().map(|caller| caller.name.clone()),
        ];
        (case.key.clone(), case.title.clone(), detail.into_iter().flatten().collect::<Vec<_>>().join(" · "), false)
    })
    .collect()
}

fn promises(view: &View) -> Vec<(Key, String, String, bool)> {
    let promises = view.promises.iter();
    promises
        .map(|promise| {
            let label = ["Word to ", &promise.to, " by ", &words::clock(promise.until)].concat();
            (promise.case.clone(), label, String::new(), false)
        })
        .collect()
}

/// The form; with a way back while the shift still runs.
pub fn form(desk: Desk, form: Option<Form>) -> AnyView {
    let (items, promises) = desk.now(|view| (open_items(view), promises(view)));
    let none = (items.is_empty(), promises.is_empty());
    let ((items, item_boxes), (promises, promise_boxes)) = (ticks(items), ticks(promises));
    let offer = desk.now(|view| view.acts.iter().find(|offer| offer.act == *"handover").cloned());
    let label = offer.as_ref().map_or_else(|| "Hand over".to_owned(), |offer| offer.label.clone());
    let cost = offer.and_then(|offer| offer.minutes).map(words::cost);
    let back = form.is_some();
    let press = move |()| {
        forms::submit(desk, vec![Act::Handover { items: ticked(&items), promises: ticked(&promises) }]);
    };
    let named = label.clone();
    let quiet = |none: bool| none.then(|| view! { <p class="shift-quiet">"None."</p> });
    view! {
        <form class="shift-form" id=forms::FORM aria-label=named on:submit=|event| event.prevent_default()>
            <div class="shift-form-body">
                <fieldset class="shift-ticks"><legend>"Open items"</legend>{item_boxes}{quiet(none.0)}</fieldset>
                <fieldset class="shift-ticks"><legend>"Promises that run"</legend>{promise_boxes}{quiet(none.1)}</fieldset>
            </div>
            <div class="shift-form-end">
                <CommandButton label kind=Kind::Primary cost=MaybeProp::derive(move || cost.clone()) running=desk.busy on_press=press />
                {back.then(|| view! { <Button label="Back" kind=Kind::Quiet on_press=move |()| forms::close(desk) /> })}
            </div>
        </form>
    }
    .into_any()
}

/// The run that is played, for the way to its debrief.
#[derive(Clone)]
pub struct RunId(pub String);

/// After the end: what there is to say without judging, and the way on.
pub fn over(desk: Desk) -> AnyView {
    let (to, done, open, promises) = desk.now(|view| {
        let done = view.cases.iter().filter(|case| case.pile == Pile::Done).count();
        (words::clock(view.to), done, view.cases.len() - done, view.promises.len())
    });
    let count = |count: usize, one: &str, many: &str| {
        let words = if count == 1 { one } else { many };
        [count.to_string().as_str(), " ", words].concat()
    };
    let sentence = [
        "The shift ended at ",
        &to,
        ". ",
        &count(done, "contact is done", "contacts are done"),
        ", ",
        &count(open, "is open", "are open"),
        ", ",
        &count(promises, "promise runs on.", "promises run on."),
    ]
    .concat();
    let debrief = use_context::<RunId>().map(|RunId(run)| {
        view! { <LinkButton label="See what came of it" kind=Kind::Primary href=Route::Shift(Stand::Debrief(run)).href() /> }
    });
    let library = Route::Shift(Stand::Library(String::new())).href();
    view! {
        <header class="shift-head"><h2 id=OPEN tabindex="-1">"The shift is over"</h2></header>
        <div class="shift-scroll" tabindex="0" role="region" aria-label="The end">
            <p class="shift-lead">{sentence}</p>
            <div class="shift-sheet-ways">{debrief}<LinkButton label="All shifts" href=library /></div>
        </div>
    }
    .into_any()
}
