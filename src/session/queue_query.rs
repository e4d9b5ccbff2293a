//! The queries that the app itself links to.

use std::collections::BTreeSet;

use itsm::incident::Stage;
use workspace::query::{Query, Sort, SortKey};
use workspace::standing::Breach;

/// The stages in which somebody still has to do something.
pub fn open_stages() -> BTreeSet<Stage> {
    [Stage::New, Stage::InProgress, Stage::OnHold].into()
}

/// Everything, the most pressing first.
pub fn worst_first() -> Query {
    Query { sort: Sort { key: SortKey::Priority, descending: false }, ..Query::default() }
}

/// What is open, the most pressing first.
pub fn open() -> Query {
    Query { stages: open_stages(), ..worst_first() }
}

/// What is open and beyond its target, the most pressing first.
pub fn breached() -> Query {
    Query { breach: Some(Breach::Breached), ..open() }
}
