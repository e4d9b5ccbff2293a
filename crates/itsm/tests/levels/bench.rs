//! A desk to try rules on. Its first instant is Monday, 2 March 2026, 08:00 UTC; everybody works Monday to Friday from
//! 09:00 to 17:00 UTC.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::calendar::{CalendarSpec, TimeOfDay, Window};
use itsm::incident::{Channel, Command as AskIncident, HoldReason, Report};
use itsm::promise::{Command as Ask, Event as PromiseEvent, Party, Promise, Terms};
use itsm::service_level::{Agreement, PauseOn, PriorityChange, ReopenRule, Targets};
use itsm::supplier::{Command as AskSupplier, Contract, Event as SupplierEvent, Profile};
use itsm::{
    Command, Context, Desk, Entry, Event, GroupId, Happening, IncidentId, ItemId, Level, PersonId, PromiseId, Refusal,
    ServiceId, SupplierId, apply, decide,
};

pub const ADA: PersonId = PersonId::imported(1);
pub const NETWORK: GroupId = GroupId::imported(1);
pub const SERVERS: GroupId = GroupId::imported(2);
pub const MAIL: ServiceId = ServiceId::imported(1);
pub const SHOP: ServiceId = ServiceId::imported(2);
pub const SWITCH: ItemId = ItemId::imported(1);
pub const TAG: u32 = 7;

pub struct Bench {
    pub desk: Desk,
    pub journal: Vec<Event>,
    pub now: DateTime<Utc>,
}

/// "02 09:00" is that time on 2 March 2026, a Monday.
pub fn at(text: &str) -> DateTime<Utc> {
    let (day, time) = text.split_once(' ').unwrap();
    format!("2026-03-{day}T{time}:00Z").parse().unwrap()
}

pub fn hours(hours: i64) -> TimeDelta {
    TimeDelta::hours(hours)
}

impl Bench {
    pub fn begin() -> Self {
        let mut bench = Self { desk: Desk::default(), journal: Vec::new(), now: at("02 08:00") };
        for entry in [
            Entry::Person(ADA, "Ada".into()),
            Entry::Group(NETWORK, "Network".into()),
            Entry::Group(SERVERS, "Servers".into()),
            Entry::Service(MAIL, "Mail".into()),
            Entry::Service(SHOP, "Web shop".into()),
            Entry::Item(SWITCH, "Switch 3".into()),
        ] {
            bench.ask(Command::Enter(entry)).unwrap();
        }
        bench
    }

    pub fn context(&self) -> Context {
        Context { now: self.now, actor: ADA, role: itsm::Role::default(), tag: TAG }
    }

    /// Asks, and applies what is decided; every event must be legal at its turn, and every refusal short.
    pub fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
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

    pub fn at(&mut self, text: &str) -> &mut Self {
        self.now = at(text);
        self
    }

    pub fn does(&mut self, ask: Ask) {
        self.ask(Command::Promise(ask)).unwrap();
    }

    pub fn refuses(&mut self, ask: Ask) -> String {
        self.ask(Command::Promise(ask)).unwrap_err().sentence()
    }

    pub fn drafts(&mut self, terms: Terms) -> PromiseId {
        let events = self.ask(Command::Promise(Ask::Draft(Box::new(terms)))).unwrap();
        match &events[0].what {
            Happening::Promise(id, PromiseEvent::Drafted(_)) => *id,
            other => panic!("{other:?}"),
        }
    }

    pub fn agrees(&mut self, terms: Terms) -> PromiseId {
        let id = self.drafts(terms);
        self.does(Ask::Agree(id));
        id
    }

    pub fn see(&self, id: PromiseId) -> &Promise {
        self.desk.promises().get(id).unwrap()
    }

    pub fn supplier(&mut self) -> SupplierId {
        let events = self.ask(Command::Supplier(AskSupplier::Add(Box::new(profile("Carrier"))))).unwrap();
        match &events[0].what {
            Happening::Supplier(id, SupplierEvent::Added(_)) => *id,
            other => panic!("{other:?}"),
        }
    }

    pub fn of(&mut self, ask: AskIncident) {
        self.ask(Command::Incident(ask)).unwrap();
    }

    /// An incident of priority 1 about the mail, with no group.
    pub fn incident(&mut self) -> IncidentId {
        let id = self.desk.next_incident(TAG);
        self.of(AskIncident::Log(Box::new(report())));
        id
    }

    pub fn assign(&mut self, incident: IncidentId, group: GroupId) {
        self.of(AskIncident::Assign { incident, group: Some(group), assignee: None });
    }

    pub fn hold(&mut self, incident: IncidentId, reason: HoldReason) {
        self.of(AskIncident::Hold { incident, reason, note: "".into() });
    }

    pub fn resolve(&mut self, incident: IncidentId) {
        let code = itsm::incident::ResolutionCode::SolutionProvided;
        self.of(AskIncident::Resolve { incident, code, solution: "Restarted".into(), cascade: false });
    }
}

pub fn teaches_briefly(refusal: &Refusal) {
    let sentence = refusal.sentence();
    assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
}

pub fn nine_to_five() -> CalendarSpec {
    let time = |hours: u32| TimeOfDay::from_seconds(hours * 3600).unwrap();
    CalendarSpec::weekly("Etc/UTC", 0..=4, &[Window { opens: time(9), closes: time(17) }])
}

/// The same resolution target for every priority; a response target of an hour.
pub fn agreement(name: &str, resolution: TimeDelta) -> Agreement {
    let targets = Targets { response: Some(hours(1).min(resolution)), resolution: Some(resolution) };
    Agreement {
        name: name.into(),
        calendar: nine_to_five(),
        targets: [targets; 5],
        pause_on: PauseOn { reasons: vec![HoldReason::Caller], response_too: false },
        reopen: ReopenRule::Continue,
        priority_change: PriorityChange::Forward,
        warn_at_percent: 80,
        enforced_from: None,
    }
}

pub fn terms(party: Party, resolution: TimeDelta) -> Terms {
    Terms {
        party,
        services: vec![MAIL],
        valid_from: at("01 00:00"),
        valid_until: None,
        clocks: agreement("Mail agreement", resolution),
        requests: [Targets::default(); 5],
        escalation: None,
        availability: None,
        penalties: "".into(),
        review_months: Some(3),
    }
}

pub fn sla(resolution: TimeDelta) -> Terms {
    terms(Party::Customer("Sales".into()), resolution)
}

pub fn ola(group: GroupId, resolution: TimeDelta) -> Terms {
    terms(Party::Group(group), resolution)
}

pub fn report() -> Report {
    Report {
        summary: "Mail is slow".into(),
        description: "".into(),
        channel: Channel::Phone,
        caller: Some(ADA),
        service: Some(MAIL),
        item: None,
        category: None,
        impact: Level(1),
        urgency: Level(1),
        group: None,
        assignee: None,
        follows: None,
    }
}

pub fn profile(name: &str) -> Profile {
    Profile { name: name.into(), contacts: vec![], services: vec![MAIL], items: vec![SWITCH] }
}

pub fn contract() -> Contract {
    Contract {
        title: "Leased line".into(),
        valid_from: at("01 00:00"),
        valid_until: None,
        notice_by: None,
        cost: "900 a month".into(),
        promise: None,
    }
}
