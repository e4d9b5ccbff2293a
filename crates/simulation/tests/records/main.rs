//! The desk behind a shift: its beginning for every scenario of the app, and whole lives of its records.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../../examples/common/app.rs"]
mod app;
mod beginning;
mod changes;
mod common;
mod lives;
mod properties;
mod refusals;
mod speed;
