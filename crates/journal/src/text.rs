//! Base 32768: bytes as text with 15 bits in every UTF-16 unit, for a store that counts units.
//!
//! A full unit is `U+3400 + 15 bits`, so U+3400..=U+B3FF; up to 7 bits that are left over at the end take
//! one unit `U+B400 + 7 bits`. Bits go in from the highest down, and what pads the last unit is zero.
//! None of these is a surrogate, so a Rust `String` holds them all; the bytes of a text are unique.

use crate::Damage;

const FULL: u32 = 0x3400;
const FULL_BITS: u32 = 15;
const SHORT: u32 = FULL + (1 << FULL_BITS);
const SHORT_BITS: u32 = 7;
const BEYOND: u32 = SHORT + (1 << SHORT_BITS);

/// Writes bytes as text: `ceil(8 n / 15)` UTF-16 units for `n` bytes.
pub fn to_text(bytes: &[u8]) -> String {
    // Every unit here takes three bytes in UTF-8.
    let mut text = String::with_capacity((bytes.len() * 8).div_ceil(15) * 3);
    let (mut held, mut bits) = (0u32, 0u32);
    for &byte in bytes {
        held = held << 8 | u32::from(byte);
        bits += 8;
        if bits >= FULL_BITS {
            bits -= FULL_BITS;
            push(&mut text, FULL + (held >> bits));
            held &= (1 << bits) - 1;
        }
    }
    match bits {
        0 => {}
        1..=SHORT_BITS => push(&mut text, SHORT + (held << (SHORT_BITS - bits))),
        _ => push(&mut text, FULL + (held << (FULL_BITS - bits))),
    }
    text
}

fn push(text: &mut String, unit: u32) {
    text.extend(char::from_u32(unit));
}

/// How many UTF-16 units so many bytes take.
pub fn units_of(bytes: usize) -> u64 {
    (bytes as u64 * 8).div_ceil(u64::from(FULL_BITS))
}

/// Reads back what [`to_text`] wrote; anything else is damage with its place.
pub fn from_text(text: &str) -> Result<Vec<u8>, Damage> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 15 / 8 + 1);
    let (mut held, mut bits) = (0u32, 0u32);
    let mut short = false;
    for (at, unit) in text.chars().map(u32::from).enumerate() {
        if short {
            return Err(Damage::at("something follows the end mark", at));
        }
        match unit {
            FULL..SHORT => (held, bits) = (held << FULL_BITS | (unit - FULL), bits + FULL_BITS),
            SHORT..BEYOND => (held, bits, short) = (held << SHORT_BITS | (unit - SHORT), bits + SHORT_BITS, true),
            _ => return Err(Damage::at("a character that is not base 32768", at)),
        }
        while bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
        held &= (1 << bits) - 1;
    }
    if held != 0 || (short && bits == SHORT_BITS) {
        return Err(Damage::at("the last character is not as it was written", text.chars().count()));
    }
    Ok(bytes)
}
