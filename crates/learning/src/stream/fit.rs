//! Text in little room: how wide it will be, and how it is broken and shortened. No font is at hand, so widths are those
//! of DejaVu Sans, the widest of the common system faces.

/// How much wider strong text is.
pub(super) const STRONG: f64 = 1.12;

/// About how wide a text is in a sans-serif face, in the unit of `size`, which is the font's size. Strong text takes
/// about an eighth more.
pub fn width_of(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// A character's width as a part of the font's size.
fn em(character: char) -> f64 {
    match character {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.32,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' => 0.4,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 0.98,
        'A'..='Z' => 0.73,
        '\u{0}'..='\u{7f}' => 0.62,
        '\u{80}'..='\u{52f}' => 0.66,
        _ => 1.05,
    }
}

/// Breaks a text into lines of at most `width` at a font's `size` (same unit), at spaces where it can. Beyond
/// `most_lines` it is cut and ends in "…".
pub fn fit(text: &str, width: f64, size: f64, most_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in text.split_whitespace().flat_map(|word| pieces(word, width, size)) {
        match lines.last_mut() {
            Some(line) if width_of(line, size) + width_of(" ", size) + width_of(&piece, size) <= width => {
                line.push(' ');
                line.push_str(&piece);
            }
            _ => lines.push(piece),
        }
    }
    if lines.len() > most_lines {
        let rest = lines.split_off(most_lines.saturating_sub(1)).join(" ");
        lines.push(shortened(rest, width, size));
    }
    lines
}

/// As much of a text as fits on a line before "…".
fn shortened(mut text: String, width: f64, size: f64) -> String {
    while !text.is_empty() && width_of(&text, size) + width_of("…", size) > width {
        text.pop();
    }
    text.truncate(text.trim_end().len());
    text + "…"
}

/// A word in pieces that each fit; one piece if it fits as it is.
fn pieces(word: &str, width: f64, size: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0.0;
    for character in word.chars() {
        let more = em(character) * size;
        if used + more > width && used > 0.0 {
            pieces.push(String::new());
            used = 0.0;
        }
        used += more;
        if let Some(piece) = pieces.last_mut() {
            piece.push(character);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_at_spaces_and_keeps_every_word() {
        let lines = fit("Order the laptop from the supplier", 100.0, 13.0, 9);
        assert!(lines.len() > 1 && lines.iter().all(|line| width_of(line, 13.0) <= 100.0), "{lines:?}");
        assert_eq!(lines.join(" "), "Order the laptop from the supplier");
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut_and_too_long_a_text_shortened() {
        let lines = fit(&"x".repeat(80), 100.0, 13.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| width_of(line, 13.0) <= 100.0), "{lines:?}");
        assert!(lines.last().is_some_and(|line| line.ends_with('…')));
        assert_eq!(fit("Network and telephony", 105.0, 12.0, 1), ["Network and t…"]);
    }

    #[test]
    fn room_for_nothing_still_ends() {
        assert!(fit("word and word", 0.0, 13.0, 3).len() <= 3);
        assert!(fit("", 100.0, 13.0, 3).is_empty());
    }
}
