//! The whole app: what every page has around it, and which page stands at which address.

use leptos::either::Either;
use leptos::prelude::*;

use crate::browser::location::Location;
use crate::browser::page;
use crate::keys;
use crate::route::{self, Route};
use crate::session::Session;
use crate::ui::Toaster;
use crate::views::about::About;
use crate::views::desk::log_form::NewIncidentPage;
use crate::views::desk::queue::QueuePage;
use crate::views::desk::ticket::TicketPage;
use crate::views::frame::Frame;
use crate::views::help::HelpPage;
use crate::views::help::components::Components;
use crate::views::home::Home;
use crate::views::missing::Missing;
use crate::views::settings::SettingsPage;
use crate::views::workspace::WorkspacePage;
use crate::views::workspace::import::ImportPage;

/// Starts the app: takes the shell away and puts itself in its place.
pub fn start() {
    mount(App);
}

/// Starts the component gallery in the app's frame. It is a program of its own: only who builds pages wants it.
pub fn start_gallery() {
    mount(|| framed(Location::alone(), || view! { <Components /> }.into_any()));
}

fn mount<V: IntoView + 'static>(whole: impl FnOnce() -> V + 'static) {
    page::install_crash_screen();
    route::set_base(&page::base_path());
    leptos::mount::mount_to_body(whole);
    page::remove_shell();
}

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let location = Location::begin();
    framed(location, move || {
        let path = Memo::new(move |_| location.path());
        let mut odd = false;
        let page = move || {
            let page = page_at(Route::parse(&path.get()));
            // Never the same side twice: so the new page is made from nothing instead of out of the old one.
            odd = !odd;
            if odd { Either::Left(page) } else { Either::Right(page) }
        };
        page.into_any()
    })
}

/// What every page has around it.
fn framed(location: Location, page: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    Toaster::provide();
    provide_context(location);
    provide_context(Session::begin());
    view! {
        <keys::Keys />
        <Frame>{page()}</Frame>
    }
    .into_any()
}

fn page_at(route: Route) -> AnyView {
    match route {
        Route::Home => view! { <Home /> }.into_any(),
        Route::Desk(_) => view! { <QueuePage /> }.into_any(),
        Route::NewIncident => view! { <NewIncidentPage /> }.into_any(),
        Route::Incident(number) => view! { <TicketPage number /> }.into_any(),
        Route::Workspace => view! { <WorkspacePage /> }.into_any(),
        Route::Import => view! { <ImportPage /> }.into_any(),
        Route::Settings => view! { <SettingsPage /> }.into_any(),
        Route::About => view! { <About /> }.into_any(),
        Route::Help => view! { <HelpPage /> }.into_any(),
        // The gallery is not in this program: `boot.js` starts the other one there.
        Route::Components | Route::Missing(_) => view! { <Missing /> }.into_any(),
    }
}
