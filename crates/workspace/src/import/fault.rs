//! Why a file was not imported, in words that say what to do.

use std::fmt;

use chrono::{DateTime, Utc};

use super::input::{MOST_INFLATED, MOST_PACKED};
use crate::base::grid::moment_text;

/// Why a file was not imported. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFault {
    /// `progress` broke off.
    Cancelled,
    /// There is nothing in it.
    Empty,
    /// It is larger than [`MOST_PACKED`]; it was not read.
    FileTooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Unpacked it is larger than [`MOST_INFLATED`].
    InflatesTooFar,
    /// The gzip file is damaged or cut short.
    BadGzip,
    /// It is something else than CSV.
    NotCsv {
        /// What it seems to be.
        seems: &'static str,
        /// What to do about it.
        instead: &'static str,
    },
    /// Columns are missing that an import cannot do without.
    MissingHeaders {
        /// Which.
        missing: Vec<&'static str>,
        /// What is there instead.
        found: Vec<String>,
    },
    /// There is a header but no row that could be taken.
    NoRows,
    /// Nothing had happened yet at the instant that was asked for.
    NothingYet {
        /// When the first row was written.
        first: DateTime<Utc>,
    },
    /// A row has more or fewer cells than the header.
    ColumnCount {
        /// Its line; the header is line 1.
        line: u64,
        /// Cells of the header.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// A cell is no date.
    Date {
        /// Its line.
        line: u64,
        /// Its column.
        column: String,
        /// What stands there.
        cell: String,
    },
    /// It has more columns than [`super::read::MOST_COLUMNS`] or more rows than [`super::read::MOST_ROWS`].
    TooMany {
        /// `columns` or `rows`.
        what: &'static str,
        /// How many may be.
        most: usize,
    },
    /// The result is larger than a workspace can hold.
    TooLarge,
    /// Something has to be chosen first, or cannot be read: in sentences.
    NotReady(String),
}

impl fmt::Display for ImportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MIB: usize = 1 << 20;
        match self {
            Self::Cancelled => f.write_str("The import was cancelled."),
            Self::Empty => f.write_str("The file is empty."),
            Self::FileTooLarge { bytes } => write!(
                f,
                "The file has {} MiB; at most {} MiB can be imported. Export fewer columns or a shorter period, or compress it with gzip.",
                bytes / MIB,
                MOST_PACKED / MIB
            ),
            Self::InflatesTooFar => {
                write!(f, "Unpacked, the file is larger than {} MiB. Export a shorter period.", MOST_INFLATED >> 20)
            }
            Self::BadGzip => f.write_str("The gzip file is damaged or cut short. Download or compress it again."),
            Self::NotCsv { seems, instead } => write!(f, "This is not CSV: it looks like {seems}. {instead}"),
            Self::MissingHeaders { missing, found } => write!(
                f,
                "The first line must name the columns. Missing: {}. Found: {}.",
                missing.join(", "),
                if found.is_empty() { "nothing".to_owned() } else { found.join(", ") }
            ),
            Self::NoRows => f.write_str("The file names its columns, but it has no row that can be taken."),
            Self::NothingYet { first } => write!(
                f,
                "Nothing had happened yet at the instant you chose: the first row was written {} (UTC).",
                moment_text(first.timestamp())
            ),
            Self::ColumnCount { line, expected, found } => write!(
                f,
                "Line {line} has {found} cells, but the first line names {expected} columns. A quote or a separator may be missing there."
            ),
            Self::Date { line, column, cell } => write!(
                f,
                "Line {line}, column {column}: \u{201c}{cell}\u{201d} is not a date. Dates look like 29/2/2016 01:16 or 2016-02-29 01:16:00."
            ),
            Self::TooMany { what, most } => write!(f, "The file has more than {most} {what}. Export fewer."),
            Self::NotReady(reasons) => f.write_str(reasons),
            Self::TooLarge => f.write_str("The log is too large for a workspace. Export a shorter period."),
        }
    }
}

impl std::error::Error for ImportFault {}
