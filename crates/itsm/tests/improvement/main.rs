//! The rules of continual improvement, one sentence each, and what holds whatever is asked of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod bench;
mod life;
mod measuring;
mod path;
mod properties;
