//! What has happened to a service. Each event concerns one service.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::record::Outage;
use crate::promise::AvailabilityTarget;

/// What has happened; when, by whom and to which service stands around it in [`crate::Event`].
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// An outage was noted.
    OutageNoted(Box<Outage>),
    /// The service is back.
    Restored {
        /// The place of the outage.
        outage: u16,
        /// Since when.
        at: DateTime<Utc>,
    },
    /// An outage was noted by mistake.
    Withdrawn {
        /// The place of the outage.
        outage: u16,
        /// Why.
        because: Arc<str>,
    },
    /// What is wanted of the service itself.
    TargetSet(Option<AvailabilityTarget>),
}
