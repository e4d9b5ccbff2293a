//! What is going to happen by itself.

use super::state::Source;
use crate::scenario::Key;
use crate::{Traced, trace::TraceBytes};

/// Something that is due at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// Somebody comes.
    Arrive(Key),
    /// They give up ringing or standing there.
    GiveUp(Key, u32),
    /// A fault begins.
    Onset(Key),
    /// A workaround is over.
    HoldsEnd(Key, u32),
    /// A workaround for one caller is over.
    CureEnds(Key),
    /// A written answer comes.
    Answered(Key, Key),
    /// An approval comes.
    Approval(Key),
    /// A team may take a record up.
    PickUp(Key, u32),
    /// A team has done with a record.
    TeamDone(Key, u32),
    /// A supplier begins.
    SupplierReacts(Key, u32),
    /// A supplier is done.
    SupplierDone(Key, u32),
    /// Somebody asks where it stands.
    Chase(Key, u32),
    /// Somebody comes back.
    Return(Key, u32),
    /// A promise is due.
    Promised(Key, crate::SimTime),
    /// The world answers.
    Answering(Source, usize),
    /// A turn at its time.
    Turn(usize),
    /// The change authority decides.
    Decision(Key),
    /// A change begins.
    ChangeBegins(Key),
    /// It ends.
    ChangeEnds(Key),
    /// What it broke shows.
    ChangeShows(Key),
    /// A room is looked at.
    Heat(Key),
    /// Nothing but that conditions are looked at.
    Look,
    /// An item comes up again.
    Up(Key),
    /// The shift is over.
    Close,
}

impl Traced for Due {
    fn write(&self, bytes: &mut TraceBytes) {
        // The debug form has every variant's name and all its fields.
        bytes.text(&format!("{self:?}"));
    }
}
