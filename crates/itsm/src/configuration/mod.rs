//! Service configuration: what services are made of, what hangs on what, and what survives a failure.
//!
//! A *configuration item* is a component that needs managing to deliver a service; an *IT asset* is one that is worth
//! money. One thing can be both, so an item carries the facts of an asset as far as they are known.
//!
//! Two relations are kept apart. *Part of* says where something belongs: a room, a cabinet, a fleet. *Needs* says what
//! it cannot do without: any n of a group of items or services, so that redundancy can be told. Only needs carry a
//! failure. A need is stored with the one that needs, item or service; who is needed by whom is an index.
//!
//! `kind.rs` and `state.rs` hold what an item can be, `record.rs` what is known of one, `map.rs` all of them with their
//! indexes, `impact.rs` what fails when something does, `baseline.rs` instants with a name.

mod apply;
mod baseline;
mod command;
mod decide;
mod event;
mod impact;
mod kind;
mod legal;
mod map;
mod need;
mod record;
mod state;
mod words;

pub(crate) use apply::{apply, apply_needs, forget, forget_needs};
pub use baseline::Baseline;
pub(crate) use baseline::{apply_baseline, forget_baselines};
pub use command::{Amendment, Command};
pub(crate) use decide::decide;
pub use event::Event;
pub use impact::{Because, Fate, Impact, Question, impact};
pub use kind::Kind;
pub use legal::{Action, why_not};
pub(crate) use legal::{legal, legal_needs};
pub use map::Configuration;
pub use need::{Need, Node};
pub use record::{Item, Owner};
pub use state::LifeState;
pub use words::{fate_sentence, need_words};

use crate::desk::Desk;
use crate::directory::EntryId;

impl Desk {
    /// What services are made of, and what hangs on what.
    pub fn configuration(&self) -> &Configuration {
        &self.configuration
    }
}

/// Whether what is known here names an entry of the directory, which then must keep its name. An item's own record
/// is not meant: it belongs to the item.
pub(crate) fn mentions(desk: &Desk, entry: EntryId) -> bool {
    let map = desk.configuration();
    let owns = |owner: Owner| map.items().any(|item| item.owner == Some(owner));
    match entry {
        EntryId::Person(id) => owns(Owner::Person(id)),
        EntryId::Group(id) => owns(Owner::Group(id)),
        EntryId::Item(id) => {
            map.parts(id).next().is_some()
                || map.needed_by(Node::Item(id)).next().is_some()
                || !map.needs(Node::Item(id)).is_empty()
        }
        EntryId::Service(id) => {
            !map.needs(Node::Service(id)).is_empty() || map.needed_by(Node::Service(id)).next().is_some()
        }
        EntryId::Category(_) => false,
    }
}
