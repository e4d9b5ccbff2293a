//! A desk to try rules on, with an incident that is, or may be, a major one.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Channel, Command as AskIncident, Report, ResolutionCode};
use itsm::major::{Command as Ask, Major, Plan, Review};
use itsm::{
    Command, Context, Desk, Entry, Event, GroupId, Happening, IncidentId, Level, PersonId, Refusal, ServiceId, apply,
    decide,
};

pub const MANAGER: PersonId = PersonId::imported(1);
pub const CALLER: PersonId = PersonId::imported(2);
pub const NETWORK: GroupId = GroupId::imported(1);
pub const MAIL: ServiceId = ServiceId::imported(1);
pub const TAG: u32 = 7;

pub struct Bench {
    pub desk: Desk,
    pub journal: Vec<Event>,
    pub now: DateTime<Utc>,
}

impl Bench {
    /// Monday, 2026-03-02, 09:00 UTC.
    pub fn begin() -> Self {
        let now = DateTime::from_timestamp(1_772_442_000, 0).unwrap();
        let mut bench = Self { desk: Desk::default(), journal: Vec::new(), now };
        for entry in [
            Entry::Person(MANAGER, "Ada".into()),
            Entry::Person(CALLER, "Tom".into()),
            Entry::Group(NETWORK, "Network".into()),
            Entry::Service(MAIL, "E-mail".into()),
        ] {
            bench.ask(Command::Enter(entry)).unwrap();
        }
        bench
    }

    pub fn context(&self) -> Context {
        Context { now: self.now, actor: MANAGER, role: itsm::Role::default(), tag: TAG }
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
        self.ask(Command::Major(ask)).unwrap().into_iter().map(|event| event.what).collect()
    }

    pub fn refuses(&mut self, ask: Ask) -> String {
        self.ask(Command::Major(ask)).unwrap_err().sentence()
    }

    pub fn of(&mut self, ask: AskIncident) {
        self.ask(Command::Incident(ask)).unwrap();
    }

    pub fn see(&self, id: IncidentId) -> &Major {
        &self.desk.majors()[&id]
    }

    pub fn incident(&mut self) -> IncidentId {
        let id = self.desk.next_incident(TAG);
        self.of(AskIncident::Log(Box::new(report())));
        id
    }

    pub fn running(&mut self) -> IncidentId {
        let id = self.incident();
        self.does(propose(id));
        self.does(accept(id));
        id
    }

    pub fn ended(&mut self) -> IncidentId {
        let id = self.running();
        self.of(resolve(id));
        id
    }
}

pub fn teaches_briefly(refusal: &Refusal) {
    let sentence = refusal.sentence();
    assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
}

pub fn report() -> Report {
    Report {
        summary: "E-mail is down".into(),
        description: "".into(),
        channel: Channel::Phone,
        caller: Some(CALLER),
        service: Some(MAIL),
        item: None,
        category: None,
        impact: Level(1),
        urgency: Level(1),
        group: Some(NETWORK),
        assignee: None,
        follows: None,
    }
}

pub fn resolve(incident: IncidentId) -> AskIncident {
    AskIncident::Resolve {
        incident,
        code: ResolutionCode::CHOICES[0].clone(),
        solution: "Restarted the gateway".into(),
        cascade: false,
    }
}

pub fn propose(incident: IncidentId) -> Ask {
    Ask::Propose { incident, because: "Nobody can send mail".into() }
}

pub fn accept(incident: IncidentId) -> Ask {
    Ask::Accept { incident, manager: Some(MANAGER) }
}

pub fn plan(incident: IncidentId, every_minutes: u32) -> Ask {
    let plan = Plan { audience: "All users of e-mail".into(), channel: "Status page".into(), every_minutes };
    Ask::Plan { incident, plan }
}

pub fn look_back(incident: IncidentId, learned: &str) -> Ask {
    Ask::LookBack { incident, review: Box::new(Review { learned: learned.into(), ..Review::default() }) }
}
