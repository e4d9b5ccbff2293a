//! How far a reader is, and what they marked, noted and read: to look at, to print, and to take along as a file.

use std::sync::Arc;

use learning::Edition;
use learning::knowledge::{Concept, ConceptId, Knowledge};
use learning::study::{Study, reading_list};
use leptos::prelude::*;

use super::concept;
use crate::browser::{clock, files, page};
use crate::session::Session;
use crate::ui::{Button, Kind, Picture, Toaster};

const FILE: &str = "service-dojo-reading.md";

/// The panel; nothing before somebody has begun.
pub fn progress(knowledge: &Arc<Knowledge>, edition: Edition) -> AnyView {
    let session = expect_context::<Session>();
    let study = match session.study(Study::clone) {
        Ok(study) => study,
        Err(why) => return view! { <p role="alert">{why}</p> }.into_any(),
    };
    if study == Study::default() {
        return ().into_any();
    }
    let all: Vec<&Concept> = knowledge.of_edition(edition).collect();
    let read = all.iter().filter(|concept| study.has_read(concept.id.as_str())).count();
    view! {
        <section class="panel learn-progress" aria-labelledby="learn-progress">
            <h2 id="learn-progress">"Your reading"</h2>
            <p>{read}" of "{all.len()}" pages of this edition read"</p>
            <progress max=all.len() value=read aria-labelledby="learn-progress"></progress>
            <div class="learn-groups">
                {part("Bookmarks", lines(knowledge, study.marked()))}
                {part("Notes", notes(knowledge, &study))}
            </div>
            {what_is_read(lines(knowledge, study.read()))}
            {ways(session, knowledge.clone(), edition)}
        </section>
    }
    .into_any()
}

/// The concepts that are still taught, as links.
fn lines<'a>(knowledge: &Knowledge, ids: impl Iterator<Item = &'a ConceptId>) -> Vec<AnyView> {
    let there = ids.filter_map(|id| knowledge.concept(id.as_str()));
    there.map(|concept| view! { <li>{concept::link(concept)}</li> }.into_any()).collect()
}

fn notes(knowledge: &Knowledge, study: &Study) -> Vec<AnyView> {
    let note = |(id, text): (&ConceptId, &str)| {
        let link = concept::link(knowledge.concept(id.as_str())?);
        let text = text.to_owned();
        Some(view! { <li>{link}<p class="learn-other learn-as-written">{text}</p></li> }.into_any())
    };
    study.notes().filter_map(note).collect()
}

fn part(title: &'static str, items: Vec<AnyView>) -> AnyView {
    if items.is_empty() {
        return ().into_any();
    }
    view! { <section><h3>{title}</h3><ul>{items}</ul></section> }.into_any()
}

/// Folded away, as it grows long; on paper it stands there.
fn what_is_read(items: Vec<AnyView>) -> AnyView {
    if items.is_empty() {
        return ().into_any();
    }
    view! { <details class="learn-went"><summary>"What you have read"</summary><ul>{items}</ul></details> }.into_any()
}

/// Taking it along.
fn ways(session: Session, knowledge: Arc<Knowledge>, edition: Edition) -> AnyView {
    let toaster = expect_context::<Toaster>();
    let save = move |()| {
        let today = clock::wall_now().date_naive();
        let written = untrack(|| session.study(|study| reading_list(study, &knowledge, edition, today)));
        match written {
            Ok(text) if files::download(FILE, "text/markdown", &text) => toaster.ok("Your reading is saved as a file."),
            Ok(_) => toaster.bad("The browser did not take the file. Nothing was changed."),
            Err(why) => toaster.bad(why),
        }
    };
    view! {
        <div class="form-actions">
            <Button label="Print" on_press=move |()| page::print() />
            <Button label="Save as a file" kind=Kind::Quiet picture=Picture::Download on_press=save />
        </div>
    }
    .into_any()
}
