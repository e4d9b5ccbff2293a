//! Workflows of the service catalogue: which way an order takes, how long that is, and what becomes of the request.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod bench;
mod bundles;
mod fulfilment;
mod ordering;
mod paths;
mod properties;
mod reports;
mod runs;
