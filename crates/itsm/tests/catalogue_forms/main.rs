//! Forms of the service catalogue: every rule has a test that is named after it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod arranging;
mod asking;
mod bench;
mod checking;
mod properties;
mod reaching;
mod words;
