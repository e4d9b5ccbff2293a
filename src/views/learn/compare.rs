//! ITSM beside ITIL: a matrix with examples, a drill to tell the two apart, and what happened when.

use std::sync::Arc;

use learning::knowledge::{COMPARISON_FILE, Comparison, Group, Moment, Row, Side, Subject};
use leptos::prelude::*;

use super::{drill, edition, library};
use crate::route::{Lesson, Route};
use crate::ui::{FilterChip, SearchInput, Tab, Tabs};
use crate::views::page::Page;

/// The page.
pub fn page() -> AnyView {
    let read = |text: &str| Comparison::read(text).map_err(|unreadable| unreadable.to_string());
    view! {
        <Page
            title="ITSM and ITIL"
            note="Service management is the work. ITIL is guidance on doing it well. One can do the first without the second."
            class="learn"
        >
            {library::with_file(COMPARISON_FILE, read, parts)}
        </Page>
    }
    .into_any()
}

fn parts(comparison: Arc<Comparison>) -> AnyView {
    let chosen = RwSignal::new(0_usize);
    let tabs = Signal::stored(vec![
        Tab::new("Side by side").with_count(comparison.rows.len().to_string()),
        Tab::new("Tell them apart").with_count(comparison.drill.len().to_string()),
        Tab::new("History"),
    ]);
    let comparison = StoredValue::new(comparison);
    let panel = move |place: usize| {
        let comparison = comparison.get_value();
        match place {
            0 => matrix(comparison),
            1 => drill::drill(comparison),
            _ => history(&comparison),
        }
    };
    view! { <Tabs label="ITSM and ITIL" tabs chosen panel /> }.into_any()
}

/// What the matrix shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    All,
    Only(Group),
}

const NOTHING: &str = "No row has these words. Try a part of one, or look at all rows.";

fn matrix(comparison: Arc<Comparison>) -> AnyView {
    let shown = RwSignal::new(Shown::All);
    let chip = move |label: &'static str, what: Shown| {
        view! { <FilterChip label pressed=Signal::derive(move || shown.get() == what) on_toggle=move |()| shown.set(what) /> }
    };
    let words = RwSignal::new(String::new());
    let rows = move || {
        let wanted = shown.get();
        let fits = |one: &&Row| wanted == Shown::All || wanted == Shown::Only(one.group);
        let rows: Vec<_> =
            comparison.rows.iter().filter(fits).filter(|one| words.with(|words| one.says(words))).map(row).collect();
        if rows.is_empty() {
            return view! { <p role="status">{NOTHING}</p> }.into_any();
        }
        rows.into_any()
    };
    view! {
        <SearchInput label="Search the comparison" value=words id="comparison-search" />
        <div class="learn-editions" role="group" aria-label="Which rows">
            {chip("All", Shown::All)}
            {chip("What they are", Shown::Only(Group::Overview))}
            {chip("How they differ", Shown::Only(Group::Difference))}
        </div>
        <div class="learn-matrix">{rows}</div>
    }
    .into_any()
}

fn row(row: &Row) -> AnyView {
    let id = ["row-", row.id.as_str()].concat();
    let labelled_by = id.clone();
    let side = |name: &'static str, side: &Side| {
        view! {
            <div class="learn-side">
                <h3>{name}</h3>
                <p>{side.text.clone()}</p>
                <p class="learn-other"><strong>"For example: "</strong>{side.example.clone()}</p>
            </div>
        }
    };
    view! {
        <section class="learn-row" aria-labelledby=labelled_by>
            <h2 id=id>{row.name.clone()}</h2>
            <p class="learn-what">{row.question.clone()}</p>
            <div class="learn-sides">{side("ITSM", &row.itsm)}{side("ITIL", &row.itil)}</div>
            <p class="learn-careful"><strong>"Careful: "</strong>{row.careful.clone()}</p>
            <p class="learn-what">{edition::told(row.provenance)}</p>
        </section>
    }
    .into_any()
}

fn history(comparison: &Comparison) -> AnyView {
    let moment = |moment: &Moment| {
        let about = match moment.about {
            Subject::Itsm => "ITSM",
            Subject::Itil => "ITIL",
        };
        view! {
            <li>
                <p class="learn-line"><time>{moment.year}</time><span class="learn-what">{about}</span></p>
                <h2>{moment.title.clone()}</h2>
                <p>{moment.text.clone()}</p>
                <p class="learn-what">{edition::told(moment.provenance)}</p>
            </li>
        }
    };
    view! {
        <ol class="learn-history">{comparison.history.iter().map(moment).collect_view()}</ol>
        <p><a href=Route::Learn(Lesson::Concept("itil".to_owned())).href()>"What ITIL is"</a></p>
    }
    .into_any()
}
