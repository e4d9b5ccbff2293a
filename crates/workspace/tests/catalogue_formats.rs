//! The catalogue in other tools' formats: what comes back, what is lost, and files that nobody should have to trust.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

#[path = "catalogue_formats/hostile.rs"]
mod hostile;
#[path = "catalogue_formats/made.rs"]
mod made;
#[path = "catalogue_formats/round.rs"]
mod round;
#[path = "catalogue_formats/standards.rs"]
mod standards;
