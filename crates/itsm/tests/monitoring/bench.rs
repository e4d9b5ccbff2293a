//! A desk that events come in to.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Command as AskIncident, ResolutionCode};
use itsm::monitoring::{Alert, Command as Ask, Match, Outcome, Raise, Repeats, Rule, Rules, Severity, Signal, Then};
use itsm::{
    AlertId, Command, Context, Desk, Entry, Event, GroupId, IncidentId, ItemId, Key, Level, PersonId, Refusal, apply,
    decide,
};

pub const ME: PersonId = PersonId::imported(1);
pub const NETWORK: GroupId = GroupId::imported(1);
pub const SWITCH: ItemId = ItemId::imported(1);
pub const TAG: u32 = 7;

pub struct Bench {
    pub desk: Desk,
    pub journal: Vec<Event>,
    pub now: DateTime<Utc>,
}

impl Bench {
    pub fn begin() -> Self {
        let now = DateTime::from_timestamp(1_463_389_200, 0).unwrap();
        let mut bench = Self { desk: Desk::default(), journal: Vec::new(), now };
        for entry in [
            Entry::Person(ME, "Ada".into()),
            Entry::Group(NETWORK, "Network".into()),
            Entry::Item(SWITCH, "SW-1".into()),
        ] {
            bench.ask(Command::Enter(entry)).unwrap();
        }
        bench
    }

    /// Asks, and applies what is decided; every event must be legal at its turn, and every refusal short.
    pub fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        self.now += TimeDelta::minutes(1);
        let before = self.desk.clone();
        let context = Context { now: self.now, actor: ME, role: itsm::Role::default(), tag: TAG };
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

    pub fn does(&mut self, ask: Ask) {
        self.ask(Command::Alert(ask)).unwrap();
    }

    pub fn refuses(&mut self, ask: Ask) -> String {
        self.ask(Command::Alert(ask)).unwrap_err().sentence()
    }

    /// Takes in one event, and says what was done with it.
    pub fn hears(&mut self, signal: Signal) -> Outcome {
        let key = itsm::monitoring::key_of(&signal);
        self.does(Ask::TakeIn(vec![signal]));
        self.of_key(&key).verdict.outcome
    }

    pub fn of_key(&self, key: &str) -> &Alert {
        self.desk.alerts().all().find(|alert| *alert.key == *key).unwrap()
    }

    pub fn see(&self, number: u32) -> &Alert {
        self.desk.alerts().get(alert(number)).unwrap()
    }

    pub fn wait(&mut self, minutes: i64) {
        self.now += TimeDelta::minutes(minutes);
    }

    pub fn resolve(&mut self, incident: IncidentId) {
        let assign = AskIncident::Assign { incident, group: Some(NETWORK), assignee: None };
        let _ = self.ask(Command::Incident(assign));
        let resolve = AskIncident::Resolve {
            incident,
            code: ResolutionCode::SolutionProvided,
            solution: "Replaced".into(),
            cascade: false,
        };
        self.ask(Command::Incident(resolve)).unwrap();
    }
}

pub fn teaches_briefly(refusal: &Refusal) {
    let sentence = refusal.sentence();
    assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
}

pub fn alert(number: u32) -> AlertId {
    AlertId(Key { number, tag: TAG })
}

pub fn incident(number: u32) -> IncidentId {
    IncidentId(Key { number, tag: TAG })
}

pub fn signal(severity: Severity, message: &str) -> Signal {
    Signal {
        source: "Prometheus".into(),
        item: Some(SWITCH),
        key: "".into(),
        severity,
        message: message.into(),
        at: None,
        recovers: false,
    }
}

pub fn down() -> Signal {
    Signal { key: "sw1".into(), ..signal(Severity::Exception, "SW-1 does not answer") }
}

pub fn up() -> Signal {
    Signal { key: "sw1".into(), recovers: true, ..signal(Severity::Informational, "SW-1 answers again") }
}

pub fn raise() -> Raise {
    Raise { group: Some(NETWORK), service: None, category: None, impact: Level(1), urgency: Level(2) }
}

pub fn rules() -> Rules {
    Rules {
        rules: vec![
            Rule {
                name: "Backup reports".into(),
                when: Match { source: "backup".into(), words: "finished".into(), ..Match::default() },
                then: Then::Ignore,
            },
            Rule {
                name: "Test bench".into(),
                when: Match { words: "test bench".into(), ..Match::default() },
                then: Then::Note,
            },
            Rule {
                name: "Core network".into(),
                when: Match { item: Some(SWITCH), ..Match::default() },
                then: Then::Incident(raise()),
            },
        ],
        quiet_minutes: 20,
        escalate: Some(Repeats { times: 3, minutes: 10 }),
        flapping: Some(Repeats { times: 4, minutes: 60 }),
    }
}
