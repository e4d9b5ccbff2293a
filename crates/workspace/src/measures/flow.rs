//! What came in, what went out, and what was left: opened, resolved and backlog over time.

use super::turns::{Turn, turns};
use super::{Bucket, Period, Step};
use crate::Workspace;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    /// How many were open when the period began.
    pub backlog_before: usize,
    /// Step by step, oldest first.
    pub steps: Vec<FlowStep>,
}

/// What happened in one step. Turns are counted, not incidents: who is resolved twice counts twice. It holds that
/// backlog = backlog before + opened + reopened − resolved − cancelled.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowStep {
    /// Which days.
    pub bucket: Bucket,
    /// Opened.
    pub opened: usize,
    /// Resolved (or closed while open).
    pub resolved: usize,
    /// Cancelled while open.
    pub cancelled: usize,
    /// Back in the backlog after having left it.
    pub reopened: usize,
    /// Closed for good.
    pub closed: usize,
    /// Open at the end of the step.
    pub backlog: usize,
}

/// Counts the turns of all incidents in the steps of the period.
pub fn flow(workspace: &Workspace, period: &Period, step: Step) -> Flow {
    let blank = |bucket| FlowStep { bucket, opened: 0, resolved: 0, cancelled: 0, reopened: 0, closed: 0, backlog: 0 };
    let mut steps: Vec<FlowStep> = period.buckets(step).into_iter().map(blank).collect();
    let mut before = 0_i64;
    for incident in workspace.desk().incidents() {
        turns(incident, |at, turn| {
            if at < period.from() {
                before += change(turn);
            } else if at < period.until() {
                let place = steps.partition_point(|step| step.bucket.days.until() <= at);
                if let Some(step) = steps.get_mut(place) {
                    *match turn {
                        Turn::Opened => &mut step.opened,
                        Turn::Resolved => &mut step.resolved,
                        Turn::Cancelled => &mut step.cancelled,
                        Turn::Reopened => &mut step.reopened,
                        Turn::Closed => &mut step.closed,
                    } += 1;
                }
            }
        });
    }
    let backlog_before = usize::try_from(before).unwrap_or(0);
    let mut backlog = backlog_before;
    for step in &mut steps {
        backlog = (backlog + step.opened + step.reopened).saturating_sub(step.resolved + step.cancelled);
        step.backlog = backlog;
    }
    Flow { backlog_before, steps }
}

impl Flow {
    /// One column, summed up.
    pub fn sum(&self, of: impl Fn(&FlowStep) -> usize) -> usize {
        self.steps.iter().map(of).sum()
    }
}

fn change(turn: Turn) -> i64 {
    match turn {
        Turn::Opened | Turn::Reopened => 1,
        Turn::Resolved | Turn::Cancelled => -1,
        Turn::Closed => 0,
    }
}
