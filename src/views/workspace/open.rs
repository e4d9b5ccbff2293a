//! The open workspace: what it is called, what is in it, what can be done with it, and where its other pages are.

use leptos::prelude::*;

use super::dialogs::{Wanted, duplicate};
use crate::route::{Route, Rules};
use crate::session::{Session, Status};
use crate::ui::{Button, Kind, LinkButton, Toaster};
use crate::views::words;

/// The panel; the open workspace may change under it.
#[component]
pub fn OpenWorkspace() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let wanted = expect_context::<Wanted>();
    let now = Memo::new(move |_| match session.status.get() {
        Status::Open { id, name, .. } => Some((id, name)),
        _ => None,
    });
    let named = move || now.get().unwrap_or_default();
    let name = move || shown_name(named().1);
    let line = move || {
        session.shelf.track();
        let held = session.read(|workspace| {
            let open = workspace.desk().incidents().filter(|incident| incident.state.is_open()).count();
            words::count(workspace.incident_count(), "incident", "incidents") + ", " + &words::number(open) + " open"
        });
        let units = session.list().into_iter().find(|info| info.id == named().0).map_or(0, |info| info.units);
        held.unwrap_or_default() + " · " + &words::number(units as usize) + " characters of the storage"
    };
    view! {
        <section class="panel workspace-open" aria-labelledby="open-workspace">
            <p class="workspace-kicker">"Open now"</p>
            <h2 id="open-workspace">{name}</h2>
            <p class="hint">{line}</p>
            <div class="form-actions">
                <LinkButton label="Go to the desk" kind=Kind::Primary href=Signal::derive(move || session.queue_link()) />
                <Button label="Rename" on_press=move |()| wanted.rename.set(now.get_untracked()) />
                <Button label="Duplicate" on_press=move |()| duplicate(session, toaster, &now.get_untracked().unwrap_or_default().0) />
                <Button label="Export" on_press=move |()| session.export_open() />
                <Button label="Delete" on_press=move |()| wanted.delete.set(now.get_untracked()) />
            </div>
            // Other pages of the workspace are linked here.
            <ul class="workspace-links">
                <li><a href=Route::Rules(Rules::Time).href()>"Rules and names"</a></li>
                <li><a href=Route::History.href()>"History"</a></li>
                <li><a href=Route::Reports.href()>"Reports"</a></li>
            </ul>
        </section>
    }
    .into_any()
}

/// A name that can be shown.
pub fn shown_name(name: String) -> String {
    if name.is_empty() { "Unnamed workspace".to_owned() } else { name }
}
