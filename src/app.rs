//! The whole app: what every page has around it, and which page stands at which address.

use leptos::either::Either;
use leptos::prelude::*;

use crate::browser::location::Location;
use crate::browser::{disk, page, tasks};
use crate::commands::Commands;
use crate::keys;
use crate::parts::{self, NotLoaded, Pages, Part};
use crate::route::{self, Practice, Route, Shelf, Stand};
use crate::session::{Session, Status};
use crate::ui::Toaster;
use crate::views::fetching::{Fetching, NotFetched};
use crate::views::frame::Frame;
use crate::views::home::FirstVisit;
use crate::views::missing::Missing;

/// Starts the app: takes the shell away and puts itself in its place.
pub fn start() {
    page::install_crash_screen();
    route::set_base(&page::base_path());
    leptos::mount::mount_to_body(App);
    page::remove_shell();
}

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let location = Location::begin();
    let session = Session::begin();
    Toaster::provide();
    Commands::provide();
    provide_context(location);
    provide_context(session);

    tasks::spawn(async move {
        tasks::paint().await;
        // Without these parts no page of the desk comes either: there stands what to do.
        if session.status.get_untracked() == Status::Opening {
            let _ = parts::resume(session).await;
        } else if disk::was_ever_used().await {
            let _ = parts::look_back(session).await;
        }
    });

    let pieces = RwSignal::new(None);
    Effect::new(move |_| {
        if matches!(session.status.get(), Status::Open { .. }) && pieces.with_untracked(Option::is_none) {
            tasks::spawn(async move { pieces.set(parts::frame().await.ok()) });
        }
    });

    // The queue follows its parameters itself, the portal's pages are others with others.
    let identity = Memo::new(move |_| match location.route() {
        Route::Portal(place) => place.identity(),
        _ => location.path(),
    });
    let mut odd = false;
    let page = move || {
        let _ = identity.get();
        let page = page_at(location.route_untracked());
        // Never the same side twice: so the new page is made from nothing instead of out of the old one.
        odd = !odd;
        if odd { Either::Left(page) } else { Either::Right(page) }
    };
    view! {
        <keys::Keys pieces />
        <Frame pieces>{page}</Frame>
    }
    .into_any()
}

fn page_at(route: Route) -> AnyView {
    match route {
        Route::Home => home(),
        Route::Desk(_) | Route::NewIncident | Route::Incident(_) => page_of(Part::Desk, route),
        Route::Reports => page_of(Part::Reports, route),
        Route::Problems | Route::NewProblem(_) | Route::Problem(_) => page_of(Part::Practices, route),
        Route::Practice(practice, _) => page_of(part_of(practice), route),
        Route::Catalogue(Shelf::Publish | Shelf::Exchange | Shelf::Print) => page_of(Part::Publish, route),
        Route::Catalogue(_) => page_of(Part::Catalogue, route),
        Route::Portal(_) => page_of(Part::Portal, route),
        Route::Shift(Stand::Library(_) | Stand::Scenario(..)) => page_of(Part::Practise, route),
        Route::Shift(_) => page_of(Part::Shift, route),
        Route::Learn(_) => page_of(Part::Learn, route),
        Route::Workspace | Route::History | Route::Import => page_of(Part::Workspace, route),
        Route::Rules(_) => page_of(Part::Rules, route),
        Route::Settings | Route::Keys | Route::About | Route::Help => page_of(Part::Reading, route),
        Route::Components => page_of(Part::Gallery, route),
        Route::Missing(_) => view! { <Missing /> }.into_any(),
    }
}

fn part_of(practice: Practice) -> Part {
    match practice {
        Practice::Requests | Practice::Changes | Practice::Major => Part::Practices,
        Practice::Knowledge
        | Practice::Levels
        | Practice::Configuration
        | Practice::Events
        | Practice::Improvement
        | Practice::Suppliers => Part::Upkeep,
    }
}

/// The front page: what to begin with, or what to go on with.
fn home() -> AnyView {
    let session = expect_context::<Session>();
    let first = Memo::new(move |_| matches!(session.status.get(), Status::Empty | Status::Damaged { .. }));
    let page = move || if first.get() { view! { <FirstVisit /> }.into_any() } else { page_of(Part::Desk, Route::Home) };
    page.into_any()
}

/// A page of a part of the program: at once if the part is here, else as soon as it has been fetched.
fn page_of(part: Part, route: Route) -> AnyView {
    if let Some(pages) = part.arrived() {
        return pages(route);
    }
    let fetched = RwSignal::new(None::<Result<Pages, NotLoaded>>);
    tasks::spawn(async move {
        let result = part.fetch().await;
        // Whoever has gone on to another page in the meantime wants this one no more.
        let _ = fetched.try_set(Some(result));
    });
    let page = move || match fetched.get() {
        None => view! { <Fetching /> }.into_any(),
        Some(Ok(pages)) => pages(route.clone()),
        Some(Err(NotLoaded)) => view! { <NotFetched /> }.into_any(),
    };
    page.into_any()
}
