//! What cases were, against what was made of them, as tables.

use super::Matrix;
use crate::grading::{Cell, Confusion};
use crate::scenario::ContactKind;
use crate::shift::Logged;

const KINDS: [(ContactKind, &str); 6] = [
    (ContactKind::Incident, "Incident"),
    (ContactKind::Request, "Request"),
    (ContactKind::Event, "Event"),
    (ContactKind::Security, "Security"),
    (ContactKind::Question, "Question"),
    (ContactKind::Update, "News"),
];

const LOGGED: [(Option<Logged>, &str); 5] = [
    (Some(Logged::Incident), "Incident"),
    (Some(Logged::Request), "Request"),
    (Some(Logged::Event), "Event"),
    (Some(Logged::Security), "Security"),
    (None, "No record"),
];

/// What cases truly were, by what they were logged as.
pub(super) fn kinds(confusion: &Confusion) -> Matrix {
    let rows = KINDS.map(|(kind, name)| (kind, name.to_owned()));
    let columns = LOGGED.map(|(logged, name)| (logged, name.to_owned()));
    table(&confusion.kinds, &rows, &columns)
}

/// Priorities that were right, by those that were given.
pub(super) fn priorities(confusion: &Confusion) -> Matrix {
    let name = |priority: u8| (priority, format!("Priority {priority}"));
    let rows: Vec<_> = (1..=5).map(name).collect();
    let mut columns: Vec<_> = (1..=5).map(name).map(|(priority, name)| (Some(priority), name)).collect();
    columns.push((None, "Not weighed".to_owned()));
    table(&confusion.priorities, &rows, &columns)
}

/// Rows and columns that are empty are left out.
fn table<T: Copy + PartialEq, G: Copy + PartialEq>(
    cells: &[Cell<T, G>],
    rows: &[(T, String)],
    columns: &[(Option<G>, String)],
) -> Matrix {
    let rows: Vec<_> = rows.iter().filter(|(row, _)| cells.iter().any(|cell| cell.truly == *row)).collect();
    let columns: Vec<_> = columns.iter().filter(|(column, _)| cells.iter().any(|cell| cell.given == *column)).collect();
    let count = |row: T, column: Option<G>| {
        let here = cells.iter().filter(|cell| cell.truly == row && cell.given == column);
        here.map(|cell| u32::try_from(cell.cases.len()).unwrap_or(u32::MAX)).fold(0, u32::saturating_add)
    };
    Matrix {
        counts: rows.iter().map(|(row, _)| columns.iter().map(|(column, _)| count(*row, *column)).collect()).collect(),
        rows: rows.into_iter().map(|(_, name)| name.clone()).collect(),
        columns: columns.into_iter().map(|(_, name)| name.clone()).collect(),
    }
}
