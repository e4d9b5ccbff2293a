//! Availability: what is promised of a service being there, and when it was not.
//!
//! `record` is what is known of one service, `command` what can be asked, `event` what has happened; `decide` turns a
//! command into an event or a refusal, `measures` works out how available it was and how reliable, `proposals` says which
//! incidents may have been outages. An outage is never noted by itself: somebody says that the service was gone.

mod apply;
mod command;
mod decide;
mod event;
mod measures;
mod period;
mod proposals;
mod record;

pub(crate) use apply::{apply, forget};
pub use command::Command;
pub use decide::{Action, why_not};
pub(crate) use decide::{decide, legal};
pub use event::Event;
pub use measures::{Measures, measures};
pub use period::{Span, span_of};
pub use proposals::{Proposal, proposals};
pub use record::{Availability, Outage};

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::ids::{PromiseId, ServiceId};
use crate::promise::{AvailabilityTarget, Kind};

/// What is promised of a service, by whom, and in which hours.
#[derive(Clone, Copy, Debug)]
pub struct Promised<'a> {
    /// The target, if one is set.
    pub target: Option<AvailabilityTarget>,
    /// The agreement with a customer that it comes from; `None`: it was set for the service itself, or the hours are the
    /// desk's.
    pub by: Option<PromiseId>,
    /// The agreed service time.
    pub hours: &'a Calendar,
}

impl Desk {
    /// What is known of a service's outages; `None` where nobody has noted any.
    pub fn availability(&self, service: ServiceId) -> Option<&Availability> {
        self.services.get(&service)
    }

    /// What is promised of a service at an instant: by the agreement with a customer that promises most, else by the
    /// target that was set for the service itself, in the desk's own hours.
    pub fn promised(&self, service: ServiceId, at: DateTime<Utc>) -> Promised<'_> {
        let with_customers = self.promises().all().filter(|promise| promise.kind() == Kind::Customer);
        let covering = with_customers.filter_map(|promise| {
            let version = promise.in_force_at(at).filter(|version| version.terms.covers(service))?;
            Some((promise.id, version.terms.availability, version.compiled.as_deref()?.calendar()))
        });
        let most = covering
            .max_by_key(|(id, target, _)| (target.map_or(0, |target| target.basis_points), std::cmp::Reverse(*id)));
        let own = self.availability(service).and_then(|known| known.target);
        match most {
            Some((id, target, hours)) => Promised { target: target.or(own), by: Some(id), hours },
            None => Promised { target: own, by: None, hours: self.agreement().calendar() },
        }
    }
}

/// Whether what is known here names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(desk: &Desk, entry: EntryId) -> bool {
    desk.services.iter().any(|(id, known)| match entry {
        EntryId::Service(service) => *id == service,
        EntryId::Item(item) => known.outages.iter().any(|outage| outage.items.contains(&item)),
        _ => false,
    })
}
