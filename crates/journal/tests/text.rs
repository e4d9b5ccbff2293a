//! Base 32768: what goes in comes out, and each text stands for one row of bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use journal::text::{from_text, to_text};
use proptest::prelude::*;

proptest! {
    #[test]
    fn bytes_come_back_as_they_were_in_15_bits_a_unit(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = to_text(&bytes);
        prop_assert_eq!(text.encode_utf16().count(), (bytes.len() * 8).div_ceil(15));
        prop_assert_eq!(from_text(&text), Ok(bytes));
    }

    #[test]
    fn a_text_that_is_read_is_the_text_that_would_be_written(
        units in prop::collection::vec(0x3400u32..0xb480, 0..20), last in 0xb3f0u32..0xb490,
    ) {
        let text: String = units.into_iter().chain([last]).filter_map(char::from_u32).collect();
        if let Ok(bytes) = from_text(&text) {
            prop_assert_eq!(to_text(&bytes), text);
        }
    }

    #[test]
    fn any_text_at_all_is_read_or_refused(text in any::<String>()) {
        if let Ok(bytes) = from_text(&text) {
            prop_assert_eq!(to_text(&bytes), text);
        }
    }
}

#[test]
fn every_length_of_the_last_unit_is_told_apart() {
    for length in 0..64 {
        for fill in [0x00, 0xff, 0x80, 0x01] {
            let bytes = vec![fill; length];
            assert_eq!(from_text(&to_text(&bytes)), Ok(bytes));
        }
    }
}

#[test]
fn a_foreign_character_is_refused_with_its_place() {
    let mut text = to_text(b"service dojo");
    text.push('a');
    assert_eq!(from_text(&text).unwrap_err().at, 7);
}
