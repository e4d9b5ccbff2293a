//! What people agree on: plain data, checked when it is decided.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use crate::ids::{GroupId, PersonId, ServiceId, SupplierId};
use crate::priority::Matrix;
use crate::service_level::{Agreement, Targets};

/// With whom: which kind of agreement it is follows from it, so that an OLA with a customer cannot be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Party {
    /// A customer: a service level agreement.
    Customer(Arc<str>),
    /// A group of the house: an operational level agreement (v3's word).
    Group(GroupId),
    /// A supplier: an underpinning contract (v3's word).
    Supplier(SupplierId),
}

/// The kinds of agreements, by whom they are with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// With a customer.
    Customer,
    /// Inside the house.
    Inside,
    /// With a supplier.
    Supplier,
}

impl Party {
    /// What kind of agreement one with this party is.
    pub fn kind(&self) -> Kind {
        match self {
            Party::Customer(_) => Kind::Customer,
            Party::Group(_) => Kind::Inside,
            Party::Supplier(_) => Kind::Supplier,
        }
    }
}

/// What is agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// With whom.
    pub party: Party,
    /// The services it covers, each once.
    pub services: Vec<ServiceId>,
    /// From when it holds.
    pub valid_from: DateTime<Utc>,
    /// The first instant at which it holds no more; `None`: until somebody ends it.
    pub valid_until: Option<DateTime<Utc>>,
    /// The name, the calendar, the targets for incidents and the rules of their clocks.
    pub clocks: Agreement,
    /// The targets for service requests, by priority, 1 first.
    pub requests: [Targets; Matrix::LOWEST as usize],
    /// Who is told before a target is missed, and when.
    pub escalation: Option<Escalation>,
    /// How much of the agreed service time each service is to be there.
    pub availability: Option<AvailabilityTarget>,
    /// What follows from a missed target, in words; may be empty.
    pub penalties: Arc<str>,
    /// In how many months from one review meeting the next is due; `None`: nobody has agreed on meetings.
    pub review_months: Option<u8>,
}

/// See [`Terms::escalation`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalation {
    /// When.
    pub when: When,
    /// Who is told ("the service owner").
    pub tell: Arc<str>,
}

/// When somebody is told of a target that is about to be missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Once so many percent of the target are used (1 to 99).
    Percent(u8),
    /// So many minutes of business time before the breach.
    Before(TimeDelta),
}

/// How much of the agreed service time a service is to be available, over which period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AvailabilityTarget {
    /// In hundredths of a percent: 9950 is 99.5 %.
    pub basis_points: u16,
    /// Over which period it is measured.
    pub period: MeasuringPeriod,
}

/// Over which period availability is measured: a target of 99.5 % a year allows one long outage, a month does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MeasuringPeriod {
    /// Calendar months.
    Month,
    /// Calendar quarters.
    Quarter,
    /// Calendar years.
    Year,
}

impl MeasuringPeriod {
    /// Every period, the shortest first.
    pub const ALL: [MeasuringPeriod; 3] = [MeasuringPeriod::Month, MeasuringPeriod::Quarter, MeasuringPeriod::Year];

    /// How many months it has.
    pub fn months(self) -> u32 {
        match self {
            MeasuringPeriod::Month => 1,
            MeasuringPeriod::Quarter => 3,
            MeasuringPeriod::Year => 12,
        }
    }
}

/// A meeting about how the agreement is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// When it was.
    pub held_at: DateTime<Utc>,
    /// Who was there.
    pub attendees: Arc<str>,
    /// What was said.
    pub minutes: Arc<str>,
    /// How the customer sees the business outcome, if asked.
    pub outcome: Option<Health>,
    /// What somebody is to do.
    pub actions: Vec<ReviewAction>,
}

/// How well something is, as a customer says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Health {
    /// As it should be.
    Green,
    /// Something hurts.
    Amber,
    /// Business is harmed.
    Red,
}

impl Health {
    /// Every one, the best first.
    pub const ALL: [Health; 3] = [Health::Green, Health::Amber, Health::Red];
}

/// Something that a review decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewAction {
    /// What.
    pub what: Arc<str>,
    /// Who sees to it.
    pub owner: PersonId,
    /// By when.
    pub due: DateTime<Utc>,
}

impl Terms {
    /// What it is called.
    pub fn title(&self) -> &str {
        &self.clocks.name
    }

    /// Whether the terms, looked at alone, hold at an instant.
    pub fn hold_at(&self, at: DateTime<Utc>) -> bool {
        self.valid_from <= at && self.valid_until.is_none_or(|until| at < until)
    }

    /// Whether it covers a service.
    pub fn covers(&self, service: ServiceId) -> bool {
        self.services.contains(&service)
    }
}
