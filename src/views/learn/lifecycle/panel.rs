//! What is told of a chosen element, and where every process of version 3 went.

use std::sync::Arc;

use learning::Edition;
use learning::knowledge::{Concept, Kind, Knowledge, Named};
use leptos::prelude::*;

use super::belongs;
use crate::route::{Lesson, Route};
use crate::session::Session;
use crate::ui::Term;
use crate::views::learn::prose::{Prose, meaning};
use crate::views::learn::{concept, do_it};

/// The element.
pub fn told(knowledge: &Arc<Knowledge>, element: &Concept, edition: Edition, session: Session) -> AnyView {
    let href = Route::Learn(Lesson::Concept(element.id.as_str().to_owned())).href();
    let list = |title: &'static str, items: &[String]| {
        (!items.is_empty()).then(|| {
            let items = items.iter().map(|item| view! { <li>{item.clone()}</li> }).collect_view();
            view! { <h3>{title}</h3><ul class="learn-plain">{items}</ul> }
        })
    };
    let went = |other: Edition| {
        let there = knowledge.stands_in(element, other);
        let names: Vec<_> = there.into_iter().map(|one| view! { <span>{concept::link(one)}</span> }).collect();
        let none = names.is_empty().then(|| view! { <span class="learn-what">"no single one"</span> });
        view! { <div><dt>{other.name()}</dt><dd>{names}{none}</dd></div> }
    };
    let prose = Prose::of(knowledge, element, Signal::stored(edition));
    let others = Edition::ALL.into_iter().filter(|other| *other != edition).map(went).collect_view();
    let ways: Vec<_> = element
        .do_it
        .iter()
        .filter_map(|code| do_it::place(*code))
        .map(|(label, route)| view! { <li><a href=route.href()>{label}</a></li> })
        .collect();
    view! {
        <p class="learn-what">{element.kind.word()}</p>
        <h2>{element.name.clone()}</h2>
        <p>{prose.text(&element.short)}</p>
        <p class="learn-other">{prose.text(&element.purpose)}</p>
        {belongs::line(element.id.as_str(), session)}
        {list("What goes in", &element.inputs)}
        {list("What comes out", &element.outputs)}
        {more(knowledge, element, edition)}
        <div class="learn-across"><h3>"In the other editions"</h3><dl>{others}</dl></div>
        {(!ways.is_empty()).then(|| view! { <h3>"Where it lives here"</h3><ul>{ways}</ul> })}
        <p><a href=href>"All about it"</a></p>
    }
    .into_any()
}

/// Who takes part, what is measured, what it is taken for, and its words: folded, as the page of the concept has room
/// for them.
fn more(knowledge: &Knowledge, element: &Concept, edition: Edition) -> AnyView {
    let names = |title: &'static str, all: &[Named]| {
        let one = |one: &Named| view! { <li><strong>{one.name.clone()}</strong>": "{one.text.clone()}</li> };
        (!all.is_empty())
            .then(|| view! { <h3>{title}</h3><ul class="learn-plain">{all.iter().map(one).collect_view()}</ul> })
    };
    let confused = element.confused.iter().filter_map(|confusion| {
        let other = concept::link(knowledge.concept(confusion.with.as_str())?);
        Some(view! { <li>{other}": "{confusion.tell.clone()}</li> })
    });
    let confused: Vec<_> = confused.collect();
    let own = element.editions.newest().unwrap_or(edition);
    let terms = knowledge.terms_of(element).map(|term| {
        let said = meaning(term, edition, own).to_owned();
        view! { <li><Term word=term.name.clone() meaning=said /></li> }
    });
    let terms: Vec<_> = terms.collect();
    view! {
        {(!terms.is_empty()).then(|| view! { <h3>"Key terms"</h3><ul class="learn-words">{terms}</ul> })}
        <details class="learn-more">
            <summary>"Roles, measures, what it is taken for"</summary>
            {names("Who takes part", &element.roles)}
            {names("What is measured", &element.measures)}
            {(!confused.is_empty()).then(|| view! { <h3>"Not to be mixed up"</h3><ul class="learn-plain">{confused}</ul> })}
        </details>
    }
    .into_any()
}

/// Where each process of version 3 went, as a table.
pub fn table(knowledge: &Knowledge) -> AnyView {
    let names = |concepts: Vec<&Concept>| {
        if concepts.is_empty() {
            return view! { <span class="learn-what">"no single one"</span> }.into_any();
        }
        let links = concepts.into_iter().map(|one| view! { <span class="learn-each">{concept::link(one)}</span> });
        links.collect_view().into_any()
    };
    let row = |one: &Concept| {
        view! {
            <tr>
                <th scope="row">{concept::link(one)}</th>
                <td>{names(knowledge.stands_in(one, Edition::V4))}</td>
                <td>{names(knowledge.stands_in(one, Edition::V5))}</td>
            </tr>
        }
    };
    let kinds = [Kind::Process, Kind::Function];
    let rows: Vec<_> = kinds.into_iter().flat_map(|kind| knowledge.of_kind(kind, Edition::V3)).map(row).collect();
    view! {
        <details class="learn-went">
            <summary>"Where each process and function went"</summary>
            <p class="learn-what">"Which practice took up which process is our own reading where names changed: no official mapping was found."</p>
            <div class="table-scroll">
                <table class="learn-levels">
                    <thead><tr><th scope="col">"Version 3"</th><th scope="col">"ITIL 4"</th><th scope="col">"Version 5 (reported)"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
