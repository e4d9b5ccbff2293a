//! Steps of a workflow.

use chrono::TimeDelta;

use super::approvals::is_named;
use super::money::has_surcharge;
use super::offerings::at;
use super::possible::can_hold;
use super::refers::missing;
use super::words::is_blank;
use super::{Found, Here, Level, Part, Rule};
use crate::catalogue::money::Price;
use crate::catalogue::offering::Offering;
use crate::catalogue::workflow::{Step, StepKind, When};
use crate::directory::EntryId;

pub(super) const RULES: &[Rule] = &[
    Rule::offering(
        "step-no-name",
        Level::Should,
        "A step has no name",
        "Whoever follows their order sees the steps by name. A nameless one looks like a fault.",
        |_, offering| each(offering, |step| (!is_named(step)).then(nothing)),
    ),
    Rule::offering(
        "step-no-task",
        Level::Must,
        "A step has nothing to do",
        "A step of tasks without a task is skipped. What somebody meant to be done there is never done, and nobody notices.",
        |here, offering| {
            each(offering, |step| match &step.what {
                StepKind::Tasks(tasks) if tasks.is_empty() => {
                    let fix = take_out(here, offering, step);
                    Some(nothing().fix(fix))
                }
                _ => None,
            })
        },
    ),
    Rule::offering(
        "task-no-name",
        Level::Should,
        "A task does not say what to do",
        "Who gets it has to ask, or to guess, each time.",
        |_, offering| {
            each(offering, |step| match &step.what {
                StepKind::Tasks(tasks) if tasks.iter().any(|task| is_blank(&task.name)) => Some(nothing()),
                _ => None,
            })
        },
    ),
    Rule::offering(
        "task-team-gone",
        Level::Must,
        "A task goes to a team that is gone",
        "Nobody looks at what is sent there, so the order stops without anybody noticing.",
        |here, offering| {
            each(offering, |step| {
                let StepKind::Tasks(tasks) = &step.what else { return None };
                let is_gone = |group: &crate::ids::GroupId| here.is_gone(EntryId::Group(*group));
                let gone = tasks.iter().filter_map(|task| task.group).find(is_gone)?;
                let name = here.catalogue.directory.group(gone);
                let has_support = here.has_support();
                let fix = has_support.then(|| {
                    here.step("Give it to the supporting team", offering, step.key, |step| {
                        if let StepKind::Tasks(tasks) = &mut step.what {
                            for task in tasks {
                                task.group = task.group.filter(|group| !is_gone(group));
                            }
                        }
                    })
                });
                Some(nothing().about(format!("“{name}”")).fix(fix))
            })
        },
    ),
    Rule::offering(
        "task-no-team",
        Level::Must,
        "A task goes to nobody",
        "It names no team, and the service has no supporting team that it could go to.",
        |here, offering| {
            let has_support = here.listed.content.support.is_some();
            each(offering, |step| match &step.what {
                StepKind::Tasks(tasks) if !has_support && tasks.iter().any(|task| task.group.is_none()) => {
                    Some(nothing())
                }
                _ => None,
            })
        },
    ),
    Rule::offering(
        "step-condition-gone",
        Level::Must,
        "A step’s condition names what is gone",
        "No answer can be what the form no longer asks, so the step is left out of every order, or taken with every one.",
        |here, offering| {
            each(offering, |step| {
                let When::Answers(condition) = &step.when else { return None };
                let what = missing(&offering.form, condition)?;
                Some(nothing().about(what).fix(always(here, offering, step)))
            })
        },
    ),
    Rule::offering(
        "step-never",
        Level::Must,
        "A step is never taken",
        "No order can make its condition true. An approval that is never asked for protects nobody.",
        |here, offering| {
            each(offering, |step| {
                let is_never = match &step.when {
                    When::Always => false,
                    When::Answers(condition) => {
                        missing(&offering.form, condition).is_none() && !can_hold(&offering.form, &[condition])
                    }
                    // Where nothing costs anything, no order costs more than any limit.
                    When::CostsMoreThan(_) => costs_nothing(offering),
                };
                is_never.then(|| nothing().fix(always(here, offering, step)))
            })
        },
    ),
    Rule::offering(
        "target-too-short",
        Level::Must,
        "It promises less time than it takes",
        "The promise counts from the approval on. The tasks of every order usually take longer, so every order would break it.",
        |here, offering| {
            let least = least_time(offering);
            let short = offering.target.filter(|target| *target < least);
            let found = short.map(|target| {
                let fix =
                    here.facts(&format!("Promise {}", hours(least)), offering, |facts| facts.target = Some(least));
                let about = format!("{} promised, {} usual", hours(target), hours(least));
                at(offering.key).about(about).fix(fix)
            });
            found.into_iter().collect()
        },
    ),
    Rule::offering(
        "offering-no-target",
        Level::Should,
        "It does not say how long an order takes",
        "Who orders wants to know when it will be there. Without a promise they ask, and every order feels late.",
        |here, offering| {
            // The priority of an incident says by when it is resolved.
            if offering.target.is_some() || offering.opens_incident() {
                return Vec::new();
            }
            let usual = least_time(offering);
            let fix = (usual > TimeDelta::zero()).then(|| {
                here.facts(&format!("Promise the usual {}", hours(usual)), offering, |facts| facts.target = Some(usual))
            });
            vec![at(offering.key).fix(fix)]
        },
    ),
];

impl Here<'_> {
    /// Whether a team supports the service that is there.
    fn has_support(&self) -> bool {
        self.listed.content.support.is_some_and(|group| !self.is_gone(EntryId::Group(group)))
    }
}

fn nothing() -> Found {
    Found::new(Part::Whole)
}

fn each(offering: &Offering, find: impl Fn(&Step) -> Option<Found>) -> Vec<Found> {
    let steps = offering.workflow.steps.iter();
    steps.filter_map(|step| Some(Found { part: Part::Step(offering.key, step.key), ..find(step)? })).collect()
}

/// Taking the step with every order, unless every order would then take longer than is promised.
fn always(here: &Here, offering: &Offering, step: &Step) -> Option<super::Fix> {
    let takes = least_time(offering).checked_add(&step_time(step)).unwrap_or(TimeDelta::MAX);
    let keeps_promise = offering.target.is_none_or(|target| takes <= target);
    keeps_promise.then(|| here.step("Take it always", offering, step.key, |step| step.when = When::Always))
}

/// Whether no order can cost anything.
fn costs_nothing(offering: &Offering) -> bool {
    let is_nothing = match &offering.price {
        Price::Free => true,
        Price::Fixed(amount) | Price::PerUnit { amount, .. } | Price::Subscription { amount, .. } => *amount == 0,
        Price::Unsaid | Price::ChargeBack { .. } => false,
    };
    is_nothing && !has_surcharge(&offering.form)
}

fn take_out(here: &Here, offering: &Offering, step: &Step) -> super::Fix {
    let mut workflow = offering.workflow.clone();
    workflow.steps.retain(|one| one.key != step.key);
    let edit = crate::catalogue::edit::Edit::Workflow(offering.key, Box::new(workflow));
    super::Fix::edit("Take the step out", here.id, edit)
}

/// The working time from the approval on of the steps that every order goes through; tasks of one step are done at once.
/// Steps under a condition are left out, so an order may take longer, but not less, than is usual. Approvals are left
/// out, as what is promised counts from the last of them ([`crate::catalogue::workflow::dry_run`]).
fn least_time(offering: &Offering) -> TimeDelta {
    let steps = offering.workflow.steps.iter().filter(|step| step.when == When::Always);
    let times = steps.map(step_time);
    times.fold(TimeDelta::zero(), |sum, time| sum.checked_add(&time).unwrap_or(TimeDelta::MAX))
}

fn step_time(step: &Step) -> TimeDelta {
    match &step.what {
        StepKind::Tasks(tasks) => tasks.iter().map(|task| task.takes).max().unwrap_or_default(),
        StepKind::Approval { .. } | StepKind::Automatic => TimeDelta::zero(),
    }
}

/// Working time in words: hours, or minutes below two of them.
fn hours(time: TimeDelta) -> String {
    let minutes = time.num_minutes();
    match (minutes / 60, minutes % 60) {
        (1, 0) => String::from("1 working hour"),
        (hours, 0) if hours > 0 => format!("{hours} working hours"),
        (0 | 1, _) => format!("{minutes} working minutes"),
        (hours, rest) => format!("{hours} h {rest} min of working time"),
    }
}
