//! Grids of any shape survive the stored form; damaged bytes are refused, never more.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use chrono::DateTime;
use proptest::prelude::*;

use super::field::Field;
use super::grid::{Cells, Column, Grid, UNKNOWN};
use super::*;

fn meta_of(scope: Scope) -> Meta {
    Meta {
        scope,
        imported_at: DateTime::from_timestamp(1_767_607_200, 0).unwrap(),
        file_name: "log \u{201c}1\u{201d}.csv".into(),
        report: Report {
            rows_read: 7,
            left_out: [Left::Later, Left::Duplicate, Left::NoNumber, Left::NoTime]
                .map(|why| LeftOut { why, rows: 1, line: 2 })
                .to_vec(),
            mended: [
                Mending::StateKept,
                Mending::HoldForCaller,
                Mending::KeptAsText,
                Mending::Renumbered,
                Mending::NotShown,
                Mending::Recoded,
                Mending::Stripped,
                Mending::Unquoted,
            ]
            .map(|what| Mend { what, column: "a".into(), example: "b".into(), line: 3, cells: 4 })
            .to_vec(),
            kept: vec!["note".into()],
            dates: Dates { month_first: true, ..Dates::default() },
            ..Report::default()
        },
    }
}

fn words(name: &str, field: Field, cells: &[&str]) -> Column {
    let mut words = vec![String::new()];
    let indexes = cells
        .iter()
        .map(|cell| match words.iter().position(|word| word == cell) {
            Some(place) => place as u32,
            None => {
                words.push((*cell).to_owned());
                words.len() as u32 - 1
            }
        })
        .collect();
    Column { name: name.into(), field, cells: Cells::Words { words, indexes } }
}

/// What a grid says, whatever its dictionaries look like.
fn said(grid: &Grid) -> Vec<String> {
    let mut said: Vec<String> = grid.lengths.iter().map(u32::to_string).collect();
    said.extend((0..grid.ids.len()).map(|incident| grid.number(incident)));
    for (place, column) in grid.columns.iter().enumerate() {
        said.push(format!("{} {:?}", column.name, column.field));
        match &column.cells {
            Cells::Words { .. } => said.extend((0..grid.rows()).map(|row| grid.text(place, row))),
            Cells::Wholes(values) => said.push(format!("wholes {values:?}")),
            Cells::Moments(values) => said.push(format!("moments {values:?}")),
        }
    }
    said
}

fn small() -> Grid {
    Grid {
        ids: vec![45, 47],
        numbers: vec![String::new(), "TASK-1".into()],
        lengths: vec![3, 1],
        columns: vec![
            words("state", Field::State, &["New", "New", "Closed", "New"]),
            Column {
                name: "updated".into(),
                field: Field::UpdatedAt,
                cells: Cells::Moments(vec![60, 120, 181, 60_000]),
            },
            words("note", Field::Other, &["", "x", "", "x"]),
        ],
    }
}

#[test]
fn the_account_comes_back_as_it_was_written() {
    for scope in [Scope::AsItWas, Scope::AsOf(DateTime::from_timestamp(1_463_389_200, 0).unwrap())] {
        let written = meta_of(scope);
        let segment = write(&written, &small());
        assert_eq!(meta(&segment), Ok(written));
    }
}

#[test]
fn another_kind_is_refused_by_its_name() {
    let mut segment = write(&meta_of(Scope::AsItWas), &small());
    segment.kind = "servicenow-import/2".into();
    assert_eq!(open(&segment).err(), Some(BaseFault::Kind("servicenow-import/2".into())));
}

#[test]
fn bytes_that_are_cut_short_are_refused_at_every_length() {
    let segment = write(&meta_of(Scope::AsItWas), &small());
    for length in 0..segment.bytes.len() {
        let cut = journal::Segment { kind: segment.kind.clone(), bytes: segment.bytes[..length].to_vec() };
        assert!(open(&cut).is_err(), "{length}");
    }
}

#[test]
fn a_flipped_byte_is_refused_or_survived_but_never_a_crash() {
    let segment = write(&meta_of(Scope::AsItWas), &small());
    for place in 0..segment.bytes.len() {
        for bit in [0x01, 0x10, 0x80] {
            let mut flipped = segment.clone();
            flipped.bytes[place] ^= bit;
            if let Ok(content) = open(&flipped) {
                assert_eq!(content.events.len(), 4);
            }
        }
    }
}

fn moment() -> impl Strategy<Value = i64> {
    prop_oneof![1 => Just(UNKNOWN), 4 => (0i64..100_000).prop_map(|minute| minute * 60), 1 => -5i64..1_000_000]
}

prop_compose! {
    fn grids()(lengths in prop::collection::vec(1u32..5, 0..6))(
        cells in prop::collection::vec(
            (moment(), moment(), moment(), prop_oneof![Just(UNKNOWN), -3i64..9], "[ab]{0,2}", 0i64..100_000),
            lengths.iter().sum::<u32>() as usize,
        ),
        numbers in prop::collection::vec("([A-Z]{1,3})?", lengths.len()),
        lengths in Just(lengths),
    ) -> Grid {
        let moments = |name: &str, field, values: Vec<i64>| Column { name: name.into(), field, cells: Cells::Moments(values) };
        let texts: Vec<&str> = cells.iter().map(|cell| cell.4.as_str()).collect();
        Grid {
            ids: (0..lengths.len() as u32).map(|incident| incident * 7).collect(),
            numbers,
            columns: vec![
                moments("resolved", Field::ResolvedAt, cells.iter().map(|cell| cell.0).collect()),
                moments("opened", Field::OpenedAt, cells.iter().map(|cell| cell.1).collect()),
                moments("created", Field::CreatedAt, cells.iter().map(|cell| cell.2).collect()),
                Column {
                    name: "count".into(),
                    field: Field::Reassigned,
                    cells: Cells::Wholes(cells.iter().map(|cell| cell.3).collect()),
                },
                words("note", Field::Other, &texts),
                moments("updated", Field::UpdatedAt, cells.iter().map(|cell| cell.5 * 60).collect()),
            ],
            lengths,
        }
    }
}

proptest! {
    #[test]
    fn any_grid_is_read_back_as_it_was_written(grid in grids()) {
        let segment = write(&meta_of(Scope::AsItWas), &grid);
        let (_, again) = open_grid(&segment).unwrap();
        prop_assert_eq!(said(&again), said(&grid));
        let content = open(&segment).unwrap();
        prop_assert_eq!(content.events.len(), grid.rows());
    }

    #[test]
    fn foreign_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let segment = journal::Segment { kind: KIND.into(), bytes: [b"SDB1".as_slice(), &bytes].concat() };
        prop_assert!(open(&segment).is_err());
    }
}
