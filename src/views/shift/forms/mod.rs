//! The details of an act: small forms in the place of the acts. Where one press is enough to choose, there is nothing
//! to submit; what a form asks for is asked in the order in which one thinks of it.

mod amend;
mod change;
mod join;
mod log;
mod pick;
mod resolve;
mod say;
mod weigh;

use leptos::prelude::*;
use simulation::scenario::Key;
use simulation::shift::Act;
use simulation::shift::view::Offer;

use super::desk::{Desk, OPEN};
use super::{actions, words};
use crate::browser::dom;
use crate::ui::{Button, CommandButton, Kind};

pub use join::{ticked, ticks};
use pick::{items, named};

/// The id of the form, for the focus.
pub const FORM: &str = "shift-form";

/// A form that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Of which act.
    pub act: Key,
    /// With which case or change; none for the whole desk.
    pub of: Option<Key>,
    /// What stands on its button.
    pub label: String,
    /// What it costs; `None` where that hangs on what is chosen.
    pub minutes: Option<f64>,
    /// What is filled in already; the decision is not.
    pub filled: Option<Act>,
}

impl Form {
    /// The form behind a button.
    pub fn of(offer: &Offer, of: Option<Key>) -> Self {
        Self { act: offer.act.clone(), of, label: offer.label.clone(), minutes: offer.minutes, filled: None }
    }

    /// The form of an act by its name, wherever its button is.
    pub fn named(act: &str, of: Option<Key>) -> Self {
        Self { act: Key::new(act), of, label: words::state(act), minutes: Some(1.0), filled: None }
    }
}

/// The form.
pub fn form(desk: Desk, form: Form) -> AnyView {
    let act = form.act.clone();
    match (&*act, form.of.clone()) {
        ("log", Some(of)) => log::log(desk, form, of),
        ("amend", Some(of)) => amend::amend(desk, form, of),
        ("reply", Some(of)) => say::reply(desk, form, of),
        ("promise", Some(of)) => say::promise(desk, form, of),
        ("broadcast", Some(of)) => say::broadcast(desk, form, of),
        ("resolve", Some(of)) => resolve::resolve(desk, form, of),
        ("link", Some(of)) => join::link(desk, form, of),
        ("swarm", Some(of)) => join::swarm(desk, form, of),
        ("problem", of) => join::problem(desk, form, of),
        ("change", Some(of)) => change::raise(desk, form, of),
        ("assess", Some(of)) => change::assess(desk, form, of),
        ("review", Some(of)) => change::review(desk, form, of),
        ("handover", _) => super::handover::form(desk, Some(form)),
        ("finish", _) => pick::finish(desk, form),
        (_, Some(of)) => pick::pick(desk, form, of),
        (_, None) => {
            frame(desk, form, ().into_any(), || Err("This is done with a contact: open one first.".to_owned()))
        }
    }
}

/// Closes the form; the focus goes back to its button.
pub fn close(desk: Desk) {
    let Some(form) = desk.form.get_untracked() else { return };
    desk.form.set(None);
    let button = actions::button_id(&[&*form.act, " ", &form.label].concat());
    dom::soon(move || {
        if !dom::focus_id(&button) {
            dom::focus_id(OPEN);
        }
    });
}

/// Does what the form says; it closes only if that was possible.
pub fn submit(desk: Desk, acts: Vec<Act>) {
    desk.act_then(acts, move |possible| {
        if possible {
            close(desk);
        }
    });
}

/// A form with a button at its end. `make` gives the act, or what is missing.
fn frame(desk: Desk, form: Form, body: AnyView, make: impl Fn() -> Result<Act, String> + 'static) -> AnyView {
    frame_of(desk, form, body, move || make().map(|act| vec![act]))
}

/// The same for several acts.
fn frame_of(desk: Desk, form: Form, body: AnyView, make: impl Fn() -> Result<Vec<Act>, String> + 'static) -> AnyView {
    let missing = RwSignal::new(None::<String>);
    let cost = form.minutes.map(words::cost);
    let press = move |()| match make() {
        Ok(acts) => {
            missing.set(None);
            submit(desk, acts);
        }
        Err(what) => missing.set(Some(what)),
    };
    let (name, label) = (form.label.clone(), form.label);
    view! {
        <form class="shift-form" id=FORM aria-label=name on:submit=|event| event.prevent_default()>
            <div class="shift-form-body">{body}</div>
            <div role="alert">{move || missing.get().map(|missing| view! { <p class="shift-why">{missing}</p> })}</div>
            <div class="shift-form-end">
                <CommandButton label kind=Kind::Primary cost=MaybeProp::derive(move || cost.clone()) running=desk.busy on_press=press />
                <Button label="Back" kind=Kind::Quiet on_press=move |()| close(desk) />
            </div>
        </form>
    }
    .into_any()
}

/// A form in which every choice is a button: nothing to submit.
fn open_list(desk: Desk, form: Form, note: String, choices: AnyView) -> AnyView {
    let (name, label) = (form.label.clone(), form.label);
    view! {
        <section class="shift-form" id=FORM aria-label=name>
            <div class="shift-form-head">
                <h3>{label}</h3>
                <Button label="Back" kind=Kind::Quiet on_press=move |()| close(desk) />
            </div>
            {(!note.is_empty()).then(|| view! { <p class="shift-form-note">{note}</p> })}
            {choices}
        </section>
    }
    .into_any()
}

/// What an act costs, as far as its button says it or what is chosen does.
pub fn minutes_of(desk: Desk, act: &Act) -> Option<f64> {
    let of = |choices: &[(simulation::shift::view::Choice, f64)], key: &Key| {
        choices.iter().find(|(choice, _)| choice.key == *key).map(|(_, minutes)| *minutes)
    };
    match act {
        Act::Diagnose { diagnostic, .. } => desk.now(|view| of(&view.choices.diagnostics, diagnostic)),
        Act::Fix { fix, .. } => desk.now(|view| of(&view.choices.fixes, fix)),
        _ => offer_of(desk, act)?.minutes,
    }
}

/// What stands on the button of an act, wherever it is offered.
pub fn label_of(desk: Desk, act: &Act) -> String {
    offer_of(desk, act).map_or_else(|| words::state(&name_of(act)), |offer| offer.label)
}

/// The name of an act in the pool.
fn name_of(act: &Act) -> String {
    let act = serde_json::to_value(act).ok();
    act.and_then(|act| act.get("act")?.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The button of this very act, or of one like it.
fn offer_of(desk: Desk, act: &Act) -> Option<Offer> {
    let name = name_of(act);
    desk.now(|view| {
        let of_cases = view.cases.iter().flat_map(|case| &case.acts);
        let mut offers = of_cases.chain(view.changes.iter().flat_map(|change| &change.acts)).chain(&view.acts);
        let exact = offers.clone().find(|offer| offer.does.as_ref() == Some(act));
        exact.or_else(|| offers.find(|offer| *offer.act == *name)).cloned()
    })
}
