//! The check of a catalogue: every rule finds its case, and a good catalogue is clean.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod cases;
mod complete;
mod fixes;
mod good;
mod possible;
mod rules;
mod words;
