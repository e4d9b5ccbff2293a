//! Events of requests of every kind, made up.

use chrono::{NaiveDate, TimeDelta};
use itsm::approval::Rule;
use itsm::catalogue::form::Answer;
use itsm::catalogue::{ChoiceKey, FieldKey, OfferingKey};
use itsm::request::{Amendment, Destination, Event, Form, Kind, Ordered, PendingReason, Plan, Step, TaskId, Wanted};
use itsm::satisfaction::Score;
use itsm::{GroupId, PersonId, ServiceId};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{channel, key, some, text};
use itsm::incident::Side;

pub fn score() -> impl Strategy<Value = Score> {
    (1..=5_u8).prop_filter_map("a score is from 1 to 5", Score::new)
}

fn span() -> impl Strategy<Value = Option<TimeDelta>> {
    of((-1_000_000_000_000_i64..1_000_000_000_000).prop_map(TimeDelta::milliseconds))
}

fn kind() -> impl Strategy<Value = Kind> {
    select(Kind::ALL.to_vec())
}

fn plan() -> impl Strategy<Value = Plan> {
    (text(), some(GroupId), some(PersonId), vec(key().prop_map(TaskId), 0..3), any::<bool>()).prop_map(
        |(name, group, assignee, depends_on, automatic)| Plan { name, group, assignee, depends_on, automatic },
    )
}

fn step() -> impl Strategy<Value = Step> {
    let rule = prop_oneof![select(vec![Rule::All, Rule::Majority, Rule::Any]), any::<u8>().prop_map(Rule::Quorum)];
    (text(), rule, vec(key().prop_map(PersonId), 0..3)).prop_map(|(name, rule, approvers)| Step {
        name,
        rule,
        approvers,
    })
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        text().prop_map(Answer::Text),
        any::<i64>().prop_map(Answer::Number),
        key().prop_map(|key| Answer::Choice(ChoiceKey(key))),
        vec(key().prop_map(ChoiceKey), 0..3).prop_map(Answer::Choices),
        (0..80_000_u32).prop_map(|days| Answer::Date(NaiveDate::default() + chrono::Days::new(days.into()))),
        text().prop_map(Answer::Person),
        text().prop_map(Answer::Item),
    ]
}

fn ordered() -> impl Strategy<Value = Ordered> {
    let answers = btree_map(key().prop_map(FieldKey), answer(), 0..4);
    (key(), key(), any::<u32>(), any::<u16>(), answers).prop_map(|(service, offering, version, quantity, answers)| {
        Ordered { service: ServiceId(service), offering: OfferingKey(offering), version, quantity, answers }
    })
}

fn form() -> impl Strategy<Value = Form> {
    let wanted = (text(), any::<u16>(), of(any::<u64>()), vec(plan(), 0..3))
        .prop_map(|(name, quantity, price, tasks)| Wanted { name, quantity, price, tasks });
    let words = (text(), text(), kind(), channel());
    let rest = (some(PersonId), some(PersonId), some(ServiceId), span(), vec(step(), 0..3), vec(wanted, 0..3));
    (words, rest, of(ordered())).prop_map(|((summary, description, kind, channel), rest, order)| {
        let order = order.map(Box::new);
        let (requester, beneficiary, service, target, approvals, items) = rest;
        Form { summary, description, kind, channel, requester, beneficiary, service, target, approvals, items, order }
    })
}

fn amendment() -> impl Strategy<Value = Amendment> {
    prop_oneof![
        text().prop_map(Amendment::Summary),
        text().prop_map(Amendment::Description),
        kind().prop_map(Amendment::Kind),
        some(ServiceId).prop_map(Amendment::Service),
        span().prop_map(Amendment::Target),
    ]
}

/// Any event.
pub fn event() -> impl Strategy<Value = Event> {
    let item = any::<u16>;
    let task = || key().prop_map(TaskId);
    let tasks =
        prop_oneof![
            (item(), task(), plan()).prop_map(|(item, task, plan)| Event::TaskAdded { item, task, plan }),
            (item(), task(), some(GroupId), some(PersonId))
                .prop_map(|(item, task, group, assignee)| Event::TaskAssigned { item, task, group, assignee }),
            (item(), task()).prop_map(|(item, task)| Event::TaskStarted { item, task }),
            (item(), task(), text()).prop_map(|(item, task, words)| Event::TaskDone { item, task, words }),
            (item(), task(), text()).prop_map(|(item, task, because)| Event::TaskImpossible { item, task, because }),
            (item(), select(PendingReason::ALL.to_vec())).prop_map(|(item, reason)| Event::Held { item, reason }),
            item().prop_map(|item| Event::Resumed { item }),
        ];
    let rest = prop_oneof![
        form().prop_map(|form| Event::Logged(Box::new(form))),
        amendment().prop_map(Event::Amended),
        (any::<u8>(), key(), any::<bool>(), text()).prop_map(|(round, seat, approves, because)| Event::Answered {
            round,
            seat: PersonId(seat),
            approves,
            because
        }),
        (key(), some(PersonId)).prop_map(|(seat, to)| Event::Delegated { seat: PersonId(seat), to }),
        (select(vec![Side::Desk, Side::Caller]), text()).prop_map(|(side, text)| Event::Replied { side, text }),
        text().prop_map(|text| Event::Noted { text }),
        text().prop_map(|because| Event::Cancelled { because }),
        (select(vec![Destination::Incident, Destination::Change]), text())
            .prop_map(|(to, because)| Event::Rerouted { to, because }),
        (score(), text()).prop_map(|(score, words)| Event::Rated { score, words }),
    ];
    prop_oneof![tasks, rest]
}
