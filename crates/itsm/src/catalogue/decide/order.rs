//! Ordering: a request, with the approvals and tasks that the published workflow asks for; or an incident, where the
//! offering opens one.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::report::report;
use crate::approval::Rule;
use crate::catalogue::command::Order;
use crate::catalogue::content::Content;
use crate::catalogue::form::{self, Answers, Wrong};
use crate::catalogue::offering::{Kind, Offering};
use crate::catalogue::portfolio::Status;
use crate::catalogue::record::{Listing, Version};
use crate::catalogue::workflow::{Circle, Step, StepKind, path};
use crate::desk::{Command, Context, Desk, Happening};
use crate::ids::PersonId;
use crate::incident::Channel;
use crate::refusal::Refusal;
use crate::request::{self, Form, Ordered, Plan, TaskId, Wanted};
use crate::role;

/// More than this is negotiated, not ordered.
const MOST: u16 = 10_000;
/// More things than a request takes.
const MOST_ITEMS: usize = 20;

pub(super) fn may(_desk: &Desk, listing: &Listing, now: DateTime<Utc>) -> Result<(), Refusal> {
    offered(listing, now).map(drop)
}

/// The version that can be ordered now.
fn offered(listing: &Listing, now: DateTime<Utc>) -> Result<&Version, Refusal> {
    let Some(version) = (listing.status == Status::Launched).then(|| listing.published(now)).flatten() else {
        return Err(Refusal::Rule {
            rule: "it is not offered",
            because: "customers order what is launched and published; everything else is still on its way, or gone",
        });
    };
    let today = now.date_naive();
    if version.content.valid_from.is_some_and(|from| today < from) {
        return Err(Refusal::Rule {
            rule: "its first day is still to come",
            because: "whoever fulfils it is not ready before; order from that day on",
        });
    }
    if version.content.valid_to.is_some_and(|last| last < today) {
        return Err(Refusal::NotFrom {
            state: "it is no longer offered",
            because: "its last day is over; only earlier orders are fulfilled",
            instead: "See what else is offered",
        });
    }
    Ok(version)
}

pub(super) fn order(desk: &Desk, order: Order, context: &Context) -> Result<Vec<Happening>, Refusal> {
    let version = offered(super::listing(desk, order.service)?, context.now)?;
    let offering = version.content.offering(order.offering).ok_or(Refusal::NoSuch { what: "offering" })?;
    if offering.opens_incident() {
        return report(desk, &version.content, offering, &order, context);
    }
    let form = form_of(desk, version, offering, order, context)?;
    let log = request::Command::Log { form: Box::new(form), from: None };
    // The same rules as for any other way of asking: everybody for themselves, the desk for others.
    role::may_give(desk, &Command::Request(log.clone()), context)?;
    request::decide(desk, log, context)
}

fn form_of(
    desk: &Desk,
    version: &Version,
    offering: &Offering,
    order: Order,
    context: &Context,
) -> Result<Form, Refusal> {
    let content = &*version.content;
    if order.quantity == 0 {
        return Err(Refusal::Invalid { field: "quantity", because: "order at least one, or nothing at all" });
    }
    if order.quantity > MOST {
        return Err(Refusal::Invalid {
            field: "quantity",
            because: "nobody has more than 10,000 in stock; talk to the team that supports it",
        });
    }
    answered(&offering.form, &order.answers, context)?;
    let answers = form::prune(&offering.form, &order.answers);
    let circle = Circle {
        requester: order.requester,
        beneficiary: order.beneficiary.filter(|person| *person != order.requester),
        manager: order.manager,
        owner: content.owner,
    };
    let way = path(offering, &answers, order.quantity);
    let mut approvals = Vec::new();
    ask(&mut approvals, way.taken(), &circle)?;
    let price = (way.cost.is_said || way.cost.each > 0).then_some(way.cost.each);
    let tasks = plans(content, way.taken());
    let mut items = vec![Wanted { name: name(content, offering), quantity: order.quantity, price, tasks }];
    for (content, offering) in bundled(desk, &order, offering, context)? {
        let way_of = path(offering, &form::fill(&offering.form), order.quantity);
        // A bundle is no way around the approval of what is in it.
        ask(&mut approvals, way_of.taken(), &Circle { owner: content.owner, ..circle })?;
        let tasks = plans(content, way_of.taken());
        items.push(Wanted { name: name(content, offering), quantity: order.quantity, price: None, tasks });
    }
    let many = if order.quantity > 1 { [&order.quantity.to_string(), " × "].concat() } else { String::new() };
    Ok(Form {
        summary: Arc::from([&many, &*name(content, offering)].concat()),
        description: Arc::from(""),
        kind: match offering.kind {
            Kind::Goods => request::Kind::Resource,
            Kind::Access => request::Kind::Access,
            Kind::Action => request::Kind::Action,
        },
        channel: Channel::Portal,
        requester: Some(order.requester),
        beneficiary: circle.beneficiary,
        service: Some(order.service),
        target: offering.target,
        approvals,
        items,
        order: Some(Box::new(Ordered {
            service: order.service,
            offering: order.offering,
            version: version.number,
            quantity: order.quantity,
            answers,
        })),
    })
}

/// Whether every question that is asked has an answer that can be fulfilled. The form itself says more of each.
pub(super) fn answered(form: &form::Form, answers: &Answers, context: &Context) -> Result<(), Refusal> {
    match form::check(form, answers, context.now.date_naive()).first() {
        None => Ok(()),
        Some((_, Wrong::Missing | Wrong::NotChosen)) => Err(Refusal::Missing {
            field: "an answer",
            because: "a question that needs one is open, and whoever fulfils it would have to ask again",
        }),
        Some(_) => Err(Refusal::Invalid {
            field: "answers",
            because: "one of them is not what its question takes; the form says which",
        }),
    }
}

/// What the ordered thing is called.
fn name(content: &Content, offering: &Offering) -> Arc<str> {
    if offering.name.trim().is_empty() { content.name.clone() } else { offering.name.clone() }
}

/// The rounds of approval, one a step. A round that asks the same people as one before it, in the same way, is asked once.
fn ask<'a>(
    rounds: &mut Vec<request::Step>,
    steps: impl Iterator<Item = &'a Step>,
    circle: &Circle,
) -> Result<(), Refusal> {
    for step in steps {
        let StepKind::Approval { by, rule, .. } = &step.what else { continue };
        let (approvers, rule) = circle.asked(by, *rule)?;
        if !rounds.iter().any(|round| is_covered(&approvers, rule, round)) {
            let name = if step.name.trim().is_empty() { Arc::from("Approval") } else { step.name.clone() };
            rounds.push(request::Step { name, rule, approvers });
        }
    }
    Ok(())
}

/// Whether a round that was asked before asks for all that this one would.
fn is_covered(approvers: &[PersonId], rule: Rule, before: &request::Step) -> bool {
    let everybody = approvers.iter().all(|person| before.approvers.contains(person));
    let is_same = before.rule == rule && before.approvers.len() == approvers.len();
    everybody && (is_same || before.rule == Rule::All)
}

/// The tasks of an item: those of one step at once, each step after the one before it. An automatic step is a task that
/// happens by itself. Without any, whoever supports the service fulfils it in one task.
fn plans<'a>(content: &Content, steps: impl Iterator<Item = &'a Step>) -> Vec<Plan> {
    let mut plans: Vec<Plan> = Vec::new();
    let mut before: Vec<TaskId> = Vec::new();
    let named = |name: &Arc<str>, otherwise: &str| {
        if name.trim().is_empty() { Arc::from(otherwise) } else { name.clone() }
    };
    for step in steps {
        let first = plans.len();
        match &step.what {
            StepKind::Approval { .. } => continue,
            StepKind::Tasks(tasks) => plans.extend(tasks.iter().map(|task| Plan {
                name: named(&task.name, &named(&step.name, "Fulfil it")),
                group: task.group.or(content.support),
                depends_on: before.clone(),
                ..Plan::default()
            })),
            StepKind::Automatic => plans.push(Plan {
                name: named(&step.name, "Automatic step"),
                depends_on: before.clone(),
                automatic: true,
                ..Plan::default()
            }),
        }
        if plans.len() > first {
            before = (first..plans.len()).map(TaskId::planned).collect();
        }
    }
    if plans.is_empty() {
        plans.push(Plan { name: Arc::from("Fulfil it"), group: content.support, ..Plan::default() });
    }
    plans
}

/// Everything that comes with an offering, also with what comes with it; each thing once.
fn bundled<'a>(
    desk: &'a Desk,
    order: &Order,
    offering: &'a Offering,
    context: &Context,
) -> Result<Vec<(&'a Content, &'a Offering)>, Refusal> {
    let mut seen = vec![(order.service, order.offering)];
    let mut found = Vec::new();
    let mut waiting: Vec<_> = offering.includes.iter().rev().copied().collect();
    while let Some((service, key)) = waiting.pop() {
        if seen.contains(&(service, key)) {
            continue;
        }
        seen.push((service, key));
        let not_offered = Refusal::Rule {
            rule: "something in it is not offered",
            because: "a bundle comes whole; its owner takes the part out, or launches it",
        };
        let version = desk.portfolio.listing(service).and_then(|listing| offered(listing, context.now).ok());
        let Some((content, part)) =
            version.and_then(|version| Some((&*version.content, version.content.offering(key)?)))
        else {
            return Err(not_offered);
        };
        found.push((content, part));
        if found.len() >= MOST_ITEMS {
            return Err(Refusal::Invalid {
                field: "bundle",
                because: "nobody can follow more than 20 things at once; its owner splits it",
            });
        }
        waiting.extend(part.includes.iter().rev().copied());
    }
    Ok(found)
}
