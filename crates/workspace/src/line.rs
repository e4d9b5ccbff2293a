//! Walks all incidents together with what is cached of them. Everything is kept in the order of ids, so one
//! walk side by side costs far less than 25,000 look-ups.

use std::collections::{BTreeMap, btree_map};
use std::iter::Peekable;

use itsm::IncidentId;
use itsm::incident::Incident;

use crate::standing::Standing;

/// An incident and what is cached of it.
pub(crate) struct Line<'a> {
    pub incident: &'a Incident,
    pub standing: Standing,
    /// Empty unless texts were asked for.
    pub text: &'a str,
}

/// Pairs incidents with their standings and texts; whatever has none gets the default.
pub(crate) fn lines<'a>(
    incidents: impl Iterator<Item = &'a Incident>,
    standings: Option<&'a BTreeMap<IncidentId, Standing>>,
    texts: Option<&'a BTreeMap<IncidentId, Box<str>>>,
) -> impl Iterator<Item = Line<'a>> {
    let mut standings = standings.map(|standings| standings.iter().peekable());
    let mut texts = texts.map(|texts| texts.iter().peekable());
    incidents.map(move |incident| Line {
        incident,
        standing: standings.as_mut().and_then(|all| walk_to(all, incident.id)).copied().unwrap_or_default(),
        text: texts.as_mut().and_then(|all| walk_to(all, incident.id)).map_or("", |text| text),
    })
}

/// The value of `id`, if there is one; earlier ids are passed over.
fn walk_to<'a, V>(all: &mut Peekable<btree_map::Iter<'a, IncidentId, V>>, id: IncidentId) -> Option<&'a V> {
    while all.next_if(|(other, _)| **other < id).is_some() {}
    all.next_if(|(other, _)| **other == id).map(|(_, value)| value)
}
