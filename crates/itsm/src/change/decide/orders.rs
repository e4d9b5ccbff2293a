//! Work orders: the parts of a change that somebody carries out, one after the other or side by side.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::allowed::{Action, check, state_allows};
use super::raise::ordered;
use super::{Steps, on};
use crate::change::event::Event;
use crate::change::record::{Change, OrderId, OrderPlan, WorkOrder};
use crate::change::state::{OrderState, State};
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::fields::{filled, trimmed};
use crate::ids::ChangeId;
use crate::refusal::Refusal;
use crate::retire::offered;

pub(super) fn add(desk: &Desk, id: ChangeId, plan: OrderPlan, tag: u32) -> Result<Steps, Refusal> {
    let change = check(desk, id, Action::AddOrder)?;
    let order = change.next_order(tag);
    let plan = checked(desk, change, order, plan, None)?;
    Ok(vec![on(id, Event::OrderAdded { order, plan })])
}

pub(super) fn amend(desk: &Desk, id: ChangeId, order: OrderId, plan: OrderPlan) -> Result<Steps, Refusal> {
    let change = check(desk, id, Action::AddOrder)?;
    let now = open_order(change, order)?;
    let plan = checked(desk, change, order, plan, Some(&now.plan))?;
    if plan == now.plan {
        return Err(Refusal::Missing { field: "a change", because: "everything is already as you wrote it" });
    }
    may_be_planned_so(change, now.state, &plan)?;
    Ok(vec![on(id, Event::OrderAmended { order, plan })])
}

/// The plan with its title trimmed, if it may stand in the record.
fn checked(
    desk: &Desk,
    change: &Change,
    order: OrderId,
    mut plan: OrderPlan,
    now: Option<&OrderPlan>,
) -> Result<OrderPlan, Refusal> {
    plan.title = filled(plan.title, "title", "whoever takes it on has to know what to do")?;
    let directory = desk.directory();
    let before = now.and_then(|plan| plan.group);
    offered(desk, &directory.groups, plan.group, before, EntryId::Group, "group")?;
    let before = now.and_then(|plan| plan.assignee);
    offered(desk, &directory.people, plan.assignee, before, EntryId::Person, "person")?;
    plan.planned.map_or(Ok(()), ordered)?;
    follows(change, order, &plan.after)?;
    Ok(plan)
}

/// Whether an order may wait for these: they are here, and none of them waits for it.
pub(super) fn follows(change: &Change, order: OrderId, after: &BTreeSet<OrderId>) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<OrderId> = after.iter().copied().collect();
    while let Some(id) = next.pop() {
        if id == order {
            return Err(Refusal::Invalid { field: "after", because: "each would wait for the other, and none begin" });
        }
        let Some(before) = change.orders.get(&id) else { return Err(Refusal::NoSuch { what: "work order" }) };
        if seen.insert(id) {
            next.extend(before.plan.after.iter().copied());
        }
    }
    Ok(())
}

/// What is accepted has somebody, and what is ready waits for nothing.
pub(super) fn may_be_planned_so(change: &Change, state: OrderState, plan: &OrderPlan) -> Result<(), Refusal> {
    if state != OrderState::Created && plan.group.is_none() && plan.assignee.is_none() {
        return Err(NOBODY);
    }
    let waits = plan.after.iter().filter_map(|id| change.orders.get(id)).any(|before| before.state.is_open());
    if waits && !matches!(state, OrderState::Created | OrderState::Accepted) {
        return Err(WAITS);
    }
    Ok(())
}

/// The order, if it is still to be done.
pub(super) fn open_order(change: &Change, id: OrderId) -> Result<&WorkOrder, Refusal> {
    let order = change.orders.get(&id).ok_or(Refusal::NoSuch { what: "work order" })?;
    if order.state.is_open() {
        return Ok(order);
    }
    Err(Refusal::NotFrom {
        state: order.state.word(),
        because: "what was done, or not, is history",
        instead: "Add another work order",
    })
}

/// Why a work order cannot go to `to` now, or `None` where it can.
pub fn why_not_order(desk: &Desk, change: ChangeId, order: OrderId, to: OrderState) -> Option<Refusal> {
    match desk.changes.get(change) {
        Ok(change) => may_advance(change, order, to).err(),
        Err(refusal) => Some(refusal),
    }
}

/// Whether a work order may go to `to`: one step at a time, or to its cancelling.
pub(super) fn may_advance(change: &Change, id: OrderId, to: OrderState) -> Result<(), Refusal> {
    state_allows(change, Action::AddOrder)?;
    let order = open_order(change, id)?;
    if to != OrderState::Cancelled && order.state.next() != Some(to) {
        return Err(Refusal::NotFrom {
            state: order.state.word(),
            because: "a work order goes one step at a time",
            instead: "Take the next step first",
        });
    }
    match to {
        OrderState::Accepted if order.plan.group.is_none() && order.plan.assignee.is_none() => Err(NOBODY),
        OrderState::Ready if change.waits_for(order).next().is_some() => Err(WAITS),
        OrderState::InProgress if change.state != State::Implement => Err(Refusal::Rule {
            rule: "its change has to be in Implement",
            because: "before that, nothing may be touched",
        }),
        _ => Ok(()),
    }
}

pub(super) fn advance(
    desk: &Desk,
    id: ChangeId,
    order: OrderId,
    to: OrderState,
    note: Arc<str>,
) -> Result<Steps, Refusal> {
    may_advance(desk.changes.get(id)?, order, to)?;
    let note = match to {
        OrderState::Closed => filled(note, "note", "the review has to know what was really done")?,
        OrderState::Cancelled => filled(note, "note", "somebody planned it, and will ask why it is not needed")?,
        _ => trimmed(note),
    };
    Ok(vec![on(id, Event::OrderMoved { order, to, note })])
}

const NOBODY: Refusal =
    Refusal::Missing { field: "a group or a person", because: "nobody can accept what is given to nobody" };

const WAITS: Refusal = Refusal::Rule {
    rule: "what comes before it is open",
    because: "it was planned to follow; close or cancel that first",
};
