//! Service requests: approvals in order, tasks in sequence and in parallel, what is really something else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod approvals;
mod bench;
mod ending;
mod late;
mod logging;
mod promises;
mod properties;
mod satisfaction;
mod tasks;
