//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

use chrono::{DateTime, Utc};

use super::command::Amendment;
use super::event::Event;
use super::need::{Need, Node};
use super::record::Item;
use crate::desk::Desk;
use crate::ids::{ItemId, PersonId, ServiceId};

/// Applies one event of an item.
pub(crate) fn apply(desk: &mut Desk, id: ItemId, event: &Event, at: DateTime<Utc>, _by: PersonId) {
    let map = &mut desk.configuration;
    match event {
        Event::Amended(amendment) => amend(map.item_mut(id), amendment),
        Event::Became(state) => map.item_mut(id).state = *state,
        Event::PutInto(whole) => map.put_into(id, *whole),
        // The words stay in the journal; the record needs only that something happened.
        Event::Noted { .. } => {}
    }
    let item = map.item_mut(id);
    item.changed_at = item.changed_at.max(at);
}

fn amend(item: &mut Item, amendment: &Amendment) {
    match amendment {
        Amendment::Kind(kind) => item.kind = *kind,
        Amendment::Owner(owner) => item.owner = *owner,
        Amendment::Supplier(supplier) => item.supplier = *supplier,
        Amendment::Serial(text) => item.serial = text.clone(),
        Amendment::Version(text) => item.version = text.clone(),
        Amendment::Description(text) => item.description = text.clone(),
        Amendment::Cost(cost) => item.cost = *cost,
        Amendment::BoughtOn(date) => item.bought_on = *date,
        Amendment::WarrantyUntil(date) => item.warranty_until = *date,
    }
}

/// Writes down what an item or a service needs.
pub(crate) fn apply_needs(desk: &mut Desk, of: Node, needs: &[Need], at: DateTime<Utc>) {
    desk.configuration.set_needs(of, needs.to_vec());
    if let Node::Item(id) = of {
        let item = desk.configuration.item_mut(id);
        item.changed_at = item.changed_at.max(at);
    }
}

/// Takes out what an item's events have left, so that they can be applied again.
pub(crate) fn forget(desk: &mut Desk, id: ItemId) {
    desk.configuration.forget_item(id);
}

/// The same of what a service needs.
pub(crate) fn forget_needs(desk: &mut Desk, id: ServiceId) {
    desk.configuration.forget_needs(Node::Service(id));
}
