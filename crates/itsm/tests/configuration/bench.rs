//! A desk with a few items and services to try rules on.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::configuration::{Amendment, Command as Ask, Item, LifeState, Need, Node};
use itsm::{Command, Context, Desk, Entry, Event, Happening, ItemId, PersonId, Refusal, ServiceId, apply, decide};

pub const ADA: PersonId = PersonId::imported(1);
pub const TAG: u32 = 7;
/// Items 1 to this have names.
pub const ITEMS: u32 = 6;
/// Services 1 to this have names.
pub const SERVICES: u32 = 3;

pub fn item(number: u32) -> ItemId {
    ItemId::imported(number)
}

pub fn it(number: u32) -> Node {
    Node::Item(item(number))
}

pub fn service(number: u32) -> Node {
    Node::Service(ServiceId::imported(number))
}

pub fn need(at_least: u32, of: &[Node]) -> Need {
    Need::new("".into(), at_least, of.iter().copied().collect::<BTreeSet<Node>>()).unwrap()
}

pub struct Bench {
    pub desk: Desk,
    pub journal: Vec<Event>,
    pub now: DateTime<Utc>,
}

impl Bench {
    pub fn begin() -> Self {
        let mut bench = Self { desk: Desk::default(), journal: Vec::new(), now: DateTime::UNIX_EPOCH };
        bench.ask(Command::Enter(Entry::Person(ADA, "Ada".into()))).unwrap();
        for number in 1..=ITEMS {
            bench.ask(Command::Enter(Entry::Item(item(number), format!("Item {number}").into()))).unwrap();
        }
        for number in 1..=SERVICES {
            let entry = Entry::Service(ServiceId::imported(number), format!("Service {number}").into());
            bench.ask(Command::Enter(entry)).unwrap();
        }
        bench
    }

    pub fn context(&self) -> Context {
        Context { now: self.now, actor: ADA, role: itsm::Role::default(), tag: TAG }
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
        self.ask(Command::Item(ask)).unwrap().into_iter().map(|event| event.what).collect()
    }

    pub fn refuses(&mut self, ask: Ask) -> String {
        self.ask(Command::Item(ask)).unwrap_err().sentence()
    }

    pub fn needs(&mut self, of: Node, needs: Vec<Need>) {
        self.does(Ask::SetNeeds { of, needs });
    }

    pub fn becomes(&mut self, number: u32, state: LifeState) {
        self.does(Ask::Become { item: item(number), state });
    }

    pub fn see(&self, number: u32) -> &Item {
        self.desk.configuration().item(item(number)).unwrap()
    }
}

pub fn amend(number: u32, change: Amendment) -> Ask {
    Ask::Amend { item: item(number), changes: vec![change] }
}

pub fn teaches_briefly(refusal: &Refusal) {
    let sentence = refusal.sentence();
    assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
}
