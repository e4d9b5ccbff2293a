//! One record in the words of other tools: what each calls it, its fields, states, levels and codes, what it has no
//! word for, and rows that it can import.
//!
//! One file a tool is its book of words; `row` takes what a record says and looks it up; `other` names the states of
//! changes and requests by what their pages say. Sources: the tools' own documentation and sources, as of their current
//! versions; every installation may have renamed what it likes.

mod book;
mod glpi;
mod itop;
mod jira;
mod other;
mod otobo;
mod row;
mod servicenow;

pub use book::{Field, Fit, Tool, Word};
pub use itsm::link::Kind;
pub use other::{ChangeStep, RequestStep};
pub use row::{Line, Sheet, csv, file_name, sheet};

/// The kinds of records that other tools have words for, in the order in which they are offered.
pub const KINDS: [Kind; 4] = [Kind::Incident, Kind::Problem, Kind::Change, Kind::Request];
