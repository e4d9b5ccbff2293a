//! What cannot be read as it stands: by line and column, in words, with what to do.

use serde::{Deserialize, Serialize};

/// So many are told of one by one.
pub const MOST_TOLD: usize = 20;

/// So many lines are named of one problem.
const MOST_LINES: usize = 4;

/// The longest cell that is shown, in characters.
const LONGEST: usize = 60;

/// Something that cannot be read, in one or several rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Of what kind it is.
    pub kind: Kind,
    /// The column; empty where it is the whole row.
    pub column: String,
    /// What stands there, cut short.
    pub cell: String,
    /// The first lines; the header is line 1.
    pub lines: Vec<u32>,
    /// In how many rows.
    pub rows: u32,
}

/// Kinds of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// More or fewer cells than the first line names.
    Cells,
    /// No number.
    NoNumber,
    /// A number that stands there before.
    Repeated,
    /// No date.
    Date,
    /// No word that we know.
    State,
    /// An end before the beginning.
    Order,
    /// No date that says when.
    NoTime,
}

impl Problem {
    /// In words.
    pub fn sentence(&self) -> String {
        let Self { column, cell, .. } = self;
        let place = self.place();
        let cell = format!("\u{201c}{cell}\u{201d}");
        match self.kind {
            Kind::Cells => format!("{place}: {}. A quote or a separator may be missing.", self.cell),
            Kind::NoNumber => format!("{place}, column {column}: the number is missing."),
            Kind::Repeated => format!(
                "{place}, column {column}: {cell} stands there more than once. If each row is one update, say so above; else only the last one can be taken."
            ),
            Kind::Date => format!("{place}, column {column}: {cell} is not a date."),
            Kind::State => {
                format!(
                    "{place}, column {column}: {cell} is no state known here. Choose under \u{201c}Words\u{201d} what it becomes."
                )
            }
            Kind::Order => format!("{place}, column {column}: {cell} is earlier than what must come before it."),
            Kind::NoTime => format!("{place}: no date says when this happened."),
        }
    }

    /// `Line 3`, `Lines 3, 5 and 12 more`.
    fn place(&self) -> String {
        let named: Vec<String> = self.lines.iter().map(u32::to_string).collect();
        let more = (self.rows as usize).saturating_sub(self.lines.len());
        let word = if self.rows == 1 { "Line" } else { "Lines" };
        let mut text = format!("{word} {}", named.join(", "));
        if more > 0 {
            text.push_str(&format!(" and {} more", crate::say::number(more as u64)));
        }
        text
    }
}

/// All problems of a table.
#[derive(Default)]
pub struct Problems {
    list: Vec<Problem>,
    places: std::collections::HashMap<(Kind, String, String), usize>,
}

impl Kind {
    /// Whether each cell is told of by itself.
    fn by_cell(self) -> bool {
        !matches!(self, Kind::Order)
    }
}

impl Problems {
    /// Adds one.
    pub fn add(&mut self, kind: Kind, column: &str, cell: &str, line: u32) {
        let short: String = cell.chars().take(LONGEST).collect();
        let key = (kind, column.to_owned(), if kind.by_cell() { short.clone() } else { String::new() });
        if let Some(problem) = self.places.get(&key).and_then(|&place| self.list.get_mut(place)) {
            problem.rows += 1;
            if problem.lines.len() < MOST_LINES {
                problem.lines.push(line);
            }
            return;
        }
        self.places.insert(key, self.list.len());
        self.list.push(Problem { kind, column: column.to_owned(), cell: short, lines: vec![line], rows: 1 });
    }

    /// The first ones by line, and how many more there are.
    pub fn told(&self) -> (Vec<Problem>, u32) {
        let mut list: Vec<&Problem> = self.list.iter().collect();
        list.sort_by_key(|problem| (problem.lines.first().copied(), problem.kind));
        let untold = list.len().saturating_sub(MOST_TOLD);
        (list.into_iter().take(MOST_TOLD).cloned().collect(), untold as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_its_lines_and_how_many_more_there_are() {
        let mut problems = Problems::default();
        for line in 2..12 {
            problems.add(Kind::Date, "Created", "soon", line);
        }
        problems.add(Kind::Cells, "", "7 cells where the first line names 5", 5);
        let (told, untold) = problems.told();
        let sentences: Vec<String> = told.iter().map(Problem::sentence).collect();
        assert_eq!(untold, 0);
        assert_eq!(
            sentences.first().map(String::as_str),
            Some("Lines 2, 3, 4, 5 and 6 more, column Created: \u{201c}soon\u{201d} is not a date.")
        );
        assert!(sentences.iter().any(|sentence| sentence.starts_with("Line 5: 7 cells")));
    }

    #[test]
    fn many_are_counted_and_the_first_are_told() {
        let mut problems = Problems::default();
        (0..50u32).for_each(|line| problems.add(Kind::Date, "Created", &format!("x{line}"), line));
        let (told, untold) = problems.told();
        assert_eq!((told.len(), untold), (MOST_TOLD, 30));
    }
}
