//! The bytes of a base: `SDB1`, a JSON head, and two tables, each with its length before it.
//!
//! The kind of the segment carries the version. Ids of people, groups, categories and items follow from the
//! order of columns and words, and later events refer to them: what `/1` means may never change.

use std::fmt;

use chrono::DateTime;
use journal::{Damage, Segment, columns};
use serde::{Deserialize, Serialize};

use super::grid::Grid;
use super::meta::{Meta, Scope};
use super::pack;
use super::plan::ColumnPlan;
use super::report::{Dates, Left, LeftOut, Mend, Mending, Report};

/// The kind of segment that is written and read here.
pub const KIND: &str = "servicenow-import/1";

const MAGIC: &[u8; 4] = b"SDB1";

/// Why a segment cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BaseFault {
    /// It is of a kind that this version does not know.
    Kind(String),
    /// Its bytes are cut short or are something else.
    NoBase,
    /// Its head cannot be read.
    Head(String),
    /// One of its tables is damaged.
    Table(Damage),
    /// Its tables do not fit together.
    Mismatch,
}

impl fmt::Display for BaseFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(kind) => write!(f, "the imported log is stored in a form this version does not know ({kind})"),
            Self::NoBase => f.write_str("the stored log is cut short or is something else"),
            Self::Head(why) => write!(f, "the head of the stored log cannot be read: {why}"),
            Self::Table(damage) => write!(f, "a table of the stored log cannot be read: {damage}"),
            Self::Mismatch => f.write_str("the tables of the stored log do not fit together"),
        }
    }
}

impl std::error::Error for BaseFault {}

/// Writes a base.
pub fn write(meta: &Meta, grid: &Grid) -> Segment {
    let packed = pack::pack(grid);
    let head = Head::of(meta, packed.plan);
    // A head of numbers and strings cannot fail to serialize; if it did, the base could not be opened again,
    // which the import checks.
    let head = serde_json::to_vec(&head).unwrap_or_default();
    let mut bytes = MAGIC.to_vec();
    for part in [&head, &packed.first, &packed.later] {
        bytes.extend(u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
        bytes.extend(part);
    }
    Segment { kind: KIND.to_owned(), bytes }
}

/// What is known about a base besides its rows.
pub fn meta(segment: &Segment) -> Result<Meta, BaseFault> {
    parts(segment).map(|(head, ..)| head.meta())
}

/// A base's rows as a table, with everything that the file had.
pub fn open_grid(segment: &Segment) -> Result<(Meta, Grid), BaseFault> {
    let (head, first, later) = parts(segment)?;
    let first = columns::decode(first).map_err(BaseFault::Table)?;
    let later = columns::decode(later).map_err(BaseFault::Table)?;
    let grid = pack::unpack(&head.columns, first, later).ok_or(BaseFault::Mismatch)?;
    Ok((head.meta(), grid))
}

fn parts(segment: &Segment) -> Result<(Head, &[u8], &[u8]), BaseFault> {
    if segment.kind != KIND {
        return Err(BaseFault::Kind(segment.kind.clone()));
    }
    let rest = segment.bytes.strip_prefix(MAGIC).ok_or(BaseFault::NoBase)?;
    let (head, rest) = part(rest).ok_or(BaseFault::NoBase)?;
    let (first, rest) = part(rest).ok_or(BaseFault::NoBase)?;
    let (later, rest) = part(rest).ok_or(BaseFault::NoBase)?;
    if !rest.is_empty() {
        return Err(BaseFault::NoBase);
    }
    let head = serde_json::from_slice(head).map_err(|error| BaseFault::Head(error.to_string()))?;
    Ok((head, first, later))
}

fn part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(u32::from_le_bytes(*length) as usize)
}

/// The head as stored. Instants are seconds since 1970.
#[derive(Serialize, Deserialize)]
struct Head {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    as_of: Option<i64>,
    imported_at: i64,
    file_name: String,
    report: StoredReport,
    columns: Vec<ColumnPlan>,
}

#[derive(Serialize, Deserialize)]
struct StoredReport {
    rows: u32,
    incidents: u32,
    events: u32,
    /// Reason, rows, first line.
    left_out: Vec<(String, u32, u32)>,
    incidents_later: u32,
    cells_later: u32,
    /// What, column, example, first line, cells.
    mended: Vec<(String, String, String, u32, u32)>,
    recognised: Vec<String>,
    kept: Vec<String>,
    /// Month first, assumed, UTC named.
    dates: (bool, bool, bool),
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    dropped: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    tool: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    zone: String,
}

const LEFT: [(Left, &str); 8] = [
    (Left::Later, "later"),
    (Left::Duplicate, "duplicate"),
    (Left::NoNumber, "no_number"),
    (Left::NoTime, "no_time"),
    (Left::Unreadable, "unreadable"),
    (Left::CellCount, "cell_count"),
    (Left::Repeated, "repeated"),
    (Left::Blank, "blank"),
];

const MENDINGS: [(Mending, &str); 12] = [
    (Mending::StateKept, "state_kept"),
    (Mending::HoldForCaller, "hold_for_caller"),
    (Mending::KeptAsText, "kept_as_text"),
    (Mending::Renumbered, "renumbered"),
    (Mending::NotShown, "not_shown"),
    (Mending::Recoded, "recoded"),
    (Mending::Stripped, "stripped"),
    (Mending::Unquoted, "unquoted"),
    (Mending::DateUnknown, "date_unknown"),
    (Mending::NumberGiven, "number_given"),
    (Mending::GapMoved, "gap_moved"),
    (Mending::Padded, "padded"),
];

fn to_name<T: Copy + PartialEq>(names: &[(T, &str)], value: T) -> String {
    names.iter().find(|(known, _)| *known == value).map_or("", |(_, name)| name).to_owned()
}

fn from_name<T: Copy>(names: &[(T, &str)], name: &str) -> Option<T> {
    names.iter().find(|(_, known)| *known == name).map(|(value, _)| *value)
}

impl Head {
    fn of(meta: &Meta, columns: Vec<ColumnPlan>) -> Self {
        let report = &meta.report;
        let left = |left: &LeftOut| (to_name(&LEFT, left.why), left.rows, left.line);
        let mend = |mend: &Mend| {
            (to_name(&MENDINGS, mend.what), mend.column.clone(), mend.example.clone(), mend.line, mend.cells)
        };
        Self {
            as_of: match meta.scope {
                Scope::AsItWas => None,
                Scope::AsOf(instant) => Some(instant.timestamp()),
            },
            imported_at: meta.imported_at.timestamp(),
            file_name: meta.file_name.clone(),
            report: StoredReport {
                rows: report.rows_read,
                incidents: report.incidents,
                events: report.events_taken,
                left_out: report.left_out.iter().map(left).collect(),
                incidents_later: report.incidents_later,
                cells_later: report.cells_later,
                mended: report.mended.iter().map(mend).collect(),
                recognised: report.recognised.clone(),
                kept: report.kept.clone(),
                dates: (report.dates.month_first, report.dates.assumed, report.dates.name_utc),
                dropped: report.dropped.clone(),
                tool: report.tool.clone(),
                zone: report.zone.clone(),
            },
            columns,
        }
    }

    fn meta(&self) -> Meta {
        let report = &self.report;
        let (month_first, assumed, name_utc) = report.dates;
        let left = |(why, rows, line): &(String, u32, u32)| {
            Some(LeftOut { why: from_name(&LEFT, why)?, rows: *rows, line: *line })
        };
        let mend = |(what, column, example, line, cells): &(String, String, String, u32, u32)| {
            let what = from_name(&MENDINGS, what)?;
            Some(Mend { what, column: column.clone(), example: example.clone(), line: *line, cells: *cells })
        };
        Meta {
            scope: self.as_of.map_or(Scope::AsItWas, |at| Scope::AsOf(instant(at))),
            imported_at: instant(self.imported_at),
            file_name: self.file_name.clone(),
            report: Report {
                rows_read: report.rows,
                incidents: report.incidents,
                events_taken: report.events,
                left_out: report.left_out.iter().filter_map(left).collect(),
                incidents_later: report.incidents_later,
                cells_later: report.cells_later,
                mended: report.mended.iter().filter_map(mend).collect(),
                recognised: report.recognised.clone(),
                kept: report.kept.clone(),
                dates: Dates { month_first, assumed, name_utc },
                dropped: report.dropped.clone(),
                tool: report.tool.clone(),
                zone: report.zone.clone(),
            },
        }
    }
}

fn instant(seconds: i64) -> DateTime<chrono::Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}
