//! What the words of the taken rows could not be taken as.

use itsm::incident::State;

use super::mends::Mends;
use super::read::Raw;
use super::select::Row;
use crate::base::field::Field;
use crate::base::grid::{Cells, Column, Grid, UNKNOWN, moment_text};
use crate::base::word::{self, StateWord};
use crate::base::{HindsightRow, Mending};

/// Counts them. `rows` are the grid's rows.
pub fn count(raw: &Raw, grid: &Grid, rows: &[Row], mends: &mut Mends) {
    let lines: Vec<u32> = rows.iter().map(|row| raw.lines.get(row.place as usize).copied().unwrap_or(0)).collect();
    for column in &grid.columns {
        if let Cells::Words { words, indexes } = &column.cells {
            for (index, (cells, line)) in uses(words.len(), indexes, &lines).into_iter().enumerate() {
                let Some(word) = words.get(index).filter(|word| !word.is_empty()) else { continue };
                if let Some(what) = mending(column, word) {
                    mends.add(what, &column.name, word, line, cells);
                }
            }
        }
    }
    count_holds(grid, &lines, mends);
    count_late_ends(grid, &lines, mends);
}

/// For each word how often it is used, and the first line of that.
fn uses(words: usize, indexes: &[u32], lines: &[u32]) -> Vec<(u32, u32)> {
    let mut uses = vec![(0, u32::MAX); words];
    for (&index, &line) in indexes.iter().zip(lines) {
        if let Some((count, first)) = uses.get_mut(index as usize) {
            *count += 1;
            *first = line.min(*first);
        }
    }
    uses
}

fn mending(column: &Column, word: &str) -> Option<Mending> {
    let known = match column.field {
        Field::State => return (word::state(word) == StateWord::Unknown).then_some(Mending::StateKept),
        Field::Channel => word::channel(word).is_some(),
        Field::Impact | Field::Urgency => word::level(word).is_some(),
        Field::Priority => word::priority(word).is_some(),
        Field::Verdict => word::truth(word).is_some(),
        Field::Reassigned | Field::Reopened => word.parse::<u32>().is_ok(),
        _ => true,
    };
    (!known).then_some(Mending::KeptAsText)
}

/// Holds whose reason stands nowhere.
fn count_holds(grid: &Grid, lines: &[u32], mends: &mut Mends) {
    let (words, indexes) = grid.words(Field::State);
    let (reasons, whys) = grid.words(Field::HoldReason);
    let holds: Vec<bool> = words.iter().map(|word| word::state(word) == StateWord::Hold).collect();
    let known: Vec<bool> = reasons.iter().map(|word| word::hold_reason(word).is_some()).collect();
    let name = grid.column(Field::State).map_or("", |column| &column.name);
    for (row, &index) in indexes.iter().enumerate() {
        let why = whys.get(row).copied().unwrap_or(0);
        if holds.get(index as usize) == Some(&true) && known.get(why as usize) != Some(&true) {
            let word = words.get(index as usize).map_or("", String::as_str);
            mends.add(Mending::HoldForCaller, name, word, lines.get(row).copied().unwrap_or(0), 1);
        }
    }
}

/// Ends that lie after the last row of an incident that is still open there.
fn count_late_ends(grid: &Grid, lines: &[u32], mends: &mut Mends) {
    let (words, indexes) = grid.words(Field::State);
    let written = grid.moments(Field::UpdatedAt);
    let mut end = 0usize;
    for &length in &grid.lengths {
        let start = end;
        end += length as usize;
        let known = |row: &usize| match indexes.get(*row).and_then(|&index| words.get(index as usize)) {
            Some(word) => match word::state(word) {
                StateWord::Known(state) => Some(state),
                _ => None,
            },
            None => None,
        };
        let last = end.saturating_sub(1);
        let state = (start..end).rev().find_map(|row| known(&row)).unwrap_or(State::New);
        let row = HindsightRow { at: written.get(last).copied().unwrap_or(UNKNOWN), state, last: true };
        let line = lines.get(last).copied().unwrap_or(0);
        for (field, tells) in [
            (Field::ResolvedAt, HindsightRow::tells_of_resolution as fn(HindsightRow, i64) -> bool),
            (Field::ClosedAt, HindsightRow::tells_of_closing),
        ] {
            let at = grid.moments(field).get(last).copied().unwrap_or(UNKNOWN);
            if at != UNKNOWN && !tells(row, at) {
                let name = grid.column(field).map_or("", |column| &column.name);
                mends.add(Mending::NotShown, name, &moment_text(at), line, 1);
            }
        }
    }
}
