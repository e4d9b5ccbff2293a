//! From fact to state: an event changes the desk. Cannot fail.

use crate::desk::{Desk, Event, Happening};
use crate::incident;

/// Applies one event. The same events in the same order always leave the same desk.
pub fn apply(desk: &mut Desk, event: &Event) {
    match &event.what {
        Happening::Incident(id, what) => incident::apply(desk, *id, what, event.at, event.by),
        Happening::Entered(entry) => desk.directory.enter(entry),
        Happening::MatrixSet(matrix) => desk.matrix = matrix.clone(),
    }
}
