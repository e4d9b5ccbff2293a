//! Bringing in tickets as another workspace: a log that is taken as it is, or a table whose columns are matched first.

use leptos::prelude::*;

use super::mapping::MappingPage;
use super::mapping::kept::KeptMappings;
use crate::views::import_panel::{self, ImportPanel};
use crate::views::page::Page;

/// The page.
#[component]
pub fn ImportPage() -> impl IntoView {
    // A file that another page has opened, or this one.
    let opened = StoredValue::new_local(import_panel::take_opened());
    let matching = RwSignal::new(opened.with_value(Option::is_some));
    let open = move |()| {
        opened.set_value(import_panel::take_opened());
        matching.set(opened.with_value(Option::is_some));
    };
    let page = move || {
        match matching.get().then(|| opened.try_update_value(Option::take).flatten()).flatten() {
        Some(opened) => view! { <MappingPage opened on_leave=move |()| matching.set(false) /> }.into_any(),
        None => view! {
            <Page title="Bring in tickets" note="They become a workspace of their own. What is open now stays as it is." class="page-narrow">
                <ImportPanel on_opened=open />
                <KeptMappings />
            </Page>
        }
        .into_any(),
    }
    };
    page.into_any()
}
