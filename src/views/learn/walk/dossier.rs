//! What a walk decided, document by document, to be read and printed.

use learning::walk::{Chapter, Walk};
use leptos::prelude::*;

use super::{Desk, gate, records};
use crate::browser::page::print;
use crate::route::{Lesson, Route};
use crate::ui::{Button, EmptyState, Kind, LinkButton};
use crate::views::page::Page;
use crate::views::words;

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let title = desk.name();
    let back = Route::Learn(Lesson::Walk(desk.number, String::new())).href();
    let body = move || desk.walk.with(|walk| walk.as_ref().map(|walk| document(&desk, walk)));
    view! {
        <Page title=["Dossier: ", &title].concat() class="learn learn-dossier">
            <div class="form-actions">
                <Button label="Print" kind=Kind::Primary on_press=move |()| print() />
                <LinkButton label="Back to the walk" href=back />
            </div>
            {body}
        </Page>
    }
    .into_any()
}

fn document(desk: &Desk, walk: &Walk) -> AnyView {
    let chapters = desk.plan.dossier(walk);
    if chapters.is_empty() {
        let text = "Each answer of the walk becomes a line here.";
        return view! { <EmptyState title="Nothing is decided yet" text=text /> }.into_any();
    }
    let all = desk.plan.decisions().count();
    let sound = desk.plan.decisions().filter(|one| desk.standing(one).is_settled()).count();
    let status = gate::status(desk).map(|status| status.word());
    let chapters: Vec<_> = chapters.into_iter().map(|chapter| shown(desk, walk, chapter)).collect();
    view! {
        <p>
            "Begun on "{words::date(walk.on.into())}" · "{sound}" of "{all}" decisions hold"
            {status.map(|status| [" · ", status].concat())}
        </p>
        {chapters}
    }
    .into_any()
}

fn shown(desk: &Desk, walk: &Walk, chapter: Chapter) -> AnyView {
    let mut name = chapter.artefact.clone();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let line = |(question, answer, decision): (String, String, String)| {
        let records = walk.records(&decision);
        let answer = if records.is_empty() { answer.into_any() } else { names(desk, records, &decision) };
        view! { <div><dt>{question}</dt><dd>{answer}</dd></div> }
    };
    view! {
        <section>
            <h2>{name}</h2>
            <p class="learn-what">{chapter.opens}</p>
            <dl class="learn-named">{chapter.lines.into_iter().map(line).collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// The records by their numbers and titles, with where they stand.
fn names(desk: &Desk, records: &[String], decision: &str) -> AnyView {
    let line = |(title, card): (String, itsm::Card)| {
        let href = records::place(&card, decision).href();
        let number = if card.number == title { String::new() } else { card.number.clone() };
        view! { <li><a href=href>{title}</a>" "<span class="learn-what">{number}" "{card.state}</span></li> }
    };
    view! { <ul>{desk.found(records).into_iter().flatten().map(line).collect_view()}</ul> }.into_any()
}
