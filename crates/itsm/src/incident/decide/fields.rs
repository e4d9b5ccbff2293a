//! What an incident's fields must hold, whichever command brings them.

use crate::desk::Desk;
pub(super) use crate::fields::{filled, known, on_scale, summary, trimmed};
use crate::incident::command::Amendment;
use crate::incident::record::Channel;
use crate::refusal::Refusal;

/// Whether somebody has to be named as caller; a monitoring tool calls for nobody.
pub(super) fn needs_caller<P>(channel: Channel, caller: Option<P>) -> bool {
    caller.is_none() && channel != Channel::Monitoring
}

pub(super) const NO_CALLER: Refusal =
    Refusal::Missing { field: "caller", because: "somebody has to confirm that the service works again" };

/// The amendment with its texts trimmed, if its value may stand in the record.
pub(super) fn amendment(desk: &Desk, change: Amendment) -> Result<Amendment, Refusal> {
    let directory = desk.directory();
    match change {
        Amendment::Summary(text) => return summary(text).map(Amendment::Summary),
        Amendment::Description(text) => return Ok(Amendment::Description(trimmed(text))),
        Amendment::Channel(_) => {}
        Amendment::Caller(id) => known(&directory.people, id, "person")?,
        Amendment::Service(id) => known(&directory.services, id, "service")?,
        Amendment::Item(id) => known(&directory.items, id, "configuration item")?,
        Amendment::Category(id) => known(&directory.categories, id, "category")?,
        Amendment::Impact(level) => on_scale(desk, level, "impact")?,
        Amendment::Urgency(level) => on_scale(desk, level, "urgency")?,
    }
    Ok(change)
}
