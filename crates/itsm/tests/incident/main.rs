//! The rules of the incident practice, one sentence each, and what holds whatever is asked of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod assigning;
mod directory;
mod ending;
mod invariants;
mod late;
mod links;
mod logging;
mod milestones;
mod observed;
mod properties;
mod replies;
mod sequences;
mod shift;
mod speed;
mod words;
mod working;
