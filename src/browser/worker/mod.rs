//! Long work away from the page: a second binary in a Web Worker, and the page's client of it.
//!
//! One worker serves one job: an import, or a table that is read once and then asked about until it is imported.
//! Cancelling ends the worker: nothing it had begun is left behind.

mod client;
mod protocol;
mod server;

pub use client::Job;
pub use protocol::{Answer, ImportOrder, Order};
pub use server::serve;
