//! A tab to try things in: commands become entries as the app makes them.
#![allow(dead_code, reason = "each test binary uses its own part")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Channel, Command as Incident, Report, ResolutionCode};
use itsm::{Command, Context, Event, GroupId, Happening, IncidentId, Level, PersonId, Refusal};
use journal::{Entry, Stamp, TabId};
use workspace::{Admitted, Workspace, seed};

/// The first group and person of a blank workspace.
pub const DESK: GroupId = GroupId::imported(1);
pub const NETWORK: GroupId = GroupId::imported(2);

pub struct Tab {
    pub workspace: Workspace,
    pub entries: Vec<Entry>,
    id: u64,
    pub now: DateTime<Utc>,
}

impl Tab {
    /// A blank workspace in a first tab.
    pub fn blank() -> Self {
        let now = at("2026-03-02T09:00:00Z");
        let mut tab = Self { workspace: Workspace::open(None, &[]).0, entries: vec![], id: 1, now };
        tab.store(&seed::blank(now));
        tab
    }

    /// Another tab that knows what this one knows.
    pub fn second(&self, id: u64) -> Self {
        let workspace = Workspace::open(None, &self.entries).0;
        Self { workspace, entries: self.entries.clone(), id, now: self.now }
    }

    /// Takes a command at the next minute.
    pub fn try_do(&mut self, command: Command) -> Result<(Vec<Event>, Admitted), Refusal> {
        self.now += TimeDelta::minutes(1);
        let context = Context {
            now: self.now,
            actor: seed::YOU,
            role: itsm::Role::default(),
            tag: u32::try_from(self.id).unwrap(),
        };
        let events = self.workspace.decide(command, &context)?;
        let admitted = self.store(&events);
        Ok((events, admitted))
    }

    /// Takes a command that must be allowed, and gives the incident that it was about.
    pub fn act(&mut self, command: Incident) -> IncidentId {
        let (events, _) = self.try_do(Command::Incident(command)).unwrap();
        match events[0].what {
            Happening::Incident(id, _) => id,
            _ => panic!("not about an incident"),
        }
    }

    /// Logs an incident in the words of a user.
    pub fn log(&mut self, summary: &str) -> IncidentId {
        self.act(Incident::Log(Box::new(report(summary))))
    }

    pub fn resolve(&mut self, incident: IncidentId, solution: &str) {
        self.act(Incident::Assign { incident, group: Some(DESK), assignee: Some(seed::YOU) });
        self.act(Incident::Resolve {
            incident,
            code: ResolutionCode::SolutionProvided,
            solution: Arc::from(solution),
            cascade: false,
        });
    }

    /// Stores events that were decided, at the next minute.
    pub fn give(&mut self, events: &[Event]) -> Admitted {
        self.now += TimeDelta::minutes(1);
        self.store(events)
    }

    pub fn store(&mut self, events: &[Event]) -> Admitted {
        self.append(Workspace::payload(events))
    }

    /// Takes a command back (or brings one back) at the next minute.
    pub fn undo(&mut self, of: Stamp) -> Result<Admitted, Refusal> {
        self.now += TimeDelta::minutes(1);
        let context = Context {
            now: self.now,
            actor: seed::YOU,
            role: itsm::Role::default(),
            tag: u32::try_from(self.id).unwrap(),
        };
        let undone = self.workspace.undo(of, &context)?;
        Ok(self.append(Workspace::payload_of_undo(&undone)))
    }

    fn append(&mut self, payload: String) -> Admitted {
        let millis = u64::try_from(self.now.timestamp_millis()).unwrap();
        let entry = Entry {
            stamp: Stamp { millis, count: u32::try_from(self.entries.len()).unwrap(), tab: TabId(self.id) },
            sequence: u32::try_from(self.entries.len()).unwrap() + 1,
            payload,
        };
        let admitted = self.workspace.admit(&entry);
        self.entries.push(entry);
        admitted
    }

    pub fn last(&self) -> &Entry {
        self.entries.last().unwrap()
    }
}

pub fn report(summary: &str) -> Report {
    Report {
        summary: Arc::from(summary),
        description: Arc::from(""),
        channel: Channel::Phone,
        caller: Some(PersonId::imported(1)),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: None,
        assignee: None,
        follows: None,
    }
}

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}
