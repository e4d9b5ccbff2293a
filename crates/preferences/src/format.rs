//! How dates, times and numbers are written. The words stay English; only their order and the signs change.

use std::cell::Cell;

use chrono::{Datelike, NaiveDateTime, Timelike};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

thread_local! {
    static CURRENT: Cell<Format> = const { Cell::new(Format::ENGLISH) };
}

/// The format in force. One for everything that is shown.
pub fn current() -> Format {
    CURRENT.get()
}

/// Puts a format in force. What was written before keeps its form until it is written anew.
pub fn set_current(format: Format) {
    CURRENT.set(format);
}

/// Declares a choice of a few with the code by which each is stored.
macro_rules! choice {
    ($(#[$about:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            $($(#[$of])* $variant,)+
        }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The word by which it is stored.
            pub fn code(self) -> &'static str {
                match self {
                    $($name::$variant => $code,)+
                }
            }

            /// The one of that code; `None` if there is none.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

choice! {
    /// The form of a date.
    Dates {
        /// `16 May 2016`
        #[default]
        DayWord = "day-word",
        /// `May 16, 2016`
        WordDay = "word-day",
        /// `16/05/2016`
        DaySlash = "day-slash",
        /// `05/16/2016`
        MonthSlash = "month-slash",
        /// `16.05.2016`
        Dots = "dots",
        /// `2016-05-16`
        YearFirst = "year-first",
    }
}

choice! {
    /// The form of a time of day.
    Hours {
        /// `14:05`
        #[default]
        TwentyFour = "24",
        /// `2:05 pm`
        Twelve = "12",
    }
}

choice! {
    /// What stands between thousands, and before decimals.
    Grouping {
        /// `1,234.5`
        #[default]
        Comma = "comma",
        /// `1.234,5`
        Dot = "dot",
        /// `1 234,5`
        Space = "space",
        /// `1’234.5`
        Apostrophe = "apostrophe",
    }
}

choice! {
    /// The day with which a week begins.
    FirstDay {
        /// As in ISO 8601.
        #[default]
        Monday = "monday",
        /// As in the Americas.
        Sunday = "sunday",
        /// As in much of the Middle East.
        Saturday = "saturday",
    }
}

impl FirstDay {
    /// How many days after Monday it is.
    pub fn from_monday(self) -> usize {
        match self {
            FirstDay::Monday => 0,
            FirstDay::Saturday => 5,
            FirstDay::Sunday => 6,
        }
    }

    /// The days of a week in their order, each by how many days after Monday it is.
    pub fn week(self) -> [usize; 7] {
        std::array::from_fn(|day| (day + self.from_monday()) % 7)
    }
}

/// How everything is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Format {
    /// Dates.
    pub dates: Dates,
    /// Times of day.
    pub hours: Hours,
    /// Numbers.
    pub grouping: Grouping,
    /// Weeks.
    pub first_day: FirstDay,
}

/// What was chosen instead of the language's own; `None` leaves it to the language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Dates.
    pub dates: Option<Dates>,
    /// Times of day.
    pub hours: Option<Hours>,
    /// Numbers.
    pub grouping: Option<Grouping>,
    /// Weeks.
    pub first_day: Option<FirstDay>,
}

impl Chosen {
    /// The format: what was chosen, and for the rest what the language says.
    pub fn over(self, language: Format) -> Format {
        Format {
            dates: self.dates.unwrap_or(language.dates),
            hours: self.hours.unwrap_or(language.hours),
            grouping: self.grouping.unwrap_or(language.grouping),
            first_day: self.first_day.unwrap_or(language.first_day),
        }
    }
}

impl Format {
    /// British English, where nothing else is known.
    pub const ENGLISH: Format = Format {
        dates: Dates::DayWord,
        hours: Hours::TwentyFour,
        grouping: Grouping::Comma,
        first_day: FirstDay::Monday,
    };

    /// `16 May 2016`.
    pub fn date(self, local: NaiveDateTime) -> String {
        self.day(local, true)
    }

    /// `16 May`: the year goes without saying.
    pub fn short_date(self, local: NaiveDateTime) -> String {
        self.day(local, false)
    }

    fn day(self, local: NaiveDateTime, with_year: bool) -> String {
        let word = MONTHS.get(local.month0() as usize).copied().unwrap_or_default();
        let (day, month) = (local.day().to_string(), two(local.month()));
        let year = if with_year { local.year().to_string() } else { String::new() };
        let behind = |sign: &str| if with_year { sign.to_owned() + &year } else { String::new() };
        match self.dates {
            Dates::DayWord => [&day, " ", word, &behind(" ")].concat(),
            Dates::WordDay => [word, " ", &day, &behind(", ")].concat(),
            Dates::DaySlash => [&two(local.day()), "/", &month, &behind("/")].concat(),
            Dates::MonthSlash => [&month, "/", &two(local.day()), &behind("/")].concat(),
            Dates::Dots => [&two(local.day()), ".", &month, ".", &year].concat(),
            Dates::YearFirst if with_year => [&year, "-", &month, "-", &two(local.day())].concat(),
            Dates::YearFirst => [&month, "-", &two(local.day())].concat(),
        }
    }

    /// `14:05`.
    pub fn time(self, local: NaiveDateTime) -> String {
        self.clock(local.hour(), local.minute())
    }

    /// `16 May 2016, 14:05`.
    pub fn date_time(self, local: NaiveDateTime) -> String {
        [self.date(local), self.time(local)].join(", ")
    }

    /// `16 May, 14:05`.
    pub fn short_date_time(self, local: NaiveDateTime) -> String {
        [self.short_date(local), self.time(local)].join(", ")
    }

    /// A full hour, from 0 to 24: `09:00`, `9 am`.
    pub fn hour(self, hour: u32) -> String {
        match self.hours {
            Hours::TwentyFour => two(hour) + ":00",
            Hours::Twelve => self.short_hour(hour),
        }
    }

    /// A full hour beside others: `09`, `9 am`.
    pub fn short_hour(self, hour: u32) -> String {
        match self.hours {
            Hours::TwentyFour => two(hour),
            Hours::Twelve => twelve(hour).to_string() + half(hour),
        }
    }

    fn clock(self, hour: u32, minute: u32) -> String {
        let minute = two(minute);
        match self.hours {
            Hours::TwentyFour => [&two(hour), ":", &minute].concat(),
            Hours::Twelve => [&twelve(hour).to_string(), ":", &minute, half(hour)].concat(),
        }
    }

    /// `24,918`.
    pub fn number(self, number: u64) -> String {
        let digits = number.to_string();
        let sign = match self.grouping {
            Grouping::Comma => ',',
            Grouping::Dot => '.',
            // One that keeps the number together at the end of a line.
            Grouping::Space => '\u{a0}',
            Grouping::Apostrophe => '’',
        };
        let mut text = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(sign);
            }
            text.push(digit);
        }
        text
    }

    /// A number with decimals, given as machines write it (`1234.5`): `1,234.5`. What is no such number stays as it is.
    pub fn decimal(self, machine: &str) -> String {
        let (whole, rest) = machine.split_once('.').unwrap_or((machine, ""));
        let Ok(number) = whole.parse() else { return machine.to_owned() };
        let mut text = self.number(number);
        if !rest.is_empty() {
            text.push(self.point());
            text.push_str(rest);
        }
        text
    }

    /// The sign before decimals.
    fn point(self) -> char {
        match self.grouping {
            Grouping::Comma | Grouping::Apostrophe => '.',
            Grouping::Dot | Grouping::Space => ',',
        }
    }
}

/// An amount as a person typed it, in hundredths of the currency: `120`, `120.5`, `1,200.00`, `-20`. Both signs are read
/// before decimals, whatever the language: the last one is taken for it if at most two figures follow. `None` for what
/// is no amount.
pub fn cents(typed: &str) -> Option<i64> {
    let signs: String = typed.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '’' | '\'')).collect();
    let (negative, amount) = match signs.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, signs.strip_prefix('+').unwrap_or(&signs)),
    };
    let (whole, rest) = match amount.rsplit_once(['.', ',']) {
        Some((whole, rest)) if rest.len() <= 2 => (whole, rest),
        _ => (amount, ""),
    };
    let whole: String = whole.chars().filter(|sign| !matches!(sign, '.' | ',')).collect();
    let is_figures = |text: &str| text.chars().all(|sign| sign.is_ascii_digit());
    if (whole.is_empty() && rest.is_empty()) || !is_figures(&whole) || !is_figures(rest) {
        return None;
    }
    let hundredths = match rest.len() {
        0 => 0,
        1 => rest.parse::<i64>().ok()?.checked_mul(10)?,
        _ => rest.parse().ok()?,
    };
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let amount = whole.checked_mul(100)?.checked_add(hundredths)?;
    Some(if negative { amount.saturating_neg() } else { amount })
}

fn two(number: u32) -> String {
    let digits = number.to_string();
    if number < 10 { "0".to_owned() + &digits } else { digits }
}

fn twelve(hour: u32) -> u32 {
    (hour + 11) % 12 + 1
}

fn half(hour: u32) -> &'static str {
    // The space keeps them together at the end of a line.
    if hour % 24 < 12 { "\u{a0}am" } else { "\u{a0}pm" }
}
