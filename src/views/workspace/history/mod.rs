//! The history of the whole workspace: every command, the latest first, with who, what, when and why.

mod details;
mod line;

use std::collections::BTreeSet;

use itsm::Key;
use journal::Stamp;
use leptos::prelude::*;
use workspace::query::{key_of, key_text};
use workspace::say::CommandKind;

use self::details::Details;
use self::line::{Index, Indexed};
use crate::session::{Session, Status};
use crate::ui::{Button, Choice, Column, EmptyState, Field, Kind, LinkButton, SearchInput, Select, VirtualTable};
use crate::views::page;
use crate::views::words;

const COLUMNS: [Column; 5] = [
    Column::new("at", "When"),
    Column::new("who", "Who"),
    Column::new("what", "What"),
    Column::new("why", "Why, or what was written"),
    Column::new("mark", "Standing"),
];

/// The page.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(|| "History".to_owned());
    page::announce();
    // Another workspace is another history, even at the same address.
    let open = Memo::new(move |_| match session.status.get() {
        Status::Open { id, .. } => Some(id),
        _ => None,
    });
    let page = move || {
        match open.get() {
        Some(_) => view! { <History /> }.into_any(),
        None => view! {
            <div class="page">
                <header class="page-head"><h1>"History"</h1></header>
                <EmptyState title="No workspace is open" text="Once one is, everything that is done in it stands here: who, what, when and why.">
                    <LinkButton label="Go to the workspaces" href=crate::route::Route::Workspace.href() />
                </EmptyState>
            </div>
        }
        .into_any(),
    }
    };
    page.into_any()
}

#[component]
fn History() -> impl IntoView {
    let session = expect_context::<Session>();
    let index = Memo::new(move |_| session.read(line::index).unwrap_or_default());
    let (words, person, kind) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let rows = Memo::new(move |_| {
        let wanted = Wanted::of(&words.get(), &person.get(), &kind.get());
        index.with(|index| index.rows(|line| wanted.takes(line)))
    });
    let active = RwSignal::new(None::<Key>);
    let shown = RwSignal::new(None::<Stamp>);
    let open = move |key: Key| shown.set(index.with_untracked(|index| index.stamp(key)));
    let filtered = move || [words, person, kind].into_iter().any(|signal| signal.with(|text| !text.is_empty()));
    let clear = move |()| [words, person, kind].into_iter().for_each(|signal| signal.set(String::new()));
    let count = move || {
        let (matching, all) = (rows.with(Vec::len), index.with(Index::len));
        if matching == all {
            words::count(all, "change", "changes")
        } else {
            words::number(matching) + " of " + &words::number(all)
        }
    };
    let empty = move || {
        if filtered() {
            view! {
                <EmptyState title="Nothing matches" text="No change meets all of these filters. Take one away, or look for fewer words.">
                    <Button label="Clear all filters" on_press=clear />
                </EmptyState>
            }
            .into_any()
        } else {
            view! { <EmptyState title="Nothing was done here yet" text="Everything that you do at the desk will stand here, and can be taken back." /> }
                .into_any()
        }
    };
    let people = Signal::derive(move || {
        let by: BTreeSet<_> = index.with(|index| index.people().collect());
        session
            .read(|workspace| {
                let directory = workspace.desk().directory();
                by.into_iter().map(|id| Choice::new(key_text(id.0), directory.person(id))).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let kinds: Vec<Choice> = CommandKind::ALL.into_iter().map(|kind| Choice::new(kind.word(), kind.word())).collect();
    view! {
        <div class="page page-fill history-page">
            <header class="page-head">
                <h1>"History "<span class="count" role="status" aria-live="polite">{count}</span></h1>
            </header>
            <p class="page-note">"Every change stays here, also what was taken back. Open one to see all of it and to undo it."{move || base(session)}</p>
            <section class="filters" aria-label="Filters">
                <div class="filters-line">
                    <div class="filters-search"><SearchInput label="Search the history" value=words /></div>
                    <div class="filters-group"><Field label="Person"><Select choices=people value=person placeholder="Everybody" /></Field></div>
                    <div class="filters-group"><Field label="Kind"><Select choices=kinds value=kind placeholder="Every kind" /></Field></div>
                    <Show when=filtered><Button label="Clear filters" kind=Kind::Quiet on_press=clear /></Show>
                </div>
            </section>
            <div class="queue-area">
                <VirtualTable
                    label="Changes, the latest first"
                    class="changes"
                    columns=COLUMNS.to_vec()
                    rows
                    row=move |key| line::cells(session, index, key)
                    active
                    on_open=open
                    empty
                />
                <Details shown />
            </div>
        </div>
    }
    .into_any()
}

/// What the workspace began with, where that was an import: one sentence for all of its rows.
fn base(session: Session) -> Option<String> {
    let zone = session.zone();
    session
        .read(|workspace| {
            let meta = workspace.meta()?;
            let events = words::count(meta.report.events_taken as usize, "event", "events");
            let incidents = words::count(meta.report.incidents as usize, "incident", "incidents");
            Some(
                " It began with the import of ".to_owned()
                    + &meta.file_name
                    + " ("
                    + &words::date_time(zone.local(meta.imported_at))
                    + "): "
                    + &events
                    + " of "
                    + &incidents
                    + ", told in their own histories.",
            )
        })
        .flatten()
}

/// What the filters ask for.
struct Wanted {
    words: Vec<String>,
    person: Option<itsm::PersonId>,
    kind: Option<CommandKind>,
}

impl Wanted {
    fn of(words: &str, person: &str, kind: &str) -> Self {
        Self {
            words: words.to_lowercase().split_whitespace().map(str::to_owned).collect(),
            person: key_of(person).map(itsm::PersonId),
            kind: CommandKind::ALL.into_iter().find(|known| known.word() == kind),
        }
    }

    fn takes(&self, line: &Indexed) -> bool {
        self.person.is_none_or(|person| line.by == person)
            && self.kind.is_none_or(|kind| line.kind == kind)
            && self.words.iter().all(|word| line.text.contains(word.as_str()))
    }
}
