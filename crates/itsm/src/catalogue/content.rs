//! What is written of one service: all that its draft and each of its versions say.

use std::sync::Arc;

use chrono::NaiveDate;

use super::ids::{AudienceId, OfferingKey, ServiceCategoryId};
use super::money::Cost;
use super::offering::Offering;
use crate::ids::{GroupId, ItemId, PersonId, ServiceId};

/// See the module. Empty texts and lists say nothing yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// What customers call it.
    pub name: Arc<str>,
    /// What you get, in a sentence.
    pub summary: Arc<str>,
    /// Who it is for, in words.
    pub for_whom: Arc<str>,
    /// How to ask for it, in words.
    pub how_to_ask: Arc<str>,
    /// More about it, in Markdown.
    pub description: Arc<str>,
    /// What it is there for.
    pub purpose: Arc<str>,
    /// What customers can do with it that they could not do without.
    pub outcomes: Vec<Arc<str>>,
    /// What it does: fit for purpose.
    pub utility: Arc<str>,
    /// How well it does it: fit for use.
    pub warranty: Arc<str>,
    /// Who answers for it.
    pub owner: Option<PersonId>,
    /// Who may see and order it; everybody, if nobody is named.
    pub audiences: Vec<AudienceId>,
    /// What one must be or have to be entitled to it, in words.
    pub entitlement: Arc<str>,
    /// When it can be used and when it is supported, in words.
    pub hours: Arc<str>,
    /// How users reach who supports it ("Portal", "Telephone 4711").
    pub channels: Vec<Arc<str>>,
    /// What is promised of it.
    pub targets: Vec<Target>,
    /// What it costs its provider.
    pub cost: Cost,
    /// The categories it stands in.
    pub categories: Vec<ServiceCategoryId>,
    /// Other words that people look for it by.
    pub keywords: Vec<Arc<str>>,
    /// Whether it stands first.
    pub pinned: bool,
    /// What its customers are to read.
    pub documents: Vec<Document>,
    /// When somebody looks whether it still holds.
    pub review_on: Option<NaiveDate>,
    /// The first day on which it is offered.
    pub valid_from: Option<NaiveDate>,
    /// The last day on which it is offered.
    pub valid_to: Option<NaiveDate>,
    /// How it stands among the others.
    pub rank: Rank,
    /// Services it is built on.
    pub supporting: Vec<ServiceId>,
    /// Configuration items it is made of.
    pub items: Vec<ItemId>,
    /// The team that supports it.
    pub support: Option<GroupId>,
    /// How it works, for colleagues; customers never see it.
    pub technical: Arc<str>,
    /// What can be ordered from it, in order.
    pub offerings: Vec<Offering>,
}

/// Something that is promised of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// What is promised ("Availability", "New laptop delivered").
    pub what: Arc<str>,
    /// How much.
    pub level: TargetLevel,
    /// By what it is measured, or within which hours; a target without its hours cannot be checked.
    pub within: Arc<str>,
}

/// How much is promised.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetLevel {
    /// A share, in thousandths of a per cent (99,500 is 99.5 %).
    Share(u32),
    /// At most so much working time.
    Time(chrono::TimeDelta),
    /// Something else, in words.
    Words(Arc<str>),
}

/// Something to read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What it is called.
    pub title: Arc<str>,
    /// Where it is: https, http or mailto; anything else is refused.
    pub link: Arc<str>,
}

/// How a service stands among the others: 1 (least) to 5 (most); `None` where nobody has said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rank {
    /// What it is worth to its customers.
    pub value: Option<u8>,
    /// What it takes to provide.
    pub cost: Option<u8>,
    /// How much it is wanted.
    pub demand: Option<u8>,
    /// What can go wrong with it.
    pub risk: Option<u8>,
}

impl Content {
    /// An offering.
    pub fn offering(&self, key: OfferingKey) -> Option<&Offering> {
        self.offerings.iter().find(|offering| offering.key == key)
    }
}
