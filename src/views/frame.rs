//! The frame of every page: header, navigation, banners, messages.

use learning::Edition;
use leptos::prelude::*;

use crate::browser::location::Location;
use crate::browser::page;
use crate::route::Route;
use crate::session::{Density, Saved, Session, Status, Theme};
use crate::ui::{Icon, Menu, MenuItem, Picture, SaveState, Saving, ToastRegion, Toaster};
use crate::views::desk::queue;
use crate::views::words;

/// Header, navigation and what stands between them and the page.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let skip = move |event: leptos::ev::MouseEvent| {
        // A link to "#main" would go to the base address, not to this page's.
        event.prevent_default();
        page::focus("main");
    };
    view! {
        <a class="skip-link" href=move || location.route().href() + "#main" on:click=skip>"Skip to the page"</a>
        <div class="app">
            <Header />
            <Navigation />
            <main id="main" class="app-main" tabindex="-1">
                <Banners />
                {children()}
            </main>
        </div>
        <ToastRegion toaster />
    }
    .into_any()
}

#[component]
fn Header() -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let saving = Signal::derive(move || match (session.saved.get(), session.status.get()) {
        (Saved::Failed(_), _) => Saving::Failed,
        (Saved::MemoryOnly(_), _) => Saving::MemoryOnly,
        (Saved::Saved, Status::Open { read_only: Some(_), .. }) => Saving::ReadOnly,
        (Saved::Saved, _) => Saving::Saved,
    });
    let search = move |_| {
        if !page::focus(queue::SEARCH) {
            location.go(&Route::Desk(session.queue_parameters()));
            crate::browser::clock::after(50, || {
                        let _ = page::focus(queue::SEARCH);
                    });
        }
    };
    let clock = move || {
        session.is_shifted().then(|| {
            let local = session.zone().local(session.now.get());
            view! { <time class="desk-clock" datetime=words::machine(local)>"Desk time "{words::date_time(local)}</time> }
        })
    };
    let open = move || matches!(session.status.get(), Status::Open { .. });
    view! {
        <header class="app-header">
            <a class="app-brand" href=Route::Home.href()>
                <Icon picture=Picture::Desk />
                <span>"Service Dojo"</span>
            </a>
            <WorkspaceSwitcher />
            <Show when=open>
                <button type="button" class="app-search" on:click=search>
                    <Icon picture=Picture::Search />
                    <span>"Search incidents"</span>
                    <kbd>"Ctrl K"</kbd>
                </button>
            </Show>
            {clock}
            <div class="app-header-end">
                <Show when=open>
                    <SaveState saving href=Route::Workspace.href() />
                </Show>
                <a class="app-help" href=Route::Help.href()><Icon picture=Picture::Help /><span class="visually-hidden">"Help"</span></a>
                <PersonMenu />
            </div>
        </header>
    }
    .into_any()
}

#[component]
fn WorkspaceSwitcher() -> impl IntoView {
    let session = expect_context::<Session>();
    let label = Signal::derive(move || match session.status.get() {
        Status::Open { name, .. } => name,
        Status::Opening => "Opening".to_owned(),
        Status::Empty => "No workspace".to_owned(),
        Status::Damaged { .. } => "Damaged workspace".to_owned(),
    });
    let items = move |()| {
        let current = session.workspace_id();
        let mut items: Vec<MenuItem> = session
            .list()
            .into_iter()
            .map(|info| {
                let id = info.id.clone();
                MenuItem {
                    label: info.name,
                    checked: Some(current.as_deref() == Some(&*info.id)),
                    group: "Workspaces".to_owned(),
                    on_choose: Some(UnsyncCallback::new(move |()| session.open(id.clone()))),
                    ..MenuItem::default()
                }
            })
            .collect();
        items.push(MenuItem {
            label: "Bring in a log".to_owned(),
            href: Some(Route::Import.href()),
            group: "More".to_owned(),
            ..MenuItem::default()
        });
        items.push(MenuItem {
            label: "Manage workspaces".to_owned(),
            href: Some(Route::Workspace.href()),
            group: "More".to_owned(),
            ..MenuItem::default()
        });
        items
    };
    view! { <div class="workspace-switcher"><Menu label class="workspace-button" picture=Picture::Workspace items /></div> }.into_any()
}

#[component]
fn PersonMenu() -> impl IntoView {
    let session = expect_context::<Session>();
    let items = move |()| {
        let settings = session.settings.get_untracked();
        let item = |group: &str, label: &str, checked: bool, choose: fn(&mut crate::session::Settings)| MenuItem {
            label: label.to_owned(),
            checked: Some(checked),
            group: group.to_owned(),
            on_choose: Some(UnsyncCallback::new(move |()| session.choose(choose))),
            ..MenuItem::default()
        };
        vec![
            item("Edition", Edition::V3.name(), settings.edition == Edition::V3, |s| s.edition = Edition::V3),
            item("Edition", Edition::V4.name(), settings.edition == Edition::V4, |s| s.edition = Edition::V4),
            item("Edition", Edition::V5.name(), settings.edition == Edition::V5, |s| s.edition = Edition::V5),
            item("Theme", "As the system", settings.theme == Theme::System, |s| s.theme = Theme::System),
            item("Theme", "Light", settings.theme == Theme::Light, |s| s.theme = Theme::Light),
            item("Theme", "Dark", settings.theme == Theme::Dark, |s| s.theme = Theme::Dark),
            item("Density", "Comfortable", settings.density == Density::Comfortable, |s| s.density = Density::Comfortable),
            item("Density", "Compact", settings.density == Density::Compact, |s| s.density = Density::Compact),
            MenuItem {
                label: "All settings: which is my exam?".to_owned(),
                href: Some(Route::Settings.href()),
                group: "More".to_owned(),
                ..MenuItem::default()
            },
            MenuItem {
                label: "About Service Dojo".to_owned(),
                href: Some(Route::About.href()),
                group: "More".to_owned(),
                ..MenuItem::default()
            },
        ]
    };
    view! { <div class="person-menu"><Menu label="You and your settings" class="person-button" picture=Picture::Person icon_only=true items at_end=true /></div> }
        .into_any()
}

#[component]
fn Navigation() -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let here = move |prefix: &'static str| {
        let path = location.path();
        (if prefix == "/" { path == "/" || path.is_empty() } else { path.starts_with(prefix) }).then_some("page")
    };
    view! {
        <nav class="app-nav" aria-label="Places">
            <ul>
                <li><a href=Route::Home.href() aria-current=move || here("/")><Icon picture=Picture::Home /><span>"Home"</span></a></li>
                <li><a href=move || session.queue_link() aria-current=move || here("/desk")><Icon picture=Picture::Desk /><span>"Desk"</span></a></li>
                <li><a href=Route::Workspace.href() aria-current=move || here("/workspace")><Icon picture=Picture::Workspace /><span>"Workspace"</span></a></li>
                <li><a href=Route::Help.href() aria-current=move || here("/help")><Icon picture=Picture::Help /><span>"Help"</span></a></li>
            </ul>
        </nav>
    }
    .into_any()
}

/// What concerns the whole app: work that is not safe, a workspace that cannot be written to.
#[component]
fn Banners() -> impl IntoView {
    let session = expect_context::<Session>();
    let export = move |_| session.export_open();
    let unsafe_work = move || match session.saved.get() {
        Saved::Saved => None,
        Saved::MemoryOnly(sentence) => Some(("warn", sentence)),
        Saved::Failed(sentence) => Some(("bad", sentence)),
    };
    let read_only = move || match session.status.get() {
        Status::Open { read_only: Some(sentence), .. } => Some(sentence),
        _ => None,
    };
    view! {
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
