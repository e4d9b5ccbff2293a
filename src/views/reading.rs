//! The pages to read, and the settings: together one part of the program.

use leptos::prelude::*;

use super::about::About;
use super::help::HelpPage;
use super::missing::Missing;
use super::settings::{KeysPage, SettingsPage};
use crate::route::Route;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Settings => view! { <SettingsPage /> }.into_any(),
        Route::Keys => view! { <KeysPage /> }.into_any(),
        Route::About => view! { <About /> }.into_any(),
        Route::Help => view! { <HelpPage /> }.into_any(),
        _ => view! { <Missing /> }.into_any(),
    }
}
