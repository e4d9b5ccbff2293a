//! How a record is named in a walk: a word for its kind, a colon, its key.

use itsm::catalogue::OfferingKey;
use itsm::{ArticleId, ChangeId, ImprovementId, ItemId, PromiseId, RecordId, ServiceId, SupplierId};

use crate::query::{key_of, key_text};

/// A record, or a part of one that has no number of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reference {
    /// A service in the portfolio.
    Service(ServiceId),
    /// Something that can be ordered from a service.
    Offering(ServiceId, OfferingKey),
    /// An agreement.
    Agreement(PromiseId),
    /// A review meeting, by its place at its agreement.
    Review(PromiseId, u16),
    /// A supplier.
    Supplier(SupplierId),
    /// A configuration item.
    Item(ItemId),
    /// A change.
    Change(ChangeId),
    /// An article.
    Article(ArticleId),
    /// An entry of the improvement register.
    Improvement(ImprovementId),
}

impl Reference {
    /// The record, or the one it is a part of.
    pub fn record(self) -> RecordId {
        match self {
            Reference::Service(id) | Reference::Offering(id, _) => RecordId::Service(id),
            Reference::Agreement(id) | Reference::Review(id, _) => RecordId::Promise(id),
            Reference::Supplier(id) => RecordId::Supplier(id),
            Reference::Item(id) => RecordId::Item(id),
            Reference::Change(id) => RecordId::Change(id),
            Reference::Article(id) => RecordId::Article(id),
            Reference::Improvement(id) => RecordId::Improvement(id),
        }
    }

    /// The name that [`Self::read`] reads.
    pub fn text(self) -> String {
        match self {
            Reference::Service(id) => named("service", &key_text(id.0)),
            Reference::Offering(id, key) => named("offering", &[key_text(id.0), key_text(key.0)].join(":")),
            Reference::Agreement(id) => named("agreement", &key_text(id.0)),
            Reference::Review(id, place) => named("review", &[key_text(id.0), place.to_string()].join(":")),
            Reference::Supplier(id) => named("supplier", &key_text(id.0)),
            Reference::Item(id) => named("item", &key_text(id.0)),
            Reference::Change(id) => named("change", &key_text(id.0)),
            Reference::Article(id) => named("article", &key_text(id.0)),
            Reference::Improvement(id) => named("improvement", &key_text(id.0)),
        }
    }

    /// The record of a name; `None` of a text that is none.
    pub fn read(text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once(':')?;
        let (first, second) = rest.split_once(':').unwrap_or((rest, ""));
        let key = key_of(first)?;
        Some(match kind {
            "service" => Reference::Service(ServiceId(key)),
            "offering" => Reference::Offering(ServiceId(key), OfferingKey(key_of(second)?)),
            "agreement" => Reference::Agreement(PromiseId(key)),
            "review" => Reference::Review(PromiseId(key), second.parse().ok()?),
            "supplier" => Reference::Supplier(SupplierId(key)),
            "item" => Reference::Item(ItemId(key)),
            "change" => Reference::Change(ChangeId(key)),
            "article" => Reference::Article(ArticleId(key)),
            "improvement" => Reference::Improvement(ImprovementId(key)),
            _ => return None,
        })
    }
}

fn named(kind: &str, rest: &str) -> String {
    [kind, rest].join(":")
}
