//! A desk to try rules on, with a request at whatever point of its life.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::approval::Rule;
use itsm::incident::{Channel, Command as AskIncident, Report};
use itsm::request::{Command as Ask, Form, ItemState, Kind, Plan, Request, Step, TaskId, TaskState, Wanted};
use itsm::{
    Command, Context, Desk, Entry, Event, GroupId, Happening, IncidentId, Level, PersonId, Refusal, RequestId, apply,
    decide,
};

pub const AGENT: PersonId = PersonId::imported(1);
pub const REQUESTER: PersonId = PersonId::imported(2);
pub const MANAGER: PersonId = PersonId::imported(3);
pub const OWNER: PersonId = PersonId::imported(4);
pub const DELEGATE: PersonId = PersonId::imported(5);
pub const NEWCOMER: PersonId = PersonId::imported(6);
pub const WORKPLACE: GroupId = GroupId::imported(1);
pub const TAG: u32 = 7;

pub const FIRST: TaskId = TaskId(itsm::Key::imported(1));
pub const SECOND: TaskId = TaskId(itsm::Key::imported(2));
pub const THIRD: TaskId = TaskId(itsm::Key::imported(3));

pub struct Bench {
    pub desk: Desk,
    pub journal: Vec<Event>,
    pub now: DateTime<Utc>,
    pub actor: PersonId,
}

impl Bench {
    /// Begins on a Monday at nine, in the working time of the standard agreement.
    pub fn begin() -> Self {
        let now = "2026-03-02T09:00:00Z".parse().unwrap();
        let mut bench = Self { desk: Desk::default(), journal: Vec::new(), now, actor: AGENT };
        let people = [
            (AGENT, "Ada"),
            (REQUESTER, "Tom"),
            (MANAGER, "Falk"),
            (OWNER, "Priya"),
            (DELEGATE, "Jo"),
            (NEWCOMER, "Luis"),
        ];
        for (id, name) in people {
            bench.ask(Command::Enter(Entry::Person(id, name.into()))).unwrap();
        }
        bench.ask(Command::Enter(Entry::Group(WORKPLACE, "Workplace".into()))).unwrap();
        bench
    }

    pub fn context(&self) -> Context {
        Context { now: self.now, actor: self.actor, role: itsm::Role::default(), tag: TAG }
    }

    /// Asks, and applies what is decided; every event must be legal at its turn, and every refusal short.
    pub fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        self.now += TimeDelta::minutes(1);
        let before = self.desk.clone();
        let decided = decide(&self.desk, command, &self.context());
        assert_eq!(self.desk, before, "deciding changes nothing");
        let events = decided.inspect_err(teaches_briefly)?;
        for event in &events {
            assert_eq!(self.desk.legal(event), Ok(()), "decided just now: {event:?}");
            self.take(event.clone());
        }
        Ok(events)
    }

    pub fn take(&mut self, event: Event) {
        apply(&mut self.desk, &event);
        self.journal.push(event);
    }

    pub fn does(&mut self, ask: Ask) -> Vec<Happening> {
        self.ask(Command::Request(ask)).unwrap().into_iter().map(|event| event.what).collect()
    }

    pub fn refuses(&mut self, ask: Ask) -> String {
        self.ask(Command::Request(ask)).unwrap_err().sentence()
    }

    pub fn see(&self, id: RequestId) -> &Request {
        self.desk.requests().get(id).unwrap()
    }

    pub fn item_state(&self, id: RequestId) -> ItemState {
        let request = self.see(id);
        request.item_state(&request.items[0])
    }

    pub fn task_state(&self, id: RequestId, task: TaskId) -> TaskState {
        let request = self.see(id);
        let item = &request.items[0];
        request.task_state(item, item.task(task).unwrap())
    }

    pub fn logged(&mut self, form: Form) -> RequestId {
        let id = self.desk.requests().next(TAG);
        self.does(log(form));
        id
    }

    /// Two approvals in order, one item with one task.
    pub fn waiting(&mut self) -> RequestId {
        self.logged(form())
    }

    /// Nobody is asked.
    pub fn free(&mut self, tasks: Vec<Plan>) -> RequestId {
        self.logged(Form { approvals: vec![], items: vec![wanted(tasks)], ..form() })
    }

    pub fn answers(&mut self, who: PersonId, request: RequestId, approves: bool) -> Result<Vec<Event>, Refusal> {
        self.actor = who;
        let because = if approves { "" } else { "Not this quarter" };
        let answered = self.ask(Command::Request(Ask::Answer { request, approves, because: because.into() }));
        self.actor = AGENT;
        answered
    }

    pub fn starts(&mut self, request: RequestId, task: TaskId) {
        self.does(Ask::StartTask { request, item: 0, task });
    }

    pub fn finishes(&mut self, request: RequestId, task: TaskId) {
        self.starts(request, task);
        self.does(finish(request, task));
    }

    pub fn done(&mut self) -> RequestId {
        let id = self.free(vec![plan("Order it", &[])]);
        self.finishes(id, FIRST);
        id
    }

    pub fn incident(&mut self) -> IncidentId {
        let id = self.desk.next_incident(TAG);
        self.ask(Command::Incident(AskIncident::Log(Box::new(report())))).unwrap();
        id
    }
}

pub fn teaches_briefly(refusal: &Refusal) {
    let sentence = refusal.sentence();
    assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
}

pub fn log(form: Form) -> Ask {
    Ask::Log { form: Box::new(form), from: None }
}

pub fn finish(request: RequestId, task: TaskId) -> Ask {
    Ask::FinishTask { request, item: 0, task, words: "".into() }
}

pub fn give_up(request: RequestId, task: TaskId) -> Ask {
    Ask::GiveUpTask { request, item: 0, task, because: "No longer made".into() }
}

pub fn plan(name: &str, depends_on: &[TaskId]) -> Plan {
    Plan {
        name: name.into(),
        group: Some(WORKPLACE),
        assignee: None,
        depends_on: depends_on.to_vec(),
        automatic: false,
    }
}

/// "Order", then "Set up" and "Register" at once.
pub fn sequence_then_parallel() -> Vec<Plan> {
    vec![plan("Order it", &[]), plan("Set it up", &[FIRST]), plan("Register it", &[FIRST])]
}

pub fn wanted(tasks: Vec<Plan>) -> Wanted {
    Wanted { name: "Monitor".into(), quantity: 1, price: Some(19_900), tasks }
}

pub fn step(name: &str, approvers: &[PersonId]) -> Step {
    Step { name: name.into(), rule: Rule::All, approvers: approvers.to_vec() }
}

pub fn form() -> Form {
    Form {
        summary: "Second monitor".into(),
        description: "For the new desk".into(),
        kind: Kind::Resource,
        channel: Channel::Portal,
        requester: Some(REQUESTER),
        beneficiary: None,
        service: None,
        target: None,
        approvals: vec![step("Line manager", &[MANAGER]), step("Budget owner", &[OWNER])],
        items: vec![wanted(vec![plan("Order it", &[])])],
        order: None,
    }
}

pub fn report() -> Report {
    Report {
        summary: "I need a second monitor".into(),
        description: "Mine is too small".into(),
        channel: Channel::Phone,
        caller: Some(REQUESTER),
        service: None,
        item: None,
        category: None,
        impact: Level(3),
        urgency: Level(3),
        group: Some(WORKPLACE),
        assignee: None,
        follows: None,
    }
}

pub fn words(text: &str) -> Arc<str> {
    Arc::from(text)
}
