//! Adding a supplier.

use itsm::supplier::{Command as Ask, Event, Profile};
use itsm::{Command, Happening};
use leptos::prelude::*;

use super::forms::{Fields, ProfileFields};
use crate::browser::location::Location;
use crate::route::Practice;
use crate::session::{Declined, Session};
use crate::ui::{Kind, LinkButton, Toaster};
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;
use crate::views::undo;

/// The page.
#[component]
pub fn AddPage() -> impl IntoView {
    view! { <WithDesk><Add /></WithDesk> }.into_any()
}

#[component]
fn Add() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let fields = Fields::of(&Profile::default());
    let refusal = RwSignal::new(None::<Declined>);
    let kept = session.keep_draft(
        "supplier",
        vec![
            ("name", fields.name),
            ("contacts", fields.contacts),
            ("services", fields.services),
            ("item", fields.item),
        ],
        None,
    );
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let profile = Box::new(fields.profile(&Profile::default()));
        match session.give(Command::Supplier(Ask::Add(profile))) {
            Ok(events) => {
                let id = events.iter().find_map(|event| match event.what {
                    Happening::Supplier(id, Event::Added(_)) => Some(id),
                    _ => None,
                });
                let number = id.and_then(|id| session.peek(|workspace| workspace.desk().suppliers().number(id)));
                let number = number.unwrap_or_default();
                kept.forget();
                undo::confirm(session, toaster, number.clone() + " is added");
                location.go(&Practice::Suppliers.at(number));
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let about = move |name: bool| refusal.get().filter(|why| why.is_about(&["name"]) == name).map(|why| why.sentence());
    view! {
        <Page title="Add a supplier" note="It begins as a candidate. Once a contract is noted, it can deliver." class="page-narrow">
            <form class="form" novalidate on:submit=submit>
                <ProfileFields fields name_error=Signal::derive(move || about(true)) />
                <div class="form-error" role="alert">{move || about(false).map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">"Add supplier"</button>
                    <LinkButton label="Back to the suppliers" kind=Kind::Quiet href=Practice::Suppliers.list().href() />
                </div>
            </form>
        </Page>
    }
    .into_any()
}
