//! What is written down of a shift, in its order: the desk's events, acts, and what the world did.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Act;
use crate::scenario::{FindingAbout, Key};

/// The place of an entry in its shift, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntryId(pub u32);

/// What one command left behind has the same number: an act of the player, or one step of the world.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CommandId(pub u32);

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its place.
    pub id: EntryId,
    /// What it belongs to.
    pub command: CommandId,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: Happened,
}

/// See [`Entry`].
#[derive(Clone, Debug, PartialEq)]
pub enum Happened {
    /// The player begins an act.
    Began(Act),
    /// The player's act has come to its end.
    Act(Act),
    /// Something at the desk, by whomever.
    Desk(Box<itsm::Event>),
    /// Something in the world.
    World(WorldEvent),
}

/// Something in the world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The fields are keys of what is named.
pub enum WorldEvent {
    /// Somebody comes.
    Arrived { case: Key },
    /// A call was not answered.
    Lost { case: Key },
    /// Somebody says something at a case.
    Said { case: Key, who: Option<Key>, text: String },
    /// A fact became known.
    Revealed { fact: Key, case: Option<Key> },
    /// A fault begins.
    FaultBegan { fault: Key },
    /// A workaround covers a fault.
    FaultMasked { fault: Key, by: Key },
    /// A fault is back.
    FaultBack { fault: Key },
    /// A fault is gone for good.
    FaultGone { fault: Key, by: Option<Key> },
    /// A fix was tried and helped, or did not.
    Tried { case: Key, fix: Key, helped: bool, by: Option<Key> },
    /// A need is met.
    Met { case: Key },
    /// A need is there again.
    Unmet { case: Key },
    /// A team takes a record up.
    PickedUp { case: Key, team: Key },
    /// A team gives a record back.
    HandedBack { case: Key, team: Key },
    /// A team has done its work.
    TeamDone { case: Key, team: Key },
    /// Somebody asks where it stands.
    Chased { case: Key },
    /// Somebody comes back.
    Returned { case: Key },
    /// Somebody complains.
    Complained { who: Key, text: String },
    /// A promise was kept.
    PromiseKept { case: Key },
    /// A promise was broken.
    PromiseBroken { case: Key },
    /// Somebody's mood is another now.
    Mood { who: Key, from: i32, to: i32, why: Key },
    /// A trap was walked into.
    Trapped { trap: Key },
    /// People stand idle beyond the needs that are counted.
    Idle { case: Option<Key>, people: u32, minutes: u32, counted: bool, text: String },
    /// Others found something out.
    Found { about: FindingAbout, text: String },
    /// It cost money.
    Cost { cents: i64, text: String },
    /// An item went down or came up.
    Item { item: Key, up: bool },
    /// A change moved on.
    Change { change: Key, is: crate::scenario::ChangeIs },
    /// A room is as warm, in tenths of a degree.
    Warm { room: Key, tenths: i32 },
    /// An approval came, or a refusal.
    Approved { case: Key, by: Key, yes: bool },
    /// A supplier says how it stands.
    Supplier { supplier: Key, text: String },
    /// The desk hears something.
    Heard { text: String },
    /// For the debrief alone.
    Told { text: String },
    /// The shift is over.
    Ended,
}
