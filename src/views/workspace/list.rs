//! The other workspaces in this browser, and the ways to another one.

use journal::WorkspaceInfo;
use leptos::prelude::*;

use super::dialogs::{Wanted, duplicate};
use super::open::shown_name;
use super::read::ReadExport;
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Button, LinkButton, Menu, MenuItem, Picture, Toaster};
use crate::views::company_door::CompanyDoor;
use crate::views::words;

/// The list with its actions.
#[component]
pub fn Workspaces() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let list = Memo::new(move |_| {
        session.status.track();
        session.shelf.track();
        let open = session.workspace_id();
        let mut list = session.list();
        list.retain(|info| open.as_deref() != Some(&*info.id));
        list.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.id.cmp(&b.id)));
        (open.is_some(), list)
    });
    let title = move || if list.with(|(is_open, _)| *is_open) { "Other workspaces" } else { "Workspaces" };
    let blank = move |()| match session.create_blank("My desk") {
        Ok(()) => toaster.ok("An empty desk is open"),
        Err(sentence) => toaster.bad(sentence),
    };
    let rows = move || {
        match list.get() {
        (false, list) if list.is_empty() => view! { <p class="hint">"None yet. Begin with an empty desk, bring in a log, or read an exported workspace."</p> }.into_any(),
        (true, list) if list.is_empty() => view! { <p class="hint">"There is no other one in this browser."</p> }.into_any(),
        (_, list) => view! { <ul class="workspaces">{list.into_iter().map(|info| row(info, session, toaster)).collect_view()}</ul> }.into_any(),
    }
    };
    view! {
        <section class="panel" aria-labelledby="workspaces">
            <h2 id="workspaces">{title}</h2>
            {rows}
            <div class="form-actions">
                <Button label="New empty desk" on_press=blank />
                <LinkButton label="Bring in tickets" href=Route::Import.href() />
                <ReadExport label="Read an exported workspace" />
                <CompanyDoor />
            </div>
        </section>
    }
    .into_any()
}

fn row(info: WorkspaceInfo, session: Session, toaster: Toaster) -> AnyView {
    let wanted = expect_context::<Wanted>();
    let WorkspaceInfo { id, name, units, sound, .. } = info;
    let shown = shown_name(name);
    let size = words::number(units as usize) + " characters" + if sound { "" } else { ", damaged" };
    let actions = "More actions for ".to_owned() + &shown;
    let (to_open, label, pair) = (id.clone(), shown.clone(), (id, shown.clone()));
    let items = move |()| {
        let (id, raw, copied) = (pair.0.clone(), pair.0.clone(), pair.0.clone());
        let (to_rename, to_delete) = (pair.clone(), pair.clone());
        let mut items =
            vec![MenuItem::action(
                "Export",
                move || if sound { session.export(&id) } else { session.export_raw(&raw) },
            )];
        if sound {
            items.insert(0, MenuItem::action("Rename", move || wanted.rename.set(Some(to_rename.clone()))));
            items.insert(1, MenuItem::action("Duplicate", move || duplicate(session, toaster, &copied)));
        }
        items.push(MenuItem::action("Delete", move || wanted.delete.set(Some(to_delete.clone()))));
        items
    };
    view! {
        <li class="workspace" aria-label=label>
            <div class="workspace-what">
                <strong>{shown}</strong>
                <span class="hint">{size}</span>
            </div>
            <div class="workspace-actions">
                <Button label="Open" on_press=move |()| session.open(to_open.clone()) />
                <Menu label=actions class="button button-quiet button-icon" picture=Picture::More icon_only=true items at_end=true />
            </div>
        </li>
    }
    .into_any()
}
