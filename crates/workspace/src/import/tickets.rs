//! Rows under a mapping: which of them are taken, what cannot be read in them, and what happened to each ticket.

use std::collections::HashMap;

use super::cells::{Mapped, Moment, Word};
use super::mapping::{Bad, Mapping};
use super::mends::Mends;
use super::problems::{Kind, Problems};
use super::read::Raw;
use crate::base::field::Field;
use crate::base::grid::UNKNOWN;
use crate::base::{Left, Mending};

/// Something that happened to a ticket, as a row of a log tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The row of the file.
    pub row: u32,
    /// When, in seconds since 1970.
    pub at: i64,
    /// The state from then on; `None` where nothing is known of it.
    pub state: Option<&'static str>,
    /// Whether it is the last that is known of the ticket.
    pub last: bool,
}

/// The rows of a table, judged.
#[derive(Default)]
pub struct Judged {
    /// What cannot be read.
    pub problems: Problems,
    /// For each row why it is left out, if it is.
    pub left: Vec<Option<Left>>,
    /// The dates of each row that is taken.
    pub ends: Vec<Ends>,
    /// What was done to cells of rows that are taken.
    pub mends: Mends,
}

/// When a ticket began and ended, in seconds since 1970 or [`UNKNOWN`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// Opened.
    pub opened: i64,
    /// Updated last.
    pub updated: i64,
    /// Resolved.
    pub resolved: i64,
    /// Closed.
    pub closed: i64,
}

/// The column of a field.
pub fn column<'a, 'b>(columns: &'b [Mapped<'a>], field: Field) -> Option<&'b Mapped<'a>> {
    columns.iter().find(|column| column.field == field && !column.dropped)
}

/// Judges every row.
pub fn judge(raw: &Raw, columns: &[Mapped], mapping: &Mapping) -> Judged {
    let judge = Judge { raw, columns, bad: mapping.bad, updates: mapping.updates, last_of: last_of(columns, raw) };
    let mut judged = Judged::default();
    let uneven: HashMap<u32, u32> = raw.uneven.iter().map(|uneven| (uneven.row, uneven.found)).collect();
    for (row, &line) in raw.lines.iter().enumerate() {
        let found = uneven.get(&(row as u32)).copied();
        judge.row(row, line, found, &mut judged);
    }
    judged
}

/// For each word of the number column the last row where it stands.
fn last_of(columns: &[Mapped], raw: &Raw) -> Vec<u32> {
    let Some(number) = column(columns, Field::Number) else { return Vec::new() };
    let mut last = vec![0; number.raw.words.len()];
    for row in 0..raw.lines.len() {
        if let Some(slot) = last.get_mut(number.index(row) as usize) {
            *slot = row as u32;
        }
    }
    last
}

struct Judge<'a> {
    raw: &'a Raw,
    columns: &'a [Mapped<'a>],
    bad: Bad,
    updates: bool,
    last_of: Vec<u32>,
}

impl Judge<'_> {
    fn row(&self, row: usize, line: u32, found: Option<u32>, judged: &mut Judged) {
        if self.columns.iter().all(|column| column.index(row) == 0) {
            return judged.leave(Left::Blank);
        }
        let mut left = None;
        let mut mends = Vec::new();
        if let Some(found) = found {
            let columns = self.raw.columns.len();
            let told = format!("{found} cells where the first line names {columns}");
            judged.problems.add(Kind::Cells, "", &told, line);
            // Cells beyond the last column have no name to be kept under.
            let too_many = found as usize > columns;
            if self.bad == Bad::Unknown && !too_many {
                mends.push((Mending::Padded, "", ""));
            } else {
                left = left.or(Some(Left::CellCount));
            }
        }
        self.number(row, line, &mut left, &mut mends, judged);
        for column in self.columns.iter().filter(|column| !column.dropped) {
            self.cell(column, row, line, &mut left, &mut mends, judged);
        }
        let ends = self.ends(row, line, &mut left, &mut mends, judged);
        match left {
            Some(left) => judged.leave(left),
            None => {
                for (what, column, cell) in mends {
                    judged.mends.add(what, column, cell, line, 1);
                }
                judged.left.push(None);
                judged.ends.push(ends);
            }
        }
    }

    fn number<'b>(
        &'b self,
        row: usize,
        line: u32,
        left: &mut Option<Left>,
        mends: &mut Vec<(Mending, &'b str, &'b str)>,
        judged: &mut Judged,
    ) {
        let Some(number) = column(self.columns, Field::Number) else { return };
        let name = &number.raw.name;
        let index = number.index(row);
        if index == 0 {
            judged.problems.add(Kind::NoNumber, name, "", line);
            if self.bad == Bad::Unknown && !self.updates {
                mends.push((Mending::NumberGiven, name, ""));
            } else {
                *left = left.or(Some(Left::NoNumber));
            }
        } else if !self.updates && self.last_of.get(index as usize).is_some_and(|&last| last != row as u32) {
            judged.problems.add(Kind::Repeated, name, number.text(row), line);
            *left = left.or(Some(Left::Repeated));
        }
    }

    fn cell<'b>(
        &'b self,
        column: &'b Mapped,
        row: usize,
        line: u32,
        left: &mut Option<Left>,
        mends: &mut Vec<(Mending, &'b str, &'b str)>,
        judged: &mut Judged,
    ) {
        let (name, text) = (column.raw.name.as_str(), column.text(row));
        match column.moment(row) {
            Moment::Unreadable => {
                judged.problems.add(Kind::Date, name, text, line);
                self.unreadable(Mending::DateUnknown, name, text, left, mends);
            }
            Moment::At(_, true) => mends.push((Mending::GapMoved, name, text)),
            Moment::At(..) | Moment::Empty => {}
        }
        match (column.word(row), column.field) {
            (Word::Undecided, Field::State) => {
                judged.problems.add(Kind::State, name, text, line);
                self.unreadable(Mending::StateKept, name, text, left, mends);
            }
            (Word::NotKnown, Field::State) => mends.push((Mending::StateKept, name, text)),
            (Word::Undecided | Word::NotKnown, _) => mends.push((Mending::KeptAsText, name, text)),
            (Word::Empty | Word::Ours(_), _) => {}
        }
    }

    fn unreadable<'b>(
        &self,
        what: Mending,
        name: &'b str,
        text: &'b str,
        left: &mut Option<Left>,
        mends: &mut Vec<(Mending, &'b str, &'b str)>,
    ) {
        if self.bad == Bad::Unknown {
            mends.push((what, name, text));
        } else {
            *left = left.or(Some(Left::Unreadable));
        }
    }

    /// The dates of a row; what lies before its beginning cannot be.
    fn ends<'b>(
        &'b self,
        row: usize,
        line: u32,
        left: &mut Option<Left>,
        mends: &mut Vec<(Mending, &'b str, &'b str)>,
        judged: &mut Judged,
    ) -> Ends {
        let at = |field| column(self.columns, field).map_or(UNKNOWN, |column| column.moment(row).seconds());
        let mut ends = Ends {
            opened: at(Field::OpenedAt),
            updated: at(Field::UpdatedAt),
            resolved: at(Field::ResolvedAt),
            closed: at(Field::ClosedAt),
        };
        let when = if self.updates { ends.updated } else { ends.first() };
        if when == UNKNOWN {
            // What was already said of the row is why.
            let said =
                left.is_some() || mends.iter().any(|(what, ..)| matches!(what, Mending::DateUnknown | Mending::Padded));
            if !said {
                judged.problems.add(Kind::NoTime, "", "", line);
            }
            *left = left.or(Some(Left::NoTime));
            return ends;
        }
        if self.updates {
            return ends;
        }
        ends.opened = if ends.opened == UNKNOWN { when } else { ends.opened };
        let mut after = ends.opened;
        for (field, end) in [(Field::ResolvedAt, &mut ends.resolved), (Field::ClosedAt, &mut ends.closed)] {
            if *end != UNKNOWN && *end < after {
                let Some(column) = column(self.columns, field) else { continue };
                let (name, text) = (column.raw.name.as_str(), column.text(row));
                judged.problems.add(Kind::Order, name, text, line);
                self.unreadable(Mending::DateUnknown, name, text, left, mends);
                *end = UNKNOWN;
            }
            after = after.max(*end);
        }
        ends
    }
}

impl Judged {
    fn leave(&mut self, why: Left) {
        self.left.push(Some(why));
        let unknown = UNKNOWN;
        self.ends.push(Ends { opened: unknown, updated: unknown, resolved: unknown, closed: unknown });
    }
}

impl Ends {
    /// When it began: opened, else the first that is known.
    fn first(&self) -> i64 {
        if self.opened != UNKNOWN {
            return self.opened;
        }
        [self.updated, self.resolved, self.closed].into_iter().filter(|&at| at != UNKNOWN).min().unwrap_or(UNKNOWN)
    }

    /// The state that follows from the dates alone.
    pub fn state(&self) -> &'static str {
        match (self.closed != UNKNOWN, self.resolved != UNKNOWN) {
            (true, _) => "Closed",
            (false, true) => "Resolved",
            (false, false) => "New",
        }
    }

    /// What happened to a ticket that is in that state now, up to an instant. Empty if nothing had by then.
    pub fn steps(&self, row: u32, state: &'static str, until: i64) -> Vec<Step> {
        let known = |at: i64| (at != UNKNOWN).then_some(at);
        let updated = known(self.updated).filter(|&at| at >= self.opened);
        let mut steps: Vec<(i64, &'static str)> = Vec::with_capacity(4);
        let mut add = |at: i64, state: &'static str| steps.push((at, state));
        match state {
            "New" => add(self.opened, "New"),
            "Resolved" | "Closed" | "Cancelled" => {
                add(self.opened, "New");
                let resolved = known(self.resolved).filter(|_| state != "Cancelled");
                if state == "Closed" {
                    if let Some(at) = resolved {
                        add(at, "Resolved");
                    }
                    let after = resolved.unwrap_or(self.opened);
                    add(known(self.closed).or(updated).unwrap_or(after).max(after), state);
                } else {
                    add(resolved.or(known(self.closed)).or(updated).unwrap_or(self.opened), state);
                }
            }
            _ => match updated.filter(|&at| at > self.opened) {
                Some(at) => {
                    add(self.opened, "New");
                    add(at, state);
                }
                None => add(self.opened, state),
            },
        }
        let last = steps.last().map_or(self.opened, |(at, _)| *at);
        if let Some(at) = updated.filter(|&at| at > last) {
            steps.push((at, state));
        }
        let count = steps.len();
        let step = |(place, (at, state)): (usize, (i64, &'static str))| Step {
            row,
            at,
            state: Some(state),
            last: place + 1 == count,
        };
        steps.into_iter().enumerate().map(step).filter(|step| step.at <= until).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const U: i64 = UNKNOWN;

    fn told(opened: i64, updated: i64, resolved: i64, closed: i64, state: &'static str) -> Vec<(i64, &'static str)> {
        let ends = Ends { opened, updated, resolved, closed };
        ends.steps(0, state, i64::MAX).iter().map(|step| (step.at, step.state.unwrap_or(""))).collect()
    }

    #[test]
    fn a_ticket_is_told_as_far_as_its_dates_go() {
        assert_eq!(told(1, 9, 5, 9, "Closed"), [(1, "New"), (5, "Resolved"), (9, "Closed")]);
        assert_eq!(told(1, 7, 5, U, "Resolved"), [(1, "New"), (5, "Resolved"), (7, "Resolved")]);
        assert_eq!(told(1, 7, U, U, "In Progress"), [(1, "New"), (7, "In Progress")]);
        assert_eq!(told(1, U, U, U, "In Progress"), [(1, "In Progress")]);
        assert_eq!(told(1, U, U, U, "Closed"), [(1, "New"), (1, "Closed")]);
        assert_eq!(told(1, U, U, 4, "Cancelled"), [(1, "New"), (4, "Cancelled")]);
        assert_eq!(told(5, 3, U, U, "On Hold"), [(5, "On Hold")], "an update before the opening says nothing");
    }

    #[test]
    fn nothing_later_than_the_instant_is_told() {
        let ends = Ends { opened: 1, updated: 9, resolved: 5, closed: 9 };
        let states: Vec<_> = ends.steps(0, "Closed", 6).iter().map(|step| step.state).collect();
        assert_eq!(states, [Some("New"), Some("Resolved")]);
        assert!(ends.steps(0, "Closed", 0).is_empty());
    }

    proptest! {
        #[test]
        fn steps_are_in_order_and_end_in_the_state(
            opened in 0i64..100,
            dates in prop::collection::vec(prop::option::of(0i64..100), 3),
            state in prop::sample::select(vec!["New", "In Progress", "On Hold", "Resolved", "Closed", "Cancelled"]),
        ) {
            let at = |place: usize| dates.get(place).copied().flatten().filter(|&at| at >= opened).unwrap_or(U);
            let (resolved, closed) = (at(0), at(1));
            let closed = if closed != U && resolved != U { closed.max(resolved) } else { closed };
            let steps = told(opened, at(2), resolved, closed, state);
            prop_assert_eq!(steps.first().map(|step| step.0), Some(opened));
            prop_assert_eq!(steps.last().map(|step| step.1), Some(state));
            prop_assert!(steps.windows(2).all(|pair| matches!(pair, [a, b] if a.0 <= b.0)));
        }
    }
}
