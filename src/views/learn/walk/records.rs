//! The records of a decision: what was written or chosen, writing another one, choosing one that is there.

use itsm::{Card, RecordId};
use learning::walk::{Answer, Decision};
use leptos::prelude::*;
use workspace::walking::{Form, Reference, candidates};

use super::{Desk, decision, writing};
use crate::route::{Route, Shelf};
use crate::ui::{Button, Choice, Field, Kind, Select};

/// A record as a line.
#[derive(Clone, PartialEq)]
struct Line {
    text: String,
    title: String,
    state: &'static str,
    href: Option<String>,
}

/// The records, and the ways to more.
pub fn records(desk: &Desk, decision: &Decision) -> AnyView {
    let Some(form) = Form::of(&decision.id) else { return ().into_any() };
    let lines = {
        let (desk, id) = (desk.clone(), decision.id.clone());
        Memo::new(move |_| lines(&desk, &id))
    };
    let list = {
        let (desk, id) = (desk.clone(), decision.id.clone());
        move || {
            let all = lines.get();
            let one = |line: Line| shown(&desk, &id, line);
            (!all.is_empty())
                .then(|| view! { <ul class="learn-records">{all.into_iter().map(one).collect_view()}</ul> })
        }
    };
    let ready = {
        let desk = desk.clone();
        Memo::new(move |_| !form.needs_service() || desk.service().is_some())
    };
    let hint = decision.hint.clone();
    let (desk, decision) = (desk.clone(), decision.clone());
    let ways = move || {
        if !ready.get() {
            let says =
                "First the service enters the portfolio: the decision that asks about its entry there writes it.";
            return view! { <p class="learn-what">{says}</p> }.into_any();
        }
        let again = Signal::derive(move || form.is_entry() && lines.with(|lines| !lines.is_empty()));
        view! {
            {writing::door(&desk, &decision, form, again)}
            {choosing(&desk, &decision, form)}
        }
        .into_any()
    };
    view! {
        <p class="learn-what">{hint}</p>
        {list}
        {ways}
    }
    .into_any()
}

fn lines(desk: &Desk, decision: &str) -> Vec<Line> {
    let texts = desk.records(decision);
    let found = desk.found(&texts);
    let one = |(text, found): (String, Option<(String, Card)>)| match found {
        Some((title, card)) => {
            let href = Some(place(&card, decision).href());
            Line { text, title, state: card.state, href }
        }
        None => Line { text, title: "A record that is no longer here".to_owned(), state: "", href: None },
    };
    texts.into_iter().zip(found).map(one).collect()
}

/// Where one goes on with a record: of a service's entry the catalogue, and what is to be published by its versions.
pub fn place(card: &Card, decision: &str) -> Route {
    match card.id {
        RecordId::Service(id) if Form::of(decision) == Some(Form::Listing) => Shelf::versions(id),
        RecordId::Service(id) => Shelf::service(id),
        _ => Route::record(card),
    }
}

fn shown(desk: &Desk, decision: &str, line: Line) -> AnyView {
    let (keeper, id, text) = (desk.clone(), decision.to_owned(), line.text);
    let take_out = move || {
        let mut kept = untrack(|| keeper.records(&id));
        kept.retain(|one| *one != text);
        keeper.decide(&id, Answer::Records(kept));
        decision::keep_focus(&id);
    };
    let label = ["Take out of the walk: ", &line.title].concat();
    let title = match line.href {
        Some(href) => view! { <a href=href>{line.title}</a> }.into_any(),
        None => view! { <span>{line.title}</span> }.into_any(),
    };
    view! {
        <li>
            {title}
            <span class="learn-what">{line.state}</span>
            <button type="button" class=Kind::Quiet.class() aria-label=label on:click=move |_| take_out()>"Take out"</button>
        </li>
    }
    .into_any()
}

/// Notes a record at a decision; one that is there already stays once.
pub fn note(desk: &Desk, decision: &str, reference: Reference) -> bool {
    let text = reference.text();
    let mut all = untrack(|| desk.records(decision));
    if !all.contains(&text) {
        all.push(text);
    }
    desk.decide(decision, Answer::Records(all))
}

/// Choosing a record that is there; nothing where there is none.
fn choosing(desk: &Desk, decision: &Decision, form: Form) -> AnyView {
    let offered = {
        let (desk, id) = (desk.clone(), decision.id.clone());
        Memo::new(move |_| {
            let service = desk.service();
            let taken = desk.records(&id);
            let read = desk.session.read(|workspace| {
                let all = candidates(workspace.desk(), form, service).into_iter();
                let choices = all.map(|(reference, name)| Choice::new(reference.text(), name));
                choices.filter(|choice| !taken.contains(&choice.value)).collect::<Vec<_>>()
            });
            read.unwrap_or_default()
        })
    };
    let any = Memo::new(move |_| offered.with(|offered| !offered.is_empty()));
    let chosen = RwSignal::new(String::new());
    let (keeper, id) = (desk.clone(), decision.id.clone());
    let take = move |()| {
        if let Some(reference) = Reference::read(&chosen.get_untracked()) {
            note(&keeper, &id, reference);
            chosen.set(String::new());
        }
    };
    (move || {
        let take = take.clone();
        any.get().then(|| {
            view! {
                <div class="learn-choose">
                    <Field label="Or take one that is there">
                        <Select choices=offered value=chosen placeholder="Choose a record" />
                    </Field>
                    <Button label="Take it" on_press=take />
                </div>
            }
        })
    })
    .into_any()
}
