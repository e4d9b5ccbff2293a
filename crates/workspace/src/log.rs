//! Every event of the workspace in its order: first the base (an import), then what was done here, by stamp.
//!
//! Events stay where they arrived; only small lists of their places are kept in order. So an event that
//! arrives late costs what came after it, not the whole log.

use std::collections::BTreeMap;

use itsm::{Event, IncidentId, RecordId};
use journal::Stamp;

/// Where an event is kept. Places say nothing about order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place(u32);

/// See the module.
#[derive(Default)]
pub(crate) struct Log {
    /// The base's events, then those of entries in order of arrival.
    events: Vec<Event>,
    /// How many events belong to the base.
    base: usize,
    /// The stamps of the events after the base.
    stamps: Vec<Stamp>,
    /// The places of the events after the base, in order.
    order: Vec<Place>,
    /// The places of each record's events, in order.
    of_record: BTreeMap<RecordId, Vec<Place>>,
    /// The places of events that concern no record, in order.
    shared: Vec<Place>,
}

impl Log {
    /// A log that begins with a base.
    pub fn of(base: Vec<Event>) -> Self {
        let mut log = Self { base: base.len(), ..Self::default() };
        for (place, event) in base.iter().enumerate() {
            // Four thousand million events would not fit into memory, let alone into local storage.
            let place = Place(u32::try_from(place).unwrap_or(u32::MAX));
            match event.what.record() {
                Some(id) => log.of_record.entry(id).or_default().push(place),
                None => log.shared.push(place),
            }
        }
        log.events = base;
        log
    }

    /// Adds an event after whatever has the same stamp or an earlier one.
    pub fn add(&mut self, stamp: Stamp, event: Event) -> Place {
        let place = Place(u32::try_from(self.events.len()).unwrap_or(u32::MAX));
        let (base, stamps) = (self.base, &self.stamps);
        let list = match event.what.record() {
            Some(id) => self.of_record.entry(id).or_default(),
            None => &mut self.shared,
        };
        for list in [list, &mut self.order] {
            // Most events are the latest: look from the end.
            let later = list.iter().rev().take_while(|&&other| stamp_of(stamps, base, other) > Some(stamp)).count();
            list.insert(list.len() - later, place);
        }
        self.stamps.push(stamp);
        self.events.push(event);
        place
    }

    /// The places of the events after the base that are stamped `stamp` or later, in order.
    pub fn since(&self, stamp: Stamp) -> &[Place] {
        let earlier = self.order.partition_point(|&place| self.stamp(place) < Some(stamp));
        self.order.get(earlier..).unwrap_or_default()
    }

    /// The places of one command's events.
    pub fn at(&self, stamp: Stamp) -> &[Place] {
        let since = self.since(stamp);
        let count = since.partition_point(|&place| self.stamp(place) == Some(stamp));
        since.get(..count).unwrap_or_default()
    }

    /// The event at a place.
    pub fn event(&self, place: Place) -> Option<&Event> {
        self.events.get(index(place))
    }

    /// When an event was stored; `None` for those of the base.
    pub fn stamp(&self, place: Place) -> Option<Stamp> {
        stamp_of(&self.stamps, self.base, place)
    }

    /// The places of a record's events, oldest first.
    pub fn of_record(&self, id: RecordId) -> &[Place] {
        self.of_record.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The places of an incident's events, oldest first.
    pub fn of_incident(&self, id: IncidentId) -> &[Place] {
        self.of_record(RecordId::Incident(id))
    }

    /// The places of the events that concern no record, oldest first.
    pub fn shared(&self) -> &[Place] {
        &self.shared
    }

    /// Every place, in no particular order.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        (0..u32::try_from(self.events.len()).unwrap_or(u32::MAX)).map(Place)
    }

    /// Every event, in no particular order.
    pub fn events(&self) -> &[Event] {
        &self.events
    }
}

fn index(place: Place) -> usize {
    usize::try_from(place.0).unwrap_or(usize::MAX)
}

fn stamp_of(stamps: &[Stamp], base: usize, place: Place) -> Option<Stamp> {
    stamps.get(index(place).checked_sub(base)?).copied()
}
