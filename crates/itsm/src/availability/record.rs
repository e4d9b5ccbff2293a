//! What is known of a service: when it was gone, and what is promised of it.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::ids::{IncidentId, ItemId};
use crate::promise::AvailabilityTarget;

/// One service, as its events leave it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Availability {
    /// When it was gone, in the order in which it was noted. Those that were taken back stay in their place.
    pub outages: Vec<Outage>,
    /// What is wanted of it where no agreement says so.
    pub target: Option<AvailabilityTarget>,
}

/// A stretch of time in which the service was gone.
#[derive(Clone, Debug, PartialEq)]
pub struct Outage {
    /// Since when.
    pub from: DateTime<Utc>,
    /// Until when; `None` while it lasts.
    pub until: Option<DateTime<Utc>>,
    /// Whether it was maintenance inside an agreed window, which no availability is promised for.
    pub planned: bool,
    /// What failed or was worked on, each once.
    pub items: Vec<ItemId>,
    /// What is to be known of it.
    pub note: Arc<str>,
    /// The incident that tells of it.
    pub incident: Option<IncidentId>,
    /// Whether it was noted by mistake.
    pub withdrawn: bool,
}

impl Availability {
    /// The outages that count.
    pub fn counted(&self) -> impl Iterator<Item = (usize, &Outage)> {
        self.outages.iter().enumerate().filter(|(_, outage)| !outage.withdrawn)
    }
}
