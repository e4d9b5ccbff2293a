//! Events of the schedule.

use itsm::schedule::{Event, Freeze, MaintenanceWindow, Scope, Span};
use itsm::{FreezeId, ItemId, ServiceId, WindowId};
use proptest::collection::btree_set;
use proptest::option::of;
use proptest::prelude::*;

use super::configuration::owner;
use super::{calendar, instant, key, text};

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![
        Just(Scope::All),
        btree_set(key().prop_map(ServiceId), 0..3).prop_map(Scope::Services),
        btree_set(key().prop_map(ItemId), 0..3).prop_map(Scope::Items),
    ]
}

fn span() -> impl Strategy<Value = Span> {
    (instant(), instant())
        .prop_filter_map("a span ends after it begins", |(one, other)| Span::new(one.min(other), one.max(other)))
}

/// Whatever may happen to windows and freezes.
pub fn event() -> impl Strategy<Value = Event> {
    let freeze = (text(), span(), scope(), text(), of(owner()));
    prop_oneof![
        (key(), text(), scope(), calendar()).prop_map(|(id, name, scope, hours)| {
            Event::WindowSaved(WindowId(id), Box::new(MaintenanceWindow { name, scope, hours }))
        }),
        key().prop_map(|id| Event::WindowDropped(WindowId(id))),
        (key(), freeze).prop_map(|(id, (name, span, scope, reason, may_override))| {
            Event::FreezeSaved(FreezeId(id), Freeze { name, span, scope, reason, may_override })
        }),
        key().prop_map(|id| Event::FreezeDropped(FreezeId(id))),
    ]
}
