//! Whole numbers, which may be written as floats (`3.0`): in JSON they are the same.

#![allow(dead_code)] // Each probe uses a part.

use serde::de::{Deserialize, Deserializer, Error, Unexpected};

/// The number, if it is whole and has room.
pub fn number(value: f64) -> Option<u32> {
    (value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&value)).then_some(value as u32)
}

pub fn one<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    f64::deserialize(from).and_then(checked)
}

pub fn one_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    Option::<f64>::deserialize(from)?.map(checked).transpose()
}

pub fn list<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u32>, D::Error> {
    Vec::<f64>::deserialize(from)?.into_iter().map(checked).collect()
}

fn checked<E: Error>(value: f64) -> Result<u32, E> {
    number(value).ok_or_else(|| E::invalid_value(Unexpected::Float(value), &"a whole number, 0 or more"))
}
