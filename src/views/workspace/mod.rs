//! The workspace page: what is stored, and what can be done with it.

mod figures;
pub mod gone;
mod history;
pub mod import;
mod list;
mod read;
mod report;
pub mod rescue;
mod storage;

use leptos::prelude::*;

use crate::route::{Route, Rules};
use crate::session::{Session, Status};
use crate::ui::{Kind, LinkButton};
use crate::views::missing::Missing;
use crate::views::page::Page;

use figures::Figures;
use gone::Gone;
use list::Workspaces;
use report::ImportReport;
use storage::Storage;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Workspace => view! { <WorkspacePage /> }.into_any(),
        Route::History => view! { <history::HistoryPage /> }.into_any(),
        Route::Import => view! { <import::ImportPage /> }.into_any(),
        _ => view! { <Missing /> }.into_any(),
    }
}

/// The page of the workspaces.
#[component]
fn WorkspacePage() -> impl IntoView {
    let session = expect_context::<Session>();
    let open = Memo::new(move |_| match session.status.get() {
        Status::Open { id, .. } => Some(id),
        _ => None,
    });
    view! {
        <Page title="Workspace" note="Everything you make is in a workspace, and every workspace is in this browser.">
            <Gone />
            <Workspaces />
            {move || open.get().map(|_| view! {
                <Figures />
                <ImportReport />
            })}
            <Storage />
            <p class="form-actions">
                <LinkButton label="Bring in a log" kind=Kind::Plain href=Route::Import.href() />
                {move || open.get().map(|_| view! {
                    <LinkButton label="Rules and names" href=Route::Rules(Rules::Time).href() />
                    <LinkButton label="History" href=Route::History.href() />
                })}
            </p>
        </Page>
    }
    .into_any()
}
