//! Continual improvement: the register, and what became of each of its entries.
//!
//! The life cycle is ServiceNow's (New, Accepted, Assess, Approved, In Progress, On Hold, Review, Closed, Cancelled);
//! the guided path beside it is ITIL's, and each state asks for what a step of the path gives. The files are those of
//! [`crate::problem`]; `measure` is by what it is judged, `path` the steps.

mod apply;
mod command;
mod decide;
mod event;
mod measure;
mod path;
mod record;
mod state;
mod words;

pub(crate) use apply::apply;
pub use command::{Amendment, Command, Statement};
pub use decide::{Action, why_not};
pub(crate) use decide::{decide, legal};
pub use event::Event;
pub use measure::{Amount, DeskMeasure, Measure, Reading, Scope, is_reached, progress};
pub use path::{Answer, Model, Step, Taken};
pub use record::{Improvement, Measured, Scale, priority};
pub use state::{Stage, State};

use crate::card::Card;
use crate::desk::{Desk, RecordId};
use crate::directory::EntryId;
use crate::ids::ImprovementId;
use crate::register::Numbered;

impl Numbered for ImprovementId {
    const PREFIX: &'static str = "IMP";
    const WHAT: &'static str = "improvement";
}

/// What other pages say of it.
pub(crate) fn card(desk: &Desk, id: ImprovementId) -> Option<Card> {
    let record = desk.improvements.get(id).ok()?;
    Some(Card {
        id: RecordId::Improvement(id),
        number: desk.improvements.number(id),
        title: record.summary.to_string(),
        state: record.state.stage().word(),
        is_open: record.state.is_open(),
    })
}

/// Whether one of them names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(desk: &Desk, entry: EntryId) -> bool {
    desk.improvements.all().any(|record| match entry {
        EntryId::Person(id) => record.owner == Some(id) || record.opened_by == id,
        EntryId::Group(id) => counts(record, Scope::Group(id)),
        EntryId::Service(id) => counts(record, Scope::Service(id)),
        EntryId::Category(id) => counts(record, Scope::Category(id)),
        EntryId::Item(_) => false,
    })
}

fn counts(record: &Improvement, scope: Scope) -> bool {
    matches!(record.measure, Some(Measure::Desk(_, of)) if of == scope)
}
