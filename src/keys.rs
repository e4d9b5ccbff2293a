//! The keys that work everywhere. Single keys do nothing while somebody types.

use leptos::prelude::*;
use preferences::{Action, Keymap, Place, keymap};

use crate::browser::location::Location;
use crate::browser::{dom, events};
use crate::commands::{Commands, PageCommand};
use crate::route::Route;
use crate::session::Session;
use crate::ui::Toaster;
use crate::views::desk::for_frame::ForFrame;

/// The keys that are always the same, and what they do.
pub const FIXED: [(&str, &str); 9] = [
    ("Ctrl K", "Find an incident, go anywhere, do anything"),
    ("↓ or ↑", "Next or previous incident in the queue"),
    ("Enter", "Open the incident"),
    ("← or →", "Fold a group of the queue up, or out"),
    ("Shift ↓ or ↑", "Select from here on"),
    ("Ctrl A", "In the queue: select all that are shown"),
    ("Escape", "Select nothing"),
    ("Ctrl Z", "Undo what this tab did last"),
    ("Ctrl Shift Z", "Redo it"),
];

/// The keys of a place that were chosen, and what each does. What has no key is left out.
pub fn chosen(keymap: &Keymap, place: Place) -> Vec<(String, &'static str)> {
    let here = Action::ALL.into_iter().filter(|action| action.place() == place);
    here.map(|action| (keymap.text(action), action.name())).filter(|(keys, _)| !keys.is_empty()).collect()
}

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
    let press = move |key: &str, was_going: bool| {
        let keys = keymap::current();
        // A page's own comes first where the page has any; the two never share a key.
        let of_page = |place| keys.action(place, key, was_going).and_then(|action| commands.of_action(action));
        let here = [Place::Incident, Place::Check].into_iter().find_map(of_page);
        match (here, keys.action(Place::Everywhere, key, was_going)) {
            (Some(PageCommand { why_not: Some(why), .. }), _) => toaster.bad(why),
            (Some(command), _) => (command.run)(),
            (None, Some(Action::Search)) => search(session, location),
            (None, Some(Action::Log)) => go(Route::NewIncident),
            (None, Some(Action::GoDesk)) => go(Route::Desk(session.queue_parameters())),
            (None, Some(Action::GoHome)) => go(Route::Home),
            (None, Some(Action::GoReports)) => go(Route::Reports),
            (None, Some(Action::GoWorkspace)) => go(Route::Workspace),
            (None, Some(Action::GoHistory)) => go(Route::History),
            (None, Some(Action::GoSettings)) => go(Route::Settings),
            (None, Some(Action::Why)) => commands.why.set(true),
            (None, Some(Action::Play)) if session.is_open() => commands.part.set(true),
            (None, Some(Action::Keys)) if session.is_open() => commands.keys.set(true),
            (None, Some(Action::Keys)) => go(Route::Help),
            // From anywhere on the queue's page, the first of these goes to the table.
            _ => match keys.action(Place::Queue, key, was_going) {
                Some(Action::Next | Action::Previous) => return dom::focus_id(TABLE),
                _ => return false,
            },
        }
        true
    };
    events::on_key(move |key, with_control, typing| {
        let was_going = going.get_value();
        going.set_value(false);
        let free = !with_control && (!typing || key == "Escape") && !dom::is_dialog_open();
        if let Some(used) = commands.hand_key(if free { key } else { "" }) {
            return used;
        }
        match (key, with_control, typing) {
            // Its window comes with the desk; until then there is only the queue to search in.
            ("k", true, _) if session.is_open() => commands.palette.set(true),
            ("k", true, _) => search(session, location),
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
            _ if !was_going && keymap::current().leads(key) => going.set_value(true),
            _ => return press(key, was_going),
        }
        true
    });
}
