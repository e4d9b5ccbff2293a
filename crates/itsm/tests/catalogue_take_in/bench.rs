//! A desk that takes catalogues in, and small catalogues to take in.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When, Workflow};
use itsm::catalogue::{
    AudienceId, Catalogue, Command as Ask, Content, Listed, Listing, Offering, OfferingKey, Price, ServiceCategory,
    ServiceCategoryId, Status, StepKey, Which, catalogue,
};
use itsm::{
    Command, Context, Desk, Directory, Entry, Event, GroupId, Happening, Key, PersonId, Refusal, ServiceId, apply,
    decide,
};

pub const ME: PersonId = PersonId::imported(1);
pub const TAG: u32 = 7;

pub struct Bench {
    pub desk: Desk,
    pub now: DateTime<Utc>,
    pub tag: u32,
}

impl Bench {
    pub fn begin() -> Self {
        let mut bench = Self { desk: Desk::default(), now: DateTime::UNIX_EPOCH + TimeDelta::days(90), tag: TAG };
        bench.ask(Command::Enter(Entry::Person(ME, "Me".into()))).unwrap();
        bench
    }

    /// Asks, and applies what is decided; every event must be legal at its turn, and every refusal short.
    pub fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        self.now += TimeDelta::minutes(1);
        let context = Context { now: self.now, actor: ME, role: itsm::Role::default(), tag: self.tag };
        let before = self.desk.clone();
        let decided = decide(&self.desk, command, &context);
        assert_eq!(self.desk, before, "deciding changes nothing");
        let events = decided.inspect_err(|refusal| {
            let sentence = refusal.sentence();
            assert!(sentence.split_whitespace().count() <= 25, "too long: {sentence}");
        })?;
        for event in &events {
            assert_eq!(self.desk.legal(event), Ok(()), "decided just now: {event:?}");
            apply(&mut self.desk, event);
        }
        Ok(events)
    }

    pub fn asks(&mut self, ask: Ask) -> Vec<Happening> {
        self.ask(Command::Catalogue(ask)).unwrap().into_iter().map(|event| event.what).collect()
    }

    pub fn takes(&mut self, catalogue: &Catalogue) -> Vec<Happening> {
        self.asks(Ask::TakeIn(Box::new(catalogue.clone())))
    }

    pub fn refuses(&mut self, catalogue: &Catalogue) -> String {
        self.ask(Command::Catalogue(Ask::TakeIn(Box::new(catalogue.clone())))).unwrap_err().sentence()
    }

    pub fn called(&self, name: &str) -> &Listing {
        self.desk.portfolio().listings().find(|listing| &*listing.draft.name == name).unwrap()
    }

    pub fn drafts(&self) -> Catalogue {
        catalogue(&self.desk, Which::Drafts)
    }

    pub fn offered(&self) -> Catalogue {
        catalogue(&self.desk, Which::Published(self.now))
    }
}

pub fn service(number: u32) -> ServiceId {
    ServiceId::imported(number)
}

pub fn key<K: From<Key>>(number: u32) -> K {
    K::from(Key::imported(number))
}

/// A catalogue with two services: a laptop that a person approves and a team hands over, and the network beneath it.
pub fn small() -> Catalogue {
    let mut directory = Directory::default();
    for entry in [
        Entry::Person(key(5), "Ada".into()),
        Entry::Person(key(6), "Nobody's".into()),
        Entry::Group(key(3), "Workplace".into()),
        Entry::Item(key(9), "Store room".into()),
        Entry::Service(service(1), "Laptop".into()),
        Entry::Service(service(2), "Network".into()),
    ] {
        directory.enter(&entry);
    }
    let approval = StepKind::Approval {
        by: vec![Approver::Person(key(5))],
        rule: itsm::approval::Rule::All,
        takes: TimeDelta::hours(2),
    };
    let tasks =
        StepKind::Tasks(vec![Task { name: "Hand it over".into(), group: Some(key(3)), takes: TimeDelta::hours(1) }]);
    let step =
        |number, what| Step { key: StepKey(Key::imported(number)), name: "Step".into(), when: When::Always, what };
    let laptop = Content {
        name: "Laptop".into(),
        summary: "A laptop that is yours to work with.".into(),
        owner: Some(key(5)),
        support: Some(key(3)),
        audiences: vec![key(1)],
        categories: vec![key(2)],
        supporting: vec![service(2)],
        items: vec![key(9)],
        offerings: vec![Offering {
            key: key(1),
            name: "Standard laptop".into(),
            price: Price::Fixed(90_000),
            workflow: Workflow { steps: vec![step(1, approval), step(2, tasks)] },
            includes: vec![(service(2), key(4))],
            ..Offering::default()
        }],
        ..Content::default()
    };
    let network = Content {
        name: "Network".into(),
        offerings: vec![Offering { key: key(4), name: "Access".into(), price: Price::Free, ..Offering::default() }],
        ..Content::default()
    };
    let mut small = Catalogue { directory, ..Catalogue::default() };
    small.settings.organisation = "Small Ltd".into();
    small.audiences.insert(AudienceId(Key::imported(1)), "Staff".into());
    let category = |name: &str, parent| ServiceCategory { name: name.into(), parent, ..ServiceCategory::default() };
    small.categories.insert(key(1), category("Workplace", None));
    small.categories.insert(key(2), category("Hardware", Some(ServiceCategoryId(Key::imported(1)))));
    small.services.insert(service(1), Listed { content: laptop, status: Status::Launched, ..Listed::default() });
    small.services.insert(service(2), Listed { content: network, ..Listed::default() });
    small
}

/// The group of that name.
pub fn group(desk: &Desk, name: &str) -> GroupId {
    *desk.directory().groups.iter().find(|(_, known)| &***known == name).unwrap().0
}

/// The key of an offering of a service's draft, by their names.
pub fn offering(bench: &Bench, of: &str, name: &str) -> OfferingKey {
    bench.called(of).draft.offerings.iter().find(|one| &*one.name == name).unwrap().key
}
