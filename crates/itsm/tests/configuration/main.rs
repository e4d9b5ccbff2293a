//! Service configuration, by its rules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod bench;
mod impact;
mod properties;
mod rules;
