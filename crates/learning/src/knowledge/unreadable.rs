//! Why a file of the body of knowledge cannot be read, in words.

use std::error::Error;
use std::fmt;

/// Why a file cannot be read. Nothing of such a file is taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not of the form that is expected.
    Damaged {
        /// The line, from 1; 0 if it is the file as a whole.
        line: usize,
        /// The column, from 1; 0 if it is the file as a whole.
        column: usize,
        /// What was expected.
        because: String,
    },
    /// Its form is of another version than this app knows.
    Version {
        /// The version that the file names.
        found: u32,
        /// The version that is known.
        known: u32,
    },
    /// It uses a word that is on none of the closed lists.
    Unknown {
        /// The item that uses it.
        item: String,
        /// The field it stands in.
        field: &'static str,
        /// The word.
        value: String,
    },
    /// An item lacks what it cannot do without.
    Missing {
        /// The item.
        item: String,
        /// The field that is empty.
        field: &'static str,
    },
    /// Two items have the same id.
    Twice {
        /// The id.
        item: String,
    },
    /// What an item says does not fit together.
    Amiss {
        /// The item.
        item: String,
        /// What is wrong, as the end of a sentence.
        because: String,
    },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Damaged { line, column, because } => {
                write!(out, "The file is damaged at line {line}, column {column}: {because}.")
            }
            Unreadable::Version { found, known } => {
                write!(out, "The file is of version {found}, and this app reads version {known}. Reload the app.")
            }
            Unreadable::Unknown { item, field, value } => {
                write!(out, "“{item}” has “{value}” as {field}, which this app does not know.")
            }
            Unreadable::Missing { item, field } => write!(out, "“{item}” has no {field}."),
            Unreadable::Twice { item } => write!(out, "“{item}” stands in the file twice."),
            Unreadable::Amiss { item, because } => write!(out, "“{item}” does not fit together: {because}."),
        }
    }
}

impl Error for Unreadable {}
