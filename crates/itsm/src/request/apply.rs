//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

use chrono::{DateTime, Utc};

use super::command::{Amendment, Form, Plan, Step, Wanted};
use super::event::Event;
use super::record::{Ending, Item, Progress, Request, Task, TaskId, Wait};
use super::state::PendingReason;
use crate::approval::{Round, Vote};
use crate::desk::Desk;
use crate::ids::{PersonId, RequestId};
use crate::satisfaction::Rating;

/// Applies one event. One for an unknown request, or a second logging of a known one, changes nothing.
pub(crate) fn apply(desk: &mut Desk, id: RequestId, event: &Event, at: DateTime<Utc>, by: PersonId) {
    if let Event::Logged(form) = event {
        desk.requests.begin(id, || logged(id, form, at, by));
    } else if let Some(request) = desk.requests.get_mut(id) {
        // An event that arrives late does not make the record older.
        request.changed_at = request.changed_at.max(at);
        request.change(event, at, by);
        let before = request.ended_at.unwrap_or(at);
        request.ended_at = (!request.state().is_open()).then_some(before);
        if request.ended_at.is_some() {
            request.end_wait(at);
        }
    }
}

pub(super) fn logged(id: RequestId, form: &Form, at: DateTime<Utc>, by: PersonId) -> Request {
    let round = |step: &Step| Round::new(step.name.clone(), step.rule, step.approvers.clone());
    Request {
        id,
        summary: form.summary.clone(),
        description: form.description.clone(),
        kind: form.kind,
        channel: form.channel,
        // Deciding sees to it that there is one.
        requester: form.requester.unwrap_or(by),
        beneficiary: form.beneficiary,
        service: form.service,
        target: form.target,
        rounds: form.approvals.iter().map(round).collect(),
        items: form.items.iter().map(item).collect(),
        order: form.order.clone(),
        ending: None,
        rating: None,
        opened_at: at,
        opened_by: by,
        changed_at: at,
        ended_at: None,
        waits: Vec::new(),
    }
}

fn item(wanted: &Wanted) -> Item {
    let tasks = wanted.tasks.iter().enumerate().map(|(place, plan)| task(TaskId::planned(place), plan));
    Item {
        name: wanted.name.clone(),
        quantity: wanted.quantity,
        price: wanted.price,
        pending: None,
        tasks: tasks.collect(),
    }
}

fn task(id: TaskId, plan: &Plan) -> Task {
    Task {
        id,
        name: plan.name.clone(),
        group: plan.group,
        assignee: plan.assignee,
        depends_on: plan.depends_on.clone(),
        automatic: plan.automatic,
        progress: Progress::NotBegun,
    }
}

impl Request {
    pub(super) fn change(&mut self, event: &Event, at: DateTime<Utc>, by: PersonId) {
        match event {
            Event::Amended(amendment) => self.amend(amendment),
            Event::Answered { round, seat, approves, because } => {
                let vote = Vote { approves: *approves, because: because.clone(), by, at };
                if let Some(round) = self.rounds.get_mut(usize::from(*round)) {
                    round.answer(*seat, vote);
                }
            }
            Event::Delegated { seat, to } => self.delegate(*seat, *to),
            Event::TaskAdded { item, task: id, plan } => {
                if let Some(item) = self.items.get_mut(usize::from(*item)) {
                    item.tasks.push(task(*id, plan));
                }
            }
            Event::TaskAssigned { item, task, group, assignee } => {
                self.with_task(*item, *task, |task| (task.group, task.assignee) = (*group, *assignee));
            }
            Event::TaskStarted { item, task } => {
                self.with_task(*item, *task, |task| task.progress = Progress::Begun { at });
            }
            Event::TaskDone { item, task, words } => {
                self.with_task(*item, *task, |task| task.progress = Progress::Done { words: words.clone(), at, by });
            }
            Event::TaskImpossible { item, task, because } => {
                let because = because.clone();
                self.with_task(*item, *task, |task| task.progress = Progress::NotPossible { because, at, by });
            }
            Event::Held { item, reason } => self.wait(*item, Some(*reason), at),
            Event::Resumed { item } => self.wait(*item, None, at),
            Event::Cancelled { because } => self.ending = Some(Ending::Cancelled { because: because.clone() }),
            Event::Rerouted { to, because } => {
                self.ending = Some(Ending::Rerouted { to: *to, because: because.clone() });
            }
            Event::Rated { score, words } => {
                self.rating = Some(Rating { score: *score, words: words.clone(), at, by });
            }
            // The words stay in the journal; the record needs only that something happened.
            Event::Replied { .. } | Event::Noted { .. } | Event::Logged(_) => {}
        }
    }

    fn amend(&mut self, amendment: &Amendment) {
        match amendment {
            Amendment::Summary(text) => self.summary = text.clone(),
            Amendment::Description(text) => self.description = text.clone(),
            Amendment::Kind(kind) => self.kind = *kind,
            Amendment::Service(id) => self.service = *id,
            Amendment::Target(target) => self.target = *target,
        }
    }

    /// Somebody is asked once in each round, and in each of them their delegate may answer.
    fn delegate(&mut self, seat: PersonId, to: Option<PersonId>) {
        for round in self.rounds.iter_mut().filter(|round| round.approvers.contains(&seat)) {
            match to {
                Some(to) => drop(round.delegates.insert(seat, to)),
                None => drop(round.delegates.remove(&seat)),
            }
        }
    }

    fn with_task(&mut self, item: u16, id: TaskId, change: impl FnOnce(&mut Task)) {
        let tasks = self.items.get_mut(usize::from(item)).map(|item| &mut item.tasks);
        if let Some(task) = tasks.and_then(|tasks| tasks.iter_mut().find(|task| task.id == id)) {
            change(task);
        }
    }

    fn wait(&mut self, item: u16, pending: Option<PendingReason>, at: DateTime<Utc>) {
        if let Some(item) = self.items.get_mut(usize::from(item)) {
            item.pending = pending;
        }
        if self.items.iter().any(Item::awaits_requester) {
            if self.waits.last().is_none_or(|wait| wait.until.is_some()) {
                self.waits.push(Wait { since: at, until: None });
            }
        } else {
            self.end_wait(at);
        }
    }

    fn end_wait(&mut self, at: DateTime<Utc>) {
        if let Some(wait) = self.waits.last_mut().filter(|wait| wait.until.is_none()) {
            // Also where an event arrives late, a wait does not end before it began.
            wait.until = Some(at.max(wait.since));
        }
    }
}
