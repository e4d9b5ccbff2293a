//! A desk without a workspace: three ways to get one.

use leptos::prelude::*;

use crate::browser::location::Location;
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Button, Toaster};
use crate::views::company_door::CompanyDoor;
use crate::views::import_panel::ImportPanel;
use crate::views::page::Page;
use crate::views::workspace::gone::Gone;

/// The first thing at the desk.
#[component]
pub fn EmptyDesk() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let blank = move |()| {
        if let Err(sentence) = session.create_blank("My desk") {
            toaster.bad(sentence);
        }
    };
    view! {
        <Page title="Desk" note="Nothing is here yet. Look around a sample company, work on a real one’s incidents, or begin with an empty desk." class="page-narrow">
            <Gone />
            <section class="panel" aria-labelledby="company">
                <h2 id="company">"A company to look around in"</h2>
                <p>"Nordhaven Supply is made up: 30 people, 12 services, 60 days of incidents. It is Monday, 08:40, and what is open waits for you."</p>
                <CompanyDoor />
            </section>
            <ImportPanel on_opened=move |()| location.go(&Route::Import) />
            <section class="panel" aria-labelledby="blank">
                <h2 id="blank">"Begin with an empty desk"</h2>
                <p>"A few teams, services and categories to start from. You log the first incident yourself."</p>
                <Button label="Open an empty desk" on_press=blank />
            </section>
        </Page>
    }
    .into_any()
}
