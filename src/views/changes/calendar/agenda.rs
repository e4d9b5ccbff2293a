//! The same as a list: what is planned, in the order of time.

use itsm::calendar::Zone;
use itsm::schedule::With as What;
use leptos::prelude::*;
use workspace::agenda::Entry;

use super::{Sight, WINDOWS, span_words, zone};
use crate::route::{Practice, Route};
use crate::session::Session;
use crate::ui::{Badge, Picture, Tone};
use crate::views::words;

/// So many windows say enough: they come again every week.
const WINDOWS_LISTED: usize = 3;

/// Where an entry can be looked at.
fn href(session: Session, what: What) -> String {
    match what {
        What::Change(id) => {
            let card = session.peek(|w| w.desk().card(id)).flatten();
            card.map_or_else(|| Practice::Changes.list().href(), |card| Route::record(&card).href())
        }
        What::Window(_) | What::Freeze(_) => Practice::Changes.at(WINDOWS).href(),
    }
}

/// Entries below each other.
pub fn list(zone: Zone, entries: Vec<Entry>, empty: &'static str) -> AnyView {
    let session = expect_context::<Session>();
    if entries.is_empty() {
        return view! { <p class="hint">{empty}</p> }.into_any();
    }
    let line = |entry: Entry| {
        let (tone, picture, word) = match entry.what {
            What::Freeze(_) => (Tone::Bad, Picture::Paused, "Freeze"),
            What::Window(_) => (Tone::Ok, Picture::Running, "Maintenance window"),
            What::Change(_) => (Tone::Slate, Picture::Settings, "Change"),
        };
        let clash = (entry.conflicts > 0).then(|| {
            let label = words::count(entry.conflicts, "conflict", "conflicts");
            view! { <Badge tone=Tone::Warn picture=Some(Picture::DueSoon) label /> }
        });
        view! {
            <li class="record">
                <a class="record-title" href=href(session, entry.what)>{entry.title}</a>
                <div class="record-line">
                    <Badge tone picture=Some(picture) label=word />
                    {clash}
                    <span>{span_words(zone, entry.span)}</span>
                    <span>{entry.detail}</span>
                </div>
            </li>
        }
    };
    view! { <ul class="records">{entries.into_iter().map(line).collect_view()}</ul> }.into_any()
}

/// Changes and freezes of everything that is looked at, and the next windows.
#[component]
pub fn Agenda(sight: Memo<Sight>) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = zone(session);
    let body = move || {
        let now = session.now.get_untracked();
        let entries = sight.with(|sight| sight.entries.clone());
        let mut windows = 0;
        let kept = entries.into_iter().filter(|entry| {
            let is_window = matches!(entry.what, What::Window(_));
            windows += usize::from(is_window && entry.span.end() > now);
            !is_window || (entry.span.end() > now && windows <= WINDOWS_LISTED)
        });
        let empty = "Nothing is planned in this time. A freeze says when nothing may change, a maintenance window when work is expected.";
        list(zone, kept.collect(), empty)
    };
    view! {
        <section class="plan-agenda" aria-labelledby="plan-agenda">
            <h2 id="plan-agenda">"As a list"</h2>
            {body}
        </section>
    }
    .into_any()
}
