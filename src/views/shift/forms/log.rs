//! Logging: first what it is, then what that asks for.

use leptos::prelude::*;
use simulation::scenario::Key;
use simulation::shift::{Act, Logged};

use super::super::desk::Desk;
use super::super::words;
use super::weigh::Weigh;
use super::{Form, frame, items, named};
use crate::ui::choice::Choice;
use crate::ui::{Field, RadioGroup, Select};

/// What is written down of a contact.
#[derive(Clone, Copy)]
struct Fields {
    kind: RwSignal<String>,
    weigh: Weigh,
    service: RwSignal<String>,
    item: RwSignal<String>,
    category: RwSignal<String>,
    offer: RwSignal<String>,
}

/// The form.
pub fn log(desk: Desk, form: Form, contact: Key) -> AnyView {
    let text = |key: &Option<Key>| RwSignal::new(key.as_deref().unwrap_or_default().to_owned());
    // What is prepared leaves the kind open: that is the decision.
    let fields = match &form.filled {
        Some(Act::Log { impact, urgency, service, item, category, offer, .. }) => Fields {
            kind: RwSignal::new(String::new()),
            weigh: Weigh::new(*impact, *urgency),
            service: text(service),
            item: text(item),
            category: text(category),
            offer: text(offer),
        },
        _ => Fields {
            kind: RwSignal::new(String::new()),
            weigh: Weigh::new(None, None),
            service: text(&None),
            item: text(&None),
            category: text(&None),
            offer: text(&None),
        },
    };
    let choices = desk.now(|view| view.choices.clone());
    let all = vec![Logged::Incident, Logged::Request, Logged::Event, Logged::Security];
    let kinds = if choices.kinds.is_empty() { all } else { choices.kinds.clone() };
    let kinds: Vec<Choice> = kinds
        .into_iter()
        .map(|kind| {
            let (label, detail) = words::logged(kind);
            Choice::new(words::key_of(&kind), label).with_detail(detail)
        })
        .collect();
    let offers = items(&choices.offers);
    let (services, of_items, categories) =
        (items(&choices.services), items(&choices.items), items(&choices.categories));
    let chosen = move || fields.kind.with(|kind| words::of_key::<Logged>(kind));
    let rest = move || {
        let (services, of_items) = (services.clone(), of_items.clone());
        let (categories, offers) = (categories.clone(), offers.clone());
        let service = move || view! { <Field label="Service"><Select choices=services.clone() value=fields.service placeholder="Not known yet" /></Field> };
        let item = move || view! { <Field label="Item"><Select choices=of_items.clone() value=fields.item placeholder="Not known yet" /></Field> };
        match chosen()? {
            Logged::Request => Some(view! {
                <Field label="What is asked for" required=true><Select choices=offers value=fields.offer placeholder="Choose" /></Field>
                {service()}
            }
            .into_any()),
            Logged::Event => Some(view! { {service()}{item()} }.into_any()),
            Logged::Incident | Logged::Security => Some(view! {
                {fields.weigh.fields()}
                {service()}
                {item()}
                <Field label="Category"><Select choices=categories value=fields.category placeholder="Not known yet" /></Field>
            }
            .into_any()),
        }
    };
    let body = view! {
        <Field label="What is it?" required=true group=true><RadioGroup choices=kinds value=fields.kind /></Field>
        {rest}
    };
    frame(desk, form, body.into_any(), move || {
        let kind = fields.kind.with_untracked(|kind| words::of_key::<Logged>(kind));
        let kind = kind.ok_or("Say first what it is: the rest follows from that.")?;
        let (impact, urgency) = fields.weigh.levels();
        let weighed = matches!(kind, Logged::Incident | Logged::Security);
        if weighed && (impact.is_none() || urgency.is_none()) {
            return Err("Choose impact and urgency: they decide what is worked on first.".to_owned());
        }
        let is_request = kind == Logged::Request;
        if is_request && named(fields.offer).is_none() {
            return Err("Choose what is asked for: each request has its own path.".to_owned());
        }
        Ok(Act::Log {
            contact: contact.clone(),
            kind,
            impact: impact.filter(|_| weighed),
            urgency: urgency.filter(|_| weighed),
            service: named(fields.service),
            item: named(fields.item).filter(|_| !is_request),
            category: named(fields.category).filter(|_| weighed),
            offer: named(fields.offer).filter(|_| is_request),
        })
    })
}
