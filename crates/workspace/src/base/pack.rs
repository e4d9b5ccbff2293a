//! How a [`Grid`] becomes two small tables of the column codec, and back.
//!
//! The first table has a row for each incident: the first cell of every column, and how many rows there are.
//! The second has a row for each later row, where 0 says "as above". Instants are stored as the distance to
//! the neighbour they are nearest to on the whole (a closing is usually the incident's last row). On the real
//! log this takes 60 % of what one table of plain columns takes.

use std::collections::HashMap;

use journal::columns::{self, Column as Stored, Table, Values};

use super::distance::{Measure, References, from_codes, spans, to_codes};
use super::field::Field;
use super::grid::{Cells, Column, Grid, UNKNOWN};
use super::plan::{ColumnPlan, Kind, Near};

/// The two tables, and what is needed to read them.
pub struct Packed {
    /// What each column is, in order.
    pub plan: Vec<ColumnPlan>,
    /// A row for each incident.
    pub first: Vec<u8>,
    /// A row for each later row.
    pub later: Vec<u8>,
}

/// Packs a grid.
pub fn pack(grid: &Grid) -> Packed {
    let references = references(grid);
    let mut first = Table { rows: grid.ids.len(), columns: Vec::new() };
    let mut later = Table { rows: grid.rows().saturating_sub(grid.ids.len()), columns: Vec::new() };
    add(&mut first, Values::Integers(grid.ids.iter().map(|&id| i64::from(id)).collect()));
    add(&mut first, plain_words(&grid.numbers));
    // Running sums, because the codec stores differences and lengths do not resemble each other.
    let sums = spans(&grid.lengths).map(|(_, end)| end as i64).collect();
    add(&mut first, Values::Integers(sums));
    let unit = unit(grid);
    let mut plan = Vec::with_capacity(grid.columns.len());
    for column in &grid.columns {
        let mut entry = ColumnPlan {
            name: column.name.clone(),
            field: column.field.name().to_owned(),
            kind: Kind::Words,
            near: Near::Above,
            unit: 1,
        };
        let (heads, tails) = match &column.cells {
            Cells::Words { words, indexes } => split_words(words, indexes, &grid.lengths),
            Cells::Wholes(values) => {
                entry.kind = Kind::Wholes;
                integers(to_codes(values, &grid.lengths, Measure::WHOLES, &references))
            }
            Cells::Moments(values) => {
                entry.kind = Kind::Moments;
                entry.near = references.nearest(column.field, values, &grid.lengths);
                entry.unit = unit;
                let measure = Measure::moments(column.field, entry.near, entry.unit);
                integers(to_codes(values, &grid.lengths, measure, &references))
            }
        };
        add(&mut first, heads);
        add(&mut later, tails);
        plan.push(entry);
    }
    Packed { plan, first: columns::encode(&first), later: columns::encode(&later) }
}

/// Unpacks a grid; `None` if the tables do not fit together.
pub fn unpack(plan: &[ColumnPlan], first: Table, later: Table) -> Option<Grid> {
    let incidents = first.rows;
    let later_rows = later.rows;
    let mut heads = first.columns.into_iter().map(|column| column.values);
    let ids = whole_list(heads.next()?)?.into_iter().map(|id| u32::try_from(id).ok()).collect::<Option<Vec<_>>>()?;
    let numbers = word_list(heads.next()?)?;
    let lengths = lengths(&whole_list(heads.next()?)?, incidents.checked_add(later_rows)?)?;
    let tails = later.columns.into_iter().map(|column| column.values);
    let mut halves: Vec<Option<(Values, Values)>> = heads.zip(tails).map(Some).collect();
    if halves.len() != plan.len() {
        return None;
    }
    let mut references = References::default();
    let mut columns: Vec<Option<Column>> = plan.iter().map(|_| None).collect();
    for place in reading_order(plan) {
        let (entry, (head, tail)) = (plan.get(place)?, halves.get_mut(place)?.take()?);
        let column = unpack_column(entry, head, tail, &lengths, &references)?;
        if let Cells::Moments(values) = &column.cells {
            references.learn(column.field, values, &lengths);
        }
        *columns.get_mut(place)? = Some(column);
    }
    Some(Grid { ids, numbers, lengths, columns: columns.into_iter().collect::<Option<Vec<_>>>()? })
}

fn unpack_column(
    entry: &ColumnPlan,
    head: Values,
    tail: Values,
    lengths: &[u32],
    references: &References,
) -> Option<Column> {
    let field = Field::named(&entry.field);
    let cells = match (entry.kind, head, tail) {
        (
            Kind::Words,
            Values::Words { dictionary: head_words, indexes: heads },
            Values::Words { dictionary: tail_words, indexes: tails },
        ) => join_words(head_words, &heads, tail_words, &tails, lengths),
        (Kind::Wholes, Values::Integers(heads), Values::Integers(tails)) => {
            Cells::Wholes(from_codes(&heads, &tails, lengths, Measure::WHOLES, references))
        }
        (Kind::Moments, Values::Integers(heads), Values::Integers(tails)) => {
            let measure = Measure::moments(field, entry.near, entry.unit);
            Cells::Moments(from_codes(&heads, &tails, lengths, measure, references))
        }
        _ => return None,
    };
    Some(Column { name: entry.name.clone(), field, cells })
}

/// First what others are measured from.
fn reading_order(plan: &[ColumnPlan]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..plan.len()).collect();
    order.sort_by_key(|&place| match plan.get(place).map(|entry| Field::named(&entry.field)) {
        Some(Field::OpenedAt) => 0,
        Some(Field::CreatedAt) => 1,
        Some(Field::UpdatedAt) => 2,
        _ => 3,
    });
    order
}

fn references(grid: &Grid) -> References {
    let mut references = References::default();
    for column in &grid.columns {
        if let Cells::Moments(values) = &column.cells {
            references.learn(column.field, values, &grid.lengths);
        }
    }
    references
}

/// Minutes, unless some instant of some column has seconds: columns are measured from each other.
fn unit(grid: &Grid) -> u32 {
    let whole = |values: &Vec<i64>| values.iter().all(|&value| value == UNKNOWN || value % 60 == 0);
    let in_minutes = grid.columns.iter().all(|column| match &column.cells {
        Cells::Moments(values) => whole(values),
        _ => true,
    });
    if in_minutes { 60 } else { 1 }
}

fn add(table: &mut Table, values: Values) {
    // Names stand in the plan.
    table.columns.push(Stored { name: String::new(), values });
}

fn integers((heads, tails): (Vec<i64>, Vec<i64>)) -> (Values, Values) {
    (Values::Integers(heads), Values::Integers(tails))
}

fn whole_list(values: Values) -> Option<Vec<i64>> {
    match values {
        Values::Integers(values) => Some(values),
        Values::Words { .. } => None,
    }
}

/// How many rows each incident has, if that makes as many as there are.
fn lengths(sums: &[i64], rows: usize) -> Option<Vec<u32>> {
    if usize::try_from(sums.last().copied().unwrap_or(0)) != Ok(rows) {
        return None;
    }
    let mut above = 0;
    sums.iter()
        .map(|&sum| {
            let length = u32::try_from(sum.checked_sub(above)?).ok().filter(|&length| length > 0)?;
            above = sum;
            Some(length)
        })
        .collect()
}

fn plain_words(words: &[String]) -> Values {
    let mut dictionary = Dictionary::default();
    let indexes = words.iter().map(|word| dictionary.place(word)).collect();
    Values::Words { dictionary: dictionary.words, indexes }
}

fn word_list(values: Values) -> Option<Vec<String>> {
    match values {
        Values::Words { dictionary, indexes } => {
            indexes.iter().map(|&index| dictionary.get(index as usize).cloned()).collect()
        }
        Values::Integers(_) => None,
    }
}

/// Each half gets a dictionary of its own, the most frequent words first; later rows say 0 for "as above".
fn split_words(words: &[String], indexes: &[u32], lengths: &[u32]) -> (Values, Values) {
    const AS_ABOVE: u32 = u32::MAX;
    let mut heads = Vec::with_capacity(lengths.len());
    let mut tails = Vec::with_capacity(indexes.len().saturating_sub(lengths.len()));
    for (start, end) in spans(lengths) {
        let mut rows = indexes.get(start..end).unwrap_or_default().iter().copied();
        let Some(mut above) = rows.next() else { continue };
        heads.push(above);
        for index in rows {
            tails.push(if index == above { AS_ABOVE } else { index });
            above = index;
        }
    }
    (by_frequency(words, &heads, &[]), by_frequency(words, &tails, &[AS_ABOVE]))
}

/// A dictionary of what is used, after those indexes that must come first (they get empty words).
fn by_frequency(words: &[String], indexes: &[u32], reserved: &[u32]) -> Values {
    let mut counts: HashMap<u32, (usize, usize)> = HashMap::new();
    for (row, &index) in indexes.iter().enumerate() {
        counts.entry(index).or_insert((0, row)).0 += 1;
    }
    let mut used: Vec<(u32, usize, usize)> = counts
        .into_iter()
        .filter(|(index, _)| !reserved.contains(index))
        .map(|(index, (count, row))| (index, count, row))
        .collect();
    used.sort_by_key(|&(_, count, row)| (std::cmp::Reverse(count), row));
    let order: Vec<u32> = reserved.iter().copied().chain(used.into_iter().map(|(index, ..)| index)).collect();
    let places: HashMap<u32, u32> = order.iter().zip(0..).map(|(&index, place)| (index, place)).collect();
    Values::Words {
        dictionary: order.iter().map(|&index| words.get(index as usize).cloned().unwrap_or_default()).collect(),
        indexes: indexes.iter().filter_map(|index| places.get(index).copied()).collect(),
    }
}

/// One dictionary of both halves: the empty word, the first half's words, what the second adds.
fn join_words(
    head_words: Vec<String>,
    heads: &[u32],
    tail_words: Vec<String>,
    tails: &[u32],
    lengths: &[u32],
) -> Cells {
    let mut dictionary = Dictionary::default();
    dictionary.place("");
    let head_places: Vec<u32> = head_words.iter().map(|word| dictionary.place(word)).collect();
    let tail_places: Vec<u32> = tail_words.iter().map(|word| dictionary.place(word)).collect();
    let mut indexes = Vec::with_capacity(heads.len() + tails.len());
    let mut heads = heads.iter();
    let mut tails = tails.iter();
    for &length in lengths {
        let mut above = heads.next().and_then(|&head| head_places.get(head as usize)).copied().unwrap_or(0);
        indexes.push(above);
        for _ in 1..length {
            if let Some(&tail) = tails.next().filter(|&&tail| tail != 0) {
                above = tail_places.get(tail as usize).copied().unwrap_or(0);
            }
            indexes.push(above);
        }
    }
    Cells::Words { words: dictionary.words, indexes }
}

#[derive(Default)]
struct Dictionary {
    words: Vec<String>,
    places: HashMap<String, u32>,
}

impl Dictionary {
    fn place(&mut self, word: &str) -> u32 {
        if let Some(&place) = self.places.get(word) {
            return place;
        }
        let place = self.words.len() as u32;
        self.words.push(word.to_owned());
        self.places.insert(word.to_owned(), place);
        place
    }
}
