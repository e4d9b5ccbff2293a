//! Events of service configuration.

use itsm::configuration::{Amendment, Baseline, Event, Kind, LifeState, Need, Node, Owner};
use itsm::{BaselineId, GroupId, Happening, ItemId, PersonId, ServiceId, SupplierId};
use proptest::collection::{btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{date, instant, key, some, text};

pub fn node() -> impl Strategy<Value = Node> {
    (any::<bool>(), key()).prop_map(
        |(is_item, key)| {
            if is_item { Node::Item(ItemId(key)) } else { Node::Service(ServiceId(key)) }
        },
    )
}

pub fn owner() -> impl Strategy<Value = Owner> {
    (any::<bool>(), key()).prop_map(
        |(is_person, key)| {
            if is_person { Owner::Person(PersonId(key)) } else { Owner::Group(GroupId(key)) }
        },
    )
}

fn need() -> impl Strategy<Value = Need> {
    (text(), any::<u32>(), btree_set(node(), 1..4)).prop_map(|(name, least, of)| {
        let all = of.len() as u32;
        Need::new(name, least % all + 1, of).expect("within the group")
    })
}

fn amendment() -> impl Strategy<Value = Amendment> {
    prop_oneof![
        of(select(Kind::ALL.to_vec())).prop_map(Amendment::Kind),
        of(owner()).prop_map(Amendment::Owner),
        some(SupplierId).prop_map(Amendment::Supplier),
        text().prop_map(Amendment::Serial),
        text().prop_map(Amendment::Version),
        text().prop_map(Amendment::Description),
        of(any::<u64>()).prop_map(Amendment::Cost),
        of(date()).prop_map(Amendment::BoughtOn),
        of(date()).prop_map(Amendment::WarrantyUntil),
    ]
}

/// Whatever may happen to the configuration.
pub fn happening() -> impl Strategy<Value = Happening> {
    let event = prop_oneof![
        amendment().prop_map(Event::Amended),
        select(LifeState::ALL.to_vec()).prop_map(Event::Became),
        some(ItemId).prop_map(Event::PutInto),
        text().prop_map(|text| Event::Noted { text }),
    ];
    let baseline = of((text(), instant()).prop_map(|(name, at)| Baseline { name, at }));
    prop_oneof![
        4 => (key(), event).prop_map(|(key, event)| Happening::Item(ItemId(key), event)),
        2 => (node(), vec(need(), 0..3)).prop_map(|(of, needs)| Happening::Needs(of, needs)),
        1 => (key(), baseline).prop_map(|(key, baseline)| Happening::Baseline(BaselineId(key), baseline)),
    ]
}
