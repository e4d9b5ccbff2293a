//! The text of each incident that words are looked for in. Names are looked up in the directory in its place,
//! so that renaming somebody costs nothing here.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::incident::{Event as IncidentEvent, Incident, ResolutionCode};
use itsm::{Desk, Happening, IncidentId};

use crate::log::{Log, Place};

/// Search texts by incident; made when first asked for, then kept up to date.
#[derive(Default)]
pub(crate) struct Texts(OnceCell<BTreeMap<IncidentId, Box<str>>>);

impl Texts {
    /// All texts; `make` makes them at the first call.
    pub fn all(&self, make: impl FnOnce() -> BTreeMap<IncidentId, Box<str>>) -> &BTreeMap<IncidentId, Box<str>> {
        self.0.get_or_init(make)
    }

    /// Makes the text of one incident again, unless none was made yet.
    pub fn touch(&mut self, id: IncidentId, make: impl FnOnce() -> Box<str>) {
        if let Some(texts) = self.0.get_mut() {
            texts.insert(id, make());
        }
    }
}

/// What words are looked for in: lower case, one piece a line.
pub(crate) fn text(desk: &Desk, log: &Log, applied: impl Fn(Place) -> bool, id: IncidentId) -> Box<str> {
    let mut text = String::new();
    if let Ok(incident) = desk.incident(id) {
        of_record(&mut text, &desk.incident_number(id), incident);
    }
    let applied = log.of_incident(id).iter().filter(|place| applied(**place));
    for event in applied.filter_map(|place| log.event(*place)) {
        if let Some(said) = said(&event.what) {
            add(&mut text, said);
        }
    }
    text.into_boxed_str()
}

fn of_record(text: &mut String, number: &str, incident: &Incident) {
    add(text, number);
    add(text, &incident.summary);
    add(text, &incident.description);
    if let Some(resolution) = &incident.resolution {
        add(text, &resolution.solution);
        if let ResolutionCode::Foreign(code) = &resolution.code {
            add(text, code);
        }
    }
    for (_, value) in incident.foreign.iter().flat_map(|foreign| &foreign.fields) {
        add(text, value);
    }
}

/// What somebody wrote.
fn said(what: &Happening) -> Option<&Arc<str>> {
    match what {
        Happening::Incident(_, IncidentEvent::Replied { text, .. } | IncidentEvent::Noted { text }) => Some(text),
        Happening::Incident(_, IncidentEvent::Reopened { because } | IncidentEvent::Cancelled { because }) => {
            Some(because)
        }
        _ => None,
    }
}

fn add(text: &mut String, piece: &str) {
    if piece.is_empty() {
        return;
    }
    if piece.is_ascii() {
        text.extend(piece.chars().map(|letter| letter.to_ascii_lowercase()));
    } else {
        text.push_str(&piece.to_lowercase());
    }
    text.push('\n');
}
