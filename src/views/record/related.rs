//! What a record is linked to, from both ends, and linking one more.

use itsm::link::{Command as Ask, Link, Relation};
use itsm::{Command, Desk, RecordId};
use leptos::prelude::*;

use crate::route::Route;
use crate::session::Session;
use crate::ui::{Badge, Button, Choice, Field, Kind, Panel, Picture, Select, TextInput, Toaster, Tone};
use crate::views::rosetta::InOtherWords;
use crate::views::undo;

/// A link as a line of the panel.
#[derive(Clone, PartialEq)]
struct Line {
    how: &'static str,
    number: String,
    title: String,
    state: &'static str,
    is_open: bool,
    href: String,
    /// The record that has the link, and the link.
    link: (RecordId, Link),
}

fn lines(desk: &Desk, id: RecordId) -> Vec<Line> {
    let line = |how, other, link| {
        let card = desk.card(other)?;
        let href = Route::record(&card).href();
        Some(Line { how, number: card.number, title: card.title, state: card.state, is_open: card.is_open, href, link })
    };
    let own = desk.links().from(id).filter_map(|link| line(link.relation.word(), link.to, (id, link)));
    let others = desk.links().to(id).filter_map(|back| {
        let link = Link { relation: back.relation, to: id };
        line(back.relation.word_back(), back.to, (back.to, link))
    });
    own.chain(others).collect()
}

/// What a link to another record may mean: the ways that fit, each said from this end.
fn ways(id: RecordId) -> Vec<(String, Relation, bool)> {
    let kinds = [
        itsm::link::Kind::Incident,
        itsm::link::Kind::Problem,
        itsm::link::Kind::Change,
        itsm::link::Kind::Request,
        itsm::link::Kind::Article,
        itsm::link::Kind::Improvement,
        itsm::link::Kind::Alert,
        itsm::link::Kind::Promise,
        itsm::link::Kind::Supplier,
    ];
    let mut ways = vec![];
    for relation in Relation::ALL {
        let to: Vec<&str> =
            kinds.into_iter().filter(|kind| relation.fits(id.kind(), *kind)).map(itsm::link::Kind::word).collect();
        let from: Vec<&str> =
            kinds.into_iter().filter(|kind| relation.fits(*kind, id.kind())).map(itsm::link::Kind::word).collect();
        if !to.is_empty() {
            ways.push((relation.word().to_owned() + " (" + &to.join(", ") + ")", relation, false));
        }
        if !from.is_empty() {
            ways.push((relation.word_back().to_owned() + " (" + &from.join(", ") + ")", relation, true));
        }
    }
    ways
}

/// The panel.
#[component]
pub fn Related(
    /// Of which record.
    record: RecordId,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let found = Memo::new(move |_| session.read(|workspace| lines(workspace.desk(), record)).unwrap_or_default());
    let error = RwSignal::new(None::<String>);
    let unlink = move |(from, link): (RecordId, Link)| match session.give(Command::Link(Ask::Unlink(from, link))) {
        Ok(_) => undo::confirm(session, toaster, "Unlinked"),
        Err(refusal) => toaster.bad(refusal.sentence()),
    };
    let row = move |line: Line| {
        let label = "Unlink ".to_owned() + &line.number;
        let tone = if line.is_open { Tone::Slate } else { Tone::Neutral };
        let link = line.link;
        view! {
            <li>
                <span class="related-how">{line.how}</span>
                <a href=line.href>{line.number}" "{line.title}</a>
                <span class="related-line">
                    <Badge tone picture=None label=line.state />
                    <Button label kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=move |()| unlink(link) />
                </span>
            </li>
        }
    };
    let list = move || {
        if found.with(Vec::is_empty) {
            view! { <p class="hint">"Nothing yet."</p> }.into_any()
        } else {
            view! { <ul class="related">{found.get().into_iter().map(row).collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <Panel title="Related records">
            {list}
            <Add record error />
        </Panel>
        <InOtherWords id=record />
    }
    .into_any()
}

#[component]
fn Add(record: RecordId, error: RwSignal<Option<String>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let ways = StoredValue::new(ways(record));
    let way = RwSignal::new("0".to_owned());
    let number = RwSignal::new(String::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some((_, relation, back)) = way
            .with_untracked(|way| way.parse::<usize>().ok())
            .and_then(|place| ways.with_value(|ways| ways.get(place).cloned()))
        else {
            return;
        };
        let text = number.get_untracked();
        let Some(other) = session.peek(|workspace| workspace.desk().find_record(&text)).flatten() else {
            error.set(Some("There is no record of this number here. Write it like CHG0000012.".to_owned()));
            return;
        };
        let (from, to) = if back { (other, record) } else { (record, other) };
        match session.give(Command::Link(Ask::Link(from, Link { relation, to }))) {
            Ok(_) => {
                error.set(None);
                number.set(String::new());
                undo::confirm(session, toaster, "Linked");
            }
            Err(refusal) => error.set(Some(refusal.sentence())),
        }
    };
    let choices = ways.with_value(|ways| {
        let choice =
            |(place, (label, ..)): (usize, &(String, Relation, bool))| Choice::new(place.to_string(), label.clone());
        ways.iter().enumerate().map(choice).collect::<Vec<Choice>>()
    });
    if choices.is_empty() {
        return ().into_any();
    }
    view! {
        <details class="related-more">
            <summary>"Link a record"</summary>
            <form class="form" novalidate on:submit=submit>
                <Field label="How are they connected?"><Select choices value=way /></Field>
                <Field label="Number" hint="Of the other record, like CHG0000012." error><TextInput value=number /></Field>
                <div class="form-actions"><button type="submit" class="button">"Link"</button></div>
            </form>
        </details>
    }
    .into_any()
}
