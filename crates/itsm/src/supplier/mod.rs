//! Supplier management: who delivers what, under which contract.
//!
//! `record` is what is known of one supplier, `command` what can be asked, `event` what has happened; `decide` turns a
//! command into events or a refusal, `apply` events into state. `outlook` says which contracts end soon and which
//! incidents wait for suppliers.

mod apply;
mod command;
mod decide;
mod event;
mod outlook;
mod record;

pub(crate) use apply::apply;
pub use command::Command;
pub use decide::{Action, why_not};
pub(crate) use decide::{decide, legal};
pub use event::Event;
pub use outlook::{Ending, NOTICE_AHEAD, awaiting, ending_soon, supports};
pub use record::{Contact, Contract, Performance, Profile, State, Supplier};

use crate::card::Card;
use crate::desk::{Desk, RecordId};
use crate::directory::EntryId;
use crate::ids::SupplierId;
use crate::register::Numbered;

impl Numbered for SupplierId {
    const PREFIX: &'static str = "SUP";
    const WHAT: &'static str = "supplier";
}

/// What other pages say of it.
pub(crate) fn card(desk: &Desk, id: SupplierId) -> Option<Card> {
    let supplier = desk.suppliers().get(id).ok()?;
    Some(Card {
        id: RecordId::Supplier(id),
        number: desk.suppliers().number(id),
        title: supplier.profile.name.to_string(),
        state: supplier.state.word(),
        is_open: supplier.state != State::Ended,
    })
}

/// Whether one of them names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(desk: &Desk, entry: EntryId) -> bool {
    desk.suppliers().all().any(|supplier| match entry {
        EntryId::Service(id) => supplier.profile.services.contains(&id),
        EntryId::Item(id) => supplier.profile.items.contains(&id),
        EntryId::Person(id) => supplier.performance.iter().any(|noted| noted.by == id),
        EntryId::Group(_) | EntryId::Category(_) => false,
    })
}
