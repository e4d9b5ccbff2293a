//! XXH64 over stored text: 64 bits, so that damage passes unseen once in 10^19.

use twox_hash::XxHash64;

/// The checksum of a text's UTF-8 bytes, seed 0.
pub fn of(text: &str) -> u64 {
    XxHash64::oneshot(0, text.as_bytes())
}

/// Sixteen lower-case hexadecimal digits.
pub fn hex(value: u64) -> String {
    format!("{value:016x}")
}

/// Reads back exactly what [`hex`] writes.
pub fn from_hex(text: &str) -> Option<u64> {
    let canonical = text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if canonical { u64::from_str_radix(text, 16).ok() } else { None }
}

/// Reads a number as it is written: no sign, no leading zeros.
pub fn from_decimal(text: &str) -> Option<u64> {
    let canonical = text == "0" || (!text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()));
    if canonical { text.parse().ok() } else { None }
}

/// Reads a number of 32 bits as it is written.
pub fn from_decimal_32(text: &str) -> Option<u32> {
    from_decimal(text).and_then(|n| u32::try_from(n).ok())
}
