//! What is worked out from a request: its state and those of its items and tasks, who is asked since when, and until when
//! it was promised. Nothing of this is kept.

use chrono::{DateTime, Utc};

use super::record::{Ending, Item, Progress, Request, Task, TaskId};
use super::state::{ItemState, PendingReason, State, TaskState};
use crate::approval::{self, Outcome, Round};
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::service_level::Compiled;

/// How a request stands against what was promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The instant by which it was promised, in working time of the desk's calendar.
    pub by: DateTime<Utc>,
    /// Whether it was, or is, later than that.
    pub is_late: bool,
}

impl Request {
    /// Where it stands.
    pub fn state(&self) -> State {
        match &self.ending {
            Some(Ending::Cancelled { .. }) => return State::Cancelled,
            Some(Ending::Rerouted { .. }) => return State::Rerouted,
            None => {}
        }
        match approval::outcome(&self.rounds) {
            Outcome::Refused => State::Rejected,
            Outcome::Asked => State::AwaitingApproval,
            Outcome::Approved if self.items.iter().all(Item::is_finished) => State::Done,
            Outcome::Approved => State::InFulfilment,
        }
    }

    /// Where an item stands.
    pub fn item_state(&self, item: &Item) -> ItemState {
        match self.state() {
            State::AwaitingApproval => return ItemState::WaitingForApproval,
            State::Rejected => return ItemState::ClosedRejected,
            // What was closed before stays as it was.
            State::Cancelled | State::Rerouted if !item.is_finished() => return ItemState::Cancelled,
            State::Cancelled | State::Rerouted | State::InFulfilment | State::Done => {}
        }
        let impossible = item.tasks.iter().any(|task| matches!(task.progress, Progress::NotPossible { .. }));
        match item.pending {
            _ if item.is_finished() && impossible => ItemState::ClosedIncomplete,
            _ if item.is_finished() => ItemState::ClosedComplete,
            Some(reason) => ItemState::Pending(reason),
            None if item.has_begun() => ItemState::InProgress,
            None => ItemState::Approved,
        }
    }

    /// Where a task of an item stands.
    pub fn task_state(&self, item: &Item, task: &Task) -> TaskState {
        match &task.progress {
            Progress::Done { .. } => TaskState::Done,
            Progress::NotPossible { .. } => TaskState::NotPossible,
            _ if !self.state().is_open() || item.is_blocked(task) => TaskState::Dropped,
            Progress::Begun { .. } => TaskState::InProgress,
            Progress::NotBegun if self.state() == State::InFulfilment && item.turn_has_come(task) => TaskState::Ready,
            Progress::NotBegun => TaskState::Created,
        }
    }

    /// An item by its place, from 0.
    pub fn item(&self, place: u16) -> Option<&Item> {
        self.items.get(usize::from(place))
    }

    /// Whether any task has begun: then the requester can no longer take it back.
    pub fn fulfilment_has_begun(&self) -> bool {
        self.items.iter().any(Item::has_begun)
    }

    /// The round that is asked now, with its place, and since when.
    pub fn asked(&self) -> Option<(usize, &Round, DateTime<Utc>)> {
        if self.ending.is_some() {
            return None;
        }
        let (place, round) = approval::asked(&self.rounds)?;
        let before = self.rounds.iter().take(place).flat_map(|round| round.votes.values());
        let since = before.map(|vote| vote.at).fold(self.opened_at, DateTime::max);
        Some((place, round, since))
    }

    /// From when on it may be fulfilled; `None` while it may not.
    pub fn approved_at(&self) -> Option<DateTime<Utc>> {
        (approval::outcome(&self.rounds) == Outcome::Approved).then(|| {
            let votes = self.rounds.iter().flat_map(|round| round.votes.values());
            votes.map(|vote| vote.at).fold(self.opened_at, DateTime::max)
        })
    }

    /// The first automatic task whose turn has come, with the place of its item: it happens by itself. One of an item
    /// that waits does, too, once the item goes on.
    pub(super) fn due_by_itself(&self) -> Option<(u16, TaskId)> {
        let is_due = |item: &Item, task: &Task| task.automatic && self.task_state(item, task) == TaskState::Ready;
        let places = self.items.iter().zip(0..).filter(|(item, _)| item.pending.is_none());
        places
            .flat_map(|(item, place)| item.tasks.iter().map(move |task| (item, place, task)))
            .find_map(|(item, place, task)| is_due(item, task).then_some((place, task.id)))
    }

    /// The price of all items together, in hundredths, if any has a price.
    pub fn total(&self) -> Option<u64> {
        let prices = self.items.iter().filter_map(|item| Some(item.price?.saturating_mul(u64::from(item.quantity))));
        prices.reduce(u64::saturating_add)
    }

    pub(super) fn mentions(&self, entry: EntryId) -> bool {
        let tasks = || self.items.iter().flat_map(|item| &item.tasks);
        match entry {
            EntryId::Service(id) => {
                self.service == Some(id) || self.order.as_ref().is_some_and(|order| order.service == id)
            }
            EntryId::Group(id) => tasks().any(|task| task.group == Some(id)),
            EntryId::Person(id) => {
                let in_rounds = |round: &Round| {
                    round.approvers.contains(&id)
                        || round.delegates.values().any(|delegate| *delegate == id)
                        || round.votes.values().any(|vote| vote.by == id)
                };
                [Some(self.requester), self.beneficiary, Some(self.opened_by)].contains(&Some(id))
                    || self.rounds.iter().any(in_rounds)
                    || tasks().any(|task| task.assignee == Some(id) || task.progress.by() == Some(id))
                    || self.rating.as_ref().is_some_and(|rating| rating.by == id)
            }
            EntryId::Category(_) | EntryId::Item(_) => false,
        }
    }

    /// Whether somebody would have to be handed something, or answer, who is this entry.
    pub(super) fn waits_for(&self, entry: EntryId) -> bool {
        let is_with = |item: &Item, task: &Task| match entry {
            EntryId::Group(id) => task.group == Some(id) && !self.task_state(item, task).is_over(),
            EntryId::Person(id) => task.assignee == Some(id) && !self.task_state(item, task).is_over(),
            _ => false,
        };
        let asks = |id| self.rounds.iter().any(|round| round.waiting().any(|seat| seat == id));
        let is_asked = matches!(entry, EntryId::Person(id) if id == self.requester || asks(id));
        is_asked || self.items.iter().any(|item| item.tasks.iter().any(|task| is_with(item, task)))
    }
}

impl Progress {
    fn by(&self) -> Option<crate::ids::PersonId> {
        match self {
            Progress::Done { by, .. } | Progress::NotPossible { by, .. } => Some(*by),
            Progress::NotBegun | Progress::Begun { .. } => None,
        }
    }
}

impl Item {
    /// A task of it.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == id)
    }

    /// Its tasks as they follow each other: those of one stage run in parallel, and each waits for some of the stage
    /// before it.
    pub fn stages(&self) -> Vec<Vec<&Task>> {
        let mut stages: Vec<Vec<&Task>> = Vec::new();
        for task in &self.tasks {
            let waits_for = |stage: &Vec<&Task>| stage.iter().any(|before| task.depends_on.contains(&before.id));
            let place = stages.iter().rposition(waits_for).map_or(0, |last| last + 1);
            match stages.get_mut(place) {
                Some(stage) => stage.push(task),
                None => stages.push(vec![task]),
            }
        }
        stages
    }

    /// Whether any of its tasks has begun.
    pub fn has_begun(&self) -> bool {
        self.tasks.iter().any(|task| task.progress != Progress::NotBegun)
    }

    /// Whether no task of it is left that could still be done.
    fn is_finished(&self) -> bool {
        let is_over = |task: &Task| match task.progress {
            Progress::Done { .. } | Progress::NotPossible { .. } => true,
            Progress::NotBegun | Progress::Begun { .. } => self.is_blocked(task),
        };
        self.tasks.iter().all(is_over)
    }

    /// Whether all that a task depends on is done.
    fn turn_has_come(&self, task: &Task) -> bool {
        let is_done =
            |id: &TaskId| self.task(*id).is_some_and(|before| matches!(before.progress, Progress::Done { .. }));
        task.depends_on.iter().all(is_done)
    }

    /// Whether something that a task depends on, however far before it, was not possible.
    fn is_blocked(&self, task: &Task) -> bool {
        // Tasks depend only on earlier ones, so one pass in their order finds all.
        let mut blocked: Vec<TaskId> = Vec::new();
        for one in &self.tasks {
            let is_stopped = |id: &TaskId| {
                blocked.contains(id)
                    || self.task(*id).is_none_or(|before| matches!(before.progress, Progress::NotPossible { .. }))
            };
            if one.depends_on.iter().any(is_stopped) {
                blocked.push(one.id);
            }
        }
        blocked.contains(&task.id)
    }

    /// Whether it waits for the requester.
    pub(super) fn awaits_requester(&self) -> bool {
        self.pending == Some(PendingReason::Requester)
    }
}

impl Desk {
    /// How a request stands against what was promised; `None` where nothing was, or while it is not approved.
    ///
    /// The promise counts working time from the approval on; what the desk waited for the requester is added to it. One
    /// that has ended is judged by the calendar that held then.
    pub fn promise_of(&self, request: &Request, now: DateTime<Utc>) -> Option<Standing> {
        let (target, start) = (request.target?, request.approved_at()?);
        let held_then = |at| self.agreements.at(at).map_or(Compiled::standard(), |agreement| agreement);
        let calendar = request.ended_at.map_or_else(|| self.agreement(), held_then).calendar();
        let end = request.ended_at.unwrap_or(now);
        let mut by = calendar.add(start, target).ok()?;
        for wait in &request.waits {
            let (since, until) = (wait.since.max(start), wait.until.unwrap_or(end));
            // What came after the promise was broken mends nothing.
            if since < by {
                by = calendar.add(by, calendar.between(since, until)).ok()?;
            }
        }
        Some(Standing { by, is_late: end > by })
    }
}
