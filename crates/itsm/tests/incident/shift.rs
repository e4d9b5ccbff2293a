//! A desk to try rules on: a small directory, a clock that moves a minute with every command.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Channel, Command as Ask, Event as What, HoldReason, Incident, Report, ResolutionCode, Side};
use itsm::{
    CategoryId, Command, Context, Desk, Entry, Event, GroupId, Happening, IncidentId, ItemId, Level, PersonId, Refusal,
    ServiceId, apply, decide,
};

pub const ANALYST: PersonId = PersonId::imported(1);
pub const COLLEAGUE: PersonId = PersonId::imported(2);
pub const CALLER: PersonId = PersonId::imported(3);
pub const STRANGER: PersonId = PersonId::imported(99);
pub const NETWORK: GroupId = GroupId::imported(1);
pub const MAIL: GroupId = GroupId::imported(2);
pub const HARDWARE: CategoryId = CategoryId::imported(1);
pub const MAILBOXES: ServiceId = ServiceId::imported(1);
pub const ROUTER: ItemId = ItemId::imported(1);
pub const TAG: u32 = 7;

pub struct Shift {
    pub desk: Desk,
    pub journal: Vec<Event>,
    pub now: DateTime<Utc>,
}

impl Shift {
    pub fn begin() -> Self {
        let mut shift = Self { desk: Desk::default(), journal: Vec::new(), now: DateTime::UNIX_EPOCH };
        for entry in [
            Entry::Person(ANALYST, "Ada".into()),
            Entry::Person(COLLEAGUE, "Grace".into()),
            Entry::Person(CALLER, "Tom".into()),
            Entry::Group(NETWORK, "Network".into()),
            Entry::Group(MAIL, "Mail".into()),
            Entry::Category(HARDWARE, "Hardware".into()),
            Entry::Service(MAILBOXES, "Mailboxes".into()),
            Entry::Item(ROUTER, "Router 12".into()),
        ] {
            shift.ask(Command::Enter(entry)).unwrap();
        }
        shift
    }

    pub fn context(&self) -> Context {
        Context { now: self.now, actor: ANALYST, role: itsm::Role::default(), tag: TAG }
    }

    /// Asks, and applies what is decided; every event must be legal at its turn.
    pub fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        self.now += TimeDelta::minutes(1);
        let events = decide(&self.desk, command, &self.context()).inspect_err(teaches_briefly)?;
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

    pub fn try_to(&mut self, ask: Ask) -> Result<Vec<What>, Refusal> {
        let events = self.ask(Command::Incident(ask))?;
        Ok(events.into_iter().map(what_of).collect())
    }

    pub fn does(&mut self, ask: Ask) -> Vec<What> {
        self.try_to(ask).unwrap()
    }

    pub fn refuses(&mut self, ask: Ask) -> Refusal {
        let before = self.desk.clone();
        let refusal = self.try_to(ask).unwrap_err();
        assert_eq!(self.desk, before, "a refused command changes nothing");
        refusal
    }

    pub fn see(&self, id: IncidentId) -> &Incident {
        self.desk.incident(id).unwrap()
    }

    /// A new incident that the network team has.
    pub fn logged(&mut self) -> IncidentId {
        self.log(report())
    }

    /// A new incident that nobody has.
    pub fn unowned(&mut self) -> IncidentId {
        self.log(Report { group: None, ..report() })
    }

    pub fn log(&mut self, report: Report) -> IncidentId {
        let id = self.desk.next_incident(TAG);
        self.does(Ask::Log(Box::new(report)));
        id
    }

    pub fn in_progress(&mut self) -> IncidentId {
        let id = self.logged();
        self.does(Ask::Start(id));
        id
    }

    pub fn on_hold(&mut self, reason: HoldReason) -> IncidentId {
        let id = self.in_progress();
        self.does(hold(id, reason));
        id
    }

    pub fn resolved(&mut self) -> IncidentId {
        let id = self.in_progress();
        self.does(resolve(id));
        id
    }

    pub fn closed(&mut self) -> IncidentId {
        let id = self.resolved();
        self.does(Ask::Close(id));
        id
    }

    pub fn cancelled(&mut self) -> IncidentId {
        let id = self.logged();
        self.does(Ask::Cancel { incident: id, because: "logged twice".into() });
        id
    }

    pub fn child_of(&mut self, parent: IncidentId) -> IncidentId {
        let id = self.logged();
        self.does(Ask::LinkParent { incident: id, parent: Some(parent) });
        id
    }

    pub fn duplicate_of(&mut self, original: IncidentId) -> IncidentId {
        let id = self.logged();
        self.does(Ask::MarkDuplicate { incident: id, of: Some(original) });
        id
    }
}

/// A refusal is read in passing, so it has room for one reason.
pub fn teaches_briefly(refusal: &Refusal) {
    let sentence = refusal.sentence();
    assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
}

pub fn what_of(event: Event) -> What {
    match event.what {
        Happening::Incident(_, what) => what,
        other => panic!("not of the incident practice: {other:?}"),
    }
}

pub fn report() -> Report {
    Report {
        summary: "Mail does not arrive".into(),
        description: "Since this morning".into(),
        channel: Channel::Phone,
        caller: Some(CALLER),
        service: Some(MAILBOXES),
        item: Some(ROUTER),
        category: Some(HARDWARE),
        impact: Level(2),
        urgency: Level(2),
        group: Some(NETWORK),
        assignee: None,
        follows: None,
    }
}

pub fn resolve(incident: IncidentId) -> Ask {
    resolve_as(incident, ResolutionCode::SolutionProvided)
}

pub fn resolve_as(incident: IncidentId, code: ResolutionCode) -> Ask {
    Ask::Resolve { incident, code, solution: "Router restarted".into(), cascade: false }
}

pub fn cascade(incident: IncidentId) -> Ask {
    Ask::Resolve {
        incident,
        code: ResolutionCode::WorkaroundProvided,
        solution: "Mail goes by the other router".into(),
        cascade: true,
    }
}

pub fn hold(incident: IncidentId, reason: HoldReason) -> Ask {
    Ask::Hold { incident, reason, note: "".into() }
}

pub fn reply(incident: IncidentId, side: Side) -> Ask {
    Ask::Reply { incident, side, text: "It still does not work".into() }
}

pub fn assign(incident: IncidentId, group: Option<GroupId>, assignee: Option<PersonId>) -> Ask {
    Ask::Assign { incident, group, assignee }
}

/// The field that a refusal asks for or complains about.
pub fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Missing { field, .. } | Refusal::Invalid { field, .. } => field,
        other => panic!("names no field: {other:?}"),
    }
}

/// The state that a refusal gives as its reason.
pub fn state(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotFrom { state, .. } => state,
        other => panic!("names no state: {other:?}"),
    }
}
