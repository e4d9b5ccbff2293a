//! What can be asked of availability management.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::record::Outage;
use crate::ids::ServiceId;
use crate::promise::AvailabilityTarget;

/// A wish, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Note that a service is or was gone.
    NoteOutage {
        /// Which service.
        service: ServiceId,
        /// When, and why.
        outage: Box<Outage>,
    },
    /// Say that it is back.
    Restore {
        /// Which service.
        service: ServiceId,
        /// The place of the outage, in the order in which they were noted.
        outage: u16,
        /// Since when it is back.
        at: DateTime<Utc>,
    },
    /// Take back an outage that was noted by mistake.
    Withdraw {
        /// Which service.
        service: ServiceId,
        /// The place of the outage.
        outage: u16,
        /// Why.
        because: Arc<str>,
    },
    /// Say how available it is to be where no agreement says so; `None`: nothing is wanted.
    SetTarget {
        /// Which service.
        service: ServiceId,
        /// The target.
        target: Option<AvailabilityTarget>,
    },
}
