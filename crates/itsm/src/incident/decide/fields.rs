//! What a form's fields must hold, whichever command brings them.

use std::sync::Arc;

use crate::desk::Desk;
use crate::directory::EntryId;
use crate::incident::command::Amendment;
use crate::incident::record::{Channel, Incident};
use crate::priority::Level;
use crate::refusal::Refusal;
use crate::retire::offered;

/// The text without white space around it; the same allocation where there is none.
pub(super) fn trimmed(text: Arc<str>) -> Arc<str> {
    let inner = text.trim();
    if inner.len() == text.len() { text } else { Arc::from(inner) }
}

/// The trimmed text, or the refusal that asks for it.
pub(super) fn filled(text: Arc<str>, field: &'static str, because: &'static str) -> Result<Arc<str>, Refusal> {
    let text = trimmed(text);
    if text.is_empty() { Err(Refusal::Missing { field, because }) } else { Ok(text) }
}

pub(super) fn summary(text: Arc<str>) -> Result<Arc<str>, Refusal> {
    filled(text, "summary", "colleagues choose what to work on by this one line")
}

/// Whether a level stands on the scales of the desk's matrix.
pub(super) fn on_scale(desk: &Desk, level: Level, field: &'static str) -> Result<(), Refusal> {
    if desk.matrix().has(level) {
        return Ok(());
    }
    Err(Refusal::Invalid { field, because: "it is not on the scale, so the matrix could give no priority" })
}

/// Whether somebody has to be named as caller; a monitoring tool calls for nobody.
pub(super) fn needs_caller<P>(channel: Channel, caller: Option<P>) -> bool {
    caller.is_none() && channel != Channel::Monitoring
}

pub(super) const NO_CALLER: Refusal =
    Refusal::Missing { field: "caller", because: "somebody has to confirm that the service works again" };

/// The amendment with its texts trimmed, if its value may stand in the record.
pub(super) fn amendment(desk: &Desk, now: &Incident, change: Amendment) -> Result<Amendment, Refusal> {
    let directory = desk.directory();
    match change {
        Amendment::Summary(text) => return summary(text).map(Amendment::Summary),
        Amendment::Description(text) => return Ok(Amendment::Description(trimmed(text))),
        Amendment::Channel(_) => {}
        Amendment::Caller(id) => offered(desk, &directory.people, id, now.caller, EntryId::Person, "person")?,
        Amendment::Service(id) => offered(desk, &directory.services, id, now.service, EntryId::Service, "service")?,
        Amendment::Item(id) => offered(desk, &directory.items, id, now.item, EntryId::Item, "configuration item")?,
        Amendment::Category(id) => {
            offered(desk, &directory.categories, id, now.category, EntryId::Category, "category")?
        }
        Amendment::Impact(level) => on_scale(desk, level, "impact")?,
        Amendment::Urgency(level) => on_scale(desk, level, "urgency")?,
    }
    Ok(change)
}
