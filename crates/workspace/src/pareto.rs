//! Causes by how many incidents they explain, the largest first: the few that make up most of the trouble come first
//! into view (the Pareto principle). Where no cause is known yet, the incidents' categories stand in.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use itsm::incident::{Incident, State};
use itsm::problem::Problem;
use itsm::{CategoryId, ProblemId};

use crate::Workspace;

/// More bars cannot be read; the rest is one bar.
pub const MOST_BARS: usize = 10;
/// The mark up to which causes are called the vital few.
pub const MARK_PERCENT: usize = 80;

/// What a bar is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A problem whose cause is known.
    Problem(ProblemId),
    /// A category of incidents, as long as nobody knows more.
    Category(Option<CategoryId>),
    /// So many others together.
    Others(usize),
}

/// By what it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Problems with a known cause, open and closed.
    Causes,
    /// Categories of the incidents.
    Categories,
}

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is of.
    pub cause: Cause,
    /// How many incidents.
    pub incidents: usize,
    /// How many, with all bars before it.
    pub cumulative: usize,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pareto {
    /// The bars, the largest first; others last.
    pub bars: Vec<Bar>,
    /// All that is counted.
    pub whole: usize,
    /// How many bars it takes to reach the mark.
    pub vital: usize,
    /// Incidents of the same time that no bar counts: without a known cause.
    pub unexplained: usize,
}

/// Counts incidents opened at `since` or later; cancelled ones were no failures.
pub fn pareto(workspace: &Workspace, by: By, since: Option<DateTime<Utc>>) -> Pareto {
    let counts = |incident: &&Incident| {
        incident.state != State::Cancelled && since.is_none_or(|since| incident.opened_at >= since)
    };
    let desk = workspace.desk();
    let known = |id: ProblemId| desk.problem(id).is_ok_and(has_cause).then_some(Cause::Problem(id));
    let mut counted: BTreeMap<Cause, usize> = BTreeMap::new();
    let mut unexplained = 0;
    for incident in desk.incidents().filter(counts) {
        let cause = match by {
            By::Causes => incident.problem.and_then(known),
            By::Categories => Some(Cause::Category(incident.category)),
        };
        match cause {
            Some(cause) => *counted.entry(cause).or_default() += 1,
            None => unexplained += 1,
        }
    }
    charted(counted, unexplained)
}

/// Whether somebody has written down what really causes it.
pub fn has_cause(problem: &Problem) -> bool {
    !problem.analysis.cause.is_empty()
}

/// By what to count: by causes, if any known cause explains an incident.
pub fn usual(workspace: &Workspace) -> By {
    let desk = workspace.desk();
    let explains = |problem: &Problem| has_cause(problem) && desk.incidents_of_problem(problem.id).next().is_some();
    if desk.problems().any(explains) { By::Causes } else { By::Categories }
}

fn charted(counted: BTreeMap<Cause, usize>, unexplained: usize) -> Pareto {
    let whole = counted.values().sum();
    let mut sorted: Vec<(Cause, usize)> = counted.into_iter().collect();
    sorted.sort_by_key(|(cause, incidents)| (Reverse(*incidents), *cause));
    if sorted.len() > MOST_BARS {
        let others = sorted.split_off(MOST_BARS - 1);
        sorted.push((Cause::Others(others.len()), others.iter().map(|(_, incidents)| incidents).sum()));
    }
    let mut cumulative = 0;
    let bar = |(cause, incidents): (Cause, usize)| {
        cumulative += incidents;
        Bar { cause, incidents, cumulative }
    };
    let bars: Vec<Bar> = sorted.into_iter().map(bar).collect();
    let reached = bars.iter().position(|bar| bar.cumulative * 100 >= whole * MARK_PERCENT);
    let vital = if whole == 0 { 0 } else { reached.map_or(bars.len(), |place| place + 1) };
    Pareto { bars, whole, vital, unexplained }
}
