//! iTop's tables: services, service subcategories (what is asked for of a service), and service level targets. iTop
//! imports them one after the other, in this order; so do we.

use itsm::catalogue::{Catalogue, Kind, Stage, Status, Target, TargetLevel};

use super::gather::Gathering;
use super::holds::Shape;
use super::sheet::{Table, harmless, path};
use super::{Fault, Imported};

const SERVICES: &str = "Service.csv";
const SUBCATEGORIES: &str = "ServiceSubcategory.csv";
const TARGETS: &str = "SLT.csv";
/// What parts a service's name from the target's.
const BETWEEN: &str = ": ";

/// Whether a heading is one of iTop's.
pub(super) fn is_heading(line: &str) -> bool {
    let has = |word: &str| line.contains(word);
    has("org_id") || has("servicefamily_id") || has("service_id") || (has("metric") && has("unit"))
}

pub(super) fn write(catalogue: &Catalogue) -> Vec<(&'static str, String)> {
    let organisation = match &*catalogue.settings.organisation {
        "" => "My organisation",
        name => name,
    };
    let services = || catalogue.services.values();
    let family = |listed: &itsm::catalogue::Listed| {
        listed.content.categories.first().map_or_else(String::new, |id| path(catalogue, *id))
    };
    let rows = services().map(|listed| {
        vec![
            listed.content.name.to_string(),
            organisation.to_owned(),
            family(listed),
            listed.content.summary.to_string(),
            state(listed.status).to_owned(),
        ]
    });
    let headings = ["name", "org_id->name", "servicefamily_id->name", "description", "status"];
    let service_table = table(&headings, rows);
    let rows = services().flat_map(|listed| {
        listed.content.offerings.iter().map(|offering| {
            let kind = if offering.kind == Kind::Action && listed.content.name.to_lowercase().contains("report") {
                "incident"
            } else {
                "service_request"
            };
            vec![
                offering.name.to_string(),
                listed.content.name.to_string(),
                kind.to_owned(),
                state(listed.status).to_owned(),
            ]
        })
    });
    let subcategory_table = table(&["name", "service_id->name", "request_type", "status"], rows);
    let rows = services().flat_map(|listed| {
        listed.content.targets.iter().filter_map(|target| {
            let TargetLevel::Time(time) = target.level else { return None };
            (time.num_seconds() % 60 == 0).then(|| {
                let name = [&listed.content.name, BETWEEN, &*target.what].concat();
                let words = |word: &str| word.to_owned();
                vec![
                    name,
                    words("3"),
                    words("service_request"),
                    words("ttr"),
                    time.num_minutes().to_string(),
                    words("minutes"),
                ]
            })
        })
    });
    let target_table = table(&["name", "priority", "request_type", "metric", "value", "unit"], rows);
    vec![(SERVICES, service_table), (SUBCATEGORIES, subcategory_table), (TARGETS, target_table)]
}

fn table(headings: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    crate::table::csv(headings, rows.map(|row| row.iter().map(|cell| harmless(cell)).collect()))
}

fn state(status: Status) -> &'static str {
    match status.stage() {
        Stage::Pipeline => "implementation",
        Stage::Catalogue => "production",
        Stage::Retired => "obsolete",
    }
}

fn status(word: &str) -> Status {
    match word.to_lowercase().as_str() {
        "production" => Status::Launched,
        "obsolete" => Status::Retired,
        _ => Status::InStudy,
    }
}

pub(super) fn read(text: &str) -> Result<Imported, Vec<Fault>> {
    let table = Table::read(text)?;
    if table.has("service_id->name") || table.has("service_id") {
        return subcategories(&table);
    }
    if table.has("metric") { targets(&table) } else { services(&table) }
}

fn services(table: &Table) -> Result<Imported, Vec<Fault>> {
    let mut reading = Gathering::default();
    for row in table.rows() {
        let place = row.place();
        let name = row.get("name");
        if name.trim().is_empty() {
            reading.fail(place, "name is empty; a service needs a name");
            continue;
        }
        let summary = reading.text(row.get("description"), &place);
        let family = match row.get("servicefamily_id->name") {
            "" => row.get("servicefamily_id"),
            name => name,
        };
        let family: Vec<&str> = family.split(" / ").map(str::trim).filter(|name| !name.is_empty()).collect();
        let shelf = reading.category(&family, &place);
        let state = status(row.get("status"));
        if let Some((_, listed)) = reading.listed(name, &place) {
            listed.content.summary = summary;
            listed.content.categories = shelf.into_iter().collect();
            listed.status = state;
        }
    }
    reading.finish(Shape::ItopServices)
}

fn subcategories(table: &Table) -> Result<Imported, Vec<Fault>> {
    let mut reading = Gathering::default();
    for row in table.rows() {
        let place = row.place();
        let service = match row.get("service_id->name") {
            "" => row.get("service_id"),
            name => name,
        };
        if service.trim().is_empty() || row.get("name").trim().is_empty() {
            reading.fail(place, "name or service_id->name is empty; a subcategory needs both");
            continue;
        }
        let Some((id, listed)) = reading.listed(service, &place) else { continue };
        listed.status = status(row.get("status"));
        reading.offering(id, row.get("name"), &place);
    }
    reading.finish(Shape::ItopSubcategories)
}

fn targets(table: &Table) -> Result<Imported, Vec<Fault>> {
    let mut reading = Gathering::default();
    for row in table.rows() {
        let place = row.place();
        let Some((service, what)) = row.get("name").split_once(BETWEEN) else {
            reading.note(format!("{place}: the target \u{201c}{}\u{201d} names no service (\u{201c}service: target\u{201d}) and was left out.", super::holds::short(row.get("name"))));
            continue;
        };
        let unit = match row.get("unit").to_lowercase().as_str() {
            "minutes" | "" => 1,
            "hours" => 60,
            other => {
                reading.fail(
                    place,
                    format!("unit \u{201c}{}\u{201d} must be minutes or hours", super::holds::short(other)),
                );
                continue;
            }
        };
        let Some(value) = row.get("value").trim().parse::<i64>().ok().filter(|value| (0..=10_000_000).contains(value))
        else {
            reading.fail(place, "value must be a whole number");
            continue;
        };
        let what = reading.line(what, &place);
        let target =
            Target { what, level: TargetLevel::Time(chrono::TimeDelta::minutes(value * unit)), within: "".into() };
        if let Some((_, listed)) = reading.listed(service, &place) {
            listed.content.targets.push(target);
        }
    }
    reading.finish(Shape::ItopTargets)
}
