//! What an import took, mended and left out: nothing is silently dropped.

/// The account of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows of the file, without the header.
    pub rows_read: u32,
    /// Incidents taken.
    pub incidents: u32,
    /// Rows taken; each became one event.
    pub events_taken: u32,
    /// Rows left out, by reason. With [`Self::events_taken`] they make up [`Self::rows_read`].
    pub left_out: Vec<LeftOut>,
    /// Incidents of which nothing had happened yet at the instant that was asked for.
    pub incidents_later: u32,
    /// Cells emptied because they told of what came after the instant that was asked for.
    pub cells_later: u32,
    /// What was not taken as it stood, most frequent first.
    pub mended: Vec<Mend>,
    /// Columns that became fields here.
    pub recognised: Vec<String>,
    /// Columns that are kept under their own names.
    pub kept: Vec<String>,
    /// Columns that were left out because that was chosen.
    pub dropped: Vec<String>,
    /// What the file was taken for ("a Jira export"); empty for an incident log.
    pub tool: String,
    /// The zone in which dates without an offset were read; empty where it was not asked for.
    pub zone: String,
    /// How dates were read.
    pub dates: Dates,
}

/// How a file's dates were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// Whether dates with slashes, dots or hyphens were read as month/day/year.
    pub month_first: bool,
    /// Whether every date fits both day/month and month/day, so that the order had to be assumed.
    pub assumed: bool,
    /// Whether the dates name UTC; otherwise it had to be assumed.
    pub name_utc: bool,
}

/// Rows that were left out for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub why: Left,
    /// How many.
    pub rows: u32,
    /// The line of the first; the header is line 1.
    pub line: u32,
}

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// It was written after the instant that was asked for.
    Later,
    /// The same row stands in the file already.
    Duplicate,
    /// It does not say of which incident it tells.
    NoNumber,
    /// It does not say when it was written.
    NoTime,
    /// A cell could not be read, and such rows were to be left out.
    Unreadable,
    /// It has more or fewer cells than the first line names columns.
    CellCount,
    /// Another row of the same number was taken instead.
    Repeated,
    /// All its cells are empty.
    Blank,
}

/// Something that was not taken as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// What was done.
    pub what: Mending,
    /// The column.
    pub column: String,
    /// The first cell it was done to, as it stood.
    pub example: String,
    /// The line of that cell; the header is line 1.
    pub line: u32,
    /// To how many cells.
    pub cells: u32,
}

/// What was done to a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mending {
    /// The word is no state that we know: the incident keeps the state it had, the word is kept beside it.
    StateKept,
    /// A hold without a reason was taken as waiting for the caller.
    HoldForCaller,
    /// The word has no counterpart here: it is kept under its column's name.
    KeptAsText,
    /// The number is no `INC` and digits (or its digits are taken): the incident got a free one here.
    Renumbered,
    /// The instant lies after the incident's last row: it is kept but not shown.
    NotShown,
    /// Bytes that are no UTF-8 were read as Windows-1252.
    Recoded,
    /// Control characters, and marks that turn the direction of writing, were taken out.
    Stripped,
    /// An apostrophe was taken away that spreadsheets put before a formula.
    Unquoted,
    /// No date, or none that can be: taken as unknown, as was chosen.
    DateUnknown,
    /// It has no number: it got one here.
    NumberGiven,
    /// That time does not exist there, because clocks go forward: it moved on by the gap.
    GapMoved,
    /// The row has fewer cells than the first line: the missing ones were taken as unknown.
    Padded,
}

impl Report {
    /// Rows left out, for whatever reason.
    pub fn rows_left_out(&self) -> u32 {
        self.left_out.iter().map(|left| left.rows).sum()
    }

    /// The account in plain sentences, the most important first.
    pub fn sentences(&self) -> Vec<String> {
        let mut sentences = Vec::new();
        if !self.tool.is_empty() {
            sentences.push(format!("Read as {}.", self.tool));
        }
        sentences.push(format!(
            "{} read: {} of {} taken.",
            count(self.rows_read, "row", "rows"),
            count(self.events_taken, "event", "events"),
            count(self.incidents, "incident", "incidents"),
        ));
        sentences.extend(self.left_out.iter().map(LeftOut::sentence));
        if self.incidents_later > 0 {
            sentences.push(format!(
                "{} left out: nothing had happened to them yet at the instant you chose.",
                count(self.incidents_later, "incident was", "incidents were")
            ));
        }
        if self.cells_later > 0 {
            sentences.push(format!(
                "{} emptied: the rows before the instant you chose already told how it would end.",
                count(self.cells_later, "cell was", "cells were")
            ));
        }
        sentences.extend(self.mended.iter().map(Mend::sentence));
        sentences.push(format!("Columns that became fields: {}.", list(&self.recognised)));
        if !self.kept.is_empty() {
            sentences.push(format!("Columns kept under their own names: {}.", list(&self.kept)));
        }
        if !self.dropped.is_empty() {
            sentences.push(format!("Columns left out, as you chose: {}.", list(&self.dropped)));
        }
        if self.zone.is_empty() {
            sentences.push(self.dates.sentence().to_owned());
        } else {
            let order = if self.dates.month_first { "Dates were read as month/day/year; those" } else { "Dates" };
            sentences.push(format!("{order} without an offset were read as local time in {}.", self.zone));
        }
        sentences
    }
}

impl Dates {
    /// How dates were read, in a sentence.
    pub fn sentence(&self) -> &'static str {
        match (self.month_first, self.assumed, self.name_utc) {
            (_, _, true) => "The dates name UTC.",
            (true, ..) => "Dates were read as month/day/year. They name no time zone and were read as UTC.",
            (false, true, _) => {
                "Dates could be day/month or month/day; they were read as day/month. They name no time zone and were read as UTC."
            }
            (false, false, _) => "The dates name no time zone and were read as UTC.",
        }
    }
}

impl LeftOut {
    /// In a sentence.
    pub fn sentence(&self) -> String {
        let rows = count(self.rows, "row was", "rows were");
        let why = match self.why {
            Left::Later => "written after the instant you chose",
            Left::Duplicate => "the same row stands in the file already",
            Left::NoNumber => "no incident number",
            Left::NoTime => "no date that says when",
            Left::Unreadable => "a cell could not be read, and you chose to leave such rows out",
            Left::CellCount => "more or fewer cells than the first line names",
            Left::Repeated => "another row of the same number was taken",
            Left::Blank => "all cells are empty",
        };
        format!("{rows} left out: {why} (first in line {}).", self.line)
    }
}

impl Mend {
    /// In a sentence.
    pub fn sentence(&self) -> String {
        let cells = count(self.cells, "cell", "cells");
        let Self { column, example, line, .. } = self;
        let what = match self.what {
            Mending::StateKept => "no state known here; the incident keeps the state it had, the word stays beside it",
            Mending::HoldForCaller => "a hold without a reason; taken as waiting for the caller",
            Mending::KeptAsText => "no counterpart here; kept as text",
            Mending::Renumbered => "not INC and digits of its own; the incident got a free number here",
            Mending::NotShown => "later than the incident's last row; kept but not shown",
            Mending::Recoded => "not UTF-8; read as Windows-1252",
            Mending::Stripped => "invisible control characters taken out",
            Mending::Unquoted => "an apostrophe before a formula taken away",
            Mending::DateUnknown => "no date that can be read; taken as unknown",
            Mending::NumberGiven => "no number; the ticket got one here",
            Mending::GapMoved => "a time that does not exist there, because clocks went forward; moved on by the gap",
            Mending::Padded => "fewer cells than the first line names; the missing ones were taken as unknown",
        };
        let place = if column.is_empty() { cells } else { format!("{column}, {cells}") };
        let example = if example.is_empty() { String::new() } else { format!(": \u{201c}{example}\u{201d}") };
        format!("{place}: {what} (first in line {line}{example}).")
    }
}

fn list(names: &[String]) -> String {
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

/// `1 row`, `24,918 rows`.
fn count(number: u32, one: &str, many: &str) -> String {
    let mut text = crate::say::number(number.into());
    text.push(' ');
    text.push_str(if number == 1 { one } else { many });
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_account_begins_with_what_was_taken() {
        let report = Report { rows_read: 141_712, events_taken: 141_712, incidents: 24_918, ..Report::default() };
        let first = report.sentences().into_iter().next();
        assert_eq!(first.as_deref(), Some("141,712 rows read: 141,712 events of 24,918 incidents taken."));
    }

    #[test]
    fn a_mend_names_column_count_line_and_what_stood_there() {
        let mend = Mend {
            what: Mending::StateKept,
            column: "incident_state".into(),
            example: "-100".into(),
            line: 7,
            cells: 1,
        };
        let sentence = mend.sentence();
        for part in ["incident_state", "1 cell:", "line 7", "\u{201c}-100\u{201d}"] {
            assert!(sentence.contains(part), "{sentence}");
        }
    }
}
