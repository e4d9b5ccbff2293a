//! The whole app: what every page has around it, and which page stands at which address.

use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use crate::browser::page;
use crate::keys;
use crate::route;
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
    page::install_crash_screen();
    route::set_base(&page::base_path());
    leptos::mount::mount_to_body(App);
    page::remove_shell();
}

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    Toaster::provide();
    provide_context(Session::begin());
    view! {
        <Router base=route::base()>
            <keys::Keys />
            <Frame>
                <Routes fallback=|| view! { <Missing /> }>
                    <Route path=path!("/") view=Home />
                    <Route path=path!("/desk") view=QueuePage />
                    <Route path=path!("/desk/new") view=NewIncidentPage />
                    <Route path=path!("/desk/:number") view=TicketPage />
                    <Route path=path!("/workspace") view=WorkspacePage />
                    <Route path=path!("/workspace/import") view=ImportPage />
                    <Route path=path!("/settings") view=SettingsPage />
                    <Route path=path!("/about") view=About />
                    <Route path=path!("/help") view=HelpPage />
                    <Route path=path!("/help/components") view=Components />
                </Routes>
            </Frame>
        </Router>
    }
    .into_any()
}
