//! The rules of problem management, one sentence each, and what holds whatever is asked of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod analysis;
mod bench;
mod ending;
mod incidents;
mod properties;
mod raising;
