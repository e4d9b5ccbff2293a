//! The cells of a CSV file, each distinct one kept once.

use std::collections::HashMap;

use csv::{ByteRecord, ReaderBuilder};

use super::fault::ImportFault;
use super::input::{self, Input};
use super::mends::Mends;
use super::tidy::tidy;
use crate::base::field::Field;

/// More columns are refused: ServiceNow's incident table has some ninety.
pub const MOST_COLUMNS: usize = 512;

/// More rows are refused: beyond what a workspace can hold.
pub const MOST_ROWS: usize = 2_000_000;

/// So many rows are read between two looks at whether to go on.
const ROWS_A_STEP: u32 = 4096;

/// A file's cells.
pub struct Raw {
    /// Its columns, in their order.
    pub columns: Vec<RawColumn>,
    /// For each row its line; the header is line 1.
    pub lines: Vec<u32>,
    /// What was done to cells.
    pub mends: Mends,
    /// What stands between cells.
    pub separator: u8,
    /// Rows with more or fewer cells than the first line; only where they are let pass.
    pub uneven: Vec<Uneven>,
}

/// A row with more or fewer cells than the first line names: missing ones are empty, further ones are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uneven {
    /// Which row.
    pub row: u32,
    /// How many cells it has.
    pub found: u32,
}

/// A column's cells.
pub struct RawColumn {
    /// Its header.
    pub name: String,
    /// What it means.
    pub field: Field,
    /// Each distinct cell, tidied; the first is empty and stands for "unknown".
    pub words: Vec<String>,
    /// For each word the line where it first stood.
    pub first_lines: Vec<u32>,
    /// For each row which word.
    pub indexes: Vec<u32>,
    /// For each word the instant that it is, in seconds since 1970; empty in columns that hold none.
    pub moments: Vec<i64>,
}

impl Raw {
    /// How many rows the file has.
    pub fn rows(&self) -> u32 {
        self.lines.len() as u32
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<&RawColumn> {
        self.columns.iter().find(|column| column.field == field)
    }
}

/// Reads a log whose columns say what they are. `tell` gets the fraction read and the rows so far, and may break off.
pub fn read(bytes: &[u8], tell: &mut Tell) -> Result<Raw, ImportFault> {
    read_rows(bytes, None, false, tell)
}

/// Reads any table; `separator` is looked for where it is not said. Every column is one that we have no field for.
pub fn read_any(bytes: &[u8], separator: Option<u8>, tell: &mut Tell) -> Result<Raw, ImportFault> {
    read_rows(bytes, separator, true, tell)
}

/// Is told the fraction read and the rows so far, and may break off.
pub type Tell<'a> = dyn FnMut(f64, u32) -> Result<(), ImportFault> + 'a;

fn read_rows(bytes: &[u8], separator: Option<u8>, any: bool, tell: &mut Tell) -> Result<Raw, ImportFault> {
    let input = input::open(bytes)?;
    let (state, total) = (input.state.clone(), input.total.max(1));
    let Input { text, start, .. } = input;
    let separator = separator.unwrap_or_else(|| delimiter(&start));
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text);
    let mut record = ByteRecord::new();
    let read_on = |reader: &mut csv::Reader<_>, record: &mut ByteRecord| {
        reader.read_byte_record(record).map_err(|_| match state.beyond.get() {
            true => ImportFault::InflatesTooFar,
            false => ImportFault::BadGzip,
        })
    };
    if !read_on(&mut reader, &mut record)? {
        return Err(ImportFault::Empty);
    }
    let (mut columns, mut mends) = (headers(&record, any)?, Mends::default());
    let (mut lines, mut uneven) = (Vec::new(), Vec::new());
    while read_on(&mut reader, &mut record)? {
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() != columns.len() {
            if !any {
                return Err(ImportFault::ColumnCount { line, expected: columns.len(), found: record.len() });
            }
            uneven.push(Uneven { row: lines.len() as u32, found: record.len() as u32 });
        }
        if lines.len() >= MOST_ROWS {
            return Err(ImportFault::TooMany { what: "rows", most: MOST_ROWS });
        }
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        for (column, cell) in columns.iter_mut().zip(record.iter().chain(std::iter::repeat(&[][..]))) {
            column.take(cell, line, &mut mends);
        }
        lines.push(line);
        if (lines.len() as u32).is_multiple_of(ROWS_A_STEP) {
            tell(state.read.get() as f64 / total as f64, lines.len() as u32)?;
        }
    }
    let columns = columns.into_iter().map(|taking| taking.column).collect();
    Ok(Raw { columns, lines, mends, separator, uneven })
}

/// What stands between cells: the one of comma, semicolon and tab that the first line has most of.
fn delimiter(start: &[u8]) -> u8 {
    let line = start.split(|&byte| byte == b'\n' || byte == b'\r').find(|line| !line.is_empty()).unwrap_or_default();
    let count = |mark: u8| line.iter().filter(|&&byte| byte == mark).count();
    // Of equals the last wins: a comma, unless others are there.
    [b'\t', b';', b','].into_iter().max_by_key(|&mark| count(mark)).unwrap_or(b',')
}

fn headers(record: &ByteRecord, any: bool) -> Result<Vec<Taking>, ImportFault> {
    if record.len() > MOST_COLUMNS {
        return Err(ImportFault::TooMany { what: "columns", most: MOST_COLUMNS });
    }
    let mut names: Vec<String> = Vec::with_capacity(record.len());
    for cell in record {
        let name = tidy(cell).0.into_owned();
        let name = if name.is_empty() { format!("column {}", names.len() + 1) } else { name };
        // Two columns of one name are two columns.
        let taken = |name: &String| names.iter().any(|other| other.eq_ignore_ascii_case(name));
        let free = (2..).map(|number| format!("{name} ({number})")).find(|name| !taken(name));
        names.push(if taken(&name) { free.unwrap_or_default() } else { name });
    }
    if any {
        return Ok(names.into_iter().map(|name| Taking::new(name, Field::Other)).collect());
    }
    let fields = Field::recognise(&names);
    let missing: Vec<&'static str> =
        Field::NEEDED.into_iter().filter(|field| !fields.contains(field)).map(Field::name).collect();
    if !missing.is_empty() {
        return Err(ImportFault::MissingHeaders { missing, found: names });
    }
    Ok(names.into_iter().zip(fields).map(|(name, field)| Taking::new(name, field)).collect())
}

/// A column while it is being read.
struct Taking {
    column: RawColumn,
    /// Cells as they stand in the file.
    seen: HashMap<Box<[u8]>, Seen>,
    /// Words, tidied.
    places: HashMap<String, u32>,
    /// The cell above, because most are the same.
    above: (Vec<u8>, Seen),
}

#[derive(Clone, Copy, Default)]
struct Seen {
    place: u32,
    mended: bool,
}

impl Taking {
    fn new(name: String, field: Field) -> Self {
        Self {
            column: RawColumn {
                name,
                field,
                words: vec![String::new()],
                first_lines: vec![0],
                indexes: Vec::new(),
                moments: Vec::new(),
            },
            seen: HashMap::new(),
            places: HashMap::new(),
            above: (Vec::new(), Seen::default()),
        }
    }

    fn take(&mut self, cell: &[u8], line: u32, mends: &mut Mends) {
        if self.above.0 != cell {
            let seen = match self.seen.get(cell) {
                Some(seen) => *seen,
                None => self.first(cell, line),
            };
            self.above.0.clear();
            self.above.0.extend_from_slice(cell);
            self.above.1 = seen;
        }
        let seen = self.above.1;
        if seen.mended {
            let (text, mendings) = tidy(cell);
            for what in mendings {
                mends.add(what, &self.column.name, &text, line, 1);
            }
        }
        self.column.indexes.push(seen.place);
    }

    fn first(&mut self, cell: &[u8], line: u32) -> Seen {
        let (text, mendings) = tidy(cell);
        let place = if text.is_empty() || text == "?" {
            0
        } else if let Some(&place) = self.places.get(text.as_ref()) {
            place
        } else {
            let place = self.column.words.len() as u32;
            self.column.words.push(text.clone().into_owned());
            self.column.first_lines.push(line);
            self.places.insert(text.into_owned(), place);
            place
        };
        let seen = Seen { place, mended: !mendings.is_empty() };
        self.seen.insert(Box::from(cell), seen);
        seen
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> Result<Raw, ImportFault> {
        read(text.as_bytes(), &mut |_, _| Ok(()))
    }

    #[test]
    fn semicolons_and_tabs_separate_as_well_as_commas() {
        for mark in [",", ";", "\t"] {
            let text = ["number", "state", "updated", "x\n1", "New", "1/1/2020 10:00", "y\n"].join(mark);
            assert_eq!(read_all(&text).map(|raw| raw.rows()).ok(), Some(1), "{mark:?}");
        }
    }

    #[test]
    fn a_question_mark_and_an_empty_cell_both_say_unknown() {
        let raw = read_all("number,state,updated\n1,?,1/1/2020 10:00\n2,,1/1/2020 10:00\n").unwrap();
        assert_eq!(raw.column(Field::State).unwrap().indexes, [0, 0]);
    }

    #[test]
    fn two_columns_of_one_name_stay_two_columns() {
        let raw = read_all("number,state,updated,note,NOTE\n1,New,x,a,b\n").unwrap();
        let names: Vec<&str> = raw.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["number", "state", "updated", "note", "NOTE (2)"]);
    }

    #[test]
    fn a_row_with_too_few_cells_is_named_by_its_line() {
        let fault = read_all("number,state,updated\n1,New,\"a\nb\"\n2,New\n").err();
        assert_eq!(fault, Some(ImportFault::ColumnCount { line: 4, expected: 3, found: 2 }));
    }
}
