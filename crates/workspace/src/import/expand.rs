//! A mapped table as a log: for each ticket the rows that a log would have, under the fields that a log has. What
//! comes after (selection, grid, account) is the same as for an incident log.

use std::collections::HashMap;

use super::cells::{Mapped, Word};
use super::read::{Raw, RawColumn};
use super::tickets::{Ends, Step, column};
use crate::base::field::Field;
use crate::base::grid::UNKNOWN;

/// What a priority says of impact and urgency where nothing else does: a cell of ServiceNow's matrix.
const BACK: [(&str, &str); 5] = [
    ("1 - High", "1 - High"),
    ("1 - High", "2 - Medium"),
    ("2 - Medium", "2 - Medium"),
    ("2 - Medium", "3 - Low"),
    ("3 - Low", "3 - Low"),
];

/// Makes the log. `ends` has the dates of each row of the file.
pub fn log(raw: &Raw, columns: &[Mapped], steps: &[Step], ends: &[Ends], updates: bool) -> Raw {
    let lines: Vec<u32> = steps.iter().map(|step| raw.lines.get(step.row as usize).copied().unwrap_or(0)).collect();
    let log = Log { columns, steps, lines: &lines, ends, updates };
    let mut list = vec![log.numbers(raw), log.states(), log.written()];
    for column in columns.iter().filter(|column| !column.dropped) {
        log.add(column, &mut list);
    }
    if works_back(columns) {
        list.extend(log.worked_back());
    }
    if super::tickets::column(columns, Field::OpenedAt).is_none() && !updates {
        list.push(log.moments("opened_at", Field::OpenedAt, |step| log.ends(step).map_or(UNKNOWN, |ends| ends.opened)));
    }
    Raw { columns: list, lines, mends: raw.mends.clone(), separator: raw.separator, uneven: Vec::new() }
}

/// Whether impact and urgency are worked back from the priority, because the file has neither.
pub fn works_back(columns: &[Mapped]) -> bool {
    let has = |field| column(columns, field).is_some();
    has(Field::Priority) && !has(Field::Impact) && !has(Field::Urgency)
}

struct Log<'a> {
    columns: &'a [Mapped<'a>],
    steps: &'a [Step],
    /// For each step the line of its row.
    lines: &'a [u32],
    ends: &'a [Ends],
    updates: bool,
}

impl Log<'_> {
    fn ends(&self, step: &Step) -> Option<&Ends> {
        self.ends.get(step.row as usize)
    }

    /// A ticket without a number is named after its line, or counted where none has one.
    fn numbers(&self, raw: &Raw) -> RawColumn {
        match column(self.columns, Field::Number) {
            Some(number) => {
                let line = |row: u32| raw.lines.get(row as usize).copied().unwrap_or(0);
                self.words(&number.raw.name, Field::Number, |step| {
                    let text = number.text(step.row as usize);
                    if text.is_empty() && !self.updates {
                        "line ".to_owned() + &line(step.row).to_string()
                    } else {
                        text.to_owned()
                    }
                })
            }
            None => self.words("number", Field::Number, |step| crate::base::grid::usual_number(step.row + 1)),
        }
    }

    fn states(&self) -> RawColumn {
        let name = column(self.columns, Field::State).map_or(Field::State.name(), |column| &column.raw.name);
        self.words(name, Field::State, |step| step.state.unwrap_or("").to_owned())
    }

    fn written(&self) -> RawColumn {
        let name = column(self.columns, Field::UpdatedAt).map_or(Field::UpdatedAt.name(), |column| &column.raw.name);
        self.moments(name, Field::UpdatedAt, |step| step.at)
    }

    fn add(&self, column: &Mapped, list: &mut Vec<RawColumn>) {
        let name = column.raw.name.as_str();
        match column.field {
            Field::Number | Field::UpdatedAt => {}
            Field::State => {
                if column.says_more() {
                    // A word for what came of it: it was not yet true when the ticket was opened.
                    list.push(self.own(column, Field::Other, |step| step.last || self.updates));
                }
            }
            Field::HoldReason | Field::Impact | Field::Urgency | Field::Priority => {
                list.push(self.words(name, column.field, |step| match column.word(step.row as usize) {
                    Word::Ours(ours) => ours.to_owned(),
                    Word::Empty | Word::NotKnown | Word::Undecided => String::new(),
                }));
                if column.says_more() {
                    list.push(self.own(column, Field::Other, |_| true));
                }
            }
            Field::ResolvedAt | Field::ClosedAt if !self.updates => {
                list.push(self.moments(name, column.field, |step| match (self.ends(step), column.field) {
                    (Some(ends), Field::ResolvedAt) => ends.resolved,
                    (Some(ends), _) => ends.closed,
                    (None, _) => UNKNOWN,
                }));
            }
            field if field.is_moment() => {
                list.push(self.moments(name, field, |step| column.moment(step.row as usize).seconds()));
            }
            Field::UpdatedBy | Field::Revision => {
                list.push(self.own(column, column.field, |step| step.last || self.updates))
            }
            field => list.push(self.own(column, field, |_| true)),
        }
    }

    fn worked_back(&self) -> Vec<RawColumn> {
        let Some(priority) = column(self.columns, Field::Priority) else { return Vec::new() };
        let pair = |step: &Step| {
            let Word::Ours(ours) = priority.word(step.row as usize) else { return None };
            let digit = ours.chars().next()?.to_digit(10)?;
            BACK.get((digit as usize).checked_sub(1)?)
        };
        let impact = self.words("impact", Field::Impact, |step| pair(step).map_or("", |pair| pair.0).to_owned());
        let urgency = self.words("urgency", Field::Urgency, |step| pair(step).map_or("", |pair| pair.1).to_owned());
        vec![impact, urgency]
    }

    /// A column as it stands, in the steps that may tell it.
    fn own(&self, column: &Mapped, field: Field, tells: impl Fn(&Step) -> bool) -> RawColumn {
        let index = |step: &Step| if tells(step) { column.index(step.row as usize) } else { 0 };
        RawColumn {
            name: column.raw.name.clone(),
            field,
            words: column.raw.words.clone(),
            first_lines: column.raw.first_lines.clone(),
            indexes: self.steps.iter().map(index).collect(),
            moments: Vec::new(),
        }
    }

    fn words(&self, name: &str, field: Field, word: impl Fn(&Step) -> String) -> RawColumn {
        let (mut words, mut first_lines) = (vec![String::new()], vec![0]);
        let mut places = HashMap::from([(String::new(), 0u32)]);
        let mut indexes = Vec::with_capacity(self.steps.len());
        for (step, line) in self.steps.iter().zip(self.lines) {
            let word = word(step);
            let place = match places.get(&word) {
                Some(place) => *place,
                None => {
                    let place = words.len() as u32;
                    words.push(word.clone());
                    first_lines.push(*line);
                    places.insert(word, place);
                    place
                }
            };
            indexes.push(place);
        }
        RawColumn { name: name.to_owned(), field, words, first_lines, indexes, moments: Vec::new() }
    }

    fn moments(&self, name: &str, field: Field, at: impl Fn(&Step) -> i64) -> RawColumn {
        let mut moments = vec![UNKNOWN];
        let mut places = HashMap::from([(UNKNOWN, 0u32)]);
        let mut indexes = Vec::with_capacity(self.steps.len());
        for step in self.steps {
            let next = moments.len() as u32;
            let at = at(step);
            let place = *places.entry(at).or_insert(next);
            if place == next {
                moments.push(at);
            }
            indexes.push(place);
        }
        RawColumn { name: name.to_owned(), field, words: Vec::new(), first_lines: Vec::new(), indexes, moments }
    }
}
