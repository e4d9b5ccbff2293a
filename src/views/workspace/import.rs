//! Bringing in a log as another workspace.

use leptos::prelude::*;

use crate::views::import_panel::ImportPanel;
use crate::views::page::Page;

/// The page.
#[component]
pub fn ImportPage() -> impl IntoView {
    view! {
        <Page title="Bring in a log" note="It becomes a workspace of its own. What is open now stays as it is." class="page-narrow">
            <ImportPanel />
        </Page>
    }
    .into_any()
}
