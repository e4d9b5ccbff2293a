//! The workspace page: what is stored, and what can be done with it.

mod bin;
mod dialogs;
mod figures;
pub mod gone;
mod history;
pub mod import;
mod list;
mod mapping;
mod open;
mod practice;
mod preview;
mod read;
mod report;
pub mod rescue;
mod room;
mod storage;

use leptos::prelude::*;

use crate::browser::files;
use crate::route::Route;
use crate::session::{Session, Status};
use crate::views::missing::Missing;
use crate::views::page::Page;

use bin::RecentlyDeleted;
use dialogs::{DeleteDialog, RenameDialog, Wanted};
use figures::Figures;
use gone::Gone;
use list::Workspaces;
use open::OpenWorkspace;
use practice::Practice;
use preview::{Arrivals, PreviewSheet};
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
    // Also without a workspace: another tab may restore one.
    session.listen();
    let open = Memo::new(move |_| match session.status.get() {
        Status::Open { id, .. } => Some(id),
        _ => None,
    });
    let arrivals = Arrivals::provide();
    Wanted::provide();
    let over = RwSignal::new(false);
    view! {
        <Page title="Workspace" note="Everything you make is in a workspace, and every workspace is in this browser. To read an exported one, drop its file anywhere on this page.">
            <div
                class="shelf"
                data-over=move || over.get().then_some("true")
                on:dragover=move |event| {
                    if files::drags_file(&event) {
                        event.prevent_default();
                        over.set(true);
                    }
                }
                on:dragleave=move |_| over.set(false)
                on:drop=move |event| {
                    over.set(false);
                    if let Some(file) = files::dropped(&event) {
                        event.prevent_default();
                        arrivals.look_into(file, None);
                    }
                }
            >
                <Gone />
                {move || open.get().map(|_| view! { <OpenWorkspace /> })}
                <Workspaces />
                <Practice />
                <Storage />
                <RecentlyDeleted />
                {move || open.get().map(|_| view! {
                    <Figures />
                    <ImportReport />
                })}
            </div>
            <RenameDialog />
            <DeleteDialog />
            <PreviewSheet />
        </Page>
    }
    .into_any()
}
