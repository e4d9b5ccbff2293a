//! Random commands, events and rows over a handful of incidents.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{
    Action, Amendment, Channel, Command as Ask, Event as What, HoldReason, Observed, Report, ResolutionCode, Seen,
    Side, State,
};
use itsm::satisfaction::Score;
use itsm::{
    CategoryId, Command, Entry, EntryId, Event, GroupId, Happening, IncidentId, ItemId, Key, Level, PersonId, Priority,
    ServiceId,
};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::shift::{self, TAG};

/// One thing that happens in a random history.
#[derive(Clone, Debug)]
pub enum Step {
    /// Somebody asks.
    Asked(Command),
    /// An import saw a row.
    Saw(IncidentId, Observed),
}

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        12 => ask().prop_map(|ask| Step::Asked(Command::Incident(ask))),
        1 => desk_command().prop_map(Step::Asked),
        1 => (incident(), observed()).prop_map(|(id, row)| Step::Saw(id, row)),
    ];
    // A few incidents to begin with, so that links, cascades and replies find something.
    (2..5usize, prop::collection::vec(step, 1..80)).prop_map(|(logged, steps)| {
        let log = || Step::Asked(Command::Incident(Ask::Log(Box::new(shift::report()))));
        std::iter::repeat_with(log).take(logged).chain(steps).collect()
    })
}

/// Few numbers, so that most ids are of incidents that are there.
pub fn incident() -> impl Strategy<Value = IncidentId> {
    prop_oneof![
        9 => (1..6u32).prop_map(|number| IncidentId(Key { number, tag: TAG })),
        1 => (1..4u32).prop_map(IncidentId::imported),
    ]
}

fn text() -> impl Strategy<Value = Arc<str>> {
    prop_oneof![8 => Just("Router restarted"), 4 => Just(" No mail\nat all "), 1 => Just("  "), 1 => Just("")]
        .prop_map(Arc::from)
}

fn level() -> impl Strategy<Value = Level> {
    prop_oneof![12 => 1..=3u8, 1 => Just(0), 1 => Just(9)].prop_map(Level)
}

fn person() -> impl Strategy<Value = PersonId> {
    prop_oneof![9 => 1..=3u32, 1 => Just(99)].prop_map(PersonId::imported)
}

fn group() -> impl Strategy<Value = GroupId> {
    prop_oneof![9 => 1..=2u32, 1 => Just(99)].prop_map(GroupId::imported)
}

fn channel() -> impl Strategy<Value = Channel> {
    select(&Channel::ALL[..])
}

fn reason() -> impl Strategy<Value = HoldReason> {
    select(&HoldReason::ALL[..])
}

fn state() -> impl Strategy<Value = State> {
    prop_oneof![
        select(vec![State::New, State::InProgress, State::Resolved, State::Closed, State::Cancelled]),
        reason().prop_map(State::OnHold)
    ]
}

fn code() -> impl Strategy<Value = ResolutionCode> {
    prop_oneof![
        9 => select(&ResolutionCode::CHOICES[..]),
        1 => Just(ResolutionCode::Foreign("code 6".into())),
    ]
}

fn side() -> impl Strategy<Value = Side> {
    select(vec![Side::Desk, Side::Caller])
}

fn report() -> impl Strategy<Value = Report> {
    let who = (option::weighted(0.9, person()), option::weighted(0.8, group()), option::of(person()));
    let what = (option::of(1..=2u32), option::of(1..=2u32), option::of(1..=2u32));
    (text(), text(), channel(), who, what, level(), level(), option::weighted(0.1, incident())).prop_map(
        |(
            summary,
            description,
            channel,
            (caller, group, assignee),
            (service, item, category),
            impact,
            urgency,
            follows,
        )| {
            Report {
                summary,
                description,
                channel,
                caller,
                service: service.map(ServiceId::imported),
                item: item.map(ItemId::imported),
                category: category.map(CategoryId::imported),
                impact,
                urgency,
                group,
                assignee,
                follows,
            }
        },
    )
}

fn amendment() -> impl Strategy<Value = Amendment> {
    prop_oneof![
        text().prop_map(Amendment::Summary),
        text().prop_map(Amendment::Description),
        channel().prop_map(Amendment::Channel),
        option::of(person()).prop_map(Amendment::Caller),
        option::of(1..=2u32).prop_map(|id| Amendment::Service(id.map(ServiceId::imported))),
        option::of(1..=2u32).prop_map(|id| Amendment::Item(id.map(ItemId::imported))),
        option::of(1..=2u32).prop_map(|id| Amendment::Category(id.map(CategoryId::imported))),
        level().prop_map(Amendment::Impact),
        level().prop_map(Amendment::Urgency),
    ]
}

/// Anything that may be asked of the incident practice.
pub fn ask() -> impl Strategy<Value = Ask> {
    let amend = (incident(), prop::collection::vec(amendment(), 0..4))
        .prop_map(|(incident, changes)| Ask::Amend { incident, changes });
    let assign = (incident(), option::of(group()), option::of(person()))
        .prop_map(|(incident, group, assignee)| Ask::Assign { incident, group, assignee });
    let resolve = (incident(), code(), text(), any::<bool>())
        .prop_map(|(incident, code, solution, cascade)| Ask::Resolve { incident, code, solution, cascade });
    let parent = (incident(), option::weighted(0.8, incident()))
        .prop_map(|(incident, parent)| Ask::LinkParent { incident, parent });
    let duplicate =
        (incident(), option::weighted(0.8, incident())).prop_map(|(incident, of)| Ask::MarkDuplicate { incident, of });
    prop_oneof![
        1 => report().prop_map(|report| Ask::Log(Box::new(report))),
        2 => amend,
        3 => assign,
        3 => incident().prop_map(Ask::Start),
        3 => (incident(), reason(), text()).prop_map(|(incident, reason, note)| Ask::Hold { incident, reason, note }),
        5 => resolve,
        2 => (incident(), text()).prop_map(|(incident, because)| Ask::Reopen { incident, because }),
        4 => incident().prop_map(Ask::Close),
        1 => (incident(), text()).prop_map(|(incident, because)| Ask::Cancel { incident, because }),
        3 => (incident(), side(), text()).prop_map(|(incident, side, text)| Ask::Reply { incident, side, text }),
        1 => (incident(), text()).prop_map(|(incident, text)| Ask::Note { incident, text }),
        3 => parent,
        3 => duplicate,
        1 => incident().prop_map(|incident| Ask::LinkProblem { incident, problem: None }),
        1 => (incident(), (1..=5u8).prop_filter_map("on the scale", Score::new), text())
            .prop_map(|(incident, score, words)| Ask::Rate { incident, score, words }),
    ]
}

fn desk_command() -> impl Strategy<Value = Command> {
    let names = select(vec!["Network", "mail", " Storage ", ""]);
    prop_oneof![
        (1..4u32, names).prop_map(|(id, name)| Command::Enter(Entry::Group(GroupId::imported(id), name.into()))),
        entry().prop_map(Command::Retire),
        entry().prop_map(Command::BringBack),
        select(vec![vec![vec![1, 2], vec![2, 3]], vec![vec![1, 2, 3], vec![2, 3, 4], vec![3, 4, 5]], vec![vec![1]]])
            .prop_map(Command::SetMatrix),
    ]
}

fn entry() -> impl Strategy<Value = EntryId> {
    prop_oneof![
        (1..4u32).prop_map(|id| EntryId::Group(GroupId::imported(id))),
        (1..4u32).prop_map(|id| EntryId::Person(PersonId::imported(id))),
        Just(EntryId::Category(shift::HARDWARE)),
    ]
}

/// The action that a command is about, where there is a button for it.
pub fn action_of(ask: &Ask) -> Option<(IncidentId, Action)> {
    Some(match ask {
        Ask::Log(_) => return None,
        Ask::Amend { incident, .. } => (*incident, Action::Amend),
        Ask::Assign { incident, .. } => (*incident, Action::Assign),
        Ask::Start(incident) => (*incident, Action::Start),
        Ask::Hold { incident, .. } => (*incident, Action::Hold),
        Ask::Resolve { incident, .. } => (*incident, Action::Resolve),
        Ask::Reopen { incident, .. } => (*incident, Action::Reopen),
        Ask::Close(incident) => (*incident, Action::Close),
        Ask::Cancel { incident, .. } => (*incident, Action::Cancel),
        Ask::Reply { incident, side, .. } => (*incident, Action::Reply(*side)),
        Ask::Note { incident, .. } => (*incident, Action::Note),
        Ask::LinkProblem { incident, .. } => (*incident, Action::LinkProblem),
        Ask::Rate { incident, .. } => (*incident, Action::Rate),
        Ask::LinkParent { incident, .. } | Ask::MarkDuplicate { incident, .. } => (*incident, Action::Link),
    })
}

pub fn minute() -> impl Strategy<Value = DateTime<Utc>> {
    (0..10_000i64).prop_map(|minutes| DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes))
}

fn seen() -> impl Strategy<Value = Seen> {
    let who = prop_oneof![
        option::of(person()).prop_map(Seen::Caller),
        option::of(person()).prop_map(Seen::OpenedBy),
        option::of(person()).prop_map(Seen::Assignee),
        option::of(person()).prop_map(Seen::ResolvedBy),
        option::of(group()).prop_map(Seen::Group),
    ];
    let what = prop_oneof![
        (0..9u32).prop_map(Seen::Reassigned),
        (0..9u32).prop_map(Seen::Reopened),
        (1..=5u8).prop_map(|priority| Seen::Priority(Priority(priority))),
        text().prop_map(Seen::ResolutionCode),
        text().prop_map(Seen::Summary),
        (select(vec!["a", "b", "c"]), select(vec!["", "x", "y"]))
            .prop_map(|(column, value)| Seen::Other { column: column.into(), value: value.into() }),
    ];
    prop_oneof![
        3 => state().prop_map(Seen::State),
        1 => minute().prop_map(Seen::OpenedAt),
        1 => option::of(minute()).prop_map(Seen::ResolvedAt),
        1 => option::of(minute()).prop_map(Seen::ClosedAt),
        1 => level().prop_map(Seen::Impact),
        1 => level().prop_map(Seen::Urgency),
        3 => who,
        3 => what,
    ]
}

fn observed() -> impl Strategy<Value = Observed> {
    (prop::collection::vec(seen(), 0..8), option::of(any::<bool>()))
        .prop_map(|(fields, source_verdict)| Observed { fields, source_verdict })
}

/// What another tab may have decided, or an import seen.
pub fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![4 => late_event(), 1 => event(observed().prop_map(|row| What::Observed(Box::new(row))))]
}

/// What another tab may have decided, against whatever record it had.
pub fn late_event() -> impl Strategy<Value = Event> {
    let good = || Arc::<str>::from("Router restarted");
    let what = prop_oneof![
        2 => report().prop_map(move |report| What::Logged(Box::new(Report { summary: good(), ..report }))),
        2 => amendment().prop_filter("decide lets no blank summary by", |change| {
            !matches!(change, Amendment::Summary(text) if text.trim().is_empty())
        }).prop_map(What::Amended),
        2 => (option::of(group()), option::of(person()))
            .prop_map(|(group, assignee)| What::Assigned { group, assignee }),
        2 => Just(What::Started),
        2 => reason().prop_map(What::Held),
        2 => (select(&ResolutionCode::CHOICES[..]), option::of(incident()))
            .prop_map(move |(code, with)| What::Resolved { code, solution: good(), with }),
        1 => Just(What::Reopened { because: good() }),
        1 => Just(What::Closed),
        1 => Just(What::Cancelled { because: good() }),
        1 => side().prop_map(move |side| What::Replied { side, text: good() }),
        1 => Just(What::Noted { text: good() }),
        3 => option::weighted(0.8, incident()).prop_map(What::ParentLinked),
        3 => option::weighted(0.8, incident()).prop_map(What::DuplicateMarked),
    ];
    event(what)
}

fn event(what: impl Strategy<Value = What>) -> impl Strategy<Value = Event> {
    (minute(), person(), incident(), what).prop_map(|(at, by, id, what)| Event {
        at,
        by,
        what: Happening::Incident(id, what),
    })
}
