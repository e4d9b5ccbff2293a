//! The columns of a table under a mapping: which field each is, its dates as instants, its words in ours.

use itsm::calendar::Zone;

use super::mapping::Mapping;
use super::moment;
use super::read::{Raw, RawColumn};
use super::tool::Tool;
use super::vocabulary::{self, NOT_KNOWN};
use crate::base::field::Field;
use crate::base::grid::UNKNOWN;

/// A column under a mapping.
pub struct Mapped<'a> {
    /// Its cells.
    pub raw: &'a RawColumn,
    /// What it is.
    pub field: Field,
    /// Whether it is left out.
    pub dropped: bool,
    /// For each word the instant, where the column holds instants.
    pub moments: Vec<Moment>,
    /// For each word what it becomes, where its words are translated.
    pub becomes: Vec<Word>,
}

/// A cell of a date column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Nothing stands there.
    Empty,
    /// An instant, in seconds since 1970, and whether it had to move on by a gap.
    At(i64, bool),
    /// It is no date.
    Unreadable,
}

/// A word in ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Nothing stands there.
    Empty,
    /// As a base writes it.
    Ours(&'static str),
    /// It was chosen to say nothing.
    NotKnown,
    /// Nobody has said yet.
    Undecided,
}

impl Moment {
    /// Seconds since 1970, or [`UNKNOWN`].
    pub fn seconds(self) -> i64 {
        match self {
            Moment::At(at, _) => at,
            Moment::Empty | Moment::Unreadable => UNKNOWN,
        }
    }
}

impl Mapped<'_> {
    /// Which word stands in a row.
    pub fn index(&self, row: usize) -> u32 {
        self.raw.indexes.get(row).copied().unwrap_or(0)
    }

    /// What stands in a row.
    pub fn text(&self, row: usize) -> &str {
        self.raw.words.get(self.index(row) as usize).map_or("", String::as_str)
    }

    /// The instant in a row.
    pub fn moment(&self, row: usize) -> Moment {
        self.moments.get(self.index(row) as usize).copied().unwrap_or(Moment::Empty)
    }

    /// The word of a row in ours.
    pub fn word(&self, row: usize) -> Word {
        self.becomes.get(self.index(row) as usize).copied().unwrap_or(Word::Empty)
    }

    /// Whether its own words say something that what they become does not.
    pub fn says_more(&self) -> bool {
        self.raw.words.iter().zip(&self.becomes).any(|(text, word)| match word {
            Word::Empty => false,
            Word::Ours(ours) => !vocabulary::says_it(self.field, text, ours),
            Word::NotKnown | Word::Undecided => true,
        })
    }
}

/// The columns of a table.
pub fn columns<'a>(raw: &'a Raw, mapping: &Mapping, tool: Tool, month_first: bool, zone: Zone) -> Vec<Mapped<'a>> {
    let mut taken = Vec::new();
    let column = |(place, column): (usize, &'a RawColumn)| {
        let becomes = mapping.columns.get(place).cloned().unwrap_or_default();
        // Of two columns for one field the first has it; the page asks to choose.
        let field = Some(becomes.field()).filter(|field| *field == Field::Other || !taken.contains(field));
        let field = field.unwrap_or(Field::Other);
        taken.push(field);
        let moment = |word: &String| match moment::read(word, month_first) {
            _ if word.is_empty() => Moment::Empty,
            Some(written) => match moment::resolve(written, zone) {
                Some((at, moved)) => Moment::At(at, moved),
                None => Moment::Unreadable,
            },
            None => Moment::Unreadable,
        };
        let moments = if field.is_moment() { column.words.iter().map(moment).collect() } else { Vec::new() };
        let translated = vocabulary::TRANSLATED.contains(&field);
        let becomes_word = |word: &String| translate(mapping, tool, field, word);
        let words = if translated { column.words.iter().map(becomes_word).collect() } else { Vec::new() };
        Mapped { raw: column, field, dropped: becomes.is_dropped(), moments, becomes: words }
    };
    raw.columns.iter().enumerate().map(column).collect()
}

fn translate(mapping: &Mapping, tool: Tool, field: Field, word: &str) -> Word {
    if word.is_empty() {
        return Word::Empty;
    }
    match mapping.chosen(field, word) {
        Some(NOT_KNOWN) => Word::NotKnown,
        Some(chosen) if !chosen.is_empty() => {
            let ours = vocabulary::choices(field).iter().find(|(stored, _)| *stored == chosen);
            ours.map_or(Word::Undecided, |(stored, _)| Word::Ours(stored))
        }
        _ => vocabulary::guess(tool, field, word).map_or(Word::Undecided, Word::Ours),
    }
}
