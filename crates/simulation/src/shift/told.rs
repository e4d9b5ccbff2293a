//! What was so, for whoever looks back at a shift.

use std::collections::BTreeMap;

use super::play::Shift;
use super::{CaseTruth, FaultTruth, Truth};
use crate::SimTime;
use crate::scenario::FaultIs;

impl Shift {
    /// The hidden part of the shift, as it is now; whole once the shift is over.
    pub fn truth(&self) -> Truth {
        let times = |all: &[SimTime]| all.iter().map(|at| at.utc()).collect();
        let cases: BTreeMap<_, _> = self
            .state
            .cases
            .iter()
            .filter(|(_, case)| case.has_come())
            .map(|(key, case)| {
                let truth = CaseTruth {
                    who: case.planned.who.clone(),
                    channel: case.planned.channel,
                    at: case.arrived.utc(),
                    fault: case.planned.fault.clone(),
                    offer: case.planned.offer.clone(),
                    stake: case.stake,
                    truth: case.planned.truth.clone(),
                    noise: case.planned.noise,
                    met: times(&case.met),
                };
                (key.clone(), truth)
            })
            .collect();
        let faults = self.state.faults.iter().map(|(key, fault)| {
            let truth = FaultTruth {
                fault: fault.planned.fault.clone(),
                item: fault.planned.item.clone(),
                began: times(&fault.began),
                ended: times(&fault.ended),
                gone: fault.is == FaultIs::Gone,
            };
            (key.clone(), truth)
        });
        Truth {
            files: self.plan.files.clone(),
            from: self.plan.from.utc(),
            to: self.plan.to.utc(),
            cases,
            faults: faults.collect(),
            losses: self.losses.clone(),
        }
    }
}
