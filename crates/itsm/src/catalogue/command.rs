//! What can be asked of service catalogue and portfolio management.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::content::Content;
use super::document::{ServiceCategory, Settings};
use super::edit::Edit;
use super::form::Answers;
use super::ids::{AudienceId, OfferingKey, ServiceCategoryId};
use super::portfolio::{Check, Status};
use crate::ids::{PersonId, ServiceId};

/// A wish, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Begin to write of a service: of one that the desk knows by name, or of a new one.
    Draft {
        /// The known service; a new one is entered in the directory under the content's name.
        service: Option<ServiceId>,
        /// What is written so far; needs a name.
        content: Box<Content>,
    },
    /// Change the draft.
    Edit {
        /// Which service.
        service: ServiceId,
        /// What changes.
        edits: Vec<Edit>,
    },
    /// Note that something a gate asks for is done, or is not after all.
    Tick {
        /// Which service.
        service: ServiceId,
        /// What.
        check: Check,
        /// Where it stands or what it says; `None` takes the tick back.
        words: Option<Arc<str>>,
    },
    /// Let it stand somewhere else in the portfolio.
    Move {
        /// Which service.
        service: ServiceId,
        /// Where.
        to: Status,
        /// Why; needed for what goes back, is rejected or ends.
        because: Arc<str>,
    },
    /// Ask somebody else to look at the draft.
    Submit(ServiceId),
    /// Say what came of looking at it.
    Review {
        /// Which service.
        service: ServiceId,
        /// Whether it may be published.
        approves: bool,
        /// What is to be changed; needed if it may not.
        words: Arc<str>,
    },
    /// Publish the draft.
    Publish {
        /// Which service.
        service: ServiceId,
        /// From when on; at once, if nothing is said or it is over.
        from: Option<DateTime<Utc>>,
        /// What is new, for who reads the change log.
        note: Arc<str>,
    },
    /// Do not publish a scheduled version after all.
    Unschedule(ServiceId),
    /// Make the draft say what a version said.
    Restore {
        /// Which service.
        service: ServiceId,
        /// The number of the version.
        version: u32,
    },
    /// Say something of it to colleagues.
    Comment {
        /// Which service.
        service: ServiceId,
        /// What.
        text: Arc<str>,
    },
    /// Settle a comment, or open it again.
    Settle {
        /// Which service.
        service: ServiceId,
        /// The place of the comment.
        comment: u16,
        /// Whether it is settled.
        settled: bool,
    },
    /// Order something. The request, its approvals and its tasks follow from the published workflow; of an offering that
    /// opens an incident, the incident.
    Order(Box<Order>),
    /// Say what holds for the whole catalogue.
    Set(Box<Settings>),
    /// Save a category: a new one (no id), or one that is to change.
    SaveCategory(Option<ServiceCategoryId>, ServiceCategory),
    /// Take a category away; what stood in it stays in its other categories.
    DropCategory(ServiceCategoryId),
    /// Save an audience: a new one (no id), or one that gets another name.
    SaveAudience(Option<AudienceId>, Arc<str>),
    /// Take an audience away. One that something is for stays.
    DropAudience(AudienceId),
    /// Take in a whole catalogue: new services, and other contents of known ones.
    TakeIn(Box<super::Catalogue>),
    /// Let drafts, shelves and settings say what a joined catalogue says, which [`super::merge::joined`] made of the
    /// desk's own and another copy.
    Join(Box<super::Catalogue>),
}

/// What is ordered.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// From which service.
    pub service: ServiceId,
    /// Which offering.
    pub offering: OfferingKey,
    /// How many.
    pub quantity: u16,
    /// What its form was answered with.
    pub answers: Answers,
    /// Who orders.
    pub requester: PersonId,
    /// For whom, if it is somebody else.
    pub beneficiary: Option<PersonId>,
    /// Who decides for them, where the workflow asks their manager.
    pub manager: Option<PersonId>,
}
