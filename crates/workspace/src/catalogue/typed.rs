//! What people type where a catalogue is written: amounts of money, shares, lists. Written back so that it reads the same.

use std::sync::Arc;

use itsm::catalogue::Cents;

const NO_AMOUNT: &str = "Write an amount such as 120 or 89.50, without the currency.";
const TOO_MUCH: &str = "That is more than a thousand million; check the amount.";
const NO_SHARE: &str = "Write a share from 0 to 100, such as 99.5.";
/// A thousand million of any currency: nothing in a catalogue costs more, and sums stay far from any limit.
const MOST: Cents = 100_000_000_000;

/// An amount as it was typed, with a point or a comma before at most two decimals; points, commas, apostrophes and spaces
/// before that keep thousands apart. Nothing typed is nothing.
///
/// # Errors
/// What is not understood, and how to write it.
pub fn cents(text: &str) -> Result<Cents, &'static str> {
    let text = text.trim();
    let (whole, rest) = match text.rsplit_once(['.', ',']) {
        Some((whole, rest)) if rest.len() <= 2 => (whole, rest),
        _ => (text, ""),
    };
    if !rest.chars().all(|letter| letter.is_ascii_digit()) || (whole.is_empty() && rest.is_empty() && !text.is_empty())
    {
        return Err(NO_AMOUNT);
    }
    let mut amount: Cents = 0;
    for letter in whole.chars() {
        match letter.to_digit(10) {
            Some(digit) => amount = amount.saturating_mul(10).saturating_add(Cents::from(digit)),
            None if is_between_thousands(letter) => {}
            None => return Err(NO_AMOUNT),
        }
    }
    let hundredths = match rest.len() {
        0 => 0,
        1 => rest.parse::<Cents>().map_err(|_| NO_AMOUNT)?.saturating_mul(10),
        _ => rest.parse::<Cents>().map_err(|_| NO_AMOUNT)?,
    };
    let amount = amount.saturating_mul(100).saturating_add(hundredths);
    if amount > MOST { Err(TOO_MUCH) } else { Ok(amount) }
}

fn is_between_thousands(letter: char) -> bool {
    matches!(letter, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}')
}

/// The amount as [`cents`] reads it: `120`, `89.50`.
pub fn amount(cents: Cents) -> String {
    let (whole, rest) = (cents / 100, cents % 100);
    match rest {
        0 => whole.to_string(),
        1..10 => [&whole.to_string(), ".0", &rest.to_string()].concat(),
        _ => [&whole.to_string(), ".", &rest.to_string()].concat(),
    }
}

/// A share in per cent as it was typed, in thousandths of a per cent.
///
/// # Errors
/// What is not understood, and how to write it.
pub fn share(text: &str) -> Result<u32, &'static str> {
    let text = text.trim().trim_end_matches('%').trim().replace(',', ".");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let is_number = |part: &str| part.chars().all(|letter| letter.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || rest.len() > 3 || !is_number(whole) || !is_number(rest) {
        return Err(NO_SHARE);
    }
    let thousandths: String = [rest, "000"].concat().chars().take(3).collect();
    let share = [whole, &thousandths].concat().parse::<u32>().map_err(|_| NO_SHARE)?;
    if share > 100_000 { Err(NO_SHARE) } else { Ok(share) }
}

/// The share as [`share`] reads it: `99.5`.
pub fn share_text(thousandths: u32) -> String {
    let whole = (thousandths / 1000).to_string();
    let rest = thousandths % 1000;
    if rest == 0 {
        return whole;
    }
    let padded = ["000", &rest.to_string()].concat();
    let digits = padded.get(padded.len().saturating_sub(3)..).unwrap_or_default();
    [&whole, ".", digits.trim_end_matches('0')].concat()
}

/// Texts, one a line; empty lines are none.
pub fn lines(text: &str) -> Vec<Arc<str>> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Arc::from).collect()
}

/// Texts with commas between them; empty ones are none.
pub fn words(text: &str) -> Vec<Arc<str>> {
    text.split([',', '\n']).map(str::trim).filter(|word| !word.is_empty()).map(Arc::from).collect()
}

/// Bytes as base64 (RFC 4648, with padding), for a `data:` address.
pub fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letter = |bits: u32| LETTERS.get((bits & 63) as usize).map_or('A', |letter| char::from(*letter));
    let mut text = String::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    for three in bytes.chunks(3) {
        let byte = |place: usize| three.get(place).copied().map_or(0, u32::from);
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        text.push(letter(bits >> 18));
        text.push(letter(bits >> 12));
        text.push(if three.len() > 1 { letter(bits >> 6) } else { '=' });
        text.push(if three.len() > 2 { letter(bits) } else { '=' });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{amount, base64, cents, lines, share, share_text, words};

    #[test]
    fn bytes_become_base64_as_the_standard_has_it() {
        let vectors =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")];
        for (text, wanted) in vectors {
            assert_eq!(base64(text.as_bytes()), wanted);
        }
    }

    #[test]
    fn amounts_are_read_as_people_of_many_countries_write_them() {
        let read = [("120", 12_000), ("89.50", 8_950), ("89,5", 8_950), ("1,250", 125_000), ("1.250,00", 125_000)];
        let more = [("1 250.75", 125_075), ("1'000'000", 100_000_000), (" ", 0), (".5", 50), ("7.", 700)];
        for (text, wanted) in read.into_iter().chain(more) {
            assert_eq!(cents(text), Ok(wanted), "{text}");
        }
        for text in ["twelve", "12 EUR", "-3", ".", "1.2.x", "99999999999999"] {
            assert!(cents(text).is_err(), "{text}");
        }
    }

    #[test]
    fn amounts_and_shares_are_written_as_they_are_read() {
        for number in [0, 5, 50, 105, 8_950, 12_000, 100_000_000_000] {
            assert_eq!(cents(&amount(number)), Ok(number));
        }
        for number in [0, 1, 50, 500, 99_500, 99_999, 100_000] {
            assert_eq!(share(&share_text(number)), Ok(number));
        }
        assert_eq!(share_text(99_950), "99.95");
    }

    #[test]
    fn a_share_is_none_beyond_a_hundred_or_beyond_thousandths() {
        for text in ["", "101", "100.1", "99.5555", "many", "-1"] {
            assert!(share(text).is_err(), "{text}");
        }
        assert_eq!(share("99,5 %"), Ok(99_500));
    }

    #[test]
    fn lists_skip_what_is_empty() {
        assert_eq!(lines(" One \n\n Two").len(), 2);
        assert_eq!(words("notebook, , pc,").len(), 2);
    }
}
