//! The numbers of records in a text.

/// A text in pieces; `true` for those that look like the number of a record: capitals, seven digits, perhaps a tag.
pub(super) fn numbers(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = vec![];
    let mut rest = text;
    let mut from = 0;
    while let Some(found) = rest.get(from..).and_then(number_in) {
        let (start, end) = (from + found.0, from + found.1);
        let (before, number, after) = (rest.get(..start), rest.get(start..end), rest.get(end..));
        let (Some(before), Some(number), Some(after)) = (before, number, after) else { break };
        if !before.is_empty() {
            pieces.push((before, false));
        }
        pieces.push((number, true));
        rest = after;
        from = 0;
    }
    if !rest.is_empty() {
        pieces.push((rest, false));
    }
    pieces
}

/// Where the first such number stands.
fn number_in(text: &str) -> Option<(usize, usize)> {
    let mut start = 0;
    for word in text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-')) {
        let length = number_length(word);
        if length > 0 {
            return Some((start, start + length));
        }
        start += word.len();
        start += text.get(start..).and_then(|tail| tail.chars().next()).map_or(0, char::len_utf8);
    }
    None
}

/// How long the number is that a word begins with; 0 if it begins with none.
fn number_length(word: &str) -> usize {
    let capitals = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = word.bytes().skip(capitals).take_while(u8::is_ascii_digit).count();
    if !(2..=5).contains(&capitals) || digits < 7 {
        return 0;
    }
    let plain = capitals + digits;
    match word.get(plain..) {
        Some("") => plain,
        Some(tail) => match tail.strip_prefix('-') {
            Some(tag) if !tag.is_empty() && tag.bytes().all(|byte| byte.is_ascii_hexdigit()) => word.len(),
            Some(_) => plain,
            None => 0,
        },
        None => 0,
    }
}
