//! Views of the queue: those that every desk has, those that were saved and pinned, each with how many it shows; and
//! the window in which they are saved, renamed, pinned and taken away.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::{Command, View, ViewId};
use leptos::prelude::*;
use workspace::query::{self, Query};

use super::columns::Columns;
use super::layout;
use crate::browser::clock;
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Button, Checkbox, Dialog, Field, Kind, Picture, TextInput, Toaster};
use crate::views::words;

/// What every desk has, as it is typed.
const BUILT_IN: [(&str, &str); 5] = [
    ("Open", "state:open sort:priority"),
    ("Mine", "state:open person:me sort:priority"),
    ("Breached", "state:open clock:breached sort:priority"),
    ("Unassigned", "state:open person:none sort:priority"),
    ("On hold", "state:on-hold sort:changed"),
];

/// Counting waits until so many milliseconds nothing has changed: it is not what anybody waits for.
const COUNT_AFTER: u32 = 250;

/// A view in the bar.
#[derive(Clone, PartialEq)]
struct Tab {
    /// Of a saved view.
    id: Option<ViewId>,
    name: Arc<str>,
    query: Query,
}

fn tabs(session: Session) -> Vec<Tab> {
    let of =
        |id: Option<ViewId>, name: &str, text: &str| Tab { id, name: Arc::from(name), query: query::parse(text).query };
    let built_in = BUILT_IN.into_iter().map(|(name, text)| of(None, name, text));
    let pinned = session
        .read(|workspace| {
            let pinned = workspace.desk().views().iter().filter(|(_, view)| view.pinned);
            pinned.map(|(id, view)| of(Some(*id), &view.name, &view.query)).collect::<Vec<_>>()
        })
        .unwrap_or_default();
    built_in.chain(pinned).collect()
}

/// The name of the view that asks for just this, if there is one.
pub fn name_of(session: Session, query: &Query) -> Option<String> {
    let saved = session.peek(|workspace| {
        let mut views = workspace.desk().views().values();
        views.find(|view| query::parse(&view.query).query == *query).map(|view| view.name.to_string())
    });
    let built_in = || BUILT_IN.into_iter().find(|(_, text)| query::parse(text).query == *query);
    saved.flatten().or_else(|| built_in().map(|(name, _)| name.to_owned()))
}

/// Whether every desk has a view that asks for just this, or it asks for nothing.
pub fn is_built_in(query: &Query) -> bool {
    *query == Query::default() || BUILT_IN.into_iter().any(|(_, text)| query::parse(text).query == *query)
}

/// What can be done where the view that is open no longer shows what was saved.
#[component]
fn Changed(query: RwSignal<Query>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let unsaved = Memo::new(move |_| layout::unsaved(session, query));
    let save = move |()| {
        let Some(view) = unsaved.get_untracked() else { return };
        match query.with_untracked(|query| layout::save(session, query, view)) {
            Ok(()) => toaster.ok("View saved"),
            Err(declined) => toaster.bad(declined.sentence()),
        }
    };
    let put_back = move |()| {
        if let Some((id, view)) = unsaved.get_untracked() {
            session.open_view.set(Some((id, view.columns.to_string())));
            query.set(query::parse(&view.query).query);
        }
    };
    view! {
        <Show when=move || unsaved.with(Option::is_some)>
            <div class="view-changed" role="group" aria-label="This view was changed">
                <Button label="Save view" on_press=save />
                <Button label="Discard" kind=Kind::Quiet on_press=put_back />
            </div>
        </Show>
    }
    .into_any()
}

/// The bar of views.
#[component]
pub fn Views(query: RwSignal<Query>) -> impl IntoView {
    let session = expect_context::<Session>();
    let tabs = Memo::new(move |_| tabs(session));
    let counts = RwSignal::new(Vec::<usize>::new());
    let waiting = StoredValue::new(0_u32);
    Effect::new(move |_| {
        session.revision.track();
        let now: DateTime<Utc> = session.turned.get();
        let queries: Vec<Query> = tabs.with(|tabs| tabs.iter().map(|tab| tab.query.clone()).collect());
        waiting.update_value(|count| *count += 1);
        let mine = waiting.get_value();
        clock::after(COUNT_AFTER, move || {
            if waiting.try_get_value() == Some(mine) {
                let counted = session.peek(|workspace| query::count_each(workspace, &queries, now));
                let _ = counts.try_set(counted.unwrap_or_default());
            }
        });
    });
    let (managing, choosing) = (RwSignal::new(false), RwSignal::new(false));
    let tab = move |(place, tab): (usize, Tab)| {
        let href = Route::Desk(tab.query.to_params()).href();
        let count = move || counts.with(|counts| counts.get(place).copied().map(words::number));
        let here = move || {
            let open = session.open_view.with(|open| open.as_ref().map(|(id, _)| *id));
            let here = if open.is_some() { open == tab.id } else { query.with(|query| *query == tab.query) };
            here.then_some("true")
        };
        view! {
            <li>
                <a class="view-tab" href=href aria-current=here>
                    <span>{tab.name.to_string()}</span>
                    {move || count().map(|count| view! { <span class="chip-count">{count}</span> })}
                </a>
            </li>
        }
    };
    view! {
        <nav class="desk-views" aria-label="Views">
            <ul>{move || tabs.get().into_iter().enumerate().map(tab).collect_view()}</ul>
            <Changed query />
            <Button label="Columns" kind=Kind::Quiet picture=Picture::Settings on_press=move |()| choosing.set(true) />
            <Button label="Views" kind=Kind::Quiet picture=Picture::Filter on_press=move |()| managing.set(true) />
        </nav>
        <Columns open=choosing />
        <Dialog title="Views" open=managing><ManageViews query open=managing /></Dialog>
    }
    .into_any()
}

/// Saving the present query, and what can be done with the saved ones.
#[component]
fn ManageViews(query: RwSignal<Query>, open: RwSignal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let name = RwSignal::new(String::new());
    let pinned = RwSignal::new(true);
    let refusal = RwSignal::new(None::<String>);
    let text = Memo::new(move |_| query.with(Query::to_text));
    let save = move |()| {
        let view = View {
            name: Arc::from(name.get_untracked()),
            query: Arc::from(text.get_untracked()),
            columns: Arc::from(untrack(|| layout::text(session))),
            pinned: pinned.get_untracked(),
        };
        match session.give(Command::SaveView(None, view)) {
            Ok(_) => {
                toaster.ok("View saved");
                open.set(false);
            }
            Err(declined) => refusal.set(Some(declined.sentence())),
        }
    };
    let asks = move || {
        let text = text.get();
        if text.is_empty() { "every incident, the latest first".to_owned() } else { text }
    };
    let ids = Memo::new(move |_| {
        session.read(|workspace| workspace.desk().views().keys().copied().collect::<Vec<_>>()).unwrap_or_default()
    });
    view! {
        <form class="view-form" on:submit=move |event| { event.prevent_default(); save(()); }>
            <p>"Now asked: "<code>{asks}</code></p>
            <Field label="Name" hint="What the view shows, in a word or two." required=true error=Signal::derive(move || refusal.get())>
                <TextInput value=name />
            </Field>
            <Checkbox label="Pin it above the queue" value=pinned />
            <div class="form-actions"><Button label="Save this view" kind=Kind::Primary on_press=save /></div>
        </form>
        <section class="saved-views" aria-label="Saved views">
            <h3>"Saved views"</h3>
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="hint">"None yet. They belong to the workspace and travel with its export."</p> })}
            <ul>
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <SavedView id open /> } />
            </ul>
        </section>
    }
    .into_any()
}

/// One saved view.
#[component]
fn SavedView(id: ViewId, open: RwSignal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let view = Memo::new(move |_| session.read(|workspace| workspace.desk().views().get(&id).cloned()).flatten());
    let name =
        RwSignal::new(view.with_untracked(|view| view.as_ref().map(|view| view.name.to_string())).unwrap_or_default());
    let renaming = RwSignal::new(false);
    let refusal = RwSignal::new(None::<String>);
    let give = move |command: Command, done: &'static str| match session.give(command) {
        Ok(_) => {
            refusal.set(None);
            renaming.set(false);
            toaster.ok(done);
        }
        Err(declined) => refusal.set(Some(declined.sentence())),
    };
    let change = move |done: &'static str, change: fn(View, String) -> View| {
        if let Some(view) = view.get_untracked() {
            give(Command::SaveView(Some(id), change(view, name.get_untracked())), done);
        }
    };
    let pin = move |()| match view.with_untracked(|view| view.as_ref().is_some_and(|view| view.pinned)) {
        true => change("View unpinned", |view, _| View { pinned: false, ..view }),
        false => change("View pinned", |view, _| View { pinned: true, ..view }),
    };
    let rename = move |()| change("View renamed", |view, name| View { name: Arc::from(name), ..view });
    let drop_it = move |()| give(Command::DropView(id), "View deleted");
    let called = move || view.with(|view| view.as_ref().map(|view| view.name.to_string()).unwrap_or_default());
    let href = move || {
        let text = view.with(|view| view.as_ref().map(|view| view.query.to_string()).unwrap_or_default());
        Route::Desk(query::parse(&text).query.to_params()).href()
    };
    let pinned = move || view.with(|view| view.as_ref().is_some_and(|view| view.pinned));
    // Heard with the name, so that each button says by itself what it does.
    let named = move || view! { <span class="visually-hidden">" "{called}</span> };
    view! {
        <li class="saved-view">
            <a href=href on:click=move |_| open.set(false)>{called}</a>
            <span class="saved-view-acts">
                <button type="button" class="button button-quiet" on:click=move |_| pin(())>{move || if pinned() { "Unpin" } else { "Pin" }}{named}</button>
                <button type="button" class="button button-quiet" on:click=move |_| renaming.update(|on| *on = !*on)>"Rename"{named}</button>
                <button type="button" class="button button-quiet" on:click=move |_| drop_it(())>"Delete"{named}</button>
            </span>
            <Show when=move || renaming.get()>
                <form class="saved-view-name" on:submit=move |event| { event.prevent_default(); rename(()); }>
                    <Field label="New name" required=true><TextInput value=name /></Field>
                    <Button label="Rename" on_press=rename />
                </form>
            </Show>
            {move || refusal.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
        </li>
    }
    .into_any()
}
