//! Joining a colleague's copy of the catalogue: what they changed, what both changed, and taking it in as one command.
//! Nothing changes before the last press.

mod conflicts;
mod copies;
mod lists;
mod plan;

use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::catalogue::merge::{Cell, Side};
use leptos::prelude::*;

use self::copies::{Copies, Copy, Older};
use self::plan::Plan;
use super::gate::WithCatalogue;
use super::nav::CatalogueNav;
use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::ui::{CommandButton, EmptyState, Kind, LinkButton, Panel, Picture, Toaster};
use crate::views::page;
use crate::views::words;

/// The page.
#[component]
pub fn MergePage() -> impl IntoView {
    view! { <WithCatalogue><Joining /></WithCatalogue> }.into_any()
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    /// The other copy.
    theirs: RwSignal<Copy>,
    /// What both copies come from.
    older: RwSignal<Older>,
    /// The file that both copies come from, where one is given.
    file: RwSignal<Copy>,
    /// Whose word counts, cell by cell.
    chosen: RwSignal<BTreeMap<Cell, Side>>,
}

#[component]
fn Joining() -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(|| "Join a copy".to_owned());
    page::announce();
    let (theirs, file) = (RwSignal::new(Copy::None), RwSignal::new(Copy::None));
    let older = RwSignal::new(Older::Published);
    let plan = Memo::new(move |_| {
        let theirs = theirs.with(Copy::catalogue)?;
        let file = file.with(Copy::catalogue);
        session
            .read(|workspace| Plan::of(workspace.desk(), older.get(), file.as_deref(), &theirs).map(Arc::new))
            .flatten()
    });
    let desk = Desk { session, theirs, older, file, chosen: RwSignal::new(BTreeMap::new()) };
    let found = move || {
        match plan.get() {
        None => ().into_any(),
        Some(plan) if plan.is_empty() => view! {
            <EmptyState title="Nothing to take in" text="Their copy says nothing that is not here already. Your own changes stay." picture=Picture::Check>
                <LinkButton label="Back to the services" href=Route::Catalogue(Shelf::List).href() />
            </EmptyState>
        }
        .into_any(),
        Some(plan) => view! {
            <p class="merge-sum" role="status">{plan.summary()}</p>
            <conflicts::Conflicts desk plan=plan.clone() />
            <lists::Changes desk plan=plan.clone() />
            <lists::Notes plan=plan.clone() />
            <TakeIn desk plan />
        }
        .into_any(),
    }
    };
    view! {
        <div class="page merge">
            <CatalogueNav />
            <header class="page-head"><h1>"Join a colleague’s copy"</h1></header>
            <p class="page-note">
                "Two people edited the catalogue apart. Give the other file: what only they changed is taken, what both changed you decide. Nothing changes before the last press, and one undo takes all of it back."
            </p>
            <Panel title="The copies" class="merge-copies"><Copies desk /></Panel>
            {found}
        </div>
    }
    .into_any()
}

/// The last press.
#[component]
fn TakeIn(desk: Desk, plan: Arc<Plan>) -> impl IntoView {
    let toaster = expect_context::<Toaster>();
    let asked = plan.clone();
    let refusal = Signal::derive(move || {
        let open = desk.chosen.with(|chosen| asked.undecided(chosen));
        match open {
            0 => asked.nothing_left(&desk.chosen.get()),
            open => Some(
                [
                    "Needs a decision: ",
                    &words::count(open, "conflict is", "conflicts are"),
                    " open, and only you know which words are meant.",
                ]
                .concat(),
            ),
        }
    });
    let give = move |()| {
        let chosen = desk.chosen.get_untracked();
        match desk.session.give(plan.command(&chosen)) {
            Ok(_) => {
                desk.theirs.set(Copy::None);
                desk.file.set(Copy::None);
                desk.chosen.set(BTreeMap::new());
                toaster.ok("Their copy is taken in. Undo takes all of it back.");
            }
            Err(declined) => toaster.bad(declined.sentence()),
        }
    };
    view! {
        <div class="merge-last">
            <CommandButton label="Take it in" kind=Kind::Primary refusal on_press=give />
        </div>
    }
    .into_any()
}
