//! How an order is fulfilled: approvals, tasks and automatic steps, one after the other; the tasks of one step at once.

mod asked;
mod cost;
mod path;
mod run;

use std::sync::Arc;

use chrono::TimeDelta;

pub use asked::Circle;
pub use cost::{OrderCost, cost};
pub use path::{Path, Visit, Why, path};
pub use run::{DryRun, Missing, Stop, dry_run};

use super::form::Condition;
use super::ids::StepKey;
use super::money::Cents;
use crate::approval::Rule;
use crate::ids::{GroupId, PersonId};

/// The steps, in order. An empty one is fulfilled by one task of who supports the service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workflow {
    /// See above.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Which one.
    pub key: StepKey,
    /// What it is called ("Line manager approves").
    pub name: Arc<str>,
    /// When it is taken; always, if nothing is said.
    pub when: When,
    /// What it is.
    pub what: StepKind,
}

/// When a step is taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum When {
    /// With every order.
    #[default]
    Always,
    /// If the answers say so.
    Answers(Condition),
    /// If the order costs more than this.
    CostsMoreThan(Cents),
}

/// What a step is.
#[derive(Clone, Debug, PartialEq)]
pub enum StepKind {
    /// Some people are asked.
    Approval {
        /// Who.
        by: Vec<Approver>,
        /// How many of them must approve.
        rule: Rule,
        /// How much working time it usually takes.
        takes: TimeDelta,
    },
    /// Something is done; several tasks are done at once.
    Tasks(Vec<Task>),
    /// Something happens by itself ("Send the welcome mail").
    Automatic,
}

/// Who is asked for approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approver {
    /// The manager of who orders; the order says who that is.
    Manager,
    /// The owner of the service.
    Owner,
    /// A person.
    Person(PersonId),
}

/// A task.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Task {
    /// What is to be done.
    pub name: Arc<str>,
    /// The team it goes to; the one that supports the service, if nothing is said.
    pub group: Option<GroupId>,
    /// How much working time it usually takes.
    pub takes: TimeDelta,
}
