//! Conditions as an editor shows them: a list of lines of which all or any hold, each a comparison or one more such list.
//! What is nested deeper, as an import may bring, is read and shown in words, and not edited line by line.

use super::Condition;

/// A list of lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// Whether all must hold, or any of them.
    pub any: bool,
    /// The lines.
    pub rows: Vec<Row>,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A comparison.
    One(Line),
    /// A list of comparisons.
    Group {
        /// Whether all must hold, or any of them.
        any: bool,
        /// The comparisons.
        lines: Vec<Line>,
    },
}

/// A comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Whether it must not hold.
    pub not: bool,
    /// The comparison; never `Not`, `All` or `Any`.
    pub compares: Condition,
}

impl Rows {
    /// The lines of a condition; `None` if it is nested deeper than that.
    pub fn of(condition: &Condition) -> Option<Rows> {
        // It never holds; no lines at all would be the same as always.
        if matches!(condition, Condition::Any(list) if list.is_empty()) {
            return None;
        }
        let (any, list) = match condition {
            Condition::All(list) => (false, list.as_slice()),
            Condition::Any(list) => (true, list.as_slice()),
            one => (false, std::slice::from_ref(one)),
        };
        Some(Rows { any, rows: list.iter().map(row).collect::<Option<_>>()? })
    }

    /// The condition that they make; `None` if there are no lines. Lists of one are written without a list.
    pub fn condition(&self) -> Option<Condition> {
        let list: Vec<Condition> = self.rows.iter().filter_map(Row::condition).collect();
        joined(self.any, list)
    }
}

impl Row {
    fn condition(&self) -> Option<Condition> {
        match self {
            Row::One(line) => Some(line.condition()),
            Row::Group { any, lines } => joined(*any, lines.iter().map(Line::condition).collect()),
        }
    }
}

impl Line {
    fn condition(&self) -> Condition {
        if self.not { Condition::Not(Box::new(self.compares.clone())) } else { self.compares.clone() }
    }
}

fn joined(any: bool, mut list: Vec<Condition>) -> Option<Condition> {
    match list.len() {
        0 => None,
        1 => list.pop(),
        _ => Some(if any { Condition::Any(list) } else { Condition::All(list) }),
    }
}

fn row(condition: &Condition) -> Option<Row> {
    let group = |any, list: &[Condition]| {
        Some(Row::Group {
            any,
            lines: list.iter().map(line).collect::<Option<Vec<_>>>().filter(|list| !list.is_empty())?,
        })
    };
    match condition {
        Condition::All(list) => group(false, list),
        Condition::Any(list) => group(true, list),
        one => line(one).map(Row::One),
    }
}

fn line(condition: &Condition) -> Option<Line> {
    let (not, compares) = match condition {
        Condition::Not(inner) => (true, &**inner),
        one => (false, one),
    };
    let compares_one = !matches!(compares, Condition::Not(_) | Condition::All(_) | Condition::Any(_));
    compares_one.then(|| Line { not, compares: compares.clone() })
}
