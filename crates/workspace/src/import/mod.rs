//! Reading other tools' tickets: a CSV file, plain or gzipped, becomes a base and an account of it.
//!
//! `input` unpacks and recognises what is no CSV, `read` takes its cells, `dates` understands the dates of a log,
//! `select` decides which rows are taken and in which order, `table` makes the grid of them, `account` and
//! `mends` count what was not taken as it stood.
//!
//! Any other table becomes a log first: `inspect` looks at it (`tool` knows columns, `vocabulary` words, `moment` and
//! `dating` dates) and guesses a `mapping`; `cells` reads the columns under it, `tickets` judges the rows (`problems`
//! says what cannot be read) and tells what happened to each ticket, `expand` writes that as the rows of a log.
//! `sheet` holds a table while people choose, `check` shows them what comes of it.
//! All or nothing: a fault changes nothing. Linked into the worker only (feature `import`).

mod account;
mod cells;
mod check;
mod dates;
mod dating;
mod expand;
mod fault;
mod input;
mod inspect;
mod mapping;
mod mends;
mod moment;
mod numbers;
mod problems;
mod read;
mod select;
mod sheet;
mod table;
mod tickets;
mod tidy;
mod tool;
mod vocabulary;

#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

use chrono::{DateTime, Utc};
use journal::Segment;

use crate::base::field::Field;
use crate::base::grid::Grid;
pub use crate::base::{Dates, Left, LeftOut, Mend, Mending, Meta, Report, Scope};
pub use check::{Checked, Preview, Word, WordList};
pub use dating::Asked;
pub use fault::ImportFault;
pub use input::{MOST_INFLATED, MOST_PACKED};
pub use inspect::{ColumnSeen, Inspection, Kind};
pub use mapping::{Bad, Becomes, FIELDS, Mapping, WordChoice};
pub use problems::Problem;
use read::{Raw, RawColumn};
pub use sheet::Sheet;
pub use vocabulary::NOT_KNOWN;

/// How to import.
#[derive(Clone, Debug)]
pub struct Options {
    /// How much to take.
    pub scope: Scope,
    /// The file's name, to be shown later.
    pub file_name: String,
    /// Now, by the wall clock.
    pub imported_at: DateTime<Utc>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// What is being done.
    pub step: Step,
    /// From 0 to 1, over all steps; never falls.
    pub fraction: f64,
    /// Rows read so far.
    pub rows: u32,
}

/// The steps of an import, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Unpacking and reading rows.
    Reading,
    /// Ordering rows and choosing those that are taken.
    Ordering,
    /// Packing them for storage.
    Packing,
}

/// What an import gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The base, ready to be stored.
    pub segment: Segment,
    /// What was taken, mended and left out; also inside the segment.
    pub report: Report,
}

/// Where the steps begin and end, by the time they take on the real log.
const READ_UNTIL: f64 = 0.7;
const ORDERED_AT: f64 = 0.8;

/// Imports a log. `progress` is told of each step and every few thousand rows, and may break off.
pub fn import(
    bytes: &[u8],
    options: &Options,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Imported, ImportFault> {
    let mut tell = |step: Step, fraction: f64, rows: u32| match progress(Progress { step, fraction, rows }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(ImportFault::Cancelled),
    };
    tell(Step::Reading, 0.0, 0)?;
    let mut raw = read::read(bytes, &mut |fraction, rows| tell(Step::Reading, fraction.min(1.0) * READ_UNTIL, rows))?;
    let rows = raw.rows();
    tell(Step::Ordering, READ_UNTIL, rows)?;
    let dates = dates::understand(&mut raw)?;
    let (grid, mut report) = take(&mut raw, options.scope)?;
    report.dates = dates;
    pack(grid, report, options, &mut |fraction| tell(Step::Packing, fraction, rows))
}

/// Packs a grid and its account as a base, and looks whether it can be opened again.
fn pack(
    grid: Grid,
    report: Report,
    options: &Options,
    tell: &mut dyn FnMut(f64) -> Result<(), ImportFault>,
) -> Result<Imported, ImportFault> {
    tell(ORDERED_AT)?;
    let meta = Meta {
        scope: to_the_second(options.scope),
        imported_at: seconds(options.imported_at),
        file_name: options.file_name.clone(),
        report,
    };
    let segment = crate::base::write(&meta, &grid);
    // What cannot be opened again must not be stored.
    match crate::base::open_grid(&segment) {
        Ok((read_back, again)) if read_back == meta && again.rows() == grid.rows() => {}
        _ => return Err(ImportFault::TooLarge),
    }
    tell(1.0)?;
    Ok(Imported { segment, report: meta.report })
}

/// The rows that are taken as a grid, and the account of it (but for the dates).
fn take(raw: &mut Raw, scope: Scope) -> Result<(Grid, Report), ImportFault> {
    let mut mends = std::mem::take(&mut raw.mends);
    let ids = raw.column(Field::Number).map(|column| numbers::assign(column, &mut mends)).unwrap_or_default();
    let selection = select::select(raw, &ids, scope);
    if selection.rows.is_empty() {
        return Err(selection.first_later.map_or(ImportFault::NoRows, |first| ImportFault::NothingYet { first }));
    }
    let mut grid = table::grid(raw, &selection.rows);
    let cells_later = match scope {
        Scope::AsItWas => 0,
        Scope::AsOf(instant) => table::forget_later(&mut grid, instant.timestamp()),
    };
    account::count(raw, &grid, &selection.rows, &mut mends);
    let (kept, recognised): (Vec<&RawColumn>, Vec<&RawColumn>) =
        raw.columns.iter().partition(|column| matches!(column.field, Field::Other | Field::CreatedAt));
    let names = |columns: Vec<&RawColumn>| columns.into_iter().map(|column| column.name.clone()).collect();
    let report = Report {
        rows_read: raw.rows(),
        incidents: grid.ids.len() as u32,
        events_taken: selection.rows.len() as u32,
        left_out: selection.left_out,
        incidents_later: selection.incidents_later,
        cells_later,
        mended: mends.into_list(),
        recognised: names(recognised),
        kept: names(kept),
        ..Report::default()
    };
    Ok((grid, report))
}

/// The stored form keeps whole seconds, and what is read back should be what was written.
fn seconds(instant: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp(instant.timestamp(), 0).unwrap_or_default()
}

fn to_the_second(scope: Scope) -> Scope {
    match scope {
        Scope::AsItWas => Scope::AsItWas,
        Scope::AsOf(instant) => Scope::AsOf(seconds(instant)),
    }
}
