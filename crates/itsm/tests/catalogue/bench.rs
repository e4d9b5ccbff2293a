//! A desk to try rules on, with a service wherever it may stand.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::catalogue::{
    Check, Command as Ask, Content, Edit, Kind, Listing, Offering, OfferingKey, Price, Status, Text,
};
use itsm::{Command, Context, Desk, Entry, Event, GroupId, ItemId, Key, PersonId, Refusal, ServiceId, apply, decide};

pub const WRITER: PersonId = PersonId::imported(1);
pub const READER: PersonId = PersonId::imported(2);
pub const TEAM: GroupId = GroupId::imported(1);
pub const MAIL: ServiceId = ServiceId::imported(1);
pub const LAPTOP: ItemId = ItemId::imported(1);
pub const TAG: u32 = 7;

pub struct Bench {
    pub desk: Desk,
    pub journal: Vec<Event>,
    pub now: DateTime<Utc>,
    pub actor: PersonId,
}

impl Bench {
    pub fn begin() -> Self {
        let now = DateTime::UNIX_EPOCH;
        let mut bench = Self { desk: Desk::default(), journal: Vec::new(), now, actor: WRITER };
        for entry in [
            Entry::Person(WRITER, "Ada".into()),
            Entry::Person(READER, "Tom".into()),
            Entry::Group(TEAM, "Workplace".into()),
            Entry::Service(MAIL, "E-mail".into()),
            Entry::Item(LAPTOP, "LAP-7".into()),
        ] {
            bench.ask(Command::Enter(entry)).unwrap();
        }
        bench
    }

    /// Asks, and applies what is decided; every event must be legal at its turn, and every refusal short.
    pub fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        self.now += TimeDelta::minutes(1);
        let before = self.desk.clone();
        let context = Context { now: self.now, actor: self.actor, role: itsm::Role::default(), tag: TAG };
        let decided = decide(&self.desk, command, &context);
        assert_eq!(self.desk, before, "deciding changes nothing");
        let events = decided.inspect_err(teaches_briefly)?;
        for event in &events {
            assert_eq!(self.desk.legal(event), Ok(()), "decided just now: {event:?}");
            apply(&mut self.desk, event);
            self.journal.push(event.clone());
        }
        Ok(events)
    }

    pub fn does(&mut self, ask: Ask) -> Vec<Event> {
        self.ask(Command::Catalogue(ask)).unwrap()
    }

    pub fn refuses(&mut self, ask: Ask) -> String {
        self.ask(Command::Catalogue(ask)).unwrap_err().sentence()
    }

    pub fn r#as(&mut self, actor: PersonId) -> &mut Self {
        self.actor = actor;
        self
    }

    pub fn see(&self, id: ServiceId) -> &Listing {
        self.desk.portfolio().listing(id).unwrap()
    }

    pub fn name_of(&self, id: ServiceId) -> &str {
        self.desk.directory().service(id)
    }

    pub fn days(&self, days: i64) -> DateTime<Utc> {
        self.now + TimeDelta::days(days)
    }

    /// A new service.
    pub fn draft(&mut self, name: &str) -> ServiceId {
        let events = self.does(Ask::Draft { service: None, content: Box::new(content(name)) });
        let id = events.iter().find_map(|event| match event.what {
            itsm::Happening::Catalogue(id, _) => Some(id),
            _ => None,
        });
        id.unwrap()
    }

    pub fn write(&mut self, service: ServiceId, edit: Edit) -> Vec<Event> {
        self.does(Ask::Edit { service, edits: vec![edit] })
    }

    pub fn rename(&mut self, service: ServiceId, name: &str) -> Vec<Event> {
        self.write(service, Edit::Text(Text::Name, name.into()))
    }

    pub fn publish(&mut self, service: ServiceId) -> Vec<Event> {
        self.does(Ask::Publish { service, from: None, note: "Better words".into() })
    }

    pub fn tick(&mut self, service: ServiceId, check: Check) {
        self.does(Ask::Tick { service, check, words: Some("In the folder".into()) });
    }

    pub fn go(&mut self, service: ServiceId, to: Status) -> Vec<Event> {
        self.does(go(service, to))
    }

    /// A new service that stands somewhere, with everything ticked on its way.
    pub fn standing(&mut self, name: &str, at: Status) -> ServiceId {
        let id = self.draft(name);
        for check in Check::ALL {
            self.tick(id, check);
        }
        let way: &[Status] = match at {
            Status::InStudy => &[],
            Status::Rejected => &[Status::Rejected],
            _ => {
                &[Status::InDesign, Status::InTest, Status::Active, Status::Launched, Status::Retired, Status::Obsolete]
            }
        };
        for to in way.iter().copied().take_while(|to| *to <= at) {
            if to == Status::Launched {
                self.publish(id);
            }
            self.go(id, to);
        }
        assert_eq!(self.see(id).status, at);
        id
    }
}

pub fn go(service: ServiceId, to: Status) -> Ask {
    Ask::Move { service, to, because: "It is time".into() }
}

pub fn teaches_briefly(refusal: &Refusal) {
    let sentence = refusal.sentence();
    assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
    assert!(!sentence.contains("?."), "{sentence}");
}

pub fn key(number: u32) -> Key {
    Key { number, tag: 0 }
}

pub fn content(name: &str) -> Content {
    Content { name: name.into(), summary: "A machine to work with".into(), ..Content::default() }
}

pub fn offering(number: u32, name: &str) -> Offering {
    Offering {
        key: OfferingKey(key(number)),
        name: name.into(),
        kind: Kind::Goods,
        price: Price::Fixed(120_000),
        ..Offering::default()
    }
}

pub fn text(words: &str) -> Arc<str> {
    Arc::from(words)
}
