//! Events of agreements, availability and suppliers, made up.

use std::sync::Arc;

use chrono::TimeDelta;
use itsm::availability::{Event as Service, Outage};
use itsm::promise::{
    AvailabilityTarget, Escalation, Event as Promise, Health, MeasuringPeriod, Party, Review, ReviewAction, Terms, When,
};
use itsm::service_level::Targets;
use itsm::supplier::{Contact, Contract, Event as Supplier, Profile};
use itsm::{GroupId, Happening, IncidentId, ItemId, PersonId, PromiseId, ServiceId, SupplierId};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{agreement, instant, key, some, text};

fn health() -> impl Strategy<Value = Health> {
    select(Health::ALL.to_vec())
}

fn available() -> impl Strategy<Value = AvailabilityTarget> {
    (any::<u16>(), select(MeasuringPeriod::ALL.to_vec()))
        .prop_map(|(basis_points, period)| AvailabilityTarget { basis_points, period })
}

fn terms() -> impl Strategy<Value = Box<Terms>> {
    let party = prop_oneof![
        text().prop_map(Party::Customer),
        key().prop_map(|id| Party::Group(GroupId(id))),
        key().prop_map(|id| Party::Supplier(SupplierId(id))),
    ];
    let when = prop_oneof![
        any::<u8>().prop_map(When::Percent),
        (0..1_000_000_000_i64).prop_map(|millis| When::Before(TimeDelta::milliseconds(millis))),
    ];
    let escalation = (when, text()).prop_map(|(when, tell)| Escalation { when, tell });
    let target = || of((0..1_000_000_000_i64).prop_map(TimeDelta::milliseconds));
    let targets = (target(), target()).prop_map(|(response, resolution)| Targets { response, resolution });
    let dates = (instant(), of(instant()));
    let rest = (of(escalation), of(available()), text(), of(any::<u8>()));
    (party, vec(key().prop_map(ServiceId), 0..4), dates, agreement(), proptest::array::uniform5(targets), rest)
        .prop_map(|(party, services, (valid_from, valid_until), clocks, requests, rest)| {
            let (escalation, availability, penalties, review_months) = rest;
            Box::new(Terms {
                party,
                services,
                valid_from,
                valid_until,
                clocks,
                requests,
                escalation,
                availability,
                penalties,
                review_months,
            })
        })
}

fn review() -> impl Strategy<Value = Box<Review>> {
    let action =
        (text(), key(), instant()).prop_map(|(what, owner, due)| ReviewAction { what, owner: PersonId(owner), due });
    (instant(), text(), text(), of(health()), vec(action, 0..3)).prop_map(
        |(held_at, attendees, minutes, outcome, actions)| {
            Box::new(Review { held_at, attendees, minutes, outcome, actions })
        },
    )
}

fn promise() -> impl Strategy<Value = Promise> {
    prop_oneof![
        terms().prop_map(Promise::Drafted),
        terms().prop_map(Promise::Redrafted),
        Just(Promise::Agreed),
        (terms(), text()).prop_map(|(terms, because)| Promise::Revised { terms, because }),
        (instant(), text()).prop_map(|(from, because)| Promise::Ended { from, because }),
        review().prop_map(Promise::Reviewed),
        (any::<u16>(), any::<u16>()).prop_map(|(review, action)| Promise::ActionDone { review, action }),
        text().prop_map(|text| Promise::Noted { text }),
    ]
}

fn profile() -> impl Strategy<Value = Box<Profile>> {
    let contact = (text(), text()).prop_map(|(name, reach)| Contact { name, reach });
    let ids = (vec(key().prop_map(ServiceId), 0..3), vec(key().prop_map(ItemId), 0..3));
    (text(), vec(contact, 0..3), ids)
        .prop_map(|(name, contacts, (services, items))| Box::new(Profile { name, contacts, services, items }))
}

fn contract() -> impl Strategy<Value = Box<Contract>> {
    let dates = (instant(), of(instant()), of(instant()));
    let texts: (_, _) = (text(), text());
    (texts, dates, some(PromiseId)).prop_map(|((title, cost), (valid_from, valid_until, notice_by), promise)| {
        let cost: Arc<str> = cost;
        Box::new(Contract { title, valid_from, valid_until, notice_by, cost, promise })
    })
}

fn supplier() -> impl Strategy<Value = Supplier> {
    prop_oneof![
        profile().prop_map(Supplier::Added),
        profile().prop_map(Supplier::Corrected),
        contract().prop_map(Supplier::Signed),
        (any::<u16>(), contract()).prop_map(|(place, contract)| Supplier::ContractChanged { place, contract }),
        Just(Supplier::Activated),
        text().prop_map(|because| Supplier::Ended { because }),
        (health(), text()).prop_map(|(health, text)| Supplier::Rated { health, text }),
    ]
}

fn service() -> impl Strategy<Value = Service> {
    let outage =
        ((instant(), of(instant()), any::<bool>()), vec(key().prop_map(ItemId), 0..3), text(), some(IncidentId))
            .prop_map(|((from, until, planned), items, note, incident)| {
                Box::new(Outage { from, until, planned, items, note, incident, withdrawn: false })
            });
    prop_oneof![
        outage.prop_map(Service::OutageNoted),
        (any::<u16>(), instant()).prop_map(|(outage, at)| Service::Restored { outage, at }),
        (any::<u16>(), text()).prop_map(|(outage, because)| Service::Withdrawn { outage, because }),
        of(available()).prop_map(Service::TargetSet),
    ]
}

/// Any of them.
pub fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        (key(), promise()).prop_map(|(id, what)| Happening::Promise(PromiseId(id), what)),
        (key(), supplier()).prop_map(|(id, what)| Happening::Supplier(SupplierId(id), what)),
        (key(), service()).prop_map(|(id, what)| Happening::Service(ServiceId(id), what)),
    ]
}
