//! The table of an imported log: rows grouped by incident, each column with its dictionary.

use chrono::{DateTime, Datelike, Timelike};

use super::field::Field;

/// Stands in [`Cells::Wholes`] and [`Cells::Moments`] for a cell that says nothing.
pub const UNKNOWN: i64 = i64::MIN;

/// The kept columns of a log. Rows of one incident follow each other in the order in which they were written;
/// incidents follow each other by the numbers of their ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// For each incident the number of its id.
    pub ids: Vec<u32>,
    /// For each incident what the other tool calls it; empty where that is `INC` and the id in seven digits.
    pub numbers: Vec<String>,
    /// For each incident how many rows it has; never 0.
    pub lengths: Vec<u32>,
    /// All columns but the number.
    pub columns: Vec<Column>,
}

/// One column of a [`Grid`].
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its header, as the file has it.
    pub name: String,
    /// What it means.
    pub field: Field,
    /// Its cells, one a row.
    pub cells: Cells,
}

/// The cells of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Cells {
    /// Words of a dictionary, whose word 0 is empty and stands for "unknown".
    Words {
        /// Each distinct word once.
        words: Vec<String>,
        /// For each row the place of its word.
        indexes: Vec<u32>,
    },
    /// Whole numbers, or [`UNKNOWN`].
    Wholes(Vec<i64>),
    /// Seconds since 1970-01-01 00:00 UTC, or [`UNKNOWN`].
    Moments(Vec<i64>),
}

impl Grid {
    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.lengths.iter().map(|&length| length as usize).sum()
    }

    /// The column of a field, if there is one.
    pub fn column(&self, field: Field) -> Option<&Column> {
        self.columns.iter().find(|column| column.field == field)
    }

    /// The instants of a field; empty if the column is missing.
    pub fn moments(&self, field: Field) -> &[i64] {
        match self.column(field).map(|column| &column.cells) {
            Some(Cells::Moments(values)) => values,
            _ => &[],
        }
    }

    /// The words of a field and each row's place among them; empty if the column is missing.
    pub fn words(&self, field: Field) -> (&[String], &[u32]) {
        match self.column(field).map(|column| &column.cells) {
            Some(Cells::Words { words, indexes }) => (words, indexes),
            _ => (&[], &[]),
        }
    }

    /// What the other tool calls the incident at that place.
    pub fn number(&self, incident: usize) -> String {
        match self.numbers.get(incident) {
            Some(number) if !number.is_empty() => number.clone(),
            _ => usual_number(self.ids.get(incident).copied().unwrap_or(0)),
        }
    }

    /// A cell as text: the word, the number, or the instant as `2016-05-16 09:00` (with seconds where it has
    /// any); empty where it says nothing.
    pub fn text(&self, column: usize, row: usize) -> String {
        let Some(column) = self.columns.get(column) else { return String::new() };
        match &column.cells {
            Cells::Words { words, indexes } => {
                indexes.get(row).and_then(|&index| words.get(index as usize)).cloned().unwrap_or_default()
            }
            Cells::Wholes(values) => match values.get(row) {
                Some(&value) if value != UNKNOWN => value.to_string(),
                _ => String::new(),
            },
            Cells::Moments(values) => moment_text(values.get(row).copied().unwrap_or(UNKNOWN)),
        }
    }
}

/// `INC` and at least seven digits: how ServiceNow numbers incidents.
pub fn usual_number(id: u32) -> String {
    format!("INC{id:07}")
}

/// An instant as `2016-05-16 09:00`, with seconds where it has any; empty for [`UNKNOWN`].
pub fn moment_text(seconds: i64) -> String {
    let Some(instant) = DateTime::from_timestamp(seconds, 0).filter(|_| seconds != UNKNOWN) else {
        return String::new();
    };
    let mut text = String::with_capacity(19);
    digits(&mut text, instant.year().unsigned_abs(), 4);
    for (mark, value) in [('-', instant.month()), ('-', instant.day()), (' ', instant.hour()), (':', instant.minute())]
    {
        text.push(mark);
        digits(&mut text, value, 2);
    }
    if instant.second() != 0 {
        text.push(':');
        digits(&mut text, instant.second(), 2);
    }
    text
}

/// By hand, because formatting machinery would weigh more in the app than all of this file.
fn digits(text: &mut String, value: u32, width: u32) {
    for place in (0..width).rev() {
        let digit = value / 10u32.pow(place) % 10;
        text.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_without_seconds_unless_it_has_some() {
        assert_eq!(moment_text(1_463_389_200), "2016-05-16 09:00");
        assert_eq!(moment_text(1_463_389_207), "2016-05-16 09:00:07");
        assert_eq!(moment_text(UNKNOWN), "");
    }
}
