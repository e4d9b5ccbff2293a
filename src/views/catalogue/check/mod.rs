//! The check of the catalogue: what a colleague with experience would point at, service by service, with its reason and,
//! where that can be known, its mend.

mod finding;
mod found;
mod groups;
mod hint;
mod score;

use itsm::catalogue::lint::Level;
use leptos::prelude::*;
use preferences::Action;

use self::found::{Found, mend, mend_all};
use super::gate::WithCatalogue;
use super::nav::CatalogueNav;
use crate::browser::dom;
use crate::commands::{Commands, PageCommand};
use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::ui::{EmptyState, FilterChip, LinkButton, Picture, Toaster};
use crate::views::page;
use crate::views::{undo, words};

pub use hint::LintHints;

/// The page.
#[component]
pub fn CheckPage() -> impl IntoView {
    view! { <WithCatalogue><Check /></WithCatalogue> }.into_any()
}

/// What the findings of the page share.
#[derive(Clone, Copy)]
struct Board {
    session: Session,
    toaster: Toaster,
    /// Everything that was found.
    found: Memo<Found>,
    /// Which level is looked at; all, if none is chosen.
    level: RwSignal<Option<Level>>,
    /// The finding that the focus is in, by its place in the list that is shown.
    here: RwSignal<Option<usize>>,
}

/// The id of a finding's link, by its place in the list that is shown.
fn link_id(place: usize) -> String {
    format!("finding-{place}")
}

#[component]
fn Check() -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(|| "Check".to_owned());
    page::announce();
    let day = found::day(session);
    let board = Board {
        session,
        toaster: expect_context::<Toaster>(),
        found: Memo::new(move |_| Found::of(session, day.get())),
        level: RwSignal::new(None),
        here: RwSignal::new(None),
    };
    expect_context::<Commands>().offer(move || board.commands());
    let count = move |level: Option<Level>| board.found.with(|found| found.count(level));
    let chip = move |level: Option<Level>| {
        let label = level.map_or("All", Level::word);
        let count = Signal::derive(move || words::number(count(level)));
        let pressed = Signal::derive(move || board.level.get() == level);
        view! { <FilterChip label count pressed on_toggle=move |()| board.level.set(level) /> }
    };
    let chips = [None, Some(Level::Must), Some(Level::Should), Some(Level::Could)];
    let is_clean = Memo::new(move |_| count(None) == 0);
    let body = move || {
        if is_clean.get() {
            view! {
                <EmptyState
                    title="Nothing to mend"
                    text="No rule finds anything. Look at the catalogue as your customers will, and publish it when it reads well."
                    picture=Picture::Check
                >
                    <LinkButton label="Go to publishing" href=Route::Catalogue(Shelf::Publish).href() />
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <div class="check-filter" role="group" aria-label="Which findings">{chips.into_iter().map(chip).collect_view()}</div>
                <groups::Groups board />
            }
            .into_any()
        }
    };
    view! {
        <div class="page check">
            <CatalogueNav />
            <header class="page-head"><h1>"Check the catalogue"</h1></header>
            <p class="page-note">
                "What a colleague with experience would point at before customers see it. Nothing here is forbidden: each rule says why it matters, and you decide. "
                <a href=Route::Catalogue(Shelf::Merge).href()>"Join a colleague’s copy"</a>
            </p>
            {body}
            <score::Scores board />
        </div>
    }
    .into_any()
}

impl Board {
    /// The findings that are shown, in the order of the page.
    fn shown(self) -> Vec<found::Row> {
        let level = self.level.get();
        self.found.with(|found| found.rows(level))
    }

    fn go(self, place: usize) {
        dom::focus_id(&link_id(place));
    }

    /// Mends a finding, and moves on to the one that takes its place.
    fn mend(self, place: usize) {
        let row = untrack(|| self.shown().into_iter().nth(place));
        let Some(row) = row else { return };
        match mend(self.session, &row) {
            Ok(label) => {
                self.toaster.ok(label);
                self.after(place);
            }
            Err(why) => self.toaster.bad(why),
        }
    }

    /// Mends every finding of one rule that is shown and can be mended.
    fn mend_all(self, code: &'static str) {
        match mend_all(self.session, code) {
            (0, why) => why.into_iter().for_each(|why| self.toaster.bad(why)),
            (many, why) => {
                undo::confirm(
                    self.session,
                    self.toaster,
                    ["Mended ", &words::count(many, "finding", "findings")].concat(),
                );
                why.into_iter().for_each(|why| self.toaster.bad(why));
                self.after(0);
            }
        }
    }

    /// Once the page shows what is left: the focus goes to the finding at this place, or to the last one.
    fn after(self, place: usize) {
        dom::soon(move || {
            let left = untrack(|| self.shown().len());
            match left.checked_sub(1) {
                Some(last) => self.go(place.min(last)),
                None => crate::browser::page::focus_heading(),
            }
        });
    }

    fn commands(self) -> Vec<PageCommand> {
        let shown = self.shown();
        let here = self.here.get().filter(|place| *place < shown.len());
        let fixable = here.and_then(|place| shown.get(place)).map(|row| row.finding.fix.is_some());
        let why_not = match fixable {
            None => Some("Go to a finding first: J leads to the next one.".to_owned()),
            Some(false) => {
                Some("This one only people can mend: follow its link, and write what is missing.".to_owned())
            }
            Some(true) => None,
        };
        let last = shown.len().saturating_sub(1);
        let command = |label: &str, action, why_not, run: std::rc::Rc<dyn Fn()>| PageCommand {
            label: label.to_owned(),
            action: Some(action),
            why_not,
            run,
        };
        let none = shown.is_empty().then(|| "There is no finding.".to_owned());
        let fix = std::rc::Rc::new(move || {
            if let Some(place) = self.here.get_untracked() {
                self.mend(place);
            }
        });
        let next = std::rc::Rc::new(move || self.go(here.map_or(0, |place| (place + 1).min(last))));
        let back = std::rc::Rc::new(move || self.go(here.map_or(0, |place| place.saturating_sub(1))));
        vec![
            command("Mend the finding", Action::Fix, why_not, fix),
            command("Next finding", Action::NextFinding, none.clone(), next),
            command("Previous finding", Action::PreviousFinding, none, back),
        ]
    }
}
