//! The selected rows as a grid, and what of it is taken back because it tells of later.

use itsm::incident::State;

use super::read::{Raw, RawColumn};
use super::select::Row;
use crate::base::field::Field;
use crate::base::grid::{Cells, Column, Grid, UNKNOWN, usual_number};
use crate::base::word::{self, StateWord};

/// Makes a grid of the selected rows.
pub fn grid(raw: &Raw, rows: &[Row]) -> Grid {
    let mut grid = Grid::default();
    let number = raw.column(Field::Number);
    for incident in rows.chunk_by(|a, b| a.id == b.id) {
        let Some(first) = incident.first() else { continue };
        let name = number.and_then(|column| column.words.get(index(column, first) as usize));
        let name = name.filter(|name| **name != usual_number(first.id)).cloned();
        grid.ids.push(first.id);
        grid.numbers.push(name.unwrap_or_default());
        grid.lengths.push(incident.len() as u32);
    }
    let columns = raw.columns.iter().filter(|column| column.field != Field::Number);
    grid.columns = columns
        .map(|column| Column { name: column.name.clone(), field: column.field, cells: cells(column, rows) })
        .collect();
    grid
}

fn index(column: &RawColumn, row: &Row) -> u32 {
    column.indexes.get(row.place as usize).copied().unwrap_or(0)
}

fn cells(column: &RawColumn, rows: &[Row]) -> Cells {
    let by_word = |values: &[i64]| {
        rows.iter().map(|row| values.get(index(column, row) as usize).copied().unwrap_or(UNKNOWN)).collect()
    };
    if column.field.is_moment() {
        return Cells::Moments(by_word(&column.moments));
    }
    if let Some(wholes) = column.field.is_whole().then(|| wholes(&column.words)).flatten() {
        return Cells::Wholes(by_word(&wholes));
    }
    Cells::Words { words: column.words.clone(), indexes: rows.iter().map(|row| index(column, row)).collect() }
}

/// The words as numbers, if every one is written as we would write it.
fn wholes(words: &[String]) -> Option<Vec<i64>> {
    words
        .iter()
        .map(|word| match word.parse::<i64>() {
            _ if word.is_empty() => Some(UNKNOWN),
            Ok(number) if number != UNKNOWN && number.to_string() == *word => Some(number),
            _ => None,
        })
        .collect()
}

/// Empties the cells that tell of what comes after an instant: a resolution or a closing that is later, and who
/// resolved an incident (and how) that is not resolved by then. Returns how many cells.
pub fn forget_later(grid: &mut Grid, until: i64) -> u32 {
    let ends = ends_by(grid);
    let resolved = grid.moments(Field::ResolvedAt).to_vec();
    let mut forgotten = 0;
    for column in &mut grid.columns {
        match (column.field, &mut column.cells) {
            (Field::ResolvedAt | Field::ClosedAt, Cells::Moments(values)) => {
                for value in values.iter_mut().filter(|value| **value > until) {
                    *value = UNKNOWN;
                    forgotten += 1;
                }
            }
            (Field::ResolvedBy | Field::ResolutionCode, Cells::Words { indexes, .. }) => {
                for (row, index) in indexes.iter_mut().enumerate().filter(|(_, index)| **index != 0) {
                    let at = resolved.get(row).copied().unwrap_or(UNKNOWN);
                    let ended = ends.get(row).copied().unwrap_or(false);
                    if at > until || (at == UNKNOWN && !ended) {
                        *index = 0;
                        forgotten += 1;
                    }
                }
            }
            _ => {}
        }
    }
    forgotten
}

/// For each row whether its incident is Resolved or Closed in any row that is here.
fn ends_by(grid: &Grid) -> Vec<bool> {
    let (words, indexes) = grid.words(Field::State);
    let done: Vec<bool> = words
        .iter()
        .map(|word| matches!(word::state(word), StateWord::Known(State::Resolved | State::Closed)))
        .collect();
    let mut ends = Vec::with_capacity(indexes.len());
    let mut rest = indexes;
    for &length in &grid.lengths {
        let Some((rows, others)) = rest.split_at_checked(length as usize) else { break };
        let ended = rows.iter().any(|&index| done.get(index as usize) == Some(&true));
        ends.extend(rows.iter().map(|_| ended));
        rest = others;
    }
    ends
}
