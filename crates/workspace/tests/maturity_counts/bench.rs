//! A workspace that commands are given in, one a minute.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Channel, Command as AskIncident, Report, ResolutionCode};
use itsm::{
    Command, Context, Entry, Event, GroupId, Happening, IncidentId, ItemId, Level, PersonId, RecordId, ServiceId,
    link::{Command as AskLink, Link, Relation},
};
use journal::{Entry as Line, Stamp, TabId};
use workspace::Workspace;
use workspace::figures::Share;
use workspace::maturity_counts::{Code, Count, counts};

pub const ADA: PersonId = PersonId::imported(1);
pub const TOM: PersonId = PersonId::imported(2);
pub const ANA: PersonId = PersonId::imported(3);
pub const NETWORK: GroupId = GroupId::imported(1);
pub const SERVERS: GroupId = GroupId::imported(2);
pub const MAIL: ServiceId = ServiceId::imported(1);
pub const SHOP: ServiceId = ServiceId::imported(2);
pub const SWITCH: ItemId = ItemId::imported(1);
pub const PRINTER: ItemId = ItemId::imported(2);
pub const TAG: u32 = 7;

pub struct Bench {
    pub workspace: Workspace,
    pub now: DateTime<Utc>,
    pub actor: PersonId,
    commands: u32,
}

impl Bench {
    /// Begins on a Monday at nine, in the working time of the standard agreement.
    pub fn begin() -> Self {
        let (workspace, _) = Workspace::open(None, &[]);
        let now = "2026-03-02T09:00:00Z".parse().unwrap();
        let mut bench = Self { workspace, now, actor: ADA, commands: 0 };
        let people = [(ADA, "Ada"), (TOM, "Tom"), (ANA, "Ana")].map(|(id, name)| Entry::Person(id, name.into()));
        let groups = [(NETWORK, "Network"), (SERVERS, "Servers")].map(|(id, name)| Entry::Group(id, name.into()));
        let services = [(MAIL, "Mail"), (SHOP, "Web shop")].map(|(id, name)| Entry::Service(id, name.into()));
        let items = [(SWITCH, "Switch 3"), (PRINTER, "PRN-7")].map(|(id, name)| Entry::Item(id, name.into()));
        for entry in people.into_iter().chain(groups).chain(services).chain(items) {
            bench.ask(Command::Enter(entry));
        }
        bench
    }

    /// Gives a command, and admits what is decided.
    pub fn ask(&mut self, command: Command) {
        self.now += TimeDelta::minutes(1);
        let context = Context { now: self.now, actor: self.actor, role: itsm::Role::default(), tag: TAG };
        let decided = self.workspace.decide(command, &context);
        let events = decided.unwrap_or_else(|refusal| panic!("{}", refusal.sentence()));
        self.admit(&events);
    }

    /// Lets somebody else give a command.
    pub fn ask_as(&mut self, actor: PersonId, command: Command) {
        self.actor = actor;
        self.ask(command);
        self.actor = ADA;
    }

    /// Lets something have happened that no command leads to so shortly.
    pub fn tell(&mut self, what: Happening) {
        let event = Event { at: self.now, by: self.actor, what };
        self.admit(&[event]);
    }

    fn admit(&mut self, events: &[Event]) {
        self.commands += 1;
        let stamp = Stamp { millis: self.commands.into(), count: 0, tab: TabId(1) };
        let line = Line { stamp, sequence: self.commands, payload: Workspace::payload(events) };
        let admitted = self.workspace.admit(&line);
        assert_eq!((admitted.flagged, admitted.unreadable), (0, None));
    }

    pub fn wait(&mut self, days: i64) {
        self.now += TimeDelta::days(days);
    }

    pub fn counts(&mut self) -> Vec<(Code, Count)> {
        self.workspace.advance(self.now);
        counts(&self.workspace, Code::ALL, self.now)
    }

    pub fn tells(&mut self, code: Code) -> Option<Count> {
        self.counts().into_iter().find(|(one, _)| *one == code).map(|(_, count)| count)
    }

    pub fn logged(&mut self) -> IncidentId {
        let id = self.workspace.desk().next_incident(TAG);
        self.ask(Command::Incident(AskIncident::Log(Box::new(report()))));
        id
    }

    pub fn resolve(&mut self, incident: IncidentId) {
        self.ask(Command::Incident(AskIncident::Resolve {
            incident,
            code: ResolutionCode::SolutionProvided,
            solution: "Restarted it".into(),
            cascade: false,
        }));
    }

    pub fn resolved(&mut self) -> IncidentId {
        let id = self.logged();
        self.resolve(id);
        id
    }

    pub fn link(&mut self, from: RecordId, relation: Relation, to: RecordId) {
        self.ask(Command::Link(AskLink::Link(from, Link { relation, to })));
    }
}

/// So many of so many.
pub fn of(part: usize, whole: usize) -> Option<Count> {
    Some(Count::Share(Share { part, whole }))
}

pub fn number(number: usize) -> Option<Count> {
    Some(Count::Number(number))
}

pub fn report() -> Report {
    Report {
        summary: "Mail is slow".into(),
        description: "".into(),
        channel: Channel::Phone,
        caller: Some(TOM),
        service: Some(MAIL),
        item: None,
        category: None,
        impact: Level(1),
        urgency: Level(1),
        group: Some(NETWORK),
        assignee: Some(ADA),
        follows: None,
    }
}
