//! What happens in the world by a trap or a turn.

use serde::{Deserialize, Serialize};

use super::{Key, LocalTime};

/// Something that happens, some time after its condition first held.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(from = "Raw")]
pub struct Effect {
    /// When.
    pub timing: Timing,
    /// What.
    pub what: What,
    /// What is said with it; it may be empty.
    pub says: String,
}

/// When an effect happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Timing {
    /// So many minutes after the condition.
    After(f64),
    /// At that time; five minutes after the condition if that is later.
    At(LocalTime),
    /// When the shift ends.
    Handover,
}

/// What a finding of others is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// Security.
    Security,
    /// An audit.
    Audit,
    /// A supplier.
    Supplier,
    /// What was agreed.
    ServiceLevel,
    /// Somebody's safety.
    Safety,
}

/// What an item or a change becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemState {
    /// It works.
    Up,
    /// It does not.
    Down,
    /// Wished for.
    Proposed,
    /// Allowed.
    Authorised,
    /// Not allowed.
    Refused,
    /// Carried out.
    Done,
}

/// What happens.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Somebody comes who only comes now.
    Contact(Key),
    /// Somebody says something at a contact.
    Says {
        /// At which.
        contact: Key,
        /// Who; the contact's person if nothing is said.
        who: Option<Key>,
    },
    /// Somebody asks where it stands.
    Chase(Key),
    /// Somebody comes back: their need is not met.
    Return(Key),
    /// A team gives a record back.
    Handback {
        /// Which team.
        team: Key,
        /// Which record.
        contact: Key,
    },
    /// Somebody complains.
    Complaint {
        /// Who.
        who: Key,
    },
    /// Somebody's mood moves.
    Mood {
        /// Who.
        who: Key,
        /// By how much.
        by: i32,
    },
    /// People stand idle: a statement where it names a contact with a stake, else minutes on top.
    Idle {
        /// The contact.
        contact: Option<Key>,
        /// How many.
        people: u32,
        /// How long.
        minutes: f64,
    },
    /// A team is kept busy.
    Occupy {
        /// Which.
        team: Key,
        /// How long.
        minutes: f64,
    },
    /// A record waits so long until the team takes it up.
    Queue {
        /// Which team.
        team: Key,
        /// Which record.
        contact: Option<Key>,
        /// From then.
        minutes: f64,
    },
    /// A contact's need is met.
    Restore(Option<Key>),
    /// A fault begins.
    Start(Key),
    /// A fault ends.
    Stop(Key),
    /// An item goes up or down.
    Item {
        /// Which.
        item: Key,
        /// What it becomes.
        state: ItemState,
    },
    /// Others find something out afterwards.
    Finding(About),
    /// It costs money.
    Cost(f64),
    /// Demand grows or shrinks.
    Scale {
        /// Which.
        demand: Key,
        /// By this factor.
        by: f64,
    },
    /// A change moves on.
    Change {
        /// Which.
        change: Key,
        /// To what.
        state: ItemState,
    },
    /// For the debrief alone.
    Tell,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(rename = "do")]
    what: String,
    after: Option<f64>,
    at: Option<String>,
    contact: Option<Key>,
    who: Option<Key>,
    team: Option<Key>,
    fault: Option<Key>,
    item: Option<Key>,
    change: Option<Key>,
    demand: Option<Key>,
    people: Option<u32>,
    minutes: Option<f64>,
    by: Option<f64>,
    money: Option<f64>,
    about: Option<About>,
    state: Option<ItemState>,
    #[serde(default)]
    says: String,
}

impl From<Raw> for Effect {
    fn from(raw: Raw) -> Self {
        let timing = match (raw.at.as_deref(), raw.after) {
            (Some("handover"), _) => Timing::Handover,
            (Some(text), after) => LocalTime::read(text).map_or(Timing::After(after.unwrap_or_default()), Timing::At),
            (None, after) => Timing::After(after.unwrap_or_default()),
        };
        let says = raw.says.clone();
        Self { timing, what: raw.into_what().unwrap_or(What::Tell), says }
    }
}

impl Raw {
    /// `None` where something that its kind needs is missing; the form in the schema asks for it.
    fn into_what(self) -> Option<What> {
        Some(match self.what.as_str() {
            "contact" => What::Contact(self.contact?),
            "says" => What::Says { contact: self.contact?, who: self.who },
            "chase" => What::Chase(self.contact?),
            "return" => What::Return(self.contact?),
            "handback" => What::Handback { team: self.team?, contact: self.contact? },
            "complaint" => What::Complaint { who: self.who? },
            "mood" => What::Mood { who: self.who?, by: self.by? as i32 },
            "idle" => What::Idle { contact: self.contact, people: self.people?, minutes: self.minutes? },
            "occupy" => What::Occupy { team: self.team?, minutes: self.minutes? },
            "queue" => What::Queue { team: self.team?, contact: self.contact, minutes: self.minutes? },
            "restore" => What::Restore(self.contact),
            "start" => What::Start(self.fault?),
            "stop" => What::Stop(self.fault?),
            "item" => What::Item { item: self.item?, state: self.state? },
            "finding" => What::Finding(self.about?),
            "cost" => What::Cost(self.money?),
            "scale" => What::Scale { demand: self.demand?, by: self.by? },
            "change" => What::Change { change: self.change?, state: self.state? },
            _ => What::Tell,
        })
    }
}
