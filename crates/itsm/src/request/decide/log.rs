//! Logging a request, and correcting what is known of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::TimeDelta;

use super::allowed::{Action, check};
use super::approve::not_their_own;
use super::{Steps, on};
use crate::approval::Rule;
use crate::desk::{Context, Desk, Happening, RecordId};
use crate::directory::EntryId;
use crate::fields::{filled, last_of_each_field, summary, trimmed};
use crate::ids::{PersonId, RequestId};
use crate::incident;
use crate::link::{self, Link, Relation};
use crate::refusal::Refusal;
use crate::request::command::{Amendment, Form, Origin, Plan, Step, Wanted};
use crate::request::event::Event;
use crate::request::record::{Request, TaskId};
use crate::retire::offered;

/// More things than can be followed in one place.
const MOST_ITEMS: usize = 20;
/// More steps than one person can oversee.
pub(super) const MOST_TASKS: usize = 30;
/// Each round makes the requester wait again.
const MOST_ROUNDS: usize = 5;
/// A promise of more than a year of working time is a project's.
const LONGEST_TARGET_HOURS: i64 = 2_500;

pub(super) fn log(desk: &Desk, form: Form, from: Option<Origin>, context: &Context) -> Result<Steps, Refusal> {
    let form = checked(desk, form)?;
    let id = desk.requests.next(context.tag);
    desk.requests.is_free(id)?;
    let mut steps = vec![on(id, Event::Logged(Box::new(form)))];
    if let Some(Origin { incident, because }) = from {
        incident::why_not(desk, incident, incident::Action::Cancel).map_or(Ok(()), Err)?;
        let because = filled(because, "reason", "the caller has to know why nothing is repaired")?;
        let link = Link { relation: Relation::LedTo, to: RecordId::Request(id) };
        steps.push(Happening::Link(RecordId::Incident(incident), link::Event::Linked(link)));
        steps.push(Happening::Incident(incident, incident::Event::Cancelled { because }));
    }
    Ok(steps)
}

fn checked(desk: &Desk, mut form: Form) -> Result<Form, Refusal> {
    form.summary = summary(form.summary)?;
    form.description = trimmed(form.description);
    let directory = desk.directory();
    let Some(requester) = form.requester else {
        return Err(Refusal::Missing { field: "requester", because: "somebody has to be told what becomes of it" });
    };
    offered(desk, &directory.people, form.requester, None, EntryId::Person, "requester")?;
    // For oneself is the rule; only another person says something.
    form.beneficiary = form.beneficiary.filter(|person| *person != requester);
    offered(desk, &directory.people, form.beneficiary, None, EntryId::Person, "for whom")?;
    offered(desk, &directory.services, form.service, None, EntryId::Service, "service")?;
    target_fits(form.target)?;
    if form.items.is_empty() {
        return Err(Refusal::Missing { field: "an item", because: "a request asks for something; say for what" });
    }
    if form.items.len() > MOST_ITEMS {
        return Err(Refusal::Invalid { field: "items", because: "nobody can follow more than 20 in one request" });
    }
    form.items = form.items.into_iter().map(|item| wanted(desk, item)).collect::<Result<_, Refusal>>()?;
    if form.approvals.len() > MOST_ROUNDS {
        return Err(Refusal::Invalid {
            field: "approvals",
            because: "after five rounds nobody waits any more; ask fewer, or at once",
        });
    }
    let step = |step| round(desk, step, requester, form.beneficiary);
    form.approvals = form.approvals.into_iter().map(step).collect::<Result<_, Refusal>>()?;
    Ok(form)
}

fn target_fits(target: Option<TimeDelta>) -> Result<(), Refusal> {
    let fits = |target: TimeDelta| target > TimeDelta::zero() && target <= TimeDelta::hours(LONGEST_TARGET_HOURS);
    if target.is_none_or(fits) {
        return Ok(());
    }
    Err(Refusal::Invalid {
        field: "promised within",
        because: "a promise is from some minutes to 2,500 working hours; leave it empty to promise nothing",
    })
}

/// A step of approval with each approver once, if they may be asked.
fn round(desk: &Desk, step: Step, requester: PersonId, beneficiary: Option<PersonId>) -> Result<Step, Refusal> {
    let name = filled(step.name, "whose approval", "everybody has to see whose word is waited for")?;
    let mut asked = BTreeSet::new();
    let approvers: Vec<PersonId> = step.approvers.into_iter().filter(|person| asked.insert(*person)).collect();
    if approvers.is_empty() {
        return Err(Refusal::Missing { field: "approvers", because: "a step that asks nobody would never end" });
    }
    for person in &approvers {
        offered(desk, &desk.directory().people, Some(*person), None, EntryId::Person, "approvers")?;
        not_their_own(requester, beneficiary, *person)?;
    }
    if let Rule::Quorum(many) = step.rule
        && (many == 0 || usize::from(many) > approvers.len())
    {
        return Err(Refusal::Invalid { field: "approvers", because: "a quorum is from one to all who are asked" });
    }
    Ok(Step { name, rule: step.rule, approvers })
}

/// An item with its texts trimmed and at least one task, if it may be asked for.
fn wanted(desk: &Desk, mut item: Wanted) -> Result<Wanted, Refusal> {
    item.name = filled(item.name, "item", "what is asked for has to have a name")?;
    if item.quantity == 0 {
        return Err(Refusal::Invalid { field: "quantity", because: "ask for at least one, or leave the item out" });
    }
    if item.tasks.is_empty() {
        item.tasks.push(Plan { name: Arc::from("Fulfil it"), ..Plan::default() });
    }
    if item.tasks.len() > MOST_TASKS {
        return Err(Refusal::Invalid {
            field: "tasks",
            because: "more than 30 tasks for one item are a project; ask for several items",
        });
    }
    let planned = |(place, plan): (usize, Plan)| planned(desk, place, plan);
    item.tasks = item.tasks.into_iter().enumerate().map(planned).collect::<Result<_, Refusal>>()?;
    Ok(item)
}

/// The task at a place of a plan. It may depend on those before it only, so no task can wait for itself.
fn planned(desk: &Desk, place: usize, mut plan: Plan) -> Result<Plan, Refusal> {
    plan.name = task_name(plan.name)?;
    let directory = desk.directory();
    offered(desk, &directory.groups, plan.group, None, EntryId::Group, "group")?;
    offered(desk, &directory.people, plan.assignee, None, EntryId::Person, "person")?;
    plan.depends_on.sort_unstable();
    plan.depends_on.dedup();
    let is_earlier = |id: &TaskId| (0..place).any(|before| TaskId::planned(before) == *id);
    if !plan.depends_on.iter().all(is_earlier) {
        return Err(Refusal::Invalid { field: "tasks", because: "a task can only wait for one that stands before it" });
    }
    Ok(plan)
}

pub(super) fn task_name(name: Arc<str>) -> Result<Arc<str>, Refusal> {
    filled(name, "task", "whoever gets it has to know what to do")
}

pub(super) fn amend(desk: &Desk, id: RequestId, changes: Vec<Amendment>) -> Result<Steps, Refusal> {
    let request = check(desk, id, Action::Amend)?;
    let fits = |change| amendment(desk, request, change);
    let mut last = last_of_each_field(changes.into_iter().map(fits).collect::<Result<Vec<_>, Refusal>>()?);
    last.retain(|change| !says_nothing_new(request, change));
    if last.is_empty() {
        return Err(Refusal::Missing { field: "a change", because: "everything is already as you wrote it" });
    }
    Ok(last.into_iter().map(|change| on(id, Event::Amended(change))).collect())
}

fn amendment(desk: &Desk, now: &Request, change: Amendment) -> Result<Amendment, Refusal> {
    match change {
        Amendment::Summary(text) => return summary(text).map(Amendment::Summary),
        Amendment::Description(text) => return Ok(Amendment::Description(trimmed(text))),
        Amendment::Service(id) => {
            offered(desk, &desk.directory().services, id, now.service, EntryId::Service, "service")?;
        }
        Amendment::Target(target) => target_fits(target)?,
        Amendment::Kind(_) => {}
    }
    Ok(change)
}

fn says_nothing_new(request: &Request, change: &Amendment) -> bool {
    match change {
        Amendment::Summary(text) => request.summary == *text,
        Amendment::Description(text) => request.description == *text,
        Amendment::Kind(kind) => request.kind == *kind,
        Amendment::Service(id) => request.service == *id,
        Amendment::Target(target) => request.target == *target,
    }
}
