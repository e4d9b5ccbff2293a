//! What each column has to tell when a row changes it. Each distinct word is understood once, not once a row.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::incident::Seen;
use itsm::{CategoryId, GroupId, ItemId};

use super::field::Field;
use super::grid::{Cells, Column, UNKNOWN, moment_text};
use super::names::{Names, number_of};
use super::word;

/// What one word of a column tells.
#[derive(Default)]
pub struct Told {
    seen: Vec<Seen>,
    /// Whether the word itself is kept, because it says more than our fields do.
    kept: bool,
}

/// A column, ready to tell.
pub enum Teller<'a> {
    /// Of words.
    Words {
        /// For each row, which word.
        indexes: &'a [u32],
        /// For each word, what it tells.
        told: Vec<Told>,
        /// What takes a kept word away again.
        cleared: Seen,
    },
    /// Of numbers or instants.
    Numbers {
        /// One a row.
        values: &'a [i64],
        /// What a number tells.
        tell: Tell,
        /// The column's header.
        name: Arc<str>,
    },
}

/// What a number of a column stands for.
#[derive(Clone, Copy)]
pub enum Tell {
    /// How often reassigned.
    Reassigned,
    /// How often reopened.
    Reopened,
    /// When it was opened.
    Opened,
    /// A number that is only kept.
    Whole,
    /// An instant that is only kept.
    Moment,
}

impl<'a> Teller<'a> {
    /// The teller of a column. None for what is told otherwise: rows' own time, writer and order; the state
    /// and what follows from it; the verdict.
    pub fn of(column: &'a Column, names: &Names) -> Option<Self> {
        if matches!(
            column.field,
            Field::UpdatedAt
                | Field::UpdatedBy
                | Field::Revision
                | Field::State
                | Field::ResolvedAt
                | Field::ResolvedBy
                | Field::ResolutionCode
                | Field::ClosedAt
                | Field::Verdict
        ) {
            return None;
        }
        let name: Arc<str> = Arc::from(column.name.as_str());
        Some(match &column.cells {
            Cells::Words { words, indexes } => {
                let tell = |(index, word): (usize, &String)| tell_word(column.field, &name, names, index, word);
                let told = words.iter().enumerate().map(tell).collect();
                Teller::Words { indexes, told, cleared: other(&name, "") }
            }
            Cells::Wholes(values) => {
                let tell = match column.field {
                    Field::Reassigned => Tell::Reassigned,
                    Field::Reopened => Tell::Reopened,
                    _ => Tell::Whole,
                };
                Teller::Numbers { values, tell, name }
            }
            Cells::Moments(values) => {
                let tell = if column.field == Field::OpenedAt { Tell::Opened } else { Tell::Moment };
                Teller::Numbers { values, tell, name }
            }
        })
    }

    /// Tells what a row says that the row above (`None` for the first of an incident) did not.
    pub fn tell(&self, row: usize, above: Option<usize>, fields: &mut Vec<Seen>) {
        match self {
            Teller::Words { indexes, told, cleared } => {
                let index = indexes.get(row).copied().unwrap_or(0);
                let before = above.and_then(|above| indexes.get(above)).copied();
                if before == Some(index) || (before.is_none() && index == 0) {
                    return;
                }
                let word = |index: u32| told.get(index as usize);
                if let Some(now) = word(index) {
                    fields.extend(now.seen.iter().cloned());
                    if !now.kept && before.and_then(word).is_some_and(|before| before.kept) {
                        fields.push(cleared.clone());
                    }
                }
            }
            Teller::Numbers { values, tell, name } => {
                let value = values.get(row).copied().unwrap_or(UNKNOWN);
                let before = above.and_then(|above| values.get(above)).copied();
                if before != Some(value) && (before.is_some() || value != UNKNOWN) {
                    fields.extend(tell.seen(name, value));
                }
            }
        }
    }
}

impl Tell {
    fn seen(self, name: &Arc<str>, value: i64) -> Option<Seen> {
        let count = u32::try_from(value).ok();
        match self {
            Tell::Reassigned => count.map(Seen::Reassigned),
            Tell::Reopened => count.map(Seen::Reopened),
            Tell::Opened => (value != UNKNOWN).then(|| Seen::OpenedAt(instant(value))),
            Tell::Whole if value == UNKNOWN => Some(other(name, "")),
            Tell::Whole => Some(other(name, &value.to_string())),
            Tell::Moment => Some(other(name, &moment_text(value))),
        }
    }
}

/// Seconds since 1970 as an instant; what no calendar reaches becomes 1970.
pub fn instant(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

/// A cell that is kept under its column's name.
pub fn other(column: &Arc<str>, value: &str) -> Seen {
    Seen::Other { column: column.clone(), value: Arc::from(value) }
}

fn tell_word(field: Field, name: &Arc<str>, names: &Names, index: usize, word: &str) -> Told {
    let known = !word.is_empty();
    let number = number_of(index);
    let told = |seen| Told { seen: vec![seen], kept: false };
    let or_kept = |seen: Option<Seen>| match seen {
        Some(seen) => told(seen),
        None if known => Told { seen: vec![other(name, word)], kept: true },
        // A scale cannot be cleared: what was known stays.
        None => Told::default(),
    };
    match field {
        Field::Caller => told(Seen::Caller(names.person(word))),
        Field::OpenedBy => told(Seen::OpenedBy(names.person(word))),
        Field::Assignee => told(Seen::Assignee(names.person(word))),
        Field::Group => told(Seen::Group(known.then_some(GroupId::imported(number)))),
        Field::Category => told(Seen::Category(known.then_some(CategoryId::imported(number)))),
        Field::Item => told(Seen::Item(known.then_some(ItemId::imported(number)))),
        Field::Impact => or_kept(word::level(word).map(Seen::Impact)),
        Field::Urgency => or_kept(word::level(word).map(Seen::Urgency)),
        Field::Priority => or_kept(word::priority(word).map(Seen::Priority)),
        Field::Reassigned => or_kept(word.parse().ok().map(Seen::Reassigned)),
        Field::Reopened => or_kept(word.parse().ok().map(Seen::Reopened)),
        Field::Summary => told(Seen::Summary(Arc::from(word))),
        Field::Description => told(Seen::Description(Arc::from(word))),
        Field::Channel => match word::channel(word) {
            Some((channel, true)) => Told { seen: vec![Seen::Channel(channel), other(name, word)], kept: true },
            channel => or_kept(channel.map(|(channel, _)| Seen::Channel(channel))),
        },
        // Its empty word takes it away by itself.
        _ => Told { seen: vec![other(name, word)], kept: false },
    }
}
