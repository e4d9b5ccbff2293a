//! What held when: a rule of the desk and its earlier forms.

use chrono::{DateTime, Utc};

/// A value that changes now and then, with the instants from which each form of it holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct InForce<T>(Vec<(DateTime<Utc>, T)>);

impl<T> Default for InForce<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> InForce<T> {
    /// Holds from `since` on. Of two with the same instant, the later call wins.
    pub fn set(&mut self, since: DateTime<Utc>, value: T) {
        let place = self.0.partition_point(|(at, _)| *at <= since);
        self.0.insert(place, (since, value));
    }

    /// What holds now: the latest form.
    pub fn latest(&self) -> Option<&T> {
        self.0.last().map(|(_, value)| value)
    }

    /// What held at an instant; `None` before the first form.
    pub fn at(&self, instant: DateTime<Utc>) -> Option<&T> {
        let after = self.0.partition_point(|(since, _)| *since <= instant);
        self.0.get(after.checked_sub(1)?).map(|(_, value)| value)
    }
}
