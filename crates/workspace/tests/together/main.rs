//! Tests that share made-up events: one program, because what makes events of every kind takes long to compile.

#[path = "../common/mod.rs"]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
mod common;

mod awaiting;
mod bulk;
mod catalogue_file;
mod catalogue_formats;
mod catalogue_hostile;
mod catalogue_schema;
mod catalogue_site_hostile;
mod columns;
mod decider;
mod find;
mod helping;
mod improving;
mod in_turn;
mod late;
mod order;
mod query;
mod rosetta;
mod rules;
mod say;
mod similar;
mod standing;
mod stored;
mod templates;
mod typed;
mod undo;
mod views;
