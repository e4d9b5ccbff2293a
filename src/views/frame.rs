//! The frame of every page: header, navigation, banners, messages.

use learning::Edition;
use leptos::prelude::*;

use crate::browser::dom;
use crate::browser::location::Location;
use crate::browser::tasks;
use crate::commands::Commands;
use crate::parts;
use crate::route::{Counter, Lesson, Practice, Route, Shelf, Stand};
use crate::session::{Density, Saved, Session, Status, Theme};
use crate::ui::{Icon, Menu, MenuItem, Picture, SaveState, Saving, ToastRegion, Toaster};
use crate::views::desk::for_frame::ForFrame;

/// Header, navigation and what stands between them and the page.
#[component]
pub fn Frame(
    /// What stands in the frame once a workspace is open.
    pieces: RwSignal<Option<ForFrame>>,
    children: Children,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let skip = move |event: leptos::ev::MouseEvent| {
        // A link to "#main" would go to the base address, not to this page's.
        event.prevent_default();
        dom::focus_id("main");
    };
    // The portal belongs to the organisation whose catalogue it shows: it has a header of its own.
    // A shift has one of its own, too, so that nobody takes it for the real desk.
    let own = Memo::new(move |_| matches!(location.route(), Route::Portal(_) | Route::Shift(Stand::Run(_))));
    view! {
        <a class="skip-link" href=move || location.route().href() + "#main" on:click=skip>"Skip to the page"</a>
        <div class="app" data-alone=move || own.get().then_some("true")>
            <Show when=move || !own.get()><Header pieces /><Navigation /></Show>
            <main id="main" class="app-main" tabindex="-1">
                {move || pieces.get().map(|pieces| (pieces.banners)(session))}
                {children()}
            </main>
        </div>
        {move || pieces.get().map(|pieces| (pieces.windows)(session))}
        <WhySheet />
        <ToastRegion toaster />
    }
    .into_any()
}

#[component]
fn Header(pieces: RwSignal<Option<ForFrame>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let saving = Signal::derive(move || match (session.saved.get(), session.status.get()) {
        (Saved::Failed(_), _) => Saving::Failed,
        (Saved::MemoryOnly(_), _) => Saving::MemoryOnly,
        (Saved::Saved | Saved::Safe, Status::Open { read_only: Some(_), .. }) => Saving::ReadOnly,
        (Saved::Saved, _) => Saving::Saved,
        (Saved::Safe, _) => Saving::Safe,
    });
    let commands = expect_context::<Commands>();
    let search = move |_| commands.palette.set(true);
    let open = move || matches!(session.status.get(), Status::Open { .. });
    view! {
        <header class="app-header">
            <a class="app-brand" href=Route::Home.href()>
                <Icon picture=Picture::Brand />
                <span>"Service Dojo"</span>
            </a>
            <WorkspaceSwitcher pieces />
            <Show when=open>
                <button type="button" class="app-search" on:click=search>
                    <Icon picture=Picture::Search />
                    <span>"Search and commands"</span>
                    <kbd>"Ctrl K"</kbd>
                </button>
            </Show>
            {move || pieces.get().map(|pieces| (pieces.clock)(session))}
            <div class="app-header-end">
                {move || pieces.get().map(|pieces| (pieces.part)(session))}
                <Show when=open>
                    <SaveState saving href=Route::Workspace.href() />
                </Show>
                <WhyButton />
                <a class="app-help" href=Route::Help.href()><Icon picture=Picture::Help /><span class="visually-hidden">"Help"</span></a>
                <PersonMenu pieces />
            </div>
        </header>
    }
    .into_any()
}

#[component]
fn WorkspaceSwitcher(pieces: RwSignal<Option<ForFrame>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let label = Signal::derive(move || match session.status.get() {
        Status::Open { name, .. } => name,
        Status::Opening => "Opening".to_owned(),
        Status::Empty => "No workspace".to_owned(),
        Status::Damaged { .. } => "Damaged workspace".to_owned(),
    });
    let items = move |()| {
        let mut items = pieces.get_untracked().map_or_else(Vec::new, |pieces| (pieces.workspaces)(session));
        items.push(MenuItem {
            label: "Bring in tickets".to_owned(),
            href: Some(Route::Import.href()),
            group: "More".to_owned(),
            ..MenuItem::default()
        });
        items.push(MenuItem {
            label: "History of this workspace".to_owned(),
            href: Some(Route::History.href()),
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
fn PersonMenu(pieces: RwSignal<Option<ForFrame>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let commands = expect_context::<Commands>();
    let items = move |()| {
        let settings = session.settings.get_untracked();
        let item = |group: &str, label: &str, checked: bool, choose: fn(&mut crate::session::Settings)| MenuItem {
            label: label.to_owned(),
            checked: Some(checked),
            group: group.to_owned(),
            on_choose: Some(UnsyncCallback::new(move |()| session.choose(choose))),
            ..MenuItem::default()
        };
        let mut items = vec![
            item("Edition", Edition::V3.name(), settings.edition == Edition::V3, |s| s.edition = Edition::V3),
            item("Edition", Edition::V4.name(), settings.edition == Edition::V4, |s| s.edition = Edition::V4),
            item("Edition", Edition::V5.name(), settings.edition == Edition::V5, |s| s.edition = Edition::V5),
            item("Theme", "As the system", settings.theme == Theme::System, |s| s.theme = Theme::System),
            item("Theme", "Light", settings.theme == Theme::Light, |s| s.theme = Theme::Light),
            item("Theme", "Dark", settings.theme == Theme::Dark, |s| s.theme = Theme::Dark),
            item("Density", "Comfortable", settings.density == Density::Comfortable, |s| {
                s.density = Density::Comfortable
            }),
            item("Density", "Compact", settings.density == Density::Compact, |s| s.density = Density::Compact),
            MenuItem {
                label: "All settings: which is my exam?".to_owned(),
                href: Some(Route::Settings.href()),
                group: "More".to_owned(),
                ..MenuItem::default()
            },
            MenuItem {
                label: "Help".to_owned(),
                href: Some(Route::Help.href()),
                group: "More".to_owned(),
                ..MenuItem::default()
            },
            MenuItem {
                label: "About Service Dojo".to_owned(),
                href: Some(Route::About.href()),
                group: "More".to_owned(),
                ..MenuItem::default()
            },
        ];
        // Who plays a part has a workspace to play it in.
        let roles = pieces.get_untracked().map_or_else(Vec::new, |pieces| (pieces.roles)(session, commands));
        items.splice(0..0, roles);
        items
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
                <li><a href=Route::Shift(Stand::Library(String::new())).href() aria-current=move || here("/practise").or_else(|| here("/shift"))><Icon picture=Picture::Practise /><span>"Practise"</span></a></li>
                {move || if session.sees(&Route::Desk(String::new())) {
                    view! { <li><a href=move || session.queue_link() aria-current=move || here("/desk")><Icon picture=Picture::Desk /><span>"Desk"</span></a></li> }.into_any()
                } else {
                    view! { <li><a href=Practice::Knowledge.list().href() aria-current=move || here("/desk/knowledge")><Icon picture=Picture::Learn /><span>"Knowledge"</span></a></li> }.into_any()
                }}
                {move || if session.sees(&Route::Catalogue(Shelf::List)) {
                    view! { <li><a href=Route::Catalogue(Shelf::List).href() aria-current=move || here("/catalogue")><Icon picture=Picture::Catalogue /><span>"Catalogue"</span></a></li> }.into_any()
                } else {
                    view! { <li><a href=Counter::front().href() aria-current=move || here("/portal")><Icon picture=Picture::Catalogue /><span>"Services"</span></a></li> }.into_any()
                }}
                <li><a href=Route::Learn(Lesson::index()).href() aria-current=move || here("/learn")><Icon picture=Picture::Learn /><span>"Learn"</span></a></li>
                <li><a href=Route::Workspace.href() aria-current=move || here("/workspace")><Icon picture=Picture::Workspace /><span>"Workspace"</span></a></li>
            </ul>
        </nav>
    }
    .into_any()
}

/// Opens why this page is there. It stands in the frame, so that every page has it.
#[component]
fn WhyButton() -> impl IntoView {
    let commands = expect_context::<Commands>();
    view! {
        <button
            type="button"
            class="app-why"
            aria-expanded=move || commands.why.get().to_string()
            on:click=move |_| commands.why.set(true)
        >
            <Icon picture=Picture::Learn />
            <span class="app-why-text">"Why this page"</span>
        </button>
    }
    .into_any()
}

/// What opens: fetched when it is first asked for.
#[component]
pub fn WhySheet() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let commands = expect_context::<Commands>();
    let sheet = RwSignal::new(None::<parts::WhySheet>);
    Effect::new(move |_| {
        if commands.why.get() && sheet.with_untracked(Option::is_none) {
            tasks::spawn(async move {
                match parts::why().await {
                    Ok(fetched) => sheet.set(Some(fetched)),
                    Err(parts::NotLoaded) => {
                        commands.why.set(false);
                        toaster.bad("This could not be fetched. Check the connection and try again.");
                    }
                }
            });
        }
    });
    (move || sheet.get().map(|sheet| sheet(session, commands))).into_any()
}
