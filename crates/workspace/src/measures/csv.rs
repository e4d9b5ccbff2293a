//! Tables as CSV (RFC 4180), for spreadsheets.

/// The rows as text. A cell that a spreadsheet would take for a formula gets an apostrophe before it; plain numbers
/// stay numbers.
pub fn text(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            write(cell, &mut out);
        }
        out.push_str("\r\n");
    }
    out
}

fn write(cell: &str, out: &mut String) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if !formula && !cell.contains([',', '"', '\n', '\r']) {
        return out.push_str(cell);
    }
    out.push('"');
    if formula {
        out.push('\'');
    }
    out.push_str(&cell.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::text;

    fn one(cell: &str) -> String {
        text(&[vec![cell.to_owned()]]).trim_end_matches("\r\n").to_owned()
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let row = ["Week", "1,234", "say \"hello\"", "two\nlines", "plain"].map(str::to_owned).to_vec();
        assert_eq!(text(&[row]), "Week,\"1,234\",\"say \"\"hello\"\"\",\"two\nlines\",plain\r\n");
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_kept_a_text() {
        for cell in ["=HYPERLINK(1)", "+1 or 2", "-x", "@sum", "\tx"] {
            assert_eq!(one(cell), ["\"'", cell, "\""].concat());
        }
        assert_eq!((one("-5"), one("+49")), ("-5".to_owned(), "+49".to_owned()));
    }
}
