//! Agreements, availability, suppliers, and nine tools' clocks on one ticket: the rules, one sentence each, and what
//! holds whatever is asked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod agreements;
mod availability;
mod bench;
mod chain;
mod clocks;
mod engines;
mod properties;
mod reviews;
mod suppliers;
