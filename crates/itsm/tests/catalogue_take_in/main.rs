//! Taking in whole catalogues, one sentence a rule, and what holds whatever is taken in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod bench;
mod properties;
mod rules;
