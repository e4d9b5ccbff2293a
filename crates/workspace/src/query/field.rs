//! The fields of a query: what they are called, and which part of a [`Query`] each stands for.

use itsm::incident::{Channel, HoldReason, Stage};
use itsm::{Level, Priority};

use super::choice::{Choice, Hour, Set, Weekday};
use super::name::Names;
use super::{Query, time};
use crate::standing::Breach;

/// What can be asked about an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Where it stands.
    State,
    /// Whom or what it waits for.
    Hold,
    /// How pressing it is.
    Priority,
    /// How much of the business is affected.
    Impact,
    /// How soon it hurts.
    Urgency,
    /// How it stands to its service level.
    Clock,
    /// Whether a target was missed: another way to ask for the clock.
    Breached,
    /// The team it is with.
    Group,
    /// The person it is with.
    Person,
    /// Who is affected.
    Caller,
    /// What kind of incident.
    Category,
    /// The affected service.
    Service,
    /// The configuration item.
    Item,
    /// How the desk heard of it.
    Channel,
    /// When it was opened.
    Opened,
    /// When it was resolved.
    Resolved,
    /// When anything last happened to it.
    Changed,
    /// The day of the week on which it was opened.
    Weekday,
    /// The hour in which it was opened.
    Hour,
    /// Whether it came back from Resolved.
    Reopened,
    /// Whether it went from one team or person to another.
    Reassigned,
    /// Whether it tells of the same failure as another.
    Duplicate,
    /// The incident it is a consequence of.
    Parent,
    /// What stands together under a heading.
    GroupBy,
    /// In which order they are listed.
    Sort,
}

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One of few.
    Choice,
    /// One of few that have an order: `<` and `>` may be used.
    Number,
    /// A name of the directory, or the number of an incident.
    Name,
    /// A day or an age.
    Time(time::What),
    /// What incidents are gathered by.
    Grouping,
    /// Keys to sort by.
    Sort,
}

impl Field {
    /// Every field, in the order in which they are printed.
    pub const ALL: [Field; 25] = [
        Field::State,
        Field::Hold,
        Field::Priority,
        Field::Impact,
        Field::Urgency,
        Field::Clock,
        Field::Breached,
        Field::Group,
        Field::Person,
        Field::Caller,
        Field::Category,
        Field::Service,
        Field::Item,
        Field::Channel,
        Field::Opened,
        Field::Resolved,
        Field::Changed,
        Field::Weekday,
        Field::Hour,
        Field::Reopened,
        Field::Reassigned,
        Field::Duplicate,
        Field::Parent,
        Field::GroupBy,
        Field::Sort,
    ];

    /// What it is called in a query.
    pub fn word(self) -> &'static str {
        match self {
            Field::State => "state",
            Field::Hold => "hold",
            Field::Priority => "priority",
            Field::Impact => "impact",
            Field::Urgency => "urgency",
            Field::Clock => "clock",
            Field::Breached => "breached",
            Field::Group => "group",
            Field::Person => "person",
            Field::Caller => "caller",
            Field::Category => "category",
            Field::Service => "service",
            Field::Item => "item",
            Field::Channel => "channel",
            Field::Opened => "opened",
            Field::Resolved => "resolved",
            Field::Changed => "changed",
            Field::Weekday => "weekday",
            Field::Hour => "hour",
            Field::Reopened => "reopened",
            Field::Reassigned => "reassigned",
            Field::Duplicate => "duplicate",
            Field::Parent => "parent",
            Field::GroupBy => "groupby",
            Field::Sort => "sort",
        }
    }

    /// What it is about, in a few words, with an example where the values are not obvious.
    pub fn hint(self) -> &'static str {
        match self {
            Field::State => "where it stands",
            Field::Hold => "whom it waits for",
            Field::Priority => "1 to 5; priority<=2 works too",
            Field::Impact => "how much is affected, 1 is most",
            Field::Urgency => "how soon it hurts, 1 is soonest",
            Field::Clock => "how it stands to its target",
            Field::Breached => "whether a target was missed",
            Field::Group => "the team it is with",
            Field::Person => "whom it is with: me, none, a name",
            Field::Caller => "who is affected",
            Field::Category => "what kind",
            Field::Service => "the affected service",
            Field::Item => "the configuration item",
            Field::Channel => "how the desk heard of it",
            Field::Opened => "a day, days a..b, or an age: <7d",
            Field::Resolved => "a day, days a..b, or an age: <7d",
            Field::Changed => "a day, days a..b, or an age: >30d",
            Field::Weekday => "the day it was opened",
            Field::Hour => "the hour it was opened, 0 to 23",
            Field::Reopened => "whether it came back",
            Field::Reassigned => "whether it changed hands",
            Field::Duplicate => "whether another tells the same",
            Field::Parent => "what it is a consequence of",
            Field::GroupBy => "what stands together: groupby:state",
            Field::Sort => "the order: sort:priority,-opened",
        }
    }

    /// The field of that name, in any case; a few other tools' names are known too.
    pub fn named(word: &str) -> Option<Self> {
        let word = word.to_ascii_lowercase();
        let other = match word.as_str() {
            "status" => Some(Field::State),
            "assignee" => Some(Field::Person),
            "target" => Some(Field::Clock),
            _ => None,
        };
        other.or_else(|| Self::ALL.into_iter().find(|field| field.word() == word))
    }

    pub(super) fn kind(self) -> Kind {
        match self {
            Field::Priority | Field::Impact | Field::Urgency | Field::Hour => Kind::Number,
            Field::Group
            | Field::Person
            | Field::Caller
            | Field::Category
            | Field::Service
            | Field::Item
            | Field::Parent => Kind::Name,
            Field::Opened => Kind::Time(time::What::Opened),
            Field::Resolved => Kind::Time(time::What::Resolved),
            Field::Changed => Kind::Time(time::What::Changed),
            Field::GroupBy => Kind::Grouping,
            Field::Sort => Kind::Sort,
            _ => Kind::Choice,
        }
    }

    /// What the values are called, where they are few.
    pub(super) fn words(self) -> &'static [&'static str] {
        match self {
            Field::State => Stage::WORDS,
            Field::Hold => Option::<HoldReason>::WORDS,
            Field::Priority => Priority::WORDS,
            Field::Impact | Field::Urgency => Level::WORDS,
            Field::Clock => Breach::WORDS,
            Field::Channel => Channel::WORDS,
            Field::Weekday => Weekday::WORDS,
            Field::Hour => Hour::WORDS,
            Field::Breached | Field::Reopened | Field::Reassigned | Field::Duplicate => bool::WORDS,
            _ => &[],
        }
    }
}

impl Query {
    /// The set behind a field with few values, as bits.
    pub(super) fn bits(&self, field: Field) -> u32 {
        match field {
            Field::State => self.stages.bits(),
            Field::Hold => self.holds.bits(),
            Field::Priority => self.priorities.bits(),
            Field::Impact => self.impacts.bits(),
            Field::Urgency => self.urgencies.bits(),
            Field::Clock => self.breaches.bits(),
            Field::Channel => self.channels.bits(),
            Field::Weekday => self.weekdays.bits(),
            Field::Hour => self.hours.bits(),
            Field::Reopened => self.reopened.bits(),
            Field::Reassigned => self.reassigned.bits(),
            Field::Duplicate => self.duplicate.bits(),
            _ => 0,
        }
    }

    pub(super) fn set_bits(&mut self, field: Field, bits: u32) {
        match field {
            Field::State => self.stages = Set::of_bits(bits),
            Field::Hold => self.holds = Set::of_bits(bits),
            Field::Priority => self.priorities = Set::of_bits(bits),
            Field::Impact => self.impacts = Set::of_bits(bits),
            Field::Urgency => self.urgencies = Set::of_bits(bits),
            Field::Clock => self.breaches = Set::of_bits(bits),
            Field::Channel => self.channels = Set::of_bits(bits),
            Field::Weekday => self.weekdays = Set::of_bits(bits),
            Field::Hour => self.hours = Set::of_bits(bits),
            Field::Reopened => self.reopened = Set::of_bits(bits),
            Field::Reassigned => self.reassigned = Set::of_bits(bits),
            Field::Duplicate => self.duplicate = Set::of_bits(bits),
            _ => {}
        }
    }

    /// The names behind a field.
    pub(super) fn names(&self, field: Field) -> Option<&Names> {
        Some(match field {
            Field::Group => &self.groups,
            Field::Person => &self.people,
            Field::Caller => &self.callers,
            Field::Category => &self.categories,
            Field::Service => &self.services,
            Field::Item => &self.items,
            Field::Parent => &self.parents,
            _ => return None,
        })
    }

    pub(super) fn names_mut(&mut self, field: Field) -> Option<&mut Names> {
        Some(match field {
            Field::Group => &mut self.groups,
            Field::Person => &mut self.people,
            Field::Caller => &mut self.callers,
            Field::Category => &mut self.categories,
            Field::Service => &mut self.services,
            Field::Item => &mut self.items,
            Field::Parent => &mut self.parents,
            _ => return None,
        })
    }

    /// Asks nothing about a field any more.
    pub fn clear(&mut self, field: Field) {
        self.set_bits(field, 0);
        if let Some(names) = self.names_mut(field) {
            *names = Names::default();
        }
        match field.kind() {
            Kind::Time(what) => self.times.retain(|time| time.what != what),
            Kind::Grouping => self.grouping = None,
            Kind::Sort => self.sort.clear(),
            _ => {}
        }
    }
}
