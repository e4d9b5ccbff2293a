//! All records of one kind, with the numbers people call them by.

use std::collections::BTreeMap;

use crate::ids::Key;
use crate::numbering;
use crate::refusal::Refusal;

/// An id that people know by a prefix and a number.
pub trait Numbered: Copy + Ord + From<Key> + Into<Key> {
    /// What stands before the number ("CHG").
    const PREFIX: &'static str;
    /// What it is, in a sentence ("change").
    const WHAT: &'static str;
}

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Register<I, R> {
    records: BTreeMap<I, R>,
    /// The highest number that was ever given, whether or not its record is still here.
    numbered: u32,
}

impl<I, R> Default for Register<I, R> {
    fn default() -> Self {
        Self { records: BTreeMap::new(), numbered: 0 }
    }
}

impl<I: Numbered, R> Register<I, R> {
    /// A record, or the refusal that says it is not here.
    pub fn get(&self, id: I) -> Result<&R, Refusal> {
        self.records.get(&id).ok_or(Refusal::NoSuch { what: I::WHAT })
    }

    /// All records, in the order of their ids.
    pub fn all(&self) -> impl ExactSizeIterator<Item = &R> {
        self.records.values()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The id of the next record that begins under `tag`.
    pub fn next(&self, tag: u32) -> I {
        let highest = self.records.keys().next_back().map_or(0, |id| (*id).into().number).max(self.numbered);
        I::from(Key { number: highest.saturating_add(1), tag })
    }

    /// How people call a record: `CHG0000012`, with the tag behind it only where two share the number.
    pub fn number(&self, id: I) -> String {
        let key: Key = id.into();
        let (first, last) = numbering::same_number(key);
        let is_shared = self.records.range(I::from(first)..=I::from(last)).count() > 1;
        numbering::written(I::PREFIX, key, is_shared)
    }

    /// The record that people call `number` (as [`Self::number`] writes it; upper or lower case).
    pub fn find(&self, number: &str) -> Option<I> {
        let (first, last) = numbering::read(I::PREFIX, number)?;
        self.records.range(I::from(first)..=I::from(last)).next().map(|(id, _)| *id)
    }

    /// Whether a number may be given to a record that begins: nothing else has it.
    pub(crate) fn is_free(&self, id: I) -> Result<(), Refusal> {
        if self.records.contains_key(&id) {
            return Err(Refusal::Rule {
                rule: "its number is taken",
                because: "two records cannot be told apart then",
            });
        }
        Ok(())
    }

    /// A record, to be changed by an event.
    pub(crate) fn get_mut(&mut self, id: I) -> Option<&mut R> {
        self.records.get_mut(&id)
    }

    /// Begins a record, unless it has begun.
    pub(crate) fn begin(&mut self, id: I, record: impl FnOnce() -> R) {
        self.records.entry(id).or_insert_with(record);
    }

    /// Takes a record out, so that its events can be applied again.
    pub(crate) fn forget(&mut self, id: I) {
        self.records.remove(&id);
    }

    /// Notes that a number was given, so that no other record ever gets it.
    pub(crate) fn reserve(&mut self, id: I) {
        self.numbered = self.numbered.max(id.into().number);
    }
}
