//! What comes of a mapping, for people to see before anything is imported.

use serde::{Deserialize, Serialize};

use super::cells::{Mapped, Word as Cell};
use super::dating::Asked;
use super::expand;
use super::mapping::{Bad, Mapping, label};
use super::problems::Problem;
use super::read::Raw;
use super::sheet::{View, state_of};
use super::tickets::{self, column};
use super::tool::Tool;
use super::vocabulary::{self, NOT_KNOWN};
use crate::base::field::Field;
use crate::base::grid::{UNKNOWN, moment_text};

/// So many tickets are shown.
const SHOWN: usize = 5;
/// So many words of a column are offered, the most frequent first; the others become what is guessed.
const MOST_WORDS: usize = 60;

/// What comes of a mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// Whether it can be imported.
    pub ready: bool,
    /// What has to be chosen first, in sentences.
    pub asks: Vec<String>,
    /// The order of day and month, where a date can be read both ways.
    pub order: Option<Asked>,
    /// Whether the month is read first.
    pub month_first: bool,
    /// Whether some date names no offset, so that the zone counts.
    pub local: bool,
    /// What follows from the mapping and should be known, in sentences.
    pub notes: Vec<String>,
    /// What cannot be read, by line.
    pub problems: Vec<Problem>,
    /// How many more problems there are.
    pub untold: u32,
    /// Rows that would be taken.
    pub taken: u32,
    /// Rows that would be left out.
    pub left: u32,
    /// The words to be understood.
    pub words: Vec<WordList>,
    /// How the first tickets look.
    pub preview: Preview,
    /// The latest date of all, as `2024-03-13T16:20`; empty if there is none.
    pub latest: String,
}

/// The words of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordList {
    /// The field's stored name.
    pub field: String,
    /// What it is called.
    pub label: String,
    /// The column.
    pub column: String,
    /// Its words.
    pub words: Vec<Word>,
    /// What they may become: stored word and label.
    pub choices: Vec<(String, String)>,
    /// How many more words there are.
    pub more: u32,
}

/// A word of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// As it stands there.
    pub text: String,
    /// In how many rows.
    pub rows: u32,
    /// What it becomes; empty while nobody has said, [`NOT_KNOWN`] for nothing.
    pub becomes: String,
}

/// A small table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// What stands in each column.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Checked {
    /// Why it cannot be imported, in a sentence or two.
    pub fn reasons(&self) -> String {
        let problems = self.problems.iter().take(3).map(Problem::sentence);
        let reasons: Vec<String> = self.asks.iter().cloned().chain(problems).collect();
        reasons.join(" ")
    }
}

/// Looks what comes of a mapping.
pub fn check(raw: &Raw, tool: Tool, view: &View, mapping: &Mapping) -> Checked {
    let judged = &view.judged;
    let left = judged.left.iter().filter(|left| left.is_some()).count() as u32;
    let order = view.order.asked();
    let asks = asks(view, mapping, order.as_ref());
    let (problems, untold) = judged.problems.told();
    let taken = raw.rows() - left;
    Checked {
        ready: asks.is_empty() && taken > 0 && (problems.is_empty() || mapping.bad != Bad::Stop),
        asks,
        order,
        month_first: view.month_first,
        local: view.order.local,
        notes: notes(view, mapping, tool),
        problems,
        untold,
        taken,
        left,
        words: view.columns.iter().filter_map(|column| word_list(column, raw, tool)).collect(),
        preview: preview(raw, view, mapping),
        latest: latest(view),
    }
}

fn asks(view: &View, mapping: &Mapping, order: Option<&Asked>) -> Vec<String> {
    let mut asks = Vec::new();
    let has = |field| column(&view.columns, field).is_some();
    let mut seen = Vec::new();
    for becomes in mapping.columns.iter().map(super::Becomes::field).filter(|field| *field != Field::Other) {
        if seen.contains(&becomes) {
            asks.push(format!("Two columns become \u{201c}{}\u{201d}. Keep one of them beside it.", label(becomes)));
        }
        seen.push(becomes);
    }
    if mapping.updates {
        for field in [Field::Number, Field::UpdatedAt] {
            if !has(field) {
                asks.push(format!(
                    "Rows are updates: choose the column that becomes \u{201c}{}\u{201d}, so that they can be told apart.",
                    label(field)
                ));
            }
        }
    } else if ![Field::OpenedAt, Field::UpdatedAt, Field::ResolvedAt, Field::ClosedAt].into_iter().any(has) {
        asks.push("Choose the column that says when a ticket was opened: every ticket needs a date.".to_owned());
    }
    if let Some(asked) = order.filter(|asked| asked.needed && mapping.month_first.is_none()) {
        asks.push(format!(
            "\u{201c}{}\u{201d} can be read in two ways. Choose whether the day or the month comes first.",
            asked.example
        ));
    }
    asks
}

fn notes(view: &View, mapping: &Mapping, tool: Tool) -> Vec<String> {
    let mut notes = Vec::new();
    let has = |field| column(&view.columns, field).is_some();
    if !has(Field::Number) && !mapping.updates {
        notes.push("No column becomes the number, so tickets are numbered in the order of the file.".to_owned());
    }
    if !has(Field::State) && !mapping.updates {
        notes.push("No column becomes the state, so it follows from the dates: closed, resolved, or new.".to_owned());
    }
    if expand::works_back(&view.columns) {
        notes.push("Impact and urgency are worked back from the priority, because no column says them.".to_owned());
    }
    let five = |column: &Mapped| column.raw.words.len() > 4 && matches!(column.field, Field::Impact | Field::Urgency);
    if matches!(tool, Tool::Glpi | Tool::ITop) && view.columns.iter().any(five) {
        notes.push("More than three steps of impact or urgency become our three: high, medium, low.".to_owned());
    }
    notes
}

fn word_list(column: &Mapped, raw: &Raw, tool: Tool) -> Option<WordList> {
    if column.dropped || column.becomes.is_empty() {
        return None;
    }
    let mut rows = vec![0u32; column.raw.words.len()];
    for index in column.raw.indexes.iter().take(raw.lines.len()) {
        if let Some(count) = rows.get_mut(*index as usize) {
            *count += 1;
        }
    }
    let mut words: Vec<Word> = Vec::new();
    for ((text, becomes), rows) in column.raw.words.iter().zip(&column.becomes).zip(rows) {
        let becomes = match becomes {
            Cell::Empty => continue,
            Cell::Ours(ours) => *ours,
            Cell::NotKnown => NOT_KNOWN,
            Cell::Undecided => "",
        };
        words.push(Word { text: text.clone(), rows, becomes: becomes.to_owned() });
    }
    // What is not known by itself comes first, and stays there when it is decided: nobody likes lists that jump.
    let known = |word: &Word| vocabulary::guess(tool, column.field, &word.text).is_some();
    words.sort_by_key(|word| (known(word), std::cmp::Reverse(word.rows)));
    let more = words.len().saturating_sub(MOST_WORDS) as u32;
    words.truncate(MOST_WORDS);
    let choices = vocabulary::choices(column.field);
    Some(WordList {
        field: column.field.name().to_owned(),
        label: label(column.field).to_owned(),
        column: column.raw.name.clone(),
        words,
        choices: choices.iter().map(|(stored, label)| ((*stored).to_owned(), (*label).to_owned())).collect(),
        more,
    })
}

/// What is shown of a ticket, in this order, as far as the file has it.
const COLUMNS: [Field; 11] = [
    Field::Number,
    Field::Summary,
    Field::State,
    Field::Priority,
    Field::OpenedAt,
    Field::UpdatedAt,
    Field::ResolvedAt,
    Field::ClosedAt,
    Field::Assignee,
    Field::Group,
    Field::Caller,
];

fn preview(raw: &Raw, view: &View, mapping: &Mapping) -> Preview {
    let always = [Field::Number, Field::State];
    let shown: Vec<Field> = COLUMNS
        .into_iter()
        .filter(|field| column(&view.columns, *field).is_some() || (always.contains(field) && !mapping.updates))
        .collect();
    let taken = (0..raw.lines.len()).filter(|row| view.judged.left.get(*row).copied().flatten().is_none());
    // Until somebody says how dates are read they stand as in the file.
    let as_written = mapping.month_first.is_none() && view.order.asked().is_some_and(|asked| asked.needed);
    let cell = |row: usize, field: Field| -> String {
        let mapped = column(&view.columns, field);
        match field {
            _ if as_written && field.is_moment() => mapped.map_or(String::new(), |column| column.text(row).to_owned()),
            Field::Number => match mapped {
                Some(number) => number.text(row).to_owned(),
                None => crate::base::grid::usual_number(row as u32 + 1),
            },
            Field::State => state_text(view, row, mapping),
            Field::OpenedAt | Field::UpdatedAt => date(mapped, row),
            Field::ResolvedAt => view.judged.ends.get(row).map_or(String::new(), |ends| moment_text(ends.resolved)),
            Field::ClosedAt => view.judged.ends.get(row).map_or(String::new(), |ends| moment_text(ends.closed)),
            Field::Priority => match mapped.map(|column| column.word(row)) {
                Some(Cell::Ours(ours)) => readable(Field::Priority, ours),
                _ => String::new(),
            },
            _ => mapped.map_or(String::new(), |column| column.text(row).chars().take(80).collect()),
        }
    };
    Preview {
        heads: shown.iter().map(|field| label(*field).to_owned()).collect(),
        rows: taken.take(SHOWN).map(|row| shown.iter().map(|field| cell(row, *field)).collect()).collect(),
    }
}

/// The minute after which nothing more happened.
fn latest(view: &View) -> String {
    let ends = view.judged.ends.iter().flat_map(|ends| [ends.opened, ends.updated, ends.resolved, ends.closed]);
    let latest = ends.max().filter(|&at| at != UNKNOWN);
    let minute =
        latest.map_or(UNKNOWN, |at| at.div_euclid(60).saturating_add(i64::from(at % 60 != 0)).saturating_mul(60));
    moment_text(minute).replace(' ', "T")
}

fn date(column: Option<&Mapped>, row: usize) -> String {
    moment_text(column.map_or(UNKNOWN, |column| column.moment(row).seconds()))
}

fn readable(field: Field, ours: &str) -> String {
    let choice = vocabulary::choices(field).iter().find(|(stored, _)| *stored == ours);
    choice.map_or(ours, |(_, label)| label).to_owned()
}

fn state_text(view: &View, row: usize, mapping: &Mapping) -> String {
    let from_dates = || view.judged.ends.get(row).filter(|_| !mapping.updates).map(tickets::Ends::state);
    let Some(state) = state_of(view, row).or_else(from_dates) else { return String::new() };
    if state == "On Hold" {
        let reason = column(&view.columns, Field::HoldReason).map(|column| column.word(row));
        return match reason {
            Some(Cell::Ours(ours)) => readable(Field::State, ours),
            _ => readable(Field::State, "Awaiting Caller"),
        };
    }
    readable(Field::State, state)
}
