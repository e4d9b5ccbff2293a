//! How full this browser's storage is, what takes the room, and what to do before it is full.

use leptos::prelude::*;

use super::room::{Room, table};
use crate::session::{Filling, Saved, Session};
use crate::ui::{BarList, Icon, Picture};
use crate::views::words;

/// The panel.
#[component]
pub fn Storage() -> impl IntoView {
    let session = expect_context::<Session>();
    let room = Memo::new(move |_| {
        session.status.track();
        session.revision.track();
        session.shelf.track();
        Room::count(session).filter(|_| session.storage_lasts())
    });
    let bars = Signal::derive(move || room.with(|room| room.as_ref().map(Room::bars).unwrap_or_default()));
    let text = move || {
        room.with(|room| match room {
            Some(Room { all, .. }) => {
                let used = all.total();
                words::number(used as usize)
                    + " of "
                    + &words::number(all.limit as usize)
                    + " characters are used ("
                    + &words::percent(used as f64 / all.limit as f64)
                    + "): what a browser gives to all pages under this address."
            }
            None => {
                "This browser does not let the page keep anything. What you do here lasts until the page is closed."
                    .to_owned()
            }
        })
    };
    let second = move || match session.saved.get() {
        Saved::Safe => "A second copy of the latest changes is on the disk (in IndexedDB), beside this storage.",
        Saved::Saved => {
            "Changes are copied to a second place on the disk (IndexedDB) as they are made, where the browser has one."
        }
        Saved::MemoryOnly(_) => "There is no second copy on the disk either.",
        Saved::Failed(_) => "The last change is in neither place yet: see the message at the top.",
    };
    let warning = move || session.filling.get().map(|filling| warning(&filling));
    let exactly = move || room.with(|room| room.as_ref().filter(|room| !room.workspaces.is_empty()).map(table));
    let has_workspaces =
        Memo::new(move |_| room.with(|room| room.as_ref().is_some_and(|room| !room.workspaces.is_empty())));
    view! {
        <section class="panel" aria-labelledby="storage">
            <h2 id="storage">"Storage"</h2>
            {warning}
            <p>{text}</p>
            <BarList label="What takes the storage, in characters and as a share of all" bars />
            <Show when=move || has_workspaces.get()>
                <details class="room-more">
                    <summary>"Workspaces by kind"</summary>
                    {exactly}
                </details>
            </Show>
            <p class="hint">{second}</p>
        </section>
    }
    .into_any()
}

fn warning(filling: &Filling) -> AnyView {
    let (tone, rest) = if filling.is_grave() {
        ("bad", "No import and no copy fits any more, and soon no change.")
    } else {
        ("warn", "There is time to make room.")
    };
    view! {
        <div class="room-warning" data-tone=tone>
            <Icon picture=Picture::DueSoon />
            <div>
                <p><strong>"The storage is "{filling.percent}" % full. "</strong>"Most of it is taken by "{filling.most.clone()}". "{rest}</p>
                <p>"Export what you want to keep, then delete a workspace you no longer need for good, or one that stands under “Recently deleted”."</p>
            </div>
        </div>
    }
    .into_any()
}
