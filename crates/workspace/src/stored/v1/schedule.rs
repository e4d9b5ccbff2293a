//! Stored maintenance windows and freezes: kinds that begin with `schedule.`.

use itsm::schedule::{Event, Freeze, MaintenanceWindow, Scope, Span};
use itsm::{FreezeId, ItemId, ServiceId, WindowId};
use serde_json::Value;

use super::agreement::{read_calendar, with_calendar};
use super::configuration::{from_owner, owner};
use super::incident::optional_value;
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_instant, from_key, instant, key, text};

/// What the kind of every such event begins with, before a point.
pub(super) const PREFIX: &str = "schedule";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::WindowSaved(id, window) => with_calendar(
            of("window").with("id", from_key(id.0)).with("name", &*window.name).with("for", from_scope(&window.scope)),
            &window.hours,
        ),
        Event::WindowDropped(id) => of("windowgone").with("id", from_key(id.0)),
        Event::FreezeSaved(id, freeze) => of("freeze")
            .with("id", from_key(id.0))
            .with("name", &*freeze.name)
            .with("for", from_scope(&freeze.scope))
            .with("start", from_instant(freeze.span.start()))
            .with("end", from_instant(freeze.span.end()))
            .with("text", &*freeze.reason)
            .with_some("override", optional_value(freeze.may_override, from_owner)),
        Event::FreezeDropped(id) => of("freezegone").with("id", from_key(id.0)),
    }
}

/// The event whose kind is `schedule.` and `kind`.
pub(super) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    let id = row.take("id", key)?;
    Ok(match kind {
        "window" => {
            let (name, scope) = (row.take("name", text)?, row.take("for", scope)?);
            Event::WindowSaved(WindowId(id), Box::new(MaintenanceWindow { name, scope, hours: read_calendar(row)? }))
        }
        "windowgone" => Event::WindowDropped(WindowId(id)),
        "freeze" => {
            let start = row.take("start", instant)?;
            let span = row.take("end", |end| Span::new(start, instant(end)?))?;
            let freeze = Freeze {
                name: row.take("name", text)?,
                span,
                scope: row.take("for", scope)?,
                reason: row.take("text", text)?,
                may_override: row.maybe("override", owner)?,
            };
            Event::FreezeSaved(FreezeId(id), freeze)
        }
        "freezegone" => Event::FreezeDropped(FreezeId(id)),
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

/// A word for what is named, then the keys.
fn from_scope(scope: &Scope) -> Value {
    let mut list = match scope {
        Scope::All => vec![Value::from("all")],
        Scope::Services(_) => vec![Value::from("services")],
        Scope::Items(_) => vec![Value::from("items")],
    };
    list.extend(scope.nodes().iter().map(|node| from_key(node.entry().key())));
    list.into()
}

fn scope(value: &Value) -> Option<Scope> {
    let (what, ids) = value.as_array()?.split_first()?;
    let ids = ids.iter().map(key);
    Some(match what.as_str()? {
        "all" => Scope::All,
        "services" => Scope::Services(ids.map(|id| id.map(ServiceId)).collect::<Option<_>>()?),
        "items" => Scope::Items(ids.map(|id| id.map(ItemId)).collect::<Option<_>>()?),
        _ => return None,
    })
}
