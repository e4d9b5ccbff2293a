//! Where learning begins: a search over everything, and the doors.

use std::sync::Arc;

use learning::Edition;
use learning::knowledge::{Found, Kind, Knowledge};
use leptos::prelude::*;

use super::{edition, library, reading, reminders};
use crate::route::{Lesson, Route};
use crate::session::Session;
use crate::ui::SearchInput;
use crate::views::page::Page;

const TITLE: &str = "Learn";

/// The page; the parameters may say what is searched for.
pub fn page(parameters: &str) -> AnyView {
    let words = RwSignal::new(asked(parameters));
    library::with_knowledge(TITLE, move |knowledge| index(knowledge, words))
}

/// What an address asks for.
fn asked(parameters: &str) -> String {
    let pair = parameters.split('&').find_map(|pair| pair.strip_prefix("q="));
    pair.map(|words| words.replace(['+'], " ").replace("%20", " ")).unwrap_or_default()
}

fn index(knowledge: Arc<Knowledge>, words: RwSignal<String>) -> AnyView {
    let session = expect_context::<Session>();
    let edition = edition::chosen(session);
    let knowledge = StoredValue::new(knowledge);
    let searches = Memo::new(move |_| words.with(|words| !words.trim().is_empty()));
    let body = move || {
        if searches.get() {
            let found = move || knowledge.with_value(|knowledge| results(knowledge, &words.get(), edition.get()));
            view! { <section class="learn-found" aria-label="Found">{found}</section> }.into_any()
        } else {
            knowledge.with_value(|knowledge| {
                view! { {reading::progress(knowledge, edition.get())}{doors(knowledge, edition.get())} }.into_any()
            })
        }
    };
    view! {
        <Page title=TITLE note="What service management is, in your edition's words, and one step from doing it." class="learn">
            {edition::choice(session)}
            <SearchInput label="Search concepts and terms" value=words id="learn-search" />
            {reminders::all(session)}
            {body}
        </Page>
    }
    .into_any()
}

/// What was found, in the chosen edition first.
fn results(knowledge: &Knowledge, words: &str, edition: Edition) -> AnyView {
    let hits = knowledge.search(words, Some(edition));
    let elsewhere = if hits.is_empty() { knowledge.search(words, None) } else { vec![] };
    if hits.is_empty() && elsewhere.is_empty() {
        return view! { <p role="status">"Nothing is called or described so. Try another word, or a part of it."</p> }
            .into_any();
    }
    let only_elsewhere = hits.is_empty();
    let line = |found: Found| {
        let (name, what, text, href) = match found {
            Found::Concept(concept) => {
                let lesson = Lesson::Concept(concept.id.as_str().to_owned());
                (concept.name.clone(), concept.kind.word(), concept.short.clone(), lesson)
            }
            Found::Term(term) => {
                let meaning = term.meaning(edition).or_else(|| term.means.iter().last().map(|(_, text)| text.as_str()));
                (term.name.clone(), "term", meaning.unwrap_or_default().to_owned(), Lesson::term(term.id.as_str()))
            }
        };
        view! {
            <li>
                <a href=Route::Learn(href).href()>{name}</a>
                <span class="learn-what">{what}</span>
                <p>{text}</p>
            </li>
        }
    };
    let count = if only_elsewhere { elsewhere.len() } else { hits.len() };
    let all: Vec<_> = hits.iter().chain(&elsewhere).map(|hit| line(hit.found)).collect();
    let told = match (only_elsewhere, count) {
        (true, _) => ["Not in ", edition.name(), ", but in another edition:"].concat(),
        (false, 1) => "One found".to_owned(),
        (false, count) => [&count.to_string(), " found"].concat(),
    };
    view! { <p class="learn-count" role="status">{told}</p><ol class="learn-results">{all}</ol> }.into_any()
}

/// The doors, and what the edition is built from.
fn doors(knowledge: &Knowledge, edition: Edition) -> AnyView {
    let door = |title: &'static str, text: &'static str, lesson: Lesson| {
        view! {
            <li class="learn-door">
                <h3><a href=Route::Learn(lesson).href()>{title}</a></h3>
                <p>{text}</p>
            </li>
        }
    };
    let group = |title: &'static str, doors: Vec<_>| {
        view! { <section class="learn-hall"><h2>{title}</h2><ul class="learn-doors">{doors}</ul></section> }
    };
    let ways = if edition == Edition::V3 { "Processes and functions" } else { "Practices" };
    let groups = parts_of(edition).into_iter().filter_map(|(title, kind)| {
        let entries: Vec<_> = knowledge.of_kind(kind, edition).map(entry).collect();
        (!entries.is_empty()).then(|| {
            view! { <section class="learn-group"><h2>{title}</h2><ul>{entries}</ul></section> }
        })
    });
    view! {
        {group("Understand", vec![
            door("The lifecycle", "One picture for each edition: choose an element, see where it went, and your own records in it.", Lesson::Lifecycle(String::new())),
            door("ITSM and ITIL", "What they are, how they differ, and a drill to tell them apart.", Lesson::Compare),
            door(ways, "All of them, with what each is for and where you do it here.", Lesson::Practices),
            door("Glossary", "Every word, as each edition means it, and what is mixed up with it.", Lesson::Glossary(String::new())),
        ])}
        {group("Practise", vec![
            door("Walk a service", "From the first idea to the last day: decisions that are checked, and records that are really written.", Lesson::Walks),
            door("Principles in use", "Forty situations: choose, and see what follows.", Lesson::Principles),
            door("Value streams", "Work, waiting and rework step by step; where the bottleneck is, and what a change brings.", Lesson::Streams),
        ])}
        {group("Decide", vec![
            door("Which should we use?", "Some twenty questions, and an advice that names its reasons.", Lesson::Advisor),
            door("A service from all sides", "Four dimensions and six factors from outside: the gaps of a service of yours.", Lesson::Dimensions),
            door("Maturity", "How well your practices are established, by evidence; the gaps go into the register.", Lesson::Maturity),
        ])}
        <div class="learn-groups">{groups.collect_view()}</div>
    }
    .into_any()
}

fn entry(concept: &learning::knowledge::Concept) -> AnyView {
    let href = Route::Learn(Lesson::Concept(concept.id.as_str().to_owned())).href();
    view! { <li><a href=href>{concept.name.clone()}</a></li> }.into_any()
}

/// What an edition is built from, besides its processes or practices.
fn parts_of(edition: Edition) -> Vec<(&'static str, Kind)> {
    let of_v3 = [("Stages of the lifecycle", Kind::Stage)];
    let of_v4 = [
        ("The value system", Kind::Component),
        ("Guiding principles", Kind::Principle),
        ("The four dimensions", Kind::Dimension),
        ("The value chain", Kind::ChainActivity),
    ];
    let of_v5 = [
        ("The lifecycle", Kind::LifecycleActivity),
        ("The value system", Kind::Component),
        ("Guiding principles", Kind::Principle),
        ("The four dimensions", Kind::Dimension),
    ];
    let shared = [("Models and pictures", Kind::Model), ("Ideas", Kind::Idea), ("From outside", Kind::Factor)];
    let own: &[(&str, Kind)] = match edition {
        Edition::V3 => &of_v3,
        Edition::V4 => &of_v4,
        Edition::V5 => &of_v5,
    };
    own.iter().chain(&shared).copied().collect()
}
