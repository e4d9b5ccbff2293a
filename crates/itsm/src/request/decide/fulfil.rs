//! Fulfilling a request: tasks, and waiting.

use std::sync::Arc;

use super::allowed::{Action, TaskAction, check, check_task, item};
use super::log::{MOST_TASKS, task_name};
use super::{Steps, on};
use crate::desk::{Context, Desk};
use crate::directory::EntryId;
use crate::fields::{filled, trimmed};
use crate::ids::{GroupId, Key, PersonId, RequestId};
use crate::refusal::Refusal;
use crate::request::command::Plan;
use crate::request::event::Event;
use crate::request::record::{Item, Task, TaskId};
use crate::request::state::{PendingReason, TaskState};
use crate::retire::offered;

pub(super) fn add(desk: &Desk, id: RequestId, place: u16, mut plan: Plan, context: &Context) -> Result<Steps, Refusal> {
    let request = check(desk, id, Action::AddTask(place))?;
    let item = item(request, place)?;
    plan.name = task_name(plan.name)?;
    let directory = desk.directory();
    offered(desk, &directory.groups, plan.group, None, EntryId::Group, "group")?;
    offered(desk, &directory.people, plan.assignee, None, EntryId::Person, "person")?;
    plan.depends_on.sort_unstable();
    plan.depends_on.dedup();
    let highest = item.tasks.iter().map(|task| task.id.0.number).max().unwrap_or(0);
    let task = TaskId(Key { number: highest.saturating_add(1), tag: context.tag });
    fits(item, task, &plan.depends_on)?;
    Ok(vec![on(id, Event::TaskAdded { item: place, task, plan })])
}

/// Whether one more task may stand in the item: there is room, and what it depends on is there and not given up.
pub(super) fn fits(item: &Item, id: TaskId, depends_on: &[TaskId]) -> Result<(), Refusal> {
    if item.task(id).is_some() {
        return Err(Refusal::Rule { rule: "its number is taken", because: "two tasks cannot be told apart then" });
    }
    if item.tasks.len() >= MOST_TASKS {
        return Err(Refusal::Invalid {
            field: "tasks",
            because: "more than 30 tasks for one item are a project; ask for several items",
        });
    }
    if depends_on.iter().any(|before| item.task(*before).is_none()) {
        return Err(Refusal::NoSuch { what: "task" });
    }
    Ok(())
}

pub(super) fn assign(
    desk: &Desk,
    id: RequestId,
    place: u16,
    task: TaskId,
    group: Option<GroupId>,
    assignee: Option<PersonId>,
) -> Result<Steps, Refusal> {
    let (request, item, now) = check_task(desk, id, place, task, TaskAction::Assign)?;
    let directory = desk.directory();
    offered(desk, &directory.groups, group, now.group, EntryId::Group, "group")?;
    offered(desk, &directory.people, assignee, now.assignee, EntryId::Person, "person")?;
    // A person alone keeps the team; only nobody at all takes it from the team too.
    let group = if assignee.is_some() { group.or(now.group) } else { group };
    if (group, assignee) == (now.group, now.assignee) {
        return Err(Refusal::Invalid { field: "group and person", because: "they are as now; nothing would change" });
    }
    keeps_an_owner(request.task_state(item, now), group, assignee)?;
    Ok(vec![on(id, Event::TaskAssigned { item: place, task, group, assignee })])
}

/// Begun work has somebody who does it.
pub(super) fn keeps_an_owner(
    state: TaskState,
    group: Option<GroupId>,
    assignee: Option<PersonId>,
) -> Result<(), Refusal> {
    if state == TaskState::InProgress && group.is_none() && assignee.is_none() {
        return Err(Refusal::Missing {
            field: "a group or person",
            because: "work has begun, and without an owner it would be forgotten",
        });
    }
    Ok(())
}

pub(super) fn start(desk: &Desk, id: RequestId, item: u16, task: TaskId) -> Result<Steps, Refusal> {
    check_task(desk, id, item, task, TaskAction::Start)?;
    Ok(vec![on(id, Event::TaskStarted { item, task })])
}

pub(super) fn finish(desk: &Desk, id: RequestId, item: u16, task: TaskId, words: Arc<str>) -> Result<Steps, Refusal> {
    check_task(desk, id, item, task, TaskAction::Finish)?;
    Ok(vec![on(id, Event::TaskDone { item, task, words: trimmed(words) })])
}

pub(super) fn give_up(
    desk: &Desk,
    id: RequestId,
    item: u16,
    task: TaskId,
    because: Arc<str>,
) -> Result<Steps, Refusal> {
    let _: (_, _, &Task) = check_task(desk, id, item, task, TaskAction::GiveUp)?;
    let because = filled(because, "reason", "the requester gets less than they asked for, and will ask why")?;
    Ok(vec![on(id, Event::TaskImpossible { item, task, because })])
}

pub(super) fn hold(
    desk: &Desk,
    id: RequestId,
    item: u16,
    reason: PendingReason,
    note: Arc<str>,
) -> Result<Steps, Refusal> {
    check(desk, id, Action::Hold(item))?;
    let mut steps = vec![on(id, Event::Held { item, reason })];
    let text = trimmed(note);
    if !text.is_empty() {
        steps.push(on(id, Event::Noted { text }));
    }
    Ok(steps)
}

pub(super) fn resume(desk: &Desk, id: RequestId, item: u16) -> Result<Steps, Refusal> {
    check(desk, id, Action::Resume(item))?;
    Ok(vec![on(id, Event::Resumed { item })])
}
