//! What is told of the portfolio: differences of contents, and what another price, target or demand would do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod diff;
mod what_if;
