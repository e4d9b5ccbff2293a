//! The column codec: what goes in comes out, and nothing that comes from outside can hurt.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use journal::columns::{Column, Table, Values, decode, encode};
use proptest::prelude::*;

fn values(rows: usize) -> impl Strategy<Value = Values> {
    prop_oneof![
        prop::collection::vec(prop_oneof![any::<i64>(), -3i64..3, Just(i64::MIN), Just(i64::MAX)], rows)
            .prop_map(Values::Integers),
        prop::collection::vec(any::<String>(), 1..20).prop_flat_map(move |dictionary| {
            prop::collection::vec(0..dictionary.len() as u32, rows)
                .prop_map(move |indexes| Values::Words { dictionary: dictionary.clone(), indexes })
        }),
    ]
}

fn tables() -> impl Strategy<Value = Table> {
    (0usize..40).prop_flat_map(|rows| {
        prop::collection::vec((any::<String>(), values(rows)), 1..5).prop_map(move |columns| Table {
            rows,
            columns: columns.into_iter().map(|(name, values)| Column { name, values }).collect(),
        })
    })
}

/// Wraps raw bytes so that they pass every check but the layout's: what a forger would send.
fn forge(raw: &[u8]) -> Vec<u8> {
    let mut bytes = b"SDC\x01".to_vec();
    bytes.extend((raw.len() as u32).to_le_bytes());
    bytes.extend(miniz_oxide::deflate::compress_to_vec(raw, 6));
    bytes
}

proptest! {
    #[test]
    fn a_table_comes_back_as_it_was(table in tables()) {
        prop_assert_eq!(decode(&encode(&table)), Ok(table));
    }

    #[test]
    fn random_bytes_are_refused_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(decode(&bytes).is_err());
    }

    #[test]
    fn forged_bytes_never_panic(raw in prop::collection::vec(prop_oneof![0u8..4, any::<u8>()], 0..200)) {
        if let Ok(table) = decode(&forge(&raw)) {
            prop_assert_eq!(decode(&encode(&table)), Ok(table));
        }
    }

    #[test]
    fn a_table_with_a_changed_byte_never_panics(
        table in tables(), at in any::<prop::sample::Index>(), change in 1u8..,
    ) {
        let mut bytes = encode(&table);
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        let _ = decode(&bytes);
    }

    #[test]
    fn a_table_cut_short_is_refused(table in tables(), at in any::<prop::sample::Index>()) {
        let bytes = encode(&table);
        prop_assert!(decode(&bytes[..at.index(bytes.len())]).is_err());
    }
}

#[test]
fn a_promise_of_more_rows_than_bytes_is_refused_before_room_is_made() {
    let mut raw = vec![0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 1, 1, b'a', 0];
    assert!(decode(&forge(&raw)).is_err());
    raw[0] = 0xfe;
    assert!(decode(&forge(&raw)).is_err());
    assert!(decode(&forge(&[200, 1, 0])).is_err(), "rows without columns");
}

#[test]
fn a_bomb_is_refused_by_the_length_it_must_declare() {
    let mut bytes = b"SDC\x01".to_vec();
    bytes.extend((100u32 << 20).to_le_bytes());
    bytes.extend(miniz_oxide::deflate::compress_to_vec(&vec![0; 2 << 20], 6));
    assert!(decode(&bytes).is_err());
    bytes[4..8].copy_from_slice(&1000u32.to_le_bytes());
    assert!(decode(&bytes).is_err(), "nor may it declare less than it holds");
}

#[test]
fn an_index_without_its_word_is_refused() {
    let indexes = vec![0, 1];
    let values = Values::Words { dictionary: vec!["only".into()], indexes };
    let table = Table { rows: 2, columns: vec![Column { name: "state".into(), values }] };
    assert!(decode(&encode(&table)).is_err());
}
