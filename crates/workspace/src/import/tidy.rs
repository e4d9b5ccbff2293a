//! Cells as text: what is not readable, not visible or only there for spreadsheets is mended, and counted.

use std::borrow::Cow;

use crate::base::Mending;

/// Windows-1252 where it differs from Latin-1, from 0x80 on; the five unused places stay as they are.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// A cell as text, without blanks around it, and what was done to it.
pub fn tidy(cell: &[u8]) -> (Cow<'_, str>, Vec<Mending>) {
    let mut mendings = Vec::new();
    let mut text = match std::str::from_utf8(cell) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            mendings.push(Mending::Recoded);
            Cow::Owned(cell.iter().map(|&byte| recoded(byte)).collect())
        }
    };
    if text.contains(is_unwanted) {
        mendings.push(Mending::Stripped);
        text = Cow::Owned(text.chars().filter(|&letter| !is_unwanted(letter)).collect());
    }
    text = trimmed(text);
    if text.strip_prefix('\'').is_some_and(|rest| rest.starts_with(['=', '+', '-', '@'])) {
        mendings.push(Mending::Unquoted);
        text = Cow::Owned(text.chars().skip(1).collect());
    }
    (text, mendings)
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

fn recoded(byte: u8) -> char {
    usize::from(byte).checked_sub(0x80).and_then(|place| WINDOWS_1252.get(place)).copied().unwrap_or(char::from(byte))
}

/// Control characters but tab and line ends, and marks that turn the direction of writing of what follows.
fn is_unwanted(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r'))
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(cell: &[u8]) -> (String, Vec<Mending>) {
        let (text, mendings) = tidy(cell);
        (text.into_owned(), mendings)
    }

    #[test]
    fn a_plain_cell_stays_as_it_is() {
        assert_eq!(tidied("Opened by  8 äß".as_bytes()), ("Opened by  8 äß".to_owned(), vec![]));
    }

    #[test]
    fn bytes_that_are_no_utf8_are_read_as_windows_1252() {
        assert_eq!(tidied(b"M\xfcller \x80"), ("Müller €".to_owned(), vec![Mending::Recoded]));
    }

    #[test]
    fn nul_and_marks_that_turn_the_writing_are_taken_out() {
        assert_eq!(tidied("a\0b\u{202e}c".as_bytes()), ("abc".to_owned(), vec![Mending::Stripped]));
    }

    #[test]
    fn our_own_guard_against_formulas_is_undone() {
        assert_eq!(tidied(b"'=1+1"), ("=1+1".to_owned(), vec![Mending::Unquoted]));
        assert_eq!(tidied(b"=1+1"), ("=1+1".to_owned(), vec![]));
        assert_eq!(tidied(b"'quoted'"), ("'quoted'".to_owned(), vec![]));
    }
}
