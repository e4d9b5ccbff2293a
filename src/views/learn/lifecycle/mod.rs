//! The lifecycle in one picture for each edition: choose an element to see what it is for, what hangs on it, where it
//! went in the other editions, and which of one's own records belong to it.

mod belongs;
mod panel;
mod picture;

use std::sync::Arc;

use learning::Edition;
use learning::knowledge::Knowledge;
use leptos::html;
use leptos::prelude::*;

use super::{edition, library};
use crate::browser::dom;
use crate::route::Lesson;
use crate::session::Session;
use crate::views::page::Page;

const TITLE: &str = "The lifecycle";

/// The page; the parameters may name an element to begin with.
pub fn page(parameters: &str) -> AnyView {
    let wanted = Lesson::element_in(parameters).map(str::to_owned);
    library::with_knowledge(TITLE, move |knowledge| explorer(knowledge, wanted.clone()))
}

fn explorer(knowledge: Arc<Knowledge>, wanted: Option<String>) -> AnyView {
    let session = expect_context::<Session>();
    let edition = edition::chosen(session);
    let chosen = RwSignal::new(wanted);
    // Whoever changes the edition keeps the thread: what stood for the element there is chosen here.
    let library = knowledge.clone();
    Effect::new(move |before: Option<Edition>| {
        let now = edition.get();
        if before.is_some_and(|before| before != now) {
            let heir = chosen.with_untracked(|chosen| {
                let concept = library.concept(chosen.as_deref()?)?;
                library.stands_in(concept, now).first().map(|heir| heir.id.as_str().to_owned())
            });
            chosen.set(heir);
        }
        now
    });
    // What is told of the next one begins at its beginning, however far somebody read in the one before.
    let panel = NodeRef::<html::Section>::new();
    Effect::new(move |_| {
        chosen.track();
        if let Some(panel) = panel.get_untracked() {
            dom::set_scroll_top(&panel, 0.0);
        }
    });
    let note = Signal::derive(move || picture::note(edition.get()).to_owned());
    let library = knowledge.clone();
    let drawn = move || picture::picture(&library, edition.get(), chosen);
    let library = knowledge.clone();
    let told = move || {
        let edition = edition.get();
        chosen.with(|chosen| {
            let concept = chosen.as_deref().and_then(|id| library.concept(id));
            match concept {
                Some(concept) => panel::told(&library, concept, edition, session),
                None => view! { <p class="learn-what">"Choose an element of the picture."</p> }.into_any(),
            }
        })
    };
    view! {
        <Page title=TITLE note=note class="learn learn-lifecycle">
            {edition::choice(session)}
            <div class="learn-explorer">
                <div class="learn-picture">{drawn}</div>
                <section class="panel learn-element" node_ref=panel aria-label="The element" aria-live="polite">{told}</section>
            </div>
            {panel::table(&knowledge)}
        </Page>
    }
    .into_any()
}
