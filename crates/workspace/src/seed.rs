//! What a blank workspace starts with, so that an incident can be logged at once. All of it can be renamed.

use chrono::{DateTime, Utc};
use itsm::{CategoryId, Entry, Event, GroupId, Happening, PersonId, ServiceId};

/// The person at this browser.
pub const YOU: PersonId = PersonId::imported(1);

/// Support teams, the first line first.
const GROUPS: [&str; 5] = ["Service desk", "Network", "Applications", "Workplace", "Security"];
/// Kinds of incidents, broad enough to choose from without thinking long.
const CATEGORIES: [&str; 6] = ["Access", "Hardware", "Software", "Network", "Mail and calendar", "Printing"];
/// Services as their customers know them.
const SERVICES: [&str; 3] = ["Workplace computer", "Mail and calendar", "Network access"];

/// The events that fill the directory of a blank workspace. The ids are fixed (tag 0), so that two tabs that
/// both begin one cannot begin two different ones.
pub fn blank(now: DateTime<Utc>) -> Vec<Event> {
    let numbered = |names: &'static [&'static str]| (1..).zip(names.iter().copied());
    let entries = std::iter::once(Entry::Person(YOU, "You".into()))
        .chain(numbered(&GROUPS).map(|(number, name)| Entry::Group(GroupId::imported(number), name.into())))
        .chain(numbered(&CATEGORIES).map(|(number, name)| Entry::Category(CategoryId::imported(number), name.into())))
        .chain(numbered(&SERVICES).map(|(number, name)| Entry::Service(ServiceId::imported(number), name.into())));
    entries.map(|entry| Event { at: now, by: YOU, what: Happening::Entered(entry) }).collect()
}
