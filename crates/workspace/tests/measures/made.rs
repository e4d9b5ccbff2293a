//! Desks made from a few events.

use chrono::{DateTime, NaiveDate, Utc};
use itsm::calendar::Zone;
use itsm::incident::{Channel, Event as Incident, HoldReason, Report, ResolutionCode};
use itsm::{Event, GroupId, Happening, IncidentId, Key, Level, PersonId};
use journal::{Entry, Stamp, TabId};
use workspace::Workspace;
use workspace::measures::Period;

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn days(first: &str, last: &str) -> Period {
    Period::of(day(first), day(last), Zone::UTC)
}

/// Logged with the first group and a person, so that work may begin.
pub fn logged(level: u8) -> Incident {
    Incident::Logged(Box::new(Report {
        summary: "Calls drop".into(),
        description: "".into(),
        channel: Channel::Phone,
        caller: None,
        service: None,
        item: None,
        category: None,
        impact: Level(level),
        urgency: Level(level),
        group: Some(GroupId(Key { number: 1, tag: 0 })),
        assignee: Some(PersonId(Key { number: 1, tag: 0 })),
        follows: None,
    }))
}

pub fn resolved() -> Incident {
    Incident::Resolved { code: ResolutionCode::SolutionProvided, solution: "Restarted it.".into(), with: None }
}

pub fn held() -> Incident {
    Incident::Held(HoldReason::Caller)
}

pub fn to_group(number: u32) -> Incident {
    Incident::Assigned {
        group: Some(GroupId(Key { number, tag: 0 })),
        assignee: Some(PersonId(Key { number, tag: 0 })),
    }
}

/// A desk from what happened to numbered incidents, in this order. All of it must be legal.
pub fn desk(events: Vec<(DateTime<Utc>, u32, Incident)>, now: DateTime<Utc>) -> Workspace {
    let workspace = any_desk(events, now);
    assert_eq!(workspace.findings(), vec![]);
    workspace
}

/// The same; what is illegal is not applied.
pub fn any_desk(events: Vec<(DateTime<Utc>, u32, Incident)>, now: DateTime<Utc>) -> Workspace {
    let entries: Vec<Entry> = (1..)
        .zip(events)
        .map(|(place, (at, number, what))| {
            let what = Happening::Incident(IncidentId(Key { number, tag: 0 }), what);
            let event = Event { at, by: PersonId(Key { number: 1, tag: 0 }), what };
            let stamp = Stamp { millis: u64::from(place), count: 0, tab: TabId(1) };
            Entry { stamp, sequence: place, payload: Workspace::payload(&[event]) }
        })
        .collect();
    let (mut workspace, _) = Workspace::open(None, &entries);
    workspace.advance(now);
    workspace
}
