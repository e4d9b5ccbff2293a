//! A catalogue as files and pages: its own JSON, other tools' formats, a site for any static host, a link that holds it.
//!
//! Everything here works on an [`itsm::catalogue::Catalogue`], which stands alone; nothing asks a desk, except
//! `what_if`, which looks at what a desk has seen.

pub mod agreed;
pub mod basket;
pub mod decider;
pub mod diff;
pub mod exchange;
pub mod file;
pub mod find;
mod fold;
pub mod letter;
pub mod merged;
pub mod offer;
pub mod page;
pub mod price;
pub mod share;
pub mod site;
pub mod told;
pub mod tree;
pub mod typed;
pub mod what_if;
