//! Changes as the schedule sees them: with the span in which each is, or was, to be done.

use super::record::Change;
use crate::desk::{Desk, RecordId};
use crate::schedule::{Planned, Span};

/// Every change with a span, in the order of their ids.
pub fn planned(desk: &Desk) -> Vec<Planned> {
    desk.changes().all().filter_map(|change| plan(desk, change)).collect()
}

/// A change with its span; `None` while it has none.
pub fn plan(desk: &Desk, change: &Change) -> Option<Planned> {
    let planned = change.planned?;
    Some(Planned {
        id: RecordId::Change(change.id),
        number: desk.changes().number(change.id),
        title: change.summary.clone(),
        state: change.state.word(),
        is_open: change.state.is_open(),
        span: Span::new(planned.start, planned.end)?,
        items: change.items.iter().copied().collect(),
        services: change.services.iter().copied().collect(),
        assignee: change.assignee,
    })
}
