//! The keys that work everywhere. Single keys do nothing while somebody types.

use leptos::prelude::*;

use crate::browser::location::Location;
use crate::browser::{dom, events};
use crate::route::Route;
use crate::session::Session;

/// Every key, and what it does, as the help page lists them.
pub const KEYS: [(&str, &str); 8] = [
    ("Ctrl K or /", "Search incidents"),
    ("g d", "Go to the desk"),
    ("g h", "Go to the front page"),
    ("c", "Log an incident"),
    ("j or ↓", "Next incident in the queue"),
    ("k or ↑", "Previous incident in the queue"),
    ("o or Enter", "Open the incident"),
    ("?", "This help"),
];

/// The id of the queue's table, for keys that move the focus there.
pub const TABLE: &str = "queue";
/// The id of the queue's search field.
pub const SEARCH: &str = "queue-search";

/// Moves the focus to the search field, by way of the queue's page from any other one.
pub fn search(session: Session, location: Location) {
    if !dom::focus_id(SEARCH) {
        session.searching.set_value(true);
        location.go(&Route::Desk(session.queue_parameters()));
    }
}

/// Listens for them.
#[component]
pub fn Keys() -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let going = StoredValue::new(false);
    let go = move |route: Route| location.go(&route);
    events::on_key(move |key, with_control, typing| {
        let was_going = going.get_value();
        going.set_value(false);
        match (key, with_control, typing) {
            ("k", true, _) | ("/", false, false) => search(session, location),
            (_, true, _) | (_, _, true) => return false,
            ("g", ..) => going.set_value(true),
            ("d", ..) if was_going => go(Route::Desk(session.queue_parameters())),
            ("h", ..) if was_going => go(Route::Home),
            ("c", ..) => go(Route::NewIncident),
            ("?", ..) => go(Route::Help),
            // From anywhere on the queue's page, the first j or k goes to the table.
            ("j" | "k", ..) => return dom::focus_id(TABLE),
            _ => return false,
        }
        true
    });
}
