//! Which rows are taken, and in which order.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};

use super::read::{Raw, RawColumn};
use crate::base::field::Field;
use crate::base::grid::UNKNOWN;
use crate::base::{Left, LeftOut, Scope};

/// What is taken of a file.
pub struct Selection {
    /// The rows, by incident, and within one in the order in which they were written.
    pub rows: Vec<Row>,
    /// What is not taken.
    pub left_out: Vec<LeftOut>,
    /// Incidents of which only later rows are known.
    pub incidents_later: u32,
    /// The first instant of all that was left out as later.
    pub first_later: Option<DateTime<Utc>>,
}

/// A row that is taken. Its order is that of its fields: incident, instant, revision, place in the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The number of its incident's id.
    pub id: u32,
    /// When it was written, in seconds since 1970.
    pub at: i64,
    revision: i64,
    /// Which row of the file.
    pub place: u32,
}

/// Selects and orders a file's rows. `ids` has an id for each word of the number column.
pub fn select(raw: &Raw, ids: &[u32], scope: Scope) -> Selection {
    let number = raw.column(Field::Number);
    let written = raw.column(Field::UpdatedAt);
    let revision = raw.column(Field::Revision);
    let until = match scope {
        Scope::AsItWas => i64::MAX,
        Scope::AsOf(instant) => instant.timestamp(),
    };
    let mut left_out = LeftOuts::default();
    let mut later = HashSet::new();
    let mut first_later = None;
    let mut rows = Vec::with_capacity(raw.lines.len());
    for (place, &line) in (0u32..).zip(&raw.lines) {
        let index = number.map_or(0, |column| column.index(place));
        let at = written.map_or(UNKNOWN, |column| column.moment(place));
        let id = ids.get(index as usize).copied().unwrap_or(0);
        if index == 0 {
            left_out.add(Left::NoNumber, line);
        } else if at == UNKNOWN {
            left_out.add(Left::NoTime, line);
        } else if at > until {
            left_out.add(Left::Later, line);
            later.insert(id);
            first_later = Some(first_later.map_or(at, |first: i64| first.min(at)));
        } else {
            // A row that does not say its revision keeps its place in the file.
            let revision = revision.and_then(|column| column.word(place).parse().ok()).unwrap_or(0);
            rows.push(Row { id, at, revision, place });
        }
    }
    rows.sort_unstable();
    let rows = without_duplicates(raw, rows, &mut left_out);
    for row in &rows {
        later.remove(&row.id);
    }
    Selection {
        rows,
        left_out: left_out.list(),
        incidents_later: later.len() as u32,
        first_later: first_later.and_then(|at| DateTime::from_timestamp(at, 0)),
    }
}

/// Takes out rows that equal an earlier one of the same incident, instant and revision in every cell.
fn without_duplicates(raw: &Raw, rows: Vec<Row>, left_out: &mut LeftOuts) -> Vec<Row> {
    let mut kept = Vec::with_capacity(rows.len());
    for ties in rows.chunk_by(|a, b| (a.id, a.at, a.revision) == (b.id, b.at, b.revision)) {
        if ties.len() == 1 {
            kept.extend_from_slice(ties);
            continue;
        }
        let mut seen = HashSet::new();
        for row in ties {
            let cells: Vec<u32> = raw.columns.iter().map(|column| column.index(row.place)).collect();
            if seen.insert(cells) {
                kept.push(*row);
            } else {
                left_out.add(Left::Duplicate, raw.lines.get(row.place as usize).copied().unwrap_or(0));
            }
        }
    }
    kept
}

impl RawColumn {
    fn index(&self, row: u32) -> u32 {
        self.indexes.get(row as usize).copied().unwrap_or(0)
    }

    fn word(&self, row: u32) -> &str {
        self.words.get(self.index(row) as usize).map_or("", String::as_str)
    }

    fn moment(&self, row: u32) -> i64 {
        self.moments.get(self.index(row) as usize).copied().unwrap_or(UNKNOWN)
    }
}

/// For each reason how many rows, and the line of the first.
#[derive(Default)]
struct LeftOuts(BTreeMap<Left, (u32, u32)>);

impl LeftOuts {
    fn add(&mut self, why: Left, line: u32) {
        let (rows, first) = self.0.entry(why).or_insert((0, line));
        *rows += 1;
        *first = line.min(*first);
    }

    fn list(self) -> Vec<LeftOut> {
        self.0.into_iter().map(|(why, (rows, line))| LeftOut { why, rows, line }).collect()
    }
}
