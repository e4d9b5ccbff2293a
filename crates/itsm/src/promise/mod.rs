//! Service level management: what was agreed with customers, inside the house and with suppliers.
//!
//! `terms` is what people agree on, `record` an agreement with its versions and reviews, `command` what can be asked,
//! `event` what has happened, `words` what things are called; `decide` turns a command into events or a refusal, `apply`
//! turns events into state and cannot fail. What follows from agreements is derived each time: `applies` says which one
//! governs an incident's clocks, `handover` how long each group had it, `escalate` when somebody is told before a breach,
//! `chain` whether what is promised to a customer is covered beneath, `parked` what waits too long in a pause.

mod applies;
mod apply;
mod chain;
mod command;
mod decide;
mod escalate;
mod event;
mod handover;
mod parked;
mod record;
mod terms;
mod words;

pub(crate) use applies::shortest;
pub use applies::{Applying, applying};
pub(crate) use apply::apply;
pub use chain::{Gap, Slow, beneath, gaps};
pub use command::Command;
pub use decide::{Action, why_not};
pub(crate) use decide::{decide, legal};
pub use escalate::escalates_at;
pub use event::Event;
pub use handover::{Handover, handovers};
pub use parked::{PARKED_TOO_LONG, Parked, parked};
pub use record::{Held, Promise, Stage, Standing, Version};
pub use terms::{
    AvailabilityTarget, Escalation, Health, Kind, MeasuringPeriod, Party, Review, ReviewAction, Terms, When,
};

use crate::card::Card;
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::ids::PromiseId;
use crate::register::Numbered;

impl Numbered for PromiseId {
    const PREFIX: &'static str = "AGR";
    const WHAT: &'static str = "agreement";
}

/// What other pages say of it. Whether it is in force is a matter of the date, which a card does not know.
pub(crate) fn card(desk: &Desk, id: PromiseId) -> Option<Card> {
    let promise = desk.promises().get(id).ok()?;
    Some(Card {
        id: crate::desk::RecordId::Promise(id),
        number: desk.promises().number(id),
        title: promise.title().to_owned(),
        state: promise.stage.word(),
        is_open: promise.stage != Stage::Ended,
    })
}

/// Whether one of them names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(desk: &Desk, entry: EntryId) -> bool {
    desk.promises().all().any(|promise| promise.mentions(entry))
}
