//! Measures: laws that hold on any desk, small desks whose measures one can work out by hand, and the real log.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "measures/by_hand.rs"]
mod by_hand;
#[path = "measures/laws.rs"]
mod laws;
#[path = "measures/made.rs"]
mod made;
#[path = "measures/real_log.rs"]
mod real_log;
#[path = "measures/satisfaction.rs"]
mod satisfaction;
