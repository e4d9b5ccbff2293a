//! What is told of the portfolio: differences of contents, and what another price, target or demand would do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

#[path = "../common/mod.rs"]
mod common;
mod diff;
mod undoing;
mod what_if;
