//! Windows, freezes and what speaks against a span.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod bench;
mod conflicts;
mod proposals;
mod saving;
