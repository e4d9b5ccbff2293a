//! Requests: what is asked for, its tasks and its approval.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::approval::Rule;
use itsm::request::{Command, Form, Kind, Origin, Plan, Request, Step, Task, TaskId, Wanted};
use itsm::{Command as Any, Context, PersonId, RecordId, Refusal, RequestId};

use super::incidents::way;
use super::{NewRequest, Records};
use crate::scenario::{Approval, Key, Offer};

/// A request has one item here.
pub(super) const ITEM: u16 = 0;

impl Records {
    /// Logs a request; it is the case's record from then on.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn log_request(&mut self, now: DateTime<Utc>, by: &Key, new: NewRequest<'_>) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let form = self.form(&new)?;
        self.log(&context, &new, form, None)
    }

    pub(super) fn log(
        &mut self,
        context: &Context,
        new: &NewRequest<'_>,
        form: Form,
        from: Option<Origin>,
    ) -> Result<(), Refusal> {
        let command = Command::Log { form: Box::new(form), from };
        let record = self.begin_record(context, Any::Request(command))?;
        self.name(&new.case, record);
        let tasks = new.offer.tasks.iter().map(|task| task.key.clone()).collect();
        self.tasks.insert(new.case.clone(), tasks);
        Ok(())
    }

    pub(super) fn form(&self, new: &NewRequest<'_>) -> Result<Form, Refusal> {
        let NewRequest { offer, .. } = new;
        let asked = new.approver.as_ref().map(|key| self.cast.person(key)).transpose()?;
        let step = |person| Step { name: Arc::from("Manager"), rule: Rule::All, approvers: vec![person] };
        let tasks = (0..).zip(&offer.tasks).map(|(place, task)| {
            let before = usize::checked_sub(place, 1).map(TaskId::planned);
            Ok(Plan {
                name: Arc::from(task.label.as_str()),
                group: Some(self.cast.teams.id(&task.team)?),
                assignee: None,
                depends_on: before.into_iter().collect(),
                automatic: false,
            })
        });
        let tasks = tasks.collect::<Result<Vec<_>, Refusal>>()?;
        let item = Wanted { name: Arc::from(offer.name.as_str()), quantity: 1, price: None, tasks };
        Ok(Form {
            summary: Arc::from(new.summary.as_str()),
            description: Arc::from(new.text.as_str()),
            kind: if offer.verify { Kind::Access } else { Kind::Resource },
            channel: way(new.channel),
            requester: self.cast.people.some(new.caller.as_ref())?,
            beneficiary: None,
            service: self.cast.services.id(&offer.service).ok(),
            target: promised(offer),
            approvals: asked.map(step).into_iter().collect(),
            items: vec![item],
            order: None,
        })
    }

    /// Who is asked for an offer that needs an approval.
    pub(super) fn approver_of(&self, offer: Option<&Offer>, requester: Option<PersonId>) -> Option<Key> {
        offer.filter(|offer| offer.approval == Approval::Manager)?;
        let decider = self.cast.decides_for(requester?)?;
        self.cast.people.key(decider).cloned()
    }

    /// Who is asked if somebody wants an offer: who decides for their department, never themselves; nobody for what
    /// needs no approval.
    pub fn approver_for(&self, offer: &Offer, requester: &Key) -> Option<Key> {
        self.approver_of(Some(offer), self.cast.person(requester).ok())
    }

    /// Whose approval a request waits for.
    pub fn asked(&self, case: &Key) -> Option<&Key> {
        let (_, round, _) = self.desk.requests().get(self.request(case).ok()?).ok()?.asked()?;
        self.cast.people.key(round.waiting().next()?)
    }

    /// Begins a task, by the offer's key.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn start_task(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, task: &Key) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let (request, task) = (self.request(case)?, self.task(case, task)?);
        self.give(&context, Any::Request(Command::StartTask { request, item: ITEM, task })).map(drop)
    }

    /// Says that a task is done. One that nobody has begun is begun first.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn finish_task(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, task: &Key) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let (request, task) = (self.request(case)?, self.task(case, task)?);
        let finish = Any::Request(Command::FinishTask { request, item: ITEM, task, words: Arc::from("") });
        if !self.is_ready(request, task) {
            return self.give(&context, finish).map(drop);
        }
        self.at_once(|records| {
            records.give(&context, Any::Request(Command::StartTask { request, item: ITEM, task }))?;
            records.give(&context, finish).map(drop)
        })
    }

    /// Answers an approval; `by` is who was asked.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn answer_request(
        &mut self,
        now: DateTime<Utc>,
        by: &Key,
        case: &Key,
        yes: bool,
        because: &str,
    ) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let command = Command::Answer { request: self.request(case)?, approves: yes, because: Arc::from(because) };
        self.give(&context, Any::Request(command)).map(drop)
    }

    /// The request of a case.
    pub(super) fn request(&self, case: &Key) -> Result<RequestId, Refusal> {
        match self.record(case) {
            Some(RecordId::Request(id)) => Ok(id),
            _ => Err(Refusal::NoSuch { what: "request" }),
        }
    }

    fn task(&self, case: &Key, task: &Key) -> Result<TaskId, Refusal> {
        let place = self.tasks.get(case).and_then(|tasks| tasks.iter().position(|one| one == task));
        place.map(TaskId::planned).ok_or(Refusal::NoSuch { what: "task" })
    }

    fn is_ready(&self, request: RequestId, task: TaskId) -> bool {
        self.desk.requests().get(request).is_ok_and(|request| {
            let item = request.item(ITEM);
            let task = item.and_then(|item| Some((item, item.task(task)?)));
            task.is_some_and(|(item, task)| request.task_state(item, task) == itsm::request::TaskState::Ready)
        })
    }

    /// The task whose turn it is: the first that is not over, else the last.
    pub(super) fn turn(&self, request: RequestId) -> Option<&Task> {
        turn_of(self.desk.requests().get(request).ok()?)
    }
}

/// See [`Records::turn`].
pub(super) fn turn_of(request: &Request) -> Option<&Task> {
    let item = request.item(ITEM)?;
    let open = item.tasks.iter().find(|task| !request.task_state(item, task).is_over());
    open.or(item.tasks.last())
}

/// The promise of an offer, if it is one.
fn promised(offer: &Offer) -> Option<TimeDelta> {
    let minutes = offer.promise as i64;
    (minutes > 0).then(|| TimeDelta::minutes(minutes))
}
