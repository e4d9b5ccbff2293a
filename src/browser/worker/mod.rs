//! Long work away from the page: a second binary in a Web Worker, and the page's client of it.
//!
//! One worker serves one job: an import; a table that is read once and then asked about until it is imported; or a shift
//! that is played.
//! Cancelling ends the worker: nothing it had begun is left behind.

mod client;
mod look;
mod protocol;
mod server;
mod shift;

pub use client::Job;
pub use protocol::{Answer, Came, ImportOrder, Look, Looked, Order, ShiftOrder};
pub use server::serve;
