//! Service level clocks: what they show, what each rule of an agreement does to them, and what no history can
//! make them do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod agreements;
mod desk;
mod history;
mod policies;
mod properties;
mod showing;
mod speed;
mod untidy;
