//! The base of a workspace: an imported log, stored once and never changed.
//!
//! `segment` knows the bytes, `pack` and `distance` make a table small, `grid` is the table itself, `field`
//! and `word` know what columns and words mean, `observe` tells the table as events. Reading another tool's
//! file is not done here (see `import`): this is linked into the app, that into the worker only.

mod distance;
pub mod field;
pub mod grid;
mod hindsight;
mod meta;
mod names;
mod observe;
mod pack;
mod plan;
mod report;
mod segment;
mod tell;
pub mod word;

#[cfg(test)]
mod tests;

pub use hindsight::Row as HindsightRow;
pub use meta::{Meta, Scope};
pub use names::UNKNOWN_PERSON;
pub use report::{Dates, Left, LeftOut, Mend, Mending, Report};
pub use segment::{BaseFault, KIND, meta, open_grid, write};

/// What a base brings to a workspace.
#[derive(Clone, Debug)]
pub struct BaseContent {
    /// When, what and how it was imported.
    pub meta: Meta,
    /// Everybody and everything that the log names.
    pub entries: Vec<itsm::Entry>,
    /// One event for each row, grouped by incident, in the order in which the rows were written.
    pub events: Vec<itsm::Event>,
}

/// Opens a base.
pub fn open(segment: &journal::Segment) -> Result<BaseContent, BaseFault> {
    let (meta, grid) = open_grid(segment)?;
    let names = names::Names::of(&grid);
    let events = observe::events(&grid, &names).ok_or(BaseFault::Mismatch)?;
    Ok(BaseContent { meta, entries: names.entries, events })
}
