//! Made-up events of changes and of their templates.

use itsm::approval::{Round, Rule};
use itsm::change::template::{Body, Event as OfTemplate};
use itsm::change::{
    Amendment, Answers, ChangeType, CloseCode, Event, Factor, Findings, OrderId, OrderPlan, OrderState, Plans, Span,
    Statement,
};
use itsm::{CategoryId, ChangeTemplateId, GroupId, ItemId, PersonId, ServiceId};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{instant, key, some, text};

fn span() -> impl Strategy<Value = Span> {
    (instant(), instant()).prop_map(|(start, end)| Span { start, end })
}

fn answers() -> impl Strategy<Value = Answers> {
    [0..3u8, 0..3, 0..3, 0..2, 0..2, 0..3].prop_map(|places| Answers::of(&places).unwrap())
}

fn plans() -> impl Strategy<Value = Plans> {
    (text(), text(), text()).prop_map(|(implementation, test, back_out)| Plans { implementation, test, back_out })
}

fn kind() -> impl Strategy<Value = ChangeType> {
    select(ChangeType::ALL.to_vec())
}

fn statement() -> impl Strategy<Value = Statement> {
    let words = (text(), text(), kind(), plans());
    let ids = (
        some(ChangeTemplateId),
        some(PersonId),
        vec(key().prop_map(ServiceId), 0..3),
        vec(key().prop_map(ItemId), 0..3),
        some(CategoryId),
        some(GroupId),
        some(PersonId),
    );
    (words, ids, of(span()), of(answers())).prop_map(|((summary, description, kind, plans), ids, planned, answers)| {
        let (template, requested_by, services, items, category, group, assignee) = ids;
        Statement {
            summary,
            description,
            kind,
            template,
            requested_by,
            services,
            items,
            category,
            group,
            assignee,
            planned,
            plans,
            answers,
        }
    })
}

fn amendment() -> impl Strategy<Value = Amendment> {
    prop_oneof![
        text().prop_map(Amendment::Summary),
        text().prop_map(Amendment::Description),
        some(CategoryId).prop_map(Amendment::Category),
        kind().prop_map(Amendment::Kind),
        key().prop_map(|id| Amendment::RequestedBy(PersonId(id))),
        of(span()).prop_map(Amendment::Planned),
        vec(key().prop_map(ServiceId), 0..3).prop_map(Amendment::Services),
        vec(key().prop_map(ItemId), 0..3).prop_map(Amendment::Items),
        text().prop_map(Amendment::Implementation),
        text().prop_map(Amendment::Test),
        text().prop_map(Amendment::BackOut),
        answers().prop_map(Amendment::Answers),
        (select(Factor::ALL.to_vec()), any::<Option<u8>>(), text())
            .prop_map(|(factor, to, because)| Amendment::Raise { factor, to, because }),
    ]
}

fn rounds() -> impl Strategy<Value = Vec<Round>> {
    let rule = prop_oneof![select(vec![Rule::All, Rule::Majority, Rule::Any]), any::<u8>().prop_map(Rule::Quorum)];
    let person = || key().prop_map(PersonId);
    let round = (text(), rule, vec(person(), 0..4), btree_map(person(), person(), 0..3))
        .prop_map(|(name, rule, approvers, delegates)| Round { delegates, ..Round::new(name, rule, approvers) });
    vec(round, 0..3)
}

fn order() -> impl Strategy<Value = OrderId> {
    key().prop_map(OrderId)
}

fn plan() -> impl Strategy<Value = OrderPlan> {
    (text(), some(GroupId), some(PersonId), of(span()), btree_set(order(), 0..3))
        .prop_map(|(title, group, assignee, planned, after)| OrderPlan { title, group, assignee, planned, after })
}

fn findings() -> impl Strategy<Value = Findings> {
    (any::<[bool; 4]>(), text()).prop_map(|([objectives_met, caused_incidents, backed_out, on_time], lessons)| {
        Findings { objectives_met, caused_incidents, backed_out, on_time, lessons }
    })
}

/// Any event of a change.
pub fn change() -> impl Strategy<Value = Event> {
    let early = prop_oneof![
        statement().prop_map(|statement| Event::Raised(Box::new(statement))),
        amendment().prop_map(Event::Amended),
        (some(GroupId), some(PersonId)).prop_map(|(group, assignee)| Event::Assigned { group, assignee }),
        select(vec![Event::Assessed, Event::Begun, Event::Implemented]),
        rounds().prop_map(Event::Asked),
        (key(), any::<bool>(), text()).prop_map(|(seat, approves, because)| Event::Answered {
            seat: PersonId(seat),
            approves,
            because
        }),
        // A reason is never blank.
        of(text().prop_map(|text| [&*text, "."].concat().into())).prop_map(|because| Event::SentBack { because }),
    ];
    let late = prop_oneof![
        span().prop_map(Event::Scheduled),
        findings().prop_map(Event::Reviewed),
        (select(CloseCode::ALL.to_vec()), text()).prop_map(|(code, notes)| Event::Closed { code, notes }),
        text().prop_map(|because| Event::Cancelled { because }),
        text().prop_map(|text| Event::Noted { text }),
        (order(), plan()).prop_map(|(order, plan)| Event::OrderAdded { order, plan }),
        (order(), plan()).prop_map(|(order, plan)| Event::OrderAmended { order, plan }),
        (order(), select(OrderState::ALL.to_vec()), text()).prop_map(|(order, to, note)| Event::OrderMoved {
            order,
            to,
            note
        }),
    ];
    prop_oneof![early, late]
}

/// Any event of a template.
pub fn template() -> impl Strategy<Value = OfTemplate> {
    let services = vec(key().prop_map(ServiceId), 0..3);
    let body = (text(), text(), some(CategoryId), some(GroupId), services, of(answers()), plans()).prop_map(
        |(name, description, category, group, services, answers, plans)| {
            Box::new(Body { name, description, category, group, services, answers, plans })
        },
    );
    prop_oneof![
        (body, any::<bool>()).prop_map(|(body, new)| if new {
            OfTemplate::Created(body)
        } else {
            OfTemplate::Revised(body)
        }),
        rounds().prop_map(OfTemplate::Asked),
        (key(), any::<bool>(), text()).prop_map(|(seat, approves, because)| OfTemplate::Answered {
            seat: PersonId(seat),
            approves,
            because
        }),
        text().prop_map(|because| OfTemplate::Retired { because }),
    ]
}
