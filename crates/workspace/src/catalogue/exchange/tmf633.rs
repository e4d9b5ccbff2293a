//! TMF633 v4, the TM Forum's service catalogue: its four resources in one file, each list under its resource's name.
//!
//! The standard has no fields for prices, forms or workflows, so every field of ours is also a characteristic of its
//! specification (`@type` [`FIELD`]), with the value as our own file has it; what is no service's (names, audiences,
//! whose catalogue it is) goes along with the catalogue under [`DOCUMENT`]. So everything comes back. Questions of forms
//! are configurable characteristics besides, as other tools know them. What another tool changed in the standard's own
//! fields (name, description, state) counts when it comes back.

use std::sync::Arc;

use itsm::Key;
use itsm::ServiceId;
use itsm::catalogue::form::{FieldKind, Form, Section, TextCheck};
use itsm::catalogue::{Catalogue, Content, Listed, Status, TargetLevel};
use serde_json::{Map, Value, json};

use super::gather::{Gathering, IMPORT_TAG, WITHIN};
use super::holds::Shape;
use super::{Fault, Imported};
use crate::catalogue::file;
use crate::catalogue::page;

/// The type of a characteristic that is a field of ours.
const FIELD: &str = "ServiceDojoField";
/// Where the rest of our file stands in the catalogue.
const DOCUMENT: &str = "serviceDojoDocument";
const ROOT: &str = "/serviceCatalogManagement/v4";

pub(super) fn write(catalogue: &Catalogue) -> String {
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

pub(super) fn read(text: &str) -> Result<Imported, Vec<Fault>> {
    let value: Value = serde_json::from_str(text).map_err(|why| vec![super::not_json(&why)])?;
    let top = Lists::of(&value);
    if top.specifications.is_empty() {
        return Err(Fault::whole("There is no serviceSpecification in this file."));
    }
    let document = top.catalogs.iter().find_map(|catalog| catalog.get(DOCUMENT));
    match document {
        Some(document) => whole(&top, document),
        None => plain(&top),
    }
}

/// The lists of the resources. A file may also be one list of specifications, or one specification.
struct Lists<'a> {
    catalogs: Vec<&'a Value>,
    categories: Vec<&'a Value>,
    candidates: Vec<&'a Value>,
    specifications: Vec<&'a Value>,
}

impl<'a> Lists<'a> {
    fn of(value: &'a Value) -> Self {
        let list = |name: &str| match value.get(name) {
            Some(Value::Array(list)) => list.iter().collect(),
            Some(one @ Value::Object(_)) => vec![one],
            _ => vec![],
        };
        let specifications = match value {
            Value::Array(list) => list.iter().collect(),
            one if one.get("specCharacteristic").is_some() => vec![one],
            _ => list("serviceSpecification"),
        };
        Self {
            catalogs: list("serviceCatalog"),
            categories: list("serviceCategory"),
            candidates: list("serviceCandidate"),
            specifications,
        }
    }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn each<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    value.get(name).and_then(Value::as_array).into_iter().flatten().take(WITHIN)
}

/// The state that a word of the standard names, however it is written.
pub(super) fn status(word: &str) -> Option<Status> {
    let plain = |word: &str| word.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
    Status::ALL.into_iter().find(|status| plain(status.word()) == plain(word))
}

/// A file that we wrote: our fields come back, and what the standard's own fields say now.
fn whole(top: &Lists<'_>, document: &Value) -> Result<Imported, Vec<Fault>> {
    let services: Vec<Value> = top.specifications.iter().map(|specification| fields_of(specification)).collect();
    let mut document = document.clone();
    let Some(fields) = document.as_object_mut() else {
        return Err(vec![Fault::new(["serviceCatalog[0].", DOCUMENT].concat(), "must be an object in braces")]);
    };
    fields.insert("services".to_owned(), Value::Array(services));
    let own = json!({"format": file::FORMAT, "version": file::VERSION, "catalogue": document});
    let mut catalogue = file::read(&own.to_string()).map_err(|faults| {
        let place = |path: String| path.replacen("services[", "specCharacteristic of serviceSpecification[", 1);
        faults.into_iter().map(|fault| Fault::new(place(fault.path), fault.problem)).collect::<Vec<_>>()
    })?;
    let mut notes = vec![];
    for (place, specification) in top.specifications.iter().enumerate() {
        let Some(id) = id_of(specification) else { continue };
        let Some(listed) = catalogue.services.get_mut(&id) else { continue };
        let mut reading = Gathering::default();
        let at = format!("serviceSpecification[{place}]");
        let name = text(specification, "name");
        if !name.trim().is_empty() && name != &*listed.content.name {
            listed.content.name = reading.line(name, &at);
            catalogue.directory.services.insert(id, listed.content.name.clone());
            notes.push(format!("{at}: the name was changed in another tool; the new one counts."));
        }
        if let Some(summary) = specification.get("description").and_then(Value::as_str)
            && summary != &*listed.content.summary
        {
            listed.content.summary = reading.text(summary, &at);
            notes.push(format!("{at}: the description was changed in another tool; the new one counts."));
        }
        if let Some(now) = status(text(specification, "lifecycleStatus")) {
            listed.status = now;
        }
        if !reading.faults.is_empty() {
            return Err(reading.faults);
        }
    }
    Ok(Imported { shape: Shape::Tmf633, catalogue, notes })
}

/// Our fields among the characteristics.
fn fields_of(specification: &Value) -> Value {
    let own = specification.get("specCharacteristic").and_then(Value::as_array).into_iter().flatten();
    let own = own.filter(|one| text(one, "@type") == FIELD);
    let fields = own.filter_map(|one| {
        let value = one.get("characteristicValueSpecification")?.get(0)?.get("value")?;
        Some((text(one, "name").to_owned(), value.clone()))
    });
    Value::Object(fields.collect())
}

fn id_of(specification: &Value) -> Option<ServiceId> {
    let fields = fields_of(specification);
    let words = match fields.get("id")? {
        Value::Number(number) => number.to_string(),
        Value::String(words) => words.clone(),
        _ => return None,
    };
    let (number, tag) = words.split_once('-').unwrap_or((&words, "0"));
    Some(ServiceId(Key { number: number.parse().ok()?, tag: tag.parse().ok()? }))
}

/// Another tool's file: what the standard's own fields say.
fn plain(top: &Lists<'_>) -> Result<Imported, Vec<Fault>> {
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
