//! The rules of change enablement, one sentence each, and what holds whatever is asked of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod authorising;
mod bench;
mod life;
mod orders;
mod properties;
mod raising;
mod risk;
mod templates;
