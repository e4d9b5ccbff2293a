//! Events of articles, made up.

use itsm::knowledge::{Amendment, Audience, Content, Event};
use itsm::{CategoryId, ItemId, PersonId, ServiceId};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{instant, key, some, text};

fn items() -> impl Strategy<Value = Vec<ItemId>> {
    vec(key().prop_map(ItemId), 0..3)
}

fn audience() -> impl Strategy<Value = Audience> {
    select(Audience::ALL.to_vec())
}

fn content() -> impl Strategy<Value = Content> {
    (text(), text(), text(), some(ServiceId), some(CategoryId), items(), audience()).prop_map(
        |(title, body, keywords, service, category, items, audience)| Content {
            title,
            body,
            keywords,
            service,
            category,
            items,
            audience,
        },
    )
}

fn amendment() -> impl Strategy<Value = Amendment> {
    prop_oneof![
        text().prop_map(Amendment::Title),
        text().prop_map(Amendment::Body),
        text().prop_map(Amendment::Keywords),
        some(ServiceId).prop_map(Amendment::Service),
        some(CategoryId).prop_map(Amendment::Category),
        items().prop_map(Amendment::Items),
        audience().prop_map(Amendment::Audience),
    ]
}

/// Any event of an article.
pub fn event() -> impl Strategy<Value = Event> {
    let life = prop_oneof![
        content().prop_map(|content| Event::Begun { content: Box::new(content) }),
        amendment().prop_map(Event::Amended),
        select(vec![Event::Drafted, Event::Unscheduled, Event::Discarded, Event::Kept]),
        key().prop_map(|reviewer| Event::Submitted { reviewer: PersonId(reviewer) }),
        (of(instant()), instant()).prop_map(|(from, review_by)| Event::Approved { from, review_by }),
        instant().prop_map(|review_by| Event::Confirmed { review_by }),
        key().prop_map(|owner| Event::HandedOver { owner: PersonId(owner) }),
    ];
    let words = prop_oneof![
        text().prop_map(|because| Event::SentBack { because }),
        text().prop_map(|because| Event::RetirementProposed { because }),
        text().prop_map(|because| Event::Retired { because }),
        (any::<bool>(), text()).prop_map(|(helpful, words)| Event::Rated { helpful, words }),
        text().prop_map(|text| Event::Flagged { text }),
        (any::<u32>(), text()).prop_map(|(flag, answer)| Event::FlagAnswered { flag, answer }),
    ];
    prop_oneof![life, words]
}
