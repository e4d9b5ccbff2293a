//! Changing many incidents at once: what can be done with those that are selected, in a bar under the queue.

mod dialog;
mod fields;

use itsm::{IncidentId, Key, RecordId};
use leptos::prelude::*;
use workspace::Workspace;

use self::dialog::BulkDialog;
use crate::browser::dom;
use crate::keys::TABLE;
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Button, Kind, LinkButton, Menu, Selection, Toaster};
use crate::views::{rosetta, words};

/// More than so many incidents are never of one cause, and an address has an end.
const MOST_OF_A_PROBLEM: usize = 100;

/// What can be done with many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// To a team or a person.
    Assign,
    /// Begin work.
    Start,
    /// Wait.
    Hold,
    /// Restored.
    Resolve,
    /// Finished.
    Close,
    /// Category, impact, urgency.
    Amend,
    /// A work note on each.
    Note,
    /// Taken back.
    Cancel,
}

impl Deed {
    /// Every deed, most wanted first.
    const ALL: [Deed; 8] =
        [Deed::Assign, Deed::Start, Deed::Hold, Deed::Resolve, Deed::Close, Deed::Amend, Deed::Note, Deed::Cancel];

    fn label(self) -> &'static str {
        match self {
            Deed::Assign => "Assign",
            Deed::Start => "Start work",
            Deed::Hold => "Put on hold",
            Deed::Resolve => "Resolve",
            Deed::Close => "Close",
            Deed::Amend => "Edit",
            Deed::Note => "Add a note",
            Deed::Cancel => "Cancel",
        }
    }

    /// "Assign 37 incidents".
    fn of(self, count: usize) -> String {
        let verb = match self {
            Deed::Start => "Start work on",
            Deed::Hold => "Hold",
            Deed::Note => "Add a note to",
            other => other.label(),
        };
        verb.to_owned() + " " + &words::count(count, "incident", "incidents")
    }
}

/// The bar; nothing while nothing is selected.
#[component]
pub fn BulkBar(
    /// Which rows are selected.
    selection: Selection,
    /// The rows that are shown.
    #[prop(into)]
    rows: Signal<Vec<Key>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let chosen = Memo::new(move |_| rows.with(|rows| selection.shown(rows)));
    let count = Memo::new(move |_| chosen.with(Vec::len));
    let all = Memo::new(move |_| rows.with(Vec::len));
    let open = RwSignal::new(None::<Deed>);
    let said = move || words::number(count.get()) + " selected";
    let clear = move || {
        selection.clear();
        // The bar goes, and with it whatever had the focus there.
        dom::focus_id(TABLE);
    };
    let problem = Signal::derive(move || {
        let numbers = |workspace: &Workspace| {
            let number = |key: &Key| workspace.desk().incident_number(IncidentId(*key));
            chosen.with(|chosen| chosen.iter().take(MOST_OF_A_PROBLEM).map(number).collect::<Vec<String>>().join(","))
        };
        Route::NewProblem(session.peek(numbers).unwrap_or_default()).href()
    });
    let exports = move |()| {
        let ids =
            move || chosen.with_untracked(|keys| keys.iter().map(|key| RecordId::Incident(IncidentId(*key))).collect());
        rosetta::exports(session, toaster, itsm::link::Kind::Incident, ids)
    };
    let deed = move |deed: Deed| {
        let kind = if deed == Deed::Cancel { Kind::Quiet } else { Kind::Plain };
        view! { <Button label=deed.label() kind on_press=move |()| open.set(Some(deed)) /> }
    };
    view! {
        <div class="visually-hidden" role="status">{move || (count.get() > 0).then(said)}</div>
        <Show when=move || { count.get() > 0 }>
            <section
                class="bulk"
                aria-label="Selected incidents"
                on:keydown=move |event| if event.key() == "Escape" { clear() }
            >
                <strong class="bulk-count">{said}</strong>
                <div class="bulk-deeds">
                    {Deed::ALL.map(deed).collect_view()}
                    <LinkButton label="Raise a problem" kind=Kind::Quiet href=problem />
                    <Menu label="Export for another tool" class="button button-quiet" items=exports at_end=true />
                </div>
                <div class="bulk-select">
                    <Show when=move || { count.get() < all.get() }>
                        <div class="bulk-all">
                            <Button
                                label=Signal::derive(move || "Select all ".to_owned() + &words::number(all.get()) + " shown")
                                kind=Kind::Quiet
                                on_press=move |()| rows.with_untracked(|rows| selection.select_all(rows))
                            />
                        </div>
                    </Show>
                    <Button label="Clear" kind=Kind::Quiet on_press=move |()| clear() />
                </div>
            </section>
        </Show>
        <BulkDialog open chosen selection />
    }
    .into_any()
}
