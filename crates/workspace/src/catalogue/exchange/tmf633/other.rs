//! Another tool's file: what the standard's own fields say.

use std::sync::Arc;

use itsm::Key;
use itsm::catalogue::Content;
use itsm::catalogue::form::{FieldKind, Form, Section, TextCheck};
use serde_json::Value;

use super::read::{Lists, each, status, text};
use crate::catalogue::exchange::gather::{Gathering, IMPORT_TAG};
use crate::catalogue::exchange::holds::Shape;
use crate::catalogue::exchange::{Fault, Imported};

pub(super) fn plain(top: &Lists<'_>) -> Result<Imported, Vec<Fault>> {
    let mut reading = Gathering::default();
    for (place, specification) in top.specifications.iter().enumerate() {
        let at = format!("serviceSpecification[{place}]");
        let name = text(specification, "name");
        if name.trim().is_empty() {
            reading.fail([&at, ".name"].concat(), "is missing; a service needs a name");
            continue;
        }
        let id = text(specification, "id");
        let candidate = top.candidates.iter().find(|candidate| {
            candidate.get("serviceSpecification").is_some_and(|of| !id.is_empty() && text(of, "id") == id)
        });
        let content = content(&mut reading, top, specification, candidate.copied(), &at);
        let state = status(text(specification, "lifecycleStatus"));
        if let Some((_, listed)) = reading.listed(name, &at) {
            listed.content = Content { name: listed.content.name.clone(), ..content };
            listed.status = state.unwrap_or_default();
        }
    }
    reading.finish(Shape::Tmf633Plain)
}

fn content(reading: &mut Gathering, top: &Lists<'_>, one: &Value, candidate: Option<&Value>, at: &str) -> Content {
    let mut content = Content { summary: reading.text(text(one, "description"), at), ..Content::default() };
    for party in each(one, "relatedParty") {
        match text(party, "role").to_lowercase().as_str() {
            "owner" => content.owner = reading.person(text(party, "name"), at),
            "support" => content.support = reading.group(text(party, "name"), at),
            _ => {}
        }
    }
    for related in each(one, "serviceSpecRelationship").filter(|one| text(one, "relationshipType") != "bundles") {
        content.supporting.extend(reading.service(text(related, "name"), at));
    }
    for item in each(one, "resourceSpecification") {
        content.items.extend(reading.item(text(item, "name"), at));
    }
    for attachment in each(one, "attachment") {
        content.documents.extend(reading.document(text(attachment, "name"), text(attachment, "url"), at));
    }
    for shelf in candidate.into_iter().flat_map(|candidate| each(candidate, "category")) {
        let path = shelf_path(top, shelf);
        content.categories.extend(reading.category(&path, at));
    }
    let form = form(reading, one, at);
    if !form.sections.is_empty() {
        content.offerings.push(itsm::catalogue::Offering {
            key: Key { number: 1, tag: IMPORT_TAG }.into(),
            name: reading.line(text(one, "name"), at),
            form,
            ..itsm::catalogue::Offering::default()
        });
    }
    content
}

fn shelf_path<'a>(top: &Lists<'a>, shelf: &'a Value) -> Vec<&'a str> {
    let mut path = vec![text(shelf, "name")];
    let mut id = text(shelf, "id");
    while let Some(category) = top.categories.iter().find(|one| !id.is_empty() && text(one, "id") == id) {
        id = text(category, "parentId");
        let Some(parent) = top.categories.iter().find(|one| !id.is_empty() && text(one, "id") == id) else { break };
        if path.len() >= 8 {
            break;
        }
        path.push(text(parent, "name"));
    }
    path.reverse();
    path.retain(|name| !name.is_empty());
    path
}

/// The characteristics that a customer chooses, as a form.
fn form(reading: &mut Gathering, one: &Value, at: &str) -> Form {
    let asked =
        each(one, "specCharacteristic").filter(|one| one.get("configurable").and_then(Value::as_bool) == Some(true));
    let mut fields = vec![];
    for (place, characteristic) in asked.enumerate() {
        let key = |number: usize| Key { number: u32::try_from(number).unwrap_or(u32::MAX), tag: IMPORT_TAG };
        let label = reading.line(text(characteristic, "name"), at);
        if label.is_empty() {
            continue;
        }
        let values: Vec<&Value> = each(characteristic, "characteristicValueSpecification").collect();
        let choice = |(index, value): (usize, &&Value)| {
            let label = match value.get("value")? {
                Value::String(words) => words.clone(),
                other => other.to_string(),
            };
            Some((key(index + 1), label))
        };
        let choices: Vec<_> = values.iter().enumerate().filter_map(choice).collect();
        let choices: Vec<_> = choices
            .into_iter()
            .map(|(key, label)| itsm::catalogue::form::Choice {
                key: key.into(),
                label: reading.line(&label, at),
                ..Default::default()
            })
            .collect();
        let number = |name: &str| values.first().and_then(|value| value.get(name)?.as_i64());
        let unit = values.first().map_or("", |value| text(value, "unitOfMeasure"));
        let many = characteristic.get("maxCardinality").and_then(Value::as_u64).is_some_and(|most| most > 1);
        let kind = match text(characteristic, "valueType") {
            _ if !choices.is_empty() && many => FieldKind::Choices { choices, most: 0 },
            _ if !choices.is_empty() => FieldKind::Choice { choices },
            "number" | "integer" => FieldKind::Number {
                least: number("valueFrom"),
                most: number("valueTo"),
                unit: reading.line(unit, at),
                each: 0,
            },
            "date" | "dateTime" => FieldKind::Date { future: false, notice_days: 0 },
            _ => FieldKind::Text { long: false, check: TextCheck::Any, most: 0 },
        };
        fields.push(itsm::catalogue::form::Field {
            key: key(place + 1).into(),
            label,
            help: reading.text(text(characteristic, "description"), at),
            kind,
            required: characteristic.get("minCardinality").and_then(Value::as_u64).is_some_and(|least| least > 0),
            show_if: None,
            default: None,
        });
    }
    let section =
        Section { key: Key { number: 1, tag: IMPORT_TAG }.into(), title: Arc::from(""), fields, ..Section::default() };
    Form { sections: if section.fields.is_empty() { vec![] } else { vec![section] } }
}
