//! The glossary: every word as each edition means it, and what is commonly mixed up with it.

use std::sync::Arc;

use learning::Edition;
use learning::knowledge::{Found, Knowledge, Misconception, Term};
use leptos::prelude::*;

use super::{concept, edition, library};
use crate::browser::dom;
use crate::route::Lesson;
use crate::session::Session;
use crate::ui::SearchInput;
use crate::views::page::Page;

const TITLE: &str = "Glossary";

/// The page; the parameters may name a word to begin at.
pub fn page(parameters: &str) -> AnyView {
    let term = Lesson::term_in(parameters).map(str::to_owned);
    library::with_knowledge(TITLE, move |knowledge| glossary(knowledge, term.clone()))
}

fn glossary(knowledge: Arc<Knowledge>, wanted: Option<String>) -> AnyView {
    let session = expect_context::<Session>();
    let edition = edition::chosen(session);
    let words = RwSignal::new(String::new());
    let list = {
        let knowledge = knowledge.clone();
        move || words.with(|words| entries(&knowledge, words, edition.get()))
    };
    if let Some(term) = wanted {
        dom::soon(move || {
            dom::show_id(&entry_id(&term));
            dom::focus_id(&entry_id(&term));
        });
    }
    let count = knowledge.terms().count();
    let note = [&count.to_string(), " words. The chosen edition's meaning comes first."].concat();
    view! {
        <Page title=TITLE note=note class="learn">
            {edition::choice(session)}
            <SearchInput label="Search the glossary" value=words id="glossary-search" />
            {list}
        </Page>
    }
    .into_any()
}

fn entry_id(term: &str) -> String {
    ["term-", term].concat()
}

/// The words by their first letters; only those that fit, by how well, while somebody searches.
fn entries(knowledge: &Knowledge, words: &str, edition: Edition) -> AnyView {
    if !words.trim().is_empty() {
        let hits = knowledge.search(words, None);
        let found = hits.iter().filter_map(|hit| match hit.found {
            Found::Term(term) => Some(term),
            Found::Concept(_) => None,
        });
        let found: Vec<_> = found.map(|term| entry(knowledge, term, edition)).collect();
        if found.is_empty() {
            return view! { <p role="status">"No word of that kind. Try a part of it, or search everything under Learn."</p> }.into_any();
        }
        return view! { <dl class="learn-glossary">{found}</dl> }.into_any();
    }
    let mut terms: Vec<&Term> = knowledge.terms().collect();
    terms.sort_by_cached_key(|term| term.name.to_lowercase());
    let mut letters: Vec<(char, Vec<AnyView>)> = vec![];
    for term in terms {
        let letter = term.name.chars().next().map_or('#', |first| first.to_ascii_uppercase());
        let entry = entry(knowledge, term, edition);
        match letters.last_mut() {
            Some((last, entries)) if *last == letter => entries.push(entry),
            _ => letters.push((letter, vec![entry])),
        }
    }
    let jump = |letter: char| {
        view! { <li><button type="button" class="button button-quiet" on:click=move |_| { dom::show_id(&letter_id(letter)); dom::focus_id(&letter_id(letter)); }>{letter.to_string()}</button></li> }
    };
    let names: Vec<_> = letters.iter().map(|(letter, _)| jump(*letter)).collect();
    let group = |(letter, entries): (char, Vec<AnyView>)| {
        view! {
            <section aria-labelledby=letter_id(letter)>
                <h2 id=letter_id(letter) tabindex="-1">{letter.to_string()}</h2>
                <dl class="learn-glossary">{entries}</dl>
            </section>
        }
    };
    view! {
        <nav aria-label="Letters"><ul class="learn-letters">{names}</ul></nav>
        {letters.into_iter().map(group).collect_view()}
    }
    .into_any()
}

fn letter_id(letter: char) -> String {
    ["letter-", &letter.to_string()].concat()
}

fn entry(knowledge: &Knowledge, term: &Term, edition: Edition) -> AnyView {
    let also = (!term.also.is_empty()).then(|| term.also.join(", "));
    let chosen = term.meaning(edition).map(str::to_owned);
    let others = term.means.iter().filter(|(one, text)| *one != edition && chosen.as_deref() != Some(text.as_str()));
    let others: Vec<_> = others
        .map(|(one, text)| view! { <p class="learn-other"><strong>{one.name()}": "</strong>{text.clone()}</p> })
        .collect();
    let missing = chosen.is_none().then(|| ["Not a word of ", edition.name(), "."].concat());
    let home = knowledge.concept(term.concept.as_str()).map(concept::link);
    let mixed: Vec<_> = knowledge.misconceptions_of(term).map(mixed_up).collect();
    view! {
        <div id=entry_id(term.id.as_str()) tabindex="-1">
            <dt>{term.name.clone()}{also.map(|also| view! { <span class="learn-what">{also}</span> })}</dt>
            <dd>
                {chosen.map(|text| view! { <p>{text}</p> })}
                {missing.map(|text| view! { <p class="learn-what">{text}</p> })}
                {others}
                {term.example.clone().map(|text| view! { <p class="learn-other"><strong>"For example: "</strong>{text}</p> })}
                {mixed}
                {home.map(|link| view! { <p class="learn-other">"More: "{link}</p> })}
            </dd>
        </div>
    }
    .into_any()
}

fn mixed_up(misconception: &Misconception) -> AnyView {
    view! {
        <p class="learn-other"><strong>"Often believed: "</strong>"“"{misconception.believed.clone()}"” "{misconception.really.clone()}</p>
    }
    .into_any()
}
