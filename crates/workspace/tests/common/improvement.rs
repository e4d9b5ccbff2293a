//! Events of improvements, made up.

use chrono::NaiveDate;
use itsm::PersonId;
use itsm::improvement::{
    Amendment, Amount, Answer, DeskMeasure, Event, Measure, Model, Reading, Scale, Scope, Statement, Step,
};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{date, key, some, text};

fn amount() -> impl Strategy<Value = Amount> {
    any::<i64>().prop_map(Amount)
}

fn day() -> impl Strategy<Value = NaiveDate> {
    date()
}

fn reading() -> impl Strategy<Value = Reading> {
    prop_oneof![
        (day(), day()).prop_map(|(first, last)| Reading::Days { first, last }),
        (amount(), day()).prop_map(|(amount, on)| Reading::Value { amount, on }),
    ]
}

fn measure() -> impl Strategy<Value = Measure> {
    let scope = prop_oneof![
        Just(Scope::Everything),
        key().prop_map(|key| Scope::Group(key.into())),
        key().prop_map(|key| Scope::Service(key.into())),
        key().prop_map(|key| Scope::Category(key.into())),
    ];
    prop_oneof![
        (select(DeskMeasure::ALL.to_vec()), scope).prop_map(|(measure, scope)| Measure::Desk(measure, scope)),
        (text(), text()).prop_map(|(name, unit)| Measure::Named { name, unit }),
    ]
}

fn scale() -> impl Strategy<Value = Scale> {
    (1..6u8).prop_map(|step| Scale::new(step).unwrap_or(Scale::MIDDLE))
}

pub fn event() -> impl Strategy<Value = Event> {
    let words = (text(), text(), scale(), scale());
    let facts = (some(PersonId), of(measure()), of(reading()), of(amount()), of(day()));
    let registered = (words, facts).prop_map(|((summary, why, effort, benefit), facts)| {
        let (owner, measure, baseline, target, due) = facts;
        let statement = Statement { summary, why, effort, benefit, owner, measure, baseline, target, due };
        Event::Registered(Box::new(statement))
    });
    let amended = prop_oneof![
        text().prop_map(Amendment::Summary),
        text().prop_map(Amendment::Why),
        scale().prop_map(Amendment::Effort),
        scale().prop_map(Amendment::Benefit),
        some(PersonId).prop_map(Amendment::Owner),
        of(measure()).prop_map(Amendment::Measure),
        of(reading()).prop_map(Amendment::Baseline),
        of(amount()).prop_map(Amendment::Target),
        of(day()).prop_map(Amendment::Due),
    ];
    let step = (select(vec![Model::Questions, Model::SevenSteps]), 1..8u8)
        .prop_filter_map("a step of the path", |(model, place)| Step::new(model, place));
    let plain =
        vec![Event::Accepted, Event::Assessed, Event::Approved, Event::Started, Event::Resumed, Event::Reviewed];
    prop_oneof![
        registered,
        amended.prop_map(Event::Amended),
        select(plain),
        text().prop_map(|because| Event::Held { because }),
        reading().prop_map(Event::Measured),
        text().prop_map(|because| Event::Continued { because }),
        text().prop_map(|lessons| Event::Closed { lessons }),
        text().prop_map(|because| Event::Cancelled { because }),
        (step, text(), text(), text()).prop_map(|(step, text, evidence, because)| Event::Taken {
            step,
            answer: Answer { text, evidence, because }
        }),
        text().prop_map(|text| Event::Noted { text }),
    ]
}
