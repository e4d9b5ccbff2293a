//! Names, times and shares that a stream is made of. Each value is within its limits once it exists.

use std::fmt;

use super::refusal::Refusal;

/// Which step of a stream: it stays when the step is renamed or moved, so that two versions can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StepId(pub u32);

/// A name of a stream, step or owner: 1 to 80 characters on one line, single spaces.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// The most characters.
    pub const LONGEST: usize = 80;

    /// Trims the text and makes each run of white space one space.
    ///
    /// # Errors
    /// Nothing is left, more than [`LONGEST`](Self::LONGEST) characters, or one that cannot be shown on a line.
    pub fn new(text: &str) -> Result<Self, Refusal> {
        // Counted before anything is copied: a pasted book costs nothing.
        let words = || text.split_whitespace();
        let characters = words().map(|word| word.chars().count() + 1).sum::<usize>().saturating_sub(1);
        if characters == 0 {
            return Err(Refusal::NoName);
        }
        if characters > Self::LONGEST {
            return Err(Refusal::LongName { characters });
        }
        match words().flat_map(str::chars).find(|&character| is_hidden(character)) {
            Some(character) => Err(Refusal::HiddenCharacter { character }),
            None => Ok(Self(words().collect::<Vec<_>>().join(" "))),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether both mean the same to a reader: upper and lower case do not count.
    pub fn means(&self, other: &Self) -> bool {
        self == other || self.0.to_lowercase() == other.0.to_lowercase()
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a character steers a line instead of standing on it, or may not stand in XML.
pub(super) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(character, '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}')
}

/// Minutes of working time, to a tenth: 0 to 60 days round the clock (86,400), far beyond what a step should take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Minutes {
    tenths: u32,
}

impl Minutes {
    /// No time.
    pub const ZERO: Minutes = Minutes { tenths: 0 };
    /// The most: 60 days of 24 hours.
    pub const MOST: f64 = 86_400.0;

    /// So many minutes.
    ///
    /// # Errors
    /// Not a number, below 0, above [`MOST`](Self::MOST), or finer than a tenth of a minute.
    pub fn new(minutes: f64) -> Result<Self, Refusal> {
        if !(0.0..=Self::MOST).contains(&minutes) {
            return Err(Refusal::MinutesOutside);
        }
        let tenths = whole(minutes * 10.0).ok_or(Refusal::MinutesTooFine)?;
        Ok(Self { tenths })
    }

    /// As a number, in minutes.
    pub fn get(self) -> f64 {
        f64::from(self.tenths) / 10.0
    }
}

/// A share in tenths of a percent, from `LEAST` to `MOST` of a thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Share<const LEAST: u16, const MOST: u16> {
    per_mille: u16,
}

/// The share of the items that a step sends back: from 0 to 0.999. If all came back, none would ever be done.
pub type ReturnShare = Share<0, 999>;

/// The share of the items that take a step: from 0.001 to 1. A step that none takes is no step.
pub type TakenShare = Share<1, 1000>;

impl<const LEAST: u16, const MOST: u16> Share<LEAST, MOST> {
    /// The share of one, such as 0.25.
    ///
    /// # Errors
    /// Not a number, outside the limits, or finer than a thousandth.
    pub fn new(share: f64) -> Result<Self, Refusal> {
        let outside = Refusal::ShareOutside { least: LEAST, most: MOST };
        if !(0.0..=1.0).contains(&share) {
            return Err(outside);
        }
        let per_mille = whole(share * 1000.0).and_then(|n| u16::try_from(n).ok()).ok_or(Refusal::ShareTooFine)?;
        if (LEAST..=MOST).contains(&per_mille) { Ok(Self { per_mille }) } else { Err(outside) }
    }

    /// As a number from 0 to 1.
    pub fn get(self) -> f64 {
        f64::from(self.per_mille) / 1000.0
    }

    /// What is left of one: reckoned in whole thousandths, so that nothing is lost near 1.
    pub fn rest(self) -> f64 {
        f64::from(1000 - self.per_mille.min(1000)) / 1000.0
    }
}

impl TakenShare {
    /// Every item takes the step.
    pub const ALL: TakenShare = TakenShare { per_mille: 1000 };
}

/// How long an owner works: needed to say how many items fit into a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkingHours {
    minutes_a_day: u16,
    days_a_week: u8,
}

impl Default for WorkingHours {
    /// Eight hours a day, five days a week: the usual assumption of a first map.
    fn default() -> Self {
        Self { minutes_a_day: 480, days_a_week: 5 }
    }
}

impl WorkingHours {
    /// Working time of one person.
    ///
    /// # Errors
    /// Not 1 to 1,440 minutes a day, or not 1 to 7 days a week.
    pub fn new(minutes_a_day: u16, days_a_week: u8) -> Result<Self, Refusal> {
        if (1..=1440).contains(&minutes_a_day) && (1..=7).contains(&days_a_week) {
            Ok(Self { minutes_a_day, days_a_week })
        } else {
            Err(Refusal::HoursOutside)
        }
    }

    /// Minutes that one person works on a day.
    pub fn minutes_a_day(self) -> u16 {
        self.minutes_a_day
    }

    /// Days that are worked in a week.
    pub fn days_a_week(self) -> u8 {
        self.days_a_week
    }

    /// Minutes that one person works in a week.
    pub fn minutes_a_week(self) -> f64 {
        f64::from(self.minutes_a_day) * f64::from(self.days_a_week)
    }
}

/// The whole number that `scaled` is, but for what floats cannot say.
fn whole(scaled: f64) -> Option<u32> {
    let nearest = scaled.round();
    // In range: callers hand in at most 864,000.
    ((scaled - nearest).abs() < 1e-6 && (0.0..=1e9).contains(&nearest)).then_some(nearest as u32)
}
