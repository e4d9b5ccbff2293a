//! A table with a heading, and cells that no spreadsheet carries out.

use crate::catalogue::exchange::{Fault, MOST_FAULTS};

/// Spreadsheets take a cell that begins so (or with the wide form of such a sign) for a formula.
const FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that no spreadsheet carries out, and that [`meant`] reads as it was. (`table::csv` does the rest.)
pub(in super::super) fn harmless(cell: &str) -> String {
    let is_marked = cell.starts_with('\'') && cell.trim_start_matches('\'').starts_with(FORMULAS);
    if is_marked { ["'", cell].concat() } else { cell.to_owned() }
}

/// What a cell says, without the mark that keeps it from being a formula.
fn meant(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULAS) => rest,
        _ => cell,
    }
}

/// A table with a heading.
pub(in super::super) struct Table {
    headings: Vec<String>,
    rows: Vec<(usize, csv::StringRecord)>,
}

/// The line on which a row begins. (The reader's own count is one behind where lines end with two signs.)
fn line_of(text: &str, place: Option<&csv::Position>) -> usize {
    let at = place.map_or(0, |place| usize::try_from(place.byte()).unwrap_or(usize::MAX));
    let (before, after) = text.as_bytes().split_at_checked(at).unwrap_or((text.as_bytes(), &[]));
    let ends = after.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    before.iter().chain(ends).filter(|byte| **byte == b'\n').count() + 1
}

/// A row of a table.
pub(in super::super) struct Row<'a> {
    table: &'a Table,
    line: usize,
    pub(super) cells: &'a csv::StringRecord,
}

/// The most rows; more is no catalogue.
const ROWS: usize = 20_000;

impl Table {
    pub fn read(text: &str) -> Result<Self, Vec<Fault>> {
        let heading = text.lines().next().unwrap_or_default();
        let count = |with: char| heading.matches(with).count();
        let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|with| count(char::from(*with))).unwrap_or(b',');
        let delimiter = if count(char::from(delimiter)) == 0 { b',' } else { delimiter };
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        let wrong = |why: csv::Error| {
            let line = format!("line {}", line_of(text, why.position()));
            let problem = match why.kind() {
                csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                    format!("has {len} cells, but the heading has {expected_len}")
                }
                _ => "cannot be read as a table".to_owned(),
            };
            Fault::new(line, problem)
        };
        let headings = reader.headers().map_err(|why| vec![wrong(why)])?;
        let headings = headings.iter().map(|heading| heading.trim().to_owned()).collect();
        let (mut rows, mut faults) = (vec![], vec![]);
        for row in reader.records() {
            match row {
                Ok(row) => rows.push((line_of(text, row.position()), row)),
                Err(why) => faults.push(wrong(why)),
            }
            if rows.len() > ROWS || faults.len() >= MOST_FAULTS {
                break;
            }
        }
        if rows.len() > ROWS {
            return Err(Fault::whole(format!("There are more than {ROWS} rows; no catalogue has as many.")));
        }
        if faults.is_empty() { Ok(Self { headings, rows }) } else { Err(faults) }
    }

    pub fn has(&self, heading: &str) -> bool {
        self.place(heading).is_some()
    }

    fn place(&self, heading: &str) -> Option<usize> {
        self.headings.iter().position(|known| known.eq_ignore_ascii_case(heading))
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { table: self, line: *line, cells })
    }
}

impl<'a> Row<'a> {
    pub fn place(&self) -> String {
        format!("line {}", self.line)
    }

    pub fn get(&self, heading: &str) -> &'a str {
        self.table.place(heading).and_then(|place| self.cells.get(place)).map(meant).unwrap_or_default()
    }

    /// Where a cell is.
    pub(super) fn cell(&self, heading: &str) -> String {
        format!("line {}, column {heading}", self.line)
    }

    pub(super) fn lines(&self, heading: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.get(heading).lines().map(str::trim).filter(|line| !line.is_empty())
    }
}
