//! Version 1 of a stored event: which field of which kind is which.
//!
//! Every event has `k` (its kind), `t` (when, milliseconds since 1970), `by` (who) and, where it happened to an
//! incident, `i` (which one), to a problem, `p`, to a record of another practice, `r`. The other fields are those of its kind. An id is its number, or a list of number
//! and tag.

mod agreement;
mod availability;
mod catalogue;
mod change;
mod configuration;
mod improvement;
mod incident;
mod knowledge;
mod link;
mod major;
mod monitoring;
mod ordered;
mod pair;
mod problem;
mod promise;
mod rating;
mod request;
mod schedule;
mod supplier;
mod template;
pub(super) mod undone;

use chrono::TimeDelta;
use itsm::{
    CategoryId, Entry, EntryId, Event, GroupId, Happening, IncidentId, ItemId, Key, Matrix, PersonId, ProblemId,
    ServiceId, TemplateId, View, ViewId,
};
use serde_json::Value;

use super::Unreadable;
use super::row::{Row, from_instant, from_key, instant, key, small, text};

/// The field that names the record of an event of a practice.
const OF: &str = "r";

/// The stored form of one event.
pub(super) fn write(event: &Event) -> Row {
    let row = match &event.what {
        Happening::Incident(id, what) => incident::write(what).with("i", from_key(id.0)),
        Happening::Problem(id, what) => problem::write(what).with("p", from_key(id.0)),
        Happening::Change(id, what) => change::write(what).with(OF, from_key(id.0)),
        Happening::ChangeTemplate(id, what) => change::write_template(what).with(OF, from_key(id.0)),
        Happening::Request(id, what) => request::write(what).with(OF, from_key(id.0)),
        Happening::Article(id, what) => knowledge::write(what).with(OF, from_key(id.0)),
        Happening::Improvement(id, what) => improvement::write(what).with(OF, from_key(id.0)),
        Happening::Alert(id, what) => monitoring::write(what).with(OF, from_key(id.0)),
        Happening::Promise(id, what) => promise::write(what).with(OF, from_key(id.0)),
        Happening::Supplier(id, what) => supplier::write(what).with(OF, from_key(id.0)),
        Happening::Item(id, what) => configuration::write(what).with(OF, from_key(id.0)),
        Happening::Needs(of, needs) => configuration::write_needs(*of, needs),
        Happening::Baseline(id, baseline) => configuration::write_baseline(*id, baseline.as_ref()),
        Happening::Schedule(what) => schedule::write(what),
        Happening::Service(id, what) => availability::write(what).with(OF, from_key(id.0)),
        Happening::Catalogue(id, what) => catalogue::write(what).with(OF, from_key(id.0)),
        Happening::CatalogueShared(what) => catalogue::write_shared(what),
        Happening::Major(id, what) => major::write(what).with(OF, from_key(id.0)),
        Happening::Link(from, what) => link::write(*from, *what),
        Happening::Entered(entry) => write_entry(entry),
        Happening::Retired(id, retired) => Row::new("retired")
            .with("what", entry_word(*id))
            .with("id", from_key(id.key()))
            .with_some("back", if *retired { Value::Null } else { Value::Bool(true) }),
        Happening::MatrixSet(matrix) => Row::new("matrix").with("rows", matrix.rows()),
        Happening::AgreementSet(agreement) => agreement::write(agreement),
        Happening::EventRulesSet(rules) => monitoring::write_rules(rules),
        Happening::ViewSaved(id, view) => Row::new("view")
            .with("id", from_key(id.0))
            .with("name", &*view.name)
            .with("query", &*view.query)
            .with_some("columns", &*view.columns)
            .with_some("pinned", if view.pinned { Value::Bool(true) } else { Value::Null }),
        Happening::ViewDropped(id) => Row::new("viewgone").with("id", from_key(id.0)),
        Happening::TemplateSaved(id, saved) => template::write(*id, saved),
        Happening::TemplateDropped(id) => Row::new("templategone").with("id", from_key(id.0)),
        Happening::ClockMoved(shift) => Row::new("clock").with("shift", shift.num_seconds()),
    };
    row.with("t", from_instant(event.at)).with("by", from_key(event.by.0))
}

/// The event of a stored form.
pub(super) fn read(row: &Row) -> Result<Event, Unreadable> {
    let what = match row.kind() {
        "entry" => Happening::Entered(read_entry(row)?),
        "retired" => {
            let id = row.take("id", key)?;
            let id = row.take("what", |what| entry_id(what.as_str()?, id))?;
            Happening::Retired(id, !row.maybe("back", Value::as_bool)?.unwrap_or(false))
        }
        "matrix" => Happening::MatrixSet(row.take("rows", matrix)?),
        "agreement" => Happening::AgreementSet(Box::new(agreement::read(row)?)),
        monitoring::RULES => Happening::EventRulesSet(Box::new(monitoring::read_rules(row)?)),
        "view" => Happening::ViewSaved(
            ViewId(row.take("id", key)?),
            View {
                name: row.take("name", text)?,
                query: row.take("query", text)?,
                columns: row.maybe("columns", text)?.unwrap_or_default(),
                pinned: row.maybe("pinned", Value::as_bool)?.unwrap_or(false),
            },
        ),
        configuration::NEEDS => configuration::read_needs(row)?,
        configuration::BASELINE | configuration::BASELINE_GONE => configuration::read_baseline(row)?,
        "viewgone" => Happening::ViewDropped(ViewId(row.take("id", key)?)),
        "template" => template::read(row)?,
        "templategone" => Happening::TemplateDropped(TemplateId(row.take("id", key)?)),
        "clock" => Happening::ClockMoved(row.take("shift", |seconds| TimeDelta::try_seconds(seconds.as_i64()?))?),
        link::LINKED | link::UNLINKED => link::read(row)?,
        kind => match kind.split_once('.') {
            Some((practice, kind)) => of_practice(row, practice, kind)?,
            None => {
                let what = incident::read(row)?;
                Happening::Incident(IncidentId(row.take("i", key)?), what)
            }
        },
    };
    Ok(Event { at: row.take("t", instant)?, by: PersonId(row.take("by", key)?), what })
}

/// An event of a practice whose kinds begin with its name and a point.
fn of_practice(row: &Row, practice: &str, kind: &str) -> Result<Happening, Unreadable> {
    let of = || row.take(OF, key);
    Ok(match practice {
        problem::PREFIX => Happening::Problem(ProblemId(row.take("p", key)?), problem::read(row)?),
        change::PREFIX => Happening::Change(of()?.into(), change::read(row, kind)?),
        change::TEMPLATE_PREFIX => Happening::ChangeTemplate(of()?.into(), change::read_template(row, kind)?),
        request::PREFIX => Happening::Request(of()?.into(), request::read(row, kind)?),
        knowledge::PREFIX => Happening::Article(of()?.into(), knowledge::read(row, kind)?),
        improvement::PREFIX => Happening::Improvement(of()?.into(), improvement::read(row, kind)?),
        monitoring::PREFIX => Happening::Alert(of()?.into(), monitoring::read(row, kind)?),
        promise::PREFIX => Happening::Promise(of()?.into(), promise::read(row, kind)?),
        catalogue::PREFIX => Happening::Catalogue(of()?.into(), catalogue::read(row, kind)?),
        catalogue::SHARED => Happening::CatalogueShared(catalogue::read_shared(row, kind)?),
        supplier::PREFIX => Happening::Supplier(of()?.into(), supplier::read(row, kind)?),
        configuration::PREFIX => Happening::Item(of()?.into(), configuration::read(row, kind)?),
        schedule::PREFIX => Happening::Schedule(schedule::read(row, kind)?),
        availability::PREFIX => Happening::Service(of()?.into(), availability::read(row, kind)?),
        major::PREFIX => Happening::Major(of()?.into(), major::read(row, kind)?),
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn write_entry(entry: &Entry) -> Row {
    let id = entry.id();
    Row::new("entry").with("what", entry_word(id)).with("id", from_key(id.key())).with("name", &**entry.name())
}

fn read_entry(row: &Row) -> Result<Entry, Unreadable> {
    let id = row.take("id", key)?;
    let name = row.take("name", text)?;
    let id = row.take("what", |what| entry_id(what.as_str()?, id))?;
    Ok(Entry::new(id, name))
}

fn entry_word(id: EntryId) -> &'static str {
    match id {
        EntryId::Person(_) => "person",
        EntryId::Group(_) => "group",
        EntryId::Category(_) => "category",
        EntryId::Service(_) => "service",
        EntryId::Item(_) => "item",
    }
}

fn entry_id(word: &str, key: Key) -> Option<EntryId> {
    Some(match word {
        "person" => EntryId::Person(PersonId(key)),
        "group" => EntryId::Group(GroupId(key)),
        "category" => EntryId::Category(CategoryId(key)),
        "service" => EntryId::Service(ServiceId(key)),
        "item" => EntryId::Item(ItemId(key)),
        _ => return None,
    })
}

fn matrix(value: &Value) -> Option<Matrix> {
    let row = |row: &Value| row.as_array()?.iter().map(small).collect::<Option<Vec<u8>>>();
    Matrix::new(&value.as_array()?.iter().map(row).collect::<Option<Vec<_>>>()?).ok()
}
