//! Monitoring and event management: every rule has a test that is named after it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod acting;
mod bench;
mod judging;
mod properties;
mod setting;
