//! Correcting what is known of a record: every field that differs is corrected.

use leptos::prelude::*;
use simulation::scenario::Key;
use simulation::shift::view::RecordKind;
use simulation::shift::{Act, Correction, Logged};

use super::super::desk::Desk;
use super::super::words;
use super::weigh::Weigh;
use super::{Form, frame_of, items, named};
use crate::ui::choice::Choice;
use crate::ui::{Field, RadioGroup, Select};

/// The form.
pub fn amend(desk: Desk, form: Form, case: Key) -> AnyView {
    let Some(record) = desk.case_now(&case).and_then(|case| case.record) else {
        return frame_of(desk, form, ().into_any(), || Err("There is no record yet: log it first.".to_owned()));
    };
    let text = |key: &Option<Key>| RwSignal::new(key.as_deref().unwrap_or_default().to_owned());
    let is = match record.kind {
        _ if record.security => Some(Logged::Security),
        RecordKind::Incident => Some(Logged::Incident),
        RecordKind::Request => Some(Logged::Request),
        RecordKind::Event => Some(Logged::Event),
        _ => None,
    };
    let kind = RwSignal::new(is.as_ref().map(words::key_of).unwrap_or_default());
    let weigh = Weigh::new(record.impact, record.urgency);
    let (service, item, category) = (text(&record.service), text(&record.item), text(&record.category));
    let choices = desk.now(|view| view.choices.clone());
    let kinds: Vec<Choice> =
        choices.kinds.iter().map(|kind| Choice::new(words::key_of(kind), words::logged(*kind).0)).collect();
    let body = view! {
        <Field label="What is it?" required=true group=true><RadioGroup choices=kinds value=kind beside=true /></Field>
        {weigh.fields()}
        <Field label="Service"><Select choices=items(&choices.services) value=service placeholder="Not known" /></Field>
        <Field label="Item"><Select choices=items(&choices.items) value=item placeholder="Not known" /></Field>
        <Field label="Category"><Select choices=items(&choices.categories) value=category placeholder="Not known" /></Field>
    };
    frame_of(desk, form, body.into_any(), move || {
        let mut fields = vec![];
        let now = kind.with_untracked(|kind| words::of_key::<Logged>(kind));
        fields.extend(now.filter(|_| now != is).map(Correction::Kind));
        let (impact, urgency) = weigh.levels();
        fields.extend(impact.filter(|_| impact != record.impact).map(Correction::Impact));
        fields.extend(urgency.filter(|_| urgency != record.urgency).map(Correction::Urgency));
        let mut key = |value: RwSignal<String>, before: &Option<Key>, field: fn(Option<Key>) -> Correction| {
            let value = named(value);
            if value != *before {
                fields.push(field(value));
            }
        };
        key(service, &record.service, Correction::Service);
        key(item, &record.item, Correction::Item);
        key(category, &record.category, Correction::Category);
        if fields.is_empty() {
            return Err("Nothing differs from what the record says.".to_owned());
        }
        Ok(fields.into_iter().map(|field| Act::Amend { case: case.clone(), field }).collect())
    })
}
