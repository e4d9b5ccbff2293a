//! Workflows, on both sides: step by step, and their order.

use super::{Ask, Cell, order, pick, steps};
use crate::catalogue::ids::{OfferingKey, StepKey};
use crate::catalogue::workflow::{Step, Workflow};
use crate::ids::ServiceId;

pub(super) fn joined(
    at: (ServiceId, OfferingKey),
    base: &Workflow,
    mine: &Workflow,
    theirs: &Workflow,
    ask: Ask,
) -> Workflow {
    if mine == theirs {
        return mine.clone();
    }
    let (id, offering) = at;
    let order = order::joined(&steps(base), &steps(mine), &steps(theirs), Cell::StepOrder(id, offering), ask);
    let each = order.into_iter().filter_map(|key| {
        let (b, m, t) = (step(base, key), step(mine, key), step(theirs, key));
        pick(b, m, t, Cell::Step(id, offering, key), ask)
    });
    Workflow { steps: each.collect() }
}

pub(super) fn step(workflow: &Workflow, key: StepKey) -> Option<&Step> {
    workflow.steps.iter().find(|step| step.key == key)
}
