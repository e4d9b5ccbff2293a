//! One number of a team, a service or a category: what an improvement is judged by.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::improvement::{Amount, DeskMeasure, Scope};
use itsm::incident::Incident;

use super::{Period, attainment, reply, resolve, rework};
use crate::Workspace;
use crate::figures::Share;

/// Whether an incident is among those of a scope.
pub fn is_in(scope: Scope, incident: &Incident) -> bool {
    match scope {
        Scope::Everything => true,
        Scope::Group(id) => incident.group == Some(id),
        Scope::Service(id) => incident.service == Some(id),
        Scope::Category(id) => incident.category == Some(id),
    }
}

/// What a measure says of the period; `None` where nothing was counted.
pub fn scoped(
    workspace: &Workspace,
    measure: DeskMeasure,
    scope: Scope,
    period: &Period,
    now: DateTime<Utc>,
) -> Option<Amount> {
    let is_of = |incident: &Incident| is_in(scope, incident);
    match measure {
        DeskMeasure::Resolution => percent(attainment::among(workspace, period, now, is_of).all.resolution),
        DeskMeasure::Response => percent(attainment::among(workspace, period, now, is_of).all.response),
        DeskMeasure::Reopened => percent(rework::among(workspace, period, is_of).reopened),
        DeskMeasure::Reassigned => percent(rework::among(workspace, period, is_of).reassigned),
        DeskMeasure::TimeToResolve => hours(resolve::among(workspace, period, is_of).business?.median),
        DeskMeasure::TimeToReply => hours(reply::among(workspace, period, is_of).public_business?.median),
        DeskMeasure::Opened => {
            let incidents = workspace.desk().incidents();
            let opened = incidents.filter(|incident| period.has(incident.opened_at) && is_of(incident)).count();
            i64::try_from(opened).ok().map(Amount::whole)
        }
    }
}

fn percent(share: Share) -> Option<Amount> {
    Amount::percent(share.part, share.whole)
}

fn hours(span: TimeDelta) -> Option<Amount> {
    const SECONDS_AN_HOUR: i64 = 3600;
    span.num_seconds().checked_mul(Amount::ONE).map(|thousandths| Amount(thousandths / SECONDS_AN_HOUR))
}
