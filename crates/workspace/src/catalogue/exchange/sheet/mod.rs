//! A table for a spreadsheet: a row for each offering, and one for a service without any. What a service says stands in
//! its first row.

mod amounts;
mod read;
mod table;
mod write;

pub(super) use read::read;
pub(super) use table::{Table, harmless};
pub(super) use write::{path, write};
