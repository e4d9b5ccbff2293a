//! Fields with few values: what the values are called in a query, and sets of them.

use std::fmt;
use std::marker::PhantomData;

use itsm::incident::{Channel, HoldReason, Stage};
use itsm::{Level, Priority};

use crate::standing::Breach;

/// A value of a field that has at most 32 of them.
pub trait Choice: Copy {
    /// What each is called in a query, in order.
    const WORDS: &'static [&'static str];
    /// Its place in that order.
    fn place(self) -> usize;
    /// The value at a place.
    fn at(place: usize) -> Option<Self>;
}

/// Some of the values; none of them stands for "any".
pub struct Set<T>(u32, PhantomData<fn() -> T>);

impl<T: Choice> Set<T> {
    /// The set of no value.
    pub const fn new() -> Self {
        Self(0, PhantomData)
    }

    pub(super) const fn of_bits(bits: u32) -> Self {
        Self(bits, PhantomData)
    }

    pub(super) const fn bits(self) -> u32 {
        self.0
    }

    /// Whether no value is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a value is in it.
    pub fn contains(self, value: T) -> bool {
        self.0 & bit(value.place()) != 0
    }

    /// Whether a record with this value may pass: one that is in the set, or any if there is nothing in it.
    pub fn lets(self, value: T) -> bool {
        self.0 == 0 || self.contains(value)
    }

    /// Puts a value in.
    pub fn insert(&mut self, value: T) {
        self.0 |= bit(value.place());
    }

    /// Puts a value in, or takes it out if it is there.
    pub fn toggle(&mut self, value: T) {
        self.0 ^= bit(value.place());
    }

    /// The values, in order.
    pub fn iter(self) -> impl Iterator<Item = T> {
        (0..T::WORDS.len()).filter(move |place| self.0 & bit(*place) != 0).filter_map(T::at)
    }
}

pub(super) fn bit(place: usize) -> u32 {
    u32::try_from(place).ok().and_then(|place| 1_u32.checked_shl(place)).unwrap_or(0)
}

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<T> {}

impl<T: Choice> Default for Set<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Set<T> {}

impl<T: Choice> fmt::Debug for Set<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_set().entries(self.iter().filter_map(|value| T::WORDS.get(value.place()))).finish()
    }
}

impl<T: Choice> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut set = Self::new();
        values.into_iter().for_each(|value| set.insert(value));
        set
    }
}

impl<T: Choice, const N: usize> From<[T; N]> for Set<T> {
    fn from(values: [T; N]) -> Self {
        values.into_iter().collect()
    }
}

impl Choice for Stage {
    const WORDS: &'static [&'static str] = &["new", "in-progress", "on-hold", "resolved", "closed", "cancelled"];

    fn place(self) -> usize {
        self as usize
    }

    fn at(place: usize) -> Option<Self> {
        Stage::ALL.get(place).copied()
    }
}

/// Why it waits; `None` for what does not wait.
impl Choice for Option<HoldReason> {
    const WORDS: &'static [&'static str] = &["none", "caller", "problem", "supplier", "change", "evidence"];

    fn place(self) -> usize {
        self.map_or(0, |reason| reason as usize + 1)
    }

    fn at(place: usize) -> Option<Self> {
        match place.checked_sub(1) {
            None => Some(None),
            Some(reason) => HoldReason::ALL.get(reason).copied().map(Some),
        }
    }
}

const LEVELS: &[&str] = &["1", "2", "3", "4", "5"];

fn of_level(place: usize) -> Option<u8> {
    u8::try_from(place + 1).ok().filter(|_| place < LEVELS.len())
}

impl Choice for Priority {
    const WORDS: &'static [&'static str] = LEVELS;

    fn place(self) -> usize {
        usize::from(self.0).wrapping_sub(1)
    }

    fn at(place: usize) -> Option<Self> {
        of_level(place).map(Priority)
    }
}

impl Choice for Level {
    const WORDS: &'static [&'static str] = LEVELS;

    fn place(self) -> usize {
        usize::from(self.0).wrapping_sub(1)
    }

    fn at(place: usize) -> Option<Self> {
        of_level(place).map(Level)
    }
}

impl Choice for Channel {
    const WORDS: &'static [&'static str] = &["phone", "email", "portal", "chat", "walk-in", "monitoring", "direct"];

    fn place(self) -> usize {
        self as usize
    }

    fn at(place: usize) -> Option<Self> {
        Channel::ALL.get(place).copied()
    }
}

impl Choice for Breach {
    const WORDS: &'static [&'static str] = &["none", "met", "paused", "within", "due-soon", "breached"];

    fn place(self) -> usize {
        self as usize
    }

    fn at(place: usize) -> Option<Self> {
        // `ALL` begins with the most pressing.
        Breach::ALL.iter().rev().nth(place).copied()
    }
}

impl Choice for bool {
    const WORDS: &'static [&'static str] = &["no", "yes"];

    fn place(self) -> usize {
        usize::from(self)
    }

    fn at(place: usize) -> Option<Self> {
        [false, true].get(place).copied()
    }
}

/// A day of the week, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekday(pub u8);

impl Choice for Weekday {
    const WORDS: &'static [&'static str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    fn place(self) -> usize {
        self.0.into()
    }

    fn at(place: usize) -> Option<Self> {
        u8::try_from(place).ok().filter(|_| place < Self::WORDS.len()).map(Weekday)
    }
}

/// An hour of the day, from 0 to 23.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour(pub u8);

impl Choice for Hour {
    const WORDS: &'static [&'static str] = &[
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
        "20", "21", "22", "23",
    ];

    fn place(self) -> usize {
        self.0.into()
    }

    fn at(place: usize) -> Option<Self> {
        u8::try_from(place).ok().filter(|_| place < Self::WORDS.len()).map(Hour)
    }
}
