//! What a table is, before anything is chosen about it: its columns, samples, kinds, and a first guess at a mapping.

use serde::{Deserialize, Serialize};

use super::mapping::{Bad, Becomes, Mapping, VERSION};
use super::moment;
use super::read::{Raw, RawColumn};
use super::tool::{self, Tool};
use super::vocabulary;
use crate::base::field::Field;

/// So many cells of a column are shown.
const SAMPLES: usize = 3;
/// The longest sample, in characters.
const LONGEST_SAMPLE: usize = 60;
/// So many different words are looked at to see what a column holds.
const LOOKED_AT: usize = 200;
/// So many different words are few, whatever the number of rows.
const FEW: usize = 12;
/// Words of a list are no longer than this, in bytes; sentences are.
const SHORT_WORD: usize = 24;
/// A column with more different words than this holds no states.
const MOST_STATES: usize = 20;

/// What a table is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    /// What it was taken for ("a Jira export").
    pub tool: String,
    /// Whether it needs no mapping: an incident log whose columns and dates say what they are.
    pub straight: bool,
    /// What stands between cells.
    pub separator: String,
    /// Rows, without the header.
    pub rows: u32,
    /// Its columns.
    pub columns: Vec<ColumnSeen>,
    /// Says whether another file has the same columns.
    pub fingerprint: String,
    /// The first guess.
    pub mapping: Mapping,
}

/// A column, as it is in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnSeen {
    /// Its header.
    pub name: String,
    /// Some of its cells, cut short.
    pub samples: Vec<String>,
    /// What its cells are.
    pub kind: Kind,
    /// How many different ones.
    pub distinct: u32,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// All are empty.
    #[default]
    Empty,
    /// Dates.
    Dates,
    /// Whole numbers.
    Numbers,
    /// A few words, again and again.
    Words,
    /// Anything.
    Texts,
}

impl Kind {
    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Empty => "Empty",
            Kind::Dates => "Dates",
            Kind::Numbers => "Numbers",
            Kind::Words => "Words",
            Kind::Texts => "Text",
        }
    }
}

/// Looks at a table.
pub fn inspect(raw: &Raw) -> Inspection {
    let headers: Vec<String> = raw.columns.iter().map(|column| column.name.clone()).collect();
    let columns: Vec<ColumnSeen> = raw.columns.iter().map(|column| seen(column, raw.rows())).collect();
    let tool = Tool::of(&headers);
    let fields = guess(raw, &columns, &headers, tool);
    let repeated = repeats(raw, &fields);
    let updates = tool == Tool::ServiceNowLog || (repeated && fields.contains(&Field::UpdatedAt));
    let column_of = |field: Field| {
        let place = fields.iter().position(|known| *known == field)?;
        raw.columns.get(place)
    };
    let dates = raw.columns.iter().zip(&fields).filter(|(_, field)| field.is_moment()).map(|(column, _)| column);
    let asked = super::dating::Order::of(dates).asked().is_some_and(|asked| asked.needed);
    let log = Field::NEEDED.iter().all(|field| column_of(*field).is_some());
    let tool = if updates && tool == Tool::ServiceNow { Tool::ServiceNowLog } else { tool };
    Inspection {
        tool: tool.name().to_owned(),
        straight: tool == Tool::ServiceNowLog && updates && log && !asked,
        separator: char::from(raw.separator).to_string(),
        rows: raw.rows(),
        fingerprint: fingerprint(&headers),
        columns,
        mapping: Mapping {
            version: VERSION,
            separator: String::new(),
            updates,
            columns: fields.iter().map(|field| Becomes(field.name().to_owned())).collect(),
            words: Vec::new(),
            month_first: None,
            zone: "UTC".to_owned(),
            bad: Bad::Stop,
        },
    }
}

/// The same for files of the same columns in the same order: FNV-1a over the headers.
pub fn fingerprint(headers: &[String]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in headers.iter().flat_map(|header| tool::bare(header).into_bytes().into_iter().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

fn is_date(word: &str) -> bool {
    moment::read(word, false).or_else(|| moment::read(word, true)).is_some()
}

fn words(column: &RawColumn) -> impl Iterator<Item = &String> {
    column.words.iter().filter(|word| !word.is_empty())
}

fn seen(column: &RawColumn, rows: u32) -> ColumnSeen {
    let distinct = words(column).count();
    let looked_at = || words(column).take(LOOKED_AT);
    let most =
        |fits: &dyn Fn(&String) -> bool| looked_at().filter(|word| fits(word)).count() * 10 >= looked_at().count() * 8;
    let kind = if distinct == 0 {
        Kind::Empty
    } else if looked_at().all(|word| word.bytes().all(|byte| byte.is_ascii_digit())) {
        Kind::Numbers
    } else if most(&|word| is_date(word)) {
        Kind::Dates
    } else if distinct * 4 <= rows as usize || (distinct <= FEW && looked_at().all(|word| word.len() <= SHORT_WORD)) {
        Kind::Words
    } else {
        Kind::Texts
    };
    let short = |word: &String| word.chars().take(LONGEST_SAMPLE).collect();
    ColumnSeen {
        name: column.name.clone(),
        samples: words(column).take(SAMPLES).map(short).collect(),
        kind,
        distinct: distinct as u32,
    }
}

/// What each column becomes: by its name, and where names say nothing, by its cells.
fn guess(raw: &Raw, columns: &[ColumnSeen], headers: &[String], tool: Tool) -> Vec<Field> {
    let mut fields = tool::by_names(headers);
    // A name may mislead: a column of times in which no cell is a date.
    for (field, column) in fields.iter_mut().zip(&raw.columns) {
        if field.is_moment()
            && words(column).next().is_some()
            && !words(column).take(LOOKED_AT).any(|word| is_date(word))
        {
            *field = Field::Other;
        }
    }
    if !fields.contains(&Field::State) {
        let states = |column: &RawColumn| {
            let all = words(column).count();
            let known = words(column).filter(|word| vocabulary::guess(tool, Field::State, word).is_some()).count();
            let digits = words(column).all(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
            (1..=MOST_STATES).contains(&all) && known * 10 >= all * 6 && !digits
        };
        give(&mut fields, Field::State, raw.columns.iter().position(states));
    }
    if !fields.contains(&Field::OpenedAt) {
        let date = columns
            .iter()
            .zip(&fields)
            .position(|(column, field)| column.kind == Kind::Dates && *field == Field::Other);
        give(&mut fields, Field::OpenedAt, date);
    }
    if !fields.contains(&Field::Number) {
        let number = |column: &RawColumn| {
            let own = words(column).count() == raw.lines.len() && raw.lines.len() > 1;
            own && words(column).take(LOOKED_AT).all(|word| {
                let stem = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
                stem.len() < word.len() && stem.len() <= 8 && !stem.contains(' ')
            })
        };
        give(&mut fields, Field::Number, raw.columns.iter().position(number));
    }
    if !fields.contains(&Field::Summary) {
        let length = |place: usize| {
            let looked_at = || raw.columns.get(place).into_iter().flat_map(words).take(LOOKED_AT);
            looked_at().map(String::len).sum::<usize>() / looked_at().count().max(1)
        };
        let texts = columns.iter().zip(&fields).enumerate();
        let texts = texts.filter(|(_, (column, field))| column.kind == Kind::Texts && **field == Field::Other);
        let longest = texts.map(|(place, _)| place).max_by_key(|&place| (length(place), std::cmp::Reverse(place)));
        give(&mut fields, Field::Summary, longest);
    }
    fields
}

fn give(fields: &mut [Field], field: Field, place: Option<usize>) {
    if let Some(slot) = place.and_then(|place| fields.get_mut(place)).filter(|slot| **slot == Field::Other) {
        *slot = field;
    }
}

/// Whether some number stands in more than one row.
fn repeats(raw: &Raw, fields: &[Field]) -> bool {
    let Some(place) = fields.iter().position(|field| *field == Field::Number) else { return false };
    let Some(column) = raw.columns.get(place) else { return false };
    let mut seen = vec![false; column.words.len()];
    column
        .indexes
        .iter()
        .filter(|&&index| index != 0)
        .any(|&index| seen.get_mut(index as usize).is_some_and(|seen| std::mem::replace(seen, true)))
}
