//! The queries that the app itself links to.

use itsm::incident::Stage;
use workspace::query::{Query, Set, Sort, SortKey};
use workspace::standing::Breach;

/// The stages in which somebody still has to do something.
pub fn open_stages() -> Set<Stage> {
    [Stage::New, Stage::InProgress, Stage::OnHold].into()
}

/// Everything, the most pressing first.
pub fn worst_first() -> Query {
    Query { sort: vec![Sort { key: SortKey::Priority, descending: false }], ..Query::default() }
}

/// What is open, the most pressing first.
pub fn open() -> Query {
    Query { stages: open_stages(), ..worst_first() }
}

/// What is open and beyond its target, the most pressing first.
pub fn breached() -> Query {
    Query { breaches: [Breach::Breached].into(), ..open() }
}
