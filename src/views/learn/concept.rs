//! One thing that is explained: what it is and is for, how it goes, what it is taken for, where it was and went, and
//! where one does it.

use std::sync::Arc;

use learning::Edition;
use learning::knowledge::{Concept, Knowledge, Named, Section, Term};
use leptos::prelude::*;

use super::prose::{self, Prose};
use super::{do_it, edition, library, own};
use crate::browser::page as window;
use crate::route::{Lesson, Route};
use crate::session::Session;
use crate::ui::{Button, Kind};
use crate::views::missing::Missing;
use crate::views::page;

/// The page of a concept.
pub fn page(id: String) -> AnyView {
    library::with_knowledge("Learn", move |knowledge| match knowledge.concept(&id) {
        Some(concept) => shown(&knowledge, concept),
        None => view! { <Missing /> }.into_any(),
    })
}

fn shown(knowledge: &Arc<Knowledge>, concept: &Concept) -> AnyView {
    let session = expect_context::<Session>();
    let chosen = edition::chosen(session);
    let title = concept.name.clone();
    page::title(move || title.clone());
    page::announce();
    let (library, id) = (knowledge.clone(), concept.id.as_str().to_owned());
    let elsewhere = move || library.concept(&id).map(|concept| editions(&library, concept, chosen.get()));
    let (library, id) = (knowledge.clone(), concept.id.as_str().to_owned());
    let terms = move || library.concept(&id).map(|concept| terms(&library, concept, chosen.get()));
    let minutes = concept.reading_minutes();
    let prose = Prose::of(knowledge, concept, chosen);
    view! {
        <article class="page learn learn-concept">
            <nav class="crumbs" aria-label="Where you are">
                <a href=Route::Learn(Lesson::index()).href()>"Learn"</a><span aria-hidden="true">"/"</span><span>{concept.kind.word()}</span>
            </nav>
            <header class="page-head">
                <h1>{concept.name.clone()}</h1>
                <div class="page-actions"><Button label="Print" kind=Kind::Quiet on_press=move |()| window::print() /></div>
            </header>
            <p class="learn-meta">{told_editions(concept)}" · "{minutes}" min to read"</p>
            <div class="learn-columns">
                <div class="learn-text">
                    <p class="learn-short">{prose.text(&concept.short)}</p>
                    <p>{prose.text(&concept.purpose)}</p>
                    {concept.sections.iter().enumerate().map(|(place, one)| section(&prose, place, one)).collect_view()}
                    {flows(concept)}
                    {named("learn-roles", "Who takes part", &concept.roles)}
                    {named("learn-measures", "What is measured", &concept.measures)}
                    {confusions(knowledge, concept)}
                    <section class="learn-example" aria-labelledby="learn-example"><h2 id="learn-example">"For example"</h2>{prose.paragraphs(&concept.example)}</section>
                    {terms}
                    {edition::sources(&concept.editions)}
                </div>
                <aside class="learn-beside">
                    {do_it::links(&concept.do_it)}
                    {own::panel(concept.id.clone())}
                    {elsewhere}
                    {related("Belongs to", knowledge.parents(concept))}
                    {related("Made of", knowledge.children(concept.id.as_str()))}
                    {related("Leads to", knowledge.leads_on(concept))}
                </aside>
            </div>
        </article>
    }
    .into_any()
}

fn told_editions(concept: &Concept) -> String {
    let names: Vec<&str> = concept.editions.iter().map(|(edition, _)| edition.name()).collect();
    names.join(", ")
}

fn section(prose: &Prose, place: usize, section: &Section) -> AnyView {
    let text = prose.paragraphs(&section.text);
    labelled(["learn-section-", &place.to_string()].concat(), section.title.clone(), text)
}

/// A section that a screen reader can jump to by its heading.
fn labelled(id: impl Into<String>, title: impl Into<String>, body: AnyView) -> AnyView {
    let (id, title) = (id.into(), title.into());
    let labelled_by = id.clone();
    view! { <section aria-labelledby=labelled_by><h2 id=id>{title}</h2>{body}</section> }.into_any()
}

/// What goes in and what comes out, side by side.
fn flows(concept: &Concept) -> AnyView {
    if concept.inputs.is_empty() && concept.outputs.is_empty() {
        return ().into_any();
    }
    let list = |id: &'static str, title: &'static str, items: &[String]| {
        let items = items.iter().map(|item| view! { <li>{item.clone()}</li> }).collect_view();
        labelled(id, title, view! { <ul>{items}</ul> }.into_any())
    };
    let inputs = list("learn-inputs", "What goes in", &concept.inputs);
    let outputs = list("learn-outputs", "What comes out", &concept.outputs);
    view! { <div class="learn-flows">{inputs}{outputs}</div> }.into_any()
}

fn named(id: &'static str, title: &'static str, all: &[Named]) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let one = |one: &Named| view! { <div><dt>{one.name.clone()}</dt><dd>{one.text.clone()}</dd></div> };
    labelled(id, title, view! { <dl class="learn-named">{all.iter().map(one).collect_view()}</dl> }.into_any())
}

fn confusions(knowledge: &Knowledge, concept: &Concept) -> AnyView {
    let one = |confusion: &learning::knowledge::Confusion| {
        let other = knowledge.concept(confusion.with.as_str())?;
        let link = link(other);
        Some(view! { <div><dt>"Or "{link}"?"</dt><dd>{confusion.tell.clone()}</dd></div> })
    };
    let all: Vec<_> = concept.confused.iter().filter_map(one).collect();
    if all.is_empty() {
        return ().into_any();
    }
    labelled("learn-confusions", "Not to be mixed up", view! { <dl class="learn-named">{all}</dl> }.into_any())
}

/// The terms that one needs for it, as an edition means them.
fn terms(knowledge: &Knowledge, concept: &Concept, edition: Edition) -> AnyView {
    let own = concept.editions.newest().unwrap_or(edition);
    let one = |term: &Term| {
        let meaning = prose::meaning(term, edition, own).to_owned();
        let href = Route::Learn(Lesson::term(term.id.as_str())).href();
        view! { <div><dt><a href=href>{term.name.clone()}</a></dt><dd>{meaning}</dd></div> }
    };
    let all: Vec<_> = knowledge.terms_of(concept).map(one).collect();
    if all.is_empty() {
        return ().into_any();
    }
    labelled("learn-terms", "Terms", view! { <dl class="learn-named">{all}</dl> }.into_any())
}

/// Where it stands in the other editions.
fn editions(knowledge: &Knowledge, concept: &Concept, chosen: Edition) -> AnyView {
    let line = |edition: Edition| {
        let there: Vec<&Concept> = knowledge.stands_in(concept, edition).into_iter().collect();
        let here = edition == chosen;
        let said = match there.as_slice() {
            [] => view! { <span class="learn-what">"no single one"</span> }.into_any(),
            [same] if same.id == concept.id => view! { <span>{same.name.clone()}</span> }.into_any(),
            others => others.iter().map(|other| view! { <span>{link(other)}</span> }).collect_view().into_any(),
        };
        view! { <div data-here=here.then_some("true")><dt>{edition.name()}</dt><dd>{said}</dd></div> }
    };
    view! {
        <section class="learn-across" aria-labelledby="learn-across">
            <h2 id="learn-across">"In each edition"</h2>
            <dl>{Edition::ALL.map(line).collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn related<'a>(title: &'static str, concepts: impl Iterator<Item = &'a Concept>) -> AnyView {
    let all: Vec<_> = concepts.map(|concept| view! { <li>{link(concept)}</li> }).collect();
    if all.is_empty() {
        return ().into_any();
    }
    view! { <section class="learn-related"><h2>{title}</h2><ul>{all}</ul></section> }.into_any()
}

/// A link to a concept.
pub fn link(concept: &Concept) -> AnyView {
    let href = Route::Learn(Lesson::Concept(concept.id.as_str().to_owned())).href();
    view! { <a href=href>{concept.name.clone()}</a> }.into_any()
}
