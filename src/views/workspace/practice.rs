//! The shifts that were played for practice: kept beside the workspaces, and none of them.

use journal::WorkspaceInfo;
use leptos::prelude::*;

use super::dialogs::Wanted;
use super::open::shown_name;
use crate::route::{Route, Stand};
use crate::session::Session;
use crate::session::shift::RunInfo;
use crate::ui::{LinkButton, Menu, MenuItem, Picture};
use crate::views::words;

/// The panel; nothing where none was played.
#[component]
pub fn Practice() -> impl IntoView {
    let session = expect_context::<Session>();
    let list = Memo::new(move |_| {
        let runs = session.runs();
        let stored = session.list_runs();
        let readable = |info: &WorkspaceInfo| runs.iter().position(|run| run.id == info.id);
        let mut list: Vec<(Option<usize>, WorkspaceInfo)> =
            stored.into_iter().map(|info| (readable(&info), info)).collect();
        // The latest first; what cannot be read, last.
        list.sort_by_key(|(place, info)| (place.unwrap_or(usize::MAX), info.id.clone()));
        let of = |place: Option<usize>| place.and_then(|place| runs.get(place).cloned());
        list.into_iter().map(|(place, info)| (of(place), info)).collect::<Vec<(Option<RunInfo>, WorkspaceInfo)>>()
    });
    move || {
        let list = list.get();
        (!list.is_empty()).then(|| {
            view! {
                <section class="panel" aria-labelledby="practice">
                    <h2 id="practice">"Shifts played for practice"</h2>
                    <p class="hint">"Each is kept by itself. Nothing of them is in your workspaces, and nothing of yours in them."</p>
                    <ul class="workspaces">{list.into_iter().map(|(run, info)| row(session, run, info)).collect_view()}</ul>
                </section>
            }
        })
    }
}

fn row(session: Session, run: Option<RunInfo>, info: WorkspaceInfo) -> AnyView {
    let wanted = expect_context::<Wanted>();
    let shown = shown_name(info.name);
    let size = words::number(info.units as usize) + " characters";
    let standing = match &run {
        None => "cannot be read".to_owned(),
        Some(run) if run.finished => "played to its end".to_owned(),
        Some(run) if run.acts == 0 => "not begun".to_owned(),
        Some(run) => words::number(run.acts) + if run.acts == 1 { " act so far" } else { " acts so far" },
    };
    let (to_play, to_look) = (Stand::Run(info.id.clone()), Stand::Debrief(info.id.clone()));
    let door = run.map(|run| match run.finished {
        true => view! { <LinkButton label="Look back" href=Route::Shift(to_look).href() /> }.into_any(),
        false => view! { <LinkButton label="Play on" href=Route::Shift(to_play).href() /> }.into_any(),
    });
    let actions = "More actions for ".to_owned() + &shown;
    let (label, pair, sound) = (shown.clone(), (info.id, shown.clone()), info.sound);
    let items = move |()| {
        let (id, to_delete) = (pair.0.clone(), pair.clone());
        vec![
            MenuItem::action("Export", move || if sound { session.export(&id) } else { session.export_raw(&id) }),
            MenuItem::action("Delete", move || wanted.delete.set(Some(to_delete.clone()))),
        ]
    };
    view! {
        <li class="workspace" aria-label=label>
            <div class="workspace-what">
                <strong>{shown}</strong>
                <span class="hint">{standing}" · "{size}</span>
            </div>
            <div class="workspace-actions">
                {door}
                <Menu label=actions class="button button-quiet button-icon" picture=Picture::More icon_only=true items at_end=true />
            </div>
        </li>
    }
    .into_any()
}
