//! The workspaces in this browser.

use journal::WorkspaceInfo;
use leptos::prelude::*;

use super::read::ReadExport;
use crate::session::Session;
use crate::ui::{Button, Dialog, Field, Kind, TextInput, Toaster, open_while};
use crate::views::company_door::CompanyDoor;
use crate::views::words;

/// The list with its actions, and reading an exported file.
#[component]
pub fn Workspaces() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    // The storage is listed anew whenever a workspace opens, closes or changes its name.
    let list = Memo::new(move |_| {
        session.status.track();
        (session.workspace_id(), session.list())
    });
    let renaming = RwSignal::new(false);
    let deleting = RwSignal::new(None::<(String, String)>);
    let blank = move |()| match session.create_blank("My desk") {
        Ok(()) => toaster.ok("An empty desk is open"),
        Err(sentence) => toaster.bad(sentence),
    };
    let row = move |(info, open): (WorkspaceInfo, bool)| view! { <WorkspaceRow info open renaming deleting /> };
    view! {
        <section class="panel" aria-labelledby="workspaces">
            <h2 id="workspaces">"Workspaces"</h2>
            {move || {
                let (open, list) = list.get();
                if list.is_empty() {
                    view! { <p class="hint">"None yet. Begin with an empty desk, bring in a log, or read an exported workspace."</p> }.into_any()
                } else {
                    view! { <ul class="workspaces">{list.into_iter().map(|info| { let is_open = open.as_deref() == Some(&*info.id); row((info, is_open)) }).collect_view()}</ul> }.into_any()
                }
            }}
            <div class="form-actions">
                <Button label="New empty desk" on_press=blank />
                <ReadExport label="Read an exported workspace" />
                <CompanyDoor />
            </div>
        </section>
        <RenameDialog open=renaming />
        <DeleteDialog wanted=deleting />
    }
    .into_any()
}

#[component]
fn WorkspaceRow(
    info: WorkspaceInfo,
    open: bool,
    renaming: RwSignal<bool>,
    deleting: RwSignal<Option<(String, String)>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let WorkspaceInfo { id, name, units, sound, .. } = info;
    let (to_open, to_export, to_delete) = (id.clone(), id.clone(), id);
    let shown = if name.is_empty() { "Unnamed workspace".to_owned() } else { name };
    let (wanted, label) = (shown.clone(), shown.clone());
    let size = words::number(units as usize / 1000) + " k characters";
    let export = move |()| if sound { session.export(&to_export) } else { session.export_raw(&to_export) };
    view! {
        <li class="workspace" aria-label=label>
            <div class="workspace-what">
                <strong>{shown}</strong>
                <span class="hint">{size}{if open { ", open now" } else { "" }}{if sound { "" } else { ", damaged" }}</span>
            </div>
            <div class="workspace-actions">
                {(!open).then(|| view! { <Button label="Open" on_press=move |()| session.open(to_open.clone()) /> })}
                {open.then(|| view! { <Button label="Rename" kind=Kind::Quiet on_press=move |()| renaming.set(true) /> })}
                <Button label="Export" kind=Kind::Quiet on_press=export />
                <Button label="Delete" kind=Kind::Quiet on_press=move |()| deleting.set(Some((to_delete.clone(), wanted.clone()))) />
            </div>
        </li>
    }
    .into_any()
}

#[component]
fn RenameDialog(open: RwSignal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if open.get() {
            let now = session.list().into_iter().find(|info| Some(&info.id) == session.workspace_id().as_ref());
            name.set(now.map(|info| info.name).unwrap_or_default());
            error.set(None);
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match session.rename(&name.get_untracked()) {
            Ok(()) => open.set(false),
            Err(sentence) => error.set(Some(sentence)),
        }
    };
    view! {
        <Dialog title="Rename this workspace" open>
            <form class="form" novalidate on:submit=submit>
                <Field label="Name" required=true error><TextInput value=name /></Field>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">"Rename"</button>
                    <Button label="Keep the name" kind=Kind::Quiet on_press=move |()| open.set(false) />
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

#[component]
fn DeleteDialog(wanted: RwSignal<Option<(String, String)>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let open = open_while(wanted);
    let title =
        Signal::derive(move || "Delete “".to_owned() + &wanted.get().map(|(_, name)| name).unwrap_or_default() + "”?");
    let export = move |()| {
        if let Some((id, _)) = wanted.get_untracked() {
            session.export(&id);
        }
    };
    let delete = move |()| {
        if let Some((id, name)) = wanted.get_untracked() {
            match session.delete(&id) {
                Ok(()) => toaster.ok(name + " is deleted"),
                Err(sentence) => toaster.bad(sentence),
            }
        }
        open.set(false);
    };
    view! {
        <Dialog title open>
            <p>"It is deleted from this browser for good, in every tab. Export it first if you may want it back."</p>
            <div class="form-actions">
                <Button label="Delete for good" kind=Kind::Danger on_press=delete />
                <Button label="Export first" on_press=export />
                <Button label="Keep it" kind=Kind::Quiet on_press=move |()| open.set(false) />
            </div>
        </Dialog>
    }
    .into_any()
}
