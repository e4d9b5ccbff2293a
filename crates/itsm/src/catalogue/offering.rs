//! What can be ordered from a service.

use std::sync::Arc;

use chrono::TimeDelta;

use super::form::Form;
use super::ids::OfferingKey;
use super::money::Price;
use super::workflow::Workflow;
use crate::ids::ServiceId;

/// What an offering consists of. Source: ITIL 4, service offerings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Something that becomes the customer's: ownership passes, and with it the care for it.
    Goods,
    /// The use of something that stays the provider's.
    #[default]
    Access,
    /// Something that is done for the customer.
    Action,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::Goods, Kind::Access, Kind::Action];

    /// The kind in a word or two.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Goods => "Goods",
            Kind::Access => "Access to resources",
            Kind::Action => "Service action",
        }
    }
}

/// Where an order goes from a published page, which has nobody behind it. The app itself always takes orders in
/// practice mode.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum OrderBy {
    /// Nowhere: the page only informs.
    #[default]
    Information,
    /// To an e-mail address.
    Email(Arc<str>),
    /// To the address of the publisher's own tool; https only.
    Link(Arc<str>),
}

/// What an order of an offering opens on the desk. Whoever reports that something fails wants their service restored,
/// which is an incident; whoever asks for something that was agreed in advance makes a service request. Source: ITIL 4,
/// incident management and service request management.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opens {
    /// A service request, fulfilled by the workflow.
    #[default]
    Request,
    /// An incident: nothing is bought or approved, and the desk's priorities say by when it is resolved.
    Incident,
}

impl Opens {
    /// Every one.
    pub const ALL: [Opens; 2] = [Opens::Request, Opens::Incident];

    /// What it is, in words.
    pub fn word(self) -> &'static str {
        match self {
            Opens::Request => "A request",
            Opens::Incident => "An incident",
        }
    }
}

/// An offering.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offering {
    /// Which one, within its service.
    pub key: OfferingKey,
    /// What it is called ("Standard laptop").
    pub name: Arc<str>,
    /// What one gets, in a sentence or two.
    pub summary: Arc<str>,
    /// What it consists of.
    pub kind: Kind,
    /// What an order of it opens on the desk.
    pub opens: Opens,
    /// How it is paid for.
    pub price: Price,
    /// Within how much working time an order is fulfilled.
    pub target: Option<TimeDelta>,
    /// What is asked of who orders.
    pub form: Form,
    /// How it is fulfilled.
    pub workflow: Workflow,
    /// Where an order goes from a published page.
    pub order_by: OrderBy,
    /// What comes with it: a bundle, where there is something.
    pub includes: Vec<(ServiceId, OfferingKey)>,
}

impl Offering {
    /// Whether an order of it is a report of a fault: it has no quantity, no price and no approvals.
    pub fn opens_incident(&self) -> bool {
        self.opens == Opens::Incident
    }
}
