//! The configuration through the journal: what it was, what differs, what an undo leaves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use itsm::configuration::{Amendment, Command as Ask, Kind, LifeState, Need, Node};
use itsm::{Command, Context, Entry, ItemId, PersonId, ServiceId};
use journal::{Stamp, TabId};
use workspace::baseline::{Difference, compare, desk_at, fails_with};
use workspace::{Undone, Workspace, agenda, ical, layers, say, stored};

const ADA: PersonId = PersonId::imported(1);

struct Desk {
    workspace: Workspace,
    now: DateTime<Utc>,
    stamps: Vec<Stamp>,
}

impl Desk {
    fn open() -> Self {
        let (workspace, _) = Workspace::open(None, &[]);
        let mut desk = Self { workspace, now: DateTime::UNIX_EPOCH, stamps: vec![] };
        desk.give(Command::Enter(Entry::Person(ADA, "Ada".into())));
        desk.give(Command::Enter(Entry::Service(ServiceId::imported(1), "Wi-Fi".into())));
        desk
    }

    fn admit(&mut self, payload: String) {
        let stamp = Stamp { millis: self.now.timestamp_millis().unsigned_abs(), count: 0, tab: TabId(1) };
        self.stamps.push(stamp);
        self.workspace.admit(&journal::Entry { stamp, payload, sequence: 0 });
    }

    fn give(&mut self, command: Command) {
        self.now += TimeDelta::hours(1);
        let context = Context { now: self.now, actor: ADA, role: itsm::Role::default(), tag: 7 };
        let events = self.workspace.decide(command, &context).unwrap();
        self.admit(Workspace::payload(&events));
    }

    fn undo(&mut self, of: Stamp) {
        self.now += TimeDelta::hours(1);
        self.admit(stored::write_undone(&Undone { at: self.now, by: ADA, of }));
    }

    fn register(&mut self, name: &str) -> ItemId {
        let changes = vec![Amendment::Kind(Some(Kind::NetworkDevice))];
        self.give(Command::Item(Ask::Register { name: name.into(), state: LifeState::Live, changes }));
        *self.workspace.desk().directory().items.keys().next_back().unwrap()
    }

    fn needs(&mut self, of: Node, items: &[ItemId]) {
        let group: BTreeSet<Node> = items.iter().map(|id| Node::Item(*id)).collect();
        let needs = vec![Need::new("".into(), 1, group).unwrap()];
        self.give(Command::Item(Ask::SetNeeds { of, needs }));
    }
}

#[test]
fn two_dates_are_compared_by_what_was_added_changed_and_removed_between_them() {
    let mut desk = Desk::open();
    let core = desk.register("SW-CORE");
    let old = desk.register("AP-OLD");
    let before = desk.now;
    let new = desk.register("AP-NEW");
    desk.needs(Node::Service(ServiceId::imported(1)), &[core, new]);
    desk.give(Command::Item(Ask::Amend { item: core, changes: vec![Amendment::Version("17".into())] }));
    desk.give(Command::Item(Ask::Become { item: old, state: LifeState::Retired }));
    let found = compare(&desk.workspace, before, desk.now);
    let of = |node: Node| found.iter().find(|(other, _)| *other == node).map(|(_, difference)| difference);
    assert!(matches!(of(Node::Item(new)), Some(Difference::Added(_))));
    assert!(matches!(of(Node::Item(old)), Some(Difference::Removed(_))));
    let Some(Difference::Changed(fields)) = of(Node::Item(core)) else { panic!("{found:?}") };
    assert_eq!((fields[0].name, &*fields[0].before, &*fields[0].after), ("Version", "", "17"));
    assert!(matches!(of(Node::Service(ServiceId::imported(1))), Some(Difference::Changed(_))));
    assert_eq!(compare(&desk.workspace, desk.now, desk.now), []);
    assert_eq!(desk_at(&desk.workspace, desk.now).configuration(), desk.workspace.desk().configuration());
}

#[test]
fn an_undo_of_registering_takes_the_item_and_its_name_with_it() {
    let mut desk = Desk::open();
    let item = desk.register("SW-CORE");
    let registered = *desk.stamps.last().unwrap();
    desk.undo(registered);
    assert!(desk.workspace.desk().configuration().item(item).is_none());
    assert!(!desk.workspace.desk().directory().items.contains_key(&item));
}

#[test]
fn a_name_is_not_taken_back_from_an_item_that_was_described_since() {
    let mut desk = Desk::open();
    desk.give(Command::Enter(Entry::Item(ItemId::imported(1), "SW-CORE".into())));
    let named = *desk.stamps.last().unwrap();
    let item = ItemId::imported(1);
    desk.give(Command::Item(Ask::Amend { item, changes: vec![Amendment::Serial("1".into())] }));
    let why = desk.workspace.why_not_undo(named);
    assert!(why.is_some(), "its record would belong to something without a name");
}

#[test]
fn an_undo_of_needs_takes_them_from_the_index_too() {
    let mut desk = Desk::open();
    let core = desk.register("SW-CORE");
    desk.needs(Node::Service(ServiceId::imported(1)), &[core]);
    assert_eq!(fails_with(desk.workspace.desk(), core).len(), 1);
    let said = fails_with(desk.workspace.desk(), core).remove(0).1;
    assert_eq!(said, "Wi-Fi fails: it needs SW-CORE.");
    let needed = *desk.stamps.last().unwrap();
    let done = desk.workspace.command(needed).unwrap();
    assert_eq!(say::command(&desk.workspace, &done).heading, "Wrote down what Wi-Fi needs");
    desk.undo(needed);
    assert_eq!(fails_with(desk.workspace.desk(), core), []);
    assert_eq!(desk.workspace.desk().configuration().needed_by(Node::Item(core)).count(), 0);
}

#[test]
fn what_is_needed_stands_below_and_a_ring_ends_somewhere() {
    let boxes: BTreeSet<u8> = (1..=5).collect();
    let edges: BTreeSet<(u8, u8)> = [(1, 2), (2, 3), (1, 3), (4, 3), (3, 1)].into();
    let found = layers::layers(&boxes, &edges);
    assert_eq!(found.iter().map(Vec::len).sum::<usize>(), 5);
    let tree: BTreeSet<(u8, u8)> = [(1, 2), (2, 3), (1, 3), (4, 3)].into();
    let found = layers::layers(&boxes, &tree);
    let layer = |one: u8| found.iter().position(|layer| layer.contains(&one)).unwrap();
    assert_eq!([layer(1), layer(4), layer(2), layer(3), layer(5)], [0, 0, 1, 2, 0]);
    assert_eq!(found, layers::layers(&boxes, &tree), "the same map, the same picture");
}

#[test]
fn lines_of_an_icalendar_are_folded_between_letters_and_escaped() {
    let start = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let entry = ical::Entry {
        uid: "CHG1@service-dojo".into(),
        start,
        end: start + TimeDelta::hours(2),
        summary: "Replace; the core, \\ switch".into(),
        description: "ü".repeat(80) + "\nsecond line\u{7}",
        is_cancelled: false,
    };
    let text = ical::calendar("Changes", start, &[entry]);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert!(text.contains("DTSTART:20241004T000000Z\r\nDTEND:20241004T020000Z\r\n"));
    assert!(text.contains("SUMMARY:Replace\\; the core\\, \\\\ switch\r\n"));
    let unfolded = text.replace("\r\n ", "");
    assert!(unfolded.contains(&("DESCRIPTION:".to_owned() + &"ü".repeat(80) + "\\nsecond line\r\n")));
}

#[test]
fn a_day_is_as_long_as_clocks_there_make_it_and_a_month_is_of_whole_weeks() {
    let date = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let zone = itsm::calendar::Zone::named("Europe/Berlin").unwrap();
    let hours = |date| agenda::days(zone, date, 1)[0].span.length().num_hours();
    assert_eq!([hours(date(3, 28)), hours(date(3, 29)), hours(date(10, 25))], [24, 23, 25]);
    assert_eq!(agenda::month(date(5, 16)), (date(4, 27), 35));
    assert_eq!(agenda::month(date(2, 1)), (NaiveDate::from_ymd_opt(2026, 1, 26).unwrap(), 35));
}

#[test]
fn hours_across_midnight_go_on_into_the_next_day_and_round_the_week() {
    let mut lines = vec![String::new(); 7];
    lines[6] = "22:00-04:00, 10:00 – 12:00".into();
    let spec = agenda::read_hours("Europe/Berlin", &lines).unwrap();
    let written = agenda::write_hours(&spec);
    assert_eq!((written[0].as_str(), written[6].as_str()), ("00:00-04:00", "10:00-12:00, 22:00-24:00"));
    lines[2] = "ten to four".into();
    assert_eq!(agenda::read_hours("UTC", &lines).unwrap_err().0, 2);
}

#[test]
fn a_window_is_shown_where_it_opens_and_cut_to_what_is_looked_at() {
    use itsm::schedule::{Command as AskSchedule, Freeze, MaintenanceWindow, Scope, Span};
    let mut desk = Desk::open();
    let mut lines = vec![String::new(); 7];
    lines[5] = "22:00-04:00".into();
    let hours = agenda::read_hours("Europe/Berlin", &lines).unwrap();
    let window = MaintenanceWindow { name: "Saturday night".into(), scope: Scope::All, hours };
    desk.give(Command::Schedule(AskSchedule::SaveWindow(None, Box::new(window))));
    let at = |text: &str| (text.to_owned() + ":00Z").parse::<DateTime<Utc>>().unwrap();
    let week = Span::new(at("2026-03-23T00:00"), at("2026-03-30T00:00")).unwrap();
    let freeze = Freeze {
        name: "Month end".into(),
        span: Span::new(at("2026-03-27T00:00"), at("2026-04-02T00:00")).unwrap(),
        scope: Scope::All,
        reason: "Closing".into(),
        may_override: None,
    };
    desk.give(Command::Schedule(AskSchedule::SaveFreeze(None, freeze)));
    let found = agenda::entries(desk.workspace.desk(), &[], week);
    assert_eq!(found.iter().map(|entry| entry.title.as_str()).collect::<Vec<_>>(), ["Month end", "Saturday night"]);
    // Six hours on the clock, five to live through: clocks go forward that night.
    assert_eq!((found[1].span.start(), found[1].span.length().num_hours()), (at("2026-03-28T21:00"), 5));
    let text = agenda::export(desk.workspace.desk(), &[], desk.now);
    assert!(
        text.contains("UID:freeze-1-7@service-dojo\r\n") && text.contains("DTSTART:20260327T000000Z\r\n"),
        "{text}"
    );
}

#[test]
fn two_tabs_that_close_a_ring_of_parts_come_to_the_same_map_whatever_they_hear_first() {
    let mut desk = Desk::open();
    let (one, other) = (desk.register("One"), desk.register("Other"));
    // Both are decided on the same desk, before either hears of the other.
    let context = Context { now: desk.now, actor: ADA, role: itsm::Role::default(), tag: 7 };
    let put = |item, whole| {
        let command = Command::Item(Ask::PutInto { item, whole: Some(whole) });
        Workspace::payload(&desk.workspace.decide(command, &context).unwrap())
    };
    let entry = |tab: u64, payload: String| {
        let millis = desk.now.timestamp_millis().unsigned_abs() + 1;
        journal::Entry { stamp: Stamp { millis, count: 0, tab: TabId(tab) }, sequence: 1, payload }
    };
    let (first, second) = (entry(2, put(one, other)), entry(3, put(other, one)));
    let mut maps = vec![];
    for order in [[&first, &second], [&second, &first]] {
        let mut tab = Desk::open();
        tab.register("One");
        tab.register("Other");
        order.into_iter().for_each(|entry| drop(tab.workspace.admit(entry)));
        assert_eq!(tab.workspace.findings().len(), 1, "one of the two is kept, shown and not applied");
        maps.push(tab.workspace.desk().configuration().clone());
    }
    assert_eq!(maps[0], maps[1]);
    assert!(!maps[0].all_parts(one).contains(&one));
}

#[test]
fn an_undo_takes_a_freeze_and_a_baseline_back() {
    use itsm::configuration::Baseline;
    use itsm::schedule::{Command as AskSchedule, Freeze, Scope, Span};
    let mut desk = Desk::open();
    let span = Span::new(desk.now, desk.now + TimeDelta::days(2)).unwrap();
    let freeze = Freeze { name: "Sale".into(), span, scope: Scope::All, reason: "Peak".into(), may_override: None };
    desk.give(Command::Schedule(AskSchedule::SaveFreeze(None, freeze)));
    let frozen = *desk.stamps.last().unwrap();
    desk.give(Command::Item(Ask::NameBaseline(Baseline { name: "Before".into(), at: desk.now })));
    let named = *desk.stamps.last().unwrap();
    assert_eq!(desk.workspace.desk().schedule().freezes().len(), 1);
    desk.undo(frozen);
    assert!(desk.workspace.desk().schedule().freezes().is_empty());
    assert_eq!(desk.workspace.desk().configuration().baselines().len(), 1, "what is not undone stays");
    desk.undo(named);
    assert!(desk.workspace.desk().configuration().baselines().is_empty());
}
