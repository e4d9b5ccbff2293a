//! How long it takes from the opening to the resolution, for what was resolved in the period.
//!
//! In calendar and in business time, each with and without the time on hold for which the agreement stops the clock.
//! A reopened incident takes until its latest resolution, and the gap counts: the service was not restored after all.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Incident, MilestoneKind, State};
use itsm::service_level::{Compiled, Measure};

use super::turns::resolved_at;
use super::{Period, Spread};
use crate::Workspace;

/// See the module; each is `None` where nothing was resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolve {
    /// By the wall clock, pending included.
    pub calendar: Option<Spread>,
    /// By the wall clock, pending taken out.
    pub calendar_active: Option<Spread>,
    /// Within the desk's hours, pending included.
    pub business: Option<Spread>,
    /// Within the desk's hours, pending taken out.
    pub business_active: Option<Spread>,
    /// How many took how long, by the wall clock, pending included.
    pub bands: Vec<Band>,
}

/// How many took a span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// More than this or exactly this.
    pub from: TimeDelta,
    /// Less than this; `None`: however long.
    pub until: Option<TimeDelta>,
    /// How many.
    pub count: usize,
}

/// Where bands end, in hours.
const BAND_ENDS_HOURS: [i64; 8] = [1, 4, 8, 24, 3 * 24, 7 * 24, 14 * 24, 30 * 24];

/// Measures what was resolved in the period, by the latest resolution of each incident.
pub fn resolve(workspace: &Workspace, period: &Period) -> Resolve {
    among(workspace, period, |_| true)
}

/// The same, of some incidents.
pub(super) fn among(workspace: &Workspace, period: &Period, is_of: impl Fn(&Incident) -> bool) -> Resolve {
    let agreement = workspace.desk().agreement();
    let mut all: [Vec<i64>; 4] = Default::default();
    for incident in workspace.desk().incidents().filter(|incident| is_of(incident)) {
        let Some(end) = resolved_at(incident).filter(|end| period.has(*end)) else { continue };
        let calendar = end - incident.opened_at;
        let business = agreement.calendar().between(incident.opened_at, end);
        let (held, held_business) = pending(incident, agreement, end);
        let spans = [calendar, calendar - held, business, business - held_business];
        all.iter_mut().zip(spans).for_each(|(of, span)| of.push(span.num_seconds()));
    }
    let [calendar, ..] = &all;
    let bands = bands(calendar);
    let [calendar, calendar_active, business, business_active] = all.each_mut().map(|spans| Spread::of(spans));
    Resolve { calendar, calendar_active, business, business_active, bands }
}

/// The time on hold before `end` for which the agreement stops the resolution clock: by the wall clock, and within
/// business hours.
fn pending(incident: &Incident, agreement: &Compiled, end: DateTime<Utc>) -> (TimeDelta, TimeDelta) {
    let (mut calendar, mut business) = (TimeDelta::zero(), TimeDelta::zero());
    let mut since = None;
    let mut stop = |since: Option<DateTime<Utc>>, at: DateTime<Utc>| {
        if let Some(since) = since.filter(|since| *since < at) {
            calendar += at - since;
            business += agreement.calendar().between(since, at);
        }
    };
    for milestone in &incident.milestones {
        let MilestoneKind::Became(state) = milestone.what else { continue };
        let at = milestone.at.clamp(incident.opened_at, end);
        stop(since.take(), at);
        let pauses = matches!(state, State::OnHold(reason) if agreement.pauses(Measure::Resolution, reason));
        since = pauses.then_some(at);
    }
    stop(since, end);
    (calendar, business)
}

fn bands(seconds: &[i64]) -> Vec<Band> {
    let ends = BAND_ENDS_HOURS.map(TimeDelta::hours);
    let starts = std::iter::once(TimeDelta::zero()).chain(ends);
    let mut bands: Vec<Band> = starts
        .zip(ends.into_iter().map(Some).chain([None]))
        .map(|(from, until)| Band { from, until, count: 0 })
        .collect();
    for &one in seconds {
        let place = bands.partition_point(|band| band.until.is_some_and(|until| until.num_seconds() <= one));
        if let Some(band) = bands.get_mut(place) {
            band.count += 1;
        }
    }
    bands
}
