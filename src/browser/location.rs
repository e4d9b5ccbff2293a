//! Where the page is: its address as a signal, links followed without loading the page anew, and going elsewhere.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::events;
use crate::route::{self, Route};

/// The page's address. One for the page's life; copies are the same.
#[derive(Clone, Copy)]
pub struct Location {
    /// The path without the base, decoded, and the parameters behind its question mark as they are.
    address: RwSignal<String>,
    /// Whether every other place is another page load.
    alone: bool,
}

impl Location {
    /// The address of a page that shows every place itself: it follows links, back and forward from now on.
    pub fn begin() -> Self {
        let location = Self { address: RwSignal::new(address()), alone: false };
        events::on_history(move || location.look());
        // Only once the page stands: whatever else hears a click is to be asked before.
        Effect::new(move |_| events::on_click(move |event| location.follow(event)));
        location
    }

    /// The address of a page that shows this one place: the browser does the rest.
    pub fn alone() -> Self {
        Self { address: RwSignal::new(address()), alone: true }
    }

    /// The place, with its parameters.
    pub fn route(self) -> Route {
        self.address.with(|address| Route::parse(address))
    }

    /// The place, with its parameters, without asking to be run again when it changes.
    pub fn route_untracked(self) -> Route {
        self.address.with_untracked(|address| Route::parse(address))
    }

    /// The address without the base and the parameters: while it stays, so does the page.
    pub fn path(self) -> String {
        self.address.with(|address| address.split('?').next().unwrap_or_default().to_owned())
    }

    /// What stands behind the question mark of the address now; empty for nothing.
    pub fn parameters(self) -> String {
        self.address
            .with_untracked(|address| address.split_once('?').map_or_else(String::new, |(_, rest)| rest.to_owned()))
    }

    /// What stands behind the `#` of the address now: a part of the page; empty for none.
    pub fn fragment(self) -> String {
        let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
        hash.trim_start_matches('#').to_owned()
    }

    /// Goes to a place.
    pub fn go(self, to: &Route) {
        self.go_to(&to.href());
    }

    /// Corrects the address of the place that is shown.
    pub fn replace(self, to: &Route) {
        if let Some(history) = history() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&to.href()));
            self.look();
        }
    }

    fn go_to(self, href: &str) {
        let moved = || history()?.push_state_with_url(&JsValue::NULL, "", Some(href)).ok();
        if !self.alone && moved().is_some() {
            self.look();
            if let Some(window) = web_sys::window() {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
        } else if let Some(window) = web_sys::window() {
            let _ = window.location().set_href(href);
        }
    }

    fn look(self) {
        let now = address();
        if self.address.with_untracked(|before| *before != now) {
            self.address.set(now);
        }
    }

    fn follow(self, event: &web_sys::MouseEvent) {
        if let Some(href) = inner_link(event) {
            event.prevent_default();
            if here().is_none_or(|here| here != href) {
                self.go_to(&href);
            }
        }
    }
}

fn history() -> Option<web_sys::History> {
    web_sys::window()?.history().ok()
}

/// The path and parameters that the browser shows.
fn here() -> Option<String> {
    let location = web_sys::window()?.location();
    Some(location.pathname().ok()? + &location.search().ok()?)
}

fn address() -> String {
    let here = here().unwrap_or_default();
    let (path, parameters) = here.split_at(here.find('?').unwrap_or(here.len()));
    let path = path.strip_prefix(route::base()).unwrap_or(path);
    let decoded = js_sys::decode_uri_component(path).ok().map(String::from);
    decoded.unwrap_or_else(|| path.to_owned()) + parameters
}

/// Where a click leads, if it is on a link that the app is to follow itself: in this window, to a place of this site,
/// and not marked as leading outside.
fn inner_link(event: &web_sys::MouseEvent) -> Option<String> {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || held {
        return None;
    }
    let clicked: web_sys::Element = event.target()?.dyn_into().ok()?;
    let link: web_sys::HtmlAnchorElement = clicked.closest("a[href]").ok()??.dyn_into().ok()?;
    let elsewhere = !matches!(link.target().as_str(), "" | "_self") || link.has_attribute("download");
    let location = web_sys::window()?.location();
    if elsewhere || link.rel().split(' ').any(|word| word == "external") || link.origin() != location.origin().ok()? {
        return None;
    }
    let inside = link.pathname().strip_prefix(route::base())?.starts_with('/');
    let to = link.pathname() + &link.search();
    let to_a_part_of_this_page = !link.hash().is_empty() && here().is_some_and(|here| here == to);
    (inside && !to_a_part_of_this_page).then(|| to + &link.hash())
}
