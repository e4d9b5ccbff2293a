//! What an incident's fields must hold, whichever command brings them.

use crate::desk::Desk;
use crate::directory::EntryId;
pub(super) use crate::fields::{filled, on_scale, summary, trimmed};
use crate::incident::command::Amendment;
use crate::incident::record::{Channel, Incident};
use crate::refusal::Refusal;
use crate::retire::offered;

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
