//! What the stored form says about each column of a grid.

use serde::{Deserialize, Serialize};

use super::field::Field;

/// How to read a column's two halves (see `pack`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnPlan {
    /// Its header, as the file had it.
    pub name: String,
    /// The stored name of its field; empty for [`Field::Other`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub field: String,
    /// Of what kind its cells are.
    pub kind: Kind,
    /// What the first instant of an incident is measured from.
    #[serde(default, skip_serializing_if = "Near::is_above")]
    pub near: Near,
    /// Instants are whole multiples of so many seconds.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub unit: u32,
}

/// The kind of a column's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Words of a dictionary.
    Words,
    /// Whole numbers.
    Wholes,
    /// Instants.
    Moments,
}

/// What the first instant of an incident is measured from; where that is unknown, the same column's known
/// value above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Near {
    /// The same column's last known value above.
    #[default]
    Above,
    /// When the incident was opened.
    Opened,
    /// When its record was made.
    Created,
    /// Its last row.
    Last,
    /// Its last row but one (its only row, if there is just one).
    BeforeLast,
}

impl Near {
    fn is_above(&self) -> bool {
        *self == Near::Above
    }

    /// What a column may be measured from: only what is read before it.
    pub fn choices(field: Field) -> &'static [Near] {
        match field {
            Field::OpenedAt => &[Near::Above],
            Field::CreatedAt => &[Near::Above, Near::Opened],
            Field::UpdatedAt => &[Near::Above, Near::Opened, Near::Created],
            _ => &[Near::Above, Near::Opened, Near::Created, Near::Last, Near::BeforeLast],
        }
    }
}

fn one() -> u32 {
    1
}

fn is_one(unit: &u32) -> bool {
    *unit == 1
}
