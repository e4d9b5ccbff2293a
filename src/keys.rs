//! The keys that work everywhere. Single keys do nothing while somebody types.

use leptos::prelude::*;

use crate::browser::location::Location;
use crate::browser::{dom, events};
use crate::commands::{Commands, PageCommand};
use crate::route::Route;
use crate::session::Session;
use crate::ui::Toaster;
use crate::views::desk::for_frame::ForFrame;

/// Every key, and what it does, as the help page lists them.
pub const KEYS: [(&str, &str); 15] = [
    ("Ctrl K", "Find an incident, go anywhere, do anything"),
    ("/", "Search in the queue"),
    ("g d", "Go to the desk"),
    ("g h", "Go to the front page"),
    ("c", "Log an incident"),
    ("j or ↓", "Next incident in the queue"),
    ("k or ↑", "Previous incident in the queue"),
    ("o or Enter", "Open the incident"),
    ("x", "Select the incident, or no longer"),
    ("← or →", "Fold a group of the queue up, or out"),
    ("Shift ↓ or ↑", "Select from here on"),
    ("Escape", "Select nothing"),
    ("Ctrl Z", "Undo what this tab did last"),
    ("Ctrl Shift Z", "Redo it"),
    ("?", "The keys of this page"),
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
pub fn Keys(
    /// What comes with the desk: undo and redo are of its part of the program.
    pieces: RwSignal<Option<ForFrame>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let commands = expect_context::<Commands>();
    let toaster = expect_context::<Toaster>();
    let going = StoredValue::new(false);
    let go = move |route: Route| location.go(&route);
    events::on_key(move |key, with_control, typing| {
        let was_going = going.get_value();
        going.set_value(false);
        match (key, with_control, typing) {
            // Its window comes with the desk; until then there is only the queue to search in.
            ("k", true, _) if session.is_open() => commands.palette.set(true),
            ("k", true, _) | ("/", false, false) => search(session, location),
            // The browser names the key by what it would type: a capital letter with Shift.
            ("z" | "Z" | "y", true, false) => match pieces.get_untracked() {
                // A window over the page asks for one thing first.
                Some(pieces) if !dom::is_dialog_open() => {
                    let turn = if key == "z" { pieces.undo } else { pieces.redo };
                    turn(session, toaster);
                }
                _ => return false,
            },
            (_, true, _) | (_, _, true) => return false,
            _ if dom::is_dialog_open() => return false,
            ("g", ..) => going.set_value(true),
            ("d", ..) if was_going => go(Route::Desk(session.queue_parameters())),
            ("h", ..) if was_going => go(Route::Home),
            ("c", ..) => go(Route::NewIncident),
            ("?", ..) if session.is_open() => commands.keys.set(true),
            ("?", ..) => go(Route::Help),
            // From anywhere on the queue's page, the first j or k goes to the table.
            ("j" | "k", ..) => return dom::focus_id(TABLE),
            (key, ..) => match commands.of_key(key) {
                Some(PageCommand { why_not: Some(why), .. }) => toaster.bad(why),
                Some(command) => (command.run)(),
                None => return false,
            },
        }
        true
    });
}
