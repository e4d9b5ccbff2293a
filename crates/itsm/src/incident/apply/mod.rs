//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

mod change;
mod links;
mod observed;

use chrono::{DateTime, Utc};

use super::event::Event;
use crate::desk::Desk;
use crate::ids::{IncidentId, PersonId};

/// Who did something, and when.
#[derive(Clone, Copy)]
struct Moment {
    at: DateTime<Utc>,
    by: PersonId,
}

/// Applies one event. One for an unknown incident, or a second logging of a known one, changes nothing.
pub(crate) fn apply(desk: &mut Desk, id: IncidentId, event: &Event, at: DateTime<Utc>, by: PersonId) {
    let moment = Moment { at, by };
    match event {
        Event::Logged(report) => {
            desk.incidents.entry(id).or_insert_with(|| change::logged(id, report, moment));
        }
        Event::Observed(row) => observed::observe(&mut desk.incidents, id, row, moment),
        Event::ParentLinked(parent) => links::relink(desk, id, moment, |incident| incident.parent = *parent),
        Event::DuplicateMarked(of) => links::relink(desk, id, moment, |incident| incident.duplicate_of = *of),
        Event::ProblemLinked(problem) => links::link_problem(desk, id, moment, *problem),
        _ => {
            if let Some(incident) = desk.incidents.get_mut(&id) {
                change::change(incident, event, moment);
            }
        }
    }
}
