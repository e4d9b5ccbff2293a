//! A desk with a small network to plan work on.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::calendar::{CalendarSpec, TimeOfDay, Window};
use itsm::configuration::{Command as AskItem, Need, Node};
use itsm::schedule::{Command as Ask, Conflict, Freeze, MaintenanceWindow, Planned, Scope, Span, conflicts};
use itsm::{
    ChangeId, Command, Context, Desk, Entry, Event, ItemId, PersonId, RecordId, Refusal, ServiceId, apply, decide,
};

pub const ADA: PersonId = PersonId::imported(1);
pub const BEN: PersonId = PersonId::imported(2);
pub const CORE: ItemId = ItemId::imported(1);
pub const AP1: ItemId = ItemId::imported(2);
pub const AP2: ItemId = ItemId::imported(3);
pub const ROOM: ItemId = ItemId::imported(4);
pub const PRINTER: ItemId = ItemId::imported(5);
pub const WIFI: ServiceId = ServiceId::imported(1);
pub const PRINTING: ServiceId = ServiceId::imported(2);

pub struct Bench {
    pub desk: Desk,
}

/// Wi-Fi needs one of two access points, each needs the core switch, which stands in the server room.
pub fn bench() -> Bench {
    let mut bench = Bench { desk: Desk::default() };
    for entry in [
        Entry::Person(ADA, "Ada".into()),
        Entry::Person(BEN, "Ben".into()),
        Entry::Item(CORE, "Core".into()),
        Entry::Item(AP1, "AP-1".into()),
        Entry::Item(AP2, "AP-2".into()),
        Entry::Item(ROOM, "Server room".into()),
        Entry::Item(PRINTER, "Printer".into()),
        Entry::Service(WIFI, "Wi-Fi".into()),
        Entry::Service(PRINTING, "Printing".into()),
    ] {
        bench.ask(Command::Enter(entry)).unwrap();
    }
    bench.needs(Node::Service(WIFI), 1, &[AP1, AP2]);
    bench.needs(Node::Item(AP1), 1, &[CORE]);
    bench.needs(Node::Item(AP2), 1, &[CORE]);
    bench.needs(Node::Service(PRINTING), 1, &[PRINTER]);
    bench.ask(Command::Item(AskItem::PutInto { item: CORE, whole: Some(ROOM) })).unwrap();
    bench
}

impl Bench {
    pub fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        let context = Context { now: DateTime::UNIX_EPOCH, actor: ADA, role: itsm::Role::default(), tag: 7 };
        let decided = decide(&self.desk, command, &context).inspect_err(|refusal| {
            assert!(refusal.sentence().split_whitespace().count() <= 25, "{}", refusal.sentence());
        })?;
        decided.iter().for_each(|event| apply(&mut self.desk, event));
        Ok(decided)
    }

    pub fn needs(&mut self, of: Node, least: u32, items: &[ItemId]) {
        let group: BTreeSet<Node> = items.iter().map(|id| Node::Item(*id)).collect();
        let needs = vec![Need::new("".into(), least, group).unwrap()];
        self.ask(Command::Item(AskItem::SetNeeds { of, needs })).unwrap();
    }

    pub fn window(&mut self, scope: Scope, zone: &str, day: usize, opens: &str, closes: &str) {
        let window = window(scope, zone, day, opens, closes);
        self.ask(Command::Schedule(Ask::SaveWindow(None, Box::new(window)))).unwrap();
    }

    pub fn freeze(&mut self, scope: Scope, start: &str, end: &str) {
        self.ask(Command::Schedule(Ask::SaveFreeze(None, freeze(scope, start, end)))).unwrap();
    }

    pub fn against(&self, planned: &Planned, others: &[Planned]) -> Vec<Conflict> {
        conflicts(&self.desk, planned, others)
    }
}

/// The same hours on one weekday, Monday is 0.
pub fn window(scope: Scope, zone: &str, day: usize, opens: &str, closes: &str) -> MaintenanceWindow {
    let hours = Window { opens: opens.parse::<TimeOfDay>().unwrap(), closes: closes.parse::<TimeOfDay>().unwrap() };
    let name = format!("{zone} {day} {opens}").into();
    MaintenanceWindow { name, scope, hours: CalendarSpec::weekly(zone, day..=day, &[hours]) }
}

pub fn freeze(scope: Scope, start: &str, end: &str) -> Freeze {
    let name = format!("Freeze of {start}").into();
    let span = Span::new(at(start), at(end)).unwrap();
    Freeze { name, span, scope, reason: "Month end".into(), may_override: None }
}

/// "2026-05-16 09:00", UTC.
pub fn at(text: &str) -> DateTime<Utc> {
    (text.replace(' ', "T") + ":00Z").parse().unwrap()
}

pub fn plan(number: u32, start: &str, hours: i64, items: &[ItemId]) -> Planned {
    let start = at(start);
    Planned {
        id: RecordId::Change(ChangeId::imported(number)),
        number: format!("CHG{number:07}"),
        title: "Work".into(),
        state: "Scheduled",
        is_open: true,
        span: Span::new(start, start + TimeDelta::hours(hours)).unwrap(),
        items: items.iter().copied().collect(),
        services: BTreeSet::new(),
        assignee: None,
    }
}
