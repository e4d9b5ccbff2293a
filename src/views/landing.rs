//! Whom a first visit belongs to: where somebody put a catalogue beside the app, its visitors land on the portal. The
//! front page is painted before anything is asked for; what reads catalogues is fetched only if there is one.

use leptos::prelude::*;

use crate::browser::location::Location;
use crate::browser::{files, storage, tasks};
use crate::parts;
use crate::route::{Counter, Route};
use crate::session::{Session, Status};
use crate::views::portal::Greeting;

/// How the file ends where nobody has put a catalogue into it; white space does not matter.
const EMPTY: &str = r#""catalogue":null}"#;

/// Who has been led to the portal once in this tab finds the front page under its own address.
const LED: &str = "service-dojo/portal/led";

/// Looks at the file beside the app after the first paint. What it returns is for the owner of a file that cannot be
/// read; nobody else is kept from anything.
pub fn look(session: Session, location: Location) -> RwSignal<Option<String>> {
    let broken = RwSignal::new(None);
    tasks::spawn(async move {
        tasks::paint().await;
        let Ok(text) = files::fetch_text(Route::file("catalogue.json")).await else { return };
        if text.split_whitespace().collect::<String>().ends_with(EMPTY) {
            return;
        }
        let Ok(greet) = parts::greet().await else { return };
        match greet(&text) {
            Greeting::Nothing => {}
            Greeting::Broken(sentence) => drop(broken.try_set(Some(sentence))),
            Greeting::Welcome => {
                let still_here = location.route_untracked() == Route::Home
                    && matches!(session.status.get_untracked(), Status::Empty)
                    && session.gone.with_untracked(Vec::is_empty);
                if still_here && storage::noted(LED).is_none() {
                    storage::note(LED, "1");
                    location.replace(&Counter::front());
                }
            }
        }
    });
    broken
}
