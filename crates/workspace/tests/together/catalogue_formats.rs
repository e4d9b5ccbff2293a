//! The catalogue in other tools' formats: what comes back, what is lost, and files that nobody should have to trust.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod hostile;
mod made;
mod round;
mod standards;
