//! A dry run: what would become of an order, before anybody orders. Nothing is kept.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::cost::OrderCost;
use super::path::{Visit, path};
use super::{Approver, StepKind, Task, When};
use crate::approval::Rule;
use crate::calendar::Calendar;
use crate::catalogue::content::Content;
use crate::catalogue::form::Answers;
use crate::catalogue::offering::Offering;

/// What would become of an order.
#[derive(Clone, Debug, PartialEq)]
pub struct DryRun<'a> {
    /// What it costs.
    pub cost: OrderCost,
    /// Every step, in the order of the path; those that are not taken have no span.
    pub stops: Vec<Stop<'a>>,
    /// How much working time approvals take.
    pub approval: TimeDelta,
    /// How much working time passes from the last approval until all is done: parallel tasks take the longest of them.
    pub fulfilment: TimeDelta,
    /// When the last approval is given; the promise counts from there.
    pub approved_at: Option<DateTime<Utc>>,
    /// When all is done; `None` if the calendar never gets there.
    pub done_at: Option<DateTime<Utc>>,
    /// Within how much working time from the approval on it is promised.
    pub target: Option<TimeDelta>,
    /// By when it is promised.
    pub promised_by: Option<DateTime<Utc>>,
    /// What stands in the way of an order, or of a good promise.
    pub missing: Vec<Missing>,
}

/// What becomes of one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop<'a> {
    /// Whether it is taken, and why.
    pub visit: Visit<'a>,
    /// How much working time it takes; none if it is not taken.
    pub takes: TimeDelta,
    /// From when until when, if it is taken and the calendar gets there.
    pub span: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

/// What stands in the way, or leaves a question open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The step asks the owner, and the service has none.
    NoOwner(Arc<str>),
    /// The step asks nobody.
    NobodyAsked(Arc<str>),
    /// More approvals are needed than people are asked.
    QuorumTooHigh(Arc<str>),
    /// The step has no tasks.
    NoTasks(Arc<str>),
    /// The task goes to no team, and the service has no team that supports it.
    NoTeam(Arc<str>),
    /// Nobody has said how long the step or task takes.
    NoTime(Arc<str>),
    /// Nothing is promised.
    NoTarget,
    /// The step looks at the cost, and the offering says no price.
    NoPrice(Arc<str>),
    /// The calendar never gets to the end of it.
    NeverDone,
}

impl DryRun<'_> {
    /// How much working time passes from the order until all is done.
    pub fn total(&self) -> TimeDelta {
        self.approval + self.fulfilment
    }

    /// Whether the promise would be kept; `None` where nothing is promised.
    pub fn is_kept(&self) -> Option<bool> {
        self.target.map(|target| self.fulfilment <= target)
    }

    /// Whether an order would be refused.
    pub fn is_blocked(&self) -> bool {
        self.missing.iter().any(Missing::blocks)
    }
}

impl Missing {
    /// Whether nobody could order because of it.
    pub fn blocks(&self) -> bool {
        matches!(self, Missing::NoOwner(_) | Missing::NobodyAsked(_))
    }

    /// What is missing, in a sentence.
    pub fn sentence(&self) -> String {
        let about = |name: &str, rest: &str| ["“", name, "”: ", rest].concat();
        match self {
            Missing::NoOwner(step) => about(step, "nobody can give this approval, as the service has no owner."),
            Missing::NobodyAsked(step) => about(step, "nobody is asked, so it would never end. Say who decides."),
            Missing::QuorumTooHigh(step) => {
                about(step, "it needs more approvals than people are asked. All of them will have to approve.")
            }
            Missing::NoTasks(step) => about(step, "it has no tasks, so nothing is done in it."),
            Missing::NoTeam(task) => about(task, "no team does it, and the service has no team that supports it."),
            Missing::NoTime(task) => about(task, "nobody has said how long it takes; it counts as no time."),
            Missing::NoTarget => "Nothing is promised: the offering has no fulfilment target.".to_owned(),
            Missing::NoPrice(step) => about(step, "it looks at the cost, and the offering says no price."),
            Missing::NeverDone => "The desk’s calendar never gets to the end of it.".to_owned(),
        }
    }
}

/// Tries an order out: the way it takes, and how long that is in working time of the calendar.
pub fn dry_run<'a>(
    content: &Content,
    offering: &'a Offering,
    answers: &Answers,
    quantity: u16,
    calendar: &Calendar,
    start: DateTime<Utc>,
) -> DryRun<'a> {
    let path = path(offering, answers, quantity);
    let cost = path.cost;
    let mut run = DryRun {
        cost,
        stops: Vec::new(),
        approval: TimeDelta::zero(),
        fulfilment: TimeDelta::zero(),
        approved_at: Some(start),
        done_at: Some(start),
        target: offering.target,
        promised_by: None,
        missing: Vec::new(),
    };
    for visit in path.visits {
        let takes = if visit.is_taken { visit.step.what.takes() } else { TimeDelta::zero() };
        let from = run.done_at.filter(|_| visit.is_taken);
        let until = from.and_then(|from| calendar.add(from, takes).ok());
        if visit.is_taken {
            run.missing.extend(missing(content, &visit, cost));
            run.done_at = until;
            if visit.step.is_approval() {
                run.approval += takes;
                run.approved_at = until;
            } else {
                run.fulfilment += takes;
            }
        }
        run.stops.push(Stop { span: from.zip(until), visit, takes });
    }
    match (run.target, run.approved_at) {
        (None, _) => run.missing.push(Missing::NoTarget),
        (Some(target), Some(at)) => run.promised_by = calendar.add(at, target).ok(),
        (Some(_), None) => {}
    }
    if run.done_at.is_none() {
        run.missing.push(Missing::NeverDone);
    }
    run
}

/// The longest that anything is counted as: nobody waits ten years, and sums stay far from any limit.
const LONGEST: TimeDelta = TimeDelta::days(3_660);

/// A time as people mean it: neither less than none nor beyond all measure.
pub(crate) fn sane(takes: TimeDelta) -> TimeDelta {
    takes.clamp(TimeDelta::zero(), LONGEST)
}

impl StepKind {
    /// How much working time it takes: of tasks that are done at once, the longest.
    pub fn takes(&self) -> TimeDelta {
        match self {
            StepKind::Approval { takes, .. } => sane(*takes),
            StepKind::Tasks(tasks) => tasks.iter().map(|task| sane(task.takes)).max().unwrap_or_default(),
            StepKind::Automatic => TimeDelta::zero(),
        }
    }
}

/// Whether an approval cannot be given without the owner.
fn needs_owner(by: &[Approver], rule: Rule) -> bool {
    let is_owner = |one: &Approver| *one == Approver::Owner;
    if rule == Rule::Any { by.iter().all(is_owner) } else { by.iter().any(is_owner) }
}

/// What is missing in a step that is taken.
fn missing(content: &Content, visit: &Visit<'_>, cost: OrderCost) -> Vec<Missing> {
    let step = visit.step;
    let name = || step.name.clone();
    let mut missing = Vec::new();
    match &step.what {
        StepKind::Approval { by, rule, takes } => {
            if by.is_empty() {
                missing.push(Missing::NobodyAsked(name()));
            } else if content.owner.is_none() && needs_owner(by, *rule) {
                missing.push(Missing::NoOwner(name()));
            }
            if matches!(rule, Rule::Quorum(many) if usize::from(*many) > by.len()) {
                missing.push(Missing::QuorumTooHigh(name()));
            }
            if *takes <= TimeDelta::zero() {
                missing.push(Missing::NoTime(name()));
            }
        }
        StepKind::Tasks(tasks) if tasks.is_empty() => missing.push(Missing::NoTasks(name())),
        StepKind::Tasks(tasks) => {
            let no_team = |task: &&Task| task.group.is_none() && content.support.is_none();
            missing.extend(tasks.iter().filter(no_team).map(|task| Missing::NoTeam(task.name.clone())));
            let no_time = |task: &&Task| task.takes <= TimeDelta::zero();
            missing.extend(tasks.iter().filter(no_time).map(|task| Missing::NoTime(task.name.clone())));
        }
        StepKind::Automatic => {}
    }
    if matches!(step.when, When::CostsMoreThan(_)) && !cost.is_said {
        missing.push(Missing::NoPrice(name()));
    }
    missing
}
