//! One agreement, as its events leave it: its versions, its reviews, how far it has come.

use std::sync::Arc;

use chrono::{DateTime, Months, Utc};

use super::terms::{Health, Kind, Party, Review, Terms};
use crate::directory::EntryId;
use crate::ids::{PersonId, PromiseId};
use crate::service_level::Compiled;

/// One agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// Which one.
    pub id: PromiseId,
    /// How far it has come, dates apart.
    pub stage: Stage,
    /// What was agreed, oldest first; never empty.
    pub versions: Vec<Version>,
    /// Meetings about it, in the order in which they were noted.
    pub reviews: Vec<Held>,
    /// From when it was ended before its time.
    pub ended_from: Option<DateTime<Utc>>,
    /// When it was drafted.
    pub drafted_at: DateTime<Utc>,
    /// When anything last happened to it.
    pub changed_at: DateTime<Utc>,
}

/// What of an agreement's life is somebody's act. That it is in force, or over, follows from its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// Being written: binds nobody.
    Draft,
    /// Both sides have agreed.
    Agreed,
    /// Ended by somebody, or dropped as a draft.
    Ended,
}

/// Where an agreement stands at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Being written.
    Draft,
    /// Agreed, and its first day is still to come.
    Agreed,
    /// It holds.
    InForce,
    /// Over: ended, or past its last day.
    Ended,
}

/// What was agreed at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// What.
    pub terms: Terms,
    /// When both sides agreed; `None` for a draft.
    pub agreed_at: Option<DateTime<Utc>>,
    /// Its clocks made ready to count with; `None` where this build does not know the zone.
    pub compiled: Option<Arc<Compiled>>,
}

/// A review meeting, and which of its actions are done.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// What was noted of it.
    pub review: Review,
    /// When each action was done, in their order.
    pub done: Vec<Option<DateTime<Utc>>>,
    /// Who noted it.
    pub by: PersonId,
}

impl Version {
    pub(super) fn new(terms: Terms, agreed_at: Option<DateTime<Utc>>) -> Self {
        let compiled = Compiled::new(terms.clocks.clone()).ok().map(Arc::new);
        Self { terms, agreed_at, compiled }
    }

    /// From when it binds: never before both sides agreed, so that nothing agreed today judges yesterday.
    pub fn binds_from(&self) -> Option<DateTime<Utc>> {
        self.agreed_at.map(|agreed| agreed.max(self.terms.valid_from))
    }
}

impl Promise {
    pub(super) fn drafted(id: PromiseId, terms: Terms, at: DateTime<Utc>) -> Self {
        Self {
            id,
            stage: Stage::Draft,
            versions: vec![Version::new(terms, None)],
            reviews: Vec::new(),
            ended_from: None,
            drafted_at: at,
            changed_at: at,
        }
    }

    /// The newest version.
    pub fn latest(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// What it is called now.
    pub fn title(&self) -> &str {
        self.latest().map_or("", |version| version.terms.title())
    }

    /// With whom. Never changes: one with somebody else is another agreement.
    pub fn party(&self) -> Option<&Party> {
        self.latest().map(|version| &version.terms.party)
    }

    /// Which kind it is.
    pub fn kind(&self) -> Kind {
        self.party().map_or(Kind::Customer, Party::kind)
    }

    /// The version that binds at an instant, if one does.
    pub fn in_force_at(&self, at: DateTime<Utc>) -> Option<&Version> {
        if self.ended_from.is_some_and(|ended| ended <= at) {
            return None;
        }
        let begun = |version: &&Version| version.binds_from().is_some_and(|from| from <= at);
        // The newest that has begun outranks the others, and if it is over, all of it is.
        self.versions.iter().rev().find(begun).filter(|version| version.terms.hold_at(at))
    }

    /// Where it stands.
    pub fn standing(&self, now: DateTime<Utc>) -> Standing {
        match self.stage {
            Stage::Draft => Standing::Draft,
            _ if self.in_force_at(now).is_some() => Standing::InForce,
            Stage::Ended => Standing::Ended,
            Stage::Agreed => {
                let to_come = |version: &Version| version.binds_from().is_some_and(|from| now < from);
                if self.versions.iter().any(to_come) { Standing::Agreed } else { Standing::Ended }
            }
        }
    }

    /// The last review that was held.
    pub fn last_review(&self) -> Option<&Held> {
        self.reviews.iter().max_by_key(|held| held.review.held_at)
    }

    /// When the next review is due: so many months after the last one, or after the beginning.
    pub fn review_due(&self) -> Option<DateTime<Utc>> {
        if self.stage != Stage::Agreed {
            return None;
        }
        let version = self.latest()?;
        let months = version.terms.review_months?;
        let since =
            self.last_review().map(|held| held.review.held_at).or_else(|| self.versions.first()?.binds_from())?;
        since.checked_add_months(Months::new(months.into()))
    }

    /// What the customer last said of the business outcome.
    pub fn outcome(&self) -> Option<(Health, DateTime<Utc>)> {
        let told = self.reviews.iter().filter_map(|held| Some((held.review.outcome?, held.review.held_at)));
        told.max_by_key(|(_, at)| *at)
    }

    /// Actions of reviews that nobody has done, with the place of the review and of the action.
    pub fn open_actions(&self) -> impl Iterator<Item = (usize, usize, &super::ReviewAction)> {
        self.reviews.iter().enumerate().flat_map(|(review, held)| {
            let actions = held.review.actions.iter().zip(&held.done).enumerate();
            actions.filter(|(_, (_, done))| done.is_none()).map(move |(place, (action, _))| (review, place, action))
        })
    }

    pub(super) fn mentions(&self, entry: EntryId) -> bool {
        let in_terms = |terms: &Terms| match entry {
            EntryId::Service(id) => terms.covers(id),
            EntryId::Group(id) => terms.party == Party::Group(id),
            _ => false,
        };
        let owns = |held: &Held| match entry {
            EntryId::Person(id) => held.by == id || held.review.actions.iter().any(|action| action.owner == id),
            _ => false,
        };
        self.versions.iter().any(|version| in_terms(&version.terms)) || self.reviews.iter().any(owns)
    }
}
