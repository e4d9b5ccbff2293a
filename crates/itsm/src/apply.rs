//! From fact to state: an event changes the desk. Cannot fail.

use std::sync::Arc;

use crate::desk::{Desk, Event, Happening};
use crate::incident;
use crate::service_level::{Agreement, Compiled};

/// Applies one event. The same events in the same order always leave the same desk.
pub fn apply(desk: &mut Desk, event: &Event) {
    match &event.what {
        Happening::Incident(id, what) => incident::apply(desk, *id, what, event.at, event.by),
        Happening::Entered(entry) => desk.directory.enter(entry),
        Happening::Retired(id, retired) => desk.directory.retire(*id, *retired),
        Happening::MatrixSet(matrix) => desk.matrices.set(event.at, matrix.clone()),
        Happening::ClockMoved(shift) => desk.clock_shift = Some(*shift),
        Happening::AgreementSet(agreement) => {
            // One that another build could compile and this one cannot (a zone it does not know) leaves the
            // agreement as it is.
            if let Ok(compiled) = Compiled::new(Agreement::clone(agreement)) {
                desk.agreements.set(event.at, Arc::new(compiled));
            }
        }
        Happening::ViewSaved(id, view) => drop(desk.views.insert(*id, view.clone())),
        Happening::ViewDropped(id) => drop(desk.views.remove(id)),
        Happening::TemplateSaved(id, template) => drop(desk.templates.insert(*id, template.clone())),
        Happening::TemplateDropped(id) => drop(desk.templates.remove(id)),
    }
}
