//! What the frame of every page shows of an open workspace. It comes with the desk's part of the program, so that
//! the frame itself needs nothing of it.

use leptos::prelude::*;

use crate::browser::location::Location;
use crate::commands::Commands;
use crate::route::Route;
use crate::session::{Filling, Saved, Session, Status};
use crate::ui::{Icon, MenuItem, Picture, Toaster};
use crate::views::palette::windows;
use crate::views::{part, undo, words};

/// The pieces.
#[derive(Clone, Copy)]
pub struct ForFrame {
    /// The workspaces to choose from.
    pub workspaces: fn(Session) -> Vec<MenuItem>,
    /// Whose part can be played, for the menu.
    pub roles: fn(Session, Commands) -> Vec<MenuItem>,
    /// Whose part is played, and the way back.
    pub part: fn(Session) -> AnyView,
    /// The desk's clock, where it is not the wall's.
    pub clock: fn(Session) -> AnyView,
    /// Work that is not safe, a workspace that cannot be written to, and what else is to be told.
    pub banners: fn(Session) -> AnyView,
    /// The windows over every page: the search over everything, and the list of keys.
    pub windows: fn(Session) -> AnyView,
    /// Takes the last command of this tab back.
    pub undo: fn(Session, Toaster),
    /// Brings it back.
    pub redo: fn(Session, Toaster),
}

/// See the module.
pub const PIECES: ForFrame = ForFrame {
    workspaces,
    roles: part::roles,
    part: part::badge,
    clock,
    banners,
    windows,
    undo: undo::undo_last,
    redo: undo::redo_last,
};

fn workspaces(session: Session) -> Vec<MenuItem> {
    let current = session.workspace_id();
    let item = |info: journal::WorkspaceInfo| MenuItem {
        label: info.name,
        checked: Some(current.as_deref() == Some(&*info.id)),
        group: "Workspaces".to_owned(),
        on_choose: Some(UnsyncCallback::new(move |()| session.open(info.id.clone()))),
        ..MenuItem::default()
    };
    session.list().into_iter().map(item).collect()
}

fn clock(session: Session) -> AnyView {
    let clock = move || {
        session.is_shifted().then(|| {
            let local = session.zone().local(session.now.get());
            view! { <time class="desk-clock" datetime=words::machine(local)>"Desk time "{words::date_time(local)}</time> }
        })
    };
    clock.into_any()
}

fn filling_sentence(filling: &Filling) -> String {
    let all = "The storage is ".to_owned() + &filling.percent.to_string() + " % full";
    let grave = if filling.is_grave() { ", so large changes and imports are refused" } else { "" };
    all + grave + ". Most of it is taken by " + &filling.most + "."
}

fn banners(session: Session) -> AnyView {
    let export = move |_| session.export_open();
    let unsafe_work = move || match session.saved.get() {
        Saved::Saved | Saved::Safe => None,
        Saved::MemoryOnly(sentence) => Some(("warn", sentence)),
        Saved::Failed(sentence) => Some(("bad", sentence)),
    };
    let read_only = move || match session.status.get() {
        Status::Open { read_only: Some(sentence), .. } => Some(sentence),
        _ => None,
    };
    let location = expect_context::<Location>();
    // The page that says what to do about it says it itself.
    let work_is_gone = move || session.gone.with(|gone| !gone.is_empty()) && location.route() != Route::Workspace;
    let to_warn = move || session.to_warn().filter(|_| location.route() != Route::Workspace);
    view! {
        {part::band(session)}
        {move || unsafe_work().map(|(tone, sentence)| view! {
            <div class="banner" data-tone=tone role="alert">
                <Icon picture=Picture::Problem />
                <p>{sentence}</p>
                <button type="button" class="button" on:click=export>"Save a copy as a file"</button>
                {(tone == "bad").then(|| view! { <button type="button" class="button" on:click=move |_| session.try_again()>"Try again"</button> })}
            </div>
        })}
        {move || read_only().map(|sentence| view! {
            <div class="banner" data-tone="warn" role="alert"><Icon picture=Picture::Info /><p>{sentence}</p></div>
        })}
        {move || work_is_gone().then(|| view! {
            <div class="banner" data-tone="warn" role="alert">
                <Icon picture=Picture::Problem />
                <p>"A workspace that was in this browser is gone from its storage."</p>
                <a class="button" href=Route::Workspace.href()>"See what can be done"</a>
            </div>
        })}
        {move || to_warn().map(|filling| view! {
            <div class="banner banner-storage" data-tone=if filling.is_grave() { "bad" } else { "warn" } role="status">
                <Icon picture=Picture::DueSoon />
                <p>{filling_sentence(&filling)}</p>
                <a class="button" href=Route::Workspace.href()>"See what can be done"</a>
                <button type="button" class="button button-quiet" on:click=move |_| session.calm_down()>"Dismiss"</button>
            </div>
        })}
        {move || session.notices.get().into_iter().map(|sentence| view! {
            <div class="banner" role="status">
                <Icon picture=Picture::Info />
                <p>{sentence}</p>
                <button type="button" class="button button-quiet" on:click=move |_| session.notices.set(vec![])>"Dismiss"</button>
            </div>
        }).collect_view()}
    }
    .into_any()
}
