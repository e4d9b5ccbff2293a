//! Joining two copies of a catalogue: laws, cases, and taking the result in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod align;
mod cases;
#[allow(dead_code)] // The check of a catalogue uses more of it.
#[path = "../catalogue_check/good.rs"]
mod good;
mod join;
mod laws;
mod touch;
