//! TMF633 v4, the TM Forum's service catalogue: its four resources in one file, each list under its resource's name.
//!
//! The standard has no fields for prices, forms or workflows, so every field of ours is also a characteristic of its
//! specification (`@type` [`FIELD`]), with the value as our own file has it; what is no service's (names, audiences,
//! whose catalogue it is) goes along with the catalogue under [`DOCUMENT`]. So everything comes back. Questions of forms
//! are configurable characteristics besides, as other tools know them. What another tool changed in the standard's own
//! fields (name, description, state) counts when it comes back.

mod other;
mod read;
mod write;

pub(super) use read::{read, status};
pub(super) use write::write;

/// The type of a characteristic that is a field of ours.
const FIELD: &str = "ServiceDojoField";
/// Where the rest of our file stands in the catalogue.
const DOCUMENT: &str = "serviceDojoDocument";
