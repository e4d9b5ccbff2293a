//! What the desk knows that can be written of a service without typing it.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::catalogue::{Target, TargetLevel};
use itsm::promise::{Kind, MeasuringPeriod};
use itsm::{Desk, ServiceId};

/// The targets of the service level agreements that cover a service and are in force, as customers read them. What was
/// agreed inside the house or with a supplier is no promise to customers.
pub fn targets(desk: &Desk, service: ServiceId, now: DateTime<Utc>) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    let mut note = |target: Target| {
        if !targets.iter().any(|known| known.what == target.what && known.level == target.level) {
            targets.push(target);
        }
    };
    for promise in desk.promises().all().filter(|promise| promise.kind() == Kind::Customer) {
        let Some(version) = promise.in_force_at(now) else { continue };
        let terms = &version.terms;
        if !terms.covers(service) {
            continue;
        }
        let hours: Arc<str> = ["In the hours of “", terms.title(), "”"].concat().into();
        if let Some(agreed) = &terms.availability {
            note(Target {
                what: "Availability".into(),
                level: TargetLevel::Share(u32::from(agreed.basis_points).saturating_mul(10)),
                within: [&*hours, ", each ", period(agreed.period)].concat().into(),
            });
        }
        for (priority, agreed) in (1..).zip(&terms.clocks.targets) {
            let priority: i32 = priority;
            let what = |begin: &str| -> Arc<str> { [begin, ", priority ", &priority.to_string()].concat().into() };
            if let Some(time) = agreed.resolution {
                note(Target { what: what("Restored"), level: TargetLevel::Time(time), within: hours.clone() });
            }
        }
    }
    targets
}

fn period(period: MeasuringPeriod) -> &'static str {
    match period {
        MeasuringPeriod::Month => "month",
        MeasuringPeriod::Quarter => "quarter",
        MeasuringPeriod::Year => "year",
    }
}

/// A service of that name that the directory knows and nobody has written of yet.
pub fn unwritten(desk: &Desk, name: &str) -> Option<ServiceId> {
    let name = name.trim().to_lowercase();
    let known = desk.directory().services.iter().find(|(_, known)| known.trim().to_lowercase() == name);
    known.map(|(id, _)| *id).filter(|id| desk.portfolio().listing(*id).is_none())
}
