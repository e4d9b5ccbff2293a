//! Names: everything of one kind that records refer to, with how much each is used.

use itsm::{EntryId, Key};
use leptos::prelude::*;
use workspace::rules::names::{self, Kind as Register, Named};

use super::RulesPage;
use super::name_dialog::{NameDialog, Wanted};
use crate::route::Rules;
use crate::session::Session;
use crate::ui::{BadgeCell, Button, Column, EmptyState, Kind, Picture, SearchInput, TextCell, Tone, VirtualTable};
use crate::views::words;

const COLUMNS: [Column; 4] = [
    Column::new("name", "Name"),
    Column::new("used", "Incidents").number(),
    Column::new("second", "Open").number(),
    Column::new("standing", "Standing"),
];
const OF_PEOPLE: [Column; 4] = [
    Column::new("name", "Name"),
    Column::new("used", "Assigned").number(),
    Column::new("second", "Called about").number(),
    Column::new("standing", "Standing"),
];

/// What an entry of a kind is called: with its article, and several.
pub fn called(kind: Register) -> (&'static str, &'static str, &'static str) {
    match kind {
        Register::Groups => {
            ("group", "groups", "Who works on incidents. A group with open incidents cannot be retired.")
        }
        Register::People => {
            ("person", "people", "Callers and colleagues. Somebody with open incidents cannot be retired.")
        }
        Register::Categories => {
            ("category", "categories", "What kind of failure it is: for finding, counting and routing.")
        }
        Register::Services => ("service", "services", "What is affected, as those who use it know it."),
        Register::Items => {
            ("configuration item", "configuration items", "What may be at fault: devices, programs, links.")
        }
    }
}

/// The page.
#[component]
pub fn NamesPage(place: Rules, kind: Register) -> impl IntoView {
    let session = expect_context::<Session>();
    let (one, many, note) = called(kind);
    let all = Memo::new(move |_| session.read(|workspace| names::list(workspace, kind)).unwrap_or_default());
    let words = RwSignal::new(String::new());
    let rows = Memo::new(move |_| {
        let wanted = words.with(|words| words.trim().to_lowercase());
        let fits = |named: &&Named| wanted.split_whitespace().all(|word| named.name.to_lowercase().contains(word));
        all.with(|all| all.iter().filter(fits).map(|named| named.id.key()).collect::<Vec<Key>>())
    });
    let active = RwSignal::new(None::<Key>);
    let wanted = RwSignal::new(None::<Wanted>);
    let count = move || {
        let (matching, all) = (rows.with(Vec::len), all.with(Vec::len));
        if matching == all {
            words::count(all, one, many)
        } else {
            words::number(matching) + " of " + &words::number(all)
        }
    };
    let add = "Add a ".to_owned() + one;
    let empty = move || {
        if words.with(|words| words.trim().is_empty()) {
            view! { <EmptyState title="Nothing here yet" text="Add what incidents are to refer to. A name can be changed later; what refers to it follows." /> }.into_any()
        } else {
            view! {
                <EmptyState title="Nothing matches" text="No name has all of these words. Look for fewer, or add it.">
                    <Button label="Clear the search" on_press=move |()| words.set(String::new()) />
                </EmptyState>
            }
            .into_any()
        }
    };
    let (columns, class) = match kind {
        Register::People => (OF_PEOPLE, "names names-people"),
        _ => (COLUMNS, "names"),
    };
    view! {
        <RulesPage place note class="page-fill names-page">
            <section class="filters" aria-label="Find and add">
                <div class="filters-line">
                    <div class="filters-search"><SearchInput label="Search by name" value=words /></div>
                    <span class="hint" role="status" aria-live="polite">{count}</span>
                    <span class="names-add"><Button label=add picture=Picture::Plus kind=Kind::Primary on_press=move |()| wanted.set(Some(Wanted::New)) /></span>
                </div>
            </section>
            <div class="queue-area">
                <VirtualTable
                    label=many
                    class
                    columns=columns.to_vec()
                    rows
                    row=move |key| cells(all, key)
                    active
                    on_open=move |key: Key| wanted.set(Some(Wanted::Known(key)))
                    empty
                />
            </div>
            <NameDialog kind all wanted active />
        </RulesPage>
    }
    .into_any()
}

fn cells(all: Memo<Vec<Named>>, key: Signal<Key>) -> AnyView {
    let named = Memo::new(move |_| all.with(|all| all.iter().find(|named| named.id.key() == key.get()).cloned()));
    let text = move |pick: fn(&Named) -> String| {
        Signal::derive(move || named.with(|named| named.as_ref().map(pick).unwrap_or_default()))
    };
    let retired = Signal::derive(move || named.with(|named| named.as_ref().is_some_and(|named| named.retired)));
    // An undo or another tab may have left open incidents with a group that is retired.
    let stranded = Signal::derive(move || {
        let of_group = |named: &Named| named.retired && named.second > 0 && matches!(named.id, EntryId::Group(_));
        named.with(|named| named.as_ref().is_some_and(of_group))
    });
    view! {
        <TextCell class="cell-name" text=text(|named| named.name.to_string()) />
        <TextCell class="cell-used number" text=text(|named| words::number(named.used)) />
        <TextCell class="cell-second number" text=text(|named| words::number(named.second)) />
        <BadgeCell
            class="cell-standing"
            tone=Signal::derive(move || match (stranded.get(), retired.get()) {
                (true, _) => Tone::Warn,
                (false, true) => Tone::Slate,
                (false, false) => Tone::Neutral,
            })
            picture=Signal::derive(move || match (stranded.get(), retired.get()) {
                (true, _) => Picture::DueSoon,
                (false, true) => Picture::Paused,
                (false, false) => Picture::Check,
            })
            label=Signal::derive(move || match (stranded.get(), retired.get()) {
                (true, _) => "Retired, in use".to_owned(),
                (false, true) => "Retired".to_owned(),
                (false, false) => "Offered".to_owned(),
            })
        />
    }
    .into_any()
}
