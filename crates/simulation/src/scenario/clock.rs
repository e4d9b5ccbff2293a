//! Local times of a scenario: "08:02", "+1 07:00" on the day after.

use serde::{Deserialize, Serialize};

/// A local time, in minutes since the midnight with which the scenario's date begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LocalTime(pub u32);

const DAY: u32 = 24 * 60;

impl LocalTime {
    /// Reads "08:02" or "+1 07:00"; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let (days, time) = match text.strip_prefix('+') {
            Some(rest) => {
                let (days, time) = rest.split_once(' ')?;
                (days.parse::<u32>().ok().filter(|days| (1..=9).contains(days))?, time)
            }
            None => (0, text),
        };
        let (hours, minutes) = time.split_once(':')?;
        let part = |text: &str, below: u32| {
            (text.len() == 2).then(|| text.parse::<u32>().ok()).flatten().filter(|number| *number < below)
        };
        Some(Self(days * DAY + part(hours, 24)? * 60 + part(minutes, 60)?))
    }
}

impl TryFrom<String> for LocalTime {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::read(&text).ok_or_else(|| format!("\"{text}\" is no time of the day, such as \"08:02\" or \"+1 07:00\""))
    }
}

impl From<LocalTime> for String {
    fn from(LocalTime(minutes): LocalTime) -> Self {
        let (days, rest) = (minutes / DAY, minutes % DAY);
        let day = if days == 0 { String::new() } else { format!("+{days} ") };
        format!("{day}{:02}:{:02}", rest / 60, rest % 60)
    }
}

/// One instant, or one drawn evenly between two.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Moment {
    /// Then.
    At(LocalTime),
    /// Some time between the two.
    Between(LocalTime, LocalTime),
}

/// From when to when.
pub type Span = (LocalTime, LocalTime);

#[cfg(test)]
mod tests {
    use super::LocalTime;

    #[test]
    fn times_of_the_first_and_of_later_days_are_read_and_written_alike() {
        for (text, minutes) in [("08:02", 482), ("00:00", 0), ("+1 07:00", 1_860), ("+9 23:59", 14_399)] {
            assert_eq!(LocalTime::read(text), Some(LocalTime(minutes)));
            assert_eq!(String::from(LocalTime(minutes)), text);
        }
        for wrong in ["8:02", "24:00", "08:60", "+0 08:00", "+1", "", "08:02:00", "+1  08:00"] {
            assert_eq!(LocalTime::read(wrong), None, "{wrong}");
        }
    }
}
