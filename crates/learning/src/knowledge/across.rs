//! One value for each edition that has one.

use crate::edition::Edition;

/// A value for some of the editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Across<T> {
    pub(super) v3: Option<T>,
    pub(super) v4: Option<T>,
    pub(super) v5: Option<T>,
}

impl<T> Across<T> {
    /// What that edition has; `None` if it has none of its own.
    pub fn get(&self, edition: Edition) -> Option<&T> {
        match edition {
            Edition::V3 => self.v3.as_ref(),
            Edition::V4 => self.v4.as_ref(),
            Edition::V5 => self.v5.as_ref(),
        }
    }

    /// Whether that edition has one.
    pub fn has(&self, edition: Edition) -> bool {
        self.get(edition).is_some()
    }

    /// What counts in that edition if it keeps what the one before says: its own, or the newest of the older ones.
    pub fn up_to(&self, edition: Edition) -> Option<&T> {
        Edition::ALL.into_iter().rev().filter(|one| *one <= edition).find_map(|one| self.get(one))
    }

    /// All of them, the oldest edition first.
    pub fn iter(&self) -> impl Iterator<Item = (Edition, &T)> {
        Edition::ALL.into_iter().filter_map(|edition| self.get(edition).map(|value| (edition, value)))
    }

    /// The oldest edition that has one.
    pub fn oldest(&self) -> Option<Edition> {
        self.iter().map(|(edition, _)| edition).next()
    }

    /// The newest edition that has one.
    pub fn newest(&self) -> Option<Edition> {
        self.iter().map(|(edition, _)| edition).last()
    }

    /// The same editions with something else in them; the first error ends it.
    pub(super) fn try_map<U, E>(self, mut change: impl FnMut(T) -> Result<U, E>) -> Result<Across<U>, E> {
        Ok(Across {
            v3: self.v3.map(&mut change).transpose()?,
            v4: self.v4.map(&mut change).transpose()?,
            v5: self.v5.map(&mut change).transpose()?,
        })
    }

    /// The same editions with something made of what is in them.
    pub(super) fn map<'a, U>(&'a self, mut change: impl FnMut(&'a T) -> U) -> Across<U> {
        Across {
            v3: self.v3.as_ref().map(&mut change),
            v4: self.v4.as_ref().map(&mut change),
            v5: self.v5.as_ref().map(&mut change),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_that_says_nothing_new_keeps_what_the_one_before_says() {
        let said = Across { v3: Some("old"), v4: Some("new"), v5: None };
        assert_eq!(said.up_to(Edition::V3), Some(&"old"));
        assert_eq!(said.up_to(Edition::V5), Some(&"new"));
        assert_eq!(said.get(Edition::V5), None);
        assert_eq!((said.oldest(), said.newest()), (Some(Edition::V3), Some(Edition::V4)));
    }
}
