//! A whole catalogue as one value: what is published, shared, imported, compared and looked at by customers. It stands
//! alone: it brings the names of everybody and everything that it refers to.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::content::Content;
use super::ids::{AudienceId, OfferingKey, ServiceCategoryId};
use super::offering::Offering;
use super::portfolio::Status;
use crate::directory::Directory;
use crate::ids::ServiceId;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// Whose it is, and what holds for all of it.
    pub settings: Settings,
    /// The shelves.
    pub categories: BTreeMap<ServiceCategoryId, ServiceCategory>,
    /// Who there is to see and order things.
    pub audiences: BTreeMap<AudienceId, Arc<str>>,
    /// The names of people, groups, services and items that the contents refer to.
    pub directory: Directory,
    /// The services.
    pub services: BTreeMap<ServiceId, Listed>,
}

/// One service of a catalogue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// What is written of it.
    pub content: Content,
    /// Where it stands.
    pub status: Status,
    /// What changed from version to version, oldest first; empty if it was never published.
    pub log: Vec<LogLine>,
    /// What colleagues say of it.
    pub comments: Vec<Comment>,
}

/// A published version, in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct LogLine {
    /// Its number, from 1.
    pub version: u32,
    /// Since when it is offered.
    pub from: DateTime<Utc>,
    /// What is new.
    pub note: Arc<str>,
}

/// What a colleague says of a service. Customers never see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// Who, by name: it may come from another copy of the catalogue.
    pub by: Arc<str>,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub text: Arc<str>,
    /// Whether it is settled.
    pub settled: bool,
}

/// What holds for a whole catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Whose catalogue it is.
    pub organisation: Arc<str>,
    /// Whom to ask about it: a name, an e-mail address, a telephone number, in words.
    pub contact: Arc<str>,
    /// The address that questions and orders go to where an offering says nothing else; may be empty.
    pub email: Arc<str>,
    /// Where the catalogue will be published (https), for its feed and its data; may be empty.
    pub site: Arc<str>,
    /// The logo, as a `data:image/png` or `data:image/jpeg` address of at most 64 kB; empty for none.
    pub logo: Arc<str>,
    /// The currency of all prices, by its ISO 4217 code.
    pub currency: Arc<str>,
    /// Whether somebody else has to look at a version before it is published.
    pub needs_review: bool,
}

impl Default for Settings {
    fn default() -> Self {
        let nothing: Arc<str> = Arc::from("");
        Self {
            organisation: nothing.clone(),
            contact: nothing.clone(),
            email: nothing.clone(),
            site: nothing.clone(),
            logo: nothing,
            currency: Arc::from("EUR"),
            needs_review: false,
        }
    }
}

/// A category of services: a shelf that customers look on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceCategory {
    /// What it is called.
    pub name: Arc<str>,
    /// What stands in it, in a sentence.
    pub summary: Arc<str>,
    /// The one it is part of, if it is.
    pub parent: Option<ServiceCategoryId>,
    /// Its place among those of the same parent, lowest first.
    pub place: u32,
}

impl Catalogue {
    /// A service's content.
    pub fn content(&self, id: ServiceId) -> Option<&Content> {
        self.services.get(&id).map(|listed| &listed.content)
    }

    /// An offering, by its service and its key.
    pub fn offering(&self, id: ServiceId, key: OfferingKey) -> Option<&Offering> {
        self.content(id)?.offering(key)
    }

    /// The categories within one, or the first ones, in their order.
    pub fn within(&self, parent: Option<ServiceCategoryId>) -> Vec<(ServiceCategoryId, &ServiceCategory)> {
        let mut all: Vec<_> = self
            .categories
            .iter()
            .filter(|(_, category)| category.parent == parent)
            .map(|(id, category)| (*id, category))
            .collect();
        all.sort_by(|(_, one), (_, other)| one.place.cmp(&other.place).then_with(|| one.name.cmp(&other.name)));
        all
    }
}

/// The names of all that these contents refer to.
pub(super) fn names(desk: &crate::desk::Desk, services: &BTreeMap<ServiceId, Listed>) -> Directory {
    use super::workflow::{Approver, StepKind};
    use crate::directory::{Entry, EntryId};

    let mut used = Vec::new();
    for (id, listed) in services {
        let content = &listed.content;
        used.push(EntryId::Service(*id));
        used.extend(content.owner.map(EntryId::Person));
        used.extend(content.support.map(EntryId::Group));
        used.extend(content.supporting.iter().copied().map(EntryId::Service));
        used.extend(content.items.iter().copied().map(EntryId::Item));
        for offering in &content.offerings {
            used.extend(offering.includes.iter().map(|(service, _)| EntryId::Service(*service)));
            for step in &offering.workflow.steps {
                match &step.what {
                    StepKind::Approval { by, .. } => used.extend(by.iter().filter_map(|one| match one {
                        Approver::Person(person) => Some(EntryId::Person(*person)),
                        Approver::Manager | Approver::Owner => None,
                    })),
                    StepKind::Tasks(tasks) => {
                        used.extend(tasks.iter().filter_map(|task| task.group).map(EntryId::Group))
                    }
                    StepKind::Automatic => {}
                }
            }
        }
    }
    let mut directory = Directory::default();
    for id in used {
        if let Some(name) = desk.directory().name(id) {
            directory.enter(&Entry::new(id, Arc::from(name)));
        }
    }
    directory
}
