//! Registering an item: its name, where it stands in its life, what is known.

use itsm::configuration::{Command as Ask, LifeState};
use itsm::{Command, Happening};
use leptos::prelude::*;

use super::facts_form::{Facts, FactsFields};
use super::nodes;
use crate::browser::location::Location;
use crate::route::Practice;
use crate::session::{Declined, Session};
use crate::ui::{Choice, Field, LinkButton, RadioGroup, TextInput, Toaster};
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;
use crate::views::undo;

const FIELDS: &[&str] = &["name", "state", "warranty"];

/// The page.
#[component]
pub fn RegisterPage() -> impl IntoView {
    view! { <WithDesk><Form /></WithDesk> }.into_any()
}

/// The states that something new can have.
fn states() -> Vec<Choice> {
    let detail = |state| match state {
        LifeState::Planned => "Wanted, not there yet.",
        LifeState::InBuild => "Being ordered, installed, tested.",
        _ => "Services rely on it.",
    };
    let new = [LifeState::Live, LifeState::InBuild, LifeState::Planned];
    new.into_iter().map(|state| Choice::new(state.word(), state.word()).with_detail(detail(state))).collect()
}

#[component]
fn Form() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let name = RwSignal::new(String::new());
    let state = RwSignal::new(LifeState::Live.word().to_owned());
    let facts = Facts::of(None);
    let refusal = RwSignal::new(None::<Declined>);
    let error_of = move |name: &'static str| {
        Signal::derive(move || refusal.get().filter(|why| why.is_about(&[name])).map(|why| why.sentence()))
    };
    let general = move || refusal.get().filter(|why| !why.is_about(FIELDS)).map(|why| why.sentence());
    let mut fields = facts.drafted();
    fields.extend([("name", name), ("state", state)]);
    let kept = session.keep_draft("item", fields, Some("name"));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(changes) = facts.changes() else { return };
        let state = state.with_untracked(|word| LifeState::ALL.into_iter().find(|state| state.word() == word));
        let ask = Ask::Register { name: name.get_untracked().into(), state: state.unwrap_or_default(), changes };
        match session.give(Command::Item(ask)) {
            Ok(events) => {
                let item = events.iter().find_map(|event| match event.what {
                    Happening::Item(id, _) => Some(id),
                    _ => None,
                });
                kept.forget();
                undo::confirm(session, toaster, "Registered");
                if let Some(id) = item {
                    location.go(&nodes::place(itsm::configuration::Node::Item(id)));
                }
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    view! {
        <Page title="Register an item" note="A configuration item is any component that needs managing to deliver a service." class="page-narrow">
            <form class="form" novalidate on:submit=submit>
                <Field label="Name" hint="What is written on it, and what people call it." required=true error=error_of("name")>
                    <TextInput value=name />
                </Field>
                <Field label="State" group=true required=true error=error_of("state")>
                    <RadioGroup choices=states() value=state />
                </Field>
                <FactsFields facts warranty_error=error_of("warranty") />
                <div class="form-error" role="alert">{move || general().map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">"Register item"</button>
                    <LinkButton label="Back to all items" kind=crate::ui::Kind::Quiet href=Practice::Configuration.list().href() />
                </div>
            </form>
        </Page>
    }
    .into_any()
}
