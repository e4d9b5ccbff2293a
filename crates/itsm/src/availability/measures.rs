//! How available a service was, and how reliable and maintainable.
//!
//! Availability is the share of the agreed service time in which the service was there. Maintenance inside agreed windows
//! is taken out of the agreed service time, so that it neither counts as downtime nor flatters the figure. The mean times
//! go by the wall clock, because a failure does not know the agreed hours.

use chrono::{DateTime, TimeDelta, Utc};

use super::period::Span;
use super::record::{Availability, Outage};
use crate::calendar::{Calendar, Pauses};

/// The measures of one service over a period, as far as it has passed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// The agreed service time, planned maintenance taken out.
    pub agreed: TimeDelta,
    /// The maintenance that was taken out.
    pub planned: TimeDelta,
    /// How much of the agreed time the service was gone; what overlaps counts once.
    pub downtime: TimeDelta,
    /// How often it failed in the period.
    pub failures: usize,
    /// Mean time to restore service: from a failure until the service is restored.
    pub mtrs: Option<TimeDelta>,
    /// Mean time between failures: from the service being restored until the next failure. Needs two failures.
    pub mtbf: Option<TimeDelta>,
}

impl Measures {
    /// (agreed service time − downtime) ÷ agreed service time, 0 to 1; `None` if no service time has passed.
    pub fn availability(&self) -> Option<f64> {
        let agreed = self.agreed.as_seconds_f64();
        (agreed > 0.0).then(|| (agreed - self.downtime.as_seconds_f64()) / agreed)
    }

    /// Mean time between service incidents: MTBF + MTRS, from one failure to the next.
    pub fn mtbsi(&self) -> Option<TimeDelta> {
        self.mtbf.zip(self.mtrs).map(|(between, restore)| between + restore)
    }

    /// Whether a target in hundredths of a percent is kept so far; `None` if no service time has passed.
    pub fn keeps(&self, basis_points: u16) -> Option<bool> {
        // In whole milliseconds, so that a target that is met exactly is met.
        let up = i128::from((self.agreed - self.downtime).num_milliseconds()) * 10_000;
        let agreed = i128::from(self.agreed.num_milliseconds());
        (agreed > 0).then(|| up >= agreed * i128::from(basis_points))
    }
}

/// Works them out for what has passed of the period by `now`.
pub fn measures(known: Option<&Availability>, hours: &Calendar, span: Span, now: DateTime<Utc>) -> Measures {
    let until = span.until.min(now).max(span.from);
    let clip = |(from, to): (DateTime<Utc>, DateTime<Utc>)| (from.max(span.from), to.min(until));
    let of = |planned: bool| {
        let outages = known.into_iter().flat_map(Availability::counted).map(|(_, outage)| outage);
        let stretches = outages.filter(move |outage| outage.planned == planned);
        stretches.map(move |outage| (outage.from, outage.until.unwrap_or(now).min(now.max(outage.from))))
    };
    let planned = Pauses::new(of(true).map(clip));
    let gone = Pauses::new(of(false).map(clip));
    let open = hours.pausing(&planned);
    let whole = hours.between(span.from, until);
    let agreed = open.between(span.from, until);
    let downtime = gone.iter().map(|(from, to)| open.between(from, to)).sum();
    let (failures, mtrs, mtbf) = mean_times(known, span, until);
    Measures { agreed, planned: whole - agreed, downtime, failures, mtrs, mtbf }
}

fn mean_times(
    known: Option<&Availability>,
    span: Span,
    until: DateTime<Utc>,
) -> (usize, Option<TimeDelta>, Option<TimeDelta>) {
    let outages = known.into_iter().flat_map(Availability::counted).map(|(_, outage)| outage);
    let failed = outages.filter(|outage| !outage.planned && span.from <= outage.from && outage.from < until);
    let mut failures: Vec<&Outage> = failed.collect();
    failures.sort_by_key(|outage| outage.from);
    let restored = failures.iter().filter_map(|outage| Some(outage.until? - outage.from));
    let between = failures.windows(2).filter_map(|pair| match pair {
        [one, next] => Some((next.from - one.until?).max(TimeDelta::zero())),
        _ => None,
    });
    (failures.len(), mean(restored), mean(between))
}

fn mean(spans: impl Iterator<Item = TimeDelta>) -> Option<TimeDelta> {
    let (sum, count) = spans.fold((TimeDelta::zero(), 0_i32), |(sum, count), span| (sum + span, count + 1));
    (count > 0).then(|| sum / count)
}
