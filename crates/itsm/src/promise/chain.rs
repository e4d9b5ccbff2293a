//! Whether what is promised to a customer is covered by what groups and suppliers have promised beneath it.

use chrono::{DateTime, TimeDelta, Utc};

use super::record::{Promise, Standing, Version};
use super::terms::Kind;
use crate::desk::Desk;
use crate::ids::{PromiseId, ServiceId};
use crate::priority::{Matrix, Priority};
use crate::service_level::{Compiled, Measure};

/// Where a promise to a customer hangs in the air.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nobody has promised anything beneath it for this service.
    Uncovered(ServiceId),
    /// An agreement beneath allows more time than is promised.
    Slower(Slow),
    /// An agreement beneath has no target where there is a promise.
    Silent {
        /// Which one.
        beneath: PromiseId,
        /// What is promised.
        measure: Measure,
        /// At which priority.
        priority: Priority,
    },
    /// An agreement beneath does not work in all the hours of the promise.
    Hours {
        /// Which one.
        beneath: PromiseId,
        /// How many hours of the coming seven days it leaves out.
        missing: TimeDelta,
    },
    /// An agreement beneath ends before the promise does.
    EndsFirst {
        /// Which one.
        beneath: PromiseId,
        /// The first instant at which it holds no more.
        at: DateTime<Utc>,
    },
    /// An agreement beneath allows more downtime than is promised.
    LessAvailable {
        /// Which one.
        beneath: PromiseId,
        /// What it promises, in hundredths of a percent.
        allows: u16,
        /// What the customer was promised.
        promised: u16,
    },
}

/// See [`Gap::Slower`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slow {
    /// Which agreement beneath.
    pub beneath: PromiseId,
    /// What is measured.
    pub measure: Measure,
    /// At which priority.
    pub priority: Priority,
    /// How long it allows, in the business time of its own calendar.
    pub allows: TimeDelta,
    /// How long is promised, in the business time of the promise.
    pub promised: TimeDelta,
}

/// Agreements inside the house and with suppliers that share a service with this one and are not over.
pub fn beneath<'a>(desk: &'a Desk, promise: &Promise, now: DateTime<Utc>) -> Vec<&'a Promise> {
    let Some(above) = promise.latest() else { return Vec::new() };
    let shares = |one: &&Promise| {
        let alive = matches!(one.standing(now), Standing::InForce | Standing::Agreed);
        let shares = one.latest().is_some_and(|one| one.terms.services.iter().any(|id| above.terms.covers(*id)));
        one.kind() != Kind::Customer && alive && shares
    };
    desk.promises().all().filter(shares).collect()
}

/// Every gap beneath a promise to a customer; none for other kinds of agreements. A promise is as slow as the slowest
/// group or supplier whose work it may need, so each agreement beneath is held against it.
pub fn gaps(desk: &Desk, promise: &Promise, now: DateTime<Utc>) -> Vec<Gap> {
    let Some(above) = promise.latest().filter(|_| promise.kind() == Kind::Customer) else { return Vec::new() };
    let beneath = beneath(desk, promise, now);
    let covers = |id: ServiceId| beneath.iter().any(|one| one.latest().is_some_and(|version| version.terms.covers(id)));
    let mut gaps: Vec<Gap> =
        above.terms.services.iter().filter(|id| !covers(**id)).map(|id| Gap::Uncovered(*id)).collect();
    for one in beneath {
        if let Some(version) = one.latest() {
            against(above, one.id, version, now, &mut gaps);
        }
    }
    gaps
}

fn against(above: &Version, id: PromiseId, beneath: &Version, now: DateTime<Utc>, gaps: &mut Vec<Gap>) {
    for priority in (1..=Matrix::LOWEST).map(Priority) {
        for measure in [Measure::Response, Measure::Resolution] {
            let target = |version: &Version| version.terms.clocks.targets(priority).of(measure);
            match (target(above), target(beneath)) {
                (Some(promised), Some(allows)) if allows > promised => {
                    gaps.push(Gap::Slower(Slow { beneath: id, measure, priority, allows, promised }));
                }
                (Some(_), None) if measure == Measure::Resolution => {
                    gaps.push(Gap::Silent { beneath: id, measure, priority });
                }
                _ => {}
            }
        }
    }
    let missing = above.compiled.as_deref().zip(beneath.compiled.as_deref()).map(|(a, b)| missing(a, b, now));
    gaps.extend(
        missing.filter(|missing| *missing > TimeDelta::zero()).map(|missing| Gap::Hours { beneath: id, missing }),
    );
    let ends_first = beneath.terms.valid_until.filter(|at| above.terms.valid_until.is_none_or(|until| *at < until));
    gaps.extend(ends_first.map(|at| Gap::EndsFirst { beneath: id, at }));
    if let Some((promised, allows)) = above.terms.availability.zip(beneath.terms.availability)
        && allows.basis_points < promised.basis_points
    {
        let (allows, promised) = (allows.basis_points, promised.basis_points);
        gaps.push(Gap::LessAvailable { beneath: id, allows, promised });
    }
}

/// How many hours of the seven days from `now` on are open above and closed beneath, to a quarter of an hour.
fn missing(above: &Compiled, beneath: &Compiled, now: DateTime<Utc>) -> TimeDelta {
    const STEP_MINUTES: i64 = 15;
    const STEPS: i64 = 7 * 24 * 60 / STEP_MINUTES;
    if above.agreement().calendar == beneath.agreement().calendar {
        return TimeDelta::zero();
    }
    let at = |step: i64| now + TimeDelta::minutes(step * STEP_MINUTES);
    let alone = |step: &i64| above.calendar().is_open(at(*step)) && !beneath.calendar().is_open(at(*step));
    let count = (0..STEPS).filter(alone).count();
    TimeDelta::minutes(i64::try_from(count).unwrap_or(STEPS) * STEP_MINUTES)
}
