//! A desk without a workspace: two ways to get one.

use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, Toaster};
use crate::views::import_panel::ImportPanel;
use crate::views::page::Page;
use crate::views::workspace::gone::Gone;

/// The first thing at the desk.
#[component]
pub fn EmptyDesk() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let blank = move |()| {
        if let Err(sentence) = session.create_blank("My desk") {
            toaster.bad(sentence);
        }
    };
    view! {
        <Page title="Desk" note="Nothing is here yet. Work on a real company’s incidents, or begin with an empty desk." class="page-narrow">
            <Gone />
            <ImportPanel />
            <section class="panel" aria-labelledby="blank">
                <h2 id="blank">"Begin with an empty desk"</h2>
                <p>"A few teams, services and categories to start from. You log the first incident yourself."</p>
                <Button label="Open an empty desk" on_press=blank />
            </section>
        </Page>
    }
    .into_any()
}
