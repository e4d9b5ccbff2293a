//! What several tests need: events of every kind, made up.
#![allow(dead_code, reason = "each test binary uses its own part")]

pub mod catalogue;
pub mod change;
mod configuration;
pub mod improvement;
pub mod knowledge;
pub mod levels;
pub mod major;
pub mod monitoring;
pub mod order_form;
pub mod request;
mod schedule;
pub mod schema;
pub mod steps;
pub mod tab;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use itsm::calendar::{CalendarSpec, DateRange, MonthDay, TimeOfDay, Window, YearlyRange};
use itsm::incident::{
    Amendment, Channel, Event as Incident, HoldReason, Observed, Report, ResolutionCode, Seen, Side, State,
};
use itsm::problem::{
    Amendment as ProblemAmendment, Bone, Event as Problem, Message, ResolutionCode as ProblemCode, Statement, Why,
};
use itsm::service_level::{Agreement, PauseOn, PriorityChange, ReopenRule, Targets};
use itsm::{
    CategoryId, Entry, Event, Fill, GroupId, Happening, IncidentId, ItemId, Key, Level, Matrix, PersonId, Priority,
    ProblemId, ServiceId, Template, TemplateId, View, ViewId,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

pub fn key() -> impl Strategy<Value = Key> {
    (any::<u32>(), prop_oneof![Just(0), any::<u32>()]).prop_map(|(number, tag)| Key { number, tag })
}

pub fn some<T: std::fmt::Debug>(make: fn(Key) -> T) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(key().prop_map(make))
}

/// Whole milliseconds in some eight thousand years.
pub fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (-60_000_000_000_000_i64..200_000_000_000_000)
        .prop_map(|millis| DateTime::from_timestamp_millis(millis).unwrap_or_default())
}

pub fn text() -> impl Strategy<Value = Arc<str>> {
    any::<String>().prop_map(Arc::from)
}

pub fn level() -> impl Strategy<Value = Level> {
    any::<u8>().prop_map(Level)
}

fn channel() -> impl Strategy<Value = Channel> {
    select(Channel::ALL.to_vec())
}

fn hold() -> impl Strategy<Value = HoldReason> {
    select(HoldReason::ALL.to_vec())
}

fn state() -> impl Strategy<Value = State> {
    use State::{Cancelled, Closed, InProgress, New, OnHold, Resolved};
    prop_oneof![select(vec![New, InProgress, Resolved, Closed, Cancelled]), hold().prop_map(OnHold)]
}

fn code() -> impl Strategy<Value = ResolutionCode> {
    prop_oneof![select(ResolutionCode::CHOICES.to_vec()), text().prop_map(ResolutionCode::Foreign)]
}

fn report() -> impl Strategy<Value = Report> {
    let words = (text(), text(), channel(), level(), level());
    let ids = (
        some(PersonId),
        some(ServiceId),
        some(ItemId),
        some(CategoryId),
        some(GroupId),
        some(PersonId),
        some(IncidentId),
    );
    (words, ids).prop_map(|((summary, description, channel, impact, urgency), ids)| {
        let (caller, service, item, category, group, assignee, follows) = ids;
        Report {
            summary,
            description,
            channel,
            caller,
            service,
            item,
            category,
            impact,
            urgency,
            group,
            assignee,
            follows,
        }
    })
}

fn amendment() -> impl Strategy<Value = Amendment> {
    prop_oneof![
        text().prop_map(Amendment::Summary),
        text().prop_map(Amendment::Description),
        channel().prop_map(Amendment::Channel),
        some(PersonId).prop_map(Amendment::Caller),
        some(ServiceId).prop_map(Amendment::Service),
        some(ItemId).prop_map(Amendment::Item),
        some(CategoryId).prop_map(Amendment::Category),
        level().prop_map(Amendment::Impact),
        level().prop_map(Amendment::Urgency),
    ]
}

fn seen() -> impl Strategy<Value = Seen> {
    let moments = prop_oneof![
        state().prop_map(Seen::State),
        instant().prop_map(Seen::OpenedAt),
        proptest::option::of(instant()).prop_map(Seen::ResolvedAt),
        proptest::option::of(instant()).prop_map(Seen::ClosedAt),
        level().prop_map(Seen::Impact),
        level().prop_map(Seen::Urgency),
        any::<u8>().prop_map(|priority| Seen::Priority(Priority(priority))),
        any::<u32>().prop_map(Seen::Reassigned),
        any::<u32>().prop_map(Seen::Reopened),
    ];
    let names = prop_oneof![
        channel().prop_map(Seen::Channel),
        some(PersonId).prop_map(Seen::Caller),
        some(PersonId).prop_map(Seen::OpenedBy),
        some(ItemId).prop_map(Seen::Item),
        some(CategoryId).prop_map(Seen::Category),
        some(GroupId).prop_map(Seen::Group),
        some(PersonId).prop_map(Seen::Assignee),
        some(PersonId).prop_map(Seen::ResolvedBy),
        text().prop_map(Seen::ResolutionCode),
        text().prop_map(Seen::Summary),
        text().prop_map(Seen::Description),
        (text(), text()).prop_map(|(column, value)| Seen::Other { column, value }),
    ];
    prop_oneof![moments, names]
}

fn incident() -> impl Strategy<Value = Incident> {
    let work = prop_oneof![
        report().prop_map(|report| Incident::Logged(Box::new(report))),
        amendment().prop_map(Incident::Amended),
        (some(GroupId), some(PersonId)).prop_map(|(group, assignee)| Incident::Assigned { group, assignee }),
        Just(Incident::Started),
        hold().prop_map(Incident::Held),
        (code(), text(), some(IncidentId)).prop_map(|(code, solution, with)| Incident::Resolved {
            code,
            solution,
            with
        }),
        text().prop_map(|because| Incident::Reopened { because }),
        Just(Incident::Closed),
        text().prop_map(|because| Incident::Cancelled { because }),
    ];
    let rest = prop_oneof![
        (select(vec![Side::Desk, Side::Caller]), text()).prop_map(|(side, text)| Incident::Replied { side, text }),
        text().prop_map(|text| Incident::Noted { text }),
        some(IncidentId).prop_map(Incident::ParentLinked),
        some(IncidentId).prop_map(Incident::DuplicateMarked),
        some(ProblemId).prop_map(Incident::ProblemLinked),
        (request::score(), text()).prop_map(|(score, words)| Incident::Rated { score, words }),
        (vec(seen(), 0..6), any::<Option<bool>>())
            .prop_map(|(fields, source_verdict)| Incident::Observed(Box::new(Observed { fields, source_verdict }))),
    ];
    prop_oneof![work, rest]
}

fn problem() -> impl Strategy<Value = Problem> {
    let statement = (
        text(),
        text(),
        some(ServiceId),
        some(ItemId),
        some(CategoryId),
        level(),
        level(),
        some(GroupId),
        some(PersonId),
    );
    let raised =
        statement.prop_map(|(summary, description, service, item, category, impact, urgency, group, assignee)| {
            let statement =
                Statement { summary, description, service, item, category, impact, urgency, group, assignee };
            Problem::Raised(Box::new(statement))
        });
    let code = select(ProblemCode::ALL.to_vec());
    let found = prop_oneof![
        text().prop_map(ProblemAmendment::Symptom),
        text().prop_map(ProblemAmendment::Cause),
        text().prop_map(ProblemAmendment::Workaround),
        text().prop_map(ProblemAmendment::ErrorCode),
        level().prop_map(ProblemAmendment::Impact),
        some(ItemId).prop_map(ProblemAmendment::Item),
    ];
    prop_oneof![
        raised,
        found.prop_map(Problem::Amended),
        (some(GroupId), some(PersonId)).prop_map(|(group, assignee)| Problem::Assigned { group, assignee }),
        select(vec![
            Problem::Assessed,
            Problem::Analysed,
            Problem::FixBegun,
            Problem::Closed,
            Problem::KnownErrorDeclared
        ]),
        text().prop_map(|fix| Problem::Resolved { fix }),
        (code, text(), some(ProblemId)).prop_map(|(code, notes, duplicate_of)| Problem::Ended {
            code,
            notes,
            duplicate_of
        }),
        text().prop_map(|because| Problem::Reanalysed { because }),
        (select(vec![Message::Workaround, Message::Fix]), text(), any::<u32>())
            .prop_map(|(what, text, incidents)| Problem::Communicated { what, text, incidents }),
        text().prop_map(|text| Problem::Noted { text }),
        vec((text(), text()).prop_map(|(answer, evidence)| Why { answer, evidence }), 0..4)
            .prop_map(Problem::WhysDrawn),
        vec((text(), vec(text(), 0..3)).prop_map(|(name, causes)| Bone { name, causes }), 0..4)
            .prop_map(Problem::BonesDrawn),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    (0..5, key(), text()).prop_map(|(what, key, name)| match what {
        0 => Entry::Person(PersonId(key), name),
        1 => Entry::Group(GroupId(key), name),
        2 => Entry::Category(CategoryId(key), name),
        3 => Entry::Service(ServiceId(key), name),
        _ => Entry::Item(ItemId(key), name),
    })
}

fn matrix() -> impl Strategy<Value = Matrix> {
    let rows = select(vec![
        vec![vec![1, 2], vec![2, 3]],
        vec![vec![1, 2, 3], vec![2, 3, 4], vec![3, 4, 4]],
        vec![vec![1; 5], vec![1; 5], vec![2; 5], vec![3; 5], vec![5; 5]],
    ]);
    rows.prop_map(|rows| Matrix::new(&rows).unwrap_or_default())
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (-3_000_000..3_000_000).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default())
}

fn window() -> impl Strategy<Value = Window> {
    let time = || (0..=86_400_u32).prop_map(|seconds| TimeOfDay::from_seconds(seconds).unwrap_or(TimeOfDay::MIDNIGHT));
    (time(), time()).prop_map(|(opens, closes)| Window { opens, closes })
}

fn calendar() -> impl Strategy<Value = CalendarSpec> {
    let day = || {
        (1..=12_u32, 1..=29_u32)
            .prop_filter_map("not every month has these days", |(month, day)| MonthDay::new(month, day))
    };
    (
        text(),
        proptest::array::uniform7(vec(window(), 0..3)),
        vec((date(), date()).prop_map(|(first, last)| DateRange { first, last }), 0..3),
        vec((day(), day()).prop_map(|(first, last)| YearlyRange { first, last }), 0..3),
        vec((date(), window()), 0..3),
    )
        .prop_map(|(zone, hours, holidays, yearly, breaks)| CalendarSpec { zone, hours, holidays, yearly, breaks })
}

fn agreement() -> impl Strategy<Value = Agreement> {
    use PriorityChange::{Forward, Recompute};
    use ReopenRule::{Continue, CountGap};
    let target = || proptest::option::of((0..1_000_000_000_000_i64).prop_map(TimeDelta::milliseconds));
    let targets = (target(), target()).prop_map(|(response, resolution)| Targets { response, resolution });
    let rules = (
        select(vec![Continue, CountGap, ReopenRule::Reset]),
        select(vec![Forward, Recompute, PriorityChange::Reset]),
        any::<u8>(),
        proptest::option::of(instant()),
    );
    let pause =
        (vec(hold(), 0..4), any::<bool>()).prop_map(|(reasons, response_too)| PauseOn { reasons, response_too });
    (text(), calendar(), proptest::array::uniform5(targets), pause, rules).prop_map(
        |(name, calendar, targets, pause_on, (reopen, priority_change, warn_at_percent, enforced_from))| Agreement {
            name,
            calendar,
            targets,
            pause_on,
            reopen,
            priority_change,
            warn_at_percent,
            enforced_from,
        },
    )
}

fn template() -> impl Strategy<Value = Template> {
    use proptest::option::of;
    let level = || of(any::<u8>().prop_map(Level));
    let names = (of(key()), of(key()), of(key()), of(key()), of(key()));
    (text(), text(), text(), level(), level(), names).prop_map(
        |(name, summary, description, impact, urgency, names)| {
            let (service, item, category, group, assignee) = names;
            let fill = Fill {
                summary,
                description,
                impact,
                urgency,
                service: service.map(ServiceId),
                item: item.map(ItemId),
                category: category.map(CategoryId),
                group: group.map(GroupId),
                assignee: assignee.map(PersonId),
            };
            Template { name, fill }
        },
    )
}

/// Any event of any kind.
pub fn event() -> impl Strategy<Value = Event> {
    let what = prop_oneof![
        8 => (key(), incident()).prop_map(|(key, what)| Happening::Incident(IncidentId(key), what)),
        4 => (key(), problem()).prop_map(|(key, what)| Happening::Problem(ProblemId(key), what)),
        4 => (key(), request::event()).prop_map(|(key, what)| Happening::Request(key.into(), what)),
        2 => (key(), change::change()).prop_map(|(key, what)| Happening::Change(key.into(), what)),
        1 => (key(), change::template()).prop_map(|(key, what)| Happening::ChangeTemplate(key.into(), what)),
        2 => (key(), improvement::event()).prop_map(|(key, what)| Happening::Improvement(key.into(), what)),
        2 => (key(), major::event()).prop_map(|(key, what)| Happening::Major(key.into(), what)),
        3 => levels::happening(),
        2 => (key(), knowledge::event()).prop_map(|(key, what)| Happening::Article(key.into(), what)),
        2 => (key(), monitoring::event()).prop_map(|(key, what)| Happening::Alert(key.into(), what)),
        1 => monitoring::rules().prop_map(|rules| Happening::EventRulesSet(Box::new(rules))),
        2 => configuration::happening(),
        1 => schedule::event().prop_map(Happening::Schedule),
        3 => (key(), catalogue::event()).prop_map(|(key, what)| Happening::Catalogue(key.into(), what)),
        1 => catalogue::shared().prop_map(Happening::CatalogueShared),
        1 => entry().prop_map(Happening::Entered),
        1 => (entry(), any::<bool>()).prop_map(|(entry, retired)| Happening::Retired(entry.id(), retired)),
        1 => matrix().prop_map(Happening::MatrixSet),
        1 => agreement().prop_map(|agreement| Happening::AgreementSet(Box::new(agreement))),
        1 => (key(), text(), text(), text(), any::<bool>()).prop_map(|(id, name, query, columns, pinned)| {
            Happening::ViewSaved(ViewId(id), View { name, query, columns, pinned })
        }),
        1 => key().prop_map(|id| Happening::ViewDropped(ViewId(id))),
        1 => (key(), template()).prop_map(|(id, template)| Happening::TemplateSaved(TemplateId(id), template)),
        1 => key().prop_map(|id| Happening::TemplateDropped(TemplateId(id))),
        1 => (-7_000_000_000_i64..7_000_000_000).prop_map(|seconds| Happening::ClockMoved(TimeDelta::seconds(seconds))),
    ];
    (instant(), key(), what).prop_map(|(at, by, what)| Event { at, by: PersonId(by), what })
}
