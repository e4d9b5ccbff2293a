//! Service catalogue and portfolio management: every rule has a test that is named after it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod bench;
mod contents;
mod edits;
mod gates;
mod properties;
mod shelves;
mod some;
mod uses;
mod versions;
mod writing;
