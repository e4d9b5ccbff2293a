//! Service catalogue and portfolio management: what is offered to whom, what it is made of, and how it came there.
//!
//! A [`Catalogue`] is a value that stands alone: it is shared, published, imported and looked at without a desk. A desk
//! keeps a [`Portfolio`]: for each service the draft that is being written, its versions, and where it stands. Contents
//! change by [`Edit`]s only.

mod apply;
mod command;
mod content;
mod decide;
mod document;
mod edit;
mod event;
mod ids;
mod money;
mod offering;
mod portfolio;
mod record;
mod uses;

pub mod form;
pub mod lint;
pub mod merge;
pub mod workflow;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::desk::Desk;
use crate::ids::ServiceId;

pub(crate) use apply::{apply, apply_shared, forget, forget_shared};
pub use command::{Command, Order};
pub use content::{Content, Document, Rank, Target, TargetLevel};
pub use decide::{Action, LONGEST_TEXT, needs_a_reason, why_not, why_not_review, why_not_untick};
pub(crate) use decide::{decide, legal};
pub use document::{Catalogue, Comment, Listed, LogLine, ServiceCategory, Settings};
pub use edit::{Day, Edit, Slot, Text, Texts};
pub use event::{Event, Shared};
pub use ids::{AudienceId, ChoiceKey, FieldKey, OfferingKey, SectionKey, ServiceCategoryId, StepKey, next};
pub use money::{Cents, Cost, Period, Price, Surcharge};
pub use offering::{Kind, Offering, Opens, OrderBy};
pub use portfolio::{Check, Stage, Status};
pub use record::{Done, Listing, Remark, Review, Version};
pub(crate) use uses::{mentions, waits_for};

/// The longest logo, as the characters of its `data:` address.
pub const LOGO_MOST: usize = 64 * 1024;

/// What a desk knows of its catalogue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Portfolio {
    /// Every service that somebody wrote of.
    pub(crate) listings: BTreeMap<ServiceId, Listing>,
    /// What holds for the whole catalogue.
    pub(crate) settings: Settings,
    /// The shelves.
    pub(crate) categories: BTreeMap<ServiceCategoryId, ServiceCategory>,
    /// Who there is to see and order things.
    pub(crate) audiences: BTreeMap<AudienceId, Arc<str>>,
}

/// Which contents of the services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// What customers see at an instant: launched services, as they were published.
    Published(DateTime<Utc>),
    /// What is being written, of every service.
    Drafts,
}

impl Portfolio {
    /// Every service that somebody wrote of, in the order of their ids.
    pub fn listings(&self) -> impl ExactSizeIterator<Item = &Listing> {
        self.listings.values()
    }

    /// One of them.
    pub fn listing(&self, id: ServiceId) -> Option<&Listing> {
        self.listings.get(&id)
    }

    /// What holds for the whole catalogue.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The shelves.
    pub fn categories(&self) -> &BTreeMap<ServiceCategoryId, ServiceCategory> {
        &self.categories
    }

    /// Who there is to see and order things.
    pub fn audiences(&self) -> &BTreeMap<AudienceId, Arc<str>> {
        &self.audiences
    }
}

/// The desk's catalogue as a value that stands alone, with the names of everybody and everything it refers to.
pub fn catalogue(desk: &Desk, which: Which) -> Catalogue {
    let portfolio = &desk.portfolio;
    let content_of = |listing: &Listing| match which {
        Which::Drafts => Some(listing.draft.clone()),
        Which::Published(now) => {
            let offered = (listing.status == Status::Launched).then(|| listing.published(now)).flatten()?;
            let today = now.date_naive();
            let content = &offered.content;
            let is_valid = content.valid_from.is_none_or(|from| from <= today)
                && content.valid_to.is_none_or(|until| today <= until);
            is_valid.then(|| (**content).clone())
        }
    };
    let listed = |listing: &Listing| {
        let is_shown = |version: &&Version| match which {
            Which::Drafts => !version.withdrawn,
            Which::Published(now) => !version.withdrawn && version.from <= now,
        };
        let log = listing.versions.iter().filter(is_shown);
        let comments = matches!(which, Which::Drafts).then_some(&listing.comments).into_iter().flatten();
        Some(Listed {
            content: content_of(listing)?,
            status: listing.status,
            log: log
                .map(|version| LogLine { version: version.number, from: version.from, note: version.note.clone() })
                .collect(),
            comments: comments
                .map(|remark| Comment {
                    by: Arc::from(desk.directory().person(remark.by)),
                    at: remark.at,
                    text: remark.text.clone(),
                    settled: remark.settled,
                })
                .collect(),
        })
    };
    let services: BTreeMap<ServiceId, Listed> =
        portfolio.listings().filter_map(|listing| Some((listing.id, listed(listing)?))).collect();
    Catalogue {
        settings: portfolio.settings.clone(),
        categories: portfolio.categories.clone(),
        audiences: portfolio.audiences.clone(),
        directory: document::names(desk, &services),
        services,
    }
}
