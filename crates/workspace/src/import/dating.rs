//! In which order the dates of a file are written: told by its columns as a whole, or asked for.

use serde::{Deserialize, Serialize};

use super::moment;
use super::read::RawColumn;

/// What the dates of some columns tell of their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// Words that are dates only if the day comes first.
    day: u32,
    /// Words that are dates only if the month comes first.
    month: u32,
    /// A word that is another date in each order.
    example: Option<String>,
    /// Whether some date names a time and no offset.
    pub local: bool,
    /// Whether every date names its offset.
    pub named: bool,
}

/// A date that can be read in two ways, to be asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// As it stands in the file.
    pub example: String,
    /// Read with the day first, as `2024-03-04`.
    pub day_first: String,
    /// Read with the month first.
    pub month_first: String,
    /// Whether the file itself does not tell, so that somebody has to.
    pub needed: bool,
}

impl Order {
    /// Looks at date columns.
    pub fn of<'a>(columns: impl Iterator<Item = &'a RawColumn>) -> Self {
        let mut order = Order { named: true, ..Order::default() };
        for word in columns.flat_map(|column| column.words.iter()).filter(|word| !word.is_empty()) {
            let (by_day, by_month) = (moment::read(word, false), moment::read(word, true));
            match (by_day, by_month) {
                (Some(_), None) => order.day += 1,
                (None, Some(_)) => order.month += 1,
                (Some(a), Some(b)) if a != b => drop(order.example.get_or_insert_with(|| word.clone())),
                _ => {}
            }
            if let Some(written) = by_day.or(by_month) {
                order.local |= written.ahead.is_none();
                order.named &= written.ahead.is_some();
            }
        }
        order
    }

    /// Whether the month comes first: as chosen, else as more dates can only be read.
    pub fn month_first(&self, chosen: Option<bool>) -> bool {
        chosen.unwrap_or(self.month > self.day)
    }

    /// What is to be asked, or may be corrected: only where some date can be read in both ways.
    pub fn asked(&self) -> Option<Asked> {
        let example = self.example.clone()?;
        let day = |month_first| {
            moment::read(&example, month_first).map_or(String::new(), |written| written.local.date().to_string())
        };
        let (day_first, month_first) = (day(false), day(true));
        Some(Asked { example, day_first, month_first, needed: self.day == 0 && self.month == 0 })
    }
}
