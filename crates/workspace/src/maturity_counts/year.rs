//! What is looked at: a workspace, and the twelve months up to an instant.

use chrono::{DateTime, Months, Utc};
use itsm::incident::Incident;
use itsm::{Desk, EntryId, ServiceId};

use crate::Workspace;
use crate::measures::Period;

/// How far back one looks: long enough for what happens once a year, and every season counts once.
const MONTHS: Months = Months::new(12);

/// See the module.
pub(super) struct Year<'a> {
    pub workspace: &'a Workspace,
    pub desk: &'a Desk,
    pub now: DateTime<Utc>,
    /// Whole local days of the desk, the last one that of `now`.
    pub period: Period,
}

impl<'a> Year<'a> {
    /// The twelve months up to the day of `now`.
    pub fn until(workspace: &'a Workspace, now: DateTime<Utc>) -> Self {
        let zone = Period::zone_of(workspace);
        let last = zone.local(now).date();
        let first = last.checked_sub_months(MONTHS).and_then(|day| day.succ_opt()).unwrap_or(last);
        Self { workspace, desk: workspace.desk(), now, period: Period::of(first, last, zone) }
    }

    /// Whether it happened within them.
    pub fn has(&self, at: Option<DateTime<Utc>>) -> bool {
        at.is_some_and(|at| self.period.has(at))
    }

    /// Incidents that were resolved within them, and were not taken up again.
    pub fn resolved(&self) -> impl Iterator<Item = &'a Incident> {
        let is_within = |one: &&Incident| self.has(one.resolution.as_ref().map(|resolution| resolution.at));
        self.desk.incidents().filter(is_within)
    }

    /// Services that are there now: in the catalogue's part of the portfolio or, where nobody has written anything of
    /// one, known by name and not retired.
    pub fn live_services(&self) -> impl Iterator<Item = ServiceId> {
        let directory = self.desk.directory();
        let is_live = |id: &ServiceId| match self.desk.portfolio().listing(*id) {
            Some(listing) => listing.status.stage() == itsm::catalogue::Stage::Catalogue,
            None => !directory.is_retired(EntryId::Service(*id)),
        };
        directory.services.keys().copied().filter(is_live)
    }
}
