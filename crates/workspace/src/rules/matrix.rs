//! A priority matrix as it is chosen, cell by cell, refused at the cells that contradict each other.

use itsm::{Level, Matrix, MatrixFault};

use super::level_word;

/// Why the cells are no matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The cells it is about, as (impact, urgency); none if it is about the whole.
    pub cells: Vec<(u8, u8)>,
    /// What is wrong, and what would be right.
    pub sentence: String,
}

/// The matrix of these rows (impact 1 first).
///
/// # Errors
/// What is wrong, with the cells concerned.
pub fn read(rows: &[Vec<u8>]) -> Result<Matrix, Problem> {
    Matrix::new(rows).map_err(|fault| match fault {
        MatrixFault::Shape => {
            Problem { cells: vec![], sentence: "It needs as many rows as columns, two to five.".to_owned() }
        }
        MatrixFault::PriorityOutOfRange { impact, urgency } => Problem {
            cells: vec![(impact.0, urgency.0)],
            sentence: ["Choose a priority for ", &name(rows, impact, urgency), "."].concat(),
        },
        MatrixFault::NotMonotonic { impact, urgency, after } => Problem {
            cells: vec![(impact.0, urgency.0), (after.0.0, after.1.0)],
            sentence: [
                &capital(&name(rows, after.0, after.1)),
                " weighs more than ",
                &name(rows, impact, urgency),
                " but would come later (",
                &cell(rows, after.0, after.1),
                " after ",
                &cell(rows, impact, urgency),
                ").",
            ]
            .concat(),
        },
    })
}

fn name(rows: &[Vec<u8>], impact: Level, urgency: Level) -> String {
    let size = u8::try_from(rows.len()).unwrap_or(u8::MAX);
    let word = |level| level_word(level, size).to_lowercase();
    [&word(impact), " impact with ", &word(urgency), " urgency"].concat()
}

fn cell(rows: &[Vec<u8>], impact: Level, urgency: Level) -> String {
    let at = |level: Level| usize::from(level.0.saturating_sub(1));
    let priority = rows.get(at(impact)).and_then(|row| row.get(at(urgency))).copied().unwrap_or_default();
    "P".to_owned() + &priority.to_string()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
