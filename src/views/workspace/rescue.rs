//! A workspace that cannot be opened: nothing is touched, and everything can be saved as it lies there.

use leptos::prelude::*;

use crate::route::Route;
use crate::session::Session;
use crate::ui::{Button, ErrorState, Kind, LinkButton};
use crate::views::page::Page;

/// The page in place of the damaged workspace's.
#[component]
pub fn Rescue(id: String, sentence: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let again = id.clone();
    view! {
        <Page title="This workspace cannot be opened" class="page-narrow">
            <ErrorState title="What happened" text=sentence safe="Nothing was written or deleted. Other workspaces are not affected.">
                <Button label="Save what is there" kind=Kind::Primary on_press=move |()| session.export_raw(&id) />
                <Button label="Try again" on_press=move |()| session.open(again.clone()) />
                <LinkButton label="Other workspaces" kind=Kind::Quiet href=Route::Workspace.href() />
            </ErrorState>
        </Page>
    }
    .into_any()
}
