//! What a workspace tells of established practices: for each code something that counts, and something that does not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "maturity_counts/bench.rs"]
mod bench;
#[path = "maturity_counts/changes.rs"]
mod changes;
#[path = "maturity_counts/incidents.rs"]
mod incidents;
#[path = "maturity_counts/knowing.rs"]
mod knowing;
#[path = "maturity_counts/problems.rs"]
mod problems;
#[path = "maturity_counts/promising.rs"]
mod promising;
#[path = "maturity_counts/requests.rs"]
mod requests;
#[path = "maturity_counts/services.rs"]
mod services;

use bench::Bench;

#[test]
fn a_workspace_in_which_nothing_was_done_tells_nothing() {
    assert_eq!(Bench::begin().counts(), vec![]);
}
