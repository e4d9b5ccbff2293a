//! A desk to try rules on, with a change at whatever point of its life.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::change::template::{Body, Command as AskTemplate};
use itsm::change::{
    Amendment, Answers, Board, Change, ChangeType, CloseCode, Command as Ask, Findings, OrderId, OrderPlan, OrderState,
    Plans, Span, Statement,
};
use itsm::{
    ChangeId, ChangeTemplateId, Command, Context, Desk, Entry, Event, GroupId, Happening, ItemId, PersonId, Refusal,
    ServiceId, apply, decide,
};

pub const LEAD: PersonId = PersonId::imported(1);
pub const REQUESTER: PersonId = PersonId::imported(2);
pub const ANA: PersonId = PersonId::imported(3);
pub const BEN: PersonId = PersonId::imported(4);
pub const CAT: PersonId = PersonId::imported(5);
pub const NETWORK: GroupId = GroupId::imported(1);
pub const MAIL: ServiceId = ServiceId::imported(1);
pub const SWITCH: ItemId = ItemId::imported(1);
pub const TAG: u32 = 7;

/// Likelihood 1, impact 1.
pub const HARMLESS: [u8; 6] = [0, 0, 0, 0, 0, 0];
/// Likelihood 3, impact 4.
pub const MEDIUM: [u8; 6] = [1, 1, 1, 1, 1, 0];
/// Likelihood 5, impact 5.
pub const WORST: [u8; 6] = [2, 2, 2, 1, 1, 2];

pub struct Bench {
    pub desk: Desk,
    pub journal: Vec<Event>,
    pub now: DateTime<Utc>,
    pub actor: PersonId,
}

impl Bench {
    pub fn begin() -> Self {
        let now = DateTime::UNIX_EPOCH;
        let mut bench = Self { desk: Desk::default(), journal: Vec::new(), now, actor: LEAD };
        let people = [(LEAD, "Ada"), (REQUESTER, "Rui"), (ANA, "Ana"), (BEN, "Ben"), (CAT, "Cat")];
        let people = people.map(|(id, name)| Entry::Person(id, name.into()));
        let others = [
            Entry::Group(NETWORK, "Network".into()),
            Entry::Service(MAIL, "Mail".into()),
            Entry::Item(SWITCH, "Switch 2".into()),
        ];
        for entry in people.into_iter().chain(others) {
            bench.ask(Command::Enter(entry)).unwrap();
        }
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
            apply(&mut self.desk, event);
            self.journal.push(event.clone());
        }
        Ok(events)
    }

    pub fn does(&mut self, ask: Ask) -> Vec<Happening> {
        self.ask(Command::Change(ask)).unwrap().into_iter().map(|event| event.what).collect()
    }

    pub fn does_as(&mut self, actor: PersonId, ask: Ask) -> Vec<Happening> {
        self.actor = actor;
        let done = self.does(ask);
        self.actor = LEAD;
        done
    }

    pub fn refuses(&mut self, ask: Ask) -> String {
        self.ask(Command::Change(ask)).unwrap_err().sentence()
    }

    pub fn refuses_as(&mut self, actor: PersonId, ask: Ask) -> String {
        self.actor = actor;
        let refused = self.refuses(ask);
        self.actor = LEAD;
        refused
    }

    pub fn see(&self, id: ChangeId) -> &Change {
        self.desk.changes().get(id).unwrap()
    }

    pub fn raised(&mut self, statement: Statement) -> ChangeId {
        let id = self.desk.changes().next(TAG);
        self.does(Ask::Raise { statement: Box::new(statement), from: None });
        id
    }

    pub fn new_one(&mut self) -> ChangeId {
        self.raised(statement())
    }

    /// In Assess, with plans and these answers.
    pub fn assessed(&mut self, kind: ChangeType, answers: [u8; 6]) -> ChangeId {
        let id = self.raised(Statement { kind, plans: plans(), answers: Answers::of(&answers), ..statement() });
        self.does(Ask::Assess(id));
        id
    }

    pub fn asked(&mut self, answers: [u8; 6], boards: &[&[PersonId]]) -> ChangeId {
        let id = self.assessed(ChangeType::Normal, answers);
        self.does(put(id, boards));
        id
    }

    pub fn authorised(&mut self) -> ChangeId {
        let id = self.asked(HARMLESS, &[&[ANA]]);
        self.does_as(ANA, yes(id));
        id
    }

    pub fn scheduled(&mut self) -> ChangeId {
        let id = self.authorised();
        let planned = self.later(1, 2);
        self.does(Ask::Schedule { change: id, planned });
        id
    }

    pub fn begun(&mut self) -> ChangeId {
        let id = self.scheduled();
        self.does(Ask::Implement(id));
        id
    }

    pub fn in_review(&mut self) -> ChangeId {
        let id = self.begun();
        self.does(Ask::BeginReview(id));
        id
    }

    pub fn closed(&mut self) -> ChangeId {
        let id = self.in_review();
        self.does(Ask::Review { change: id, findings: fine() });
        self.does(Ask::Close { change: id, code: CloseCode::Successful, notes: "As planned".into() });
        id
    }

    /// From and to so many hours from now.
    pub fn later(&self, from: i64, to: i64) -> Span {
        Span { start: self.now + TimeDelta::hours(from), end: self.now + TimeDelta::hours(to) }
    }

    pub fn order(&mut self, change: ChangeId, after: &[OrderId]) -> OrderId {
        let order = self.see(change).next_order(TAG);
        self.does(Ask::AddOrder { change, plan: order_plan(after) });
        order
    }

    pub fn template(&mut self) -> ChangeTemplateId {
        let id = self.desk.change_templates().next(TAG);
        self.does(Ask::Template(AskTemplate::Create(Box::new(body()))));
        id
    }

    pub fn template_in_force(&mut self) -> ChangeTemplateId {
        let id = self.template();
        self.does(Ask::Template(AskTemplate::Ask { template: id, boards: boards(&[&[ANA]]) }));
        let answer = AskTemplate::Answer { template: id, approves: true, because: "".into() };
        self.does_as(ANA, Ask::Template(answer));
        id
    }
}

pub fn teaches_briefly(refusal: &Refusal) {
    let sentence = refusal.sentence();
    assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
}

pub fn statement() -> Statement {
    Statement {
        summary: "Replace the switch on floor 2".into(),
        description: "It drops packets".into(),
        kind: ChangeType::Normal,
        template: None,
        requested_by: Some(REQUESTER),
        services: vec![MAIL],
        items: vec![SWITCH],
        category: None,
        group: Some(NETWORK),
        assignee: Some(LEAD),
        planned: None,
        plans: Plans::default(),
        answers: None,
    }
}

pub fn plans() -> Plans {
    Plans { implementation: "Swap it".into(), test: "Ping each desk".into(), back_out: "Put the old one back".into() }
}

pub fn body() -> Body {
    Body {
        name: "Restart a print server".into(),
        description: "When its queue is stuck".into(),
        category: None,
        group: Some(NETWORK),
        services: vec![MAIL],
        answers: Answers::of(&HARMLESS),
        plans: plans(),
    }
}

pub fn fine() -> Findings {
    Findings { objectives_met: true, caused_incidents: false, backed_out: false, on_time: true, lessons: "".into() }
}

pub fn order_plan(after: &[OrderId]) -> OrderPlan {
    OrderPlan {
        title: "Pull the cables".into(),
        group: Some(NETWORK),
        after: after.iter().copied().collect(),
        ..OrderPlan::default()
    }
}

pub fn boards(people: &[&[PersonId]]) -> Vec<Board> {
    people.iter().map(|people| Board { approvers: people.to_vec(), ..Board::default() }).collect()
}

pub fn put(change: ChangeId, people: &[&[PersonId]]) -> Ask {
    Ask::Ask { change, boards: boards(people) }
}

pub fn yes(change: ChangeId) -> Ask {
    Ask::Answer { change, approves: true, because: "".into() }
}

pub fn no(change: ChangeId, because: &str) -> Ask {
    Ask::Answer { change, approves: false, because: because.into() }
}

pub fn amend(change: ChangeId, amendment: Amendment) -> Ask {
    Ask::Amend { change, changes: vec![amendment] }
}

pub fn go(change: ChangeId, order: OrderId, to: OrderState, note: &str) -> Ask {
    Ask::MoveOrder { change, order, to, note: note.into() }
}
