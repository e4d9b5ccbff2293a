//! Reading: a file of ours with all of its fields, or another tool's.

use itsm::catalogue::Status;
use itsm::{Key, ServiceId};
use serde_json::{Value, json};

use super::other::plain;
use super::{DOCUMENT, FIELD};
use crate::catalogue::exchange::gather::{Gathering, WITHIN};
use crate::catalogue::exchange::holds::Shape;
use crate::catalogue::exchange::{Fault, Imported, not_json};
use crate::catalogue::file;

pub(in super::super) fn read(text: &str) -> Result<Imported, Vec<Fault>> {
    let value: Value = serde_json::from_str(text).map_err(|why| vec![not_json(&why)])?;
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
pub(super) struct Lists<'a> {
    catalogs: Vec<&'a Value>,
    pub categories: Vec<&'a Value>,
    pub candidates: Vec<&'a Value>,
    pub specifications: Vec<&'a Value>,
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

pub(super) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

pub(super) fn each<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    value.get(name).and_then(Value::as_array).into_iter().flatten().take(WITHIN)
}

/// The state that a word of the standard names, however it is written.
pub(in super::super) fn status(word: &str) -> Option<Status> {
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
    Ok(Imported { shape: Shape::Tmf633, catalogue, notes, kinds_unsaid: Default::default() })
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
