//! What every file passes before anybody reads it: its size, its encoding, and characters that deceive.

use super::Fault;

/// The largest file that is read, in bytes. A larger one is refused unread.
pub const LARGEST: usize = 2 * 1024 * 1024;

/// The text of a file, and what was made harmless in it.
///
/// # Errors
/// Where it is too large or no text.
pub fn text_of(bytes: &[u8]) -> Result<(String, Vec<String>), Vec<Fault>> {
    if bytes.len() > LARGEST {
        return Err(Fault::whole(format!(
            "The file has {} MB; at most {} MB are read. Save fewer services at once.",
            bytes.len().div_ceil(1024 * 1024),
            LARGEST / (1024 * 1024)
        )));
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        _ => {
            let text = std::str::from_utf8(bytes).map_err(|wrong| {
                let line =
                    bytes.get(..wrong.valid_up_to()).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count()
                        + 1;
                vec![Fault::new(
                    format!("line {line}"),
                    "This is not UTF-8 text. Save the file as UTF-8 and choose it again.",
                )]
            })?;
            text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()
        }
    };
    if let Some(place) = text.find('\0') {
        let line = text.get(..place).unwrap_or_default().matches('\n').count() + 1;
        return Err(vec![Fault::new(
            format!("line {line}"),
            "There is a NUL character: this is no text file, or it is damaged.",
        )]);
    }
    let clean: String = text.chars().filter(|letter| !deceives(*letter)).collect();
    let removed = text.chars().count() - clean.chars().count();
    let note = (removed > 0)
        .then(|| format!("Left out {removed} invisible characters that control the direction of text or a terminal."));
    Ok((clean, note.into_iter().collect()))
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Vec<Fault>> {
    let damaged = || Fault::whole("This UTF-16 text is damaged. Save the file as UTF-8 and choose it again.");
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(damaged());
    }
    char::decode_utf16(pairs.iter().copied().map(unit)).collect::<Result<String, _>>().map_err(|_| damaged())
}

/// Whether a character changes how others are shown without being seen: bidirectional controls, and control characters
/// other than those that end lines and columns.
fn deceives(letter: char) -> bool {
    let moves =
        matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}');
    moves || (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r'))
}

/// What is left of a text that was written with escapes, so that it passed [`text_of`].
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|letter| *letter != '\0' && !deceives(*letter)).collect()
}
