//! A catalogue as files and pages: its own JSON, other tools' formats, a site for any static host, a link that holds it.
//!
//! Everything here works on an [`itsm::catalogue::Catalogue`], which stands alone; nothing asks a desk, except
//! `what_if`, which looks at what a desk has seen.

pub mod agreed;
pub mod basket;
pub mod file;
pub mod find;
pub mod letter;
pub mod offer;
pub mod price;
pub mod share;
pub mod typed;
