//! Rows as a file for a spreadsheet: CSV that opens right, and does nothing on opening.

/// Spreadsheets take a cell that begins so (or with the wide form of such a sign) for a formula, and would carry out what a caller wrote.
const FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// What tells a spreadsheet that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table as CSV: headings, then rows; UTF-8 with a mark, lines ended as the format's standard (RFC 4180) has it. A
/// cell that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn csv(headings: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    // Writing into memory cannot fail; rows are of the length of the headings, and one that is not is left out.
    let _ = writer.write_record(headings);
    for row in rows {
        let _ =
            writer.write_record(row.iter().map(|cell| harmless(cell)).collect::<Vec<_>>().iter().map(|cell| &**cell));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn harmless(cell: &str) -> std::borrow::Cow<'_, str> {
    if cell.starts_with(FORMULAS) { ["'", cell].concat().into() } else { cell.into() }
}

/// A file's name from the name of a view and an instant (`2026-01-05T09:30`): letters and digits, joined by hyphens.
pub fn file_name(view: &str, at: &str) -> String {
    let mut name = String::new();
    for letter in [view, " ", at].concat().chars() {
        if letter.is_alphanumeric() {
            name.extend(letter.to_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') && letter != ':' {
            name.push('-');
        }
    }
    name.push_str(".csv");
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_carry_out_is_made_harmless() {
        let row = |text: &str| vec![text.to_owned(), "-2".to_owned()];
        let text = csv(
            &["Summary", "Number"],
            vec![row("=cmd|' /C calc'!A0"), row("a \"b\", c\nd"), row("plain")].into_iter(),
        );
        assert_eq!(
            text,
            "\u{feff}Summary,Number\r\n'=cmd|' /C calc'!A0,'-2\r\n\"a \"\"b\"\", c\nd\",'-2\r\nplain,'-2\r\n"
        );
    }

    #[test]
    fn files_are_named_after_view_and_moment() {
        assert_eq!(file_name("On hold: Zoë/Network", "2026-01-05T09:30"), "on-hold-zoë-network-2026-01-05t0930.csv");
        assert_eq!(file_name("", ""), ".csv");
    }
}
