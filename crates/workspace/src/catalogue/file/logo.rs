//! The logo of a catalogue: a picture within the file, so that nothing is loaded from anywhere.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::cursor::Cursor;
use super::limits::LOGO_MOST;

const PNG: &str = "data:image/png;base64,";
const JPEG: &str = "data:image/jpeg;base64,";

/// Why an address cannot be a logo, in words that go on from its place.
pub fn why_no_logo(address: &str) -> Option<&'static str> {
    if address.len() > LOGO_MOST {
        return Some("is larger than 64 kB");
    }
    let (data, first): (&str, &[u8]) = match (address.strip_prefix(PNG), address.strip_prefix(JPEG)) {
        (Some(data), _) => (data, b"\x89PNG"),
        (_, Some(data)) => (data, b"\xff\xd8\xff"),
        _ => return Some("must be a picture within the file: data:image/png;base64, or data:image/jpeg;base64,"),
    };
    match STANDARD.decode(data) {
        Ok(bytes) if bytes.starts_with(first) => None,
        Ok(_) => Some("is not the kind of picture that it says it is"),
        Err(_) => Some("is damaged: it is not base64"),
    }
}

pub(super) fn logo(at: &Cursor<'_>) -> Arc<str> {
    let Some(address) = at.value.as_str() else {
        at.fail("must be a text in quotation marks");
        return Arc::default();
    };
    if at.is_strict()
        && !address.is_empty()
        && let Some(problem) = why_no_logo(address)
    {
        at.fail(problem);
        return Arc::default();
    }
    Arc::from(address)
}
