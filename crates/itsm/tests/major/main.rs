//! The rules of major incidents, one sentence each, and what holds whatever is asked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod bench;
mod properties;
mod rules;
