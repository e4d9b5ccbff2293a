//! What has to hold in the world. Looks only at acts, records, promises, faults, what was found out, and the clock.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Key, LocalTime};

/// A condition.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Condition {
    /// All of them.
    All(All),
    /// One of them.
    Any(Any),
    /// The opposite.
    Not(Not),
    /// From this time on.
    Clock(ClockIs),
    /// Something was done.
    Did(Did),
    /// A record stands so.
    Ticket(Ticket),
    /// A record is linked.
    Linked(Linked),
    /// A fault is so.
    Fault(FaultCondition),
    /// Something was found out.
    Known(Known),
    /// A promise is so.
    Promise(PromiseCondition),
    /// A contact's need is met.
    Met(Met),
    /// Somebody's mood is below.
    Mood(MoodBelow),
    /// A change is so.
    Change(ChangeCondition),
    /// What was handed over.
    Handed(Handed),
    /// A room is as warm.
    Temperature(Temperature),
}

/// A value in a condition.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    Truth(bool),
    /// A number.
    Number(f64),
    /// A word.
    Word(String),
}

/// Details of an act, by name.
pub type With = BTreeMap<String, Value>;

macro_rules! form {
    ($(#[$about:meta] $name:ident { $($(#[$field_about:meta])* $field:ident : $kind:ty),* $(,)? })*) => {$(
        #[$about]
        #[derive(Clone, Debug, PartialEq, Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name { $($(#[$field_about])* pub $field: $kind),* }
    )*};
}

form! {
    /// All of them hold.
    All { #[doc = "Which."] all: Vec<Condition> }
    /// One of them holds.
    Any { #[doc = "Which."] any: Vec<Condition> }
    /// It does not hold.
    Not { #[doc = "What."] not: Box<Condition> }
    /// The clock has come so far.
    ClockIs { #[doc = "To where."] clock: LocalTime }
    /// An act was done.
    Did {
        #[doc = "Which act."] did: Key,
        #[doc = "With which contact or start record."] #[serde(default)] contact: Option<Key>,
        #[doc = "With which change."] #[serde(default)] change: Option<Key>,
        #[doc = "With which details."] #[serde(default)] with: With,
        #[doc = "Not before."] #[serde(default)] after: Option<LocalTime>,
        #[doc = "Not after."] #[serde(default)] before: Option<LocalTime>,
        #[doc = "How often; once if nothing is said."] #[serde(default)] at_least: Option<u32>,
    }
    /// A field of a record.
    Ticket {
        #[doc = "The contact or start record whose record it is."] ticket: Key,
        #[doc = "Which field."] field: Field,
        #[doc = "Its value."] #[serde(default)] is: Option<Value>,
        #[doc = "At most."] #[serde(default)] at_most: Option<f64>,
        #[doc = "At least."] #[serde(default)] at_least: Option<f64>,
    }
    /// A link.
    Linked {
        #[doc = "From."] linked: Key,
        #[doc = "To; any record if nothing is said."] #[serde(default)] to: Option<Key>,
        #[doc = "As what."] #[serde(rename = "as")] kind: LinkKind,
    }
    /// Of a fault.
    FaultCondition { #[doc = "Which."] fault: Key, #[doc = "What."] is: FaultIs }
    /// A fact.
    Known { #[doc = "Which."] known: Key }
    /// Of a promise.
    PromiseCondition { #[doc = "To whom."] promise: Key, #[doc = "What."] is: PromiseIs }
    /// Of a need.
    Met { #[doc = "Whose."] met: Key }
    /// Of a person.
    MoodBelow { #[doc = "Who."] mood: Key, #[doc = "Below this."] below: i32 }
    /// Of a change.
    ChangeCondition { #[doc = "Which."] change: Key, #[doc = "What."] is: ChangeIs }
    /// Of the handover.
    Handed { #[doc = "open-items or promises."] handed: Key }
    /// Of a room.
    Temperature { #[doc = "Which place."] temperature: Key, #[doc = "Degrees."] at_least: f64 }
}

/// A field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// incident, request, event, security.
    Kind,
    /// 1 to 3.
    Impact,
    /// 1 to 3.
    Urgency,
    /// 1 to 5.
    Priority,
    /// The team it is with.
    Team,
    /// new, in-progress, on-hold, resolved, closed, cancelled.
    State,
    /// What is waited for.
    Hold,
    /// The service.
    Service,
    /// The item.
    Item,
    /// Whether it is a major incident.
    Major,
    /// How it was resolved.
    Code,
}

/// What a link says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// It is a consequence of the other.
    Parent,
    /// It tells of the same.
    Duplicate,
    /// The problem behind it.
    Problem,
    /// The change that caused it.
    CausedBy,
    /// It led to the other.
    LedTo,
}

/// How a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FaultIs {
    /// Not there yet.
    Hidden,
    /// It holds people up.
    Active,
    /// A workaround covers it.
    Masked,
    /// It is gone for good.
    Gone,
}

/// How a promise is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PromiseIs {
    /// There is none.
    None,
    /// Its time is to come.
    Running,
    /// Word was given in time.
    Kept,
    /// It was not.
    Broken,
}

/// How a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeIs {
    /// Somebody wants it.
    Proposed,
    /// It may be carried out.
    Authorised,
    /// It may not.
    Refused,
    /// Not now.
    Postponed,
    /// It was carried out.
    Done,
    /// It was undone.
    BackedOut,
    /// Somebody has looked back at it.
    Reviewed,
}
