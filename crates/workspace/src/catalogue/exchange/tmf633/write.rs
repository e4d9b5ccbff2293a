//! Writing: the four resources, and our fields among the characteristics.

use itsm::catalogue::form::{FieldKind, TextCheck};
use itsm::catalogue::{Catalogue, Content, Listed, Status, TargetLevel};
use itsm::{Key, ServiceId};
use serde_json::{Map, Value, json};

use super::{DOCUMENT, FIELD};
use crate::catalogue::{file, page};

const ROOT: &str = "/serviceCatalogManagement/v4";

pub(in super::super) fn write(catalogue: &Catalogue) -> String {
    let mut own = file::write(catalogue);
    let mut document = own.get_mut("catalogue").map(Value::take).unwrap_or_default();
    let fields = document.as_object_mut().and_then(|document| document.remove("services")).unwrap_or_default();
    let fields: Vec<Value> = fields.as_array().cloned().unwrap_or_default();
    let services: Vec<_> = catalogue.services.iter().zip(&fields).collect();
    let value = json!({
        "serviceCatalog": [catalog(catalogue, document)],
        "serviceCategory": categories(catalogue),
        "serviceCandidate": services.iter().map(|((id, listed), _)| candidate(catalogue, **id, listed)).collect::<Vec<_>>(),
        "serviceSpecification": services
            .iter()
            .map(|((id, listed), fields)| specification(catalogue, **id, listed, fields))
            .collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

fn key(key: impl Into<Key>) -> String {
    let Key { number, tag } = key.into();
    if tag == 0 { number.to_string() } else { format!("{number}-{tag}") }
}

/// A reference to a resource.
fn reference(resource: &str, id: &str, name: &str) -> Value {
    json!({"id": id, "href": ([ROOT, "/", resource, "/", id].concat()), "name": name})
}

fn catalog(catalogue: &Catalogue, document: Value) -> Value {
    let settings = &catalogue.settings;
    let latest = catalogue.services.values().flat_map(|listed| &listed.log).map(|line| line.from).max();
    let roots =
        catalogue.within(None).into_iter().map(|(id, category)| reference("serviceCategory", &key(id), &category.name));
    let mut value = json!({
        "id": "1",
        "href": ([ROOT, "/serviceCatalog/1"].concat()),
        "@type": "ServiceCatalog",
        "name": if settings.organisation.is_empty() { "Service catalogue" } else { &*settings.organisation },
        "description": "Service catalogue",
        "version": "1",
        "lifecycleStatus": Status::Launched.word(),
        "category": roots.collect::<Vec<_>>(),
        "relatedParty": [{"name": &*settings.organisation, "role": "owner", "@referredType": "Organization"}],
        DOCUMENT: document,
    });
    if let (Some(latest), Some(fields)) = (latest, value.as_object_mut()) {
        fields.insert("lastUpdate".to_owned(), json!(latest.to_rfc3339()));
    }
    value
}

fn categories(catalogue: &Catalogue) -> Vec<Value> {
    let category = |(id, category): (&itsm::catalogue::ServiceCategoryId, &itsm::catalogue::ServiceCategory)| {
        let within = catalogue.services.iter().filter(|(_, listed)| listed.content.categories.contains(id));
        let mut value = reference("serviceCategory", &key(*id), &category.name);
        if let Some(fields) = value.as_object_mut() {
            fields.extend([
                ("@type".to_owned(), json!("ServiceCategory")),
                ("description".to_owned(), json!(&*category.summary)),
                ("version".to_owned(), json!("1")),
                ("lifecycleStatus".to_owned(), json!(Status::Launched.word())),
                ("isRoot".to_owned(), json!(category.parent.is_none())),
                (
                    "serviceCandidate".to_owned(),
                    within.map(|(id, listed)| reference("serviceCandidate", &key(*id), &listed.content.name)).collect(),
                ),
            ]);
            if let Some(parent) = category.parent {
                fields.insert("parentId".to_owned(), json!(key(parent)));
            }
        }
        value
    };
    catalogue.categories.iter().map(category).collect()
}

/// What candidates and specifications share.
fn shared(resource: &str, kind: &str, id: ServiceId, listed: &Listed) -> Map<String, Value> {
    let content = &listed.content;
    let mut value = reference(resource, &key(id), &content.name);
    let fields = value.as_object_mut().map(std::mem::take).unwrap_or_default();
    let version = listed.log.last().map_or(1, |line| line.version);
    let mut fields: Map<String, Value> = fields;
    fields.insert("@type".to_owned(), json!(kind));
    fields.insert("description".to_owned(), json!(&*content.summary));
    fields.insert("version".to_owned(), json!(version.to_string()));
    fields.insert("lifecycleStatus".to_owned(), json!(listed.status.word()));
    if let Some(line) = listed.log.last() {
        fields.insert("lastUpdate".to_owned(), json!(line.from.to_rfc3339()));
    }
    let midnight = |day: chrono::NaiveDate| json!(format!("{day}T00:00:00Z"));
    let valid = [("startDateTime", content.valid_from), ("endDateTime", content.valid_to)];
    let valid: Map<String, Value> =
        valid.into_iter().filter_map(|(name, day)| Some((name.to_owned(), midnight(day?)))).collect();
    if !valid.is_empty() {
        fields.insert("validFor".to_owned(), Value::Object(valid));
    }
    fields
}

fn candidate(catalogue: &Catalogue, id: ServiceId, listed: &Listed) -> Value {
    let mut fields = shared("serviceCandidate", "ServiceCandidate", id, listed);
    let shelves = listed
        .content
        .categories
        .iter()
        .filter_map(|id| Some(reference("serviceCategory", &key(*id), &catalogue.categories.get(id)?.name)));
    fields.insert("category".to_owned(), shelves.collect());
    let specification = reference("serviceSpecification", &key(id), &listed.content.name);
    fields.insert("serviceSpecification".to_owned(), specification);
    Value::Object(fields)
}

fn specification(catalogue: &Catalogue, id: ServiceId, listed: &Listed, own: &Value) -> Value {
    let content = &listed.content;
    let directory = &catalogue.directory;
    let party = |name: &str, role: &str, kind: &str| json!({"name": name, "role": role, "@referredType": kind});
    let owner = content.owner.map(|owner| party(directory.person(owner), "owner", "Individual"));
    let support = content.support.map(|group| party(directory.group(group), "support", "Organization"));
    let related =
        |id: ServiceId, kind: &str| json!({"id": key(id), "name": directory.service(id), "relationshipType": kind});
    let included =
        content.offerings.iter().flat_map(|offering| &offering.includes).map(|(id, _)| related(*id, "bundles"));
    let supporting = content.supporting.iter().map(|id| related(*id, "dependency"));
    let levels = content.targets.iter().enumerate().map(|(place, target)| {
        json!({"id": format!("{}-{}", key(id), place + 1), "name": ([&*target.what, ": ", &*level(&target.level)].concat())})
    });
    let items = content.items.iter().map(|id| json!({"id": key(*id), "name": directory.item(*id)}));
    let attachments = content.documents.iter().enumerate().map(|(place, document)| {
        json!({"id": format!("{}-{}", key(id), place + 1), "name": &*document.title, "url": &*document.link, "attachmentType": "document"})
    });
    let mut fields = shared("serviceSpecification", "ServiceSpecification", id, listed);
    fields.extend([
        ("isBundle".to_owned(), json!(content.offerings.iter().any(|offering| !offering.includes.is_empty()))),
        ("relatedParty".to_owned(), owner.into_iter().chain(support).collect()),
        ("specCharacteristic".to_owned(), Value::Array(characteristics(content, own))),
        ("serviceSpecRelationship".to_owned(), supporting.chain(included).collect()),
        ("serviceLevelSpecification".to_owned(), levels.collect()),
        ("resourceSpecification".to_owned(), items.collect()),
        ("featureSpecification".to_owned(), json!([])),
        ("attachment".to_owned(), attachments.collect()),
        ("constraint".to_owned(), json!([])),
    ]);
    Value::Object(fields)
}

fn level(level: &TargetLevel) -> String {
    page::level(level)
}

/// The fields of ours, then the questions of the forms.
fn characteristics(content: &Content, own: &Value) -> Vec<Value> {
    let field = |(name, value): (&String, &Value)| {
        let kind = match value {
            Value::String(_) => "string",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::Array(_) => "array",
            Value::Object(_) | Value::Null => "object",
        };
        json!({
            "name": name, "@type": FIELD, "valueType": kind, "configurable": false,
            "minCardinality": 0, "maxCardinality": 1,
            "characteristicValueSpecification": [{"value": value, "valueType": kind, "isDefault": true}],
        })
    };
    let own = own.as_object().into_iter().flatten().map(field);
    let questions = content
        .offerings
        .iter()
        .flat_map(|offering| offering.form.fields().map(move |field| question(&offering.name, field)));
    own.chain(questions).collect()
}

fn question(offering: &str, field: &itsm::catalogue::form::Field) -> Value {
    let (kind, regex) = match &field.kind {
        FieldKind::Number { .. } => ("number", ""),
        FieldKind::Date { .. } => ("date", ""),
        FieldKind::Text { check: TextCheck::Digits, .. } => ("string", "^[0-9]+$"),
        FieldKind::Text { check: TextCheck::Code, .. } => ("string", "^[A-Za-z0-9]+$"),
        FieldKind::Text { check: TextCheck::Email, .. } => ("string", "^[^@ ]+@[^@ ]+$"),
        FieldKind::Text { check: TextCheck::Web, .. } => ("string", "^https://"),
        _ => ("string", ""),
    };
    let values: Vec<Value> = match &field.kind {
        FieldKind::Number { least, most, unit, .. } => {
            let mut value = Map::new();
            value.insert("valueType".to_owned(), json!("number"));
            value.extend(least.map(|least| ("valueFrom".to_owned(), json!(least))));
            value.extend(most.map(|most| ("valueTo".to_owned(), json!(most))));
            if !unit.is_empty() {
                value.insert("unitOfMeasure".to_owned(), json!(&**unit));
            }
            vec![Value::Object(value)]
        }
        kind => kind
            .choices()
            .iter()
            .map(|choice| {
                let first =
                    matches!(&field.default, Some(itsm::catalogue::form::Answer::Choice(key)) if *key == choice.key);
                json!({"value": &*choice.label, "valueType": "string", "isDefault": first})
            })
            .collect(),
    };
    let most = match &field.kind {
        FieldKind::Choices { choices, most } if *most == 0 => choices.len().max(1),
        FieldKind::Choices { most, .. } => usize::from(*most),
        _ => 1,
    };
    let mut value = json!({
        "name": &*field.label, "description": &*field.help, "group": offering, "valueType": kind, "configurable": true,
        "minCardinality": u8::from(field.required), "maxCardinality": most,
        "characteristicValueSpecification": values,
    });
    if !regex.is_empty()
        && let Some(fields) = value.as_object_mut()
    {
        fields.insert("regex".to_owned(), json!(regex));
    }
    value
}
