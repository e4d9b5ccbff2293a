//! A desk with one service that is offered, and whoever orders from it.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::approval::Rule;
use itsm::catalogue::form::{Answer, Answers, Choice, Condition, Field, FieldKind, Form, Section};
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When, Workflow};
use itsm::catalogue::{
    ChoiceKey, Command as Ask, Content, Event as Told, FieldKey, Kind, Offering, OfferingKey, Order, Price, SectionKey,
    Status, StepKey,
};
use itsm::request::{Command as OfRequest, Request, State, TaskState};
use itsm::{
    Command, Context, Desk, Entry, Event, GroupId, Happening, Key, PersonId, Refusal, RequestId, Role, ServiceId,
    apply, decide,
};

pub const AGENT: PersonId = PersonId::imported(1);
pub const INES: PersonId = PersonId::imported(2);
pub const MANAGER: PersonId = PersonId::imported(3);
pub const OWNER: PersonId = PersonId::imported(4);
pub const BUYER: PersonId = PersonId::imported(5);
pub const WORKPLACE: GroupId = GroupId::imported(1);
pub const NETWORK: GroupId = GroupId::imported(2);
pub const LAPTOP: ServiceId = ServiceId::imported(1);
pub const DOCK: ServiceId = ServiceId::imported(2);
pub const STANDARD: OfferingKey = OfferingKey(Key::imported(1));
pub const MODEL: FieldKey = FieldKey(Key::imported(1));
pub const USERS: FieldKey = FieldKey(Key::imported(2));
pub const SMALL: ChoiceKey = ChoiceKey(Key::imported(1));
pub const LARGE: ChoiceKey = ChoiceKey(Key::imported(2));
pub const TAG: u32 = 7;

pub struct Bench {
    pub desk: Desk,
    pub journal: Vec<Event>,
    pub now: DateTime<Utc>,
    pub actor: PersonId,
    pub role: Role,
}

pub fn monday() -> DateTime<Utc> {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

impl Bench {
    /// Begins on a Monday at nine, in the working time of the standard agreement.
    pub fn begin() -> Self {
        let mut bench =
            Self { desk: Desk::default(), journal: Vec::new(), now: monday(), actor: AGENT, role: Role::Everyone };
        let people = [(AGENT, "Ada"), (INES, "Ines"), (MANAGER, "Falk"), (OWNER, "Priya"), (BUYER, "Jo")];
        let people = people.map(|(id, name)| Entry::Person(id, name.into()));
        let groups = [(WORKPLACE, "Workplace"), (NETWORK, "Network")].map(|(id, name)| Entry::Group(id, name.into()));
        let services = [(LAPTOP, "Laptop"), (DOCK, "Dock")].map(|(id, name)| Entry::Service(id, name.into()));
        for entry in people.into_iter().chain(groups).chain(services) {
            bench.tell(Happening::Entered(entry));
        }
        bench
    }

    /// One service that is offered with this workflow.
    pub fn with(steps: Vec<Step>) -> Self {
        let mut bench = Self::begin();
        bench.offer(LAPTOP, content(steps));
        bench
    }

    pub fn offer(&mut self, service: ServiceId, content: Content) {
        self.tell(Happening::Catalogue(service, Told::Drafted(Box::new(content))));
        self.tell(Happening::Catalogue(service, Told::Moved { to: Status::Launched, because: "".into() }));
        self.tell(Happening::Catalogue(service, Told::Published { from: self.now, note: "".into() }));
    }

    pub fn tell(&mut self, what: Happening) {
        let event = Event { at: self.now, by: self.actor, what };
        apply(&mut self.desk, &event);
        self.journal.push(event);
    }

    pub fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        self.now += TimeDelta::minutes(1);
        let context = Context { now: self.now, actor: self.actor, role: self.role, tag: TAG };
        let before = self.desk.clone();
        let decided = decide(&self.desk, command, &context);
        assert_eq!(self.desk, before, "deciding changes nothing");
        let events = decided.inspect_err(|refusal| {
            let sentence = refusal.sentence();
            assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
        })?;
        for event in &events {
            assert_eq!(self.desk.legal(event), Ok(()), "decided just now: {event:?}");
            apply(&mut self.desk, event);
            self.journal.push(event.clone());
        }
        Ok(events)
    }

    pub fn order(&mut self, order: Order) -> Result<RequestId, Refusal> {
        let id = self.desk.requests().next(TAG);
        self.ask(Command::Catalogue(Ask::Order(Box::new(order)))).map(|_| id)
    }

    pub fn does(&mut self, ask: OfRequest) -> Vec<Event> {
        self.ask(Command::Request(ask)).unwrap()
    }

    pub fn answers(&mut self, who: PersonId, request: RequestId) -> Vec<Event> {
        self.actor = who;
        let events = self.does(OfRequest::Answer { request, approves: true, because: "".into() });
        self.actor = AGENT;
        events
    }

    pub fn see(&self, id: RequestId) -> &Request {
        self.desk.requests().get(id).unwrap()
    }

    /// The states of an item's tasks, in order.
    pub fn tasks(&self, id: RequestId, item: usize) -> Vec<TaskState> {
        let request = self.see(id);
        let item = &request.items[item];
        item.tasks.iter().map(|task| request.task_state(item, task)).collect()
    }

    /// Does the task at a place of the first item.
    pub fn finishes(&mut self, request: RequestId, place: usize) -> Vec<Event> {
        let task = self.see(request).items[0].tasks[place].id;
        self.does(OfRequest::StartTask { request, item: 0, task });
        self.does(OfRequest::FinishTask { request, item: 0, task, words: "".into() })
    }

    pub fn state(&self, id: RequestId) -> State {
        self.see(id).state()
    }
}

pub fn hours(hours: i64) -> TimeDelta {
    TimeDelta::hours(hours)
}

pub fn step(number: u32, name: &str, when: When, what: StepKind) -> Step {
    Step { key: StepKey(Key::imported(number)), name: name.into(), when, what }
}

pub fn approval(number: u32, name: &str, by: &[Approver]) -> Step {
    let what = StepKind::Approval { by: by.to_vec(), rule: Rule::All, takes: hours(2) };
    step(number, name, When::Always, what)
}

pub fn task(name: &str, takes: i64) -> Task {
    Task { name: name.into(), group: Some(WORKPLACE), takes: hours(takes) }
}

pub fn tasks(number: u32, name: &str, tasks: Vec<Task>) -> Step {
    step(number, name, When::Always, StepKind::Tasks(tasks))
}

pub fn automatic(number: u32, name: &str) -> Step {
    step(number, name, When::Always, StepKind::Automatic)
}

/// Manager and owner, then two tasks at once, then a mail by itself, then one more task.
pub fn usual() -> Vec<Step> {
    vec![
        approval(1, "Line manager", &[Approver::Manager]),
        approval(2, "Owner", &[Approver::Owner]),
        tasks(3, "Prepare", vec![task("Set it up", 3), task("Register it", 1)]),
        automatic(4, "Send the welcome mail"),
        tasks(5, "Hand over", vec![task("Hand it over", 1)]),
    ]
}

pub fn form() -> Form {
    let choice = |key, label: &str, price| Choice { key, label: label.into(), price, show_if: None };
    let field = |key, label: &str, kind| Field {
        key,
        label: label.into(),
        help: "".into(),
        kind,
        required: false,
        show_if: None,
        default: None,
    };
    let choices = vec![choice(SMALL, "Small", 0), choice(LARGE, "Large", 30_000)];
    let mut users = field(USERS, "Users", FieldKind::Number { least: Some(1), most: None, unit: "".into(), each: 100 });
    users.show_if = Some(Condition::Chosen(MODEL, LARGE));
    let mut model = field(MODEL, "Model", FieldKind::Choice { choices });
    model.required = true;
    let key = SectionKey(Key::imported(1));
    Form { sections: vec![Section { key, fields: vec![model, users], ..Section::default() }] }
}

pub fn offering(steps: Vec<Step>) -> Offering {
    Offering {
        key: STANDARD,
        name: "Standard laptop".into(),
        kind: Kind::Goods,
        price: Price::Fixed(100_000),
        target: Some(hours(8)),
        form: form(),
        workflow: Workflow { steps },
        ..Offering::default()
    }
}

pub fn content(steps: Vec<Step>) -> Content {
    Content {
        name: "Laptop".into(),
        owner: Some(OWNER),
        support: Some(NETWORK),
        offerings: vec![offering(steps)],
        ..Content::default()
    }
}

pub fn chose(choice: ChoiceKey) -> Answers {
    Answers::from([(MODEL, Answer::Choice(choice))])
}

pub fn an_order() -> Order {
    Order {
        service: LAPTOP,
        offering: STANDARD,
        quantity: 1,
        answers: chose(SMALL),
        requester: INES,
        beneficiary: None,
        manager: Some(MANAGER),
    }
}
