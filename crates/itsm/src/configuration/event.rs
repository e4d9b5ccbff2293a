//! What has happened to an item. What an item or a service needs is a happening of its own
//! ([`crate::Happening::Needs`]), as both can have needs.

use std::sync::Arc;

use super::command::Amendment;
use super::state::LifeState;
use crate::ids::ItemId;

/// What has happened to one configuration item; when and by whom stands around it in [`crate::Event`].
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A field was corrected.
    Amended(Amendment),
    /// It is at another point of its life.
    Became(LifeState),
    /// It was put into another item, or taken out.
    PutInto(Option<ItemId>),
    /// Somebody wrote a note.
    Noted {
        /// The words.
        text: Arc<str>,
    },
}
