//! The value stream builder: answers reckoned by hand, rules of edits, what holds for any stream, files, drawings.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;
mod compared;
mod drawing;
mod edits;
mod effects;
mod examples;
mod figures;
mod properties;
mod stored;
